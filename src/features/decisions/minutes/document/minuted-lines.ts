import { longDay } from '../../../../kernel/days.ts'
import { compareDanish, listDanish, sentence } from '../../../../kernel/text.ts'
import { kindLabels, roleLabels } from '../../../meetings/meetings/index.ts'
import type { MinutedDecision, MinutedItem, MinutedPerson, MinutesContent } from './minutes-content.ts'

// What minutes say in sentences: the same on the sheet and where two versions are compared.

export const personLine = (person: MinutedPerson): string => {
  const role = person.role === 'MEMBER' ? '' : ` (${(roleLabels[person.role] ?? '').toLowerCase()})`
  const instead = person.standsInFor ? `, i stedet for ${person.standsInFor}` : ''
  return `${[person.name, person.title, person.organisation].filter(Boolean).join(', ')}${role}${instead}`
}

/** »Afbud fra X. I stedet mødte Y.« */
export function absencesOf(attendance: readonly MinutedPerson[]): string[] {
  const away = attendance.filter(person => person.status === 'APOLOGIES' || person.status === 'ABSENT')
  return away.map(person => {
    const standIn = attendance.find(one => one.standsInFor === person.name && one.status === 'PRESENT')
    const told =
      person.status === 'APOLOGIES' ? `Afbud fra ${person.name}.` : `${person.name} var fraværende uden afbud.`
    return standIn ? `${told} I stedet mødte ${standIn.name}.` : told
  })
}

/** Of a written procedure: who did not answer. */
export const silentOf = (attendance: readonly MinutedPerson[]): string[] =>
  attendance
    .filter(person => person.status !== 'PRESENT' && (person.status !== null || person.role !== 'SECRETARY'))
    .map(person => `${person.name} har ikke svaret.`)

export const movementsOf = (attendance: readonly MinutedPerson[]): string[] =>
  attendance
    .filter(person => person.status === 'PRESENT')
    .flatMap(({ name, arrivedAtItem, leftAfterItem }) => [
      ...(arrivedAtItem === null ? [] : [`${name} ankom under punkt ${arrivedAtItem}.`]),
      ...(leftAfterItem === null ? [] : [`${name} forlod mødet efter punkt ${leftAfterItem}.`]),
    ])
    .sort(compareDanish)

export const guestLine = ({ name, organisation, itemPosition }: MinutesContent['guests'][number]): string =>
  [name, organisation, itemPosition === null ? '' : `deltog under punkt ${itemPosition}`].filter(Boolean).join(', ')

const stanceSentences: Record<MinutedDecision['stances'][number]['kind'], string> = {
  SUPPORTS: 'støtter beslutningen',
  WITH_RESERVATION: 'støtter beslutningen med forbehold',
  DOES_NOT_SUPPORT: 'støtter ikke beslutningen',
}

export const notesOf = (item: MinutedItem): string[] => [
  ...(item.agendaChanges ?? []),
  ...(item.plannedKind
    ? [
        `Mødet ændrede punktets type fra ${kindLabels[item.plannedKind].toLowerCase()} til ${kindLabels[item.kind].toLowerCase()}.`,
      ]
    : []),
  ...(item.moved === 'opened' ? ['Mødet flyttede punktet til den åbne del.'] : []),
  ...(item.withoutConsequences
    ? [
        'Punktet er tiltrådt uden en beslutning i registret: Der er ingen økonomiske, juridiske eller organisatoriske konsekvenser.',
      ]
    : []),
  ...(item.moved === 'closed' ? ['Mødet flyttede punktet til den lukkede del.'] : []),
]

export const recusalLine = ({ name, reason }: MinutedItem['recusals'][number]): string =>
  `${name} erklærede sig inhabil og forlod lokalet under punktets behandling.${reason ? ` ${sentence(`Begrundelse: ${reason}`)}` : ''}`

export const followUpLine = ({ text, organisation, person, dueDay }: MinutedItem['followUps'][number]): string =>
  `${sentence(text)} Ansvarlig: ${person ? `${person}, ` : ''}${organisation}. Frist: ${longDay(dueDay)}.`

export function stancesText({ stances }: MinutedDecision): string[] {
  const plain = stances.filter(stance => stance.kind === 'SUPPORTS' && !stance.text.trim()).map(({ who }) => who)
  const agreed = plain.length > 0 ? [`${listDanish(plain)} støtter beslutningen.`] : []
  const worded = stances
    .filter(stance => stance.kind !== 'SUPPORTS' || stance.text.trim())
    .map(({ who, kind, text }) => `${who} ${stanceSentences[kind]}${text.trim() ? `: »${text.trim()}«` : '.'}`)
  return [...agreed, ...worded]
}
