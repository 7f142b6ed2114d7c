import type { Database } from '../../src/database/database.ts'
import type { RouteSamples, Sample, Values } from '../support/samples.ts'

export const samples: RouteSamples[] = [
  // A check that was prepared for an item of the joint group.
  { of: '/moeder/:meeting/punkter/:item/mandater/:check', inDemo: db => [checkSample(db)] },
]

function checkSample(db: Database): Sample {
  const values = db.sql.asStored<Values>(
    `SELECT c.id AS "check", i.id AS item, i.meetingId AS meeting FROM PreparedCheck c JOIN AgendaItem i ON i.id = c.itemId
     WHERE c.removedAt IS NULL LIMIT 1`,
  )[0]
  if (!values) throw new Error('The demo has no prepared check.')
  return { owner: 'joint', values }
}
