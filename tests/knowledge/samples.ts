import { one, type RouteSamples } from '../support/samples.ts'

const of = `SELECT i.slug AS indicator, o.year, coalesce(a.slug, 'hele-byen') AS place, o.deliveryId AS delivery,
    (SELECT t.id FROM Threshold t WHERE t.indicatorId = i.id) AS threshold
  FROM Indicator i JOIN IndicatorVersion v ON v.indicatorId = i.id JOIN Observation o ON o.versionId = v.id
    JOIN MeasuredPlace p ON p.id = o.placeId LEFT JOIN HousingArea a ON a.id = p.areaId
  WHERE p.level IN ('AREA', 'TOWN')`

export const samples: RouteSamples[] = [
  {
    of: '/indikatorer/',
    inDemo: db => [{ owner: 'joint', values: one(db, of) }],
    anywhere: of,
  },
  {
    of: '/indikatorer/:indicator/graensevaerdi/',
    inDemo: db => [{ owner: 'joint', values: one(db, `SELECT * FROM (${of}) WHERE threshold IS NOT NULL`) }],
    anywhere: `SELECT * FROM (${of}) WHERE threshold IS NOT NULL`,
  },
]
