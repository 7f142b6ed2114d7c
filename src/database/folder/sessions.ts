import type Sqlite from 'better-sqlite3'
import session from 'express-session'
import { StorageFault } from '../storage-faults.ts'
import { SideFile } from './side-file.ts'

const touchEveryMs = 60_000
/** More than the people of a town's housing organisations; the bound only guards against a mistake. */
const most = 10_000

const tables = `CREATE TABLE IF NOT EXISTS session (
  id TEXT PRIMARY KEY, person INTEGER, data TEXT NOT NULL, expires INTEGER NOT NULL) WITHOUT ROWID`

interface Row {
  data: string
  person: number | null
  expires: number
}

/**
 * Sessions in a SQLite file of their own: a restart signs nobody out. A touch only updates, so a signed-out session
 * never comes back, and it happens at most once a minute.
 *
 * Where the file takes nothing, because it is locked or its disk is full, what it should have taken is held in memory
 * and written later: people sign in and go on, and whoever signs out is signed out.
 */
export class SessionStore extends session.Store {
  readonly #file: SideFile<ReturnType<typeof prepare>>
  readonly #idleMs: number
  /** A request under way when its session ended would save it again at its end. Ids are random and never come back. */
  readonly #ended = new Set<string>()
  readonly #touched = new Map<string, number>()
  /** What the file has not taken yet. */
  readonly #late = { rows: new Map<string, Row>(), ends: new Set<string>(), endsOf: new Map<number, EndOf>() }

  constructor(file: string, idleMs: number, say: (line: string) => void = () => {}) {
    super()
    this.#idleMs = idleMs
    this.#file = new SideFile(file, tables, prepare, say)
    this.sweep()
  }

  override get(id: string, done: (fault: unknown, data?: session.SessionData | null) => void): void {
    let data: session.SessionData | null
    try {
      data = this.#read(id)
    } catch (fault) {
      done(fault)
      return
    }
    done(null, data)
  }

  #read(id: string): session.SessionData | null {
    if (this.#isEnded(id)) return null
    const row = this.#late.rows.get(id) ?? this.#file.use(({ get }) => get.get(id) as Row | undefined)
    if (!row) return null
    // Once it has expired it stays so, whatever the machine's clock says later.
    if (row.expires <= Date.now()) {
      this.#endOne(id)
      return null
    }
    const data = JSON.parse(row.data) as session.SessionData
    const end = row.person === null ? undefined : this.#late.endsOf.get(row.person)
    return end && id !== end.except && !(Number(data.signedInAt) > end.at) ? null : data
  }

  override set(id: string, data: session.SessionData, done?: (fault?: unknown) => void): void {
    if (!this.#isEnded(id)) {
      this.#keep(id, { data: JSON.stringify(data), person: personIn(data), expires: Date.now() + this.#idleMs })
    }
    done?.()
  }

  override touch(id: string, data: session.SessionData, done?: () => void): void {
    const now = Date.now()
    if (now - (this.#touched.get(id) ?? 0) > touchEveryMs) {
      bounded(this.#touched)
      this.#touched.set(id, now)
      const expires = now + this.#idleMs
      const late = this.#late.rows.get(id)
      if (late) late.expires = expires
      else if (!this.#taken(({ touch }) => touch.run(expires, id)) && !this.#isEnded(id)) {
        this.#late.rows.set(id, { data: JSON.stringify(data), person: personIn(data), expires })
      }
    }
    done?.()
  }

  override destroy(id: string, done?: (fault?: unknown) => void): void {
    this.#endOne(id)
    done?.()
  }

  /** Signs a person out everywhere, except in the one session that may stay: after a changed password. */
  destroyOf(person: number, except = ''): void {
    for (const [id, row] of this.#late.rows) if (row.person === person && id !== except) this.#endOne(id)
    const end = { except, at: Date.now() }
    if (!this.#taken(statements => this.#endAllOf(statements, person, except))) this.#late.endsOf.set(person, end)
  }

  /** Removes what has expired, and writes what the file has not taken yet. To be called every now and then. */
  sweep(): void {
    const { rows, ends, endsOf } = this.#late
    for (const [person, { except, at }] of endsOf) {
      if (!this.#taken(statements => this.#endAllOf(statements, person, except, at))) return
      endsOf.delete(person)
    }
    for (const id of ends) if (!this.#taken(({ destroy }) => destroy.run(id))) return
    for (const id of ends) this.#remember(id)
    ends.clear()
    for (const [id, row] of rows) {
      if (!this.#taken(({ set }) => set.run(id, row.person, row.data, row.expires))) return
      rows.delete(id)
    }
    this.#taken(({ sweep }) => sweep.run(Date.now()))
  }

  /** Whether sessions can be written to their file just now. */
  isWritable(): boolean {
    return this.#file.isWritable()
  }

  close(): void {
    this.sweep()
    this.#file.close()
  }

  #keep(id: string, row: Row): void {
    if (this.#taken(({ set }) => set.run(id, row.person, row.data, row.expires))) this.#late.rows.delete(id)
    else {
      bounded(this.#late.rows)
      this.#late.rows.set(id, row)
    }
  }

  #endOne(id: string): void {
    this.#late.rows.delete(id)
    if (this.#taken(({ destroy }) => destroy.run(id))) this.#remember(id)
    else this.#late.ends.add(id)
  }

  #endAllOf({ of, destroy }: ReturnType<typeof prepare>, person: number, except: string, at?: number): void {
    for (const { id, data } of of.all(person, except) as { id: string; data: string }[]) {
      // Signed in again since: that one stays.
      if (at !== undefined && Number((JSON.parse(data) as session.SessionData).signedInAt) > at) continue
      destroy.run(id)
      this.#remember(id)
    }
  }

  #isEnded = (id: string): boolean => this.#ended.has(id) || this.#late.ends.has(id)

  #remember(id: string): void {
    if (this.#ended.size > most) this.#ended.clear()
    this.#ended.add(id)
  }

  /** @returns false where the file takes nothing at the moment */
  #taken(write: (statements: ReturnType<typeof prepare>) => unknown): boolean {
    try {
      this.#file.use(write)
      return true
    } catch (fault) {
      if (fault instanceof StorageFault) return false
      throw fault
    }
  }
}

interface EndOf {
  except: string
  at: number
}

const prepare = (db: Sqlite.Database) => ({
  get: db.prepare('SELECT data, person, expires FROM session WHERE id = ?'),
  set: db.prepare(
    `INSERT INTO session (id, person, data, expires) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET person = excluded.person, data = excluded.data, expires = excluded.expires`,
  ),
  touch: db.prepare('UPDATE session SET expires = ? WHERE id = ?'),
  destroy: db.prepare('DELETE FROM session WHERE id = ?'),
  of: db.prepare('SELECT id, data FROM session WHERE person = ? AND id <> ?'),
  sweep: db.prepare('DELETE FROM session WHERE expires <= ?'),
})

/** Makes room for one more. */
function bounded(map: Map<string, unknown>): void {
  const oldest = map.keys().next()
  if (map.size >= most && !oldest.done) map.delete(oldest.value)
}

function personIn(data: session.SessionData): number | null {
  const { passport } = data as { passport?: { user?: unknown } }
  return typeof passport?.user === 'number' ? passport.user : null
}
