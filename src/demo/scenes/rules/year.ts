import { planSeries, seriesDays } from '../../../features/meetings/meetings/index.ts'
import { addDuty } from '../../../features/reading/wheel/index.ts'
import { addDays, type Day, momentOf, yearOf } from '../../../kernel/days.ts'
import { meetingDay } from '../../schedule.ts'
import type { Stage } from '../../stage.ts'

/** Invented: the meetings of a secretariat planned in one go, and a duty that the secretariats have added to the year. */
export function playYear({ timeline, cast }: Stage, today: Day): void {
  timeline.at(momentOf(addDays(today, -2), '09:10'), 'add a duty to the year’s wheel', async at => {
    await addDuty(cast.actor('sekretariat.bolig', at), {
      title: 'Fælles tryghedsvandringer i boligområderne',
      note: 'Aftales med områdernes helhedsplaner. Opgaven er opdigtet.',
      from: '08-15',
      to: '10-15',
      everyYears: 1,
      firstYear: yearOf(today),
      lastYear: null,
    })
  })
  timeline.at(momentOf(today, '07:40'), 'plan the meetings of a secretariat', async at => {
    const days = seriesDays(meetingDay(today, 45), '1M', 6).map(({ day }, row) => ({ day, asked: '', row }))
    await planSeries(cast.actor('sekretariat.kommune', at), {
      bodyId: cast.body('sekretariat-kommune').id,
      ...{ title: 'Månedsmøder i sekretariatet', startsAt: '08:30', endsAt: '09:30' },
      ...{ place: 'Odense Rådhus, mødelokale 1', note: '', days },
    })
  })
}
