import { one, type RouteSamples } from '../support/samples.ts'

const half = `SELECT r.year || '-' || r.half AS half, o.slug AS organisation FROM ImplementationRound r
  JOIN ImplementationSubject u ON u.roundId = r.id JOIN ImplementationAnswer a ON a.subjectId = u.id
  JOIN Organisation o ON o.id = a.organisationId`

export const samples: RouteSamples[] = [
  {
    of: '/strategier/gennemfoerelse/:half',
    inDemo: db => [{ owner: 'joint', values: one(db, `${half} WHERE o.slug = 'fab'`) }],
    anywhere: `SELECT DISTINCT * FROM (${half})`,
  },
]
