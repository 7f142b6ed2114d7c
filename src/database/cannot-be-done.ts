import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { storageFault } from './storage-faults.ts'

/** What the operator asked for and the files do not allow: a sentence that names the file and says what to do. */
export class CannotBeDone extends Error {}

/** A fault of the files as a sentence about this one; any other fault as it is. */
export function inWords(fault: unknown, file: string): unknown {
  const storage = fault instanceof CannotBeDone ? null : storageFault(fault)
  return storage ? new CannotBeDone(`${file}: ${storage.advice}`, { cause: fault }) : fault
}

const restoreIt = 'Restore the last backup with: npm run portal -- restore FILE. What lies there now is kept beside it.'

/** @throws CannotBeDone where what lies there can be seen to be no database, before anything opens it */
export function assertDatabaseFile(file: string): void {
  try {
    if (!statSync(file).isFile()) throw new CannotBeDone(`${file} is no file.`)
    const head = beginningOf(file, 16)
    if (head === '') throw new CannotBeDone(`${file} is empty: it has 0 bytes, so what it held is lost. ${restoreIt}`)
    if (head !== 'SQLite format 3\0')
      throw new CannotBeDone(`${file} is no database: it does not begin as one. ${restoreIt}`)
  } catch (fault) {
    throw inWords(fault, file)
  }
}

function beginningOf(file: string, bytes: number): string {
  const handle = openSync(file, 'r')
  try {
    const read = Buffer.alloc(bytes)
    return read.toString('latin1', 0, readSync(handle, read))
  } finally {
    closeSync(handle)
  }
}

/** @throws CannotBeDone where a database is to be and is not */
export function assertThere(file: string): void {
  if (!existsSync(file)) throw new CannotBeDone(`There is no database at ${file}. Make one with migrate.`)
}
