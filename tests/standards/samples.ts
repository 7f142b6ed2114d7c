import { hearingSamples } from '../adoption/hearing-samples.ts'
import { one, type RouteSamples } from '../support/samples.ts'

const newest = `JOIN TextDraft n ON n.textId = s.id AND n.number = (SELECT max(number) FROM TextDraft WHERE textId = s.id)`
const point = `json_extract(n.content, '$.points[0].key') AS point`

export const samples: RouteSamples[] = [
  {
    of: '/standarder/:text',
    inDemo: db => [
      {
        owner: 'joint',
        values: one(
          db,
          `SELECT s.slug AS text, 1 AS version, ${point} FROM SharedText s ${newest}
           JOIN Adoption a ON a.draftId = n.id JOIN Decision d ON d.itemId = a.itemId WHERE s.kind = 'standarder' AND d.state = 'EFFECTIVE'`,
        ),
      },
    ],
    anywhere: `SELECT s.slug AS text, 1 AS version, ${point} FROM SharedText s ${newest} WHERE s.kind = 'standarder'`,
  },
  ...hearingSamples('standarder'),
  {
    of: '/standarder/:text/redegoerelser/:year',
    inDemo: db => [
      {
        owner: 'joint',
        values: one(
          db,
          `SELECT s.slug AS text, r.year, o.slug AS organisation FROM StatementRound r JOIN SharedText s ON s.id = r.textId
           JOIN StatementAnswer a ON a.roundId = r.id JOIN Organisation o ON o.id = a.organisationId WHERE o.slug = 'fab'`,
        ),
      },
    ],
    anywhere: `SELECT DISTINCT s.slug AS text, r.year, o.slug AS organisation FROM StatementRound r
      JOIN SharedText s ON s.id = r.textId JOIN StatementAnswer a ON a.roundId = r.id JOIN Organisation o ON o.id = a.organisationId`,
  },
]
