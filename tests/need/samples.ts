import { one, type RouteSamples } from '../support/samples.ts'

const versions = `SELECT x.number AS estimate, v.number AS version FROM NeedVersion v JOIN NeedEstimate x ON x.id = v.estimateId`
const counting = `${versions} WHERE v.number = (SELECT max(number) FROM NeedVersion WHERE estimateId = x.id) ORDER BY v.number DESC`

export const samples: RouteSamples[] = [
  {
    of: '/boligbehov/vurderinger/:estimate',
    inDemo: db => [{ owner: 'joint', values: one(db, counting) }],
    anywhere: versions,
  },
  {
    of: '/boligbehov/aendringer/:change',
    inDemo: db => [{ owner: 'joint', values: one(db, 'SELECT id AS change FROM StockChange') }],
    anywhere: 'SELECT id AS change FROM StockChange',
  },
  {
    of: '/boligbehov/ledige/:vacancy',
    inDemo: db => [{ owner: 'joint', values: one(db, 'SELECT id AS vacancy FROM VacantHomes') }],
    anywhere: 'SELECT id AS vacancy FROM VacantHomes',
  },
]
