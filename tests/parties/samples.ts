import type { Database } from '../../src/database/database.ts'
import type { RouteSamples, Sample } from '../support/samples.ts'

const ofOrganisation = (table: string, column = 'organisationId') =>
  `SELECT o.slug AS organisation, min(x.id) AS id FROM ${table} x JOIN Organisation o ON o.id = x.${column} GROUP BY o.id LIMIT 3`

export const samples: RouteSamples[] = [
  {
    of: '/parter/:organisation',
    inDemo: organisationSamples,
    anywhere: `SELECT slug AS organisation FROM Organisation WHERE slug IN ('hoejstrup', 'odense-kommune', 'fab')`,
  },
  {
    of: '/parter/:organisation/administration/:id',
    inDemo: organisationSamples,
    anywhere: ofOrganisation('Administration', 'administratorId'),
  },
  {
    of: '/parter/:organisation/bemyndigelser/:id',
    inDemo: organisationSamples,
    anywhere: ofOrganisation('Authorisation'),
  },
  { of: '/parter/:organisation/personer/:id', inDemo: organisationSamples, anywhere: ofOrganisation('Person') },
]

/** :id names a person, an authorisation, an administration or a condition, as the address says before it. */
function organisationSamples(db: Database, route: string): Sample[] {
  const rows: Record<string, string> = {
    personer: 'SELECT p.id FROM Person p WHERE p.organisationId = ? AND p.endedOn IS NULL',
    bemyndigelser: 'SELECT a.id FROM Authorisation a WHERE a.organisationId = ? AND a."to" IS NULL',
    administration: 'SELECT a.id FROM Administration a WHERE a.administratorId = ?',
    vilkaar: 'SELECT c.id FROM Condition c WHERE c.organisationId = ?',
  }
  const table = /\/(personer|bemyndigelser|administration|vilkaar)\/:id/.exec(route)?.[1]
  return (
    [
      ['housing', 'hoejstrup'],
      ['municipal', 'by-og-kulturforvaltningen'],
    ] as const
  ).map(([owner, organisation]) => {
    const own = db.sql.asStored<{ id: number }>('SELECT id FROM Organisation WHERE slug = ?', organisation)[0]
    const inner = table ? db.sql.asStored<{ id: number }>(rows[table] ?? '', own?.id ?? 0)[0] : undefined
    return { owner, values: { organisation, ...inner } }
  })
}
