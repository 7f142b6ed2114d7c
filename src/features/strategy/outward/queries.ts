import type { Actor } from '../../../access/actor.ts'
import { viewOf } from '../../../access/visibility.ts'
import { keptRows } from '../../../database/kept-rows.ts'
import type { SqlValue } from '../../../database/prepared-reader.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import { type Cursor, pageSize } from '../../../http/pages/paging.ts'
import { fold } from '../../../kernel/fold.ts'
import { notFound } from '../../../kernel/refusal.ts'
import type { ListQuery } from './forms.ts'
import type { OutwardKind } from './letter/letter-content.ts'
import { letterKind } from './letter/letter-kind.ts'
import { outwardSql } from './outward-sql.ts'
import type { OutwardState } from './outward-states.ts'

const outwardRow = rowsOf({
  id: column.number,
  slug: column.text,
  title: column.text,
  kind: column.oneOf<OutwardKind>(),
  addressee: column.text,
  reference: column.text,
  lead: column.text,
  receivedOn: column.day,
  /** As the addressee has it now. */
  deadline: column.day,
  hearingWorkdays: column.number,
  heardUntil: column.orNull(column.day),
  signed: column.flag,
  /** The meeting whose agenda the newest draft is on, as far as this reader may know. */
  meetingId: column.orNull(column.number),
  meetingDay: column.orNull(column.day),
  called: column.flag,
  begun: column.flag,
  /** Adopted subject to approval. */
  conditional: column.flag,
  sentOn: column.orNull(column.day),
  answeredOn: column.orNull(column.day),
  state: column.oneOf<OutwardState>(),
})
export type OutwardRow = RowOf<typeof outwardRow>

const columns = Object.keys(outwardRow.columns).join(', ')

/** How far one has come. @throws Refusal when there is none with that address */
export function findOutward(actor: Actor, slug: string): OutwardRow {
  const [found] = keptRows(
    actor.database,
    outwardRow,
    `${outwardSql(viewOf(actor))} SELECT ${columns} FROM outward WHERE slug = ?`,
    actor.today,
    letterKind.key,
    slug,
  )
  if (!found) throw notFound('Udtalelsen findes ikke.')
  return found
}

/** Those whose letter can still be sent, the first deadline first: one statement. */
export const readOnTheirWay = (actor: Actor, limit: number): OutwardRow[] =>
  keptRows(
    actor.database,
    outwardRow,
    `${outwardSql(viewOf(actor))} SELECT ${columns} FROM outward WHERE state IN ('PREPARED', 'ADOPTED')
     ORDER BY deadline, id LIMIT ?`,
    actor.today,
    letterKind.key,
    limit,
  )

export type ListFilter = Pick<ListQuery, 'q' | 'status' | 'type' | 'modtager' | 'sorter'> & { after: Cursor | null }

/** What of a title stands in the address of the next page. */
export const titleKey = (title: string): string => [...fold(title)].slice(0, 50).join('') || '-'
const titleKeySql = `coalesce(nullif(substr(fold(title), 1, 50), ''), '-')`

const orders = {
  frist: { by: 'deadline DESC, id DESC', rest: '(deadline, id) < (?, ?)' },
  modtaget: { by: 'receivedOn DESC, id DESC', rest: '(receivedOn, id) < (?, ?)' },
  titel: { by: `${titleKeySql}, id`, rest: `(${titleKeySql}, id) > (?, ?)` },
} as const

/** A page of the list, with one more than it holds: one statement. */
export function readList(actor: Actor, filter: ListFilter, most = pageSize): OutwardRow[] {
  const conditions: string[] = []
  const values: SqlValue[] = []
  const where = (condition: string, ...given: SqlValue[]) => {
    conditions.push(condition)
    values.push(...given)
  }
  if (filter.status === 'overskredet') where(`state IN ('PREPARED', 'ADOPTED') AND deadline < ?`, actor.today)
  else if (filter.status !== '') where('state = ?', filter.status)
  if (filter.type !== '') where('kind = ?', filter.type)
  if (filter.modtager !== '') where('addressee = ?', filter.modtager)
  const words = fold(filter.q).split(/\s+/).filter(Boolean).slice(0, 8)
  for (const word of words)
    where(`instr(fold(title || ' ' || addressee || ' ' || reference || ' ' || lead), ?) > 0`, word)
  const order = orders[filter.sorter]
  if (filter.after) where(order.rest, filter.after.key, filter.after.id)
  return keptRows(
    actor.database,
    outwardRow,
    `${outwardSql(viewOf(actor))} SELECT ${columns} FROM outward
     ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''} ORDER BY ${order.by} LIMIT ?`,
    actor.today,
    letterKind.key,
    ...values,
    most + 1,
  )
}

const addresseeRow = rowsOf({ addressee: column.text })

/** Whom letters have been written to, to choose among. */
export const readAddressees = (actor: Actor): string[] =>
  keptRows(
    actor.database,
    addresseeRow,
    `SELECT DISTINCT json_extract(n.content, '$.addressee') AS addressee FROM OutwardStatement o
         JOIN TextDraft n ON n.textId = o.textId AND n.number = (SELECT max(number) FROM TextDraft WHERE textId = o.textId)
       ORDER BY fold(json_extract(n.content, '$.addressee')) LIMIT 200`,
  ).map(({ addressee }) => addressee)

const leadRow = rowsOf({ id: column.number, name: column.text, organisation: column.text })

/** Who may lead the work: those with a seat in a secretariat on the day. */
export const readLeads = (actor: Actor): RowOf<typeof leadRow>[] =>
  keptRows(
    actor.database,
    leadRow,
    `SELECT DISTINCT p.id, p.name, o.name AS organisation FROM Seat t JOIN Body b ON b.id = t.bodyId AND b.kind = 'SECRETARIAT'
       JOIN Person p ON p.id = t.personId JOIN Organisation o ON o.id = t.organisationId
     WHERE t."from" <= ? AND (t."to" IS NULL OR t."to" >= ?) ORDER BY fold(p.name), p.id`,
    actor.today,
    actor.today,
  )
