import { one, type RouteSamples } from '../support/samples.ts'

const newestVersion = 'SELECT year FROM AgreementVersion ORDER BY year DESC LIMIT 1'

export const samples: RouteSamples[] = [
  {
    of: '/aftalen/:year',
    inDemo: db => [
      {
        owner: 'none',
        values: {
          year: 2008,
          other: one(db, newestVersion).year ?? 0,
          ...one(
            db,
            'SELECT s.id AS signature FROM AgreementSignature s JOIN AgreementVersion v ON v.id = s.versionId WHERE v.year = 2008',
          ),
        },
      },
    ],
    anywhere: 'SELECT year FROM AgreementVersion',
  },
  {
    of: '/aftalen/:year/sammenlign',
    anywhere: 'SELECT a.year, b.year AS other FROM AgreementVersion a, AgreementVersion b',
  },
  {
    of: '/aftalen/:year/tillaeg',
    inDemo: db => [{ owner: 'none', values: { ...one(db, newestVersion), number: 1 } }],
  },
  {
    of: '/aftalen/:year/tillaeg/:number',
    anywhere: 'SELECT v.year, a.number FROM Addendum a JOIN AgreementVersion v ON v.id = a.versionId',
  },
]
