import type { Database } from '../../src/database/database.ts'
import { loadText, putTextOnAgenda, signOffText, type TextKind } from '../../src/features/decisions/adoption/index.ts'
import { recordDecision } from '../../src/features/decisions/decisions/index.ts'
import { planMeeting } from '../../src/features/meetings/meetings/index.ts'
import { day } from '../../src/kernel/days.ts'
import { draft, publish } from '../decisions/given.ts'
import { inSession } from '../revision/stage.ts'
import type { Cooperation } from '../support/builders.ts'

const housing = 'sekretariat.bolig'
const municipality = 'sekretariat.kommune'
const at = (on: string, time: string) => `${on}T${time}:00.000Z`

/** The newest draft of a text, signed off by both secretariats and adopted at a joint meeting whose minutes are out. */
export async function adoptText<Content extends object>(
  db: Database,
  cooperation: Cooperation,
  kind: TextKind<Content>,
  { slug, written, on }: { slug: string; written: string; on: string },
): Promise<void> {
  const before = at(written, '09:30')
  const { newest } = await loadText(db.prisma, kind, slug, day(written))
  for (const by of [housing, municipality])
    await signOffText(cooperation.actor(by, before), kind, { slug, shownHash: newest.hash })
  const { id: meetingId } = await planMeeting(cooperation.actor(housing, before), {
    bodyId: cooperation.body('faelles-gruppe'),
    form: 'ORDINARY',
    day: day(on),
    startsAt: '13:00',
    endsAt: '15:00',
    place: 'Rådhuset',
  })
  const { itemId } = await putTextOnAgenda(cooperation.actor(housing, before), kind, {
    slug,
    meetingId,
    fromDay: null,
    caseId: 'NEW',
  })
  await inSession(db, cooperation, meetingId, at(on, '12:00'))
  await recordDecision(
    cooperation.actor(municipality, at(on, '12:00')),
    draft({ meetingId, itemId }, { title: kind.titleOf(newest.content) }),
  )
  await publish(db, meetingId)
}
