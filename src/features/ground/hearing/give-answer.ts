import type { Actor } from '../../../access/actor.ts'
import { type BodySubject, holdsSeat, type Right, requireRight } from '../../../access/policy.ts'
import type { Instant } from '../../../kernel/days.ts'
import { brokenRule, forbidden, refuseAll } from '../../../kernel/refusal.ts'
import { answerObjections, type Hearing, type HearingStance } from './hearing-rules.ts'

/** An answer as it is kept: with the person and the organisation as of the moment. */
export interface GivenAnswer {
  sectionKey: string | null
  organisationId: number
  personId: number
  name: string
  stance: HearingStance
  text: string
  at: Instant
}

export interface Answering {
  hearing: Pick<Hearing<unknown>, 'until'>
  /** The body that is asked, and the right to answer in it. */
  body: BodySubject
  right: Right
  /** Who answers for the whole, as people in the plural, and why nobody else may. */
  leaders: { who: string; sentence: string }
  store: (answer: GivenAnswer) => Promise<{ id: number }>
}

/**
 * A member of a body that is asked answers a section; its chair or vice chair answers for the whole.
 * @throws Refusal forbidden, or rule when the hearing is over or a remark has no words
 */
export async function giveAnswer(
  actor: Actor,
  { hearing, body, right, leaders, store }: Answering,
  { sectionKey, stance, text }: Pick<GivenAnswer, 'sectionKey' | 'stance' | 'text'>,
): Promise<{ id: number }> {
  const { person } = actor
  if (!person) throw brokenRule('Kun en bruger, der er logget ind, kan gøre dette.')
  requireRight(actor, right, { body })
  if (sectionKey === null && !holdsSeat(actor, body, ['CHAIR', 'VICE_CHAIR'])) {
    throw forbidden(leaders.who, leaders.sentence)
  }
  refuseAll(answerObjections(hearing, { stance, text }, actor.today))
  const seat = actor.seats.find(({ bodyId }) => bodyId === body.id)
  return store({
    sectionKey,
    organisationId: seat?.organisationId ?? person.organisationId,
    personId: person.id,
    name: person.name,
    stance,
    text,
    at: actor.at,
  })
}
