import { longDay } from '../../../../kernel/days.ts'
import type { ComparedSection } from '../../../../kernel/redline/sections-between.ts'
import { sentence } from '../../../../kernel/text.ts'
import { isWritten, spanText } from '../../../meetings/meetings/index.ts'
import { outcomeText } from '../labels.ts'
import {
  absencesOf,
  followUpLine,
  guestLine,
  movementsOf,
  notesOf,
  personLine,
  recusalLine,
  silentOf,
  stancesText,
} from './minuted-lines.ts'
import type { MinutedDecision, MinutedItem, MinutesContent } from './minutes-content.ts'

/**
 * A reader's copy of minutes in the sections that two versions are compared by: who was there, and each item with all
 * that is minuted under it. An item is the same one in both, whatever its number.
 */
export const comparedMinutes = (copy: MinutesContent): ComparedSection[] => [
  { key: 'deltagere', number: '', heading: 'Mødet og deltagerne', body: text(peopleLines(copy)) },
  ...copy.items.map(item => ({
    key: `punkt-${item.id}`,
    number: String(item.position),
    heading: item.title,
    body: text(itemLines(item)),
  })),
]

const text = (lines: readonly string[]): string => lines.filter(line => line.trim() !== '').join('\n\n')

function peopleLines({ meeting, attendance, guests }: MinutesContent): string[] {
  const present = attendance.filter(person => person.status === 'PRESENT').map(personLine)
  return [
    isWritten(meeting)
      ? `Svarfrist: ${longDay(meeting.day)}`
      : `${longDay(meeting.day)}, ${spanText(meeting.openedAt ?? meeting.startsAt, meeting.closedAt ?? meeting.endsAt)}, ${meeting.place}`,
    meeting.chairedBy ? `Mødeleder: ${meeting.chairedBy}` : '',
    ...present,
    ...guests.map(guestLine),
    ...(isWritten(meeting) ? silentOf(attendance) : absencesOf(attendance)),
    ...movementsOf(attendance),
  ]
}

function itemLines(item: MinutedItem): string[] {
  if (item.withheld) return ['Lukket punkt.', ...item.decisions.flatMap(decisionLines)]
  return [
    item.closed ? sentence(`Lukket punkt. ${item.closedReason ? `Begrundelse: ${item.closedReason}` : ''}`) : '',
    ...notesOf(item),
    item.recommendation.trim() ? `Indstilling\n\n${item.recommendation}` : '',
    ...item.recusals.map(recusalLine),
    item.outcome ? sentence(`Resultat: ${outcomeText(item.outcome, item.outcomeNote)}`) : '',
    item.text,
    ...item.decisions.flatMap(decisionLines),
    ...item.statements.map(({ name, text }) => `${name} ønskede tilført protokollen: »${text}«`),
    ...item.followUps.map(one => `Opfølgning: ${followUpLine(one)}`),
    ...(item.attachments ?? []).map(({ title }) => `Bilag: ${title}`),
  ]
}

const decisionLines = (decision: MinutedDecision): string[] => [
  `Beslutning ${decision.number}: ${decision.title}`,
  decision.text,
  decision.reservation ? sentence(`Tiltrådt ${decision.reservation}`) : '',
  ...(decision.matrix ? [decision.matrix.summary, ...decision.matrix.rows.map(matrixLine)] : []),
  ...stancesText(decision),
  decision.noFollowUp ? 'Beslutningen kræver ingen opfølgning.' : '',
]

type MinutedRow = NonNullable<MinutedDecision['matrix']>['rows'][number]

const matrixLine = ({ organisation, cells }: MinutedRow): string =>
  `${organisation}: ${cells
    .filter(({ what }) => what !== '')
    .map(({ kind, what, verdict }) => `${kind.toLowerCase()} ${what} (${verdict.toLowerCase()})`)
    .join(', ')}`
