import { putTextOnAgenda, signOffText } from '../../src/features/decisions/adoption/index.ts'
import { addPoint, beginStandard, editStandard, standardKind } from '../../src/features/strategy/standards/index.ts'
import type { TestApp } from '../support/app.ts'
import type { Cooperation } from '../support/builders.ts'

type Marking = (by: readonly string[], what: string) => string

/** Two standards that the secretariats write: one is theirs alone, the other stands on an agenda that has not been sent. */
export async function markedStandards(
  { db }: TestApp,
  cooperation: Cooperation,
  mark: Marking,
  { secretaries, unsentMeeting }: { secretaries: readonly string[]; unsentMeeting: number },
  now: string,
): Promise<void> {
  const [housing, municipality] = ['sekretariat.bolig', 'sekretariat.kommune'].map(name => cooperation.actor(name, now))
  if (!housing || !municipality) return
  const written = async (what: string) => {
    // The address keeps the first title: whoever asks for it has been told it.
    const { slug } = await beginStandard(housing, { title: what, purpose: '', appliesTo: 'ALL' })
    const title = mark(secretaries, `${what}: titel`)
    const purpose = mark(secretaries, `${what}: formål`)
    await editStandard(municipality, { slug, version: 1, title, purpose, appliesTo: 'ALL' })
    const point = { text: mark(secretaries, `${what}: punkt`), evidence: mark(secretaries, `${what}: dokumentation`) }
    await addPoint(municipality, { slug, version: 2, ...point })
    return slug
  }
  await written('standard under udarbejdelse')
  const slug = await written('standard, ikke udsendt')
  const { hash } = await db.prisma.textDraft.findFirstOrThrow({
    where: { text: { slug } },
    orderBy: { number: 'desc' },
  })
  for (const actor of [housing, municipality]) await signOffText(actor, standardKind, { slug, shownHash: hash })
  await putTextOnAgenda(housing, standardKind, { slug, meetingId: unsentMeeting, fromDay: null, caseId: null })
}
