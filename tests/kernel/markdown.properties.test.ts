import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderMarkdown } from '../../src/kernel/markdown/markdown.ts'
import { runs } from '../support/runs.ts'
import { seen } from './seen.ts'

const rendered = (text: string) => seen(renderMarkdown(text))
const letters = (text: string) => text.replace(/\s+/g, '')

/** Where on the page one can be when these words have been read off it from here: a mark may be shown or have served. */
function readTo(page: string, from: number, words: string): Set<number> {
  let places = new Map([[0, new Set([from])]])
  const ends = new Set<number>()
  while (places.size > 0) {
    const next = new Map<number, Set<number>>()
    const go = (word: number, place: number) => next.set(word, (next.get(word) ?? new Set()).add(place))
    for (const [word, found] of places) {
      for (const place of found) {
        if (word === words.length) ends.add(place)
        else if (page[place] === words[word]) go(word + 1, place + 1)
        if (words.startsWith('**', word)) go(word + 2, place)
        if (words[word] === '_') go(word + 1, place)
      }
    }
    places = next
  }
  return ends
}

describe('whatever a Dane types', () => {
  const word = fc.constantFrom(
    ...'møde nr. 5 1. 12. 1.000.000 kr. 150.000,- §5 § stk. 2, a) b) (c) i) ii. • - – — * ** *** _ __ ___ _a_ **a** + # ## > >> < <b> & &amp; [x] [ ] ![a](b) ` ``` ~ ~~ = == === | |---| \\ \\* / http://x.dk/_a_ www.x.dk a@b.dk ½ % 10.30 kl. "a" »b« Ærø ål o ▪ · … { } $ ^ @ ! ? : ; 1) 2) 3.'.split(
      ' ',
    ),
  )
  const gap = fc.constantFrom(' ', ' ', ' ', '\t', '\n', '\n', '\n\n', '  ', '', '\r\n', '\v', '\n    ', '\n\t')
  const anyText = fc.array(fc.tuple(word, gap), { maxLength: 30 }).map(parts => parts.flat().join(''))

  test('no character goes but bullets and the two marks, and none comes', () => {
    const bullet = /^[ \t]*(?:[•·▪–—-]|o\t)/
    fc.assert(
      fc.property(anyText, text => {
        const page = letters(rendered(text))
        let places = new Set([0])
        for (const line of text.split(/\r\n?|[\n\v]/)) {
          // A line may begin a list: its first mark is the list's then, also where the next is such a mark itself.
          const ways = [letters(line), ...(bullet.test(line) ? [letters(line.replace(bullet, ''))] : [])]
          const reached = [...places].flatMap(place => ways.flatMap(words => [...readTo(page, place, words)]))
          if (reached.length === 0) throw new Error(`»${line}« is not shown as typed: ${rendered(text)}`)
          places = new Set(reached)
        }
        expect([...places]).toContain(page.length)
      }),
      runs(400, 100_000),
    )
  })

  test('what comes out is whole, whatever goes in', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: 'binary', maxLength: 60 })), text => {
        const html = renderMarkdown(text)
        const open: string[] = []
        for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z]+)[^>]*>/g)) {
          if (name === 'br') continue
          if (end) expect(open.pop()).toBe(name)
          else open.push(name)
        }
        expect(open).toEqual([])
        expect(
          html.replace(/<\/?(?:p|br|strong|em|ul|ol|li|span|a|table|tbody|tr|td)(?: [a-z]+="[^"<>]*")*>/g, ''),
        ).not.toMatch(/[<>]/)
      }),
      runs(200, 50_000),
    )
  })
})
