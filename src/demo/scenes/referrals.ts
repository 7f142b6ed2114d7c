import { column, type RowOf, rowsOf } from '../../database/rows.ts'
import { recordDecision, referralStateSql } from '../../features/decisions/decisions/index.ts'
import { minuteItem } from '../../features/decisions/minutes/index.ts'
import { answerReferral, type ReferralAnswer, type StandingMandate } from '../../features/decisions/referrals/index.ts'
import {
  addDays,
  addMinutes,
  addWorkdays,
  type Day,
  dayOf,
  type Instant,
  longDay,
  momentOf,
} from '../../kernel/days.ts'
import type { DemoAnswer, DemoMeeting } from '../content/types.ts'
import { smallPdf } from '../pdf.ts'
import type { Stage } from '../stage.ts'
import { keeperOf } from './mandates.ts'

/** The deciding bodies' answers to what a meeting's decisions asked of them. */
export function playAnswers(stage: Stage, meeting: DemoMeeting, on: Day): void {
  for (const decision of meeting.items.flatMap(item => item.decisions ?? [])) {
    for (const answer of decision.answers ?? []) {
      stage.timeline.at(
        momentOf(addDays(on, answer.after), '13:40'),
        `answer ${decision.key} by ${answer.org}`,
        async at => {
          await answerReferral(keeperOf(stage, answer.org, at), answerTo(stage, decision.key, answer, at))
        },
      )
    }
  }
}

const referralRow = rowsOf({
  id: column.number,
  version: column.number,
  question: column.text,
})

function answerTo(stage: Stage, decision: string, given: DemoAnswer, at: Instant): ReferralAnswer {
  const referral = stage.cast.database.sql.get(
    referralRow,
    `SELECT r.id, r.version, r.question FROM Referral r JOIN Organisation o ON o.id = r.organisationId
     WHERE r.decisionId = ? AND o.slug = ? AND ${referralStateSql.OPEN('r')}`,
    stage.decision(decision),
    given.org,
  )
  if (!referral) throw new Error(`Nothing of ${decision} is asked of ${given.org}.`)
  const answeredOn = addWorkdays(dayOf(at), -2)
  const common = {
    referralId: referral.id,
    version: referral.version,
    answeredOn,
    protocolItem: given.item,
    protocol: protocolOf(referral.question, given, answeredOn),
  }
  switch (given.answer) {
    case 'APPROVED':
      return { ...common, answer: 'APPROVED', standing: given.standing ? standingOf(given.standing, answeredOn) : null }
    case 'APPROVED_ON_CONDITIONS':
      return { ...common, answer: 'APPROVED_ON_CONDITIONS', conditions: given.words ?? '' }
    case 'DECLINED':
      return { ...common, answer: 'DECLINED', reason: given.words ?? '' }
  }
}

/** For a year: legal consequences of what the group coordinates and plans. */
const standingOf = (title: string, from: Day): StandingMandate => ({
  title,
  economic: false,
  limitPerDecision: null,
  total: null,
  legal: true,
  organisational: false,
  strategy: true,
  professionalDevelopment: false,
  coordination: true,
  to: addDays(from, 364),
})

function protocolOf(question: string, given: DemoAnswer, on: Day): { name: string; buffer: Buffer } {
  const outcome = {
    APPROVED: 'Indstillingen blev tiltrådt.',
    APPROVED_ON_CONDITIONS: `Indstillingen blev tiltrådt på vilkår: ${given.words ?? ''}`,
    DECLINED: `Indstillingen blev ikke tiltrådt. ${given.words ?? ''}`,
  }[given.answer]
  const lines = [
    'Opdigtet udskrift til demoen.',
    '',
    `Møde den ${longDay(on)}, punkt ${given.item}`,
    question,
    '',
    outcome,
  ]
  return { name: 'udskrift.pdf', buffer: smallPdf('Udskrift af protokollen', lines) }
}

/** What came on the agenda by itself: conditions are accepted, and that a decision lapsed is taken note of. */
export function playArrived(stage: Stage, meeting: DemoMeeting, on: Day): void {
  const last = addMinutes(meeting.startsAt, 15 + meeting.items.length * 20)
  stage.timeline.at(momentOf(on, last), `treat what came by itself on ${meeting.key}`, async at => {
    const meetingId = stage.meeting(meeting.key)
    for (const arrived of arrivedOn(stage, meetingId)) {
      const secretary = () => stage.cast.secretaryOf(meeting.body, at)
      if (arrived.conditions) await accept(stage, meeting, { ...arrived, meetingId }, at)
      await minuteItem(secretary(), {
        itemId: arrived.id,
        text: arrived.conditions
          ? 'Gruppen tiltrådte vilkårene.'
          : 'Gruppen drøftede afslaget. Sagen sendes tilbage, til der foreligger et nyt oplæg.',
        outcome: arrived.conditions ? 'DECIDED' : 'SENT_BACK',
        outcomeNote: arrived.conditions ? '' : 'til forslagsstilleren',
      })
    }
  })
}

const arrivedRow = rowsOf({
  id: column.number,
  title: column.text,
  conditions: column.orNull(column.text),
})
type Arrived = RowOf<typeof arrivedRow>

const arrivedOn = (stage: Stage, meetingId: number): Arrived[] =>
  stage.cast.database.sql.all(
    arrivedRow,
    `SELECT i.id, i.title, CASE WHEN r.answer = 'APPROVED_ON_CONDITIONS' AND r.acceptedAt IS NULL THEN r.conditions END AS conditions
     FROM AwaitedItem a JOIN AgendaItem i ON i.id = a.itemId LEFT JOIN Referral r ON r.id = a.referralId
     LEFT JOIN Treatment t ON t.itemId = i.id
     WHERE i.meetingId = ? AND i.removedAt IS NULL AND t.outcome IS NULL ORDER BY i.position`,
    meetingId,
  )

async function accept(stage: Stage, meeting: DemoMeeting, item: Arrived & { meetingId: number }, at: Instant) {
  await recordDecision(stage.cast.secretaryOf(meeting.body, at), {
    meetingId: item.meetingId,
    itemId: item.id,
    title: item.title.replace(/^Vilkår for/, 'Tiltrædelse af vilkår for'),
    text: `Gruppen tiltræder vilkårene: ${item.conditions ?? ''}`,
    publicTitle: null,
    publicText: null,
    sharedPosition: false,
    consequences: [],
    stances: (['HOUSING', 'MUNICIPALITY'] as const).map(side => ({
      side,
      organisationId: null,
      kind: 'SUPPORTS' as const,
      text: '',
    })),
    followUps: [],
    noFollowUp: true,
    withChanges: false,
    subjectToApproval: false,
  })
}
