import { one, type RouteSamples } from '../support/samples.ts'

const ownMandate = `SELECT m.id FROM Mandate m JOIN Organisation o ON o.id = m.organisationId
  WHERE o.slug = ? AND m.revokedFrom IS NULL AND m.total IS NOT NULL AND m.onlyDecisionId IS NULL
    AND m.sourceDocumentId IS NOT NULL ORDER BY m.id DESC`

export const samples: RouteSamples[] = [
  {
    of: '/mandater/:id',
    inDemo: db =>
      (
        [
          ['municipal', 'odense-kommune'],
          ['housing', 'hoejstrup'],
        ] as const
      ).map(([owner, slug]) => ({ owner, values: one(db, ownMandate, slug) })),
    anywhere: 'SELECT id FROM Mandate',
  },
  {
    of: '/mandater/:id/posteringer',
    inDemo: db => [
      {
        owner: 'joint',
        values: one(db, 'SELECT mandateId AS id, id AS entry FROM MandateEntry WHERE sourceDocumentId IS NOT NULL'),
      },
    ],
  },
  {
    // An entry of an organisation whose keeper asks; the demo has nothing drawn before the portal.
    of: '/mandater/:id/posteringer/:entry/tilbagefoer',
    inDemo: db => [
      {
        owner: 'housing',
        values: one(
          db,
          `SELECT e.mandateId AS id, e.id AS entry FROM MandateEntry e JOIN Mandate m ON m.id = e.mandateId
           JOIN Organisation o ON o.id = m.organisationId WHERE o.slug = 'hoejstrup'`,
        ),
      },
    ],
  },
]
