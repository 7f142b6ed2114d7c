import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { answersAs } from '../../../../access/represented.ts'
import { event } from '../../../../database/events.ts'
import { write } from '../../../../database/write.ts'
import { Conflict, forbidden, refuseAll } from '../../../../kernel/refusal.ts'
import { organisationWithAdministrators } from '../../../ground/parties/index.ts'
import { loadText } from '../load-text.ts'
import type { TextKind } from '../text-kind.ts'
import { answerFaults, remarksIn, type SaidAnswer } from './hearing-rules.ts'
import { type LoadedAnswer, loadHearing } from './load-hearing.ts'

export interface NewAnswer extends SaidAnswer {
  slug: string
  number: number
  organisation: string
  /** The answer that the form was made from, by its number; 0: there was none. */
  version: number
}

/**
 * What an organisation answers to the draft that it was sent, section by section or to the whole; asked or not. What it
 * answered before stays, and the last one counts.
 * @throws Conflict when somebody else of the organisation has answered meanwhile
 */
export const answerTextHearing = <Content extends object>(
  actor: Actor,
  kind: TextKind<Content>,
  input: NewAnswer,
): Promise<{ changed: boolean }> =>
  write(actor, async tx => {
    const organisation = await organisationWithAdministrators(tx, input.organisation, actor.today)
    const { administrators } = organisation
    requireRight(actor, 'answerForOrganisation', { organisation, administrators })
    if (organisation.side === null)
      throw forbidden('parternes organisationer', 'Kun parternes organisationer kan afgive høringssvar.')
    const as = answersAs(actor, organisation)
    const text = await loadText(tx, kind, input.slug, actor.today)
    const hearing = await loadHearing(tx, kind, text, input.number, actor.today)
    const keys = hearing.sections.map(({ key }) => key)
    refuseAll(answerFaults(hearing, input, keys, actor.today))
    const standing = hearing.answers.find(({ organisationId }) => organisationId === organisation.id) ?? null
    if ((standing?.id ?? 0) !== input.version) throw new Conflict(fieldsOf(standing), standing?.id ?? 0)
    const remarks = remarksIn(input)
    const { id } = await tx.textHearingAnswer.create({
      data: {
        hearingId: hearing.id,
        organisationId: organisation.id,
        stance: input.stance ?? 'SUPPORTS',
        asId: typeof as === 'number' ? as : null,
        byId: personIdOf(actor),
        at: actor.at,
        remarks: { create: remarks },
      },
    })
    const after = { stance: input.stance, sections: remarks.map(({ sectionKey }) => sectionKey) }
    const told = standing ? 'textHearingAnswerChanged' : 'textHearingAnswered'
    return { result: { changed: standing !== null }, events: [event(told, 'textHearingAnswer', id, { after })] }
  })

/** An answer as its form has it, by the form's fields. */
export function fieldsOf(answer: Pick<LoadedAnswer, 'stance' | 'remarks'> | null): Record<string, string> {
  const fields: Record<string, string> = { stance: answer?.stance ?? '' }
  for (const { sectionKey, text } of answer?.remarks ?? [])
    fields[sectionKey === null ? 'whole' : `sections[${sectionKey}]`] = text
  return fields
}
