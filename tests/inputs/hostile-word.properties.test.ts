import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../src/inputs/read-document.ts'
import { readApart } from '../../src/inputs/reader.ts'
import { Unreadable } from '../../src/inputs/unreadable.ts'
import { abstract, headings, level, listed, num, para, run, style, styled, wordFile } from '../support/word-parts.ts'

const deep = process.env.DEEP === '1'
const many = (count: number, text: string) => text.repeat(count)

/** Read, or refused in words: never a fault, and never long. */
function outcome(bytes: Buffer): { told: string; ms: number } {
  // What the processor worked: other things on the machine take time by the clock.
  const before = process.cpuUsage()
  const worked = () => {
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
  try {
    readDocument({ name: 'a.docx', bytes })
    return { told: 'read', ms: worked() }
  } catch (fault) {
    if (!(fault instanceof Unreadable)) throw fault
    return { told: fault.message, ms: worked() }
  }
}

const numbering =
  abstract(0, ...Array.from({ length: 9 }, (_one, at) => level(at, 'upperRoman', '%1.%2.%3.%4.%5.%6.%7.%8.%9'))) +
  num(1, 0)
const nested = (name: string, depth: number) => `${many(depth, `<w:${name}>`)}${many(depth, `</w:${name}>`)}`

describe('a document that was made to do harm', () => {
  test.each([
    ['a list level of 300 million', { body: listed('x', 1, 300_000_000), numbering }],
    ['sixty thousand spaces', { body: para(run(many(60_000, ' '), '<w:b/>')) }],
    ['sixty thousand spaces between words', { body: para(run(`a${many(60_000, ' ')}b`, '<w:i/>')) }],
    [
      'two thousand styles on each other',
      {
        body: styled('x', 'S1999'),
        styles: Array.from({ length: 2000 }, (_one, at) =>
          style(`S${at}`, `s${at}`, at > 0 ? `<w:basedOn w:val="S${at - 1}"/>` : ''),
        ).join(''),
      },
    ],
    [
      'styles in a circle',
      {
        body: styled('x', 'A'),
        styles: style('A', 'a', '<w:basedOn w:val="B"/>') + style('B', 'b', '<w:basedOn w:val="A"/>'),
      },
    ],
    ['elements in elements', { body: para(nested('smartTag', 100_000)) }],
    [
      'tables in tables',
      { body: `${many(60, '<w:tbl><w:tr><w:tc>')}${para('x')}${many(60, '</w:tc></w:tr></w:tbl>')}` },
    ],
    [
      'a number that is far too large',
      { body: listed('x', 1), numbering: abstract(0, level(0, 'upperRoman', '%1', '', 999_999_999)) + num(1, 0) },
    ],
    [
      'letters without end',
      { body: listed('x', 1), numbering: abstract(0, level(0, 'lowerLetter', '%1', '', 999_999_999)) + num(1, 0) },
    ],
    [
      'a cell that spans millions',
      { body: `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="90000000"/></w:tcPr>${para('x')}</w:tc></w:tr></w:tbl>` },
    ],
    ['thousands of columns', { body: `<w:tbl><w:tr>${many(3000, `<w:tc>${para('x')}</w:tc>`)}</w:tr></w:tbl>` }],
    ['stars and brackets', { body: para(run(many(50_000, '*[_'))) + para(run(many(30_000, '~'), '<w:strike/>')) }],
    ['runs that change their look', { body: para(many(20_000, run('a', '<w:b/>') + run('b', '<w:i/>'))) }],
    ['fields that never end', { body: many(5_000, '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>') }],
    [
      'much that unpacks from little',
      { body: para(run('x')), more: { 'word/document.xml': Buffer.alloc(30_000_000, 32) } },
    ],
    [
      'parts that refer to themselves',
      {
        body: para('<w:r><w:footnoteReference w:id="1"/></w:r>'),
        footnotes: `<w:footnote w:id="1">${para('<w:r><w:footnoteReference w:id="1"/></w:r>')}</w:footnote>`,
      },
    ],
  ])('is read or refused within its time: %s', (_what, parts) => {
    const { ms } = outcome(wordFile(parts))
    expect(ms).toBeLessThan(2_000)
  })
})

const whole = wordFile({
  body: [
    styled('1. Parterne', 'H1'),
    listed('mødes', 1),
    listed('straks', 1, 1),
    para(`${run('tekst', '<w:b/>')}<w:r><w:footnoteReference w:id="1"/></w:r>`),
    `<w:tbl><w:tr><w:tc>${para('a')}</w:tc><w:tc>${para('b')}</w:tc></w:tr></w:tbl>`,
  ].join(''),
  numbering,
  styles: headings,
  footnotes: `<w:footnote w:id="1">${para('note')}</w:footnote>`,
})

describe('a document that came to harm', () => {
  test('bytes that are flipped or gone end in words, never in a fault', () => {
    const change = fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255), cut: fc.nat(40) })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), changes => {
        let bytes = Buffer.from(whole)
        for (const { at, byte, cut } of changes) {
          if (cut === 0) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + byte)])
          else if (at < bytes.length) bytes[at] = byte
        }
        expect(outcome(bytes).ms).toBeLessThan(2_000)
      }),
      { numRuns: deep ? 5_000 : 150 },
    )
  })

  test('parts whose elements are shuffled, doubled or gone are read or refused in words', () => {
    const tags = [
      'w:p',
      'w:r',
      'w:t',
      'w:tbl',
      'w:tr',
      'w:tc',
      'w:pPr',
      'w:numPr',
      'w:ins',
      'w:del',
      'w:sdt',
      'w:sdtContent',
      'w:hyperlink',
      'w:fldChar',
      'w:footnoteReference',
      'mc:AlternateContent',
      'mc:Choice',
    ]
    const attributes = [
      '',
      'w:val="1"',
      'w:val="-1"',
      'w:id="1"',
      'w:ilvl="99999"',
      'w:fldCharType="begin"',
      'w:fldCharType="end"',
      'Requires="wps"',
    ]
    const { tree } = fc.letrec<{ tree: string }>(tie => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        fc.string({ maxLength: 8 }).map(text => text.replace(/[<>&\p{Cc}]/gu, '')),
        fc
          .tuple(fc.constantFrom(...tags), fc.constantFrom(...attributes), fc.array(tie('tree'), { maxLength: 4 }))
          .map(([tag, attribute, inner]) => `<${tag} ${attribute}>${inner.join('')}</${tag}>`),
      ),
    }))
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 6 }), blocks => {
        const { told } = outcome(wordFile({ body: blocks.join(''), numbering, styles: headings }))
        expect(told).toBe('read')
      }),
      { numRuns: deep ? 5_000 : 150 },
    )
  })

  test('apart, the same comes back, and what is refused is refused in words', async () => {
    const module = new URL('../../src/features/agreement/agreement/import/understand-document.ts', import.meta.url)
    const read = (bytes: Buffer) =>
      readApart<{ refused?: string; source?: string }>({ module, input: { name: 'a.docx', bytes }, who: 'test' })
    expect((await read(whole)).source).toContain('## 1. Parterne')
    expect((await read(whole.subarray(0, 600))).refused).toContain('beskadiget')
  }, 60_000)
})
