import type { Actor } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { dayInRow, yearOf } from '../../../../kernel/days.ts'
import { Conflict, notFound, refuseAll } from '../../../../kernel/refusal.ts'
import { type Rhythm, rhythmFaults, rhythmTexts } from './revision-rhythm.ts'

/**
 * R81: states when a version of the agreement is taken up for revision, as its words have it. What was stated before
 * stays readable; the latest counts.
 * @param input.version the row that the person saw; 0: none
 * @throws Conflict when somebody else stated it first
 */
export const stateRhythm = (actor: Actor, input: { year: number; version: number; rhythm: Rhythm }): Promise<void> =>
  write(actor, async tx => {
    requireRight(actor, 'runRevision')
    const version = await tx.agreementVersion.findUnique({
      where: { year: input.year },
      include: { rhythms: { orderBy: { id: 'desc' }, take: 1 } },
    })
    if (!version) throw notFound()
    const [latest] = version.rhythms
    if (latest && latest.id !== input.version) throw new Conflict(rhythmTexts(latest), latest.id)
    refuseAll(rhythmFaults(input.rhythm, yearOf(dayInRow(version.inForceFrom))))
    return { result: undefined, events: [await storeRhythm(tx, actor, version.id, input.rhythm, latest)] }
  })

/** For whoever enters a version together with its rhythm. */
export async function storeRhythm(
  tx: Tx,
  by: Pick<Actor, 'personId' | 'at'>,
  versionId: number,
  { firstYear, everyYears, section }: Rhythm,
  before?: Rhythm,
): Promise<NewEvent> {
  await tx.revisionRhythm.create({
    data: { versionId, firstYear, everyYears, section, enteredById: by.personId, enteredAt: by.at },
  })
  return event('revisionRhythmStated', 'agreement', versionId, {
    ...(before && { before: { firstYear: before.firstYear, everyYears: before.everyYears, section: before.section } }),
    after: { firstYear, everyYears, section },
  })
}
