import { planSeries } from '../../src/features/meetings/meetings/index.ts'
import { addDuty } from '../../src/features/reading/wheel/index.ts'
import { day } from '../../src/kernel/days.ts'
import type { Cooperation } from '../support/builders.ts'

type Marking = (by: readonly string[], what: string) => string

/** Meetings of a side's own group, planned in one go, and a duty that everybody has on the year's wheel. */
export async function markedWheel(
  cooperation: Cooperation,
  mark: Marking,
  { all, housing }: { all: readonly string[]; housing: readonly string[] },
  now: string,
): Promise<void> {
  const actor = cooperation.actor('sekretariat.bolig', now)
  const days = [day('2026-09-10'), day('2026-10-08')].map((on, row) => ({ day: on, asked: '', row }))
  await planSeries(actor, {
    bodyId: cooperation.body('strategigruppe-bolig'),
    title: mark(housing, 'møderække: navn'),
    ...{ startsAt: '10:00', endsAt: '11:00', note: '', days },
    place: mark(housing, 'møderække: sted'),
  })
  await addDuty(actor, {
    title: mark(all, 'årlig opgave: navn'),
    note: mark(all, 'årlig opgave: bemærkning'),
    ...{ from: '06-01', to: null, everyYears: 1, firstYear: 2026, lastYear: null },
  })
}
