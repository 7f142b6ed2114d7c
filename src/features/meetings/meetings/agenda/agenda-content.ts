import { z } from 'zod'
import { contentForm, type LaterField } from '../../../../kernel/content-form.ts'
import { day } from '../../../../kernel/days.ts'
import type { InvolvementStatus, ItemKind, StandingItem } from './agenda-rules.ts'

/** The agenda as it is signed off and sent: names, not only keys, so that it reads the same when the rows have changed. */
export interface AgendaContent {
  meeting: {
    number: string
    body: string
    form: string
    day: string
    startsAt: string
    endsAt: string
    place: string
    note: string
  }
  items: ContentItem[]
}

export interface ContentItem {
  id: number
  position: number
  title: string
  kind: ItemKind
  standing: StandingItem | null
  strategy: boolean
  professionalDevelopment: boolean
  coordination: boolean
  procedural: boolean
  caseNumber: string | null
  caseTitle: string | null
  summary: string
  recommendation: string
  presentation: string
  effect: string
  economy: string
  closed: boolean
  closedReason: string | null
  publicTitle: string | null
  presenter: string | null
  guests: string | null
  plannedMinutes: number
  carriedFromId: number | null
  involvements: { organisation: string; status: InvolvementStatus; note: string }[]
  subjectAreas: string[]
  attachments: { id: number; title: string; name: string; hash: string; mediaType: string; size: number }[]
}

export const frozenFollowUp = z.object({
  /** Not kept in the earliest sendings. */
  id: z.number().optional(),
  text: z.string(),
  organisation: z.string(),
  dueDay: z.string().transform(day),
  /** It came from an item that was closed then. Who may read it is asked anew, of the item as it stands. */
  closed: z.boolean(),
})
export type FrozenFollowUp = z.output<typeof frozenFollowUp>

/** What is kept of a sending: the signed content, and the open follow-ups as they stood, which nobody signs off. */
export interface FrozenAgenda extends AgendaContent {
  followUps: FrozenFollowUp[]
}

/** What the agenda has got since its first form (docs/how-to/add-a-field.md). */
export const laterAgendaFields: readonly LaterField[] = []

const form = contentForm<AgendaContent>(laterAgendaFields)

/** The hash that sign-offs are given on. */
export const agendaHash = ({ meeting, items }: AgendaContent): string => form.seal({ meeting, items })

export const freeze = (content: AgendaContent, followUps: FrozenFollowUp[]): string =>
  JSON.stringify({ meeting: content.meeting, items: content.items, followUps } satisfies FrozenAgenda)

export function thaw(text: string): FrozenAgenda {
  const frozen = JSON.parse(text) as FrozenAgenda
  return { ...frozen, ...form.complete(frozen) }
}

export type ItemMark = 'new' | 'changed' | 'same'

export interface ItemChange {
  id: number
  position: number
  /** Its number in the sending before; null: it was not in it. */
  was: number | null
  title: string
  closed: boolean
  closedReason: string | null
  mark: ItemMark
  /** Danish names of what was changed. */
  fields: string[]
}

export interface AgendaDiff {
  meeting: string[]
  items: ItemChange[]
  removed: Pick<ContentItem, 'id' | 'position' | 'title' | 'closed' | 'closedReason' | 'publicTitle'>[]
  /** Items that stand in both were put in another order. */
  reordered: boolean
  same: boolean
}

const meetingFields: Record<keyof AgendaContent['meeting'], string> = {
  number: 'nummer',
  body: 'organ',
  form: 'mødeform',
  day: 'dag',
  startsAt: 'starttidspunkt',
  endsAt: 'sluttidspunkt',
  place: 'sted',
  note: 'bemærkning',
}

const itemFields: Partial<Record<keyof ContentItem, string>> = {
  title: 'titel',
  kind: 'type',
  caseNumber: 'sag',
  strategy: 'opgave',
  professionalDevelopment: 'opgave',
  coordination: 'opgave',
  procedural: 'opgave',
  summary: 'resumé',
  recommendation: 'indstilling',
  presentation: 'sagsfremstilling',
  effect: 'effekt',
  economy: 'økonomi',
  closed: 'åbenhed',
  closedReason: 'lukkegrund',
  publicTitle: 'offentlig titel',
  presenter: 'oplægsholder',
  guests: 'gæster',
  plannedMinutes: 'varighed',
  involvements: 'inddragelse',
  subjectAreas: 'sagsområder',
  attachments: 'bilag',
}

/**
 * What is new, changed and removed from one sending to the next. An item that only got another number because of the
 * items around it is the same item.
 */
export function diffAgendas(before: AgendaContent, after: AgendaContent): AgendaDiff {
  const earlier = new Map(before.items.map(item => [item.id, item]))
  const later = new Set(after.items.map(item => item.id))
  const meeting = changedNames(before.meeting, after.meeting, meetingFields)
  const items = after.items.map((item): ItemChange => {
    const was = earlier.get(item.id)
    const fields = was ? changedNames(was, item, itemFields) : []
    const mark = !was ? 'new' : fields.length > 0 ? 'changed' : 'same'
    const { id, position, title, closed, closedReason } = item
    return { id, position, was: was?.position ?? null, title, closed, closedReason, mark, fields }
  })
  const removed = before.items
    .filter(item => !later.has(item.id))
    .map(({ id, position, title, closed, closedReason, publicTitle }) => ({
      id,
      position,
      title,
      closed,
      closedReason,
      publicTitle,
    }))
  const stayed = (content: AgendaContent, other: { has(id: number): boolean }) =>
    content.items.flatMap(({ id }) => (other.has(id) ? [id] : [])).join()
  const reordered = stayed(before, later) !== stayed(after, earlier)
  return { meeting, items, removed, reordered, same: agendaHash(before) === agendaHash(after) }
}

function changedNames<Fields extends object>(
  before: Fields,
  after: Fields,
  names: Partial<Record<keyof Fields, string>>,
): string[] {
  const changed = (Object.keys(names) as (keyof Fields)[]).filter(
    field => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  )
  return [...new Set(changed.flatMap(field => names[field] ?? []))]
}
