import type { Outcome } from './session-rules.ts'

/** What is written under an item in the minutes. */
export const outcomeLabels: Record<Outcome, string> = {
  NOTED: 'Taget til efterretning',
  DISCUSSED: 'Drøftet',
  DECIDED: 'Tiltrådt',
  DECIDED_WITH_CHANGES: 'Tiltrådt med ændringer',
  ADOPTED_SUBJECT_TO_APPROVAL: 'Tiltrådt med forbehold for godkendelse',
  REJECTED: 'Ikke tiltrådt',
  POSTPONED: 'Punktet er udsat',
  SENT_BACK: 'Tilbagesendt til fornyet forberedelse',
  FORWARDED: 'Oversendt',
  WITHDRAWN: 'Trukket',
  NOT_REACHED: 'Ikke nået',
}

export const stanceLabels = {
  SUPPORTS: 'støtter',
  WITH_RESERVATION: 'støtter med bemærkning',
  DOES_NOT_SUPPORT: 'støtter ikke',
} as const

/** Said to whoever saves on top of another's text. */
export const otherMinuteTaker = 'En anden referent har gemt dette punkt, mens du skrev. Begge udgaver vises nedenfor.'
