/** The door of the setup: what the operator's commands use. */
export type { SetupAnswers } from './answers.ts'
export { setUpCommand, type Terminal, terminalOf } from './command.ts'
export { answersOf, setupForm } from './forms.ts'
export { type Proposed, proposedFrom } from './proposed.ts'
export { type SetUp, type SetupDocument, setUp } from './set-up.ts'
export { setupFaults } from './setup-rules.ts'
export { summaryLines } from './summary.ts'
export { typedFrom } from './typed-from.ts'
