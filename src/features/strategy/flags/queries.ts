import type { Actor, Side } from '../../../access/actor.ts'
import type { SqlValue } from '../../../database/prepared-reader.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import { type Cursor, pageSize } from '../../../http/pages/paging.ts'
import { fold } from '../../../kernel/fold.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { lastOverdue } from './flag-rules.ts'
import { type FlagState, type FlagStepKind, flagStateSql, isOpenFlagSql } from './flag-states.ts'
import type { ListQuery } from './forms.ts'
import type { FlagSource, FlagTheme, FlagUrgency } from './labels.ts'
import { columnsOf, placeOfKey } from './place-ref.ts'

const flagRow = rowsOf({
  id: column.number,
  number: column.text,
  areaId: column.orNull(column.number),
  estateId: column.orNull(column.number),
  districtId: column.orNull(column.number),
  place: column.text,
  seenOn: column.day,
  source: column.oneOf<FlagSource>(),
  theme: column.oneOf<FlagTheme>(),
  reason: column.text,
  namesOf: column.text,
  urgency: column.oneOf<FlagUrgency>(),
  personId: column.number,
  person: column.text,
  organisationId: column.number,
  organisation: column.text,
  side: column.oneOf<Side>(),
  raisedOn: column.day,
  raisedAt: column.moment,
  caseNumber: column.orNull(column.text),
  version: column.number,
  lastId: column.orNull(column.number),
  lastKind: column.orNull(column.oneOf<FlagStepKind>()),
  until: column.orNull(column.day),
  joinedTo: column.orNull(column.text),
  state: column.oneOf<FlagState>(),
})
export type FlagRow = RowOf<typeof flagRow>

const columns = Object.keys(flagRow.columns).join(', ')

/**
 * SQL for a statement that begins with WITH: `flagged`, a row for each with where it stands on a day; one value to bind. A
 * town has some dozens of flags a year, and their last steps are found by an index.
 */
export const flagSql = `WITH flagged AS (
    SELECT f.id, f.number, f.areaId, f.estateId, f.districtId, coalesce(fa.name, fe.name, fd.name) AS place, f.seenOn,
           f.source, f.theme, f.reason, f.namesOf, f.urgency, f.personId, p.name AS person, f.organisationId, o.name AS organisation, o.side,
           f.raisedOn, f.raisedAt, c.number AS caseNumber, f.version, s.id AS lastId, s.kind AS lastKind, s.until,
           j.number AS joinedTo, ${flagStateSql('s.kind', 's.until')} AS state
    FROM Flag f LEFT JOIN FlagStep s ON s.id = (SELECT max(id) FROM FlagStep WHERE flagId = f.id)
      LEFT JOIN Flag j ON j.id = s.joinedToId LEFT JOIN "Case" c ON c.id = f.caseId
      LEFT JOIN HousingArea fa ON fa.id = f.areaId LEFT JOIN Estate fe ON fe.id = f.estateId LEFT JOIN District fd ON fd.id = f.districtId
      JOIN Person p ON p.id = f.personId JOIN Organisation o ON o.id = f.organisationId
  )`

/** @throws Refusal when there is none with that number */
export function findFlag(actor: Actor, number: string): FlagRow {
  const [found] = actor.database.sql.all(
    flagRow,
    `${flagSql} SELECT ${columns} FROM flagged WHERE number = ?`,
    actor.today,
    number,
  )
  if (!found) throw notFound('Påpegningen findes ikke.')
  return found
}

export type ListFilter = Omit<ListQuery, 'efter'> & { after: Cursor | null }

export const placeSortKey = (name: string): string => [...fold(name)].slice(0, 50).join('') || '-'
const placeKeySql = `coalesce(nullif(substr(fold(place), 1, 50), ''), '-')`

