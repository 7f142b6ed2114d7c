import type { Actor } from '../../../../access/actor.ts'
import { prepares } from '../../../../access/policy.ts'
import { viewOf } from '../../../../access/visibility.ts'
import { keptReader } from '../../../../database/kept-rows.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import { type FormState, fieldErrors, formOf } from '../../../../http/forms/forms.ts'
import { type Day, longDay, shortDay, weekdayOf } from '../../../../kernel/days.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { parseDanishDay } from '../../../../kernel/written-day.ts'
import { readRules, rulesInForce } from '../../../ground/bodies/index.ts'
import { yearPath } from '../../../reading/wheel/paths.ts'
import { agendaDay, minutesDay, noticeDay, proposalDay } from '../agenda/agenda-rules.ts'
import { spanText } from '../labels.ts'
import { meetingsOnDays } from '../meeting/meetings-on-day.ts'
import { meetingPath, newSeriesPath, planSeriesPath } from '../paths.ts'
import { meetingBodies } from '../queries.ts'
import { agendaIsOpen, stateKinds, stateLabels } from '../steps/meeting-states.ts'
import { patternForm } from './forms.ts'
import { rhythms, type SeriesDay, seriesDays, seriesQuestions } from './series-rules.ts'

type Bodies = ReturnType<typeof meetingBodies>

/** What the page is drawn from: the pattern in its address, or the days that were sent and not all of them taken. */
export interface Asked {
  values: Record<string, unknown>
  /** The days are asked for. */
  shows: boolean
  sent?: FormState
}

/** Where a series is planned: the pattern, and below it a dry run of its days, each with its deadlines and what is asked. */
export async function newSeriesPage(actor: Actor, { values, shows, sent }: Asked) {
  const bodies = meetingBodies(actor.database).filter(body => prepares(actor, body))
  const parsed = patternForm.safeParse(values)
  const errors = shows && !parsed.success ? fieldErrors(parsed.error) : {}
  const plan = parsed.success && bodies.some(({ id }) => id === parsed.data.bodyId) ? parsed.data : null
  const rows = sent ? sentRows(sent) : shows && plan ? seriesDays(plan.first, plan.rhythm, plan.count).map(asRow) : []
  const time = timeOf(sent?.values ?? values)
  return {
    title: 'Planlæg en møderække',
    active: 'aarshjul',
    crumbs: [{ text: 'Årshjul', href: yearPath }, { text: 'Planlæg en møderække' }],
    action: newSeriesPath,
    planAction: planSeriesPath,
    cancelHref: yearPath,
    form: { ...formOf({ startsAt: '13:00', endsAt: '15:00', count: '6', rhythm: '2M', ...values }), errors },
    bodies: bodies.map(body => ({ value: String(body.id), text: body.name })),
    rhythms: Object.entries(rhythms).map(([value, { text }]) => ({ value, text })),
    kept: ['bodyId', 'title', 'startsAt', 'endsAt', 'place', 'note', 'first', 'rhythm', 'count'].map(name => ({
      name,
      value: String(values[name] ?? sent?.values[name] ?? ''),
    })),
    sent: sent ?? formOf(),
    rows: await dryRun(actor, bodies, rows, { bodyId: Number(values.bodyId ?? 0), ...time }),
  }
}

interface Row {
  day: Day | null
  typed: string
  movedFrom: Day | null
  /** Ticked by the person; null: as the dry run has it. */
  plan: boolean | null
  error: string | null
}

const asRow = ({ day, movedFrom }: SeriesDay): Row => ({ day, typed: day, movedFrom, plan: null, error: null })

function sentRows(sent: FormState): Row[] {
  const days = Array.isArray(sent.values.days) ? (sent.values.days as Record<string, unknown>[]) : []
  return days.map((row, at) => {
    const typed = String(row.day ?? '')
    return {
      day: parseDanishDay(typed),
      typed,
      movedFrom: null,
      plan: Boolean(row.plan),
      error: sent.errors[`days[${at}][day]`] ?? null,
    }
  })
}

const timeOf = (values: Record<string, unknown>) => ({
  startsAt: String(values.startsAt ?? ''),
  endsAt: String(values.endsAt ?? ''),
})

