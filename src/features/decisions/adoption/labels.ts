import type { TextState } from './text-states.ts'

type TagKind = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

export const textStateKinds: Record<TextState, TagKind> = {
  DRAFT: 'neutral',
  SIGNED_OFF: 'info',
  ON_AGENDA: 'info',
  AWAITS_APPROVAL: 'warning',
  COMING: 'info',
  IN_FORCE: 'success',
  NOT_ADOPTED: 'danger',
  FALLEN: 'danger',
}
