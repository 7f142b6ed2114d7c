import type { Actor, Side } from '../../../access/actor.ts'
import { agendaIsOpenSql } from '../../../access/meeting-states.ts'
import { viewOf } from '../../../access/visibility.ts'
import type { Database } from '../../../database/database.ts'
import { rowReader } from '../../../database/reader.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import { addDays, type Day, momentOf } from '../../../kernel/days.ts'
import { oere } from '../../../kernel/money.ts'
import { isOnSql } from '../../../kernel/periods.ts'
import { sentItems } from '../../meetings/cases/index.ts'
import { takenSql } from '../decisions/index.ts'
import {
  adjustedSql,
  type CheckedOrganisation,
  checkColumn,
  drawnSql,
  loadCheckFacts,
  type MandateFacts,
  type Tried,
  triedColumn,
} from '../mandates/index.ts'

const party = rowsOf({ id: column.number, slug: column.text, name: column.text, side: column.oneOf<Side>() })
export type Party = RowOf<typeof party>

/** The organisations that a decision could bind on a day, in the order of the agreement. */
export const readParties = (db: Database, on: Day): Party[] =>
  db.sql.all(
    party,
    `SELECT id, slug, name, side FROM Organisation
     WHERE kind <> 'EXTERNAL' AND side IS NOT NULL AND ${isOnSql('Organisation')}
     ORDER BY side, position, id`,
    on,
    on,
  )

const sumRow = rowsOf({ mandateId: column.number, drawn: column.amount, adjusted: column.amount })

/**
 * What the check needs about these organisations, with the mandates' ledgers as they stood when the day ended. Of a day
 * to come the ledger is as it is now. What was drawn before the portal counts from the day it was drawn, whenever it was
 * entered.
 */
export async function factsOn(
  db: Database,
  organisationIds: number[],
  on: Day,
): Promise<{ organisations: CheckedOrganisation[]; mandates: MandateFacts[] }> {
  const { organisations, mandates } = await loadCheckFacts(rowReader(db), organisationIds, on)
  const sums = new Map(
    db.sql
      .all(
        sumRow,
        `SELECT e.mandateId, sum(${drawnSql('e')}) AS drawn, sum(${adjustedSql('e')}) AS adjusted
         FROM MandateEntry e WHERE e.mandateId IN (${mandates.map(({ id }) => id).join(',')})
           AND CASE WHEN e.kind IN ('EARLIER_DRAW', 'EARLIER_RELEASE') THEN e.sourceDay <= ? ELSE e.at < ? END
         GROUP BY e.mandateId`,
        on,
        momentOf(addDays(on, 1), '00:00'),
      )
      .map(({ mandateId, ...sum }) => [mandateId, sum]),
  )
  return {
    organisations,
    mandates: mandates.map(mandate => ({
      ...mandate,
      drawn: sums.get(mandate.id)?.drawn ?? oere(0),
      adjusted: sums.get(mandate.id)?.adjusted ?? oere(0),
    })),
  }
}

const namedRow = rowsOf({ id: column.number, name: column.text })

/** What a mandate is limited to, by name. A case is not named: it may be a side's own. */
export function readLimits(db: Database): { subjectAreas: Map<number, string>; areas: Map<number, string> } {
  const named = (table: 'SubjectArea' | 'HousingArea') =>
    new Map(db.sql.all(namedRow, `SELECT id, name FROM ${table} ORDER BY name`).map(({ id, name }) => [id, name]))
  return { subjectAreas: named('SubjectArea'), areas: named('HousingArea') }
}

const preparedRow = rowsOf({
  id: column.number,
  itemId: column.number,
  position: column.number,
  title: column.text,
  meetingId: column.number,
  tried: triedColumn,
  check: checkColumn,
  at: column.moment,
  by: column.orNull(column.text),
})
export type PreparedRow = Omit<RowOf<typeof preparedRow>, 'tried'> & Tried

const itemJoins = `JOIN Meeting m ON m.id = i.meetingId JOIN Body b ON b.id = m.bodyId LEFT JOIN Treatment t ON t.itemId = i.id`

/** How this person reads an item `i`: what was sent, until its supplement is. All are SQL. */
function readingOf(actor: Actor) {
  const view = viewOf(actor)
  const sent = sentItems(view)
  const field = (name: string) => sent.field('m', 'i', name)
  return {
    field,
    /** On an agenda that the person reads, and not closed to them. */
    seen: `${view.agendas('m')} AND ${sent.onAgenda('m', 'i')} AND ${view.itemTexts('m', 'i', 't')}`,
  }
}

