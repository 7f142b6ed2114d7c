import { parseDocument } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
// @ts-expect-error: the page's own scripts carry no types
import { textOfTree } from '../../public/js/paste/blocks.js'
// @ts-expect-error: the page's own scripts carry no types
import { withoutStyles } from '../../public/js/paste/tree.js'
import { renderMarkdown } from '../../src/kernel/markdown/markdown.ts'
import { googleDoc, outlookMail, webPage, wordMemo, wordOnTheWeb, wordTable } from './clipboard.ts'

/** What is pasted becomes typed text, and what cannot is named. The browser's own parser is tried in the browser test. */

interface Parsed {
  type: string
  name?: string
  data?: string
  attribs?: Record<string, string>
  children?: Parsed[]
}

type Tree = { text: string } | { name: string; attributes: Record<string, string>; children: Tree[] }

const treeOf = (node: Parsed): Tree[] => {
  if (node.type === 'text') return [{ text: node.data ?? '' }]
  const children = (node.children ?? []).flatMap(treeOf)
  return node.name ? [{ name: node.name.toUpperCase(), attributes: node.attribs ?? {}, children }] : []
}

function pasted(html: string): { text: string; lost: string[] } | null {
  const children = (parseDocument(withoutStyles(html)).children as unknown as Parsed[]).flatMap(treeOf)
  return textOfTree({ name: 'BODY', attributes: {}, children })
}

describe('from Word', () => {
  test('a memo keeps its headings’ numbers, emphasis, line breaks and lists of every kind', () => {
    expect(pasted(wordMemo)?.text.split('\n')).toEqual([
      '1. **Baggrund**',
      'Byrådet **vedtog** i _2024_, at',
      'der skal bygges[1] 200 m².',
      '',
      '- Økonomi',
      '  - Drift',
      '    - Varme',
      '1. Møder',
      '  1.1. Frister',
      '  a) Indkaldelse',
      '    iv. Afbud',
      'Bemærk dette',
    ])
  })

  test('what a memo loses is named, each thing once', () => {
    expect(pasted(wordMemo)?.lost).toEqual([
      'Billeder er ikke kommet med: vedhæft dem som filer.',
      'Kommentarer i margenen er ikke kommet med.',
      'Understregning er ikke kommet med: brug fed eller kursiv.',
      'Farvemarkeringer er ikke kommet med.',
      'Overskrifter står med fed skrift.',
    ])
  })

  test('a table keeps its columns under merged cells, and is shown as one', () => {
    const { text = '', lost } = pasted(wordTable) ?? {}
    expect(text.split('\n')).toEqual([
      '**Post**\t**Kr.**\t',
      'Drift\t1.200\theraf varme og vand',
      '\t300\trenhold',
      'I alt\t1.500\t',
    ])
    expect(lost).toEqual(['Flettede celler står i den første af dem.', 'Linjerne i en celle står efter hinanden.'])
    expect(renderMarkdown(text).match(/<tr>/g)).toHaveLength(4)
  })

  test('on the web, items in lists of their own make one list', () => {
    expect(pasted(wordOnTheWeb)?.text.split('\n').filter(Boolean)).toEqual([
      '**Det aftales:**',
      '1. Fælles venteliste',
      '  a) fra 1. maj',
      '2. Ét brev',
    ])
  })
})

describe('from elsewhere', () => {
  test('a mail from Outlook keeps its lists, links and addresses, and its counting picture is not missed', () => {
    const { text = '', lost } = pasted(outlookMail) ?? {}
    expect(text.split('\n').filter(Boolean)).toEqual([
      'Kære Anna',
      'Se referatet (https://eksempel.dk/referat) og skriv til anna@eksempel.dk.',
      'a) Nattero',
      'b) Cykler',
      '- Lys',
      '  - ved **stierne**',
      'Med venlig hilsen',
      'Bo',
    ])
    expect(lost).toEqual([])
  })

  test('Google’s document is not bold because its wrapper is', () => {
    const { text = '', lost } = pasted(googleDoc) ?? {}
    expect(text.split('\n').filter(Boolean)).toEqual([
      '**Indstilling**',
      '**Sekretariaterne indstiller**, at _gruppen_:',
      '1. drøfter sagen',
      '  a) herunder lyset',
      '2. tager den **til efterretning**',
    ])
    expect(lost).toEqual(['Overskrifter står med fed skrift.'])
  })

  test('a web page keeps lines, and a table for layout is none', () => {
    const { text = '', lost } = pasted(webPage) ?? {}
    expect(text.split('\n').filter(Boolean)).toEqual([
      '**Nyt _fra_ kommunen**',
      'Linje et',
      'Linje to',
      'Læs her og der (https://eksempel.dk/a_b).',
      'Kun én kolonne',
      'er opsætning',
      '**To**',
      '**linjer**',
      'H₂O®, [slettet: gammelt]',
    ])
    expect(lost).toContain('Hævet og sænket skrift står som almindelig skrift.')
  })

  test('what says no more than its plain text is left to that', () => {
    expect(pasted('<div>Almindelig tekst</div><div>på to linjer</div>')).toBeNull()
  })
})
