import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../src/inputs/read-document.ts'
import { Unreadable } from '../../src/inputs/unreadable.ts'
import { readWord } from '../../src/inputs/word/read-word.ts'
import { renderDocument } from '../../src/kernel/markdown/document-markdown.ts'
import { compoundFile } from '../support/compound-file.ts'
import {
  headings,
  listed,
  para,
  relationsPart,
  run,
  styled,
  type WordParts,
  w,
  wordFile,
} from '../support/word-parts.ts'

const read = (parts: WordParts) => readWord(wordFile(parts))
const body = (...blocks: string[]) => read({ body: blocks.join(''), styles: headings })
/** What a reader sees: the text as it is shown, without its tags. */
const shown = (text: string) => renderDocument(text).replace(/<[^>]+>/g, '')
const cell = (inner: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`

describe('words come along as Word shows them', () => {
  test('raised and lowered signs, symbols, hyphens and breaks', () => {
    const { text, lost, changed } = body(
      para(
        run('Areal 50 m') +
          run('2', '<w:vertAlign w:val="superscript"/>') +
          run(', CO') +
          run('2', '<w:vertAlign w:val="subscript"/>') +
          '<w:r><w:t xml:space="preserve"> </w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 5, Fælles ud</w:t><w:softHyphen/><w:t>gifter, A</w:t><w:noBreakHyphen/><w:t>B</w:t><w:br/><w:t>næste linje</w:t></w:r>' +
          run(' \u00b3 10', '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'),
      ),
    )
    expect(text.replaceAll('  \n', '\n')).toBe('Areal 50 m², CO₂ ≥ 5, Fælles udgifter, A‑B\nnæste linje ≥ 10\n')
    expect([...lost, ...changed]).toEqual([])
  })

  test('notes stand in the text and below it, with the number or the mark that Word shows', () => {
    const note = (id: number, words: string) => `<w:footnote w:id="${id}">${para(run(words))}</w:footnote>`
    const { text, changed } = read({
      styles: headings,
      body: [
        styled('1. Parterne', 'H1'),
        para(`${run('Alle boliger')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('.')}`),
        para(
          `${run('Også')}<w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>*</w:t></w:r>${run(' ungdom')}<w:r><w:endnoteReference w:id="2"/></w:r>`,
        ),
        styled('2. Målet', 'H1'),
        para('Målet.'),
      ].join(''),
      footnotes: note(2, 'Efter 1990.') + note(3, 'Fra 2012.'),
      endnotes: `<w:endnote w:id="2">${para('Se loven.')}</w:endnote>`,
    })
    expect(shown(text).split('\n').filter(Boolean)).toEqual([
      '1. Parterne',
      'Alle boliger[note 1].',
      'Også[note *] ungdom[slutnote i]',
      '[note 1] Efter 1990.',
      '[note *] Fra 2012.',
      '[slutnote i] Se loven.',
      '2. Målet',
      'Målet.',
    ])
    expect(changed.join()).toContain('3 noter står som [note 1]')
  })

  test('a table keeps its columns, also where a cell is empty, spans others or has several paragraphs', () => {
    const { text, changed } = body(
      table(
        row(cell(para('Organisation')), cell(para('2012')), cell(para('2013'))),
        row(cell(para('Højstrup')), cell(para('')), cell(para('90.000'))),
        row(cell(para('Fælles')), cell(para('1') + para('2'), '<w:gridSpan w:val="2"/>')),
        row(cell(para(''), '<w:vMerge/>'), cell(para('a|b')), cell(para('*c*'))),
      ),
    )
    expect(text.trim().split('\n')).toEqual([
      '| Organisation | 2012 | 2013 |',
      '| --- | --- | --- |',
      '| Højstrup |  | 90.000 |',
      '| Fælles | 1 / 2 |  |',
      '|  | a\\|b | \\*c\\* |',
    ])
    expect(changed).toHaveLength(2)
    expect(shown(text)).toContain('a|b')
  })

  test('bold, italic and struck words, also beside letters and signs', () => {
    const { text } = body(
      para(
        run('Fast ') +
          run('led', '<w:b/>') +
          run('s, ') +
          run('kursiv', '<w:i/>') +
          run(' og ') +
          run('gammelt', '<w:strike/>') +
          run(' nyt.'),
      ),
      para(run('(x)', '<w:strike/>') + run('y')),
    )
    expect(text).toBe('Fast **led**s, *kursiv* og ~~gammelt~~ nyt.\n\n\\[overstreget: (x)\\]y\n')
    expect(renderDocument(text)).toContain('<s>gammelt</s>')
  })

  test('struck words are told of with the heading that they stand under', () => {
    const { changed } = body(styled('1. Et', 'H1'), para(run('væk', '<w:strike/>')), styled('2. To', 'H1'), para('x'))
    expect(changed).toEqual(['Overstreget tekst står overstreget. Læs efter, om den gælder: »væk« (under »1. Et«).'])
  })

  test('signs of Markdown are plain signs', () => {
    const lines = [
      '# 5 er lukket',
      '+ 5 % stigning',
      '- minus',
      '1. maj 2012',
      '10) ti',
      '*stjerne*',
      'a_b_c',
      '<b>',
      '[x](y)',
      '`kode`',
      '~~~',
      '| a | b |',
      'R&amp;D &amp;amp; ',
      '---',
      '===',
      '1) a',
    ]
    const { text } = body(...lines.map(line => para(run(line.replace(/</g, '&lt;')))))
    const plain = lines.map(line => line.replace('R&amp;D &amp;amp; ', 'R&D &amp;'))
    const decoded = shown(text)
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
    expect(decoded.split('\n').filter(Boolean)).toEqual(plain)
  })

  test('fields show their result, and a box its tick', () => {
    const char = (type: string, inner = '') => `<w:r><w:fldChar w:fldCharType="${type}">${inner}</w:fldChar></w:r>`
    const code = (words: string) => `<w:r><w:instrText xml:space="preserve">${words}</w:instrText></w:r>`
    const { text, lost, changed } = body(
      para(
        `${run('jf. litra ')}${char('begin')}${code(' REF _Ref1 \\r \\h ')}${char('separate')}${run('b')}${char('end')}${run(' side ')}${char('begin')}${code(' PAGEREF _Ref1 ')}${char('separate')}${run('3')}${char('end')} `,
      ),
      para(
        `${char('begin', '<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>')}${code(' FORMCHECKBOX ')}${char('end')}${run(' ja')}`,
      ),
      para(`${run('før')}${char('begin')}${code(' LISTNUM ')}`),
      para('efter et felt, der aldrig slutter'),
    )
    expect(text.split('\n').filter(Boolean)).toEqual([
      'jf. litra b side 3',
      '☒ ja',
      'før',
      'efter et felt, der aldrig slutter',
    ])
    expect(lost.join()).toContain('»LISTNUM«')
    expect(changed.join()).toContain('Henvisninger til sidetal')
  })

  test('what is in controls, tags, links, boxes and choices comes along once', () => {
    const box = `<w:txbxContent>${para('I boksen')}</w:txbxContent>`
    const { text } = body(
      `<w:sdt><w:sdtContent>${para('I en kontrol')}</w:sdtContent></w:sdt>`,
      para(
        `<w:smartTag><w:r><w:t>Lunde</w:t></w:r></w:smartTag><w:hyperlink w:anchor="x">${run(' her')}</w:hyperlink>`,
      ),
      para(
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      ),
      para(
        '<w:r><mc:AlternateContent><mc:Choice Requires="z" xmlns:z="urn:nobody"><w:t>nyt</w:t></mc:Choice><mc:Fallback><w:t>gammelt</w:t></mc:Fallback></mc:AlternateContent></w:r>',
      ),
    )
    expect(text.split('\n').filter(Boolean)).toEqual(['I en kontrol', 'Lunde her', 'I boksen', 'gammelt'])
  })
})

describe('tracked changes are read as accepted, and it is said', () => {
  test('deletions, insertions, moves and joined paragraphs', () => {
    const { text, changed } = body(
      styled('1. Fristen', 'H1'),
      para(
        `${run('Fristen er ')}<w:del w:id="1"><w:r><w:delText>12</w:delText></w:r></w:del><w:ins w:id="2">${run('24')}</w:ins>${run(' måneder')}`,
        '<w:rPr><w:del w:id="3"/></w:rPr>',
      ),
      para(run(' i alt.')),
      `<w:p><w:moveFrom w:id="4">${run('flyttet')}</w:moveFrom></w:p>`,
      `<w:p><w:moveTo w:id="5">${run('flyttet')}</w:moveTo></w:p>`,
      table(`<w:tr><w:trPr><w:del w:id="6"/></w:trPr>${cell(para('slettet række'))}</w:tr>`, row(cell(para('række')))),
    )
    expect(text.split('\n').filter(Boolean)).toEqual([
      '## 1. Fristen',
      'Fristen er 24 måneder i alt.',
      'flyttet',
      'række',
    ])
    expect(changed.join()).toContain('»12«')
    expect(changed.join()).toContain('læst som ét (under »1. Fristen«)')
  })
})

describe('what does not come along is named', () => {
  test.each([
    ['hidden words', para(run('Synlig ') + run('SKJULT', '<w:vanish/>')), 'Skjult tekst er ikke med: »SKJULT«'],
    [
      'a picture',
      para(
        '<w:r><w:drawing><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/></w:drawing></w:r>',
      ),
      '1 billede er ikke med',
    ],
    ['a comment', para(`${run('x')}<w:r><w:commentReference w:id="1"/></w:r>`), '1 kommentar er ikke med'],
    [
      'a table of contents',
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${para('Indhold')}</w:sdtContent></w:sdt>`,
      'Indholdsfortegnelsen er ikke med',
    ],
    [
      'a sign that cannot be told',
      para('<w:r><w:sym w:font="Webdings" w:char="F0AB"/></w:r>'),
      '1 tegn kan ikke læses og står som □: »Webdings F0AB«',
    ],
    [
      'the address of a link',
      para(`<w:hyperlink r:id="rId9">${run('loven')}</w:hyperlink>`),
      'Et links adresse er ikke med. Ordene er med: »loven«',
    ],
    ['an inserted document', '<w:altChunk r:id="rId9"/>', '1 indsat dokument er ikke med'],
    [
      'an embedded file',
      para(
        '<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ProgID="Excel.Sheet.12"/></w:object></w:r>',
      ),
      '1 indlejret fil er ikke med: »Excel.Sheet.12«',
    ],
    [
      'a control that nobody filled in',
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${para('Klik her')}</w:sdtContent></w:sdt>`,
      '1 felt, der ikke er udfyldt, er ikke med: »Klik her«',
    ],
    [
      'a note without words',
      para(`${run('x')}<w:r><w:footnoteReference w:id="7"/></w:r>`),
      '1 note har ingen tekst i filen',
    ],
  ])('%s', (_what, block, told) => {
    const { lost } = body(styled('1. Parterne', 'H1'), block)
    expect(lost).toHaveLength(1)
    expect(lost[0]).toContain(told)
    expect(lost[0]).toMatch(/\(under »1\. Parterne«\)\.$/)
  })

  test('the words above and below the pages, unless they only number them', () => {
    expect(read({ body: para('x'), header: para('FORTROLIGT UDKAST') }).lost).toEqual([
      'Sidehoved og sidefod er ikke med: »FORTROLIGT UDKAST«.',
    ])
    expect(read({ body: para('x'), header: para('Side 1 af 3') }).lost).toEqual([])
  })
})

describe('relations and namespaces decide what is what', () => {
  const officeRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
  const documentIn = (namespace: string, prefix: string) =>
    `<${prefix}:document xmlns:${prefix}="${namespace}"><${prefix}:body><${prefix}:p><${prefix}:r><${prefix}:t>Parterne</${prefix}:t></${prefix}:r></${prefix}:p></${prefix}:body></${prefix}:document>`

  test.each([
    ['a part of another name', 'word/document2.xml', w, 'w', officeRelation],
    ['another prefix', 'word/document.xml', w, 'ns0', officeRelation],
    [
      'the strict edition',
      'tekst/hoved.xml',
      'http://purl.oclc.org/ooxml/wordprocessingml/main',
      'w',
      'http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument',
    ],
  ])('%s', (_what, name, namespace, prefix, type) => {
    const more = {
      '_rels/.rels': relationsPart(`<Relationship Id="r" Type="${type}" Target="/${name}"/>`),
      [name]: documentIn(namespace, prefix),
    }
    expect(read({ body: para('ikke denne'), more }).text).toBe('Parterne\n')
  })

  test('letters and their marks are one sign, as the portal writes them', () => {
    expect(body(para('A\u030arhus')).text).toBe('Århus\n')
  })
})

describe('a file that is no readable document says why, and what to do', () => {
  const reason = (name: string, bytes: Buffer): string => {
    try {
      readDocument({ name, bytes })
    } catch (fault) {
      if (fault instanceof Unreadable) return fault.message
      throw fault
    }
    return 'read'
  }
  const whole = wordFile({ body: para('x'.repeat(4000)) })
  const flipped = Buffer.from(whole)
  flipped[whole.indexOf('word/document.xml') + 60] = (flipped[whole.indexOf('word/document.xml') + 60] ?? 0) ^ 0xff

  test.each([
    ['protected', 'a.docx', compoundFile('EncryptedPackage'), 'adgangskode eller et følsomhedsmærke'],
    ['an old one', 'a.doc', compoundFile('WordDocument'), 'Words gamle format (.doc)'],
    ['a lock file', '~$a.docx', Buffer.alloc(162, 2), 'Words mærke om, at det er åbent'],
    ['a PDF', 'a.pdf', Buffer.from('%PDF-1.7'), 'er en PDF'],
    ['RTF', 'a.rtf', Buffer.from('{\\rtf1'), 'RTF'],
    ['cut off', 'a.docx', whole.subarray(0, 900), 'beskadiget eller ikke hentet helt'],
    ['a flipped byte', 'a.docx', flipped, 'beskadiget'],
    [
      'XML that stops',
      'a.docx',
      wordFile({ body: '', more: { 'word/document.xml': `<w:document xmlns:w="${w}"><w:body><w:p>` } }),
      'beskadiget',
    ],
    [
      'words that stand for others',
      'a.docx',
      wordFile({
        body: '',
        more: {
          'word/document.xml': `<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document xmlns:w="${w}"><w:body>&a;</w:body></w:document>`,
        },
      }),
      'beskadiget',
    ],
    [
      'a sheet',
      'a.docx',
      wordFile({
        body: '',
        more: {
          '_rels/.rels': strToU8('<x/>'),
          'xl/workbook.xml': '<x/>',
          '[Content_Types].xml': '<x/>',
          'word/document.xml': '<x/>',
        },
      }),
      'Word-dokument',
    ],
  ])('%s', (_what, name, bytes, told) => {
    expect(reason(name, bytes)).toContain(told)
  })

  test('Windows-1252 is read, and it is said', () => {
    const { text, changed } = readDocument({
      name: 'a.txt',
      bytes: Buffer.from('M\u00f8derne\r\n\u0093citat\u0094', 'latin1'),
    })
    expect(text).toBe('Møderne\n“citat”')
    expect(changed.join()).toContain('Windows-1252')
  })

  test('a list that is deeper than Word’s own is read at its deepest', () => {
    expect(body(listed('dybt', 1, 300_000_000)).text).toBe('dybt\n')
  })
})
