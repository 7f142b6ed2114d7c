import { describe, expect, test } from 'vitest'
import { parseAgreement } from '../../src/features/agreement/agreement/import/parse-agreement.ts'
import { readDocument } from '../../src/inputs/read-document.ts'
import { abstract, headings, level, listed, num, para, run, wordFile } from '../support/word-parts.ts'

const front = ['AFTALE', 'om samarbejde', '', 'mellem', 'Lunde Kommune og boligorganisationerne', '', '1. maj 2012', '']
const signatures = (mark: string, org = mark) => [
  `${mark}For boligorganisationerne`,
  '',
  `${org}FAB`,
  '',
  'Anne Prøve, formand',
  '',
  `${mark}For Lunde Kommune`,
  '',
  `${org}By- og Kulturforvaltningen`,
  '',
  'Carl Prøve, direktør',
]
const parse = (...lines: string[]) => parseAgreement([...front, ...lines].join('\n'))
const sectionsOf = ({ text }: ReturnType<typeof parseAgreement>) =>
  text.sections.map(({ number, heading, body }) => [number, heading, body])

describe('sections are found by their numbers', () => {
  test('also one that was put in between later', () => {
    const parsed = parse(
      '## § 1. Parterne',
      'A.',
      '## § 1 a. Nyt led',
      'B.',
      '## § 1b Endnu et',
      'C.',
      '## § 2 Formål',
      'D.',
      ...signatures('## ', '### '),
    )
    expect(parsed.missing).toEqual([])
    expect(sectionsOf(parsed)).toEqual([
      ['1', 'Parterne', 'A.'],
      ['1 a', 'Nyt led', 'B.'],
      ['1 b', 'Endnu et', 'C.'],
      ['2', 'Formål', 'D.'],
    ])
  })

  test.each([
    ['the second is one level too deep', ['## 1. Parterne', 'A.', '### 2. Formål', 'B.', '## 3. Slut', 'C.']],
    ['the first is one level too deep', ['### 1. Parterne', 'A.', '## 2. Formål', 'B.', '## 3. Slut', 'C.']],
    ['the last is one level too high', ['### 1. Parterne', 'A.', '### 2. Formål', 'B.', '## 3. Slut', 'C.']],
    ['one is only bold', ['## 1. Parterne', 'A.', '', '**2. Formål**', '', 'B.', '', '## 3. Slut', 'C.']],
  ])('where headings are off: %s', (_what, lines) => {
    const parsed = parse(...lines, ...signatures('## ', '### '))
    expect(parsed.missing).toEqual([])
    expect(sectionsOf(parsed)).toEqual([
      ['1', 'Parterne', 'A.'],
      ['2', 'Formål', 'B.'],
      ['3', 'Slut', 'C.'],
    ])
  })

  test('in plain text, where nothing is a heading', () => {
    const parsed = parse(
      '1. Parterne',
      'Parterne er disse.',
      '2. Formål',
      'Formålet er:',
      '1. mødes',
      '2. orientere',
      '',
      ...signatures(''),
    )
    expect(parsed.missing).toEqual([])
    expect(sectionsOf(parsed)).toEqual([
      ['1', 'Parterne', 'Parterne er disse.'],
      ['2', 'Formål', 'Formålet er:\n1. mødes\n2. orientere'],
    ])
    expect(parsed.signatures.map(({ organisationName, signatory }) => [organisationName, signatory])).toEqual([
      ['FAB', 'Anne Prøve'],
      ['By- og Kulturforvaltningen', 'Carl Prøve'],
    ])
  })

  test('in Word, where each is a paragraph of a numbered list', () => {
    const body = [
      ...['AFTALE', 'om samarbejde', 'mellem', 'Lunde Kommune og boligorganisationerne', '1. maj 2012'].map(text =>
        para(run(text)),
      ),
      listed('Parterne', 1),
      para('Parterne er disse.'),
      listed('Formål', 1),
      para('Formålet er dette.'),
      ...signatures('')
        .filter(Boolean)
        .map(text => para(run(text))),
    ].join('')
    const numbering = abstract(0, level(0, 'decimal', '%1.')) + num(1, 0)
    const parsed = parseAgreement(
      readDocument({ name: 'a.docx', bytes: wordFile({ body, numbering, styles: headings }) }).text,
    )
    expect(parsed.missing).toEqual([])
    expect(sectionsOf(parsed)).toEqual([
      ['1', 'Parterne', 'Parterne er disse.'],
      ['2', 'Formål', 'Formålet er dette.'],
    ])
  })

  test('a number within a section stays there', () => {
    const parsed = parse(
      '## 1. Parterne',
      '### 1. Kommunen',
      'A.',
      '### 2. Organisationerne',
      'B.',
      '## 2. Formål',
      'C.',
      ...signatures('## ', '### '),
    )
    expect(sectionsOf(parsed).map(([number, heading]) => `${number} ${heading}`)).toEqual(['1 Parterne', '2 Formål'])
  })
})

describe('half a document tells what is missing', () => {
  test('the first half', () => {
    const { missing } = parse('## 1. Parterne', 'A.', '## 2. Formål', 'B.')
    expect(missing).toHaveLength(2)
    expect(missing.join()).toContain('Boligorganisationernes underskrifter mangler')
  })

  test('the second half', () => {
    const { missing } = parseAgreement(
      ['## 5. Opgaverne', 'A.', '## 6. Organisationen', 'B.', ...signatures('## ', '### ')].join('\n'),
    )
    expect(missing).toContain('Bestemmelse 1 til 4 mangler før »5. Opgaverne«.')
    expect(missing.join()).toContain('Titlen mangler')
  })

  test('one section, or one twice', () => {
    const lines = ['## 1. Parterne', 'A.', '## 3. Formål', 'B.']
    expect(parse(...lines, ...signatures('## ', '### ')).missing).toEqual([
      'Bestemmelse 2 mangler mellem »1. Parterne« og »3. Formål«.',
    ])
    const twice = ['## 1. Parterne', 'A.', '## 1. Formål', 'B.']
    expect(parse(...twice, ...signatures('## ', '### ')).missing).toEqual([
      'Bestemmelserne er ikke nummereret fortløbende: »1. Formål« står efter »1. Parterne«.',
    ])
  })

  test('headings without numbers are named', () => {
    const { missing } = parse('## Parterne', 'A.', '## Formål', 'B.', ...signatures('## ', '### '))
    expect(missing[0]).toContain('Disse overskrifter har intet nummer: ')
    expect(missing[0]).toContain('»Formål«')
  })
})
