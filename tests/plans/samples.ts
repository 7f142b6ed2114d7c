import { one, type RouteSamples } from '../support/samples.ts'

/** Plans with an action, in the newest draft. */
const action = `SELECT s.slug AS text, ss.slug AS strategy, p.year, n.version, json_extract(a.value, '$.key') AS action,
    json_extract(a.value, '$.organisation.id') AS organisationId
  FROM ActionPlan p JOIN SharedText s ON s.id = p.textId JOIN SharedText ss ON ss.id = p.strategyId
  JOIN TextDraft n ON n.textId = s.id AND n.number = (SELECT max(number) FROM TextDraft WHERE textId = s.id),
    json_each(n.content, '$.actions') a`
const ofHoejstrup = `SELECT x.text, x.version, x.action FROM (${action}) x JOIN Organisation o ON o.id = x.organisationId
  WHERE o.slug = 'hoejstrup' ORDER BY x.year DESC`

export const samples: RouteSamples[] = [
  {
    of: '/handlingsplaner/:text',
    inDemo: db => [{ owner: 'joint', values: one(db, ofHoejstrup) }],
    anywhere: `SELECT text, version, action FROM (${action})`,
  },
  {
    of: '/strategier/:text/handlingsplan/:year',
    inDemo: db => [{ owner: 'joint', values: one(db, `SELECT strategy AS text, year FROM (${action})`) }],
    anywhere: `SELECT DISTINCT strategy AS text, year FROM (${action})`,
  },
]
