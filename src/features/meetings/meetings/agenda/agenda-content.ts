import { z } from 'zod'
import type { LaterField } from '../../../../kernel/content-form.ts'
import { day } from '../../../../kernel/days.ts'
import { changedFields, changedRows, type Mark, sealedContent } from '../../../ground/sealed/index.ts'
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

/** The agenda from its words to its sendings. What is kept beside what is signed off has no part in the hash. */
export const sealedAgenda = sealedContent<AgendaContent, FrozenAgenda, Omit<AgendaDiff, 'same'>>({
  later: laterAgendaFields,
  said: ({ meeting, items }) => ({ meeting, items }),
  difference: changesBetween,
})

export interface ItemChange {
  id: number
  position: number
  /** Its number in the sending before; null: it was not in it. */
  was: number | null
  title: string
  closed: boolean
  closedReason: string | null
  mark: Mark
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
function changesBetween(before: AgendaContent, after: AgendaContent): Omit<AgendaDiff, 'same'> {
  const { rows, removed, reordered } = changedRows(before.items, after.items, ({ id }) => id, itemFields)
  return {
    meeting: changedFields(before.meeting, after.meeting, meetingFields),
    items: rows.map(({ row, was, mark, fields }): ItemChange => {
      const { id, position, title, closed, closedReason } = row
      return { id, position, was: was?.position ?? null, title, closed, closedReason, mark, fields }
    }),
    removed: removed.map(({ id, position, title, closed, closedReason, publicTitle }) => ({
      id,
      position,
      title,
      closed,
      closedReason,
      publicTitle,
    })),
    reordered,
  }
}
