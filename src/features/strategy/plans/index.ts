/** The door of the action plans. */
export { followUpOnAction } from './actions/follow-up-on-action.ts'
export { tellProgress } from './actions/tell-progress.ts'
export { beginPlan } from './begin-plan.ts'
export { addAction, editAction, editIntro } from './change-plan.ts'
export { moveActions, moveName } from './moves/move-actions.ts'
export { planKind } from './plan-kind.ts'