const orders = {
  aeldste: { by: 'raisedOn, id', rest: '(raisedOn, id) > (?, ?)' },
  nyeste: { by: 'raisedOn DESC, id DESC', rest: '(raisedOn, id) < (?, ?)' },
  sted: { by: `${placeKeySql}, id`, rest: `(${placeKeySql}, id) > (?, ?)` },
} as const

/** A page of the list, with one more than it holds: one statement. */
export function readList(actor: Actor, filter: ListFilter, most = pageSize): FlagRow[] {
  const conditions: string[] = []
  const values: SqlValue[] = []
  const where = (condition: string, ...given: SqlValue[]) => {
    conditions.push(condition)
    values.push(...given)
  }
  if (filter.status === '') where(isOpenFlagSql('state'))
  else if (filter.status === 'overskredet') where(`state = 'NEW' AND raisedOn <= ?`, lastOverdue(actor.today))
  else if (filter.status !== 'alle') where('state = ?', filter.status)
  const place = filter.sted === '' ? null : placeOfKey(filter.sted)
  if (place) for (const [name, id] of Object.entries(columnsOf(place))) if (id !== null) where(`${name} = ?`, id)
  if (filter.tema !== '') where('theme = ?', filter.tema)
  if (filter.part !== '') where('side = ?', filter.part)
  if (filter.hast !== '') where('urgency = ?', filter.hast)
  for (const word of fold(filter.q).split(/\s+/).filter(Boolean).slice(0, 8))
    where(`instr(fold(number || ' ' || place || ' ' || reason || ' ' || organisation || ' ' || person), ?) > 0`, word)
  const order = orders[filter.sorter]
  if (filter.after) where(order.rest, filter.after.key, filter.after.id)
  return actor.database.sql.all(
    flagRow,
    `${flagSql} SELECT ${columns} FROM flagged ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}
     ORDER BY ${order.by} LIMIT ?`,
    actor.today,
    ...values,
    most + 1,
  )
}

/** Open ones of the same place, the newest first: whoever points it out sees them, and it can be joined to one of its theme. */
export const readAtPlace = (
  actor: Actor,
  place: { areaId: number | null; estateId: number | null; districtId: number | null },
): FlagRow[] =>
  actor.database.sql.all(
    flagRow,
    `${flagSql} SELECT ${columns} FROM flagged WHERE areaId IS ? AND estateId IS ? AND districtId IS ? AND ${isOpenFlagSql('state')}
     ORDER BY id DESC LIMIT 50`,
    actor.today,
    place.areaId,
    place.estateId,
    place.districtId,
  )

const stepRow = rowsOf({
  id: column.number,
  kind: column.oneOf<FlagStepKind>(),
  until: column.orNull(column.day),
  text: column.text,
  joinedTo: column.orNull(column.text),
  /** The area whose assessment the step is the outcome of, by its address. */
  assessed: column.orNull(column.text),
  by: column.text,
  organisation: column.text,
  at: column.moment,
})
export type FlagStepRow = RowOf<typeof stepRow>

export const readSteps = (actor: Actor, flagId: number): FlagStepRow[] =>
  actor.database.sql.all(
    stepRow,
    `SELECT s.id, s.kind, s.until, s.text, j.number AS joinedTo, h.slug AS assessed, p.name AS by, o.name AS organisation, s.at
     FROM FlagStep s LEFT JOIN Flag j ON j.id = s.joinedToId JOIN Person p ON p.id = s.byId JOIN Organisation o ON o.id = p.organisationId
       LEFT JOIN AreaAssessment a ON a.flagId = s.flagId AND a.at = s.at AND s.kind = 'ASSESS' LEFT JOIN HousingArea h ON h.id = a.areaId
     WHERE s.flagId = ? ORDER BY s.id`,
    flagId,
  )

/** Those that have been joined to it. */
export const readJoined = (actor: Actor, number: string): FlagRow[] =>
  actor.database.sql.all(
    flagRow,
    `${flagSql} SELECT ${columns} FROM flagged WHERE joinedTo = ? ORDER BY id`,
    actor.today,
    number,
  )
