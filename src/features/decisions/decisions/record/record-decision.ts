import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { rowReaderIn } from '../../../../database/reader.ts'
import { nextNumber, type Tx, write } from '../../../../database/write.ts'
import { type Instant, yearOf } from '../../../../kernel/days.ts'
import { type Oere, oere } from '../../../../kernel/money.ts'
import type { Objection } from '../../../../kernel/objection.ts'
import { brokenRule, notFound, orTold, refuseAll } from '../../../../kernel/refusal.ts'
import { findRules } from '../../../ground/bodies/index.ts'
import { loadQuorum, quorumRulesFor, refuseWithheld } from '../../../meetings/meetings/index.ts'
import {
  type ConsequenceRow,
  checkDecision,
  checkText,
  drawsOf,
  type MandateCheck,
  reservationText,
  type Tasks,
} from '../../mandates/index.ts'
import { takenWhere } from '../decision-state.ts'
import { loadDecision } from '../settle/load-decisions.ts'
import { begin, beginWaiting, keepCheck } from '../settle/settle-pending.ts'
import {
  type ConsequenceDraft,
  consensusObjections,
  type DraftContent,
  objectionsTo,
  unseenDecisions,
  whyNotDecidable,
} from './decision-rules.ts'
import { loadItem, standingUnder } from './item-facts.ts'
import { foreignRows, otherAreas, strangersIn } from './refuse-foreign.ts'
import { enterSpent, judgeReplacement, type ReplacementDraft } from './replacement.ts'

export interface DecisionDraft extends DraftContent {
  meetingId: number
  itemId: number
  /** The item's own when not told. */
  tasks?: Tasks
  /** The item's own when not told. */
  subjectAreaIds?: number[]
  /** The housing areas that it is about; not told: none named. */
  areaIds?: number[]
  /** The recommendation was followed with changes: the outcome says so. */
  withChanges: boolean
  /** The person has confirmed »med forbehold«: without it an uncovered decision is not recorded. */
  subjectToApproval: boolean
  /** The reservation that the person read and confirmed; when told, it must still be the check's. */
  reservation?: string | null
  /** Numbers of the item's decisions beside which this is another one; left out by whoever has no form. */
  besides?: string[]
  /** The earlier decision that it reverses or replaces. */
  replaces?: ReplacementDraft | null
}

export interface RecordedDecision {
  id: number
  number: string
  year: number
  serial: number
  state: 'EFFECTIVE' | 'CONDITIONAL'
}

/**
 * Enters a decision that the meeting has just taken (§7). All covered: it is in effect, and its amounts are drawn in the
 * same transaction. Anything uncovered: it can only be adopted subject to approval, and is put before the deciding bodies
 * that are missing; what is covered is drawn all the same, and released should the decision lapse.
 *
 * @param lacking what the form has not told; it is told together with all that the rules object to
 */
export const recordDecision = (
  actor: Actor,
  draft: DecisionDraft,
  lacking: readonly Objection[] = [],
): Promise<RecordedDecision> =>
  write(actor, async (tx, at) => {
    const found = await loadItem(tx, draft.meetingId, draft.itemId)
    if (!found) throw notFound()
    const { item, meeting, body, facts } = found
    requireRight(actor, 'recordDecision', { body })
    await refuseWithheld(tx, actor, item.id)

    refuseAll([whyNotDecidable(facts)])
    const already = await standingUnder(tx, item.id)
    const unseen = unseenDecisions(already, draft.besides)
    const rules = await findRules(rowReaderIn(tx), body.id, facts.meetingDay)
    const quorum = await loadQuorum(tx, meeting, item, quorumRulesFor(body, rules))
    const needsConsensus = body.kind === 'JOINT_GROUP' && (rules?.consensusOfBothSides ?? true)
    const objections = [...objectionsTo(draft, facts), ...(needsConsensus ? consensusObjections(draft.stances) : [])]
    const rows = draft.consequences.map(toRow)
    const areaIds = draft.areaIds ?? []
    const held = { bodyId: body.id, day: facts.meetingDay, startsAt: meeting.startsAt }
    const replaced = await orTold(() => judgeReplacement(tx, draft.replaces ?? null, held))
    refuseAll([
      ...(unseen ? [{ sentence: unseen, field: 'another' }] : []),
      ...(quorum.quorate ? [] : [{ sentence: quorum.sentence }]),
      ...lacking,
      ...objections,
      ...(await strangersIn(tx, draft.followUps, draft.followUpRows)),
      ...(await foreignRows(tx, rows, facts.meetingDay)),
      ...replaced.told,
      ...(await otherAreas(tx, areaIds, facts.meetingDay)),
    ])
    const replacement = replaced.value ?? null
    const tasks = draft.tasks ?? facts.tasks
    const subjectAreaIds = draft.subjectAreaIds ?? (await subjectAreasOf(tx, item.id))
    const check = await checkDecision(
      rowReaderIn(tx),
      rows,
      { tasks, subjectAreaIds, areaIds, caseId: item.caseId, freed: replacement?.freed ?? [] },
      facts.meetingDay,
    )
    if (!check.adoptable && !isConfirmed(draft, check)) throw brokenRule(checkText(check), 'subjectToApproval')

    const year = yearOf(facts.meetingDay)
    const serial = await nextNumber(tx, 'decision', year)
    const state = check.adoptable ? 'EFFECTIVE' : 'CONDITIONAL'
    const { id, number } = await tx.decision.create({
      data: {
        number: `${year}/${serial}`,
        year,
        serial,
        meetingId: meeting.id,
        itemId: item.id,
        bodyId: body.id,
        caseId: item.caseId,
        title: draft.title,
        text: draft.text,
        closed: facts.closed,
        publicTitle: facts.closed ? draft.publicTitle : null,
        publicText: facts.closed ? draft.publicText : null,
        sharedPosition: draft.sharedPosition,
        ...tasks,
        economic: rows.some(row => row.amount !== null),
        legal: rows.some(row => row.legal !== null),
        organisational: rows.some(row => row.organisational !== null),
        state,
        decidedOn: facts.meetingDay,
        effectiveOn: state === 'EFFECTIVE' ? facts.meetingDay : null,
        replacesId: replacement?.id ?? null,
        replacementKind: replacement?.kind ?? null,
        noFollowUp: draft.noFollowUp,
        check: JSON.stringify(check),
        recordedById: personIdOf(actor),
        recordedAt: at,
        subjectAreas: { create: [...new Set(subjectAreaIds)].map(subjectAreaId => ({ subjectAreaId })) },
        areas: { create: [...new Set(areaIds)].map(areaId => ({ areaId })) },
      },
    })
    await enterRows(tx, actor, id, { ...draft, bodyId: body.id }, rows, at)
    await enterSpent(tx, id, replacement)
    await keepCheck(tx, actor, id, check, 'recorded')
    const decision = await loadDecision(rowReaderIn(tx), id)
    const following = await (state === 'EFFECTIVE' ? begin : beginWaiting)(tx, actor, decision, check)
    await enterOutcome(tx, actor, item.id, check, draft.withChanges, at)
    return {
      result: { id, number, year, serial, state },
      events: [
        event('decisionRecorded', 'decision', id, {
          after: {
            number,
            state,
            title: draft.title,
            item: item.id,
            consequences: rows,
            draws: drawsOf(check),
            ...(replacement ? { replaces: replacement.number, how: replacement.kind } : {}),
          },
        }),
        ...following,
      ],
    }
  })

