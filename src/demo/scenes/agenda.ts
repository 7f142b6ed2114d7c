import { rowReader } from '../../database/reader.ts'
import { prepareCheck } from '../../features/decisions/coverage/index.ts'
import type { Tried } from '../../features/decisions/mandates/index.ts'
import {
  addItem,
  answerQuestion,
  askQuestion,
  attachFile,
  callMeeting,
  cancelMeeting,
  carryOver,
  contentOf,
  loadAgenda,
  planMeeting,
  prepareAgenda,
  sealedAgenda,
  signOffAgenda,
} from '../../features/meetings/meetings/index.ts'
import { addDays, addMinutes, addWorkdays, type Day, type Instant, longDay, momentOf } from '../../kernel/days.ts'
import { kroner } from '../../kernel/money.ts'
import { slugOf } from '../../kernel/text.ts'
import type { DemoConsequence, DemoItem, DemoMeeting } from '../content/types.ts'
import { smallPdf } from '../pdf.ts'
import { filledIn } from '../schedule.ts'
import type { Stage } from '../stage.ts'

/** How far the preparation has come. */
export type AgendaStop = 'planned' | 'inPreparation' | 'oneSided' | 'signedOff' | 'called'

const stops: AgendaStop[] = ['planned', 'inPreparation', 'oneSided', 'signedOff', 'called']

/** A meeting from its planning until its agenda is out, or as far as told. */
export function playAgenda(stage: Stage, meeting: DemoMeeting, on: Day, stop: AgendaStop): void {
  const { timeline } = stage
  const reaches = (point: AgendaStop) => stops.indexOf(stop) >= stops.indexOf(point)
  const before = (workdays: number, time: string): Instant =>
    stage.notAfterNow(momentOf(addWorkdays(on, -workdays), time))

  timeline.at(stage.notAfterNow(momentOf(addDays(on, -100), '09:00')), `plan ${meeting.key}`, at =>
    plan(stage, meeting, on, at),
  )
  if (!reaches('inPreparation')) return
  timeline.at(before(30, '09:10'), `prepare ${meeting.key}`, async at => {
    await prepareAgenda(stage.cast.secretaryOf(meeting.body, at), { meetingId: stage.meeting(meeting.key) })
  })
  meeting.items.forEach((item, index) => {
    timeline.at(before(25, addMinutes('10:00', index * 10)), `add ${item.key}`, at => add(stage, meeting, item, on, at))
  })
  if (!reaches('oneSided')) return
  if (stage.cast.body(meeting.body).side === null) {
    timeline.at(before(14, '13:20'), `sign off ${meeting.key} for housing`, at =>
      signOff(stage, meeting, 'sekretariat.bolig', at),
    )
    if (!reaches('signedOff')) return
    timeline.at(before(13, '10:40'), `sign off ${meeting.key} for the municipality`, at =>
      signOff(stage, meeting, 'sekretariat.kommune', at),
    )
  } else {
    const own = stage.cast.body(meeting.body).side === 'HOUSING' ? 'sekretariat.bolig' : 'sekretariat.kommune'
    timeline.at(before(13, '10:40'), `sign off ${meeting.key}`, at => signOff(stage, meeting, own, at))
  }
  if (!reaches('called')) return
  timeline.at(before(12, '10:15'), `call ${meeting.key}`, async at => {
    const lateReason = meeting.lateReason ?? ''
    await callMeeting(stage.cast.secretaryOf(meeting.body, at), { meetingId: stage.meeting(meeting.key), lateReason })
  })
  for (const item of meeting.items) playQuestions(stage, item, on)
}

export function playCancelled(stage: Stage, meeting: DemoMeeting, on: Day, reason: string): void {
  stage.timeline.at(momentOf(addDays(on, -60), '09:00'), `plan ${meeting.key}`, at => plan(stage, meeting, on, at))
  stage.timeline.at(momentOf(addWorkdays(on, -6), '12:30'), `cancel ${meeting.key}`, async at => {
    await cancelMeeting(stage.cast.secretaryOf(meeting.body, at), { meetingId: stage.meeting(meeting.key), reason })
  })
}

async function plan(stage: Stage, meeting: DemoMeeting, on: Day, at: Instant): Promise<void> {
  const { id } = await planMeeting(stage.cast.secretaryOf(meeting.body, at), {
    bodyId: stage.cast.body(meeting.body).id,
    form: meeting.form ?? 'ORDINARY',
    day: on,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    place: meeting.place,
    note: meeting.note ?? '',
  })
  stage.meetings.set(meeting.key, id)
}

