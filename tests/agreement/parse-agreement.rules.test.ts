import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseAgreement } from '../../src/features/agreement/agreement/import/parse-agreement.ts'
import { outlineOf } from '../../src/features/agreement/agreement/import/read-markdown.ts'
import { agreementFile } from '../support/agreement-file.ts'

const real = agreementFile()
const own = readFileSync(new URL('own-agreement.md', import.meta.url), 'utf8').replaceAll('Odense', 'Lunde')

const section = (parsed: ReturnType<typeof parseAgreement>, number: string) => {
  const found = parsed.text.sections.find(one => one.number === number)
  if (!found) throw new Error(`There is no section ${number}.`)
  return found
}

describe.skipIf(real === null)('the agreement of September 2008 comes through whole', () => {
  const source = real === null ? '' : readFileSync(real, 'utf8')
  const parsed = parseAgreement(source)
  const side = (name: string) => parsed.signatures.filter(signature => signature.side === name)

  test('with nothing missing and nothing left over', () => {
    expect(parsed.missing).toEqual([])
    expect(parsed.unplaced).toEqual([])
  })

  test('with its title, its parties and a month that has no day (R1, R3)', () => {
    expect(parsed.text.title).toEqual(['AFTALE', 'om etablering og drift af', 'BOLIGSTRATEGISK SAMARBEJDE I ODENSE'])
    expect(parsed.text.parties).toBe('Odense Kommune og boligorganisationer i Odense')
    expect(parsed.text.dateText).toBe('September 2008')
    expect(parsed.date).toEqual({ day: '2008-09-01', precision: 'MONTH' })
  })

  test('with seven sections in their order', () => {
    expect(parsed.text.sections.map(({ number, heading }) => `${number}. ${heading}`)).toEqual([
      '1. Parterne',
      '2. Målet',
      '3. Baggrunden',
      '4. Formålet',
      '5. Opgaverne',
      '6. Organisationen',
      '7. Møderne',
    ])
  })

  test('with every paragraph, list and sub-heading (R8, R10)', () => {
    expect(parsed.text.sections.map(({ body }) => outlineOf(body))).toEqual([
      { paragraphs: 1, lists: [], subheadings: [] },
      { paragraphs: 1, lists: [], subheadings: [] },
      { paragraphs: 3, lists: [2], subheadings: [] },
      { paragraphs: 2, lists: [3], subheadings: [] },
      { paragraphs: 10, lists: [3], subheadings: ['Strategi', 'Faglig udvikling', 'Koordinering'] },
      { paragraphs: 2, lists: [], subheadings: [] },
      { paragraphs: 5, lists: [], subheadings: [] },
    ])
  })

  test('with the three tasks of § 5 and the slip of § 6, to the letter', () => {
    const tasks = section(parsed, '5').body
    for (const task of ['**Udvikling af strategier**', '**Faglig udvikling**', '**Koordinering**'])
      expect(tasks).toContain(`- ${task}`)
    expect(section(parsed, '6').body).toContain('de under 4 nævnte opgaver..')
  })

  test('with no word of the sections lost or added', () => {
    const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? []
    const between = source.slice(source.indexOf('## 1. Parterne'), source.indexOf('## For boligorganisationerne'))
    const kept = parsed.text.sections.map(({ number, heading, body }) => `${number} ${heading} ${body}`).join(' ')
    expect(words(kept)).toEqual(words(between))
  })

  test('with eight housing organisations, each signatory and title', () => {
    expect(
      side('HOUSING').map(({ organisationName, signatory, title }) => [organisationName, signatory, title]),
    ).toEqual([
      ['Advokaterne i Domhusgården', 'Hans Keld Andersen', null],
      ['Arbejdernes Boligforening', 'Helle Jakobsen', 'direktør'],
      ['Boligkontoret Danmark', 'Jørgen Stii Frederiksen', null],
      ['Boligforeningen Højstrup', 'Henning Kirk Christensen', 'direktør'],
      ['Boligforeningen Kristiansdal', 'Erik Thomsen', 'direktør'],
      ['Fyns almennyttige Boligselskab', 'Bent Bøllingtoft', 'direktør'],
      ['Kollegieboligselskabet', 'Peter Kjærsgaard', 'direktør'],
      ['Odense AndelsBoligforening', 'Lars Andersen', 'direktør'],
    ])
  })

  test('with the fourteen associations that they administer (R99)', () => {
    const administered = side('HOUSING').map(({ administers }) => administers)
    expect(administered.map(names => names.length)).toEqual([4, 1, 2, 1, 5, 1, 0, 0])
    expect(administered.flat()).toEqual([
      'Odense Social-Filantropiske Boligselskab',
      'Det selvejende Boligselskab Folkebo',
      'Borgernes Boligselskab',
      'Pårup Andelsboligforening',
      'Andelsboligforeningen Hedelundsparken',
      'Andelsboligforeningen Samvirke',
      'De Vanføres Boligselskab',
      'Foreningen Socialt Boligbyggeri',
      'Andelsforeningen Østerbo',
      'Dalum Bygge- og Boligforening',
      'Næsby Boligselskab',
      'Postbudenes Alderdomshjems Selvejende Byggevirksomhed',
      'Smede- og Maskinarbejderens Andelsboligforening',
      'Boligselskabet L.A.B. Fyn',
    ])
  })

  test('with five departments and theirs', () => {
    expect(
      side('MUNICIPALITY').map(({ organisationName, signatory, title }) => [organisationName, signatory, title]),
    ).toEqual([
      ['Borgmesterforvaltningen', 'Leif Hansen', 'administrationschef'],
      ['By- og Kulturforvaltningen', 'Pia Bay', 'kontorchef'],
      ['Børn- og Ungeforvaltningen', 'Thomas Bach', 'fritidschef'],
      ['Social- og Arbejdsmarkedsforvaltningen', 'Susanne Kvolsgaard', 'socialcenterchef'],
      ['Ældre- og Handicapforvaltningen', 'Alice Holm', 'afdelingschef'],
    ])
  })

  test('with the appendix of June 2008, of which only the heading is left', () => {
    expect(parsed.text.appendices).toEqual([
      {
        heading: 'ORGANISATIONS OVERSIGT FOR DET BOLIGSTRATEGISKE – SAMARBEJDSAFTALEN – juni 2008.',
        dateText: 'juni 2008',
        body: '',
      },
    ])
  })
})

