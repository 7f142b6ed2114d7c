import { addMinutes, addWorkdays, type Day } from '../../../../kernel/days.ts'
import { isPast } from '../../../../kernel/last-day.ts'
import type { Objection } from '../../../../kernel/objection.ts'

export type ItemKind = 'INFORMATION' | 'DISCUSSION' | 'DECISION'
export type StandingItem = 'APPROVE_AGENDA' | 'FOLLOW_UP' | 'ANY_OTHER_BUSINESS' | 'NEXT_MEETING'
export type InvolvementStatus = 'HEARD' | 'NOT_RELEVANT' | 'MISSING'

export const kindMarks: Record<ItemKind, string> = { INFORMATION: 'O', DISCUSSION: 'D', DECISION: 'B' }

export const involvementLabels: Record<InvolvementStatus, string> = {
  HEARD: 'Hørt',
  NOT_RELEVANT: 'Høring unødvendig',
  MISSING: 'Mangler at blive hørt',
}

export interface TaskMarks {
  strategy: boolean
  professionalDevelopment: boolean
  coordination: boolean
}

/** The three tasks of §5, in the agreement's order. */
export const taskLabels: Record<keyof TaskMarks, string> = {
  strategy: 'Strategi',
  professionalDevelopment: 'Faglig udvikling',
  coordination: 'Koordinering',
}

export const tasksOf = (item: TaskMarks): string[] =>
  (Object.keys(taskLabels) as (keyof TaskMarks)[]).filter(task => item[task]).map(task => taskLabels[task])

// ---- deadlines

export interface AgendaDeadlines {
  noticeWorkdays: number
  proposalDeadlineWorkdays: number
}

/** What the rules may set besides; null: they set no day. */
export interface OtherDeadlines {
  agendaWorkdays: number | null
  minutesWorkdays: number | null
}

/** Last day on which the agenda is sent in time. Days of notice are workdays. */
export const noticeDay = (meetingDay: Day, rules: AgendaDeadlines): Day =>
  addWorkdays(meetingDay, -rules.noticeWorkdays)

/** Last day on which members may propose items. */
export const proposalDay = (meetingDay: Day, rules: AgendaDeadlines): Day =>
  addWorkdays(meetingDay, -rules.proposalDeadlineWorkdays)

/** Last day on which the agenda is signed off in time; null: the rules set none but that of sending it. */
export const agendaDay = (meetingDay: Day, { agendaWorkdays }: Pick<OtherDeadlines, 'agendaWorkdays'>): Day | null =>
  agendaWorkdays === null ? null : addWorkdays(meetingDay, -agendaWorkdays)

/** Last day on which the minutes are sent in time; null: the rules set none. */
export const minutesDay = (
  meetingDay: Day,
  { minutesWorkdays }: Pick<OtherDeadlines, 'minutesWorkdays'>,
): Day | null => (minutesWorkdays === null ? null : addWorkdays(meetingDay, minutesWorkdays))

export const isLateCall = (meetingDay: Day, rules: AgendaDeadlines, sentOn: Day): boolean =>
  isPast(noticeDay(meetingDay, rules), sentOn)

// ---- standing items

export interface StandingTemplate {
  standing: StandingItem
  place: 'first' | 'last'
  title: string
  kind: ItemKind
  plannedMinutes: number
  summary: string
  recommendation: string
}

/** They are put on when the preparation starts, and keep their places: »Eventuelt« is the last. */
export const standingItems: readonly StandingTemplate[] = [
  {
    standing: 'APPROVE_AGENDA',
    place: 'first',
    title: 'Godkendelse af dagsorden',
    kind: 'DECISION',
    plannedMinutes: 5,
    summary: 'Det afgøres også, om punkter skal flyttes mellem den åbne og den lukkede del.',
    recommendation: 'Det indstilles, **at** dagsordenen godkendes.',
  },
  {
    standing: 'FOLLOW_UP',
    place: 'first',
    title: 'Opfølgning',
    kind: 'INFORMATION',
    plannedMinutes: 10,
    summary: 'Status på det, der er aftalt på tidligere møder.',
    recommendation: '',
  },
  {
    standing: 'NEXT_MEETING',
    place: 'last',
    title: 'Næste møde',
    kind: 'INFORMATION',
    plannedMinutes: 5,
    summary: '',
    recommendation: '',
  },
  {
    standing: 'ANY_OTHER_BUSINESS',
    place: 'last',
    title: 'Eventuelt',
    kind: 'DISCUSSION',
    plannedMinutes: 5,
    summary: '',
    recommendation: '',
  },
]

