import Sqlite from 'better-sqlite3'

/** As a cooperation of many years has them: thirty indicators of two hundred places in twelve years. */
const wanted = 70_000

/**
 * Fills the years that the demo tells nothing of, for every place and version, until there are so many figures. They are
 * invented by chance and belong to the newest delivery, whose hash they do not match: for measuring alone. Made once.
 */
export function addFigures(file: string): void {
  const sql = new Sqlite(file)
  try {
    if (countIn(sql) >= wanted) return
    sql.exec('CREATE TEMP TABLE toldYear (year INTEGER)')
    const [first, last] = sql.prepare('SELECT min(year), max(year) FROM Observation').raw().get() as [number, number]
    for (let year = first - 4; year <= last; year += 1) sql.prepare('INSERT INTO toldYear VALUES (?)').run(year)
    sql
      .prepare(
        `INSERT INTO Observation (versionId, placeId, year, value, numerator, denominator, deliveryId, reason)
         SELECT v.id, p.id, y.year, abs(random() % 900), abs(random() % 300), 1000,
           (SELECT max(id) FROM ObservationDelivery), ''
         FROM IndicatorVersion v CROSS JOIN MeasuredPlace p CROSS JOIN toldYear y
         WHERE NOT EXISTS (SELECT 1 FROM Observation o WHERE o.versionId = v.id AND o.placeId = p.id AND o.year = y.year)
         LIMIT ?`,
      )
      .run(wanted - countIn(sql))
  } finally {
    sql.close()
  }
}

const countIn = (sql: Sqlite.Database): number => Number(sql.prepare('SELECT count(*) FROM Observation').pluck().get())