/** The confirmation, in Danish. */
export const toldOf = ({ number, state }: Pick<RecordedDecision, 'number' | 'state'>): string =>
  state === 'EFFECTIVE'
    ? `Beslutning ${number} er ført til protokols og trådt i kraft.`
    : `Beslutning ${number} er ført til protokols med forbehold.`

/** What was confirmed is a reservation for certain bodies: for others the person has to confirm anew. */
const isConfirmed = (draft: DecisionDraft, check: MandateCheck): boolean =>
  draft.subjectToApproval && (!draft.reservation || draft.reservation === reservationText(check))

const subjectAreasOf = async (tx: Tx, itemId: number): Promise<number[]> =>
  (await tx.itemSubjectArea.findMany({ where: { itemId } })).map(({ subjectAreaId }) => subjectAreaId)

const toRow = (draft: ConsequenceDraft): ConsequenceRow => ({
  organisationId: draft.organisationId,
  amount: draft.amount ? oere(draft.amount) : null,
  legal: draft.legal?.trim() || null,
  organisational: draft.organisational?.trim() || null,
})

async function enterRows(
  tx: Tx,
  actor: Actor,
  decisionId: number,
  draft: DecisionDraft & { bodyId: number },
  rows: ConsequenceRow[],
  at: Instant,
): Promise<void> {
  const inOere = (amount: Oere | null) => (amount === null ? null : BigInt(amount))
  await tx.consequence.createMany({ data: rows.map(row => ({ ...row, decisionId, amount: inOere(row.amount) })) })
  await tx.stance.createMany({ data: draft.stances.map(stance => ({ ...stance, decisionId })) })
  await tx.followUp.createMany({
    data: draft.followUps.map(followUp => ({
      ...followUp,
      decisionId,
      itemId: draft.itemId,
      bodyId: draft.bodyId,
      createdAt: at,
      createdById: personIdOf(actor),
    })),
  })
}

/** The item's outcome follows from its decision: the two can never tell different stories. */
async function enterOutcome(
  tx: Tx,
  actor: Actor,
  itemId: number,
  check: MandateCheck,
  withChanges: boolean,
  at: Instant,
): Promise<void> {
  const decided = withChanges ? ('DECIDED_WITH_CHANGES' as const) : ('DECIDED' as const)
  const pending = await tx.decision.count({ where: { itemId, ...takenWhere, referrals: { some: {} } } })
  const outcome = pending > 0 ? ('ADOPTED_SUBJECT_TO_APPROVAL' as const) : decided
  const note = check.adoptable ? {} : { outcomeNote: reservationText(check) }
  const by = { updatedById: personIdOf(actor), updatedAt: at }
  await tx.treatment.upsert({
    where: { itemId },
    create: { itemId, outcome, ...note, ...by },
    update: { outcome, withoutConsequences: false, ...note, ...by, version: { increment: 1 } },
  })
}
