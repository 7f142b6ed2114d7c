import { column, rowsOf } from '../../database/rows.ts'
import { recordDecision } from '../../features/decisions/decisions/index.ts'
import {
  admitGuest,
  closeMeeting,
  enterStatement,
  markAllPresent,
  minuteItem,
  openMeeting,
  recordAttendance,
  recuse,
  sendApologies,
} from '../../features/decisions/minutes/index.ts'
import { addMinutes, addWorkdays, type Day, type Instant, longDay, momentOf } from '../../kernel/days.ts'
import { kroner } from '../../kernel/money.ts'
import type { DemoDecision, DemoItem, DemoMeeting, DemoStance, OutcomeKey } from '../content/types.ts'
import { filledIn } from '../schedule.ts'
import type { MeetingStop, Stage } from '../stage.ts'
import { draftOf, enterFollowUps, playFollowUps } from './follow-ups.ts'
import { playMinutes } from './minutes.ts'
import { playAnswers, playArrived } from './referrals.ts'

/** How many of the meeting's own items have been treated when it is still in session. */
const treatedSoFar = 1

/** A called meeting from the apologies on: opened, held item by item, closed, and its minutes. */
export function playMeeting(stage: Stage, meeting: DemoMeeting, on: Day, stop: MeetingStop): void {
  const { timeline, cast } = stage
  for (const person of meeting.apologies ?? []) {
    const asked = momentOf(addWorkdays(on, -1), '15:10')
    timeline.at(asked, `apologies of ${person} from ${meeting.key}`, async at => {
      const standInPersonId = person === 'medlem.bykultur' ? cast.person('bjergskov') : null
      await sendApologies(cast.actor(person, at), { meetingId: stage.meeting(meeting.key), standInPersonId })
    })
  }
  timeline.at(momentOf(on, meeting.startsAt), `open ${meeting.key}`, async at => {
    await openMeeting(cast.chairOf(meeting.body, at), { meetingId: stage.meeting(meeting.key) })
    await markAllPresent(cast.secretaryOf(meeting.body, at), { meetingId: stage.meeting(meeting.key) })
  })
  timeline.at(momentOf(on, addMinutes(meeting.startsAt, 2)), `open the agenda of ${meeting.key}`, at =>
    treatStanding(stage, meeting, 'first', at),
  )
  const inSession = stop === 'inSession'
  const treated = inSession ? meeting.items.slice(0, treatedSoFar) : meeting.items
  treated.forEach((item, index) => {
    timeline.at(momentOf(on, addMinutes(meeting.startsAt, 10 + index * 20)), `treat ${item.key}`, at =>
      treat(stage, meeting, item, on, at),
    )
  })
  if (inSession) return
  playArrived(stage, meeting, on)
  timeline.at(momentOf(on, meeting.endsAt), `close ${meeting.key}`, async at => {
    await treatStanding(stage, meeting, 'last', at)
    await enterFollowUps(stage, meeting, on, at)
    for (const { person, after } of meeting.leaves ?? []) await leave(stage, meeting, person, after, at)
    await closeMeeting(cast.chairOf(meeting.body, at), { meetingId: stage.meeting(meeting.key) })
  })
  playAnswers(stage, meeting, on)
  playFollowUps(stage, meeting, on)
  playMinutes(stage, meeting, on, stop)
}

const standingMinutes: Record<string, { place: 'first' | 'last'; text: string; outcome: OutcomeKey | null }> = {
  APPROVE_AGENDA: { place: 'first', text: 'Dagsordenen blev godkendt.', outcome: 'DECIDED' },
  FOLLOW_UP: { place: 'first', text: 'Opfølgningerne blev gennemgået.', outcome: 'NOTED' },
  ANY_OTHER_BUSINESS: { place: 'last', text: 'Der var intet under eventuelt.', outcome: null },
  NEXT_MEETING: { place: 'last', text: 'Næste møde fremgår af mødekalenderen.', outcome: 'NOTED' },
}

const standingRow = rowsOf({
  id: column.number,
  standing: column.text,
})

async function treatStanding(stage: Stage, meeting: DemoMeeting, place: 'first' | 'last', at: Instant): Promise<void> {
  const items = stage.cast.database.sql.all(
    standingRow,
    'SELECT id, standing FROM AgendaItem WHERE meetingId = ? AND standing IS NOT NULL AND removedAt IS NULL ORDER BY position',
    stage.meeting(meeting.key),
  )
  for (const { id, standing } of items) {
    const minutes = standingMinutes[standing]
    if (!minutes || minutes.place !== place) continue
    const { text, outcome } = minutes
    const withoutConsequences = standing === 'APPROVE_AGENDA'
    const minuted = { itemId: id, text, outcome, outcomeNote: '', withoutConsequences }
    await minuteItem(stage.cast.secretaryOf(meeting.body, at), minuted)
  }
}

