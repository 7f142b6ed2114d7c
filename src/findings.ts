import type { Database } from './database/database.ts'
import type { Finding } from './database/verify/finding.ts'
import { guarded, verify } from './database/verify/verify.ts'
import { features } from './features.ts'

/** What must hold whatever the portal has been through: of the file and its folder, and of each feature's own rows. */
export const findingsIn = (database: Database, documentsDir: string): Finding[] => [
  ...verify(database.sql, documentsDir),
  ...features
    .flatMap(feature => feature.checks ?? [])
    .flatMap(({ about, find }) => guarded(about, () => [find(database)])),
]
