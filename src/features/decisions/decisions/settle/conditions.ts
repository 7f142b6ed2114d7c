import type { Actor } from '../../../../access/actor.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import { rowReaderIn } from '../../../../database/reader.ts'
import type { Tx } from '../../../../database/write.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import { bodyInSentence } from '../../../../kernel/text.ts'
import { placeOnNextAgenda } from '../../../meetings/meetings/index.ts'
import { lapse, quoted } from './end-waiting.ts'
import { loadDecision } from './load-decisions.ts'
import { giveOneOffs } from './one-offs.ts'

/** A deep enough chain: an item is carried over meeting by meeting, and not for years. */
const longestWay = 60

/**
 * The referral whose conditions an item is about, while the group has neither accepted nor refused them. The item came
 * on the agenda by itself, or was carried over from one that did.
 */
export async function conditionsUnder(tx: Pick<Tx, 'agendaItem' | 'awaitedItem' | 'referral'>, itemId: number) {
  let at: number | null = itemId
  for (let step = 0; at !== null && step < longestWay; step += 1) {
    const awaited = await tx.awaitedItem.findUnique({ where: { itemId: at } })
    if (awaited) {
      if (awaited.referralId === null) return null
      return tx.referral.findFirst({
        where: { id: awaited.referralId, answer: 'APPROVED_ON_CONDITIONS', acceptedAt: null, withdrawnAt: null },
      })
    }
    const item: { carriedFromId: number | null } | null = await tx.agendaItem.findUnique({
      where: { id: at },
      select: { carriedFromId: true },
    })
    at = item?.carriedFromId ?? null
  }
  return null
}

/**
 * The group's decision under the item accepts the conditions: from now the approval counts.
 * @returns `waiting`: the decision that it was asked for, to be settled next; null: the item is about no conditions
 */
export async function acceptConditions(
  tx: Tx,
  actor: Actor,
  decision: { id: number; number: string; itemId: number },
): Promise<{ waiting: number | null; events: NewEvent[] }> {
  const referral = await conditionsUnder(tx, decision.itemId)
  if (!referral) return { waiting: null, events: [] }
  const given = await giveOneOffs(tx, actor, referral.id)
  await tx.referral.update({
    where: { id: referral.id },
    data: {
      acceptedById: decision.id,
      acceptedAt: actor.at,
      mandateId: given.mandateIds[0] ?? null,
      version: { increment: 1 },
    },
  })
  const accepted = event('referralConditionsAccepted', 'referral', referral.id, {
    after: { decision: decision.number },
  })
  return { waiting: referral.decisionId, events: [accepted, ...given.events] }
}

/** The item on which the group is asked to accept the conditions: it comes on the next agenda by itself. */
export async function askToAccept(tx: Tx, actor: Actor, referralId: number): Promise<NewEvent[]> {
  const { number, conditions, body, organisation, decision } = await tx.referral.findUniqueOrThrow({
    where: { id: referralId },
    include: { body: true, organisation: true, decision: { include: { item: true } } },
  })
  const who = body?.name ?? organisation.name
  const { bodyId, caseId, strategy, professionalDevelopment, coordination, closed } = decision
  return placeOnNextAgenda(tx, actor, {
    bodyId,
    caseId,
    title: `Vilkår for beslutning ${decision.number}: ${decision.title}`,
    kind: 'DECISION',
    strategy,
    professionalDevelopment,
    coordination,
    closed,
    closedReason: closed ? (decision.item.closedReason ?? 'Som da beslutningen blev truffet') : null,
    publicTitle: closed ? `Vilkår for beslutning ${decision.number}: ${decision.publicTitle ?? 'Lukket punkt'}` : null,
    presentation: `${who} har godkendt forelæggelse ${number} på disse vilkår:\n\n${quoted(conditions ?? '')}\n\nGodkendelsen gælder først, når vilkårene er tiltrådt. Tiltrædes de ikke, bortfalder beslutningen, når mødet lukkes.\n\nBeslutningen lød:\n\n${quoted(decision.text)}`,
    recommendation: `Det indstilles, **at** vilkårene fra ${bodyInSentence(who)} tiltrædes.`,
    referralId,
  })
}

/**
 * What a meeting that closes has made of conditions it was asked to accept. Not supported: the decision lapses. Anything
 * but a decision leaves them unsettled, and they come on the next agenda again.
 * @throws Refusal when the minutes say that they were accepted and no decision is recorded
 */
export async function settleConditionsOf(tx: Tx, actor: Actor, meetingId: number): Promise<NewEvent[]> {
  const items = await tx.agendaItem.findMany({
    where: { meetingId, removedAt: null, OR: [{ awaited: { isNot: null } }, { carriedFromId: { not: null } }] },
    include: { treatment: true, carriedTo: { where: { removedAt: null }, select: { id: true } } },
    orderBy: { position: 'asc' },
  })
  const events: NewEvent[] = []
  for (const item of items) {
    const referral = await conditionsUnder(tx, item.id)
    if (!referral) continue
    const outcome = item.treatment?.outcome ?? null
    if (outcome === 'REJECTED') events.push(...(await refuse(tx, actor, referral.id)))
    else if (outcome === 'DECIDED' || outcome === 'DECIDED_WITH_CHANGES')
      throw brokenRule(
        `Punkt ${item.position}: Vilkår tiltrædes ved en beslutning, der føres til protokols. Før beslutningen til protokols, eller ret punktets resultat.`,
      )
    else if (item.carriedTo.length === 0) events.push(...(await askToAccept(tx, actor, referral.id)))
  }
  return events
}

async function refuse(tx: Tx, actor: Actor, referralId: number): Promise<NewEvent[]> {
  const referral = await tx.referral.findUniqueOrThrow({
    where: { id: referralId },
    include: { body: true, organisation: true, decision: { include: { body: true } } },
  })
  const by = referral.decision.body.name
  const why = `${by} tiltrådte ikke vilkårene for godkendelsen i ${bodyInSentence(referral.body?.name ?? referral.organisation.name)} (forelæggelse ${referral.number}).`
  await tx.referral.update({
    where: { id: referralId },
    data: { withdrawnAt: actor.at, withdrawnWhy: why, version: { increment: 1 } },
  })
  const refused = event('referralConditionsRefused', 'referral', referralId, { after: { number: referral.number } })
  const decision = await loadDecision(rowReaderIn(tx), referral.decisionId)
  return [refused, ...(await lapse(tx, actor, decision, why, referralId))]
}
