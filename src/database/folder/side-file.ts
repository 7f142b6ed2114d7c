import { existsSync, renameSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { lockWaitMs } from '../clients.ts'
import { DatabaseDamaged, type StorageFault, storageFault } from '../storage-faults.ts'
import { besides } from './files.ts'

/** How long a damaged file must have stood before one more is put aside. */
const anewEveryMs = 60_000

/**
 * A database beside the portal's own, of what may be lost: sessions, drafts. It never keeps the portal from answering:
 * a file that cannot be read is put aside and begun anew, and where no file can be made it is held in memory.
 */
export class SideFile<Statements> {
  readonly #file: string
  readonly #tables: string
  readonly #prepare: (db: Sqlite.Database) => Statements
  readonly #say: (line: string) => void
  #db: Sqlite.Database
  #statements: Statements
  #begunAnew = Number.NEGATIVE_INFINITY

  constructor(
    file: string,
    tables: string,
    prepare: (db: Sqlite.Database) => Statements,
    say: (line: string) => void = () => {},
  ) {
    this.#file = file
    this.#tables = tables
    this.#prepare = prepare
    this.#say = say
    this.#db = this.#openOrBeginAnew()
    this.#statements = this.#prepare(this.#db)
  }

  /** @throws StorageFault where the file is locked, or its disk full */
  use<T>(work: (statements: Statements) => T): T {
    try {
      return work(this.#statements)
    } catch (fault) {
      const storage = storageFault(fault)
      if (!(storage instanceof DatabaseDamaged)) throw storage ?? fault
      this.#db.close()
      this.#db = this.#openAnew()
      this.#statements = this.#prepare(this.#db)
      return work(this.#statements)
    }
  }

  /** Whether it can be written just now. */
  isWritable(): boolean {
    try {
      this.#db.exec('BEGIN IMMEDIATE; ROLLBACK')
      return true
    } catch {
      return false
    }
  }

  close(): void {
    this.#db.close()
  }

  #openOrBeginAnew(): Sqlite.Database {
    try {
      return this.#open(this.#file)
    } catch (fault) {
      const storage = storageFault(fault)
      if (storage instanceof DatabaseDamaged) return this.#openAnew()
      if (storage) return this.#inMemory(storage)
      throw fault
    }
  }

  #open(file: string): Sqlite.Database {
    const db = new Sqlite(file, { timeout: 5_000 })
    try {
      db.pragma('journal_mode = WAL')
      db.pragma('synchronous = NORMAL')
      db.exec(this.#tables)
      if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new DatabaseDamaged()
      db.pragma(`busy_timeout = ${lockWaitMs}`)
      return db
    } catch (fault) {
      db.close()
      throw fault
    }
  }

  #openAnew(): Sqlite.Database {
    const now = Date.now()
    if (now - this.#begunAnew < anewEveryMs) return this.#inMemory(new DatabaseDamaged())
    this.#begunAnew = now
    const aside = `${this.#file}.unreadable-${new Date(now).toISOString().replace(/\D/g, '')}`
    try {
      for (const end of ['', ...besides]) {
        if (existsSync(`${this.#file}${end}`)) renameSync(`${this.#file}${end}`, `${aside}${end}`)
      }
      this.#say(`${this.#file} could not be read. It is put aside as ${aside}, and begun anew.`)
      return this.#open(this.#file)
    } catch (fault) {
      const storage = storageFault(fault)
      if (!storage) throw fault
      return this.#inMemory(storage)
    }
  }

  #inMemory(why: StorageFault): Sqlite.Database {
    this.#say(`${this.#file} is held in memory until the next start, which ends what it keeps. ${why.advice}`)
    return this.#open(':memory:')
  }
}
