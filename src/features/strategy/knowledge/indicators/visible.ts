import type { Actor } from '../../../../access/actor.ts'

/** Of one of the two sides: whoever else is in the cooperation reads what is open to all, and no more. */
export const isOfAParty = (actor: Actor): boolean => actor.system || Boolean(actor.person?.side)

/** The same for all who read the same indicators: what was read for one of them may be kept for the others. */
export const readerKey = (actor: Actor): string =>
  isOfAParty(actor) ? 'PARTIES' : actor.person !== null ? 'OPEN' : 'NOBODY'

/** Open: read by everyone in the cooperation. Kun parterne: by the people of the two sides alone. */
export const readsIndicator = (actor: Actor, { visibility }: { visibility: 'OPEN' | 'PARTIES' }): boolean =>
  visibility === 'OPEN' ? actor.system || actor.person !== null : isOfAParty(actor)
