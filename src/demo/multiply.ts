import Sqlite from 'better-sqlite3'
import { faultsBefore, sealStanding } from '../database/chain/seal-standing.ts'

/**
 * The cooperation's past, many times over, for trying how the portal does under load. Every approved meeting that decided something is copied
 * with its cases, items, treatments, decisions, consequences and follow-ups, under new numbers, some weeks earlier for
 * each copy. It is plain SQL in one transaction, past the acts: copies repeat what the acts once allowed. They draw
 * nothing from mandates, since a ledger holds only what was decided once.
 */
export interface Multiplied {
  copies: number
  decisions: number
}

/** Copies until there are `times` times as many such meetings. The database must not be in use. */
export function multiplyDemo(database: { file: string }, times: number): Multiplied {
  return copyPast(database.file, () => times - 1, sealed)
}

/** Copies until at least `decisions` decisions exist, for measuring alone: the copies are not sealed, and verify says so. */
export function growTo(file: string, decisions: number): Multiplied {
  return copyPast(file, (existing, perCopy) => Math.max(0, Math.ceil((decisions - existing) / perCopy)), unsealed)
}

/** What is copied, parents first, and which of its rows: `$past` is the approved meetings' ids. */
const copied: Record<string, string> = {
  Case: 'id IN (SELECT caseId FROM AgendaItem WHERE meetingId IN $past)',
  Meeting: 'id IN $past',
  MeetingStep: 'meetingId IN $past',
  SignOff: 'meetingId IN $past',
  AgendaItem: 'meetingId IN $past',
  AgendaVersion: 'meetingId IN $past',
  Attendance: 'meetingId IN $past',
  Guest: 'meetingId IN $past',
  ItemInvolvement: 'itemId IN (SELECT id FROM AgendaItem WHERE meetingId IN $past)',
  ItemSubjectArea: 'itemId IN (SELECT id FROM AgendaItem WHERE meetingId IN $past)',
  ItemQuestion: 'itemId IN (SELECT id FROM AgendaItem WHERE meetingId IN $past)',
  Attachment: 'itemId IN (SELECT id FROM AgendaItem WHERE meetingId IN $past)',
  Treatment: 'itemId IN (SELECT id FROM AgendaItem WHERE meetingId IN $past)',
  Recusal: 'itemId IN (SELECT id FROM AgendaItem WHERE meetingId IN $past)',
  MinutedStatement: 'itemId IN (SELECT id FROM AgendaItem WHERE meetingId IN $past)',
  Decision: 'meetingId IN $past',
  Consequence: 'decisionId IN (SELECT id FROM Decision WHERE meetingId IN $past)',
  Stance: 'decisionId IN (SELECT id FROM Decision WHERE meetingId IN $past)',
  FollowUp: 'itemId IN (SELECT id FROM AgendaItem WHERE meetingId IN $past)',
  FollowUpNote:
    'followUpId IN (SELECT id FROM FollowUp WHERE itemId IN (SELECT id FROM AgendaItem WHERE meetingId IN $past))',
  MinutesVersion: 'meetingId IN $past',
  Objection: 'meetingId IN $past',
  Correction: 'meetingId IN $past',
  Event: "subject = 'decision' AND subjectId IN (SELECT id FROM Decision WHERE meetingId IN $past)",
}

/** How a number is written, and the day that says its year. */
const numbered: Record<string, { day: string; number: string }> = {
  Case: { day: 'substr(openedAt, 1, 10)', number: "n.year || '-' || printf('%03d', n.serial)" },
  Meeting: { day: 'day', number: "n.year || '-M' || printf('%02d', n.serial)" },
  Decision: { day: 'decidedOn', number: "n.year || '/' || n.serial" },
}

const days = new Set(['day', 'decidedOn', 'effectiveOn', 'dueDay', 'objectionsUntil'])
const clockTimes = new Set(['startsAt', 'endsAt'])

/** Each copy lies a week before the one before it. The cooperation began in 2008, so then it starts over. */
const weeksBack = 780

type CopiesFor = (existing: number, perCopy: number) => number
type Copying = (sql: Sqlite.Database, copiesFor: CopiesFor) => Multiplied

const unsealed: Copying = (sql, copiesFor) => copyAll(sql, copiesFor)

const sealed: Copying = (sql, copiesFor) => {
  const before = faultsBefore(sql)
  const multiplied = copyAll(sql, copiesFor)
  sealStanding(sql, new Date().toISOString(), 'load in bulk', before)
  return multiplied
}

function copyPast(file: string, copiesFor: CopiesFor, copy: Copying): Multiplied {
  const sql = new Sqlite(file)
  try {
    sql.pragma('foreign_keys = ON')
    return sql.transaction(() => copy(sql, copiesFor))()
  } finally {
    sql.pragma('wal_checkpoint(TRUNCATE)')
    sql.close()
  }
}

