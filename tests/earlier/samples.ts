import type { Database } from '../../src/database/database.ts'
import type { Owner, RouteSamples, Sample, Values } from '../support/samples.ts'

export const samples: RouteSamples[] = [
  {
    of: '/foer-portalen/:record',
    inDemo: earlierSamples,
    anywhere: 'SELECT id AS record FROM EarlierRecord',
  },
  {
    of: '/foer-portalen/:record/filer',
    inDemo: earlierSamples,
    anywhere: 'SELECT recordId AS record, id AS file FROM EarlierFile',
  },
  // No files wait in the demo.
  { of: '/foer-portalen/flere/:batch', inDemo: () => [{ owner: 'none', values: { batch: '0'.repeat(32) } }] },
]

/** A document from before the portal of the joint group and of each side's strategy group, with its file where one is asked for. */
function earlierSamples(db: Database, route: string): Sample[] {
  const bodies: [Owner, string][] = [
    ['joint', 'faelles-gruppe'],
    ['housing', 'strategigruppe-bolig'],
    ['municipal', 'strategigruppe-kommune'],
  ]
  const withFile = route.includes(':file') ? '' : 'LEFT'
  return bodies.flatMap(([owner, body]) => {
    const values = db.sql.asStored<Values>(
      `SELECT r.id AS record, f.id AS file FROM EarlierRecord r JOIN Body b ON b.id = r.bodyId
       ${withFile} JOIN EarlierFile f ON f.recordId = r.id WHERE b.slug = ? AND r.withdrawnAt IS NULL AND r.closed = 0`,
      body,
    )[0]
    return values ? [{ owner, values }] : []
  })
}
