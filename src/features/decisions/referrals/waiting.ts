import type { Actor, Side } from '../../../access/actor.ts'
import { keepsMandates } from '../../../access/kept-mandates.ts'
import { mayDo } from '../../../access/policy.ts'
import { preparedBodies } from '../../../access/visibility.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import { untilCommit } from '../../../database/until-commit.ts'
import type { WaitingLine, WaitingLines } from '../../../http/feature.ts'
import { daysBetween } from '../../../kernel/days.ts'
import { bodyInSentence } from '../../../kernel/text.ts'
import { organisationPath } from '../../ground/parties/paths.ts'
import { isOverdue, referralStateSql } from '../decisions/index.ts'
import { referralPath } from './paths.ts'

/** Referrals that wait for an answer, and those whose answer nobody could enter. */
export const referralsWaiting: WaitingLines[] = [
  { order: 50, lines: answerLines },
  { order: 60, lines: keeperLines },
]

function answerLines(actor: Actor): WaitingLine[] {
  return waitingReferrals(actor, preparedBodies(actor)).map(row => ({
    text: row.keeps
      ? `Registrér svaret fra ${bodyInSentence(row.body)} på forelæggelse ${row.number} (beslutning ${row.decision})`
      : `${row.body} har ikke svaret på forelæggelse ${row.number} (beslutning ${row.decision})`,
    href: referralPath(row.number),
    by: row.dueDay,
    urgent: daysBetween(actor.today, row.dueDay) <= 7,
  }))
}

function keeperLines(actor: Actor): WaitingLine[] {
  return referralsWithoutKeeper(actor).map(row => ({
    text: `Udpeg en mandatansvarlig for ${row.organisation}, så svaret på forelæggelse ${row.number} kan registreres`,
    href: `${organisationPath(row.organisationSlug)}#mandatansvarlige`,
    by: row.dueDay,
    urgent: daysBetween(actor.today, row.dueDay) <= 7,
  }))
}

/** Referrals that wait for an answer: all of its own organisations for a keeper, those overdue for a secretariat. */
const waitingReferrals = (actor: Actor, prepared: ReadonlySet<number>): (OpenReferral & { keeps: boolean })[] =>
  openReferrals(actor.database, 'all')
    // Who keeps the organisation's mandates is the one to enter the answer.
    .map(row => ({ ...row, keeps: keepsMandates(actor, organisationOf(row)) }))
    .filter(row => row.keeps || (prepared.has(row.bodyId) && isOverdue({ ...row, state: 'OPEN' }, actor.today)))
    .slice(0, 20)

/** Waiting referrals to organisations without a keeper, which this person may name: nobody could enter the answer. */
const referralsWithoutKeeper = (actor: Actor): OpenReferral[] =>
  openReferrals(actor.database, 'all').filter(
    row =>
      (row.keptUntil === null || row.keptUntil < actor.today) &&
      mayDo(actor, 'nameAuthorised', { organisation: organisationOf(row) }),
  )

const organisationOf = (row: OpenReferral) => ({
  id: row.organisationId,
  kind: row.organisationKind,
  parentId: row.parentId,
  side: row.side,
})

const openReferral = rowsOf({
  number: column.text,
  body: column.text,
  decision: column.text,
  dueDay: column.day,
  organisation: column.text,
  organisationSlug: column.text,
  organisationKind: column.text,
  side: column.orNull(column.oneOf<Side>()),
  /** The last day on which somebody keeps its mandates, its own or its municipality's keeper; null: nobody is named. */
  keptUntil: column.orNull(column.day),
  organisationId: column.number,
  parentId: column.orNull(column.number),
  /** Of the decision. */
  bodyId: column.number,
})
type OpenReferral = RowOf<typeof openReferral>

const openReferrals = untilCommit<'all', OpenReferral[]>(1, ({ sql }) =>
  sql.all(
    openReferral,
    `SELECT r.number, coalesce(b.name, o.name) AS body, d.number AS decision, r.dueDay, r.organisationId, o.parentId,
            d.bodyId, o.name AS organisation, o.slug AS organisationSlug, o.kind AS organisationKind, o.side,
            (SELECT max(coalesce(g."to", '9999-12-31')) FROM Authorisation g JOIN Person p ON p.id = g.personId
             WHERE g.kind = 'MANDATE_KEEPER' AND p.endedOn IS NULL
               AND (g.organisationId = o.id OR (o.kind = 'DEPARTMENT' AND g.organisationId = o.parentId))) AS keptUntil
     FROM Referral r JOIN Organisation o ON o.id = r.organisationId JOIN Decision d ON d.id = r.decisionId
          LEFT JOIN Body b ON b.id = r.bodyId
     WHERE ${referralStateSql.OPEN('r')}
     ORDER BY r.dueDay, r.id LIMIT 1000`,
  ),
)
