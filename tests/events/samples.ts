import { one, type RouteSamples } from '../support/samples.ts'

export const samples: RouteSamples[] = [
  {
    of: '/haendelser/:id',
    inDemo: db => [
      { owner: 'none', values: one(db, "SELECT max(id) AS id FROM Event WHERE kind = 'agreementEntered'") },
    ],
    anywhere: 'SELECT max(id) AS id FROM Event GROUP BY kind, subject',
  },
]