async function treat(stage: Stage, meeting: DemoMeeting, item: DemoItem, on: Day, at: Instant): Promise<void> {
  const { cast } = stage
  const secretary = () => cast.secretaryOf(meeting.body, at)
  const [meetingId, itemId] = [stage.meeting(meeting.key), stage.item(item.key)]
  for (const { person, reason } of item.recusals ?? []) {
    await recuse(secretary(), { itemId, personId: cast.person(person), reason })
  }
  for (const guest of item.guests ?? []) await admitGuest(secretary(), { meetingId, itemId, ...guest })
  for (const decision of item.decisions ?? []) await decide(stage, meeting, item, decision, on, at)
  await minute(stage, meeting, item, at)
  for (const { person, text } of item.statements ?? []) {
    await enterStatement(secretary(), { itemId, personId: cast.person(person), text })
  }
}

async function decide(
  stage: Stage,
  meeting: DemoMeeting,
  item: DemoItem,
  decision: DemoDecision,
  on: Day,
  at: Instant,
) {
  const { cast } = stage
  const recorded = await recordDecision(cast.secretaryOf(meeting.body, at), {
    meetingId: stage.meeting(meeting.key),
    itemId: stage.item(item.key),
    title: decision.title,
    text: filledIn(decision.text, on, longDay),
    publicTitle: decision.publicTitle ?? null,
    publicText: decision.publicText ?? null,
    sharedPosition: decision.shared ?? false,
    consequences: (decision.consequences ?? []).map(row => ({
      organisationId: cast.organisation(row.org),
      amount: row.kroner === undefined ? null : kroner(row.kroner),
      legal: row.legal ?? null,
      organisational: row.organisational ?? null,
    })),
    areaIds: (decision.areas ?? []).map(cast.area),
    stances: stancesOf(stage, decision.stances ?? []),
    followUps: (decision.followUps ?? []).map(followUp => draftOf(stage, followUp, on)),
    noFollowUp: (decision.followUps ?? []).length === 0,
    withChanges: item.outcome === 'DECIDED_WITH_CHANGES',
    subjectToApproval: item.outcome === 'ADOPTED_SUBJECT_TO_APPROVAL',
    replaces: decision.replaces ? replacementOf(stage, decision.replaces) : null,
  })
  const wanted = item.outcome === 'ADOPTED_SUBJECT_TO_APPROVAL' ? 'CONDITIONAL' : 'EFFECTIVE'
  if (recorded.state !== wanted) throw new Error(`Decision ${decision.key} is ${recorded.state}, not ${wanted}.`)
  stage.decisions.set(decision.key, recorded.id)
}

const drawnRow = rowsOf({
  mandateId: column.number,
})

/** What had been spent is of the one mandate that the earlier decision drew on. */
function replacementOf(stage: Stage, { decision, kind, spent }: NonNullable<DemoDecision['replaces']>) {
  const decisionId = stage.decision(decision)
  const drawn = stage.cast.database.sql.get(
    drawnRow,
    "SELECT mandateId FROM MandateEntry WHERE decisionId = ? AND kind = 'DRAW'",
    decisionId,
  )
  return { decisionId, kind, spent: drawn ? [{ mandateId: drawn.mandateId, amount: kroner(spent) }] : [] }
}

/** Both sides support; an organisation's own stance stands beside its side's. */
const stancesOf = (stage: Stage, own: DemoStance[]) => [
  ...(['HOUSING', 'MUNICIPALITY'] as const).map(side => ({
    side,
    organisationId: null,
    kind: 'SUPPORTS' as const,
    text: '',
  })),
  ...own.map(({ side, org, kind, text }) => ({
    side,
    organisationId: org ? stage.cast.organisation(org) : null,
    kind,
    text: text ?? '',
  })),
]

const outcomeRow = rowsOf({
  outcome: column.orNull(column.oneOf<OutcomeKey>()),
  outcomeNote: column.text,
})

/** The outcome follows from the decision where there is one, with the reservation that the check wrote. */
async function minute(stage: Stage, meeting: DemoMeeting, item: DemoItem, at: Instant): Promise<void> {
  const itemId = stage.item(item.key)
  const decided = stage.cast.database.sql.get(
    outcomeRow,
    'SELECT outcome, outcomeNote FROM Treatment WHERE itemId = ?',
    itemId,
  )
  await minuteItem(stage.cast.secretaryOf(meeting.body, at), {
    itemId,
    text: item.minuted ?? '',
    outcome: decided?.outcome ?? item.outcome ?? null,
    outcomeNote: item.outcomeNote ?? decided?.outcomeNote ?? '',
  })
}

const positionRow = rowsOf({
  position: column.number,
})

async function leave(stage: Stage, meeting: DemoMeeting, person: string, after: string, at: Instant): Promise<void> {
  const row = stage.cast.database.sql.get(
    positionRow,
    'SELECT position FROM AgendaItem WHERE id = ?',
    stage.item(after),
  )
  await recordAttendance(stage.cast.secretaryOf(meeting.body, at), {
    meetingId: stage.meeting(meeting.key),
    personId: stage.cast.person(person),
    status: 'PRESENT',
    leftAfterItem: row?.position ?? null,
  })
}
