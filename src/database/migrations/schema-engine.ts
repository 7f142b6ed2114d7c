import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'

/** What the generated bindings export beside the engine's class; their types leave it out. */
interface Bindings {
  __wbg_set_wasm(exports: WebAssembly.Exports): void
  SchemaEngine: typeof bindings.SchemaEngine
}

let loaded: Promise<Bindings> | undefined

/**
 * Runs Prisma's schema engine on a database file. It is published as WebAssembly on npm, so nothing is downloaded: the
 * ordinary migrate command fetches a binary from a server that closed networks do not reach.
 */
export async function withSchemaEngine<T>(
  file: string,
  use: (engine: bindings.SchemaEngine) => Promise<T>,
): Promise<T> {
  loaded ??= load()
  const { SchemaEngine } = await loaded
  const adapter = new ClosingAdapter({ url: `file:${file}` })
  const datamodel = 'datasource db {\n  provider = "sqlite"\n}\n'
  const engine = await SchemaEngine.new(
    { datamodels: [['schema.prisma', datamodel]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapter),
  )
  try {
    return await use(engine)
  } finally {
    engine.free()
    await adapter.close()
  }
}

/** The engine locks the file for itself and never lets go of its connections. */
class ClosingAdapter extends PrismaBetterSqlite3 {
  readonly #opened: Awaited<ReturnType<PrismaBetterSqlite3['connect']>>[] = []

  override async connect() {
    const connection = await super.connect()
    this.#opened.push(connection)
    return connection
  }

  async close(): Promise<void> {
    for (const connection of this.#opened) await connection.dispose()
  }
}

async function load(): Promise<Bindings> {
  const path = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm')
  const module = await WebAssembly.compile(await readFile(path))
  const exported = bindings as unknown as Bindings
  const instance = await WebAssembly.instantiate(module, {
    './schema_engine_bg.js': { ...bindings },
  })
  exported.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
  return exported
}
