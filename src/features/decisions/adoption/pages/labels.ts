import type { TextState } from '../text-states.ts'

type TagKind = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

export const textStateKinds: Record<TextState, TagKind> = {
  DRAFT: 'neutral',
  IN_HEARING: 'info',
  SIGNED_OFF: 'info',
  ON_AGENDA: 'info',
  AWAITS_APPROVAL: 'warning',
  COMING: 'info',
  IN_FORCE: 'success',
  NOT_ADOPTED: 'danger',
  FALLEN: 'danger',
}

/** What is told when a draft has been saved. @param voided whether sign-offs were given to the one before */
export const savedText = (voided: boolean): string =>
  voided ? 'Udkastet er gemt. Godkendelserne er bortfaldet, fordi teksten er ændret.' : 'Udkastet er gemt.'
