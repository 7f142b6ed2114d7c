import { one, type RouteSamples } from '../support/samples.ts'

const statement = 'OutwardStatement o JOIN SharedText s ON s.id = o.textId'
const newest = `JOIN TextDraft n ON n.textId = s.id AND n.number = (SELECT max(number) FROM TextDraft WHERE textId = s.id)`
const section = `json_extract(n.content, '$.sections[0].key') AS section`

export const samples: RouteSamples[] = [
  {
    of: '/udtalelser/:text',
    inDemo: db => [
      {
        owner: 'joint',
        values: one(
          db,
          `SELECT s.slug AS text, 1 AS version, ${section}, a.id AS answer FROM ${statement} ${newest}
             JOIN OutwardAnswer a ON a.statementId = o.id WHERE a.documentId IS NOT NULL`,
        ),
      },
    ],
    anywhere: `SELECT s.slug AS text, 1 AS version, ${section}, (SELECT max(id) FROM OutwardAnswer WHERE statementId = o.id) AS answer
      FROM ${statement} ${newest}`,
  },
  {
    of: '/udtalelser/:text',
    holding: '/modtaget',
    inDemo: db => [
      { owner: 'joint', values: one(db, `SELECT s.slug AS text FROM ${statement} WHERE o.documentId IS NOT NULL`) },
    ],
    anywhere: `SELECT s.slug AS text FROM ${statement} WHERE o.documentId IS NOT NULL`,
  },
  {
    of: '/udtalelser/:text/holdninger/:organisation',
    inDemo: db =>
      [
        ['housing', 'hoejstrup'],
        ['municipal', 'by-og-kulturforvaltningen'],
      ].map(([owner, organisation]) => ({
        owner: owner as 'housing' | 'municipal',
        values: one(
          db,
          `SELECT s.slug AS text, r.slug AS organisation FROM ${statement} JOIN OutwardHearing h ON h.statementId = o.id
             JOIN Organisation r ON r.slug = ?`,
          organisation ?? '',
        ),
      })),
    anywhere: `SELECT s.slug AS text, r.slug AS organisation FROM ${statement} JOIN OutwardStance t ON t.statementId = o.id
      JOIN Organisation r ON r.id = t.organisationId`,
  },
]