// ---- order

export interface Placed {
  id: number
  standing: StandingItem | null
}

const rankOf = (item: Placed): number => {
  const index = standingItems.findIndex(template => template.standing === item.standing)
  if (index === -1) return 0
  const template = standingItems[index]
  return template?.place === 'first' ? index - standingItems.length : index + 1
}

/** The order asked for, with the standing items in their places: »Godkendelse af dagsorden« first, »Eventuelt« last. */
export const inOrder = <Item extends Placed>(items: readonly Item[]): Item[] =>
  items
    .map((item, index) => ({ item, index, rank: rankOf(item) }))
    .sort((one, other) => one.rank - other.rank || one.index - other.index)
    .map(({ item }) => item)

/** The item moved one place; at its limit the order stays. A standing item stays where it is. */
export function moved<Item extends Placed>(items: readonly Item[], id: number, direction: 'up' | 'down'): Item[] {
  const from = items.findIndex(item => item.id === id)
  const to = direction === 'up' ? from - 1 : from + 1
  const [item, other] = [items[from], items[to]]
  if (!item || !other || item.standing || other.standing) return [...items]
  const order = [...items]
  order[from] = other
  order[to] = item
  return order
}

export const canMove = (items: readonly Placed[], id: number, direction: 'up' | 'down'): boolean =>
  moved(items, id, direction).some((item, index) => item.id !== items[index]?.id)

// ---- time

export interface Clocked {
  from: string
  to: string
}

/** Running clock times from the planned minutes, in the order of the items. */
export function clockTimes(startsAt: string, minutes: readonly number[]): Clocked[] {
  let at = startsAt
  return minutes.map(length => {
    const from = at
    at = addMinutes(at, length)
    return { from, to: at }
  })
}

/** Minutes that the planned items run past the planned end; 0 when they fit. */
export function minutesOver(startsAt: string, endsAt: string, minutes: readonly number[]): number {
  const planned = minutes.reduce((sum, length) => sum + length, 0)
  return Math.max(0, planned - (minutesOfDay(endsAt) - minutesOfDay(startsAt)))
}

const minutesOfDay = (time: string): number => {
  const [hours, minutes] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}

// ---- what an item must have

export interface ItemFacts extends TaskMarks {
  position: number
  kind: ItemKind
  standing: StandingItem | null
  procedural: boolean
  recommendation: string
  closed: boolean
  closedReason: string | null
  publicTitle: string | null
  involvements: readonly { organisation: string; status: InvolvementStatus; note: string }[]
}

/** What the item lacks before the agenda may be signed off, each in Danish with the field it belongs to. */
export function itemGaps(item: ItemFacts): Objection[] {
  const gaps: Objection[] = []
  const lacks = (field: string, what: string) => gaps.push({ field, sentence: `Punkt ${item.position} ${what}` })
  // R23: the group's work serves the three tasks; what serves none of them is procedural, or not on its agenda.
  if (!item.procedural && !item.standing && tasksOf(item).length === 0) {
    lacks('tasks', 'mangler en opgave. Vælg mindst én af aftalens opgaver, eller markér punktet som proceduremæssigt.')
  }
  if (item.kind === 'DECISION' && item.recommendation.trim() === '') {
    lacks('recommendation', 'er et beslutningspunkt og mangler en indstilling.')
  }
  if (item.closed && !item.closedReason?.trim()) lacks('closedReason', 'er lukket og mangler en lukkegrund.')
  if (item.closed && !item.publicTitle?.trim()) lacks('publicTitle', 'er lukket og mangler en offentlig titel.')
  for (const { organisation, status, note } of item.involvements) {
    if (status === 'MISSING' && note.trim() === '') {
      lacks(
        'involvements',
        `berører ${organisation}, der ikke er hørt. Skriv i »Bemærkning« ved ${organisation}, hvorfor punktet alligevel tages op.`,
      )
    }
  }
  return gaps
}
