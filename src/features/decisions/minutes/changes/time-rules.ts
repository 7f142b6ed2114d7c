import type { Instant } from '../../../../kernel/days.ts'
import { plural } from '../../../../kernel/text.ts'

export interface SpellFacts {
  itemId: number
  beganAt: Instant
  /** Null: the meeting is at it. */
  endedAt: Instant | null
}

/** The item that the meeting is at; null: none has been begun, or all have ended. */
export const itemNow = (spells: readonly SpellFacts[]): number | null =>
  spells.find(({ endedAt }) => endedAt === null)?.itemId ?? null

/** Whole minutes that an item has taken so far; null: it has not been begun. */
export function minutesUsed(spells: readonly SpellFacts[], itemId: number, now: Instant): number | null {
  const own = spells.filter(spell => spell.itemId === itemId)
  if (own.length === 0) return null
  const ms = own.reduce((sum, { beganAt, endedAt }) => sum + Date.parse(endedAt ?? now) - Date.parse(beganAt), 0)
  return Math.max(0, Math.round(ms / 60_000))
}

/** »12 af 10 minutter brugt« */
export const usedText = (used: number, planned: number): string =>
  `${used} af ${plural(planned, 'minut', 'minutter')} brugt`