/**
 * The checks prepared for a meeting's items, or for one of them, as far as the person may read the item.
 * @param pending only of items on which nothing is decided yet
 */
export function readPrepared(
  actor: Actor,
  of: { meetingId: number } | { itemId: number } | { checkId: number },
  pending = false,
): PreparedRow[] {
  const [column, id] =
    'meetingId' in of ? ['i.meetingId', of.meetingId] : 'itemId' in of ? ['i.id', of.itemId] : ['c.id', of.checkId]
  const { seen, field } = readingOf(actor)
  const undecided = `NOT EXISTS (SELECT 1 FROM Decision d WHERE d.itemId = i.id AND ${takenSql('d')})`
  return actor.database.sql
    .all(
      preparedRow,
      `SELECT c.id, c.itemId, c.rows AS tried, c.content AS "check", c.at, p.name AS "by", ${field('position')} AS position,
              ${field('title')} AS title, i.meetingId
       FROM PreparedCheck c JOIN AgendaItem i ON i.id = c.itemId ${itemJoins} LEFT JOIN Person p ON p.id = c.byId
       WHERE ${column} = ? AND c.removedAt IS NULL AND ${seen} ${pending ? `AND ${undecided}` : ''}
       ORDER BY position, c.id`,
      id,
    )
    .map(({ tried, ...row }) => ({ ...row, ...tried }))
}

const itemRow = rowsOf({
  id: column.number,
  meetingId: column.number,
  meetingNumber: column.text,
  meetingState: column.text,
  meetingDay: column.day,
  bodyName: column.text,
  position: column.number,
  title: column.text,
  kind: column.text,
  caseId: column.orNull(column.number),
  strategy: column.flag,
  professionalDevelopment: column.flag,
  coordination: column.flag,
})
export type ItemRow = RowOf<typeof itemRow>

const itemColumns = (field: (name: string) => string) => `i.id, i.meetingId, m.number AS meetingNumber,
  m.state AS meetingState, m.day AS meetingDay, b.name AS bodyName, ${field('position')} AS position,
  ${field('title')} AS title, i.kind, i.caseId, i.strategy, i.professionalDevelopment, i.coordination`

/** An item as far as the person may read it; null: it does not exist for them. */
export function findItem(actor: Actor, itemId: number): ItemRow | null {
  const { seen, field } = readingOf(actor)
  const row = actor.database.sql.get(
    itemRow,
    `SELECT ${itemColumns(field)} FROM AgendaItem i ${itemJoins} WHERE i.id = ? AND ${seen}`,
    itemId,
  )
  return row ?? null
}

/** Items that a decision may be tried for: of meetings to come that the person prepares. */
export function readOpenItems(actor: Actor): ItemRow[] {
  const { seen, field } = readingOf(actor)
  return actor.database.sql.all(
    itemRow,
    `SELECT ${itemColumns(field)} FROM AgendaItem i ${itemJoins}
     WHERE ${agendaIsOpenSql('m.state')} AND i.kind = 'DECISION'
       AND ${viewOf(actor).drafts('m')} AND ${seen}
     ORDER BY m.day, m.startsAt, m.id, i.position LIMIT 200`,
  )
}

const idRow = rowsOf({ id: column.number })

export const subjectAreasOf = (db: Database, itemId: number): number[] =>
  db.sql.all(idRow, `SELECT subjectAreaId AS id FROM ItemSubjectArea WHERE itemId = ?`, itemId).map(({ id }) => id)

const comingMeeting = rowsOf({
  id: column.number,
  day: column.day,
  bodyName: column.text,
  checks: column.number,
})

/** The meetings to come for which something has been tried, the next first. */
export const readComingMeetings = (actor: Actor) =>
  actor.database.sql.all(
    comingMeeting,
    `SELECT m.id, m.day, b.name AS bodyName, count(*) AS checks
     FROM PreparedCheck c JOIN AgendaItem i ON i.id = c.itemId ${itemJoins}
     WHERE c.removedAt IS NULL AND ${agendaIsOpenSql('m.state')}
       AND ${readingOf(actor).seen}
     GROUP BY m.id ORDER BY m.day, m.startsAt, m.id LIMIT 10`,
  )
