import type { Side } from '../../../../access/actor.ts'
import { clockTime, longDay, weekdayOf } from '../../../../kernel/days.ts'
import { renderMarkdown } from '../../../../kernel/markdown/markdown.ts'
import { capitalised, listDanish, sentence } from '../../../../kernel/text.ts'
import { kindName, sizeText } from '../../../ground/documents/index.ts'
import { casePath } from '../../../meetings/cases/paths.ts'
import {
  formLabels,
  isWritten,
  kindLabels,
  type SentNumber,
  spanText,
  withdrawnNumbers,
  withdrawnText,
  withWithdrawn,
} from '../../../meetings/meetings/index.ts'
import { attachmentPath } from '../../../meetings/meetings/paths.ts'
import { decisionPath } from '../../decisions/paths.ts'
import { consequenceColumns, type Matrix } from '../../mandates/index.ts'
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
import type { MinutedDecision, MinutedItem, MinutedMatrix, MinutedPerson, MinutesContent } from './minutes-content.ts'

/**
 * Minutes ready to print by views/minutes/document.ejs: the same sheet for the preview, the live view and the seal.
 * Numbers that members were sent and whose items were taken off stand among the others, as the sendings tell them.
 */
export function documentOf(
  content: MinutesContent,
  sent: readonly SentNumber[],
  sideNames: Readonly<Record<Side, string>>,
) {
  const { meeting, attendance } = content
  const time = meeting.openedAt && meeting.closedAt ? spanText(meeting.openedAt, meeting.closedAt) : ''
  return {
    facts: [
      { term: 'Møde', text: `${meeting.number}, ${meeting.body}` },
      ...(isWritten(meeting)
        ? [
            { term: 'Form', text: formLabels.WRITTEN },
            { term: 'Svarfrist', text: capitalised(`${weekdayOf(meeting.day)} den ${longDay(meeting.day)}`) },
          ]
        : [
            { term: 'Mødedato', text: capitalised(`${weekdayOf(meeting.day)} den ${longDay(meeting.day)}`) },
            { term: 'Tid', text: time || openedText(meeting) },
            { term: 'Sted', text: meeting.place },
          ]),
      ...(meeting.chairedBy ? [{ term: 'Mødeleder', text: meeting.chairedBy }] : []),
      ...(meeting.minutedBy?.length
        ? [{ term: meeting.minutedBy.length > 1 ? 'Referenter' : 'Referent', text: listDanish(meeting.minutedBy) }]
        : []),
    ],
    presentHeading: isWritten(meeting) ? 'Har svaret' : 'Deltagere',
    present: groupsOf(attendance, sideNames),
    absences: isWritten(meeting) ? silentOf(attendance) : absencesOf(attendance),
    movements: movementsOf(attendance),
    guests: content.guests.map(guestLine),
    items: withWithdrawn(
      content.items.map(itemModel(meeting.closedAt === null)),
      withdrawnNumbers(sent, content.items).map(withdrawnModel),
    ),
  }
}

export type DocumentModel = ReturnType<typeof documentOf>

const openedText = ({ openedAt, startsAt, endsAt }: MinutesContent['meeting']): string =>
  openedAt ? `Åbnet ${clockTime(openedAt)}` : `${spanText(startsAt, endsAt)} (planlagt)`

function groupsOf(attendance: readonly MinutedPerson[], sideNames: Readonly<Record<Side, string>>) {
  const sides = ['HOUSING', 'MUNICIPALITY', null] as const
  return sides
    .map(side => ({
      heading: side ? sideNames[side] : 'Øvrige',
      people: attendance.filter(person => person.side === side && person.status === 'PRESENT').map(personLine),
    }))
    .filter(group => group.people.length > 0)
}

const itemModel = (pending: boolean) => (item: MinutedItem) => ({
  anchor: `punkt-${item.position}`,
  number: item.position,
  title: item.title,
  withdrawn: null,
  kind: kindLabels[item.kind],
  caseText: item.caseNumber ? `Sag ${item.caseNumber}${item.caseTitle ? `, ${item.caseTitle}` : ''}` : null,
  caseHref: item.caseNumber ? casePath(item.caseNumber) : null,
  presenter: item.presenter,
  closed: item.closed,
  closedText: item.closed && item.closedReason ? sentence(`Lukket punkt. Begrundelse: ${item.closedReason}`) : null,
  withheld: item.withheld ?? false,
  notes: notesOf(item),
  recommendationHtml: renderMarkdown(item.recommendation),
  hasRecommendation: item.recommendation.trim() !== '',
  outcome: outcomeOf(item, pending),
  textHtml: renderMarkdown(item.text),
  hasText: item.text.trim() !== '',
  told: !item.withheld && (outcomeOf(item, pending) !== null || item.text.trim() !== ''),
  recusals: item.recusals.map(recusalLine),
  statements: item.statements.map(({ name, text }) => `${name} ønskede tilført protokollen: »${text}«`),
  decisions: item.decisions.map(decisionModel(item)),
  followUps: item.followUps.map(followUpLine),
  attachments: (item.attachments ?? []).map(({ id, title, mediaType, size }) => ({
    href: attachmentPath(id),
    title,
    about: `${kindName(mediaType)}, ${sizeText(size)}`,
  })),
})

/** What came of it. While the meeting is open an item waits for its outcome; »Eventuelt« may end without one. */
function outcomeOf({ outcome, outcomeNote, withheld }: MinutedItem, pending: boolean): string | null {
  if (outcome) return outcomeText(outcome, outcomeNote)
  return pending && !withheld ? 'Intet resultat endnu' : null
}

const withdrawnModel = (number: number) => ({
  anchor: `punkt-${number}`,
  number,
  title: 'Udgår',
  withdrawn: withdrawnText,
})

/** Said once: the outcome of the item's only decision already says what approval it waits for. */
const saidByOutcome = (item: MinutedItem): boolean =>
  item.outcome === 'ADOPTED_SUBJECT_TO_APPROVAL' && item.decisions.length === 1 && item.outcomeNote.trim() !== ''

const decisionModel = (item: MinutedItem) => (decision: MinutedDecision) => ({
  number: decision.number,
  href: decisionPath(decision.number),
  title: decision.title,
  textHtml: renderMarkdown(decision.text),
  reservation: decision.reservation && !saidByOutcome(item) ? sentence(`Tiltrådt ${decision.reservation}`) : null,
  stances: stancesText(decision),
  matrix: decision.matrix ? matrixModel(decision.matrix) : null,
  noFollowUp: decision.noFollowUp,
})

const tags: Record<string, Matrix['rows'][number]['cells'][number]['tag']> = {
  Dækket: 'success',
  'Ikke dækket': 'warning',
}

/** The frozen words in the shape of views/mandates/matrix.ejs; no links, since a mandate may have been revoked since. */
const matrixModel = ({ summary, rows }: MinutedMatrix): Matrix => ({
  summary,
  summaryKind: rows.some(row => row.cells.some(cell => tags[cell.verdict] === 'warning')) ? 'warning' : 'success',
  columns: consequenceColumns,
  rows: rows.map(({ organisation, cells }) => ({
    organisation,
    href: null,
    cells: cells.map(cell => ({ ...cell, tag: tags[cell.verdict] ?? 'neutral', mandates: [], step: null })),
  })),
})
