import { setImmediate as turn } from 'node:timers/promises'
import type { Database } from './database.ts'

/** Lets others be answered; what is read after it must still be of the state that was read before it. */
export type Pause = () => Promise<void>

/** Changes are some a minute, and a page takes some turns: two that meet one each are rare. */
const tries = 3

class StateWentOn extends Error {}

/**
 * Reads what takes more than one turn of the event loop from one state of the database. The connection's own state is
 * let go after each turn, or it would be kept from everybody else who reads; so where anything was committed meanwhile,
 * it is read again from the beginning. Where that goes on, it is read in one turn.
 */
export async function ofOneState<Value>(
  database: Pick<Database, 'dataVersion'>,
  read: (pause: Pause) => Promise<Value>,
): Promise<Value> {
  for (let tried = 0; tried < tries; tried += 1) {
    const version = database.dataVersion()
    try {
      return await read(async () => {
        await turn()
        if (database.dataVersion() !== version) throw new StateWentOn()
      })
    } catch (fault) {
      if (!(fault instanceof StateWentOn)) throw fault
    }
  }
  return read(async () => {})
}