function copyAll(sql: Sqlite.Database, copiesFor: CopiesFor): Multiplied {
  sql.exec(`
    CREATE TEMP TABLE base (name TEXT, id INTEGER, PRIMARY KEY (name, id)) WITHOUT ROWID;
    CREATE TEMP TABLE stride (name TEXT PRIMARY KEY, ids INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TEMP TABLE copy (nth INTEGER PRIMARY KEY, weeks INTEGER NOT NULL, shift TEXT NOT NULL);
    CREATE TEMP TABLE renumbered (name TEXT, nth INTEGER, id INTEGER, year INTEGER, serial INTEGER,
      PRIMARY KEY (name, nth, id)) WITHOUT ROWID;
    INSERT INTO base SELECT 'Meeting', id FROM Meeting
      WHERE state = 'MINUTES_APPROVED' AND id IN (SELECT meetingId FROM Decision);
  `)
  const count = (text: string) => Number(sql.prepare(text).pluck().get())
  const existing = count('SELECT count(*) FROM Decision')
  const perCopy = count("SELECT count(*) FROM Decision WHERE meetingId IN (SELECT id FROM base WHERE name = 'Meeting')")
  if (perCopy === 0) throw new Error('There is no approved meeting with a decision to copy.')
  const copies = copiesFor(existing, perCopy)
  const addCopy = sql.prepare("INSERT INTO copy VALUES (@nth, @weeks, (-7 * @weeks) || ' days')")
  for (let nth = 1; nth <= copies; nth += 1) addCopy.run({ nth, weeks: ((nth - 1) % weeksBack) + 1 })
  for (const [table, condition] of Object.entries(copied)) copyTable(sql, table, condition)
  sql.exec(`
    INSERT INTO NumberSeries SELECT lower(name) || '/' || year, max(serial) FROM renumbered WHERE true GROUP BY name, year
    ON CONFLICT (series) DO UPDATE SET last = excluded.last;
    DROP TABLE base; DROP TABLE stride; DROP TABLE copy; DROP TABLE renumbered;
  `)
  return { copies, decisions: existing + copies * perCopy }
}

interface Column {
  name: string
  type: string
  parent: string | null
}

function copyTable(sql: Sqlite.Database, table: string, condition: string): void {
  const where = condition.replaceAll('$past', "(SELECT id FROM temp.base WHERE name = 'Meeting')")
  const columns = sql
    .prepare<[string, string], Column>(
      `SELECT c.name, c.type, f."table" AS parent FROM pragma_table_info(?) c
       LEFT JOIN pragma_foreign_key_list(?) f ON f."from" = c.name`,
    )
    .all(table, table)
  if (columns.some(column => column.name === 'id')) remember(sql, table, where)
  const numbers = numbered[table]
  if (numbers) renumber(sql, table, numbers.day)
  const values = columns.map(column => copiedValue(table, column))
  const join = `JOIN temp.renumbered n ON n.name = '${table}' AND n.nth = copy.nth AND n.id = original.id`
  sql.exec(
    `INSERT INTO "${table}" (${columns.map(({ name }) => `"${name}"`).join(', ')})
     SELECT ${values.join(',\n')}
     FROM temp.copy CROSS JOIN (SELECT * FROM "${table}" WHERE ${where}) original ${numbers ? join : ''}`,
  )
}

function remember(sql: Sqlite.Database, table: string, where: string): void {
  sql.prepare(`INSERT OR IGNORE INTO temp.base SELECT ?, id FROM "${table}" WHERE ${where}`).run(table)
  sql.prepare(`INSERT INTO temp.stride SELECT ?, coalesce(max(id), 0) FROM "${table}"`).run(table)
}

/** New numbers follow the last that was drawn in their year, in the order of their days. */
function renumber(sql: Sqlite.Database, table: string, day: string): void {
  sql.exec(
    `INSERT INTO temp.renumbered
     SELECT '${table}', nth, dated.id, year,
       coalesce(series.last, 0) + row_number() OVER (PARTITION BY year ORDER BY day, nth, dated.id)
     FROM (SELECT nth, t.id, date(${day}, shift) AS day, CAST(strftime('%Y', ${day}, shift) AS INTEGER) AS year
           FROM temp.copy CROSS JOIN "${table}" t JOIN temp.base ON base.name = '${table}' AND base.id = t.id) dated
     LEFT JOIN NumberSeries series ON series.series = lower('${table}') || '/' || year`,
  )
}

/** What a copy has in a column, as SQL over `original`, `copy` and `n`. */
function copiedValue(table: string, { name, type, parent }: Column): string {
  const original = `original."${name}"`
  if (name === 'id') return inCopy(original, `'${table}'`)
  if (name === 'number' && numbered[table]) return numbered[table].number
  if (table === 'Decision' && (name === 'year' || name === 'serial')) return `n.${name}`
  if (table === 'Event' && name === 'subjectId') return inCopy(original, `'Decision'`)
  // Its amounts are in no ledger: the operator's verify knows it by this, and does not look for them.
  if (table === 'Event' && name === 'kind') return `'decisionMultiplied'`
  if (parent && parent in copied) {
    const isCopied = `(SELECT 1 FROM temp.base WHERE base.name = '${parent}' AND base.id = ${original})`
    return `CASE WHEN EXISTS ${isCopied} THEN ${inCopy(original, `'${parent}'`)} ELSE ${original} END`
  }
  if (days.has(name)) return `date(${original}, shift)`
  if (type === 'TEXT' && /(^at|At)$/.test(name) && !clockTimes.has(name)) {
    const moment = `strftime('%Y-%m-%dT%H:%M:%fZ', ${original}, shift)`
    // What was to be done more than a year ago has been done: the open follow-ups of long ago would be absurd.
    const longAgo = `CASE WHEN weeks > 52 THEN date(original."dueDay", shift) || 'T12:00:00.000Z' END`
    return table === 'FollowUp' && name === 'closedAt' ? `coalesce(${moment}, ${longAgo})` : moment
  }
  return original
}

const inCopy = (id: string, table: string): string =>
  `${id} + copy.nth * (SELECT ids FROM temp.stride WHERE stride.name = ${table})`
