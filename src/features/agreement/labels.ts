import type { Side } from '../../access/actor.ts'
import { sideName } from '../../access/cooperation.ts'
import type { Database } from '../../database/database.ts'
import { type Day, longDay } from '../../kernel/days.ts'
import { bodyInSentence } from '../../kernel/text.ts'

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

const roundTexts: Record<string, string> = {
  OPENED: 'Åben for ændringsforslag',
  PROPOSALS_CLOSED: 'Under sammenskrivning',
  DRAFT_SIGNED_OFF: 'Under sammenskrivning',
  HEARING_OPENED: 'I høring i strategigrupperne',
  HEARING_CLOSED: 'Til tiltrædelse i fælles boligstrategisk gruppe',
  PUT_TO_JOINT_GROUP: 'Til tiltrædelse i fælles boligstrategisk gruppe',
  ENDORSED: 'Til tiltrædelse i fælles boligstrategisk gruppe',
  SENT_BACK: 'Under sammenskrivning',
  SIGNING_OPENED: 'Til underskrift',
  SIGNING_STOPPED: 'Stoppet',
  ENTERED_INTO_FORCE: 'Underskrevet',
  CLOSED_WITHOUT_CHANGES: 'Lukket uden ændringer',
}

export const roundText = (latest: string): string => roundTexts[latest] ?? 'Åben for ændringsforslag'

export const versionPath = (year: number): string => `/aftalen/${year}`
/** »1 a« is »paragraf-1-a«. */
export const sectionAnchor = (number: string): string => `paragraf-${number.replaceAll(' ', '-')}`
export const comparisonPath = (year: number, other: string | number): string => `/aftalen/${year}/sammenlign/${other}`
export const linkPath = (year: number, signature: number): string => `${versionPath(year)}/underskrifter/${signature}`
