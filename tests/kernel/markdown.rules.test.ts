import { describe, expect, test } from 'vitest'
import { renderDocument } from '../../src/kernel/markdown/document-markdown.ts'
import { renderMarkdown } from '../../src/kernel/markdown/markdown.ts'
import { seen } from './seen.ts'

const rendered = (text: string) => seen(renderMarkdown(text))

describe('what is typed or pasted', () => {
  const asTyped = [
    '+ 5 % stigning',
    '# 5 er lukket',
    '1. december blev afdelingen lukket',
    '12. møde afholdes i maj',
    '2) Udgiften afholdes af kommunen',
    '§ 5, stk. 2, nr. 3',
    '100 kr.* pr. md., 200 kr.** pr. år og 5 * 3 * 2 m',
    '* ekskl. moms',
    '- 20.000 kr. i forhold til budgettet',
    '– 5 % i 2027',
    'bilag_1_endelig_udgave.docx, _kopi_.docx og __init__',
    'Navn: ____________ Dato: _____',
    '<10 og >5, a < b && c > d',
    '[x] ja [ ] nej [link](https://eksempel.dk)',
    'ca. ~10 ~~20~~ `kode` ```',
    '=====',
    '-----',
    '***',
    '| a | b |',
    '> Fra: Hanne',
    '1.000.000 kr.',
    '12.',
    '-',
    '•',
    'C:\\_mappe\\*.docx og \\\\server\\fælles',
    '&lt; &amp; &nbsp; <br> <script>alert(1)</script>',
    'http://x.dk/a_b_c?d=*e*&f=1',
    '![billede](x.png)',
    'A. P. Møller og J. Hansen',
    'CPR 010190-**** og J**n H**sen',
    '"citat" ’citat’ »citat« -- --- …',
    ':) 8) a) (b)',
  ]
  test.each(asTyped)('stands as it was typed: %s', line => {
    expect(rendered(line)).toBe(line)
    expect(rendered(`Før\n${line}\nefter`)).toBe(`Før\n${line}\nefter`)
    expect(rendered(`Før\n\n${line}\n\nefter`)).toBe(`Før\n${line}\nefter`)
  })

  test('lines stay lines, whatever breaks them', () => {
    for (const end of ['\n', '\r\n', '\r', '\v', '\u2028', '\f'])
      expect(renderMarkdown(`Sted: Rådhuset${end}Tid: kl. 10`)).toBe('<p>Sted: Rådhuset<br>\nTid: kl. 10</p>\n')
    expect(renderMarkdown('første\n\n\nandet')).toBe('<p>første</p>\n<p>andet</p>\n')
    expect(renderMarkdown('Til\n  indrykket')).toBe('<p>Til<br>\n&nbsp;&nbsp;indrykket</p>\n')
  })

  test.each(['•', '·', '▪', '-', '–', '—', '\uf0b7', '•\t', '-\t'])('lines that begin with %s are a list', mark => {
    const html = renderMarkdown(`Gruppen drøftede\n${mark} økonomi\n${mark} tidsplan\nog sluttede.`)
    expect(html).toMatch(
      /<p>Gruppen drøftede<\/p>\n<ul[^>]*>\n<li>økonomi<\/li>\n<li>tidsplan<\/li>\n<\/ul>\n<p>og sluttede/,
    )
  })

  test('a dash that could be a minus, and a star, are lists that show them', () => {
    expect(rendered('- 20.000 kr.\n- færre møder')).toBe('- 20.000 kr.\n- færre møder')
    expect(renderMarkdown('* ekskl. moms\n* inkl. varme')).toMatch(/^<ul class="as-typed">/)
  })

  test('numbers and letters are lists that show what was typed', () => {
    for (const marks of [
      ['1.', '2.', '3.'],
      ['4)', '5)', '6)'],
      ['a)', 'b)', 'c)'],
      ['i.', 'ii.', 'iii.'],
      ['1.1', '1.2', '1.3'],
      ['(1)', '(2)', '(3)'],
    ]) {
      const text = marks.map(mark => `${mark} punkt`).join('\n')
      expect(renderMarkdown(text)).toMatch(/^<ol class="as-typed">\n<li>/)
      expect(rendered(text)).toBe(text)
    }
    expect(renderMarkdown('7. Budgettet\n8. Regnskabet')).not.toContain('1.')
    expect(renderMarkdown('1. maj\n2. maj')).not.toContain('<ol')
    expect(rendered('1. Mål\n1. Mål igen\n1. Mål tredje gang')).toBe('1. Mål\n1. Mål igen\n1. Mål tredje gang')
  })

  test('lists within lists, as Word and Outlook paste them', () => {
    expect(renderMarkdown('•\tEt\no\tTo\n▪\tTre\n•\tFire').match(/<ul>/g)).toHaveLength(3)
    expect(rendered('1. Mål\n- a\n- b\n2. Midler')).toBe('1. Mål\na\nb\n2. Midler')
    expect(renderMarkdown('1. Mål\n- a\n- b\n2. Midler').match(/<ol/g)).toHaveLength(1)
    expect(renderMarkdown('- a\n  - b\n- c').match(/<ul/g)).toHaveLength(2)
    expect(renderMarkdown('- Mål\n  og midler\n\n- Tid')).toBe(
      '<ul class="dashes">\n<li>Mål<br>\nog midler</li>\n<li>Tid</li>\n</ul>\n',
    )
  })

  test('columns parted by tabs are a table, an empty cell too', () => {
    const html = renderMarkdown('Post\tBudget\tRegnskab\nLøn\t\t20.000\nHusleje\t1.000\t\n')
    expect(html.match(/<tr>/g)).toHaveLength(3)
    expect(html.match(/<td>/g)).toHaveLength(9)
    expect(seen(html)).toBe('Post\tBudget\tRegnskab\nLøn\t\t20.000\nHusleje\t1.000')
  })

  test('bold and italics stand around words', () => {
    expect(renderMarkdown('Det indstilles, **at** _alle_ (**»høres«**).')).toBe(
      '<p>Det indstilles, <strong>at</strong> <em>alle</em> (<strong>»høres«</strong>).</p>\n',
    )
    expect(renderMarkdown('**_begge_**')).toBe('<p><strong><em>begge</em></strong></p>\n')
    expect(renderMarkdown('1. **at** x, og\n2. **at** y')).toContain('</span> <strong>at</strong> x')
    expect(renderMarkdown('**kun her\nikke her**')).not.toContain('<strong>')
  })

  test('addresses are links; what only looks like one is text', () => {
    expect(renderMarkdown('Se https://eksempel.dk/a_b. Skriv til a@eksempel.dk.')).toMatch(
      /href="https:\/\/eksempel\.dk\/a_b"[^>]*>https:\/\/eksempel\.dk\/a_b<\/a>\. Skriv til <a href="mailto:a@eksempel\.dk"/,
    )
    expect(renderMarkdown('www.eksempel.dk')).toContain('href="https://www.eksempel.dk"')
    expect(renderMarkdown('referat.md og javascript:alert(1) og //x.dk')).not.toContain('<a')
    expect(renderMarkdown('https://x.dk/"onmouseover="alert(1)')).toContain('href="https://x.dk/&quot;onmouse')
  })

  test('lists lie at most four deep and tables are at most thirty wide, and the longest line is drawn unread', () => {
    const deep = Array.from({ length: 50 }, (_, at) => `${' '.repeat(at)}- a`).join('\n')
    let [depth, most] = [0, 0]
    for (const [tag] of renderMarkdown(deep).matchAll(/<\/?ul/g)) {
      depth += tag === '<ul' ? 1 : -1
      most = Math.max(most, depth)
    }
    expect(most).toBe(4)
    expect(renderMarkdown(`${'a\t'.repeat(2000)}\n${'b\t'.repeat(2000)}`)).not.toContain('<table')
    expect(renderMarkdown('**a** '.repeat(10_000))).not.toContain('<strong')
    expect(renderMarkdown('a@b.dk '.repeat(10_000))).not.toContain('<a')
    expect(renderMarkdown('- a\n'.repeat(10_000))).not.toContain('<li')
    expect(rendered('- a\n'.repeat(10_000)).length).toBe(4 * 10_000 - 1)
  })
})

describe('the agreement’s own text', () => {
  test('is the document’s: headings, escaped characters and lines', () => {
    expect(renderDocument('## Formål\n\n\\*5 og **at**\nnæste linje')).toBe(
      '<h4>Formål</h4>\n<p>*5 og <strong>at</strong><br />\nnæste linje</p>\n',
    )
  })

  test('takes what people type into it for what it is', () => {
    expect(seen(renderDocument('# 5 er lukket\n+ 5 %\n<10 `a` ~b~'))).toBe('# 5 er lukket\n+ 5 %\n<10 `a` ~b~')
    expect(renderDocument('Opgaver:\n\n• et\n• to')).toContain('<li>et</li>')
    expect(renderDocument('[her](javascript:alert(1)) <script>')).not.toMatch(/href|<script/)
  })
})
