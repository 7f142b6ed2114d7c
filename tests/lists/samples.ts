import { one, type RouteSamples } from '../support/samples.ts'

const listed = `SELECT l.slug AS list, e.id AS entry, a.slug AS area FROM PublicList l JOIN ListEntry e ON e.listId = l.id
  JOIN HousingArea a ON a.id = e.areaId WHERE e.withdrawn IS NULL`

export const samples: RouteSamples[] = [
  {
    of: '/lister/:list',
    inDemo: db => [{ owner: 'joint', values: one(db, `${listed} ORDER BY (l.documentId IS NOT NULL) DESC, e.id`) }],
    anywhere: listed,
  },
  { of: '/lister/omraade/:area', inDemo: db => [{ owner: 'joint', values: one(db, listed) }], anywhere: listed },
]
