import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { write } from '../../../../database/write.ts'
import { brokenRule, Conflict } from '../../../../kernel/refusal.ts'
import { loadText } from '../load-text.ts'
import type { TextKind } from '../text-kind.ts'
import { type LoadedHearing, loadHearing, remarksTo, replyTo } from './load-hearing.ts'

export interface Replies {
  slug: string
  number: number
  /** The last reply that the form was made from, by its number; 0: there was none. */
  version: number
  whole: string
  sections: Readonly<Record<string, string>>
}

/** What has remarks, in the order of the text, the whole last: null is its key. */
export const remarkedSections = (hearing: LoadedHearing) =>
  [
    ...hearing.sections.map(({ key, heading }) => ({ key, heading })),
    { key: null, heading: 'Teksten som helhed' },
  ].filter(({ key }) => remarksTo(hearing, key).length > 0)

/**
 * The note of a hearing: what the secretariats say to the remarks, once no answer can change any more.
 * @throws Conflict when the other secretariat has written meanwhile
 */
export const replyToRemarks = <Content extends object>(
  actor: Actor,
  kind: TextKind<Content>,
  input: Replies,
): Promise<void> =>
  write(actor, async tx => {
    requireRight(actor, 'prepareTexts')
    const text = await loadText(tx, kind, input.slug, actor.today)
    const hearing = await loadHearing(tx, kind, text, input.number, actor.today)
    if (hearing.over === null)
      throw brokenRule('Høringen er ikke slut. Skriv høringsnotatet, når fristen er udløbet, eller luk høringen først.')
    const remarked = remarkedSections(hearing)
    if (remarked.length === 0) throw brokenRule('Der er ingen bemærkninger at svare på.')
    const last = hearing.replies.at(-1)?.id ?? 0
    if (last !== input.version) throw new Conflict(repliesOf(hearing), last)
    const said = remarked.flatMap(({ key }) => {
      const reply = (key === null ? input.whole : input.sections[key]) ?? ''
      return reply === (replyTo(hearing, key)?.text ?? '') ? [] : [{ sectionKey: key, text: reply }]
    })
    if (said.length === 0) throw brokenRule('Høringsnotatet er uændret. Skriv et svar, før du gemmer.')
    await tx.textHearingReply.createMany({
      data: said.map(reply => ({ hearingId: hearing.id, ...reply, byId: personIdOf(actor), at: actor.at })),
    })
    const after = { hearing: hearing.number, sections: said.map(({ sectionKey }) => sectionKey) }
    return { result: undefined, events: [event('textHearingReplied', 'text', text.id, { after })] }
  })

/** The note as its form has it, by the form's fields. */
export const repliesOf = (hearing: LoadedHearing): Record<string, string> =>
  Object.fromEntries(
    remarkedSections(hearing).map(({ key }) => [
      key === null ? 'whole' : `sections[${key}]`,
      replyTo(hearing, key)?.text ?? '',
    ]),
  )
