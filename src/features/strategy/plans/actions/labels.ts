import type { Day } from '../../../../kernel/days.ts'
import { type ActionState, isOverdueAction } from './action-rules.ts'

export const stateNames: Record<ActionState, string> = {
  NOT_STARTED: 'Ikke begyndt',
  IN_PROGRESS: 'I gang',
  DONE: 'Gennemført',
  GIVEN_UP: 'Opgivet',
}

type Kind = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

const stateKinds: Record<ActionState, Kind> = {
  NOT_STARTED: 'neutral',
  IN_PROGRESS: 'info',
  DONE: 'success',
  GIVEN_UP: 'warning',
}

export const stateTag = (state: ActionState): { text: string; kind: Kind } => ({
  text: stateNames[state],
  kind: stateKinds[state],
})

/** Where an action stands today, with what one must see at once. */
export function actionTags(
  action: { state: ActionState; carried: boolean; deadline: Day },
  today: Day,
): { tag: { text: string; kind: Kind }; late: { text: string; kind: Kind } | null } {
  if (action.carried) return { tag: { text: 'Videreført', kind: 'neutral' }, late: null }
  return {
    tag: stateTag(action.state),
    late: isOverdueAction(action, today) ? { text: 'Over fristen', kind: 'danger' } : null,
  }
}
