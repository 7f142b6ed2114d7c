import type { Database } from '../../src/database/database.ts'
import { smallPdf } from '../../src/demo/pdf.ts'
import { loadText, putTextOnAgenda, signOffText } from '../../src/features/decisions/adoption/index.ts'
import { recordDecision } from '../../src/features/decisions/decisions/index.ts'
import { planMeeting } from '../../src/features/meetings/meetings/index.ts'
import { addSection, letterKind, registerOutward } from '../../src/features/strategy/outward/index.ts'
import type { Registration } from '../../src/features/strategy/outward/register-outward.ts'
import { day, dayOf, instant } from '../../src/kernel/days.ts'
import { draft, publish } from '../decisions/given.ts'
import { inSession } from '../revision/stage.ts'
import type { Cooperation } from '../support/builders.ts'

export const housing = 'sekretariat.bolig'
export const municipality = 'sekretariat.kommune'

export const receivedLetter = { name: 'hoeringsbrev.pdf', buffer: smallPdf('Høring', ['Svar udbedes.']) }

/** A letter that was received, registered by a secretariat. */
export const givenOutward = (
  cooperation: Cooperation,
  at: string,
  given: Partial<Registration> = {},
): Promise<{ slug: string }> =>
  registerOutward(cooperation.actor(housing, at), {
    kind: 'RESPONSE',
    title: 'Høring om udlejning',
    addressee: 'Boligministeriet',
    reference: '2026-114',
    receivedOn: day(at.slice(0, 10)),
    deadline: day('2026-04-30'),
    hearingWorkdays: 5,
    leadId: cooperation.person(municipality),
    files: [receivedLetter],
    ...given,
  })

/** Sections of the letter, written by the other secretariat. */
export async function givenSections(
  db: Database,
  cooperation: Cooperation,
  slug: string,
  at: string,
  sections: readonly { heading: string; text: string }[] = [
    { heading: 'Varsler', text: 'Varslet er for kort.' },
    { heading: 'Økonomi', text: 'Udgifterne er ikke dækket.' },
  ],
): Promise<void> {
  for (const section of sections) {
    const { newest } = await loadText(db.prisma, letterKind, slug, dayOf(instant(at)))
    await addSection(cooperation.actor(municipality, at), { slug, version: newest.number, ...section })
  }
}

/** Both secretariats sign off the draft as it stands. */
export async function signBoth(db: Database, cooperation: Cooperation, slug: string, at: string): Promise<string> {
  const { newest } = await loadText(db.prisma, letterKind, slug, dayOf(instant(at)))
  for (const by of [housing, municipality])
    await signOffText(cooperation.actor(by, at), letterKind, { slug, shownHash: newest.hash })
  return newest.hash
}

export const givenMeeting = (
  cooperation: Cooperation,
  at: string,
  on: string,
  form: 'ORDINARY' | 'WRITTEN' = 'ORDINARY',
) =>
  planMeeting(cooperation.actor(housing, at), {
    bodyId: cooperation.body('faelles-gruppe'),
    form,
    day: day(on),
    startsAt: '13:00',
    endsAt: '15:00',
    place: 'Rådhuset',
  })

/** The letter as it stands, signed off by both, and adopted at a joint meeting whose minutes are out. */
export async function adoptLetter(
  db: Database,
  cooperation: Cooperation,
  slug: string,
  { written, on }: { written: string; on: string },
): Promise<{ hash: string; decisionId: number; meetingId: number }> {
  const hash = await signBoth(db, cooperation, slug, written)
  const { id: meetingId } = await givenMeeting(cooperation, written, on)
  const { itemId } = await putTextOnAgenda(cooperation.actor(housing, written), letterKind, {
    slug,
    meetingId,
    fromDay: null,
    caseId: 'NEW',
  })
  const during = `${on}T12:00:00.000Z`
  await inSession(db, cooperation, meetingId, during)
  await recordDecision(cooperation.actor(municipality, during), draft({ meetingId, itemId }, { title: 'Høringssvar' }))
  await publish(db, meetingId)
  const decision = await db.prisma.decision.findFirstOrThrow({ where: { itemId } })
  return { hash, decisionId: decision.id, meetingId }
}
