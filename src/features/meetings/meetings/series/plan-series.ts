import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import { rowReaderIn } from '../../../../database/reader.ts'
import { write } from '../../../../database/write.ts'
import type { Day } from '../../../../kernel/days.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
import { brokenRule, refuseAll } from '../../../../kernel/refusal.ts'
import { meetingsOnDays } from '../meeting/meetings-on-day.ts'
import { faultsOf, plannedBody, storeMeeting } from '../meeting/plan-meeting.ts'
import { mostMeetings, seriesQuestions } from './series-rules.ts'

export interface SeriesPlan {
  bodyId: number
  title: string
  startsAt: string
  endsAt: string
  place: string
  note: string
  /** Each with what was asked about it on the page, to which the person has said yes; empty: nothing was asked. */
  days: readonly { day: Day; asked: string; row: number }[]
}

/**
 * Plans all meetings of a series in one go, or none of them: all that is wrong is told at once, each at its day. What is
 * asked about a day is asked anew here, with the meetings before it in the series: a yes is to exactly what was asked.
 */
export const planSeries = (
  actor: Actor,
  { bodyId, title, days, ...time }: SeriesPlan,
): Promise<{ id: number; count: number }> =>
  write(actor, async tx => {
    const body = await plannedBody(tx, actor, bodyId)
    if (days.length === 0) throw brokenRule('Vælg mindst én af dagene.')
    if (days.length > mostMeetings)
      throw brokenRule(`Der kan oprettes højst ${mostMeetings} møder på én gang. Vælg færre dage.`)
    const series = await tx.meetingSeries.create({
      data: { bodyId: body.id, title, createdById: personIdOf(actor), createdAt: actor.at },
    })
    const told: Objection[] = []
    const events: NewEvent[] = []
    const all = days.map(({ day }) => day)
    const othersOn = await meetingsOnDays(rowReaderIn(tx), actor, { bodyId: body.id, days: all, own: null })
    const questions = seriesQuestions(all, time, actor.today, othersOn)
    for (const [at, { day, asked, row }] of days.entries()) {
      const plan = { form: 'ORDINARY' as const, day, ...time }
      const faults = await faultsOf(tx, actor, body.id, plan)
      const question = questions[at] ?? null
      if (faults[0]) told.push(objection(faults[0].sentence, dayField(row)))
      else if (question !== null && question !== asked) told.push(objection(question, dayField(row)))
      else events.push(...(await storeMeeting(tx, actor, body, plan, series.id)).events)
    }
    refuseAll(told)
    const after = { title, body: body.slug, meetings: days.length }
    return {
      result: { id: series.id, count: days.length },
      events: [event('seriesPlanned', 'series', series.id, { after }), ...events],
    }
  })

/** The field of a row's day in the form. */
export const dayField = (row: number): string => `days[${row}][day]`
