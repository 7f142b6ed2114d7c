import type { Database } from '../../src/database/database.ts'
import type { Instant } from '../../src/kernel/days.ts'
import type { Settings } from '../../src/settings.ts'

/** Loads the demo cooperation into an empty database. */
export async function prepareDemo(_database: Database, _settings: Settings, _at: Instant): Promise<void> {}
