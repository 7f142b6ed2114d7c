import { setImmediate as turn } from 'node:timers/promises'
import type { SqlDriverAdapter, Transaction } from '@prisma/driver-adapter-utils'

/** Milliseconds that the statements of one change may take together before others are answered. */
const longest = 10

/**
 * A writing connection whose changes go on by turns of the event loop. Its statements answer at once, so that a change
 * would hold the turn from its first statement to its last, and everybody's pages with it.
 */
export function byTurns(connection: SqlDriverAdapter): SqlDriverAdapter {
  const begin = connection.startTransaction.bind(connection)
  connection.startTransaction = async level => {
    // What came before it, such as reading the form, was work of this turn too.
    await turn()
    return inTurns(await begin(level))
  }
  return connection
}

function inTurns(transaction: Transaction): Transaction {
  const queryRaw = transaction.queryRaw.bind(transaction)
  const executeRaw = transaction.executeRaw.bind(transaction)
  let since = performance.now()
  const breathe = async () => {
    if (performance.now() - since < longest) return
    await turn()
    since = performance.now()
  }
  transaction.queryRaw = async query => {
    await breathe()
    return queryRaw(query)
  }
  transaction.executeRaw = async query => {
    await breathe()
    return executeRaw(query)
  }
  return transaction
}
