import { one, type RouteSamples } from '../support/samples.ts'

export const samples: RouteSamples[] = [
  {
    of: '/konti/personer/:person',
    inDemo: db => [
      { owner: 'none', values: one(db, "SELECT personId AS person FROM Account WHERE email LIKE 'laeser@%'") },
    ],
    anywhere: 'SELECT min(id) AS person FROM Person',
  },
  {
    of: '/konti/:account',
    inDemo: db => [{ owner: 'none', values: one(db, "SELECT id AS account FROM Account WHERE email LIKE 'laeser@%'") }],
    anywhere: 'SELECT min(id) AS account FROM Account',
  },
]
