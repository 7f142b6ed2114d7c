import { addArea } from '../../src/features/ground/places/index.ts'
import { putFlagOnAgenda, raiseFlag, takeFlagStep } from '../../src/features/strategy/flags/index.ts'
import { day } from '../../src/kernel/days.ts'
import type { TestApp } from '../support/app.ts'
import type { Cooperation } from '../support/builders.ts'

type Mark = (by: readonly string[], what: string) => string

/** Flags are read by everybody of the parties; the agenda that one is put on is not, before it is sent. */
export async function markedFlags(
  { db }: TestApp,
  cooperation: Cooperation,
  mark: Mark,
  { all, unsentMeeting }: { all: readonly string[]; unsentMeeting: number },
  now: string,
): Promise<void> {
  const housing = cooperation.actor('sekretariat.bolig', now)
  const area = await addArea(housing, { name: 'Elmelund', districtId: null, from: day('2026-01-01') })
  const { number } = await raiseFlag(cooperation.actor('medlem.bykultur', now), {
    ...{
      place: `omraade-${area.id}`,
      seenOn: day(now.slice(0, 10)),
      source: 'STAFF',
      theme: 'SAFETY',
      urgency: 'NORMAL',
    },
    ...{ reason: mark(all, 'påpegning: begrundelse'), namesArePlaces: false },
  })
  const last = async () => (await db.prisma.flagStep.findFirst({ orderBy: { id: 'desc' } }))?.id ?? 0
  await takeFlagStep(housing, {
    ...{ number, step: 'ACKNOWLEDGE', version: 0, namesArePlaces: false },
    text: mark(all, 'påpegning: kvittering'),
  })
  await putFlagOnAgenda(housing, {
    ...{ number, version: await last(), meetingId: unsentMeeting, kind: 'DISCUSSION', caseId: null },
  })
}
