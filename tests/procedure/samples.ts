import { hearingSamples } from '../adoption/hearing-samples.ts'
import { one, type RouteSamples } from '../support/samples.ts'

const written = `FROM SharedText s JOIN TextDraft n ON n.textId = s.id AND n.number = (
    SELECT max(number) FROM TextDraft WHERE textId = s.id) WHERE s.kind = 'forretningsorden'`
const columns = `s.slug AS text, 1 AS version, json_extract(n.content, '$.sections[0].key') AS section`

export const samples: RouteSamples[] = [
  {
    of: '/forretningsorden/:text',
    inDemo: db => [{ owner: 'joint', values: one(db, `SELECT ${columns} ${written}`) }],
    anywhere: `SELECT ${columns} ${written}`,
  },
  ...hearingSamples('forretningsorden'),
]
