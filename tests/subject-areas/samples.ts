import { one, type RouteSamples } from '../support/samples.ts'

export const samples: RouteSamples[] = [
  {
    of: '/sagsomraader/:area',
    inDemo: db => [{ owner: 'none', values: one(db, 'SELECT id AS area FROM SubjectArea WHERE "to" IS NULL') }],
    anywhere: 'SELECT id AS area FROM SubjectArea',
  },
]