describe('an agreement of our own, of the same shape', () => {
  const parsed = parseAgreement(own)

  test('is understood with nothing missing and nothing left over', () => {
    expect(parsed.missing).toEqual([])
    expect(parsed.unplaced).toEqual([])
    expect(parsed.date).toEqual({ day: '2009-05-01', precision: 'MONTH' })
    expect(parsed.text.sections.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5', '6', '7'])
    expect(outlineOf(section(parsed, '5').body)).toEqual({
      paragraphs: 4,
      lists: [3],
      subheadings: ['Strategi', 'Faglig udvikling', 'Koordinering'],
    })
  })

  test('keeps an »og« that belongs to a name', () => {
    expect(parsed.signatures[0]?.administers).toEqual([
      'Andelsforeningen Østerbo',
      'Dalum Bygge- og Boligforening',
      'Smede- og Maskinarbejderens Andelsboligforening',
    ])
  })

  test('knows a signatory without a title, and a title with a comma (R102)', () => {
    expect(parsed.signatures.map(({ signatory, title }) => [signatory, title])).toEqual([
      ['Solvej Prøve', 'direktør'],
      ['Aksel Prøve', null],
      ['Ruth Prøve', 'direktør, cand.jur.'],
      ['Bodil Prøve', 'formand'],
      ['Viggo Prøve', 'kontorchef'],
      ['Gerda Prøve', 'fritidschef'],
    ])
  })

  test('is the same with the line endings of Windows', () => {
    expect(parseAgreement(`\uFEFF${own.replaceAll('\n', '\r\n')}`)).toEqual(parsed)
  })
})

describe('a document that is broken', () => {
  const missingOf = (text: string) => parseAgreement(text).missing

  test('says what an empty or foreign one lacks', () => {
    expect(missingOf('')).toHaveLength(6)
    const recipe = missingOf('# Rugbrød\n\nTag to deciliter vand.\n\n- salt\n- gær\n')
    expect(recipe.join('\n')).toMatch(/Parterne mangler[\s\S]*Datoen mangler[\s\S]*ingen nummererede bestemmelser/)
    expect(recipe.join('\n')).toContain('Boligorganisationernes underskrifter mangler')
  })

  test('says which section is left out, and which is empty', () => {
    const without = own.replace(/## 4\. Formålet[\s\S]*?(?=## 5)/, '')
    expect(missingOf(without)[0]).toBe('Bestemmelse 4 mangler mellem »3. Baggrunden« og »5. Opgaverne«.')
    expect(missingOf(own.replace('Samarbejdet skal give fælles retning.', ''))).toEqual([
      'Bestemmelsen »4. Formålet« har ingen tekst.',
    ])
  })

  test('says whose signature is missing, and who signs twice', () => {
    expect(missingOf(own.replace('Aksel Prøve', ''))).toEqual(['Underskriveren for Boligkontoret Danmark mangler.'])
    expect(missingOf(own.replace('### Boligkontoret Danmark', '### Boligforeningen Kristiansdal'))).toEqual([
      'Boligforeningen Kristiansdal står to gange i underskrifterne.',
    ])
  })

  test('shows what could not be placed', () => {
    const noted = own.replace('Maj 2009\n', 'Maj 2009\n\nUdkast, ikke til offentliggørelse\n')
    expect(parseAgreement(noted).unplaced).toEqual([
      { line: 13, text: 'Udkast, ikke til offentliggørelse', after: 'Maj 2009' },
    ])
  })

  test('is never a fault, whatever it is', () => {
    for (const text of ['## 1. ', '**For Lunde Kommune:**', '0'.repeat(10_000), '> '.repeat(2_000), '\u0000\uFFFF'])
      expect(missingOf(text).length).toBeGreaterThan(0)
  })
})
