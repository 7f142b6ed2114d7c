import type { Database } from '../../src/database/database.ts'
import type { RouteSamples, Sample } from '../support/samples.ts'

export const samples: RouteSamples[] = [
  {
    of: '/aftalen/revision/:year',
    inDemo: revisionSamples,
    anywhere: `SELECT r.year, s.key AS section, 'send-i-hoering' AS step FROM RevisionRound r
     JOIN AgreementSection s ON s.versionId = r.basisId`,
  },
  {
    of: '/aftalen/revision/:year/forslag/:number',
    inDemo: revisionSamples,
    anywhere: 'SELECT r.year, p.number FROM AmendmentProposal p JOIN RevisionRound r ON r.id = p.roundId',
  },
]

/** The round under way, whose draft is being written, and the one before, which was decided upon and signed. */
function revisionSamples(db: Database, route: string): Sample[] {
  const signed = db.sql.asStored<{ year: number; item: number }>(
    `SELECT r.year, i.itemId AS item FROM RevisionRound r JOIN RevisionItem i ON i.roundId = r.id
     JOIN AgreementVersion v ON v.roundId = r.id ORDER BY r.year DESC LIMIT 1`,
  )[0]
  const open = db.sql.asStored<{ year: number }>('SELECT year FROM RevisionRound ORDER BY year DESC LIMIT 1')[0]
  if (!signed || !open) return []
  if (route.includes(':item')) return [{ owner: 'joint', values: { ...signed } }]
  if (route.includes(':organisation')) return [{ owner: 'housing', values: { ...signed, organisation: 'fab' } }]
  const values = { ...open, number: 1, first: 2, second: 3, step: 'foreslaa-lukning', section: 'moederne' }
  return [{ owner: 'joint', values }]
}
