import { hearingSamples } from '../adoption/hearing-samples.ts'
import { one, type RouteSamples } from '../support/samples.ts'

const newest = `JOIN TextDraft n ON n.textId = s.id AND n.number = (SELECT max(number) FROM TextDraft WHERE textId = s.id)`
const columns = `s.slug AS text, 1 AS version, 'afsnit' AS kind, 'a1' AS part,
  (SELECT json_extract(t.value, '$.key') FROM json_each(n.content, '$.stars') p, json_each(p.value, '$.goals') m, json_each(m.value, '$.targets') t
   WHERE json_extract(t.value, '$.measure') = 'QUALITATIVE') AS target`

export const samples: RouteSamples[] = [
  ...hearingSamples('strategier'),
  {
    of: '/strategier/:text',
    inDemo: db => [
      {
        owner: 'joint',
        values: one(
          db,
          `SELECT ${columns} FROM SharedText s ${newest} JOIN Adoption a ON a.draftId = n.id JOIN Decision d ON d.itemId = a.itemId
           WHERE s.kind = 'strategier' AND d.state = 'EFFECTIVE' AND target IS NOT NULL`,
        ),
      },
    ],
    anywhere: `SELECT ${columns} FROM SharedText s ${newest} WHERE s.kind = 'strategier'`,
  },
]
