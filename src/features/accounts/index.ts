/** The door of the accounts: what the operator's commands may use. */
export { createAccount, type NewAccount } from './manage-account.ts'
