import { statSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { fold } from '../kernel/fold.ts'
import { lockWaitMs, openClient } from './clients.ts'
import type { PrismaClient } from './generated/client.ts'
import { patiently } from './patiently.ts'
import { PreparedReader } from './prepared-reader.ts'

/** What the read-only client offers: Prisma's reads, and nothing that writes. */
type ReadsOf<Model> = Pick<
  Model,
  Extract<
    keyof Model,
    | 'findMany'
    | 'findFirst'
    | 'findUnique'
    | 'findFirstOrThrow'
    | 'findUniqueOrThrow'
    | 'count'
    | 'aggregate'
    | 'groupBy'
  >
>
type ModelNames = Exclude<Extract<keyof PrismaClient, string>, `$${string}`>
export type ReadClient = { [Name in ModelNames]: ReadsOf<PrismaClient[Name]> }

/**
 * One writer, separate readers. Prisma's SQLite adapter holds one connection, and a statement sent to it while an
 * interactive transaction is open would run inside that transaction and vanish with it. So everything that writes goes
 * through write() (database/write.ts), and pages read on connections of their own that never see uncommitted rows.
 */
export interface Database {
  file: string
  /** Page reads by Prisma, on a read-only connection. */
  prisma: ReadClient
  /** Page reads by prepared SQL, on a read-only connection: for pages where every tenth of a millisecond counts. */
  sql: PreparedReader
  /** Asks by Prisma once: its first question, which it sets itself up for, is then nobody's page. */
  warmUp(): Promise<void>
  /** Statements that page reads have run since the start; tests hold each page to its stated number. */
  statements(): number
  /** Rises whenever anything was committed, by this process or another: what caches are keyed by. */
  dataVersion(): number
  /** Whether the file that was opened is the one that lies under its name: what is written to another is lost. */
  isInPlace(): boolean
  close(): Promise<void>
}

interface OpenWriter {
  client: PrismaClient
  /** Changes that have begun and not ended. */
  underWay: Set<Promise<unknown>>
}

const writers = new WeakMap<Database, OpenWriter>()

/**
 * Only for database/write.ts. The database is not closed under a change: it ends first, also one that nobody waits for.
 * What came to the client after that would be written by whoever has it next, to another file.
 */
export async function withWriter<T>(database: Database, change: (client: PrismaClient) => Promise<T>): Promise<T> {
  const writer = writers.get(database)
  if (!writer) throw new Error('The database is closed.')
  const changing = change(writer.client)
  writer.underWay.add(changing)
  try {
    return await changing
  } finally {
    writer.underWay.delete(changing)
  }
}

/** @param options.patienceMs how long a file that another process holds is waited for */
export async function openDatabase(file: string, options: { patienceMs?: number } = {}): Promise<Database> {
  return patiently(() => open(file), options.patienceMs)
}

async function open(file: string): Promise<Database> {
  let counted = 0
  const count = () => {
    counted += 1
  }
  const writing = openClient('writing', file, () => {})
  const writer = writing.prisma
  const sql = await setUp(writer, file, count).catch(async fault => {
    await writing.close()
    throw fault
  })

  // Prisma's query compiler takes memory for each client: the reading one is opened when a page first asks for it.
  let reading: ReturnType<typeof openClient> | null = null
  const inode = inodeOf(file)
  const underWay = new Set<Promise<unknown>>()

  const database: Database = {
    file,
    get prisma() {
      reading ??= openClient('reading', file, count)
      return reading.prisma
    },
    sql,
    async warmUp() {
      await database.prisma.body.findFirst({ select: { id: true } })
    },
    statements: () => counted,
    dataVersion: () => sql.dataVersion(),
    isInPlace: () => inodeOf(file) === inode,
    async close() {
      writers.delete(database)
      await Promise.allSettled(underWay)
      sql.close()
      await reading?.close()
      await writing.close()
    },
  }
  writers.set(database, { client: writer, underWay })
  return database
}

const inodeOf = (file: string): number | undefined => statSync(file, { throwIfNoEntry: false })?.ino

async function setUp(writer: PrismaClient, file: string, count: () => void): Promise<PreparedReader> {
  await writer.$queryRawUnsafe('PRAGMA journal_mode = WAL')
  await writer.$queryRawUnsafe('PRAGMA synchronous = FULL')
  await writer.$queryRawUnsafe('PRAGMA foreign_keys = ON')
  await assertDurable(writer)
  const connection = new Sqlite(file, { readonly: true, timeout: lockWaitMs })
  // Lists that are filtered by words compare them folded, as the search tables do.
  connection.function('fold', { deterministic: true }, text => (typeof text === 'string' ? fold(text) : text))
  return new PreparedReader(connection, count)
}

/** A committed change must survive a power cut, and no row may point at nothing: refuse to start otherwise. */
async function assertDurable(client: PrismaClient): Promise<void> {
  const expected = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1 }
  for (const [name, value] of Object.entries(expected)) {
    const rows = await client.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`)
    const found = rows[0]?.[name]
    if (String(found) !== String(value)) throw new Error(`PRAGMA ${name} is ${String(found)}, not ${value}.`)
  }
}
