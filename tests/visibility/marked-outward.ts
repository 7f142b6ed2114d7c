import { addSection, askForStances, giveStance, registerOutward } from '../../src/features/strategy/outward/index.ts'
import { editLetterHead } from '../../src/features/strategy/outward/letter/change-letter.ts'
import { day } from '../../src/kernel/days.ts'
import { receivedLetter } from '../outward/given.ts'
import type { Cooperation } from '../support/builders.ts'

type Marking = (by: readonly string[], what: string) => string

/** Two letters: of one only what it is about is read by all, about the other the organisations have been asked. */
export async function markedOutward(
  cooperation: Cooperation,
  mark: Marking,
  { all, secretaries }: { all: readonly string[]; secretaries: readonly string[] },
  now: string,
): Promise<void> {
  const [housing, municipality] = ['sekretariat.bolig', 'sekretariat.kommune'].map(name => cooperation.actor(name, now))
  if (!housing || !municipality) return
  const registered = async (what: string) => {
    // The address keeps the first title: whoever asks for it has been told it.
    const { slug } = await registerOutward(housing, {
      ...{ kind: 'RESPONSE', title: what, addressee: 'Et ministerium', reference: '' },
      ...{ receivedOn: day('2026-03-11'), deadline: day('2026-09-30'), hearingWorkdays: 5 },
      leadId: cooperation.person('sekretariat.kommune'),
      files: [receivedLetter],
    })
    await editLetterHead(municipality, {
      slug,
      version: 1,
      kind: 'RESPONSE',
      title: mark(all, `${what}: emne`),
      addressee: mark(all, `${what}: modtager`),
      reference: mark(all, `${what}: journalnummer`),
    })
    return slug
  }
  const section = (by: readonly string[], what: string) => ({
    heading: mark(by, `${what}: overskrift`),
    text: mark(by, `${what}: tekst`),
  })
  const kept = await registered('udtalelse, der skrives på')
  await addSection(municipality, { slug: kept, version: 2, ...section(secretaries, 'udtalelse, der skrives på') })
  const slug = await registered('udtalelse i høring')
  await addSection(municipality, { slug, version: 2, ...section(all, 'udtalelse i høring') })
  await askForStances(housing, { slug, until: day('2026-08-31') })
  await giveStance(cooperation.actor('medlem.hoejstrup', now), {
    slug,
    organisation: 'hoejstrup',
    version: 0,
    position: 'REMARKS',
    text: mark(all, 'udtalelse i høring: bemærkning'),
  })
  // Written after they were asked: it is not what they were asked about.
  await addSection(municipality, { slug, version: 3, ...section(secretaries, 'udtalelse, tilføjet efter høring') })
}
