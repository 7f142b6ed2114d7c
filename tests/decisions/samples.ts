import { one, type RouteSamples } from '../support/samples.ts'

export const samples: RouteSamples[] = [
  {
    of: '/beslutninger/:year',
    inDemo: db => [
      {
        owner: 'joint',
        values: one(
          db,
          `SELECT d.year, d.serial FROM Decision d JOIN Meeting m ON m.id = d.meetingId
           WHERE m.state = 'MINUTES_APPROVED' AND d.closed = 0 ORDER BY d.id DESC`,
        ),
      },
    ],
    anywhere: 'SELECT year, serial FROM Decision',
  },
]
