import type Sqlite from 'better-sqlite3'

/**
 * The tables whose rows a migration may have moved: those that it names, and those that the triggers of these name, as
 * they are before it and after. A table that is named in vain is among them; one that is not named cannot change, since
 * foreign keys do nothing while migrating.
 */
export class TouchedTables {
  private readonly words: Set<string>
  private readonly tables = new Set<string>()

  /** Made before the migration is applied. */
  constructor(
    private readonly connection: Sqlite.Database,
    sql: string,
  ) {
    this.words = wordsIn(sql)
    this.look()
  }

  /** Asked after it is applied. */
  names(): string[] {
    this.look()
    return [...this.tables]
  }

  private look(): void {
    this.addTriggers()
    for (const { name } of inSchema(this.connection, 'table'))
      if (this.words.has(name.toLowerCase())) this.tables.add(name)
  }

  private addTriggers(): void {
    let waiting = inSchema(this.connection, 'trigger')
    while (true) {
      const fired = waiting.filter(({ tbl_name }) => this.words.has(tbl_name.toLowerCase()))
      if (fired.length === 0) return
      for (const { sql } of fired) for (const word of wordsIn(sql)) this.words.add(word)
      waiting = waiting.filter(trigger => !fired.includes(trigger))
    }
  }
}

interface SchemaRow {
  name: string
  tbl_name: string
  sql: string
}

const inSchema = (connection: Sqlite.Database, type: 'table' | 'trigger'): SchemaRow[] =>
  connection.prepare<[string], SchemaRow>('SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = ?').all(type)

const wordsIn = (sql: string): Set<string> => new Set(sql.toLowerCase().match(/\w+/g))
