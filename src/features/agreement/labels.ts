import { type Day, longDay } from '../../kernel/days.ts'
import type { DatePrecision } from './agreement-text.ts'

export const sideHeadings = { HOUSING: 'For boligorganisationerne', MUNICIPALITY: 'For Odense Kommune' } as const
export const sideNames = { HOUSING: 'Boligorganisationerne', MUNICIPALITY: 'Odense Kommune' } as const

/** »1. september 2008«, »september 2008« or »2008«: no more than is known. */
export function writtenDay(day: Day, precision: DatePrecision): string {
  if (precision === 'YEAR') return day.slice(0, 4)
  return precision === 'MONTH' ? longDay(day).replace(/^\d+\. /, '') : longDay(day)
}

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
  PROPOSALS_CLOSED: 'Udkastet skrives sammen',
  DRAFT_SIGNED_OFF: 'Udkastet er godkendt af begge sekretariater',
  HEARING_OPENED: 'I høring i strategigrupperne',
  HEARING_CLOSED: 'Høringen er slut',
  PUT_TO_JOINT_GROUP: 'Forelagt fælles boligstrategisk gruppe',
  ENDORSED: 'Tiltrådt af fælles boligstrategisk gruppe',
  SENT_BACK: 'Sendt tilbage til udkastet',
  SIGNING_OPENED: 'Til underskrift',
  SIGNING_STOPPED: 'Standset: nogen har afvist at underskrive',
  ENTERED_INTO_FORCE: 'Afsluttet med en ny version',
  CLOSED_WITHOUT_CHANGES: 'Lukket uden ændringer',
}

export const roundText = (latest: string): string => roundTexts[latest] ?? 'Åbnet'

export const addendumText = { ACCESSION: 'tiltræder', WITHDRAWAL: 'udtræder' } as const

export const versionPath = (year: number): string => `/aftalen/${year}`
/** »1 a« is »paragraf-1-a«. */
export const sectionAnchor = (number: string): string => `paragraf-${number.replaceAll(' ', '-')}`
export const comparisonPath = (year: number, other: string | number): string => `/aftalen/${year}/sammenlign/${other}`
export const linkPath = (year: number, signature: number): string => `${versionPath(year)}/underskrifter/${signature}`
