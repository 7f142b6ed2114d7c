import type { Actor } from '../../../access/actor.ts'
import { mayDo } from '../../../access/policy.ts'
import { viewOf } from '../../../access/visibility.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import {
  addDays,
  type Day,
  dayInRow,
  holidayOn,
  isWorkday,
  longDay,
  weekdayNumber,
  weekdayOf,
  yearOf,
} from '../../../kernel/days.ts'
import { capitalised } from '../../../kernel/text.ts'
import { isDueYear, readVersions, rhythmFactsOf } from '../../agreement/agreement/index.ts'
import { revisionPath } from '../../agreement/revision/paths.ts'
import { type RulesRow, readRulesOfAll, rulesInForce } from '../../ground/bodies/index.ts'
import {
  agendaDay,
  isWritten,
  minutesDay,
  noticeDay,
  proposalDay,
  spanText,
  type stateLabels,
} from '../../meetings/meetings/index.ts'
import { meetingPath, seriesPath } from '../../meetings/meetings/paths.ts'
import { comesIn, daysIn } from './duty-rules.ts'
import { type Duty, givenDuties } from './given-duties.ts'
import { dutyPath } from './paths.ts'
import { readDuties } from './queries.ts'

export type EntryKind = 'MEETING' | 'DEADLINE' | 'DUTY' | 'HOLIDAY'

/** What stands on a day of the wheel, or from a day to a last day. */
export interface YearEntry {
  kind: EntryKind
  day: Day
  to: Day
  /** Where several stand on one day, the earlier first. */
  at: string
  title: string
  about: string
  href: string | null
  /** The body that it is of, by its word in the address; null: of none. */
  body: string | null
  bodyName: string
  cancelled: boolean
  /** What is to be thought of: two at the same hour, a day off. */
  notes: string[]
  seriesHref: string | null
}

const meetingRow = rowsOf({
  id: column.number,
  number: column.text,
  form: column.oneOf<'ORDINARY' | 'EXTRAORDINARY' | 'WRITTEN'>(),
  day: column.day,
  startsAt: column.text,
  endsAt: column.text,
  place: column.text,
  state: column.oneOf<keyof typeof stateLabels>(),
  seriesId: column.orNull(column.number),
  bodyId: column.number,
  body: column.text,
  bodyName: column.text,
})
type MeetingRow = RowOf<typeof meetingRow>

/** The meetings whose own day or whose deadlines may fall in the year, of those that the reader sees. */
const readMeetings = (actor: Actor, year: number): MeetingRow[] =>
  actor.database.sql.all(
    meetingRow,
    `SELECT m.id, m.number, m.form, m.day, m.startsAt, m.endsAt, m.place, m.state, m.seriesId, m.bodyId, b.slug AS body,
       b.name AS bodyName
     FROM Meeting m JOIN Body b ON b.id = m.bodyId
     WHERE m.day >= ? AND m.day <= ? AND ${viewOf(actor).meetings('m')} ORDER BY m.day, m.startsAt, m.id LIMIT 2000`,
    `${year - 1}-09-01`,
    `${year + 1}-04-30`,
  )

/** Everything of a year, in the order of its days: meetings with their deadlines, duties, and days off. */
export function yearEntries(actor: Actor, year: number): YearEntry[] {
  const meetings = readMeetings(actor, year)
  const rules = readRulesOfAll(actor)
  const keeps = mayDo(actor, 'prepareTexts')
  const entries = [
    ...meetings.flatMap(meeting => meetingEntries(meeting, meetings, rules)),
    ...[...givenDuties, ...readDuties(actor.database)].flatMap(duty => dutyEntries(duty, year, keeps)),
    ...revisionEntries(actor, year),
    ...holidays(year),
  ]
  return entries
    .filter(({ day, to }) => yearOf(to) >= year && yearOf(day) <= year)
    .sort((one, other) => (one.day === other.day ? (one.at < other.at ? -1 : 1) : one.day < other.day ? -1 : 1))
}

