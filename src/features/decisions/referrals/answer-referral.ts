import { type Actor, personIdOf } from '../../../access/actor.ts'
import { requireRight } from '../../../access/policy.ts'
import { event, type NewEvent } from '../../../database/events.ts'
import { type Tx, write } from '../../../database/write.ts'
import { type Day, longDay } from '../../../kernel/days.ts'
import type { Oere } from '../../../kernel/money.ts'
import { brokenRule, Conflict, notFound } from '../../../kernel/refusal.ts'
import { type IncomingFile, storeDocument } from '../../ground/documents/index.ts'
import {
  askToAccept,
  decisionOf,
  giveOneOffs,
  referralStateOf,
  settleCovered,
  settlePending,
} from '../decisions/index.ts'
import { enterMandate, type Tasks } from '../mandates/index.ts'
import { refuseUncovered } from './refuse-uncovered.ts'

interface Protocol {
  referralId: number
  version: number
  /** The deciding body's meeting, and the item there. */
  answeredOn: Day
  protocolItem: string
  /** The protocol itself: an approval needs it, since it is what gives the mandate. */
  protocol: IncomingFile | null
}

/** A mandate that holds also for later decisions. */
export interface StandingMandate extends Tasks {
  title: string
  economic: boolean
  /** In øre. */
  limitPerDecision: Oere | null
  total: Oere | null
  legal: boolean
  organisational: boolean
  to: Day | null
}

export type ReferralAnswer = Protocol &
  (
    | { answer: 'APPROVED'; standing: StandingMandate | null }
    | { answer: 'APPROVED_ON_CONDITIONS'; conditions: string }
    | { answer: 'DECLINED'; reason: string }
  )

export interface Answered {
  number: string
  decision: string
  /** The decision's state after the answer. */
  state: 'CONDITIONAL' | 'EFFECTIVE' | 'LAPSED'
}

/**
 * The deciding body's answer, entered by its organisation's mandate keeper with the protocol (§7). Approved: it gives a
 * mandate, for this decision alone or a standing one, and the decision is settled. On conditions: nothing counts until
 * the group accepts them on its next agenda. Declined: the decision lapses.
 */
export const answerReferral = (actor: Actor, given: ReferralAnswer): Promise<Answered> =>
  write(actor, async tx => {
    const referral = await openReferral(tx, actor, given)
    refuseIfIncomplete(given, actor.today, referral.decision.decidedOn)
    const bodyId = referral.bodyId ?? (given.answer === 'DECLINED' ? null : await bodyOf(tx, referral.organisation))
    const document = given.protocol ? await storeDocument(tx, actor, given.protocol) : null
    const saved = await tx.referral.updateMany({
      where: { id: referral.id, version: given.version },
      data: {
        bodyId,
        answer: given.answer,
        answeredOn: given.answeredOn,
        protocolItem: given.protocolItem,
        conditions: given.answer === 'APPROVED_ON_CONDITIONS' ? given.conditions : null,
        reason: given.answer === 'DECLINED' ? given.reason : null,
        documentId: document?.id ?? null,
        answeredById: personIdOf(actor),
        answeredAt: actor.at,
        version: { increment: 1 },
      },
    })
    if (saved.count === 0) throw new Conflict({}, referral.version, 'En anden har svaret, mens du skrev.')
    const answered = event('referralAnswered', 'referral', referral.id, {
      after: { number: referral.number, answer: given.answer, on: given.answeredOn, item: given.protocolItem },
    })
    const following = await follow(tx, actor, given, referral.id, referral.organisationId, bodyId)
    const settled = await settlePending(tx, actor, referral.decisionId, 'answered')
    if (given.answer === 'APPROVED') await refuseUncovered(tx, referral.id)
    const others = await settleOthers(tx, actor, given, referral.id)
    const { state } = await tx.decision.findUniqueOrThrow({ where: { id: referral.decisionId } })
    return {
      result: { number: referral.number, decision: referral.decision.number, state: state as Answered['state'] },
      events: [answered, ...following, ...settled, ...others],
    }
  })

