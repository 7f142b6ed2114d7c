import { one, type RouteSamples } from '../support/samples.ts'

const standing = `SELECT a.slug AS area, d.id AS delimitation FROM AreaDelimitation d JOIN HousingArea a ON a.id = d.areaId
  WHERE a."to" IS NULL AND NOT EXISTS (SELECT 1 FROM AreaDelimitation c WHERE c.correctsId = d.id)`
const fact = 'SELECT e.slug AS estate, f.id AS fact FROM EstateFact f JOIN Estate e ON e.id = f.estateId'

export const samples: RouteSamples[] = [
  {
    of: '/boligomraader/:area',
    inDemo: db => [{ owner: 'none', values: one(db, standing) }],
    anywhere: `SELECT slug AS area, (SELECT max(id) FROM AreaDelimitation WHERE areaId = HousingArea.id) AS delimitation FROM HousingArea`,
  },
  {
    of: '/afdelinger/:estate',
    inDemo: db => [{ owner: 'none', values: one(db, `${fact} WHERE e."to" IS NULL`) }],
    anywhere: fact,
  },
  {
    of: '/bydele/:district',
    inDemo: db => [{ owner: 'none', values: one(db, 'SELECT slug AS district FROM District') }],
    anywhere: 'SELECT slug AS district FROM District',
  },
]
