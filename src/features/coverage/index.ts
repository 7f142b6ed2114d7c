export { type PreparedRow, readPrepared, type Tried } from './queries.ts'
export { type NewPreparedCheck, prepareCheck, removePreparedCheck } from './prepare-check.ts'
