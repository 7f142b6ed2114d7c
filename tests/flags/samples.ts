import { one, type RouteSamples } from '../support/samples.ts'

const raised = 'Flag f JOIN Organisation o ON o.id = f.organisationId'
const stands = (kind: string) => `(SELECT kind FROM FlagStep WHERE flagId = f.id ORDER BY id DESC LIMIT 1) IS ${kind}`

export const samples: RouteSamples[] = [
  {
    of: '/paapegninger/:flag',
    inDemo: db => [
      { owner: 'joint', values: one(db, `SELECT f.number AS flag FROM ${raised} WHERE ${stands(`'ACKNOWLEDGE'`)}`) },
    ],
    anywhere: 'SELECT number AS flag FROM Flag',
  },
  {
    of: '/paapegninger/:flag/kvitter',
    inDemo: db =>
      [
        ['housing', 'HOUSING'],
        ['municipal', 'MUNICIPALITY'],
      ].map(([owner, side]) => ({
        owner: owner as 'housing' | 'municipal',
        values: one(db, `SELECT f.number AS flag FROM ${raised} WHERE o.side = ?`, side ?? ''),
      })),
    anywhere: 'SELECT number AS flag FROM Flag',
  },
]
