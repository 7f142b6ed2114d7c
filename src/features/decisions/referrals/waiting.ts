import type { Actor, Side } from '../../../access/actor.ts'
import { mayDo } from '../../../access/policy.ts'
import { preparedBodies } from '../../../access/visibility.ts'
import { untilCommit } from '../../../database/until-commit.ts'
import type { WaitingLine, WaitingLines } from '../../../http/feature.ts'
import { day, daysBetween } from '../../../kernel/days.ts'
import { bodyInSentence } from '../../../kernel/text.ts'
import { keptOrganisations } from '../mandates/index.ts'

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
    href: `/forelaeggelser/${row.number}`,
    by: day(row.dueDay),
    urgent: daysBetween(actor.today, day(row.dueDay)) <= 7,
  }))
}

function keeperLines(actor: Actor): WaitingLine[] {
  return referralsWithoutKeeper(actor).map(row => ({
    text: `Udpeg en mandatansvarlig for ${row.organisation}, så svaret på forelæggelse ${row.number} kan registreres`,
    href: `/parter/${row.organisationSlug}#mandatansvarlige`,
    by: day(row.dueDay),
    urgent: daysBetween(actor.today, day(row.dueDay)) <= 7,
  }))
}

interface ReferralRow {
  number: string
  body: string
  decision: string
  dueDay: string
  /** The person keeps the organisation's mandates, and is the one to enter the answer. */
  keeps: boolean
}

/** Referrals that wait for an answer: all of its own organisations for a keeper, those overdue for a secretariat. */
function waitingReferrals(actor: Actor, prepared: ReadonlySet<number>): ReferralRow[] {
  const kept = keptOrganisations(actor)
  return openReferrals(actor.database, 'all')
    .map(row => ({
      ...row,
      keeps: kept.has(row.organisationId) || (row.parentId !== null && kept.has(row.parentId)),
    }))
    .filter(row => row.keeps || (prepared.has(row.bodyId) && row.dueDay < actor.today))
    .slice(0, 20)
}

/** Waiting referrals to organisations without a keeper, which this person may name: nobody could enter the answer. */
const referralsWithoutKeeper = (actor: Actor): OpenReferral[] =>
  openReferrals(actor.database, 'all').filter(
    ({ organisationId, organisationKind, parentId, side, keptUntil }) =>
      (keptUntil === null || keptUntil < actor.today) &&
      mayDo(actor, 'nameAuthorised', { organisation: { id: organisationId, kind: organisationKind, parentId, side } }),
  )

interface OpenReferral extends Omit<ReferralRow, 'keeps'> {
  organisation: string
  organisationSlug: string
  organisationKind: string
  side: Side | null
  /** The last day on which somebody keeps its mandates, its own or its municipality's keeper; null: nobody is named. */
  keptUntil: string | null
  organisationId: number
  parentId: number | null
  /** Of the decision. */
  bodyId: number
}

const openReferrals = untilCommit<'all', OpenReferral[]>(1, ({ sql }) =>
  sql.all<OpenReferral>(
    `SELECT r.number, coalesce(b.name, o.name) AS body, d.number AS decision, r.dueDay, r.organisationId, o.parentId,
            d.bodyId, o.name AS organisation, o.slug AS organisationSlug, o.kind AS organisationKind, o.side,
            (SELECT max(coalesce(g."to", '9999-12-31')) FROM Authorisation g JOIN Person p ON p.id = g.personId
             WHERE g.kind = 'MANDATE_KEEPER' AND p.endedOn IS NULL
               AND (g.organisationId = o.id OR (o.kind = 'DEPARTMENT' AND g.organisationId = o.parentId))) AS keptUntil
     FROM Referral r JOIN Organisation o ON o.id = r.organisationId JOIN Decision d ON d.id = r.decisionId
          LEFT JOIN Body b ON b.id = r.bodyId
     WHERE r.answer IS NULL AND r.withdrawnAt IS NULL
     ORDER BY r.dueDay, r.id LIMIT 1000`,
  ),
)
