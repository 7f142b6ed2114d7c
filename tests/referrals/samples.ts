import type { Database } from '../../src/database/database.ts'
import type { RouteSamples, Sample, Values } from '../support/samples.ts'

export const samples: RouteSamples[] = [
  {
    of: '/forelaeggelser/:number',
    inDemo: referralSamples,
    anywhere: `SELECT r.number, a.id AS attachment FROM Referral r JOIN Decision d ON d.id = r.decisionId
     LEFT JOIN Attachment a ON a.itemId = d.itemId`,
  },
]

/** One that waits, for the page that answers it; one with its protocol or an attachment, for those files. */
function referralSamples(db: Database, route: string): Sample[] {
  const wanted = /\/(svar|frist)$/.test(route)
    ? `r.answer IS NULL AND r.withdrawnAt IS NULL
       AND r.organisationId IN (SELECT organisationId FROM Authorisation WHERE kind = 'MANDATE_KEEPER')`
    : route.endsWith('/protokol')
      ? 'r.documentId IS NOT NULL'
      : '1 = 1'
  const attached = route.includes(':attachment') ? '' : 'LEFT'
  const values = db.sql.asStored<Values>(
    `SELECT r.number, a.id AS attachment FROM Referral r JOIN Decision d ON d.id = r.decisionId
     ${attached} JOIN Attachment a ON a.itemId = d.itemId AND a.removedAt IS NULL
     WHERE ${wanted} AND d.closed = 0 ORDER BY r.id LIMIT 1`,
  )[0]
  return values ? [{ owner: 'joint', values }] : []
}
