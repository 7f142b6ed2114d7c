import { describe, expect, test } from 'vitest'
import { parseAgreement } from '../../src/features/agreement/agreement/import/parse-agreement.ts'
import { outlineOf } from '../../src/features/agreement/agreement/import/read-markdown.ts'
import { readDocument } from '../../src/inputs/read-document.ts'
import { type WordParagraph, wordDocument } from '../support/word-document.ts'

const read = (buffer: Buffer, name = 'aftale.docx') => readDocument({ name, bytes: buffer }).text

/** An agreement in Word, with numbers that Word writes by itself. */
const agreement: WordParagraph[] = [
  { text: 'AFTALE', style: 'Titel' },
  { text: 'om samarbejde <i Lunde>' },
  { text: 'mellem' },
  { text: 'Lunde Kommune og boligorganisationer i Lunde' },
  { text: '12. marts 2012' },
  { text: 'Parterne', style: 'Afsnit' },
  { text: 'Parterne er dem, der har skrevet under *nedenfor*.' },
  { text: 'Opgaverne', style: 'Afsnit' },
  { text: 'Parterne har to opgaver:' },
  { text: 'at se langt frem', number: 1 },
  { text: 'at lære af hinanden', number: 1 },
  { text: 'Strategi', style: 'Overskrift2' },
  { text: '- ikke en liste' },
  { text: 'For boligorganisationerne, samtlige boligorganisationer:', style: 'Overskrift1' },
  { text: 'Boligforeningen Højstrup', bold: true },
  { text: 'Karen Prøve, direktør' },
  { text: '(Boligforeningen Højstrup administrerer Foreningen Socialt Boligbyggeri)' },
  { text: 'For Lunde Kommune, samtlige forvaltninger:', style: 'Overskrift1' },
  { text: 'Borgmesterforvaltningen', bold: true },
  { text: 'Ib Prøve' },
  { text: 'Bilag 1. Organisationsoversigt, marts 2012', style: 'Overskrift1' },
  { text: 'To strategigrupper og en fælles gruppe.' },
]

describe('an agreement as a Word document', () => {
  const parsed = parseAgreement(read(wordDocument(agreement)))

  test('is understood like one in Markdown', () => {
    expect(parsed.missing).toEqual([])
    expect(parsed.unplaced).toEqual([])
    expect(parsed.text.title).toEqual(['AFTALE', 'om samarbejde <i Lunde>'])
    expect(parsed.date).toEqual({ day: '2012-03-12', precision: 'DAY' })
    expect(parsed.text.appendices).toEqual([
      {
        heading: 'Bilag 1. Organisationsoversigt, marts 2012',
        dateText: 'marts 2012',
        body: 'To strategigrupper og en fælles gruppe.',
      },
    ])
  })

  test('has the numbers that Word writes by itself', () => {
    expect(parsed.text.sections.map(({ number, heading }) => `${number}. ${heading}`)).toEqual([
      '1. Parterne',
      '2. Opgaverne',
    ])
  })

  test('has its lists and sub-headings, and no others', () => {
    expect(outlineOf(parsed.text.sections[1]?.body ?? '')).toEqual({
      paragraphs: 2,
      lists: [2],
      subheadings: ['Strategi'],
    })
  })

  test('has its signatures', () => {
    expect(
      parsed.signatures.map(({ organisationName, signatory, title, administers }) => [
        organisationName,
        signatory,
        title,
        administers,
      ]),
    ).toEqual([
      ['Boligforeningen Højstrup', 'Karen Prøve', 'direktør', ['Foreningen Socialt Boligbyggeri']],
      ['Borgmesterforvaltningen', 'Ib Prøve', null, []],
    ])
  })
})

test('what track changes has struck is left out, and what it has put in is kept', () => {
  const changes =
    '<w:p><w:r><w:t>Vi mødes </w:t></w:r><w:del><w:r><w:delText>to</w:delText></w:r></w:del><w:ins><w:r><w:t>fire</w:t></w:r></w:ins><w:r><w:t> gange.</w:t></w:r></w:p>'
  expect(read(wordDocument([], changes))).toBe('Vi mødes fire gange.\n')
})

test('a table of one column is a frame around its paragraphs', () => {
  const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
  expect(read(wordDocument([], `<w:tbl><w:tr>${cell('Først')}</w:tr><w:tr>${cell('Så')}</w:tr></w:tbl>`))).toBe(
    'Først\n\nSå\n',
  )
})

test.each([
  ['an empty file', Buffer.alloc(0), 'er tom'],
  ['a packed file that was cut off', Buffer.from('PK\u0003\u0004noget andet'), 'beskadiget eller ikke hentet helt'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'hverken Markdown eller et Word-dokument'],
  ['more text than an agreement has', Buffer.alloc(400_000, 'a '), 'højst fylde 300.000 tegn'],
])('%s is refused with the reason', (_what, buffer, told) => {
  expect(() => read(buffer, 'fil.docx')).toThrow(told)
})

test('a title broken into lines, typed bullets and numbered bold sections are understood, as people write them', () => {
  const typed: WordParagraph[] = [
    { text: 'AFTALE\nom samarbejde\nmellem\nLunde Kommune og boligorganisationer\nmarts 2012', style: 'Titel' },
    { text: 'Parterne', bold: true, number: 2 },
    { text: 'Parterne har underskrevet.' },
    { text: 'Opgaverne', bold: true, number: 2 },
    { text: 'Opgaverne er:' },
    { text: '•\tat se langt frem' },
    { text: '-\tat lære af hinanden\nhver dag' },
    { text: 'For boligorganisationerne, samtlige boligorganisationer:', style: 'Overskrift1' },
    { text: 'Boligforeningen Højstrup', style: 'Overskrift2' },
    { text: 'Karen Prøve, direktør' },
    { text: 'For Lunde Kommune, samtlige forvaltninger:', style: 'Overskrift1' },
    { text: 'Borgmesterforvaltningen', style: 'Overskrift2' },
    { text: 'Ib Prøve' },
    { text: 'Organisationsoversigt, marts 2012', style: 'Overskrift1' },
  ]
  const { text, signatures, missing, unplaced } = parseAgreement(read(wordDocument(typed)))
  expect([...missing, ...unplaced]).toEqual([])
  expect(text.title).toEqual(['AFTALE', 'om samarbejde'])
  expect(text.parties).toBe('Lunde Kommune og boligorganisationer')
  expect(text.sections.map(({ number, heading }) => `${number}. ${heading}`)).toEqual(['1. Parterne', '2. Opgaverne'])
  expect(text.sections[1]?.body).toBe('Opgaverne er:\n\n- at se langt frem\n- at lære af hinanden  \nhver dag')
  expect(signatures.map(({ organisationName }) => organisationName)).toEqual([
    'Boligforeningen Højstrup',
    'Borgmesterforvaltningen',
  ])
  expect(text.appendices).toHaveLength(1)
})
