import { type Day, longDay } from '../../../../kernel/days.ts'
import { isPast } from '../../../../kernel/last-day.ts'
import { type Objection, sentencesOf } from '../../../../kernel/objection.ts'
import { condition as conditionOf } from '../../../../kernel/steps/steps.ts'
import { listDanish, plural } from '../../../../kernel/text.ts'
import type { MeetingState } from './meeting-states.ts'

/** What the conditions of the steps are asked about. A fact that is not known yet has its empty value. */
export interface MeetingFacts {
  state: MeetingState
  day: Day
  today: Day
  /** A written procedure: the day is the last day for answers. */
  written: boolean
  /** Called members who have not answered a written procedure. */
  unanswered: number
  items: number
  /** What items lack before the agenda may be signed off; the fields are those of each item's form. */
  gaps: Objection[]
  /** Names of the secretariats whose sign-off of the agenda as it stands is missing. */
  agendaUnsignedBy: string[]
  /** Something was edited after the agenda was sent, and has not been sent. */
  unsentChange: boolean
  /** The agenda goes out with shorter notice than the rules in force on the meeting's day ask for. */
  late: boolean
  reason: string
  /** People with a seat in the body on the meeting's day. */
  recipients: number
  itemsWithoutOutcome: number[]
  minutesUnsignedBy: string[]
  objectionsUntil: Day | null
  objectionsUnanswered: number
  objectionsUpheld: number
  /** The body itself approved the minutes at a later meeting: the deadline need not have run out. */
  approvedAtMeeting: boolean
}

const condition = conditionOf<MeetingFacts>

export const hasItems = condition('hasItems', 'Dagsordenen har mindst ét punkt.', facts =>
  facts.items > 0 ? null : 'Dagsordenen har ingen punkter. Tilføj et punkt.',
)

export const agendaComplete = condition('agendaComplete', 'Alle punkter er udfyldt, som reglerne kræver.', facts =>
  facts.gaps.length === 0 ? null : sentencesOf(facts.gaps),
)

export const agendaSignedOff = condition(
  'agendaSignedOff',
  'De sekretariater, der forbereder mødet, har godkendt samme indhold.',
  facts =>
    facts.agendaUnsignedBy.length === 0
      ? null
      : facts.agendaUnsignedBy.length > 1
        ? 'Dagsordenen kan først udsendes, når begge sekretariater har godkendt samme indhold.'
        : `Dagsordenen mangler godkendelse fra ${listDanish(facts.agendaUnsignedBy)}.`,
)

export const lateHasReason = condition(
  'lateHasReason',
  'Udsendes dagsordenen senere end forretningsordenens varsel, er det begrundet, hvorfor sagen ikke kan vente.',
  facts =>
    facts.late && facts.reason.trim() === ''
      ? 'Varslet er kortere, end forretningsordenen kræver. Skriv, hvorfor sagen ikke kan vente.'
      : null,
  'reason',
)

export const dayNotPassed = condition('dayNotPassed', 'Mødedagen er ikke passeret.', facts =>
  facts.day >= facts.today
    ? null
    : facts.written
      ? 'Svarfristen er passeret. Sæt en ny frist, eller aflys behandlingen.'
      : 'Mødedagen er passeret. Flyt mødet til en ny dag, eller aflys det.',
)

export const hasRecipients = condition('hasRecipients', 'Der er nogen at indkalde på mødedagen.', facts =>
  facts.recipients > 0 ? null : 'Ingen har plads i organet på mødedagen. Udpeg medlemmer, før mødet indkaldes.',
)

export const hasUnsentChange = condition(
  'hasUnsentChange',
  'Noget er ændret, siden dagsordenen blev udsendt.',
  facts => (facts.unsentChange ? null : 'Der er ingen ændringer at udsende.'),
)

export const nothingUnsent = condition('nothingUnsent', 'Alle ændringer er udsendt som tillæg.', facts =>
  facts.unsentChange ? 'Dagsordenen er ændret, efter at den blev udsendt. Udsend et tillæg først.' : null,
)

export const dayReached = condition('dayReached', 'Mødedagen er kommet, eller behandlingen er skriftlig.', facts =>
  facts.written || facts.today >= facts.day ? null : 'Mødet kan først åbnes på mødedagen.',
)

export const everyItemHasOutcome = condition('everyItemHasOutcome', 'Alle punkter har et resultat.', facts => {
  const missing = facts.itemsWithoutOutcome
  if (missing.length === 0) return null
  return `${facts.written ? 'Behandlingen' : 'Mødet'} kan ikke lukkes. Punkt ${listDanish(missing.map(String))} mangler et resultat.`
})

export const answersIn = condition(
  'answersIn',
  'Ved skriftlig behandling er svarfristen udløbet, eller alle har svaret.',
  facts =>
    !facts.written || facts.day < facts.today || facts.unanswered === 0
      ? null
      : `Svarfristen er den ${longDay(facts.day)}, og ${plural(facts.unanswered, 'medlem', 'medlemmer')} har ikke svaret endnu.`,
)

export const minutesSignedOff = condition(
  'minutesSignedOff',
  'De sekretariater, der fører referatet, har godkendt samme indhold.',
  facts =>
    facts.minutesUnsignedBy.length === 0
      ? null
      : `Referatet mangler godkendelse fra ${listDanish(facts.minutesUnsignedBy)}.`,
)

export const objectionsAnswered = condition('objectionsAnswered', 'Alle indsigelser er besvaret.', facts =>
  facts.objectionsUnanswered === 0
    ? null
    : `${plural(facts.objectionsUnanswered, 'indsigelse', 'indsigelser')} mangler svar.`,
)

export const objectionUpheld = condition('objectionUpheld', 'Mindst én indsigelse er taget til følge.', facts =>
  facts.objectionsUpheld > 0 ? null : 'Ingen indsigelse er taget til følge.',
)

export const objectionsOver = condition(
  'objectionsOver',
  'Indsigelsesfristen er udløbet, eller organet har godkendt referatet på et møde.',
  facts =>
    facts.approvedAtMeeting || isPast(facts.objectionsUntil, facts.today)
      ? null
      : 'Indsigelsesfristen er ikke udløbet.',
)

export const reasonGiven = condition(
  'reasonGiven',
  'Begrundelsen er skrevet.',
  facts => (facts.reason.trim() === '' ? 'Feltet »Begrundelse« skal udfyldes.' : null),
  'reason',
)
