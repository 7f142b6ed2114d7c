import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { rowReaderIn } from '../../../../database/reader.ts'
import { nextNumber, type Tx, write } from '../../../../database/write.ts'
import { type Day, yearOf } from '../../../../kernel/days.ts'
import { brokenRule, Conflict, notFound, refuseAll } from '../../../../kernel/refusal.ts'
import { rulesOn } from '../../../ground/bodies/index.ts'
import { markChanged, openAgenda } from '../agenda/change-agenda.ts'
import { asPlanned, type MeetingRow } from '../agenda/load-agenda.ts'
import { takeAwaited } from '../items/await-item.ts'
import { planFaults, questionsAbout } from './plan-rules.ts'
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
    const body = await tx.body.findUnique({ where: { id: input.bodyId } })
    if (!body) throw notFound('Organet findes ikke.')
    requireRight(actor, 'prepareMeeting', { body })
    if (body.kind === 'DECIDING_BODY') {
      throw brokenRule('Besluttende organer afholder deres møder uden for portalen. Vælg et andet organ.', 'bodyId')
    }
    await checkPlan(tx, actor, body.id, input, null)
    const year = yearOf(input.day)
    const serial = await nextNumber(tx, 'meeting', year)
    const meeting = await tx.meeting.create({
      data: {
        number: `${year}-M${String(serial).padStart(2, '0')}`,
        bodyId: body.id,
        ...planned(input),
        createdById: personIdOf(actor),
        createdAt: actor.at,
      },
    })
    const after = { ...planned(input), number: meeting.number, body: body.slug }
    const awaited = await takeAwaited(tx, actor, meeting.id)
    return {
      result: { id: meeting.id, number: meeting.number },
      events: [event('meetingPlanned', 'meeting', meeting.id, { after }), ...awaited],
    }
  })

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
  const { writtenProcedureAllowed } = await rulesOn(rowReaderIn(tx), bodyId, plan.day)
  refuseAll(planFaults({ ...plan, written: isWritten(plan) }, { today: actor.today, writtenProcedureAllowed }))
  await askAbout(tx, actor, bodyId, plan, own)
}

/** @throws Refusal with what is asked, unless exactly that has been confirmed */
async function askAbout(tx: Tx, actor: Actor, bodyId: number, plan: MeetingPlan, own: number | null): Promise<void> {
  if (plan.confirmed === undefined) return
  const others = await tx.meeting.findMany({
    where: {
      bodyId,
      day: plan.day,
      ...(own !== null && { id: { not: own } }),
      state: { not: 'CANCELLED' },
      form: { not: 'WRITTEN' },
    },
    orderBy: { startsAt: 'asc' },
    select: { number: true, startsAt: true, endsAt: true },
  })
  const asked = questionsAbout({ ...plan, written: isWritten(plan) }, actor.today, others)
  if (asked.length === 0) return
  const question = `${asked.join(' ')} Er det rigtigt, så bekræft det.`
  if (plan.confirmed !== question) throw brokenRule(question, 'confirmed')
}
