export { type NewPreparedCheck, prepareCheck, removePreparedCheck } from './prepare-check.ts'
export { type PreparedRow, readPrepared } from './queries.ts'