/** Each day with its deadlines and what is asked about it. A day that nothing is asked about is ticked. */
async function dryRun(
  actor: Actor,
  bodies: Bodies,
  rows: readonly Row[],
  { bodyId, startsAt, endsAt }: { bodyId: number; startsAt: string; endsAt: string },
) {
  const body = bodies.find(({ id }) => id === bodyId)
  if (!body) return []
  const rules = readRules(actor, bodyId)
  const days = rows.flatMap(({ day }) => day ?? [])
  const othersOn = await meetingsOnDays(keptReader(actor.database), actor, { bodyId, days, own: null })
  const time = { startsAt, endsAt }
  const questions = seriesQuestions(
    rows.map(({ day }) => day),
    time,
    actor.today,
    othersOn,
  )
  return rows.map(({ day, typed, movedFrom, plan, error }, at) => {
    const governing = day && rulesInForce(rules, day)
    const question = questions[at] ?? null
    return {
      at,
      typed,
      name: `days[${at}][day]`,
      planName: `days[${at}][plan]`,
      askedName: `days[${at}][asked]`,
      weekday: day ? weekdayOf(day) : '',
      about: day ? longDay(day) : `række ${at + 1}`,
      moved: movedFrom ? `Flyttet fra ${weekdayOf(movedFrom)} den ${longDay(movedFrom)}` : null,
      past: day !== null && day < actor.today ? 'Dagen er passeret.' : null,
      question,
      // What was asked anew is not what was answered.
      plan: error ? false : (plan ?? (question === null && day !== null && day >= actor.today)),
      error: error !== null && error !== question ? error : null,
      asksAnew: error !== null && error === question,
      deadlines: day && governing ? deadlineTexts(day, governing) : [],
      late: day && governing && noticeDay(day, governing) < actor.today ? 'Varslet kan ikke overholdes.' : null,
    }
  })
}

function deadlineTexts(
  day: Day,
  rules: Parameters<typeof noticeDay>[1] & Parameters<typeof agendaDay>[1] & Parameters<typeof minutesDay>[1],
) {
  const [agenda, minutes] = [agendaDay(day, rules), minutesDay(day, rules)]
  return [
    `Forslag ${shortDay(proposalDay(day, rules))}`,
    ...(agenda ? [`Dagsorden ${shortDay(agenda)}`] : []),
    `Indkaldelse ${shortDay(noticeDay(day, rules))}`,
    ...(minutes ? [`Referat ${shortDay(minutes)}`] : []),
  ]
}

const seriesRow = rowsOf({ id: column.number, title: column.text, bodyId: column.number, body: column.text })
const ofSeriesRow = rowsOf({
  id: column.number,
  number: column.text,
  day: column.day,
  startsAt: column.text,
  endsAt: column.text,
  place: column.text,
  state: column.oneOf<keyof typeof stateLabels>(),
})

/** One series, its meetings in their order: each is moved or cancelled by itself. */
export function seriesPage(actor: Actor, id: number) {
  const view = viewOf(actor)
  const series = actor.database.sql.get(
    seriesRow,
    'SELECT s.id, s.title, s.bodyId, b.name AS body FROM MeetingSeries s JOIN Body b ON b.id = s.bodyId WHERE s.id = ?',
    id,
  )
  const body = series && meetingBodies(actor.database).find(one => one.id === series.bodyId)
  if (!series || !body) throw notFound()
  const writes = prepares(actor, body)
  const meetings = actor.database.sql.all(
    ofSeriesRow,
    `SELECT m.id, m.number, m.day, m.startsAt, m.endsAt, m.place, m.state FROM Meeting m
     WHERE m.seriesId = ? AND ${view.meetings('m')} ORDER BY m.day, m.startsAt, m.id`,
    id,
  )
  return {
    title: series.title,
    active: 'aarshjul',
    crumbs: [{ text: 'Årshjul', href: yearPath }, { text: series.title }],
    heading: series.title,
    lead: `Møder i ${series.body}, planlagt på én gang. Hvert møde kan flyttes eller aflyses for sig.`,
    rows: meetings.map(meeting => {
      const open = writes && agendaIsOpen(meeting.state)
      return {
        date: `${weekdayOf(meeting.day)} ${shortDay(meeting.day)}`,
        href: meetingPath(meeting.id),
        time: spanText(meeting.startsAt, meeting.endsAt),
        place: meeting.place,
        number: meeting.number,
        state: { text: stateLabels[meeting.state], kind: stateKinds[meeting.state] },
        moveHref: open ? `${meetingPath(meeting.id)}/rediger` : null,
        cancelHref: open ? `${meetingPath(meeting.id)}/aflys` : null,
        about: `mødet den ${longDay(meeting.day)}`,
      }
    }),
    newHref: writes ? newSeriesPath : null,
  }
}
