import { one, type RouteSamples } from '../support/samples.ts'

const method = `SharedText s JOIN TextDraft n ON n.textId = s.id AND n.number = (SELECT max(number) FROM TextDraft WHERE textId = s.id)
  WHERE s.kind = 'vurderingsmetoder'`
/** Of several methods the one that has been on an agenda: it has pages that a draft has not. */
const adopted = 'EXISTS (SELECT 1 FROM Adoption a JOIN TextDraft d ON d.id = a.draftId WHERE d.textId = s.id)'
const columns = `s.slug AS text, json_extract(n.content, '$.terms[0].key') AS term, 1 AS version`

/** No hearing about a method in the demo: one about a standard stands on the same. */
const noHearing = { text: 'faelles-omraadevurdering', number: 1, organisation: 'hoejstrup' }

export const samples: RouteSamples[] = [
  {
    of: '/vurderingsmetoder/:text/hoeringer/:number/svar/:organisation',
    inDemo: () => [{ owner: 'housing', values: noHearing }],
  },
  { of: '/vurderingsmetoder/:text/hoeringer/:number', inDemo: () => [{ owner: 'none', values: noHearing }] },
  {
    of: '/vurderinger/:area',
    inDemo: db => [
      {
        owner: 'joint',
        values: one(db, 'SELECT h.slug AS area FROM AreaAssessment a JOIN HousingArea h ON h.id = a.areaId'),
      },
    ],
    anywhere: 'SELECT slug AS area FROM HousingArea',
  },
  {
    of: '/vurderingsmetoder/:text',
    inDemo: db => [
      { owner: 'joint', values: one(db, `SELECT ${columns} FROM ${method} ORDER BY ${adopted} DESC, s.id`) },
    ],
    anywhere: `SELECT ${columns} FROM ${method}`,
  },
]
