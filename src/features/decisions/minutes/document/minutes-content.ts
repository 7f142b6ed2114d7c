import type { LaterField } from '../../../../kernel/content-form.ts'
import type { Day } from '../../../../kernel/days.ts'
import { sealedContent } from '../../../ground/sealed/index.ts'
import type { ItemKind, Outcome } from '../session/session-rules.ts'
import { storedMinutes } from './stored-minutes.ts'

type Side = 'HOUSING' | 'MUNICIPALITY'

/**
 * The minutes as they are signed off and sent: everything by name, as it was on the day, so that they read the same
 * when people are renamed and mandates change (R80).
 */
export interface MinutesContent {
  meeting: {
    number: string
    body: string
    form: string
    day: Day
    startsAt: string
    endsAt: string
    place: string
    /** Danish times of day of the opening and the closing, '14:32'; null while not done. */
    openedAt: string | null
    closedAt: string | null
    /** Who opened the meeting: its mødeleder. */
    chairedBy: string | null
    /** Who wrote them; not kept in the earliest minutes. */
    minutedBy?: string[]
  }
  attendance: MinutedPerson[]
  guests: { name: string; organisation: string; itemPosition: number | null }[]
  items: MinutedItem[]
}

export interface MinutedPerson {
  personId: number
  name: string
  title: string | null
  role: 'CHAIR' | 'VICE_CHAIR' | 'MEMBER' | 'SUBSTITUTE' | 'SECRETARY'
  organisation: string
  side: Side | null
  status: 'PRESENT' | 'APOLOGIES' | 'ABSENT' | null
  /** The name of whom this person stood in for. */
  standsInFor: string | null
  arrivedAtItem: number | null
  leftAfterItem: number | null
}

export interface MinutedItem {
  id: number
  position: number
  title: string
  kind: ItemKind
  /** The kind on the agenda, when the meeting changed it. */
  plannedKind: ItemKind | null
  caseNumber: string | null
  caseTitle: string | null
  presenter: string | null
  closed: boolean
  closedReason: string | null
  publicTitle: string | null
  /** The meeting moved it between the open and the closed part. */
  moved: 'opened' | 'closed' | null
  recommendation: string
  outcome: Outcome | null
  outcomeNote: string
  /** Adopted without a decision: it was stated that nothing follows that would need a mandate. */
  withoutConsequences?: true
  text: string
  /** What the meeting made of its agenda, under the item where it decides that; left out where it changed nothing. */
  agendaChanges?: string[]
  recusals: { personId: number; name: string; reason: string }[]
  statements: { name: string; text: string }[]
  decisions: MinutedDecision[]
  followUps: MinutedFollowUp[]
  /** The agenda's; not kept in the earliest minutes. */
  attachments?: { id: number; title: string; mediaType: string; size: number }[]
  /** What a closed item's reader outside sees: true when its content is withheld in this copy. */
  withheld?: boolean
}

export interface MinutedDecision {
  number: string
  title: string
  text: string
  publicTitle: string | null
  publicText: string | null
  /** »Med forbehold for godkendelse i …«, when it was adopted so. */
  reservation: string | null
  stances: { who: string; kind: 'SUPPORTS' | 'WITH_RESERVATION' | 'DOES_NOT_SUPPORT'; text: string }[]
  /** The mandate check as it stood, in words. Null: it binds nobody. */
  matrix: MinutedMatrix | null
  noFollowUp: boolean
}

export interface MinutedMatrix {
  summary: string
  rows: { organisation: string; cells: { kind: string; what: string; verdict: string; sentence: string }[] }[]
}

export interface MinutedFollowUp {
  text: string
  organisation: string
  person: string | null
  dueDay: Day
  decisionNumber: string | null
}

/** What the minutes have got since their first form (docs/how-to/add-a-field.md). */
export const laterMinutesFields: readonly LaterField[] = []

/** The minutes from their words to their versions. */
export const sealedMinutes = sealedContent<MinutesContent>({ later: laterMinutesFields, schema: storedMinutes })

export interface MinutesReader {
  personId: number | null
  /** Belongs to the body or prepares its meetings. */
  readsClosed: boolean
  /** Items that are closed now, whatever the minutes at hand say: whichever hides more. */
  closedNow: ReadonlySet<number>
  /** Items that the person is recused for now, also where that was entered after the minutes were sent. */
  recusedNow: ReadonlySet<number>
  /** By number, titles that stand in for those of closed cases. */
  cases: ReadonlyMap<string, string>
}

/**
 * The copy that this reader may see: of a closed item, those outside the group and whoever was recused see its stand-in
 * title, the reason, and what can be said of its decisions within secrecy, and nothing else.
 */
export function minutesFor(content: MinutesContent, reader: MinutesReader): MinutesContent {
  const withheld = content.items.map(item =>
    mayReadItem(item, reader) ? withCaseTitle(item, reader.cases) : standInFor(item),
  )
  const hidden = new Set(withheld.filter(item => item.withheld).map(item => item.position))
  return {
    ...content,
    items: withheld,
    // A guest of a closed item would tell what it was about.
    guests: content.guests.filter(guest => guest.itemPosition === null || !hidden.has(guest.itemPosition)),
  }
}

export const mayReadItem = (item: Pick<MinutedItem, 'id' | 'closed' | 'recusals'>, reader: MinutesReader): boolean =>
  !(item.closed || reader.closedNow.has(item.id)) ||
  (reader.readsClosed &&
    !reader.recusedNow.has(item.id) &&
    !item.recusals.some(recusal => recusal.personId === reader.personId))

function withCaseTitle(item: MinutedItem, cases: MinutesReader['cases']): MinutedItem {
  const standIn = item.caseNumber === null ? undefined : cases.get(item.caseNumber)
  return standIn === undefined ? item : { ...item, caseTitle: standIn }
}

export const closedTitle = (item: { publicTitle: string | null }): string => item.publicTitle?.trim() || 'Lukket punkt'

function standInFor(item: MinutedItem): MinutedItem {
  return {
    id: item.id,
    position: item.position,
    title: closedTitle(item),
    kind: item.kind,
    plannedKind: null,
    caseNumber: null,
    caseTitle: null,
    presenter: null,
    closed: true,
    closedReason: item.closedReason,
    publicTitle: item.publicTitle,
    moved: null,
    recommendation: '',
    outcome: null,
    outcomeNote: '',
    text: '',
    recusals: [],
    statements: [],
    decisions: item.decisions.filter(decision => decision.publicText?.trim()).map(publicDecision),
    followUps: [],
    withheld: true,
  }
}

const publicDecision = (decision: MinutedDecision): MinutedDecision => ({
  number: decision.number,
  title: decision.publicTitle?.trim() || `Beslutning ${decision.number}`,
  text: decision.publicText ?? '',
  publicTitle: decision.publicTitle,
  publicText: decision.publicText,
  reservation: null,
  stances: [],
  matrix: null,
  noFollowUp: false,
})
