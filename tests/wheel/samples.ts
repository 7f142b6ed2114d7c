import { one, type RouteSamples } from '../support/samples.ts'

export const samples: RouteSamples[] = [
  {
    of: '/aarshjul/raekker/:series',
    inDemo: db => [{ owner: 'municipal', values: one(db, 'SELECT id AS series FROM MeetingSeries') }],
    anywhere: 'SELECT id AS series FROM MeetingSeries',
  },
  {
    of: '/aarshjul/opgaver/:duty',
    inDemo: db => [{ owner: 'none', values: one(db, 'SELECT id AS duty FROM YearDuty') }],
    anywhere: 'SELECT id AS duty FROM YearDuty',
  },
]
