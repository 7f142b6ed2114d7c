import Sqlite from 'better-sqlite3'
import session from 'express-session'

const touchEveryMs = 60_000

/**
 * Sessions in a SQLite file of their own: a restart signs nobody out. A touch only updates, so a signed-out session
 * never comes back, and it happens at most once a minute.
 */
export class SessionStore extends session.Store {
  readonly #db: Sqlite.Database
  readonly #get: Sqlite.Statement
  readonly #set: Sqlite.Statement
  readonly #touch: Sqlite.Statement
  readonly #destroy: Sqlite.Statement
  readonly #destroyOf: Sqlite.Statement
  /** A request under way when its session ended would save it again at its end. Ids are random and never come back. */
  readonly #ended = new Set<string>()
  readonly #touched = new Map<string, number>()
  readonly #idleMs: number

  constructor(file: string, idleMs: number) {
    super()
    this.#idleMs = idleMs
    this.#db = new Sqlite(file, { timeout: 250 })
    this.#db.pragma('journal_mode = WAL')
    this.#db.pragma('synchronous = NORMAL')
    this.#db.exec(`CREATE TABLE IF NOT EXISTS session (
      id TEXT PRIMARY KEY, person INTEGER, data TEXT NOT NULL, expires INTEGER NOT NULL) WITHOUT ROWID`)
    this.#get = this.#db.prepare('SELECT data FROM session WHERE id = ? AND expires > ?')
    this.#set = this.#db.prepare(
      `INSERT INTO session (id, person, data, expires) VALUES (?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET person = excluded.person, data = excluded.data, expires = excluded.expires`,
    )
    this.#touch = this.#db.prepare('UPDATE session SET expires = ? WHERE id = ?')
    this.#destroy = this.#db.prepare('DELETE FROM session WHERE id = ?')
    this.#destroyOf = this.#db.prepare('DELETE FROM session WHERE person = ? AND id <> ? RETURNING id')
    this.sweep()
  }

  override get(id: string, done: (fault: unknown, data?: session.SessionData | null) => void): void {
    try {
      const row = this.#get.get(id, Date.now()) as { data: string } | undefined
      done(null, row ? (JSON.parse(row.data) as session.SessionData) : null)
    } catch (fault) {
      done(fault)
    }
  }

  override set(id: string, data: session.SessionData, done?: (fault?: unknown) => void): void {
    try {
      if (!this.#ended.has(id)) this.#set.run(id, personIn(data), JSON.stringify(data), Date.now() + this.#idleMs)
      done?.()
    } catch (fault) {
      done?.(fault)
    }
  }

  override touch(id: string, _data: session.SessionData, done?: () => void): void {
    const now = Date.now()
    if (now - (this.#touched.get(id) ?? 0) > touchEveryMs) {
      if (this.#touched.size > 10_000) this.#touched.clear()
      this.#touched.set(id, now)
      this.#touch.run(now + this.#idleMs, id)
    }
    done?.()
  }

  override destroy(id: string, done?: (fault?: unknown) => void): void {
    try {
      this.#destroy.run(id)
      this.#end(id)
      done?.()
    } catch (fault) {
      done?.(fault)
    }
  }

  /** Signs a person out everywhere, except in the one session that may stay: after a changed password. */
  destroyOf(person: number, except = ''): void {
    const ended = this.#destroyOf.all(person, except) as { id: string }[]
    for (const { id } of ended) this.#end(id)
  }

  #end(id: string): void {
    if (this.#ended.size > 10_000) this.#ended.clear()
    this.#ended.add(id)
  }

  sweep(): void {
    this.#db.prepare('DELETE FROM session WHERE expires <= ?').run(Date.now())
  }

  close(): void {
    this.#db.close()
  }
}

function personIn(data: session.SessionData): number | null {
  const { person } = data as { person?: unknown }
  return typeof person === 'number' ? person : null
}
