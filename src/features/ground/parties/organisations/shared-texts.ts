import type { Actor } from '../../../../access/actor.ts'
import { type Asking, type Feature, relatedFacts } from '../../../../http/feature.ts'
import { longDay } from '../../../../kernel/days.ts'
import { plural } from '../../../../kernel/text.ts'
import { answersPath } from '../../answers/paths.ts'
import type { OrganisationInFull } from '../queries.ts'

/**
 * §5: what the parties have adopted that is in force for an organisation, and what it owes an answer to, as every party
 * reads it. Null for those who are no party, and of those who are none.
 * @param mayAnswer the reader answers for it: then what waits leads to where it is answered
 */
export async function sharedTexts(
  actor: Actor,
  found: OrganisationInFull,
  { features, asking, mayAnswer }: { features: readonly Feature[]; asking: Asking; mayAnswer: boolean },
) {
  if (!actor.person?.side || found.kind === 'EXTERNAL') return null
  const waiting: { term: string; text: string; href?: string }[] = []
  for (const { asked } of asking.elsewhere)
    for (const { heading, why, href, deadline, answered } of asked(actor, found))
      if (!answered) {
        const text = `${heading}. Fristen er den ${longDay(deadline)}.`
        waiting.push({ term: why, text, ...(mayAnswer && { href }) })
      }
  for (const source of asking.sources)
    for (const { anchor, heading, why, missing } of await source.asked(actor, found))
      if (missing > 0) {
        // How far it has come with answers that it has not given is its own.
        const text = `${heading}. ${mayAnswer ? `${plural(missing, 'punkt', 'punkter')} mangler svar.` : 'Mangler svar.'}`
        waiting.push({ term: why, text, ...(mayAnswer && { href: `${answersPath(found.slug)}#${anchor}` }) })
      }
  return { inForce: relatedFacts(features, actor, { organisation: found.id, kind: found.kind }), waiting }
}
