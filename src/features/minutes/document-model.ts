import { clockTime, longDay, weekdayOf } from '../../kernel/days.ts'
import { renderMarkdown } from '../../kernel/markdown.ts'
import { compareDanish, listDanish } from '../../kernel/text.ts'
import { stanceNames } from '../decisions/index.ts'
import { kindName, sizeText } from '../documents/index.ts'
import type { Matrix } from '../mandates/index.ts'
import { formLabels, isWritten, kindLabels, roleLabels, sideLabels, spanText } from '../meetings/index.ts'
import { outcomeLabels } from './labels.ts'
import type { MinutedDecision, MinutedItem, MinutedMatrix, MinutedPerson, MinutesContent } from './minutes-content.ts'

/** Minutes ready to print by views/minutes/document.ejs: the same sheet for the preview, the live view and the seal. */
export function documentOf(content: MinutesContent) {
  const { meeting, attendance } = content
  const time = meeting.openedAt && meeting.closedAt ? spanText(meeting.openedAt, meeting.closedAt) : ''
  return {
    facts: [
      { term: 'Møde', text: `${meeting.number}, ${meeting.body}` },
      ...(isWritten(meeting)
        ? [
            { term: 'Form', text: formLabels.WRITTEN },
            { term: 'Svarfrist', text: `${weekdayOf(meeting.day)} den ${longDay(meeting.day)}` },
          ]
        : [
            { term: 'Dag', text: `${weekdayOf(meeting.day)} den ${longDay(meeting.day)}` },
            { term: 'Tid', text: time || openedText(meeting) },
            { term: 'Sted', text: meeting.place },
          ]),
      ...(meeting.chairedBy ? [{ term: 'Mødeleder', text: meeting.chairedBy }] : []),
      ...(meeting.minutedBy?.length
        ? [{ term: meeting.minutedBy.length > 1 ? 'Referenter' : 'Referent', text: listDanish(meeting.minutedBy) }]
        : []),
    ],
    presentHeading: isWritten(meeting) ? 'Har svaret' : 'Deltagere',
    present: groupsOf(attendance),
    absences: isWritten(meeting) ? silentOf(attendance) : absencesOf(attendance),
    movements: movementsOf(attendance),
    guests: content.guests.map(guestLine),
    items: content.items.map(itemModel),
  }
}

export type DocumentModel = ReturnType<typeof documentOf>

const openedText = ({ openedAt, startsAt, endsAt }: MinutesContent['meeting']): string =>
  openedAt ? `Åbnet ${clockTime(openedAt)}` : `${spanText(startsAt, endsAt)} (planlagt)`

function groupsOf(attendance: readonly MinutedPerson[]) {
  const sides = ['HOUSING', 'MUNICIPALITY', null] as const
  return sides
    .map(side => ({
      heading: side ? sideLabels[side] : 'Øvrige',
      people: attendance.filter(person => person.side === side && person.status === 'PRESENT').map(personLine),
    }))
    .filter(group => group.people.length > 0)
}

export const personLine = (person: MinutedPerson): string => {
  const role = person.role === 'MEMBER' ? '' : ` (${(roleLabels[person.role] ?? '').toLowerCase()})`
  const instead = person.standsInFor ? `, i stedet for ${person.standsInFor}` : ''
  return `${[person.name, person.title, person.organisation].filter(Boolean).join(', ')}${role}${instead}`
}

/** »Afbud fra X. I stedet mødte Y.« */
function absencesOf(attendance: readonly MinutedPerson[]): string[] {
  const away = attendance.filter(person => person.status === 'APOLOGIES' || person.status === 'ABSENT')
  return away.map(person => {
    const standIn = attendance.find(one => one.standsInFor === person.name && one.status === 'PRESENT')
    const told =
      person.status === 'APOLOGIES' ? `Afbud fra ${person.name}.` : `${person.name} var fraværende uden afbud.`
    return standIn ? `${told} I stedet mødte ${standIn.name}.` : told
  })
}

/** Of a written procedure: who did not answer. */
const silentOf = (attendance: readonly MinutedPerson[]): string[] =>
  attendance
    .filter(person => person.status !== 'PRESENT' && (person.status !== null || person.role !== 'SECRETARY'))
    .map(person => `${person.name} har ikke svaret.`)

const movementsOf = (attendance: readonly MinutedPerson[]): string[] =>
  attendance
    .filter(person => person.status === 'PRESENT')
    .flatMap(({ name, arrivedAtItem, leftAfterItem }) => [
      ...(arrivedAtItem === null ? [] : [`${name} ankom under punkt ${arrivedAtItem}.`]),
      ...(leftAfterItem === null ? [] : [`${name} forlod mødet efter punkt ${leftAfterItem}.`]),
    ])
    .sort(compareDanish)

const guestLine = ({ name, organisation, itemPosition }: MinutesContent['guests'][number]): string =>
  [name, organisation, itemPosition === null ? '' : `deltog under punkt ${itemPosition}`].filter(Boolean).join(', ')

