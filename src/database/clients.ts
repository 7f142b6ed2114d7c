import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { byTurns } from './by-turns.ts'
import { watchRows } from './chain/record-rows.ts'
import { PrismaClient } from './generated/client.ts'
import { keepStatements } from './kept-statements.ts'

/**
 * How long a statement waits for a lock. It waits in the one thread that answers everybody, so it is short: write()
 * tries again later, and others are answered in between.
 */
export const lockWaitMs = 20

export type ClientKind = 'writing' | 'reading'

interface KeptClient {
  prisma: PrismaClient
  file: string
  onQuery: () => void
}

/** Clients that were closed and may serve another file. */
const closed: Record<ClientKind, KeptClient[]> = { writing: [], reading: [] }

/**
 * A Prisma client on a file; `onQuery` is called for each statement of a reading one. To make a client takes a tenth of
 * a second and some megabytes, and it learns its queries as it goes. So a closed one is kept, and connects to the file
 * of whoever opens one next: the portal opens its database once, the tests open hundreds.
 */
export function openClient(
  kind: ClientKind,
  file: string,
  onQuery: () => void,
): { prisma: PrismaClient; close(): Promise<void> } {
  const client = closed[kind].pop() ?? newClient(kind)
  client.file = file
  client.onQuery = onQuery
  let open = true
  return {
    prisma: client.prisma,
    async close() {
      if (!open) return
      open = false
      await client.prisma.$disconnect()
      closed[kind].push(client)
    },
  }
}

function newClient(kind: ClientKind): KeptClient {
  const readonly = kind === 'reading'
  const factory = {
    provider: 'sqlite',
    adapterName: 'better-sqlite3',
    // Asked at each connection: the file is the one of that time.
    async connect() {
      const adapter = new PrismaBetterSqlite3({ url: `file:${client.file}`, readonly, timeout: lockWaitMs })
      const connection = keepStatements(await adapter.connect())
      if (readonly) return connection
      await watchRows(connection)
      return byTurns(connection)
    },
  } as const
  const prisma = new PrismaClient({ adapter: factory, log: readonly ? [{ emit: 'event', level: 'query' }] : [] })
  const client: KeptClient = { prisma, file: '', onQuery: () => {} }
  if (readonly) prisma.$on('query', () => client.onQuery())
  return client
}
