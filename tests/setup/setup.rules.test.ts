import { expect, test } from 'vitest'
import { parseAgreement } from '../../src/features/agreement/agreement/index.ts'
import {
  answersOf,
  proposedFrom,
  setupFaults,
  setupForm,
  summaryLines,
  typedFrom,
} from '../../src/features/agreement/setup/index.ts'
import { day } from '../../src/kernel/days.ts'
import { lunde } from './given.ts'

const today = day('2026-11-30')

test('whole answers are taken', () => {
  expect(setupFaults(lunde, today)).toEqual([])
})

test('all that is wrong is told at once, each at its field', () => {
  const wrong = {
    ...lunde,
    date: { day: day('2027-01-01'), precision: 'DAY' as const },
    rhythm: { firstYear: 2020, everyYears: 2, section: '' },
    departments: [],
    organisations: [
      { name: 'Vestbo', kind: 'HOUSING_ORGANISATION' as const, associations: ['vestbo'] },
      { name: 'Advokaterne', kind: 'ADMINISTRATOR' as const, associations: [] },
    ],
    municipalSecretary: lunde.housingSecretary,
  }
  expect(setupFaults(wrong, today).map(({ field }) => field)).toEqual([
    'date',
    'firstYear',
    'departments[0][name]',
    'organisations[1][associations]',
    'organisations[0][associations]',
    'housingSecretary[organisation]',
    'municipalSecretary[organisation]',
    'municipalSecretary[email]',
  ])
})

test('nobody is in both secretariats, and one e-mail is one person', () => {
  const both = { ...lunde, municipalSecretary: { ...lunde.municipalSecretary, email: lunde.housingSecretary.email } }
  expect(setupFaults(both, today).map(({ sentence }) => sentence)).toEqual([
    'En person kan ikke være i begge sekretariater: De to godkender hinandens arbejde.',
  ])
  const other = { ...lunde, administrator: { ...lunde.administrator, email: lunde.municipalSecretary.email } }
  expect(setupFaults(other, today).map(({ field }) => field)).toEqual(['administrator[email]'])
  expect(setupFaults({ ...lunde, administrator: lunde.municipalSecretary }, today)).toEqual([])
})

const agreement = `# Aftale om boligsocialt samarbejde i Lunde

mellem

Lunde Kommune og de almene boligorganisationer i Lunde

12. marts 2026

## 1. Parterne

Parterne samarbejder.

## 2. Revision

Aftalen tages op til revision hvert fjerde år, første gang i 2030.

## For boligorganisationerne

### Lunde Boligforening

Ida Holm, direktør

(Lunde Boligforening administrerer Andelsforeningen Bakken)

### Advokaterne ved Broen

Eva Bro, advokat

(Advokaterne ved Broen administrerer Foreningen Havnen og Ældrebo)

## For Lunde Kommune

### Teknik og By

Bo Dahl, direktør
`

test('an agreement proposes town, parties, date and rhythm; what it does not say is left open', () => {
  const proposed = proposedFrom(parseAgreement(agreement))
  expect(proposed).toMatchObject({
    name: 'Boligsocialt samarbejde',
    town: 'Lunde',
    municipality: 'Lunde Kommune',
    council: 'Lunde Byråd',
    date: { day: '2026-03-12', precision: 'DAY' },
    rhythm: { firstYear: 2030, everyYears: 4, section: '2' },
    departments: [{ name: 'Teknik og By' }],
    organisations: [
      { name: 'Lunde Boligforening', kind: 'HOUSING_ORGANISATION', associations: ['Andelsforeningen Bakken'] },
      { name: 'Advokaterne ved Broen', kind: 'ADMINISTRATOR', associations: ['Foreningen Havnen', 'Ældrebo'] },
    ],
  })
  const typed = typedFrom(proposed)
  expect(typed).toMatchObject({ date: '12. marts 2026', firstYear: '2030', everyYears: '4', section: '2' })
})

test('what stands in the form’s fields is what was proposed', () => {
  const people = {
    administrator: lunde.administrator,
    housingSecretary: lunde.housingSecretary,
    municipalSecretary: { ...lunde.municipalSecretary, email: ' BO@lunde.example ' },
  }
  const read = setupForm.safeParse({ ...typedFrom(proposedFrom(parseAgreement(agreement))), ...people })
  expect(read.error?.issues ?? []).toEqual([])
  expect(read.data && answersOf(read.data)).toMatchObject({
    date: { day: '2026-03-12', precision: 'DAY' },
    rhythm: { firstYear: 2030, everyYears: 4, section: '2' },
    organisations: [{ associations: ['Andelsforeningen Bakken'] }, { associations: ['Foreningen Havnen', 'Ældrebo'] }],
    municipalSecretary: { email: 'bo@lunde.example' },
  })
})

test.each([
  ['12. marts 2026', '2026-03-12', 'DAY'],
  ['12.3.2026', '2026-03-12', 'DAY'],
  ['Marts 2026', '2026-03-01', 'MONTH'],
  ['2024', '2024-01-01', 'YEAR'],
])('the date »%s«', (typed, on, precision) => {
  expect(setupForm.shape.date.parse(typed)).toEqual({ day: on, precision })
})

test.each(['i foråret 2026', '31. februar 2026', '3026', 'engang i marts 2026'])('»%s« is no date', typed => {
  expect(setupForm.shape.date.safeParse(typed).success).toBe(false)
})

test('the summary names all that would be made', () => {
  const told = summaryLines(lunde).flatMap(({ heading, lines }) => [heading, ...lines])
  expect(told).toContain('3 organisationer og 5 administrerede foreninger')
  expect(told).toContain('Vestbo (Organisationsbestyrelsen i Vestbo)')
  expect(told).toContain('Advokaterne ved Broen (Ledelsen i Advokaterne ved Broen)')
  expect(told).toContain('  administrerer Ældrebo (Bestyrelsen i Ældrebo)')
  expect(told).toContain('Den tages op til revision hvert fjerde år, første gang i 2030 (§ 6).')
})
