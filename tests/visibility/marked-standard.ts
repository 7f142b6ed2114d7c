import {
  answerTextHearing,
  openTextHearing,
  putTextOnAgenda,
  signOffText,
} from '../../src/features/decisions/adoption/index.ts'
import {
  addPoint,
  beginStandard,
  editPoint,
  editStandard,
  standardKind,
} from '../../src/features/strategy/standards/index.ts'
import { day } from '../../src/kernel/days.ts'
import type { TestApp } from '../support/app.ts'
import type { Cooperation } from '../support/builders.ts'

type Marking = (by: readonly string[], what: string) => string

/**
 * Three standards that the secretariats write: one is theirs alone, another stands on an agenda that has not been sent.
 * The organisations have been asked about the third, and what was written on it since is the secretariats' own.
 */
export async function markedStandards(
  { db }: TestApp,
  cooperation: Cooperation,
  mark: Marking,
  {
    secretaries,
    all,
    unsentMeeting,
  }: { secretaries: readonly string[]; all: readonly string[]; unsentMeeting: number },
  now: string,
): Promise<void> {
  const [housing, municipality] = ['sekretariat.bolig', 'sekretariat.kommune'].map(name => cooperation.actor(name, now))
  if (!housing || !municipality) return
  const written = async (what: string, by = secretaries) => {
    // The address keeps the first title: whoever asks for it has been told it.
    const { slug } = await beginStandard(housing, { title: what, purpose: '', appliesTo: 'ALL' })
    const title = mark(by, `${what}: titel`)
    const purpose = mark(by, `${what}: formål`)
    await editStandard(municipality, { slug, version: 1, title, purpose, appliesTo: 'ALL' })
    const point = { text: mark(by, `${what}: punkt`), evidence: mark(by, `${what}: dokumentation`) }
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

  const heard = await written('standard i høring', all)
  const asked = { slug: heard, version: 3, audience: 'ALL', asked: [], until: day('2026-04-30') } as const
  const question = mark(all, 'standard i høring: spørgsmål')
  const { number } = await openTextHearing(housing, standardKind, { ...asked, question })
  await answerTextHearing(cooperation.actor('medlem.hoejstrup', now), standardKind, {
    ...{ slug: heard, number, organisation: 'hoejstrup', version: 0, stance: 'WITH_REMARKS' },
    whole: mark(all, 'høringssvar: til det hele'),
    sections: { p1: mark(all, 'høringssvar: til et punkt') },
  })
  const later = {
    text: mark(secretaries, 'rettet efter høringen'),
    evidence: mark(secretaries, 'rettet: dokumentation'),
  }
  await editPoint(municipality, { slug: heard, version: 3, key: 'p1', ...later })
}
