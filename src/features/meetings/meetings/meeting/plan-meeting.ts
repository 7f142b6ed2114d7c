import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import { rowReaderIn } from '../../../../database/reader.ts'
import { nextNumber, type Tx, write } from '../../../../database/write.ts'
import { type Day, yearOf } from '../../../../kernel/days.ts'
import type { Objection } from '../../../../kernel/objection.ts'
import { brokenRule, Conflict, notFound, refuseAll } from '../../../../kernel/refusal.ts'
import { rulesOn } from '../../../ground/bodies/index.ts'
import { markChanged, openAgenda } from '../agenda/change-agenda.ts'
import { asPlanned, type MeetingRow } from '../agenda/load-agenda.ts'
import { takeAwaited } from '../items/await-item.ts'
import { meetingsOnDays } from './meetings-on-day.ts'
import { planFaults, questionIn, questionsAbout } from './plan-rules.ts'
import { isWritten, writtenPlace } from './written-procedure.ts'

export type MeetingForm = 'ORDINARY' | 'EXTRAORDINARY' | 'WRITTEN'

export interface MeetingPlan {
  form: MeetingForm
  day: Day
  /** '14:30' */
  startsAt: string
  endsAt: string
  place: string
  note?: string
  /** The questions about the time that the person has read and answered yes to; left out by whoever has no form. */
  confirmed?: string | null
}

/**
 * Plans a meeting of a body that works in the portal; its number is drawn from its year's series. What waits for an
 * agenda of the body comes on it by itself.
 */
export const planMeeting = (
  actor: Actor,
  input: MeetingPlan & { bodyId: number },
): Promise<{ id: number; number: string }> =>
  write(actor, async tx => {
    const body = await plannedBody(tx, actor, input.bodyId)
    await checkPlan(tx, actor, body.id, input, null)
    const { events, ...result } = await storeMeeting(tx, actor, body, input)
    return { result, events }
  })

/** The body whose meeting is planned. @throws Refusal when the person does not prepare its meetings, or it has none here */
export async function plannedBody(tx: Tx, actor: Actor, bodyId: number): Promise<{ id: number; slug: string }> {
  const body = await tx.body.findUnique({ where: { id: bodyId } })
  if (!body) throw notFound('Organet findes ikke.')
  requireRight(actor, 'prepareMeeting', { body })
  if (body.kind === 'DECIDING_BODY') {
    throw brokenRule('Besluttende organer afholder deres møder uden for portalen. Vælg et andet organ.', 'bodyId')
  }
  return body
}

/** A meeting that has been judged. @param seriesId the series that it is planned in */
export async function storeMeeting(
  tx: Tx,
  actor: Actor,
  body: { id: number; slug: string },
  plan: MeetingPlan,
  seriesId: number | null = null,
): Promise<{ id: number; number: string; events: NewEvent[] }> {
  const year = yearOf(plan.day)
  const serial = await nextNumber(tx, 'meeting', year)
  const meeting = await tx.meeting.create({
    data: {
      number: `${year}-M${String(serial).padStart(2, '0')}`,
      bodyId: body.id,
      ...planned(plan),
      seriesId,
      createdById: personIdOf(actor),
      createdAt: actor.at,
    },
  })
  const after = { ...planned(plan), number: meeting.number, body: body.slug }
  const awaited = await takeAwaited(tx, actor, meeting.id)
  return {
    id: meeting.id,
    number: meeting.number,
    events: [event('meetingPlanned', 'meeting', meeting.id, { after }), ...awaited],
  }
}

/** Moves or rewords a meeting that has not been opened. After the agenda is signed off or sent, it is an edit of it. */
export const editMeeting = (actor: Actor, input: MeetingPlan & { meetingId: number; version: number }) =>
  write(actor, async tx => {
    const meeting = await openAgenda(tx, actor, input.meetingId)
    await checkPlan(tx, actor, meeting.bodyId, input, meeting.id)
    const before = planned(asPlanned(meeting))
    const { count } = await tx.meeting.updateMany({
      where: { id: meeting.id, version: input.version },
      data: { ...changeOf(meeting, input), version: { increment: 1 } },
    })
    if (count === 0) throw new Conflict(before, meeting.version)
    const change = await markChanged(tx, actor, meeting, 'mødets tid, sted eller bemærkning er ændret')
    return {
      result: { id: meeting.id, notice: change.notice },
      events: [event('meetingEdited', 'meeting', meeting.id, { before, after: planned(input) }), ...change.events],
    }
  })

export const planned = ({ form, day, startsAt, endsAt, place, note }: MeetingPlan) => ({
  form,
  day: day as string,
  ...(isWritten({ form }) ? writtenPlace : { startsAt, endsAt, place }),
  note: note ?? '',
})

/** What was sent stands until the supplement is: of a called meeting the change waits beside it. */
function changeOf(meeting: MeetingRow, input: MeetingPlan) {
  if (meeting.state !== 'CALLED') return planned(input)
  const [sent, wanted] = [planned(meeting), planned(input)].map(plan => JSON.stringify(plan))
  return { unsentPlan: sent === wanted ? null : (wanted ?? null) }
}

async function checkPlan(tx: Tx, actor: Actor, bodyId: number, plan: MeetingPlan, own: number | null): Promise<void> {
  refuseAll(await faultsOf(tx, actor, bodyId, plan))
  if (plan.confirmed === undefined) return
  const question = await questionAbout(tx, actor, bodyId, plan, own)
  if (question !== null && plan.confirmed !== question) throw brokenRule(question, 'confirmed')
}

/** Why the meeting cannot be held so, by the rules of its day. */
export async function faultsOf(tx: Tx, actor: Actor, bodyId: number, plan: MeetingPlan): Promise<Objection[]> {
  const { writtenProcedureAllowed } = await rulesOn(rowReaderIn(tx), bodyId, plan.day)
  return planFaults({ ...plan, written: isWritten(plan) }, { today: actor.today, writtenProcedureAllowed })
}

/** What is asked about the meeting's time, in one; null: nothing is. @param own the meeting itself, where it stands already */
async function questionAbout(
  tx: Tx,
  actor: Actor,
  bodyId: number,
  plan: MeetingPlan,
  own: number | null,
): Promise<string | null> {
  const others = await meetingsOnDays(rowReaderIn(tx), actor, { bodyId, days: [plan.day], own })
  return questionIn(questionsAbout({ ...plan, written: isWritten(plan) }, actor.today, others(plan.day)))
}
