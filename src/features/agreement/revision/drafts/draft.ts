import type { Actor } from '../../../../access/actor.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import type { Tx } from '../../../../database/write.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import { slugOf } from '../../../../kernel/text.ts'
import { keepVersion } from '../../../ground/sealed/index.ts'
import { type AgreementText, sealedText, type TextSection } from '../../agreement/index.ts'
import { type Amendment, applyAmendment, isNewSection } from '../proposals/proposal-rules.ts'
import { personOf } from '../rounds/acting-for.ts'
import { amendmentOf, draftText, latestDraft, type Round, type RoundProposal } from '../rounds/load-round.ts'

/** The draft as it stands. @throws Refusal when drafting has not begun */
export function standingDraft(round: Round) {
  const draft = latestDraft(round)
  if (!draft)
    throw brokenRule('Der er ikke noget udkast endnu. Sekretariaterne er ikke gået i gang med sammenskrivningen.')
  return { ...draft, text: draftText(draft) }
}

/** An edit is the next number: the sign-offs stay with the one before. */
export async function nextDraft(
  tx: Tx,
  actor: Actor,
  round: Round,
  text: AgreementText,
  note: string,
): Promise<{ id: number; number: number; event: NewEvent }> {
  const { id, number, hash } = await keepVersion(sealedText, text, {
    latest: () => latestDraft(round)?.number ?? 0,
    store: version =>
      tx.consolidatedDraft.create({
        data: { ...version, roundId: round.id, note, createdById: personOf(actor).id, createdAt: actor.at },
      }),
  })
  const after = { year: round.year, draft: number, hash, note }
  return { id, number, event: event('draftWritten', 'revision', round.id, { after }) }
}

/** »September 2008, revideret 2026«: the front page tells which revision the text has been through last. */
export const revisedDateText = (dateText: string, year: number): string =>
  `${dateText.replace(/, revideret \d{4}$/, '')}, revideret ${year}`

/**
 * The draft's text with a proposal taken in, in its own words or in those that it was adapted to. The section remembers
 * who proposed it.
 * @throws Refusal when the words it is about are no longer there
 */
export function withProposal(
  text: AgreementText,
  proposal: RoundProposal,
  year: number,
  words?: string,
): AgreementText {
  const amendment = amendmentOf(proposal)
  return withAmendment(text, words === undefined ? amendment : { ...amendment, text: words }, [proposal], year)
}

export function withAmendment(
  text: AgreementText,
  amendment: Amendment,
  from: readonly RoundProposal[],
  year: number,
): AgreementText {
  const newKey = uniqueKey(text.sections, amendment.heading)
  const make = (heading: string, body: string): TextSection => ({ key: newKey, number: '', heading, body })
  const applied = applyAmendment(text.sections, amendment, make)
  if ('objection' in applied) throw brokenRule(applied.objection.sentence)
  const key = isNewSection(amendment) ? newKey : amendment.sectionKey
  const origins = from.map(({ number, organisation }) => ({
    round: year,
    proposal: number,
    organisation: organisation.name,
  }))
  const sections = applied.clauses.map(section =>
    section.key === key ? { ...section, origins: [...(section.origins ?? []), ...origins] } : section,
  )
  return { ...text, sections }
}

/** A new section's lasting key, of its heading. */
export function uniqueKey(sections: readonly TextSection[], heading: string): string {
  const base = slugOf(heading) || 'afsnit'
  const taken = new Set(sections.map(({ key }) => key))
  let key = base
  for (let more = 2; taken.has(key); more += 1) key = `${base}-${more}`
  return key
}

/** An appendix by its heading, and its date where the heading does not tell it. */
export const appendixLine = ({ heading, dateText }: { heading: string; dateText: string }): string =>
  dateText === '' || heading.includes(dateText) ? heading : `${heading}, ${dateText}`
