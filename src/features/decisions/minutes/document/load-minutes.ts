import { isClosed } from '../../../../access/openness.ts'
import type { RowReader } from '../../../../database/reader.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import { timeOf } from '../../../../kernel/days.ts'
import { loadMeeting, type MeetingRow } from '../../../meetings/meetings/index.ts'
import { reservationText } from '../../mandates/index.ts'
import { changeSentences } from '../changes/agenda-change-rules.ts'
import { readAgendaChanges } from '../changes/read-changes.ts'
import { isDecided } from '../session/session-rules.ts'
import {
  type DecisionRow,
  type FollowUpRow,
  type ItemRow,
  readAttachments,
  readDecisions,
  readFollowUps,
  readItems,
  readRecusals,
  readStances,
  readStatements,
  type StanceRow,
} from './item-rows.ts'
import { minutedMatrix } from './minuted-matrix.ts'
import type { MinutedDecision, MinutedItem, MinutesContent } from './minutes-content.ts'
import { readAttendance, readGuests, readTakers } from './people-rows.ts'

/**
 * The minutes as the session has written them, in fourteen statements whatever their length. Read on the page's connection
 * or inside an act's transaction: the same rows give the same hash.
 */
export async function loadMinutes(read: RowReader, meetingId: number): Promise<MinutesContent> {
  const meeting = await loadMeeting(read, meetingId)
  const parts = {
    decisions: await readDecisions(read, meetingId),
    stances: await readStances(read, meetingId),
    recusals: await readRecusals(read, meetingId),
    statements: await readStatements(read, meetingId),
    followUps: await readFollowUps(read, meetingId),
    attachments: await readAttachments(read, meetingId),
  }
  const items = await readItems(read, meetingId)
  const changes = changeSentences(await readAgendaChanges(read, meetingId))
  const decidesThem = items.find(({ standing }) => standing === 'APPROVE_AGENDA') ?? items[0]
  return {
    meeting: {
      ...headOf(meeting),
      ...(await readSteps(read, meetingId)),
      minutedBy: await readTakers(read, meetingId),
    },
    attendance: await readAttendance(read, meeting),
    guests: await readGuests(read, meetingId),
    items: items.map(item => ({
      ...minutedItem(item, parts),
      // Left out where it is not so: the hash of minutes that know nothing of it stays what it was.
      ...(item === decidesThem && changes.length > 0 ? { agendaChanges: changes } : {}),
    })),
  }
}

const headOf = ({ number, bodyName, form, day, startsAt, endsAt, place }: MeetingRow) => ({
  number,
  body: bodyName,
  form,
  day,
  startsAt,
  endsAt,
  place,
})

const stepRow = rowsOf({ kind: column.text, at: column.moment, name: column.orNull(column.text) })

async function readSteps(read: RowReader, meetingId: number) {
  const steps = await read(
    stepRow,
    `SELECT s.kind, s.at, coalesce(a.name, p.name) AS name
     FROM MeetingStep s LEFT JOIN Attendance a ON a.meetingId = s.meetingId AND a.personId = s.personId
       LEFT JOIN Person p ON p.id = s.personId
     WHERE s.meetingId = ? AND s.kind IN ('OPEN','CLOSE') ORDER BY s.id`,
    meetingId,
  )
  const opened = steps.find(step => step.kind === 'OPEN')
  const closed = steps.find(step => step.kind === 'CLOSE')
  return {
    openedAt: opened ? timeOf(opened.at) : null,
    closedAt: closed ? timeOf(closed.at) : null,
    chairedBy: opened?.name ?? null,
  }
}

interface Parts {
  decisions: DecisionRow[]
  stances: StanceRow[]
  recusals: ({ itemId: number } & MinutedItem['recusals'][number])[]
  statements: ({ itemId: number } & MinutedItem['statements'][number])[]
  followUps: FollowUpRow[]
  attachments: ({ itemId: number } & NonNullable<MinutedItem['attachments']>[number])[]
}

function minutedItem(item: ItemRow, parts: Parts): MinutedItem {
  const own = <Row extends { itemId: number }>(rows: Row[]) =>
    rows.filter(row => row.itemId === item.id).map(({ itemId: _itemId, ...row }) => row)
  return {
    id: item.id,
    position: item.position,
    title: item.title,
    kind: item.kindChangedTo ?? item.kind,
    plannedKind: item.kindChangedTo ? item.kind : null,
    caseNumber: item.caseNumber,
    caseTitle: item.caseTitle,
    presenter: item.presenter,
    closed: isClosed(item),
    closedReason: item.closedReason,
    publicTitle: item.publicTitle,
    moved: item.openedInstead ? 'opened' : item.closedInstead ? 'closed' : null,
    recommendation: item.recommendation,
    outcome: item.outcome,
    outcomeNote: item.outcomeNote ?? '',
    // Left out where it is not so: the hash of minutes that know nothing of it stays what it was.
    ...(isStatedWithout(item, parts) ? { withoutConsequences: true as const } : {}),
    text: item.text ?? '',
    recusals: own(parts.recusals),
    statements: own(parts.statements),
    decisions: parts.decisions
      .filter(decision => decision.itemId === item.id)
      .map(decision => minutedDecision(decision, parts.stances)),
    followUps: own(parts.followUps),
    attachments: own(parts.attachments),
  }
}

const isStatedWithout = (item: ItemRow, { decisions }: Parts): boolean =>
  isDecided(item.outcome) &&
  item.withoutConsequences === true &&
  !decisions.some(decision => decision.itemId === item.id)

function minutedDecision(decision: DecisionRow, stances: StanceRow[]): MinutedDecision {
  const { check } = decision
  return {
    number: decision.number,
    title: decision.title,
    text: decision.text,
    publicTitle: decision.publicTitle,
    publicText: decision.publicText,
    reservation: check.adoptable ? null : reservationText(check),
    stances: stances
      .filter(stance => stance.decisionId === decision.id)
      .map(({ who, kind, text }) => ({ who, kind, text })),
    matrix: minutedMatrix(check),
    noFollowUp: decision.noFollowUp,
  }
}
