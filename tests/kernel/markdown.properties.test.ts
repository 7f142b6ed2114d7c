import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderMarkdown } from '../../src/kernel/markdown/markdown.ts'
import { runs } from '../support/runs.ts'
import { seen } from './seen.ts'

const rendered = (text: string) => seen(renderMarkdown(text))
const letters = (text: string) => text.replace(/\s+/g, '')

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
        let left = letters(rendered(text))
        for (const line of text.split(/\r\n?|[\n\v]/)) {
          let rest = letters(line)
          if (bullet.test(line) && left[0] !== rest[0]) rest = letters(line.replace(bullet, ''))
          while (rest !== '') {
            if (left[0] === rest[0]) [left, rest] = [left.slice(1), rest.slice(1)]
            else if (rest.startsWith('**')) rest = rest.slice(2)
            else if (rest.startsWith('_')) rest = rest.slice(1)
            else throw new Error(`»${rest}« is not shown as typed: ${rendered(text)}`)
          }
        }
        expect(left).toBe('')
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
