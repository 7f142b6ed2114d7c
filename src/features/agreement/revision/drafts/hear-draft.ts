import type { Actor } from '../../../../access/actor.ts'
import { holdsSeat, requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { write } from '../../../../database/write.ts'
import { type Day, longDay } from '../../../../kernel/days.ts'
import { brokenRule, forbidden, notFound } from '../../../../kernel/refusal.ts'
import { personOf, requireState } from '../rounds/acting-for.ts'
import { foundRound } from '../rounds/load-round.ts'
import { takeRoundStep } from '../rounds/take-round-step.ts'
import { standingDraft } from './draft.ts'

/** Both secretariats have signed off the draft: the two strategy groups are heard. */
export const sendToHearing = (actor: Actor, input: { year: number; hearingUntil: Day }): Promise<void> =>
  write(actor, async tx => {
    const round = await foundRound(tx, input.year)
    const taken = await takeRoundStep(tx, actor, round, 'SEND_TO_HEARING', {
      kind: 'HEARING_OPENED',
      known: { newDeadline: input.hearingUntil },
      data: { hearingUntil: input.hearingUntil },
      after: { draft: standingDraft(round).number },
    })
    return { result: undefined, events: [taken] }
  })

export type HearingStance = 'SUPPORTS' | 'WITH_REMARKS' | 'OBJECTS'

export interface HearingDraft {
  year: number
  /** The strategy group that the person answers in. */
  side: 'HOUSING' | 'MUNICIPALITY'
  /** null: the group's answer to the draft as a whole, which its chair or vice chair gives. */
  sectionKey: string | null
  stance: HearingStance
  text: string
}

/** A strategy group's members answer section by section; the latest answer of a person to a section counts. */
export const answerHearing = (actor: Actor, input: HearingDraft): Promise<void> =>
  write(actor, async (tx, at) => {
    const person = personOf(actor)
    const body = await tx.body.findFirst({ where: { kind: 'STRATEGY_GROUP', side: input.side } })
    if (!body) throw notFound()
    requireRight(actor, 'answerHearing', { body })
    if (input.sectionKey === null && !holdsSeat(actor, body, ['CHAIR', 'VICE_CHAIR'])) {
      throw forbidden(
        'strategigruppens formand og næstformand',
        'Kun strategigruppens formand og næstformand kan svare på udkastet som helhed på gruppens vegne.',
      )
    }
    const round = await foundRound(tx, input.year)
    requireState(round, ['HEARING'])
    if (round.hearingUntil !== null && round.hearingUntil < actor.today) {
      throw brokenRule(`Høringsfristen udløb den ${longDay(round.hearingUntil as Day)}.`)
    }
    const draft = standingDraft(round)
    if (input.sectionKey !== null && !draft.text.sections.some(({ key }) => key === input.sectionKey)) {
      throw notFound('Bestemmelsen står ikke i udkastet.')
    }
    if (input.stance !== 'SUPPORTS' && input.text.trim() === '') {
      throw brokenRule('Skriv forbeholdet eller indvendingen.', 'text')
    }
    const seat = actor.seats.find(found => found.bodyId === body.id)
    const answer = await tx.hearingAnswer.create({
      data: {
        roundId: round.id,
        draftId: draft.id,
        sectionKey: input.sectionKey,
        side: input.side,
        organisationId: seat?.organisationId ?? person.organisationId,
        personId: person.id,
        name: person.name,
        stance: input.stance,
        text: input.text,
        at,
      },
    })
    const after = { ...input, draft: draft.number, person: person.name }
    return { result: undefined, events: [event('hearingAnswered', 'hearingAnswer', answer.id, { after })] }
  })
