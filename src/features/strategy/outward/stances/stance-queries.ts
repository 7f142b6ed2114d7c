import type { Actor, Side } from '../../../../access/actor.ts'
import { answeredForSql, representedBy } from '../../../../access/represented.ts'
import { viewOf } from '../../../../access/visibility.ts'
import { keptRows } from '../../../../database/kept-rows.ts'
import type { RowReader } from '../../../../database/reader.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { isOnSql } from '../../../../kernel/periods.ts'
import { letterKind } from '../letter/letter-kind.ts'
import { outwardSql } from '../outward-sql.ts'
import { kindsAsked, type Position } from './stance-rules.ts'

const askedSql = (organisation: string): string =>
  `${organisation}.kind IN (${kindsAsked.map(kind => `'${kind}'`).join(', ')})`

const askedRow = rowsOf({
  id: column.number,
  slug: column.text,
  name: column.text,
  side: column.orNull(column.oneOf<Side>()),
})
export type AskedRow = RowOf<typeof askedRow>

/** Those who are asked by a hearing: they were there on its last day or before, in the order of the signatures. */
export const readAsked = async (read: RowReader, hearingId: number): Promise<AskedRow[]> =>
  read(
    askedRow,
    `SELECT o.id, o.slug, o.name, o.side FROM OutwardHearing h JOIN Organisation o ON ${askedSql('o')}
       AND ${isOnSql('o', 'substr(h.at, 1, 10)')}
     WHERE h.id = ? ORDER BY o.side, o.position, o.id`,
    hearingId,
  )

const stanceRow = rowsOf({
  id: column.number,
  organisationId: column.number,
  slug: column.text,
  name: column.text,
  side: column.orNull(column.oneOf<Side>()),
  position: column.oneOf<Position>(),
  text: column.text,
  by: column.text,
  /** The administrator that answered in the association's place. */
  as: column.orNull(column.text),
  at: column.moment,
})
export type StanceRow = RowOf<typeof stanceRow>

/** All that was given about a statement, in the order it was given. */
export const readStances = async (read: RowReader, statementId: number): Promise<StanceRow[]> =>
  read(
    stanceRow,
    `SELECT t.id, t.organisationId, o.slug, o.name, o.side, t.position, t.text, p.name AS by, x.name AS "as", t.at
     FROM OutwardStance t JOIN Organisation o ON o.id = t.organisationId JOIN Person p ON p.id = t.byId
       LEFT JOIN Organisation x ON x.id = t.asId
     WHERE t.statementId = ? ORDER BY t.id`,
    statementId,
  )

const owedRow = rowsOf({
  slug: column.text,
  title: column.text,
  organisation: column.text,
  organisationSlug: column.text,
  until: column.day,
})

/** The stances that organisations owe that the person answers for, the first day first: one statement. */
export function readOwedStances(actor: Actor): RowOf<typeof owedRow>[] {
  if (representedBy(actor).length === 0) return []
  return keptRows(
    actor.database,
    owedRow,
    `${outwardSql(viewOf(actor))}
     SELECT w.slug, w.title, o.name AS organisation, o.slug AS organisationSlug, w.heardUntil AS until
     FROM outward w JOIN Organisation o ON ${askedSql('o')} AND ${isOnSql('o')}
     WHERE w.state = 'PREPARED' AND w.heardUntil >= ? AND ${answeredForSql(actor, 'o.id')}
       AND NOT EXISTS (SELECT 1 FROM OutwardStance t WHERE t.statementId = w.id AND t.organisationId = o.id)
     ORDER BY w.heardUntil, w.id, o.position LIMIT 200`,
    actor.today,
    letterKind.key,
    actor.today,
    actor.today,
    actor.today,
    actor.today,
    actor.today,
  )
}

const openRow = rowsOf({ slug: column.text, title: column.text, until: column.day, answered: column.flag })

/** The letters that an organisation is asked about and can still answer, the first day first: one statement. */
export const readOpenStances = (actor: Actor, organisationId: number): RowOf<typeof openRow>[] =>
  keptRows(
    actor.database,
    openRow,
    `${outwardSql(viewOf(actor))}
     SELECT w.slug, w.title, w.heardUntil AS until, EXISTS (SELECT 1 FROM OutwardStance t
       WHERE t.statementId = w.id AND t.organisationId = o.id) AS answered
     FROM outward w JOIN Organisation o ON o.id = ? AND ${askedSql('o')} AND ${isOnSql('o')}
     WHERE w.state = 'PREPARED' AND w.heardUntil >= ? ORDER BY w.heardUntil, w.id LIMIT 100`,
    actor.today,
    letterKind.key,
    organisationId,
    actor.today,
    actor.today,
    actor.today,
  )
