import { join } from 'node:path'
import { createApp } from '../src/app.ts'
import { openDatabase } from '../src/database/database.ts'
import { FormStore } from '../src/database/folder/form-store.ts'
import { SessionStore } from '../src/database/folder/sessions.ts'
import { createLog } from '../src/http/server/log.ts'
import type { Instant } from '../src/kernel/days.ts'
import { readSettings } from '../src/settings.ts'
import type { Dataset } from './dataset.ts'

/** The addresses that the portal has pages at, as they are declared: '/sager/:number'. */
export async function declaredPages({ folder }: Dataset): Promise<string[]> {
  const settings = readSettings({ NODE_ENV: 'production', DATA_DIR: folder }, { demo: true })
  const database = await openDatabase(settings.databaseFile)
  const sessions = new SessionStore(join(folder, 'declared-sessions.db'), 60_000)
  const forms = new FormStore(join(folder, 'declared-forms.db'))
  const clock = { now: () => new Date().toISOString() as Instant }
  try {
    const { routes } = createApp({ settings, database, sessions, forms, clock, log: createLog('silent') })
    return routes.declared.filter(({ method }) => method === 'get').map(({ path }) => path)
  } finally {
    sessions.close()
    forms.close()
    await database.close()
  }
}
