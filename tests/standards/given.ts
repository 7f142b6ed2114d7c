import type { Database } from '../../src/database/database.ts'
import { loadText, putTextOnAgenda, signOffText } from '../../src/features/decisions/adoption/index.ts'
import { recordDecision } from '../../src/features/decisions/decisions/index.ts'
import { planMeeting } from '../../src/features/meetings/meetings/index.ts'
import { addPoint, beginStandard, standardKind } from '../../src/features/strategy/standards/index.ts'
import type { StandardContent } from '../../src/features/strategy/standards/standard-content.ts'
import { day } from '../../src/kernel/days.ts'
import { draft, publish } from '../decisions/given.ts'
import { inSession } from '../revision/stage.ts'
import type { Cooperation } from '../support/builders.ts'

const housing = 'sekretariat.bolig'
const municipality = 'sekretariat.kommune'
const at = (on: string, time: string) => `${on}T${time}:00.000Z`

/** A standard in force from the day of a joint meeting, whose minutes are out. */
export async function givenStandard(
  db: Database,
  cooperation: Cooperation,
  given: { title: string; appliesTo?: StandardContent['appliesTo']; points: string[]; written: string; on: string },
): Promise<{ slug: string }> {
  const { title, appliesTo = 'ALL', points, written, on } = given
  const before = at(written, '09:00')
  const { slug } = await beginStandard(cooperation.actor(housing, before), { title, purpose: 'Et formål.', appliesTo })
  for (const [index, text] of points.entries())
    await addPoint(cooperation.actor(municipality, before), { slug, version: index + 1, text, evidence: 'En liste.' })
  await adoptNewest(db, cooperation, slug, { written, on })
  return { slug }
}

/** The newest draft of a standard, adopted at a joint meeting. */
export async function adoptNewest(
  db: Database,
  cooperation: Cooperation,
  slug: string,
  { written, on }: { written: string; on: string },
): Promise<void> {
  const before = at(written, '09:30')
  const { newest } = await loadText(db.prisma, standardKind, slug, day(written))
  for (const by of [housing, municipality])
    await signOffText(cooperation.actor(by, before), standardKind, { slug, shownHash: newest.hash })
  const { id: meetingId } = await planMeeting(cooperation.actor(housing, before), {
    bodyId: cooperation.body('faelles-gruppe'),
    form: 'ORDINARY',
    day: day(on),
    startsAt: '13:00',
    endsAt: '15:00',
    place: 'Rådhuset',
  })
  const { itemId } = await putTextOnAgenda(cooperation.actor(housing, before), standardKind, {
    slug,
    meetingId,
    fromDay: null,
    caseId: 'NEW',
  })
  await inSession(db, cooperation, meetingId, at(on, '12:00'))
  await recordDecision(
    cooperation.actor(municipality, at(on, '12:00')),
    draft({ meetingId, itemId }, { title: newest.content.title }),
  )
  await publish(db, meetingId)
}
