import type { Cursor } from '../../../http/pages/paging.ts'
import { dayOf, type Instant, timeOf } from '../../../kernel/days.ts'

/** What a case's timeline is made of has one place in it: what it is of, and when. Its key sorts by the clock. */
export interface Moment extends Cursor {
  source: 'items' | 'referrals' | 'events' | 'earlier'
}

/** What is read of an item, a referral, an event or a document from before the portal to place it. */
export interface MomentRow {
  source: Moment['source']
  id: number
  day: string | null
  startsAt: string | null
  at: Instant | null
  answeredAt: Instant | null
  acceptedAt: Instant | null
  withdrawnAt: Instant | null
}

/** A referral is told of each time that something came of it. */
export const momentsOf = ({
  source,
  id,
  day,
  startsAt,
  at,
  answeredAt,
  acceptedAt,
  withdrawnAt,
}: MomentRow): Moment[] =>
  source === 'items' || source === 'earlier'
    ? [{ source, id, key: itemKey({ day: day ?? '', startsAt: startsAt ?? '' }) }]
    : [at, answeredAt, acceptedAt, withdrawnAt].flatMap((moment, step) =>
        moment === null
          ? []
          : [{ source, id, key: source === 'events' ? eventKey(moment) : referralKey(moment, step) }],
      )

export const itemKey = ({ day, startsAt }: { day: string; startsAt: string }): string => `${day}T${startsAt}`
export const eventKey = (at: Instant): string => `${clockOf(at)}-a`
/** The steps of one instant in the order in which they are taken. */
export const referralKey = (at: Instant, step: number): string => `${clockOf(at)}-b${step}`

/** By Danish clocks, as meetings begin by them: what was done at a minute stands after what began at it. */
const clockOf = (at: Instant): string => `${dayOf(at)}T${timeOf(at)}${at.slice(16)}`

export const newestFirst = (one: Cursor, other: Cursor): number =>
  one.key === other.key ? other.id - one.id : one.key < other.key ? 1 : -1

/** Those that come after a place in the timeline, one more than a page holds. */
export const momentsAfter = (moments: Moment[], after: Cursor | null, most: number): Moment[] =>
  moments
    .filter(moment => after === null || newestFirst(moment, after) > 0)
    .sort(newestFirst)
    .slice(0, most)
