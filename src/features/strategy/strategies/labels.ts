import type { ProgressState } from './progress/progress-rules.ts'

type TagKind = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

export const progressNames: Record<ProgressState, string> = {
  REACHED: 'Nået',
  ON_TRACK: 'På vej',
  BEHIND: 'Bagud',
  NOT_UPDATED: 'Ikke opdateret',
  NOT_YET: 'Ikke målt endnu',
}

export const progressKinds: Record<ProgressState, TagKind> = {
  REACHED: 'success',
  ON_TRACK: 'info',
  BEHIND: 'danger',
  NOT_UPDATED: 'warning',
  NOT_YET: 'neutral',
}

export const progressTag = (state: ProgressState) => ({ text: progressNames[state], kind: progressKinds[state] })