const blank = { at: '', about: '', href: null, body: null, bodyName: '', cancelled: false, notes: [], seriesHref: null }

function meetingEntries(meeting: MeetingRow, all: readonly MeetingRow[], rules: readonly RulesRow[]): YearEntry[] {
  const { day, body, bodyName, number, state } = meeting
  const written = isWritten(meeting)
  const cancelled = state === 'CANCELLED'
  const of = { ...blank, body, bodyName, href: meetingPath(meeting.id) }
  const itself: YearEntry = {
    ...of,
    kind: 'MEETING',
    day,
    to: day,
    at: meeting.startsAt,
    title: written ? 'Svarfrist i skriftlig behandling' : 'Møde',
    about: written ? number : `${spanText(meeting.startsAt, meeting.endsAt)}, ${meeting.place} (${number})`,
    cancelled,
    notes: cancelled ? [] : notesOn(meeting, all),
    seriesHref: meeting.seriesId === null ? null : seriesPath(meeting.seriesId),
  }
  const governing = rulesInForce(
    rules.filter(({ bodyId }) => bodyId === meeting.bodyId),
    day,
  )
  if (cancelled || !governing) return [itself]
  const toWhat = written ? 'den skriftlige behandling' : 'mødet'
  const deadline = (on: Day | null, title: string): YearEntry[] =>
    on === null
      ? []
      : [{ ...of, kind: 'DEADLINE', day: on, to: on, title, about: `Til ${toWhat} den ${longDay(day)} (${number})` }]
  return [
    ...deadline(proposalDay(day, governing), 'Frist for forslag'),
    ...deadline(agendaDay(day, governing), 'Dagsordenen er klar'),
    ...deadline(noticeDay(day, governing), 'Indkaldelse og dagsorden udsendes'),
    itself,
    ...deadline(minutesDay(day, governing), 'Referatet sendes til indsigelse'),
  ]
}

function notesOn(meeting: MeetingRow, all: readonly MeetingRow[]): string[] {
  if (isWritten(meeting)) return []
  const notes = all
    .filter(
      other =>
        other.id !== meeting.id &&
        other.day === meeting.day &&
        other.state !== 'CANCELLED' &&
        !isWritten(other) &&
        other.startsAt < meeting.endsAt &&
        meeting.startsAt < other.endsAt,
    )
    .map(other => `Samme tid som møde ${other.number} i ${other.bodyName}`)
  if (isWorkday(meeting.day)) return notes
  return [...notes, capitalised(holidayOn(meeting.day) ?? weekdayOf(meeting.day))]
}

/** Only those who keep the duties are led to one's form. */
const dutyEntries = (duty: Duty & { id?: number }, year: number, keeps: boolean): YearEntry[] =>
  comesIn(duty, year)
    ? [
        {
          ...blank,
          ...daysIn(duty, year),
          kind: 'DUTY',
          title: duty.title,
          about: duty.note,
          href: keeps && duty.id !== undefined ? dutyPath(duty.id) : null,
        },
      ]
    : []

/** §7: the agreement is taken up for revision in the years that follow from itself. */
function revisionEntries(actor: Actor, year: number): YearEntry[] {
  const facts = rhythmFactsOf(actor.database, readVersions(actor.database))
  if (!isDueYear(facts, year)) return []
  const days = { day: dayInRow(`${year}-01-01`), to: dayInRow(`${year}-12-31`) }
  return [{ ...blank, ...days, kind: 'DUTY', title: 'Revision af aftalen', about: '', href: revisionPath }]
}

function holidays(year: number): YearEntry[] {
  const found: YearEntry[] = []
  for (let day = dayInRow(`${year}-01-01`); yearOf(day) === year; day = addDays(day, 1)) {
    const name = holidayOn(day)
    if (name)
      found.push({
        ...blank,
        kind: 'HOLIDAY',
        day,
        to: day,
        title: name,
        about: weekdayNumber(day) > 5 ? weekdayOf(day) : '',
      })
  }
  return found
}
