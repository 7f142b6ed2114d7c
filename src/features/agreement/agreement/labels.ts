import type { Side } from '../../../access/actor.ts'
import { sideName } from '../../../access/cooperation.ts'
import type { Database } from '../../../database/database.ts'
import { type Day, longDay } from '../../../kernel/days.ts'
import { bodyInSentence } from '../../../kernel/text.ts'

/** »For boligorganisationerne«, »For Odense Kommune«: over a party's signatures. */
export const sideHeading = (database: Database, side: Side): string => `For ${bodyInSentence(sideName(database, side))}`

export interface StateTag {
  text: string
  kind: 'success' | 'info' | 'neutral'
}

/** The versions come the latest first; the first one whose day has come is in force. */
export function stateOf(
  version: { id: number; inForceFrom: Day },
  inForceId: number | undefined,
  today: Day,
): StateTag {
  if (version.id === inForceId) return { text: 'Gældende', kind: 'success' }
  if (version.inForceFrom > today) return { text: `Træder i kraft den ${longDay(version.inForceFrom)}`, kind: 'info' }
  return { text: 'Tidligere', kind: 'neutral' }
}

/** »1 a« is »paragraf-1-a«. */
export const sectionAnchor = (number: string): string => `paragraf-${number.replaceAll(' ', '-')}`