const itemModel = (item: MinutedItem) => ({
  anchor: `punkt-${item.position}`,
  number: item.position,
  title: item.title,
  kind: kindLabels[item.kind],
  caseText: item.caseNumber ? `Sag ${item.caseNumber}${item.caseTitle ? `, ${item.caseTitle}` : ''}` : null,
  caseHref: item.caseNumber ? `/sager/${item.caseNumber}` : null,
  presenter: item.presenter,
  closed: item.closed,
  closedReason: item.closedReason,
  withheld: item.withheld ?? false,
  notes: notesOf(item),
  recommendationHtml: renderMarkdown(item.recommendation),
  hasRecommendation: item.recommendation.trim() !== '',
  outcome: item.outcome ? outcomeText(item) : null,
  textHtml: renderMarkdown(item.text),
  hasText: item.text.trim() !== '',
  recusals: item.recusals.map(recusalLine),
  statements: item.statements.map(({ name, text }) => `${name} ønskede tilført protokollen: »${text}«`),
  decisions: item.decisions.map(decisionModel),
  followUps: item.followUps.map(followUpLine),
  attachments: (item.attachments ?? []).map(({ id, title, mediaType, size }) => ({
    href: `/bilag/${id}`,
    title,
    about: `${kindName(mediaType)}, ${sizeText(size)}`,
  })),
})

export function outcomeText({ outcome, outcomeNote }: Pick<MinutedItem, 'outcome' | 'outcomeNote'>): string {
  if (!outcome) return ''
  const note = outcomeNote.trim()
  if (!note) return outcomeLabels[outcome]
  if (outcome === 'FORWARDED') return `Oversendt til ${note}`
  if (outcome === 'ADOPTED_SUBJECT_TO_APPROVAL') return `Tiltrådt ${note}`
  return `${outcomeLabels[outcome]}: ${note}`
}

const notesOf = (item: MinutedItem): string[] => [
  ...(item.plannedKind
    ? [
        `Mødet ændrede punktets type fra ${kindLabels[item.plannedKind].toLowerCase()} til ${kindLabels[item.kind].toLowerCase()}.`,
      ]
    : []),
  ...(item.moved === 'opened' ? ['Mødet flyttede punktet til den åbne del.'] : []),
  ...(item.withoutConsequences
    ? [
        'Punktet er tiltrådt uden en beslutning i registret: Der følger ikke noget økonomisk, juridisk eller organisatorisk af det.',
      ]
    : []),
  ...(item.moved === 'closed' ? ['Mødet flyttede punktet til den lukkede del.'] : []),
]

const recusalLine = ({ name, reason }: MinutedItem['recusals'][number]): string =>
  `${name} erklærede sig inhabil og forlod lokalet under punktets behandling.${reason ? ` Begrundelse: ${reason}.` : ''}`

const followUpLine = ({ text, organisation, person, dueDay }: MinutedItem['followUps'][number]): string =>
  `${text}. Ansvarlig: ${person ? `${person}, ` : ''}${organisation}. Frist: ${longDay(dueDay)}.`

const decisionModel = (decision: MinutedDecision) => ({
  number: decision.number,
  href: `/beslutninger/${decision.number}`,
  title: decision.title,
  textHtml: renderMarkdown(decision.text),
  reservation: decision.reservation ? `Tiltrådt ${decision.reservation}.` : null,
  stances: stancesText(decision),
  matrix: decision.matrix ? matrixModel(decision.matrix) : null,
  noFollowUp: decision.noFollowUp,
})

function stancesText({ stances }: MinutedDecision): string[] {
  const plain = stances.filter(stance => stance.kind === 'SUPPORTS' && !stance.text.trim()).map(({ who }) => who)
  const agreed = plain.length > 0 ? [`${listDanish(plain)} støtter beslutningen.`] : []
  const worded = stances
    .filter(stance => stance.kind !== 'SUPPORTS' || stance.text.trim())
    .map(
      ({ who, kind, text }) => `${who} ${stanceNames[kind].toLowerCase()}${text.trim() ? `: »${text.trim()}«` : '.'}`,
    )
  return [...agreed, ...worded]
}

const tags: Record<string, Matrix['rows'][number]['cells'][number]['tag']> = {
  Dækket: 'success',
  'Ikke dækket': 'warning',
}

/** The frozen words in the shape of views/mandates/matrix.ejs; no links, since a mandate may have been revoked since. */
const matrixModel = ({ summary, rows }: MinutedMatrix): Matrix => ({
  summary,
  summaryKind: rows.some(row => row.cells.some(cell => tags[cell.verdict] === 'warning')) ? 'warning' : 'success',
  rows: rows.map(({ organisation, cells }) => ({
    organisation,
    href: null,
    cells: cells.map(cell => ({ ...cell, tag: tags[cell.verdict] ?? 'neutral', mandates: [], step: null })),
  })),
})
