import { one, type RouteSamples } from '../support/samples.ts'

export const samples: RouteSamples[] = [
  {
    of: '/sager/:',
    inDemo: db => [
      { owner: 'joint', values: one(db, 'SELECT number, number AS "case", id FROM "Case" WHERE sideInternal IS NULL') },
    ],
    anywhere: 'SELECT number FROM "Case"',
  },
]
