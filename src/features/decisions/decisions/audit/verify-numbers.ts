import type { Database } from '../../../../database/database.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import type { Finding } from '../../../../database/verify/finding.ts'

const seriesRow = rowsOf({ year: column.number, highest: column.number, last: column.orNull(column.number) })

/** §7: a decision's number is drawn from its year's series, which never falls behind it. */
export const verifyNumbers = ({ sql }: Pick<Database, 'sql'>): Finding => ({
  check: 'Numbers are unique and drawn from their series',
  wrong: sql
    .all(
      seriesRow,
      `SELECT d.year, max(d.serial) AS highest, n.last
       FROM Decision d LEFT JOIN NumberSeries n ON n.series = 'decision/' || d.year
       GROUP BY d.year HAVING n.last IS NULL OR n.last < highest`,
    )
    .map(row => `Decisions of ${row.year} reach ${row.highest}, but the series stands at ${row.last ?? 'nothing'}.`),
})

const numberRow = rowsOf({ number: column.text })

/** §7: what was decided is documented by the event that made it. */
export const verifyDecisionEvents = ({ sql }: Pick<Database, 'sql'>): Finding => ({
  check: 'Every decision has its event',
  wrong: sql
    .all(
      numberRow,
      `SELECT number FROM Decision d
       WHERE NOT EXISTS (SELECT 1 FROM Event e WHERE e.subject = 'decision' AND e.subjectId = d.id)`,
    )
    .map(({ number }) => `Decision ${number} has no event.`),
})
