import type { Option } from '../../../http/forms/form-page.ts'
import type { FlagState, FlagStepKind } from './flag-states.ts'

/** What a flag is about, as practitioners sort what they see. */
export const themeNames = {
  SETTLEMENT: 'Bosætning og flytninger',
  LETTING: 'Udlejning og anvisning',
  SAFETY: 'Tryghed',
  CRIME: 'Kriminalitet',
  CHILDREN: 'Børn og unge',
  EDUCATION: 'Uddannelse',
  EMPLOYMENT: 'Beskæftigelse',
  HEALTH: 'Sundhed',
  DEMOCRACY: 'Beboerdemokrati og fællesskab',
  BUILDINGS: 'Bygninger og udearealer',
  ARREARS: 'Restancer og økonomi',
  IMAGE: 'Image',
  OTHER: 'Andet',
} as const
export type FlagTheme = keyof typeof themeNames

export const sourceNames = {
  OWN_DATA: 'Egne data',
  STAFF: 'Medarbejdere',
  RESIDENTS: 'Beboere',
  POLICE: 'Politiet',
} as const
export type FlagSource = keyof typeof sourceNames

export const urgencyNames = {
  NORMAL: 'Almindelig',
  SOON: 'Bør på næste møde',
  URGENT: 'Haster',
} as const
export type FlagUrgency = keyof typeof urgencyNames

export const stateKinds: Record<FlagState, 'neutral' | 'info' | 'success' | 'warning' | 'danger'> = {
  NEW: 'warning',
  ACKNOWLEDGED: 'info',
  ON_AGENDA: 'info',
  FOLLOWED: 'info',
  RETURNED: 'warning',
  ASSESSED: 'success',
  INITIATIVE: 'success',
  DECLINED: 'neutral',
  JOINED: 'neutral',
}

/** A step in a flag's history. */
export const stepNames: Record<FlagStepKind, string> = {
  ACKNOWLEDGE: 'Kvitteret',
  PUT_ON_AGENDA: 'Sat på en dagsorden',
  FOLLOW: 'Følges',
  ASSESS: 'Vurderet',
  START_INITIATIVE: 'Indsats aftalt',
  DECLINE: 'Afvist med begrundelse',
  JOIN: 'Samlet med en anden',
  REOPEN: 'Genåbnet',
}

/** What its flagger hears of it, after »Din påpegning af …«. */
export const stepNews: Record<FlagStepKind, string> = {
  ACKNOWLEDGE: 'er kvitteret',
  PUT_ON_AGENDA: 'skal behandles på et møde',
  FOLLOW: 'følges til en bestemt dag',
  ASSESS: 'er vurderet',
  START_INITIATIVE: 'har ført til en indsats',
  DECLINE: 'er afvist med en begrundelse',
  JOIN: 'er samlet med en anden',
  REOPEN: 'er genåbnet',
}

export const optionsOf = (names: Record<string, string>): Option[] =>
  Object.entries(names).map(([value, text]) => ({ value, text }))

export const keysOf = <Names extends object>(names: Names) => Object.keys(names) as [keyof Names & string]
