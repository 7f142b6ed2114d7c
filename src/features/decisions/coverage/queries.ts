import type { Actor } from '../../../access/actor.ts'
import { viewOf } from '../../../access/visibility.ts'
import type { Database } from '../../../database/database.ts'
import { addDays, type Day, momentOf } from '../../../kernel/days.ts'
import type { Oere } from '../../../kernel/money.ts'
import { sentItems } from '../../meetings/cases/index.ts'
import {
  type CheckedOrganisation,
  type ConsequenceRow,
  type DecisionScope,
  loadCheckFacts,
  type MandateCheck,
  type MandateFacts,
  storedCheck,
} from '../mandates/index.ts'

export interface Party {
  id: number
  slug: string
  name: string
  side: 'HOUSING' | 'MUNICIPALITY'
}

/** The organisations that a decision could bind on a day, in the order of the agreement. */
export const readParties = (db: Database, on: Day): Party[] =>
  db.sql.all<Party>(
    `SELECT id, slug, name, side FROM Organisation
     WHERE kind <> 'EXTERNAL' AND side IS NOT NULL AND "from" <= ? AND ("to" IS NULL OR "to" >= ?)
     ORDER BY side, position, id`,
    on,
    on,
  )

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
  const { organisations, mandates } = await loadCheckFacts(db.prisma, organisationIds, on)
  const sums = new Map(
    db.sql
      .all<{ mandateId: number; drawn: number; adjusted: number }>(
        `SELECT mandateId,
                sum(CASE WHEN kind IN ('DRAW', 'EARLIER_DRAW') THEN amount
                         WHEN kind IN ('RELEASE', 'EARLIER_RELEASE') THEN -amount ELSE 0 END) AS drawn,
                sum(CASE kind WHEN 'RAISE' THEN amount WHEN 'LOWER' THEN -amount ELSE 0 END) AS adjusted
         FROM MandateEntry WHERE mandateId IN (${mandates.map(({ id }) => id).join(',')})
           AND CASE WHEN kind IN ('EARLIER_DRAW', 'EARLIER_RELEASE') THEN sourceDay <= ? ELSE at < ? END GROUP BY mandateId`,
        on,
        momentOf(addDays(on, 1), '00:00'),
      )
      .map(({ mandateId, ...sum }) => [mandateId, sum]),
  )
  return {
    organisations,
    mandates: mandates.map(mandate => ({
      ...mandate,
      drawn: (sums.get(mandate.id)?.drawn ?? 0) as Oere,
      adjusted: (sums.get(mandate.id)?.adjusted ?? 0) as Oere,
    })),
  }
}

/** What a mandate is limited to, by name. A case is not named: it may be a side's own. */
export function readLimits(db: Database): { subjectAreas: Map<number, string>; areas: Map<number, string> } {
  const named = (table: 'SubjectArea' | 'HousingArea') =>
    new Map(
      db.sql
        .all<{ id: number; name: string }>(`SELECT id, name FROM ${table} ORDER BY name`)
        .map(({ id, name }) => [id, name]),
    )
  return { subjectAreas: named('SubjectArea'), areas: named('HousingArea') }
}

/** What was tried: kept with the check, so that it can be made again. */
export interface Tried {
  rows: ConsequenceRow[]
  scope: DecisionScope
}

export interface PreparedRow extends Tried {
  id: number
  itemId: number
  position: number
  title: string
  meetingId: number
  check: MandateCheck
  at: string
  by: string | null
}

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
  const undecided = `NOT EXISTS (SELECT 1 FROM Decision d WHERE d.itemId = i.id AND d.state <> 'ANNULLED')`
  return actor.database.sql
    .all<Omit<PreparedRow, 'rows' | 'scope' | 'check'> & { rows: string; content: string }>(
      `SELECT c.id, c.itemId, c.rows, c.content, c.at, p.name AS "by", ${field('position')} AS position,
              ${field('title')} AS title, i.meetingId
       FROM PreparedCheck c JOIN AgendaItem i ON i.id = c.itemId ${itemJoins} LEFT JOIN Person p ON p.id = c.byId
       WHERE ${column} = ? AND c.removedAt IS NULL AND ${seen} ${pending ? `AND ${undecided}` : ''}
       ORDER BY position, c.id`,
      id,
    )
    .map(({ rows, content, ...row }) => ({ ...row, ...(JSON.parse(rows) as Tried), check: storedCheck(content) }))
}

export interface ItemRow {
  id: number
  meetingId: number
  meetingNumber: string
  meetingState: string
  meetingDay: Day
  bodyName: string
  position: number
  title: string
  kind: string
  caseId: number | null
  strategy: 0 | 1
  professionalDevelopment: 0 | 1
  coordination: 0 | 1
}

const itemColumns = (field: (name: string) => string) => `i.id, i.meetingId, m.number AS meetingNumber,
  m.state AS meetingState, m.day AS meetingDay, b.name AS bodyName, ${field('position')} AS position,
  ${field('title')} AS title, i.kind, i.caseId, i.strategy, i.professionalDevelopment, i.coordination`

/** An item as far as the person may read it; null: it does not exist for them. */
export function findItem(actor: Actor, itemId: number): ItemRow | null {
  const { seen, field } = readingOf(actor)
  const row = actor.database.sql.get<ItemRow>(
    `SELECT ${itemColumns(field)} FROM AgendaItem i ${itemJoins} WHERE i.id = ? AND ${seen}`,
    itemId,
  )
  return row ?? null
}

/** Items that a decision may be tried for: of meetings to come that the person prepares. */
export function readOpenItems(actor: Actor): ItemRow[] {
  const { seen, field } = readingOf(actor)
  return actor.database.sql.all<ItemRow>(
    `SELECT ${itemColumns(field)} FROM AgendaItem i ${itemJoins}
     WHERE m.state IN ('PLANNED', 'AGENDA_IN_PREPARATION', 'AGENDA_SIGNED_OFF', 'CALLED') AND i.kind = 'DECISION'
       AND ${viewOf(actor).drafts('m')} AND ${seen}
     ORDER BY m.day, m.startsAt, m.id, i.position LIMIT 200`,
  )
}

export const subjectAreasOf = (db: Database, itemId: number): number[] =>
  db.sql
    .all<{ id: number }>(`SELECT subjectAreaId AS id FROM ItemSubjectArea WHERE itemId = ?`, itemId)
    .map(({ id }) => id)

/** The meetings to come for which something has been tried, the next first. */
export const readComingMeetings = (actor: Actor): { id: number; day: Day; bodyName: string; checks: number }[] =>
  actor.database.sql.all(
    `SELECT m.id, m.day, b.name AS bodyName, count(*) AS checks
     FROM PreparedCheck c JOIN AgendaItem i ON i.id = c.itemId ${itemJoins}
     WHERE c.removedAt IS NULL AND m.state IN ('PLANNED', 'AGENDA_IN_PREPARATION', 'AGENDA_SIGNED_OFF', 'CALLED')
       AND ${readingOf(actor).seen}
     GROUP BY m.id ORDER BY m.day, m.startsAt, m.id LIMIT 10`,
  )