async function add(stage: Stage, meeting: DemoMeeting, item: DemoItem, on: Day, at: Instant): Promise<void> {
  const actor = stage.cast.secretaryOf(meeting.body, at)
  const meetingId = stage.meeting(meeting.key)
  const id = item.carriedFrom
    ? (await carryOver(actor, { itemId: stage.item(item.carriedFrom), toMeetingId: meetingId })).id
    : (await addItem(actor, { meetingId, ...draftOf(stage, item, on) })).id
  stage.items.set(item.key, id)
  for (const { title, lines } of item.attachments ?? []) {
    const file = { name: `${slugOf(title)}.pdf`, buffer: smallPdf(title, ['Opdigtet bilag til demoen.', '', ...lines]) }
    await attachFile(stage.cast.secretaryOf(meeting.body, at), { itemId: id, title, file })
  }
  if (item.tried) await prepareCheck(actor, { itemId: id, ...triedOf(stage, item, item.tried) })
}

function triedOf(stage: Stage, item: DemoItem, rows: DemoConsequence[]): Tried {
  return {
    rows: rows.map(row => ({
      organisationId: stage.cast.organisation(row.org),
      amount: row.kroner === undefined ? null : kroner(row.kroner),
      legal: row.legal ?? null,
      organisational: row.organisational ?? null,
    })),
    scope: {
      tasks: {
        strategy: item.tasks.includes('strategy'),
        professionalDevelopment: item.tasks.includes('professionalDevelopment'),
        coordination: item.tasks.includes('coordination'),
      },
      caseId: item.case ? stage.caseOf(item.case) : null,
      subjectAreaIds: (item.subjectAreas ?? []).map(stage.cast.subjectArea),
      areaIds: (item.triedAreas ?? []).map(stage.cast.area),
    },
  }
}

function draftOf(stage: Stage, item: DemoItem, on: Day) {
  const { cast } = stage
  const text = (value: string | undefined) => filledIn(value ?? '', on, longDay)
  return {
    title: item.title,
    kind: item.kind,
    strategy: item.tasks.includes('strategy'),
    professionalDevelopment: item.tasks.includes('professionalDevelopment'),
    coordination: item.tasks.includes('coordination'),
    caseId: item.case ? stage.caseOf(item.case) : null,
    summary: text(item.summary),
    recommendation: text(item.recommendation),
    presentation: text(item.presentation),
    effect: text(item.effect),
    economy: text(item.economy),
    closed: item.closed !== undefined,
    closedReason: item.closed?.reason ?? null,
    publicTitle: item.closed?.publicTitle ?? null,
    presenter: item.presenter ?? null,
    guests: item.guests?.map(guest => `${guest.name}, ${guest.organisation}`).join('; ') ?? null,
    plannedMinutes: item.minutes,
    involvements: Object.entries(item.involves ?? {}).map(([slug, { status, note }]) => ({
      organisationId: cast.organisation(slug),
      status,
      note: note ?? '',
    })),
    subjectAreaIds: (item.subjectAreas ?? []).map(cast.subjectArea),
  }
}

async function signOff(stage: Stage, meeting: DemoMeeting, by: string, at: Instant): Promise<void> {
  const meetingId = stage.meeting(meeting.key)
  const shownHash = sealedAgenda.hash(contentOf(await loadAgenda(rowReader(stage.cast.database), meetingId)))
  await signOffAgenda(stage.cast.actor(by, at), { meetingId, shownHash })
}

function playQuestions(stage: Stage, item: DemoItem, on: Day): void {
  item.questions?.forEach((question, index) => {
    const key = `${item.key}?${index}`
    const asked = stage.notAfterNow(momentOf(addWorkdays(on, -5), addMinutes('08:30', index * 20)))
    stage.timeline.at(asked, `ask ${key}`, async at => {
      const { id } = await askQuestion(stage.cast.actor(question.by, at), {
        itemId: stage.item(item.key),
        text: question.text,
      })
      stage.questions.set(key, id)
    })
    const { answer, answeredBy } = question
    if (!answer || !answeredBy) return
    stage.timeline.at(stage.notAfterNow(momentOf(addWorkdays(on, -3), '11:00')), `answer ${key}`, async at => {
      await answerQuestion(stage.cast.actor(answeredBy, at), { questionId: stage.question(key), version: 1, answer })
    })
  })
}
