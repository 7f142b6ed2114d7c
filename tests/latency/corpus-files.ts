import type { Sender } from '../fuzz/sender.ts'
import { meetingSamples } from '../meetings/samples.ts'
import type { Samples } from '../support/addresses.ts'
import { dearTexts } from '../support/dear-texts.ts'
import { wordFile } from '../support/word-parts.ts'
import { type Asked, formsAt, parts } from './asked.ts'

const megabyte = 1024 * 1024

/** Files as large as they may be, to a meeting's item, and agreements to be read. */
export function filesOf(samples: Samples, deep: boolean): Asked[] {
  const { meeting, item } = meetingSamples(samples.demo, '')[1]?.values ?? {}
  const page = `/moeder/${meeting}/punkter/${item}/rediger`
  const pdf = (size: number) => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(size - 9, 'stream')])
  const largest = deep ? 25 : 4
  return [
    upload(page, 'bilag', 'stor.pdf', () => pdf(largest * megabyte)),
    upload(page, 'bilag', 'samme.pdf', () => pdf(largest * megabyte)),
    upload(page, 'bilag', 'forkert.png', () => pdf(largest * megabyte)),
    upload(page, 'bilag', 'forstor.pdf', () => pdf((largest + 5) * megabyte)),
    ...agreements(deep).map(([name, content]) => upload('/aftalen/indlaes', 'indlaes', name, content)),
  ]
}

function upload(page: string, to: string, name: string, content: () => Buffer): Asked {
  return {
    name: `file ${name} from ${page}`,
    as: 'sekretariat.bolig',
    sent: async (person: Sender) => {
      const found = (await formsAt(person, page)).find(one => one.multipart && one.action.endsWith(to))
      if (!found) throw new Error(`There is no form for files on ${page}.`)
      return { method: 'POST', path: found.action, ...parts(found.fields, { name, content: content() }) }
    },
  }
}

function agreements(deep: boolean): [string, () => Buffer][] {
  const words: [string, () => Buffer][] = [
    ['niveauer.docx', () => wordFile({ body: many(400, at => paragraph(`Afsnit ${at}`, at % 9, 300_000_000)) })],
    ['afsnit.docx', () => wordFile({ body: many(8000, at => paragraph(`${at + 1}. Formål og samarbejde ${at}`)) })],
    ['mellemrum.docx', () => wordFile({ body: many(50, () => paragraph(`a${' '.repeat(60_000)}b`)) })],
    [
      'tabel.docx',
      () =>
        wordFile({
          body: `<w:tbl>${many(300, row => `<w:tr>${many(40, cell => `<w:tc>${paragraph(`${row} ${cell}`)}</w:tc>`)}</w:tr>`)}</w:tbl>`,
        }),
    ],
    ['stile.docx', () => wordFile({ body: paragraph('Et'), styles: many(2000, at => style(at)) })],
    ['fodnoter.docx', () => wordFile({ body: many(3000, at => note(at)), footnotes: many(3000, at => footnote(at)) })],
    ['aftale.md', () => Buffer.from(agreement(2_000_000))],
    ['linjer.md', () => Buffer.from('a\n'.repeat(1_000_000))],
  ]
  if (!deep) return words.slice(0, 2)
  const bad = dearTexts.map((text, at): [string, () => Buffer] => [
    `slem${at}.md`,
    () => Buffer.from(`# Aftale\n\n## 1. Formål\n\n${text}\n\n## 2. Møder\n\n${text}`),
  ])
  return [...words, ...bad]
}

const many = (times: number, make: (at: number) => string) =>
  Array.from({ length: times }, (_, at) => make(at)).join('')

const paragraph = (text: string, level?: number, number = 1) =>
  `<w:p>${level === undefined ? '' : `<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${number}"/></w:numPr></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const style = (at: number) =>
  `<w:style w:type="paragraph" w:styleId="s${at}"><w:name w:val="s${at}"/><w:basedOn w:val="s${at + 1}"/></w:style>`
const note = (at: number) => `<w:p><w:r><w:t>Note</w:t></w:r><w:r><w:footnoteReference w:id="${at + 1}"/></w:r></w:p>`
const footnote = (at: number) => `<w:footnote w:id="${at + 1}">${paragraph('Se § 5, stk. 2.')}</w:footnote>`

/** An agreement of some hundred sections. */
const agreement = (length: number): string =>
  `# Aftale\n\nmaj 2026\n\n${many(300, at => `## ${at + 1}. Afsnit ${at + 1}\n\n${'Parterne samarbejder om den almene boligsektor. '.repeat(60)}\n\n`)}`.slice(
    0,
    length,
  )
