import type { Actor } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { write } from '../../../../database/write.ts'
import type { Day } from '../../../../kernel/days.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { type Answering, giveAnswer, type HearingStance } from '../../../ground/hearing/index.ts'
import { requireState } from '../rounds/acting-for.ts'
import { foundRound, hearingOf } from '../rounds/load-round.ts'
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
  write(actor, async tx => {
    const { side, sectionKey } = input
    const body = await tx.body.findFirst({ where: { kind: 'STRATEGY_GROUP', side } })
    if (!body) throw notFound()
    requireRight(actor, 'answerHearing', { body })
    const round = await foundRound(tx, input.year)
    requireState(round, ['HEARING'])
    const draft = standingDraft(round)
    if (sectionKey !== null && !draft.text.sections.some(({ key }) => key === sectionKey)) {
      throw notFound('Bestemmelsen står ikke i udkastet.')
    }
    const asked: Answering = {
      ...{ hearing: hearingOf(round), body, right: 'answerHearing', leaders },
      store: answer => tx.hearingAnswer.create({ data: { roundId: round.id, draftId: draft.id, side, ...answer } }),
    }
    const answer = await giveAnswer(actor, asked, input)
    const after = { ...input, draft: draft.number, person: actor.person?.name }
    return { result: undefined, events: [event('hearingAnswered', 'hearingAnswer', answer.id, { after })] }
  })

const leaders = {
  who: 'strategigruppens formand og næstformand',
  sentence: 'Kun strategigruppens formand og næstformand kan svare på udkastet som helhed på gruppens vegne.',
}
