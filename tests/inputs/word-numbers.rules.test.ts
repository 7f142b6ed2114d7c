import { describe, expect, test } from 'vitest'
import { readWord } from '../../src/inputs/word/read-word.ts'
import {
  abstract,
  headings,
  level,
  listed,
  num,
  para,
  startAt,
  style,
  styled,
  type WordParts,
  wordFile,
} from '../support/word-parts.ts'

const read = (parts: WordParts) => readWord(wordFile(parts))
/** What a reader sees of each item: its number and its words. */
const lines = (parts: WordParts) =>
  read(parts)
    .text.split('\n')
    .filter(line => line !== '')
    .map(line => line.replace(/^\s*(?:- |#+ )/, '').replace(/\\/g, ''))

describe('a list is numbered as Word numbers it', () => {
  test('with letters and roman numerals, and their own signs around them', () => {
    const numbering =
      abstract(0, level(0, 'lowerLetter', '%1)'), level(1, 'lowerRoman', '(%2)'), level(2, 'upperLetter', '%3.')) +
      abstract(1, level(0, 'upperRoman', '%1.')) +
      num(1, 0) +
      num(2, 1)
    const body = [
      listed('mødes', 1),
      listed('orientere', 1),
      listed('skriftligt', 1, 1),
      listed('straks', 1, 2),
      listed('mundtligt', 1, 1),
      listed('betale', 1),
      para('Ellers:'),
      listed('for det første', 2),
      listed('for det andet', 2),
    ].join('')
    expect(lines({ body, numbering })).toEqual([
      'a) mødes',
      'b) orientere',
      '(i) skriftligt',
      'A. straks',
      '(ii) mundtligt',
      'c) betale',
      'Ellers:',
      'I. for det første',
      'II. for det andet',
    ])
  })

  test('z is followed by aa and bb, and roman numerals subtract', () => {
    const numbering =
      abstract(0, level(0, 'lowerLetter', '%1)', '', 25)) +
      num(1, 0) +
      abstract(1, level(0, 'upperRoman', '%1', '', 1948)) +
      num(2, 1)
    const body =
      ['a', 'b', 'c', 'd'].map(text => listed(text, 1)).join('') + para('–') + listed('år', 2) + listed('år', 2)
    expect(lines({ body, numbering }).filter(line => line !== '–')).toEqual([
      'y) a',
      'z) b',
      'aa) c',
      'bb) d',
      'MCMXLVIII år',
      'MCMXLIX år',
    ])
  })

  test('on from another numbering of the same list, anew, and from a number of its own', () => {
    const numbering =
      abstract(0, level(0, 'decimal', '%1.')) +
      num(1, 0) +
      num(2, 0) +
      num(3, 0, startAt(0, 1)) +
      num(4, 0, startAt(0, 5))
    const body = [
      ...[1, 1].map(id => listed('x', id)),
      para('Mellemtekst.'),
      ...[2, 3, 3, 4, 4, 1].map(id => listed('x', id)),
    ].join('')
    expect(lines({ body, numbering })).toEqual([
      '1. x',
      '2. x',
      'Mellemtekst.',
      '3. x',
      '1. x',
      '2. x',
      '5. x',
      '6. x',
      '7. x',
    ])
  })

  test('a level begins anew after a higher one, or only after the one that it names, or never', () => {
    const numbering =
      abstract(
        0,
        level(0, 'decimal', '%1'),
        level(1, 'decimal', '%1.%2'),
        level(2, 'lowerLetter', '%3)', '<w:lvlRestart w:val="1"/>'),
        level(3, 'decimal', '(%4)', '<w:lvlRestart w:val="0"/>'),
      ) + num(1, 0)
    const body = [0, 1, 2, 3, 1, 2, 3, 0, 1, 2, 3].map(at => listed('x', 1, at)).join('')
    expect(lines({ body, numbering }).map(line => line.replace(' x', ''))).toEqual([
      '1',
      '1.1',
      'a)',
      '(1)',
      '1.2',
      'b)',
      '(2)',
      '2',
      '2.1',
      'a)',
      '(3)',
    ])
  })

  test('in legal style all numbers are figures', () => {
    const numbering =
      abstract(0, level(0, 'upperRoman', 'Art. %1'), level(1, 'lowerLetter', '%1.%2', '<w:isLgl/>')) + num(1, 0)
    expect(lines({ body: [0, 0, 1].map(at => listed('x', 1, at)).join(''), numbering })).toEqual([
      'Art. I x',
      'Art. II x',
      '2.1 x',
    ])
  })

  test('a level that was passed over is counted with the first below it', () => {
    const numbering = abstract(0, level(0, 'decimal', '%1.'), level(1, 'decimal', '%1.%2')) + num(1, 0)
    expect(lines({ body: [1, 1, 0, 1].map(at => listed('x', 1, at)).join(''), numbering })).toEqual([
      '1.1 x',
      '1.2 x',
      '2. x',
      '2.1 x',
    ])
  })

  test('an empty item is counted and shown, a hidden or deleted one is neither', () => {
    const numbering = abstract(0, level(0, 'decimal', '%1.')) + num(1, 0)
    const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    const body = [
      listed('et', 1),
      listed('', 1),
      para('<w:r><w:rPr><w:vanish/></w:rPr><w:t>skjult</w:t></w:r>', `${numbered}<w:rPr><w:vanish/></w:rPr>`),
      para(
        '<w:del w:id="1"><w:r><w:delText>slettet</w:delText></w:r></w:del>',
        `${numbered}<w:rPr><w:del w:id="2"/></w:rPr>`,
      ),
      listed('tre', 1),
    ].join('')
    expect(lines({ body, numbering })).toEqual(['1. et', '2.', '3. tre'])
  })

  test('an overridden level is the numbering’s own, and a numbering 0 is none', () => {
    const own = `<w:lvlOverride w:ilvl="0">${level(0, 'upperLetter', '%1)')}</w:lvlOverride>`
    const numbering = abstract(0, level(0, 'decimal', '%1.')) + num(1, 0) + num(2, 0, own)
    expect(lines({ body: listed('x', 1) + listed('x', 2) + listed('fri', 0), numbering })).toEqual([
      '1. x',
      'B) x',
      'fri',
    ])
  })

  test('a way of writing numbers that is not known is named', () => {
    const numbering = abstract(0, level(0, 'thaiLetters', '%1.')) + num(1, 0)
    const { text, changed } = read({ body: listed('x', 1), numbering })
    expect(text).toContain('1\\. x')
    expect(changed.join()).toContain('»thaiLetters«')
  })

  test('a format of the document’s own is read from the choice that has it', () => {
    const custom =
      '<w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>'
    expect(lines({ body: listed('x', 1), numbering: abstract(0, custom) + num(1, 0) })).toEqual(['007 x'])
  })
})

describe('numbers that come through styles', () => {
  const linked = (at: number, text: string, id: string) => level(at, 'decimal', text, `<w:pStyle w:val="${id}"/>`)
  const numbering = abstract(0, linked(0, '%1.', 'K1'), linked(1, '%1.%2', 'K2')) + num(1, 0)
  const numPr = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
  const styles = style('K1', 'heading 1', numPr) + style('K2', 'heading 2', numPr)

  test('stand in the headings', () => {
    const body = [
      styled('Parterne', 'K1'),
      styled('Kommunen', 'K2'),
      styled('Boligorganisationerne', 'K2'),
      styled('Formål', 'K1'),
      styled('Delmål', 'K2'),
    ].join('')
    expect(read({ body, numbering, styles }).text.split('\n').filter(Boolean)).toEqual([
      '## 1. Parterne',
      '### 1.1 Kommunen',
      '### 1.2 Boligorganisationerne',
      '## 2. Formål',
      '### 2.1 Delmål',
    ])
  })

  test('are inherited by a style that is based on another, and left by one that says so', () => {
    const more =
      styles +
      style('Egen', 'Egen', '<w:basedOn w:val="K2"/>') +
      style('Fri', 'Fri', '<w:basedOn w:val="K1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>')
    const body = styled('Et', 'K1') + styled('To', 'Egen') + styled('Frit', 'Fri')
    expect(lines({ body, numbering, styles: more })).toEqual(['1. Et', '1.1 To', 'Frit'])
  })

  test('clauses below a numbered heading stand beside each other', () => {
    const list = abstract(0, linked(0, '%1.', 'K1'), level(1, 'decimal', '%1.%2')) + num(1, 0)
    const body = [
      styled('Parterne', 'K1'),
      listed('En', 1, 1),
      listed('To', 1, 1),
      styled('Formål', 'K1'),
      listed('Tre', 1, 1),
    ].join('')
    expect(read({ body, numbering: list, styles }).text.split('\n').filter(Boolean)).toEqual([
      '## 1. Parterne',
      '- 1.1 En',
      '- 1.2 To',
      '## 2. Formål',
      '- 2.1 Tre',
    ])
  })

  test('a list that is a reference to a list style has that style’s levels, and counts for itself', () => {
    const list =
      abstract(0, '<w:styleLink w:val="Liste"/>', level(0, 'lowerLetter', '%1)')) +
      '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Liste"/></w:abstractNum>' +
      num(1, 0) +
      num(2, 1)
    const listStyle = style('Liste', 'Liste', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', 'numbering')
    expect(
      lines({ body: listed('x', 1) + listed('x', 1) + listed('x', 2), numbering: list, styles: headings + listStyle }),
    ).toEqual(['a) x', 'b) x', 'a) x'])
  })
})