/** A standing mandate may be all that other decisions were waiting for. */
async function settleOthers(tx: Tx, actor: Actor, given: ReferralAnswer, referralId: number): Promise<NewEvent[]> {
  if (given.answer !== 'APPROVED' || given.standing === null) return []
  const { mandateId } = await tx.referral.findUniqueOrThrow({ where: { id: referralId } })
  return mandateId === null ? [] : (await settleCovered(tx, actor, mandateId)).events
}

/** What the answer itself brings, before the decision is settled. */
async function follow(
  tx: Tx,
  actor: Actor,
  given: ReferralAnswer,
  referralId: number,
  organisationId: number,
  bodyId: number | null,
): Promise<NewEvent[]> {
  if (given.answer === 'DECLINED') return []
  if (given.answer === 'APPROVED_ON_CONDITIONS') return askToAccept(tx, actor, referralId)
  if (given.standing === null || bodyId === null) {
    const { mandateIds, events } = await giveOneOffs(tx, actor, referralId)
    await tx.referral.update({ where: { id: referralId }, data: { mandateId: mandateIds[0] ?? null } })
    return events
  }
  const { mandate, events } = await enterMandate(tx, actor, {
    ...given.standing,
    organisationId,
    bodyId,
    from: given.answeredOn,
    sourceDay: given.answeredOn,
    sourceItem: given.protocolItem,
    sourceNote: 'Givet ved svar på en forelæggelse.',
    sourceDocument: given.protocol,
  })
  await tx.referral.update({ where: { id: referralId }, data: { mandateId: mandate.id } })
  return events
}

async function openReferral(tx: Tx, actor: Actor, { referralId }: ReferralAnswer) {
  const referral = await tx.referral.findUnique({
    where: { id: referralId },
    include: { organisation: true, decision: true },
  })
  if (!referral) throw notFound()
  requireRight(actor, 'keepMandates', { organisation: referral.organisation })
  const state = referralStateOf(referral)
  if (state === 'WITHDRAWN') throw brokenRule(`Forelæggelsen er trukket tilbage. ${referral.withdrawnWhy ?? ''}`.trim())
  if (state !== 'OPEN') throw brokenRule('Forelæggelsen er allerede besvaret. Et svar ændres ikke.')
  if (referral.decision.state !== 'CONDITIONAL')
    throw brokenRule(`Beslutning ${referral.decision.number} venter ikke længere på svar.`)
  return { ...referral, decision: decisionOf(referral.decision) }
}

function refuseIfIncomplete(given: ReferralAnswer, today: Day, decidedOn: Day): void {
  if (given.answeredOn > today) throw brokenRule('»Mødedato« kan ikke ligge efter i dag.', 'answeredOn')
  if (given.answeredOn < decidedOn)
    throw brokenRule(
      `Organet kan først have behandlet forelæggelsen, efter at beslutningen blev truffet den ${longDay(decidedOn)}.`,
      'answeredOn',
    )
  if (given.protocolItem.trim() === '') throw brokenRule('Feltet »Punkt i protokollen« skal udfyldes.', 'protocolItem')
  if (given.answer !== 'DECLINED' && given.protocol === null)
    throw brokenRule('Vedhæft protokollen. En godkendelse gælder først, når den er vedhæftet.', 'fil')
  if (given.answer === 'APPROVED_ON_CONDITIONS' && given.conditions.trim() === '')
    throw brokenRule('Skriv de vilkår, som organet har stillet.', 'conditions')
  if (given.answer === 'DECLINED' && given.reason.trim() === '')
    throw brokenRule('Skriv organets begrundelse for afslaget.', 'reason')
}

/** An organisation whose deciding body was not in the portal when it was asked may have one by now. */
async function bodyOf(tx: Tx, organisation: { id: number; name: string }): Promise<number> {
  const body = await tx.body.findFirst({
    where: { kind: 'DECIDING_BODY', organisationId: organisation.id, to: null },
    orderBy: { id: 'asc' },
  })
  if (body) return body.id
  throw brokenRule(
    `${organisation.name} har ikke et besluttende organ i portalen. Bed sekretariatet om at oprette det, før godkendelsen registreres.`,
  )
}
