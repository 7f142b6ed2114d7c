import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashBytes } from '../../kernel/hash.ts'
import { checkChain } from '../chain/check-chain.ts'
import type { PreparedReader } from '../prepared-reader.ts'
import { column, rowsOf } from '../rows.ts'
import { storageFault } from '../storage-faults.ts'
import { danglingRows } from './dangling.ts'
import type { Finding } from './finding.ts'
import { leftOverFaults } from './left-over-faults.ts'
import { schemaFaults } from './schema-faults.ts'
import { searchFaults } from './search-tables.ts'

/**
 * What must hold whatever the portal has been through: the file is whole, no row points at nothing, mandates are drawn
 * by exactly what their ledger says and never beyond, every document is the one that was stored, and every decision
 * and mandate has the event that made it.
 */
export function verify(sql: PreparedReader, documentsDir: string): Finding[] {
  const ask = sql.asStored
  return [
    ...finding('The database file is whole', () => integrity(sql)),
    ...finding('No row points at nothing', () => foreignKeys(sql)),
    ...finding('Mandates are drawn as their ledgers say', () => ledgers(sql)),
    ...finding('Numbers are unique and drawn from their series', () => numbers(sql)),
    ...finding('Every document is as it was stored', () => documents(sql, documentsDir)),
    ...finding('Every decision and mandate has its event', () => events(sql)),
    ...guarded('The chain of events is unbroken', () => checkChain(ask)),
    ...finding('What is left over is listed', () => leftOverFaults(ask)),
    ...finding('Searching finds what stands', () => searchFaults(ask)),
    ...finding('The database refuses what it must', () => schemaFaults(sql)),
  ]
}

/** Checks that meet a page that cannot be read say so, and the others go on. */
export function guarded(name: string, check: () => Finding[]): Finding[] {
  try {
    return check()
  } catch (fault) {
    const storage = storageFault(fault)
    if (!storage) throw fault
    return [{ check: name, wrong: [`This could not be checked. ${storage.advice}`] }]
  }
}

const finding = (check: string, find: () => string[]): Finding[] => guarded(check, () => [{ check, wrong: find() }])

const integrityRow = rowsOf({ integrity_check: column.text })

function integrity(sql: PreparedReader): string[] {
  return sql
    .all(integrityRow, 'PRAGMA integrity_check')
    .map(row => row.integrity_check)
    .filter(text => text !== 'ok')
}

const pointerRow = rowsOf({
  table: column.text,
  rowid: column.number,
  parent: column.text,
  fkid: column.number,
})

const foreignKeys = (sql: PreparedReader): string[] => [
  ...sql
    .all(pointerRow, 'PRAGMA foreign_key_check')
    .map(row => `Row ${row.rowid} of ${row.table} points at a missing row of ${row.parent}.`),
  ...danglingRows(sql.asStored),
]

const ledgerRow = rowsOf({
  number: column.text,
  drawn: column.number,
  ledger: column.number,
  adjusted: column.number,
  adjustments: column.number,
  total: column.orNull(column.number),
})

const ledgers = (sql: PreparedReader): string[] =>
  sql
    .all(
      ledgerRow,
      `SELECT m.number, m.drawn, m.adjusted, m.total,
              coalesce(sum(CASE WHEN e.kind IN ('DRAW', 'EARLIER_DRAW') THEN e.amount
                            WHEN e.kind IN ('RELEASE', 'EARLIER_RELEASE') THEN -e.amount END), 0) AS ledger,
              coalesce(sum(CASE e.kind WHEN 'RAISE' THEN e.amount WHEN 'LOWER' THEN -e.amount END), 0) AS adjustments
       FROM Mandate m LEFT JOIN MandateEntry e ON e.mandateId = m.id
       GROUP BY m.id
       HAVING m.drawn <> ledger OR m.adjusted <> adjustments OR m.drawn < 0
         OR (m.total IS NOT NULL AND m.drawn > m.total + m.adjusted)`,
    )
    .map(
      row =>
        `Mandate ${row.number}: drawn ${row.drawn}, ledger ${row.ledger}, total ${row.total ?? 'none'}, ` +
        `adjusted ${row.adjusted}, adjustments ${row.adjustments} (øre).`,
    )

const seriesRow = rowsOf({ year: column.number, highest: column.number, last: column.orNull(column.number) })

const numbers = (sql: PreparedReader): string[] =>
  sql
    .all(
      seriesRow,
      `SELECT d.year, max(d.serial) AS highest, n.last
       FROM Decision d LEFT JOIN NumberSeries n ON n.series = 'decision/' || d.year
       GROUP BY d.year HAVING n.last IS NULL OR n.last < highest`,
    )
    .map(row => `Decisions of ${row.year} reach ${row.highest}, but the series stands at ${row.last ?? 'nothing'}.`)

const documentRow = rowsOf({ hash: column.text, size: column.number })

function documents(sql: PreparedReader, directory: string): string[] {
  const stored = new Set(filesIn(directory))
  return sql.all(documentRow, 'SELECT hash, size FROM Document').flatMap(({ hash, size }) => {
    const name = [hash, `${hash.slice(0, 2)}/${hash}`].find(name => stored.has(name))
    if (!name) return [`Document ${hash} is missing.`]
    const bytes = bytesOf(join(directory, name))
    if (bytes === null) return [`Document ${hash} cannot be read.`]
    return bytes.length === size && hashBytes(bytes) === hash ? [] : [`Document ${hash} has been altered.`]
  })
}

/** Null where there is something else under the name, or it is not given to this user. */
function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}

function filesIn(directory: string): string[] {
  try {
    return readdirSync(directory, { recursive: true }).map(name => String(name).replaceAll('\\', '/'))
  } catch {
    return []
  }
}

const eventlessRow = rowsOf({ what: column.text })

const events = (sql: PreparedReader): string[] =>
  sql
    .all(
      eventlessRow,
      `SELECT 'Decision ' || d.number AS what FROM Decision d
       WHERE NOT EXISTS (SELECT 1 FROM Event e WHERE e.subject = 'decision' AND e.subjectId = d.id)
       UNION ALL
       SELECT 'Mandate ' || m.number FROM Mandate m
       WHERE NOT EXISTS (SELECT 1 FROM Event e WHERE e.subject = 'mandate' AND e.subjectId = m.id)`,
    )
    .map(row => `${row.what} has no event.`)
