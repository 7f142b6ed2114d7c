/** The door of the accounts: what the operator's commands and the setup may use. */
export { codeExpiry, oneTimeCode } from './account-rules.ts'
export { createAccountCommand, resetAccountCommand } from './command.ts'
export { keepNoLonger } from './erase-person.ts'
export { closedKeptDays } from './erasure-rules.ts'
export { accountEmail } from './forms.ts'
export {
  createAccount,
  createAccountIn,
  type HandedOver,
  type NewAccount,
  type NewCode,
  newCode,
} from './manage-account.ts'
