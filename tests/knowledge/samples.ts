import { one, type RouteSamples } from '../support/samples.ts'

const of = `SELECT i.slug AS indicator, o.year, coalesce(a.slug, 'hele-byen') AS place
  FROM Indicator i JOIN Observation o ON o.indicatorId = i.id LEFT JOIN HousingArea a ON a.id = o.areaId`

export const samples: RouteSamples[] = [
  {
    of: '/indikatorer/:indicator',
    inDemo: db => [{ owner: 'joint', values: one(db, of) }],
    anywhere: of,
  },
]
