import { expect, test } from 'vitest'
import { rhythmIn, wholeRhythm } from '../../src/features/agreement/agreement/import/found-rhythm.ts'
import { parseAgreement } from '../../src/features/agreement/agreement/index.ts'

/** An agreement of an invented town, whose lists of signatures are called as they are given. */
const agreement = ({
  date = '12. marts 2026',
  housing = 'For boligorganisationerne',
  municipality = 'For Lunde Kommune',
}) =>
  [
    '# Aftale om boligsocialt samarbejde i Lunde',
    'mellem',
    'Lunde Kommune og de almene boligorganisationer',
    date,
    '## 1. Parterne',
    'Parterne samarbejder.',
    '## 2. Revision',
    'Aftalen tages op til revision hvert fjerde år, første gang i 2030.',
    `## ${housing}`,
    '### Lunde Boligforening',
    'Ida Holm, direktør',
    `## ${municipality}`,
    '### Teknik og By',
    'Per Lund, direktør',
  ].join('\n\n')

test.each([
  ['12. marts 2026', '2026-03-12', 'DAY'],
  ['**12. marts 2026**', '2026-03-12', 'DAY'],
  ['## 12. marts 2026', '2026-03-12', 'DAY'],
  ['Den 12. marts 2026', '2026-03-12', 'DAY'],
  ['1. januar 2024', '2024-01-01', 'DAY'],
  ['Marts 2026', '2026-03-01', 'MONTH'],
])('the date »%s« at the beginning of its line keeps its day', (date, day, precision) => {
  const { date: read, missing } = parseAgreement(agreement({ date }))
  expect(missing).toEqual([])
  expect(read).toEqual({ day, precision })
})

test('a list that begins with a day in a sentence stays a list', () => {
  const { text } = parseAgreement(agreement({}).replace('Parterne samarbejder.', '1. marts er en frist\n2. april også'))
  expect(text.sections[0]?.body).toBe('1. marts er en frist\n2. april også')
})

test.each(['For Lunde Kommune', 'For Lunde By', 'For Nørre Lunde By, samtlige forvaltninger:', 'For kommunen'])(
  'the municipality’s signatures stand under »%s«',
  municipality => {
    const { signatures, missing } = parseAgreement(agreement({ municipality }))
    expect(missing).toEqual([])
    expect(signatures.map(({ side, organisationName }) => [side, organisationName])).toEqual([
      ['HOUSING', 'Lunde Boligforening'],
      ['MUNICIPALITY', 'Teknik og By'],
    ])
  },
)

test('other headings are taken when they are told', () => {
  const own = agreement({ housing: 'På de almenes vegne', municipality: 'Lunde Byråd underskriver' })
  expect(parseAgreement(own).missing).not.toEqual([])
  const { signatures, missing } = parseAgreement(own, {
    HOUSING: 'På de almenes vegne',
    MUNICIPALITY: 'lunde byråd underskriver:',
  })
  expect(missing).toEqual([])
  expect(signatures.map(({ side }) => side)).toEqual(['HOUSING', 'MUNICIPALITY'])
})

test.each([
  ['Aftalen tages op til revision hvert fjerde år, første gang i 2030.', { firstYear: 2030, everyYears: 4 }],
  ['Samarbejdsaftalen tages op til revision hver andet år, første gang i 2012.', { firstYear: 2012, everyYears: 2 }],
  ['Aftalen revideres hvert 3. år, første gang senest i 2028.', { firstYear: 2028, everyYears: 3 }],
  ['Aftalen genforhandles hvert år, første gang i januar 2027.', { firstYear: 2027, everyYears: 1 }],
  ['Aftalen revideres hvert femte år.', { firstYear: null, everyYears: 5 }],
])('»%s«', (told, found) => {
  const sections = [
    { number: '1', body: 'Parterne mødes hvert år i maj.' },
    { number: '7', body: `Møderne er åbne.\n\n${told}` },
  ]
  expect(rhythmIn(sections)).toEqual({ ...found, section: '7' })
})

test('a rhythm that is told by half is not made up', () => {
  expect(rhythmIn([{ number: '1', body: 'Regnskabet revideres af en revisor. Parterne mødes hvert år.' }])).toBeNull()
  expect(wholeRhythm(rhythmIn([{ number: '4', body: 'Aftalen revideres hvert femte år.' }]))).toBeNull()
})
