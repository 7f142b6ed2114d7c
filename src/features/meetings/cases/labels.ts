import type { BodySubject } from '../../../access/policy.ts'

/** What happened to an item, as it is minuted and as the timelines say it. */
export const outcomeLabels = {
  NOTED: 'Taget til efterretning',
  DISCUSSED: 'Drøftet',
  DECIDED: 'Tiltrådt',
  DECIDED_WITH_CHANGES: 'Tiltrådt med ændringer',
  ADOPTED_SUBJECT_TO_APPROVAL: 'Tiltrådt med forbehold for godkendelse',
  REJECTED: 'Ikke tiltrådt',
  POSTPONED: 'Punktet er udsat',
  SENT_BACK: 'Tilbagesendt til fornyet forberedelse',
  FORWARDED: 'Oversendt',
  WITHDRAWN: 'Trukket tilbage',
  NOT_REACHED: 'Ikke nået',
} as const

export const itemKindLabels = { INFORMATION: 'Orientering', DISCUSSION: 'Drøftelse', DECISION: 'Beslutning' } as const

/** What a document from before the portal is. */
export const earlierKindLabels = {
  MINUTES: 'Referat',
  DECISION: 'Beslutning',
  AGENDA: 'Dagsorden',
  AGREEMENT: 'Aftale',
  OTHER: 'Andet dokument',
} as const

export const decisionStateLabels = {
  EFFECTIVE: 'Trådt i kraft',
  CONDITIONAL: 'Afventer forelæggelse',
  LAPSED: 'Bortfaldet',
  SUPERSEDED: 'Omgjort eller erstattet',
  ANNULLED: 'Annulleret',
} as const

/** Whose the case is, for a tag beside its title. */
export function ownerText(sideInternal: BodySubject['side']): string {
  if (!sideInternal) return 'Fælles'
  return sideInternal === 'HOUSING' ? 'Boligorganisationernes egen' : 'Kommunens egen'
}
