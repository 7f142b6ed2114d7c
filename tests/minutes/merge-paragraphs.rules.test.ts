import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
// @ts-expect-error: what runs in the browser is plain JavaScript
import { mergeParagraphs, placeAfter, placesIn, textOfParts } from '../../public/js/merge-paragraphs.js'
import { runs } from '../support/runs.ts'

interface Place {
  mine: string[]
  theirs: string[]
}
const text = (...lines: string[]) => lines.join('\n')
const merged = (base: string, mine: string, theirs: string): string | null => {
  const parts = mergeParagraphs(base, mine, theirs)
  return placesIn(parts).length === 0 ? textOfParts(parts) : null
}

describe('two who write in different paragraphs', () => {
  const base = text('Formanden bød velkommen.', '', 'Status blev gennemgået.', '', 'Mødet sluttede.')

  test('both have their words in the text', () => {
    const mine = base.replace('velkommen.', 'velkommen til alle.')
    const theirs = base.replace('sluttede.', 'sluttede kl. 15.')
    expect(merged(base, mine, theirs)).toBe(
      text('Formanden bød velkommen til alle.', '', 'Status blev gennemgået.', '', 'Mødet sluttede kl. 15.'),
    )
  })

  test('a paragraph put in and one taken out are both as they were meant', () => {
    const mine = base.replace('Status blev gennemgået.\n\n', '')
    const theirs = text('Der var afbud fra to.', '', base)
    expect(merged(base, mine, theirs)).toBe(
      text('Der var afbud fra to.', '', 'Formanden bød velkommen.', '', 'Mødet sluttede.'),
    )
  })

  test('lines without room between them are paragraphs too', () => {
    expect(merged('a\nb\nc', 'A\nb\nc', 'a\nB\nC')).toBe('A\nB\nC')
  })
})

describe('two who write in the same paragraph', () => {
  test('stand beside each other, and what else both wrote is settled', () => {
    const parts = mergeParagraphs('a\n\nb\n\nc', 'a\n\nmin\n\nc', 'A\n\ndin\n\nc')
    expect(placesIn(parts)).toEqual([{ mine: ['min'], theirs: ['din'] }])
    expect(textOfParts(parts, ['mine'])).toBe('A\n\nmin\n\nc')
    expect(textOfParts(parts, ['theirs'])).toBe('A\n\ndin\n\nc')
    expect(textOfParts(parts, ['both'])).toBe('A\n\ndin\n\nmin\n\nc')
  })

  test('whoever wrote on at the end at the same time is asked in which order', () => {
    const parts = mergeParagraphs('a', 'a\nmin', 'a\ndin')
    expect(placesIn(parts)).toEqual([{ mine: ['min'], theirs: ['din'] }])
  })

  test('who took a paragraph out that the other changed is asked', () => {
    expect(placesIn(mergeParagraphs('a\nb\nc', 'a\nc', 'a\nB\nc'))).toEqual([{ mine: [], theirs: ['B'] }])
  })
})

test('the caret stays by its words', () => {
  const place = 'en\nto'.length
  expect(placeAfter('en\nto\ntre', 'nul\nen\nto\ntre', place)).toBe('nul\nen\nto'.length)
  expect(placeAfter('en\nto\ntre', 'en\ntre', place)).toBe('en'.length)
})

const line = fc.constantFrom('', 'en', 'to', 'tre', 'fire', 'fem')
const lines = fc.array(line, { maxLength: 8 })
const own = (word: string) => fc.array(fc.oneof(line, fc.constantFrom(`${word} 1`, `${word} 2`)), { maxLength: 8 })
const joined = (all: string[]) => all.join('\n')
const plain = (given: string) => given.trim()

test('what one has left alone is the other’s, and who agree are not asked', () => {
  fc.assert(
    fc.property(lines.map(joined), lines.map(joined), (base, changed) => {
      expect(merged(base, changed, base)).toBe(plain(changed))
      expect(merged(base, base, changed)).toBe(plain(changed))
      expect(merged(base, changed, changed)).toBe(plain(changed))
    }),
    runs(300, 30_000),
  )
})

test('nothing that either wrote is lost, whatever both did: it is in the text, or it is asked about', () => {
  fc.assert(
    fc.property(lines, own('min'), own('din'), (base, mine, theirs) => {
      const parts = mergeParagraphs(joined(base), joined(mine), joined(theirs))
      const settledText = parts.flatMap((part: { lines?: string[] }) => part.lines ?? [])
      const places: Place[] = placesIn(parts)
      for (const written of mine.filter(one => one.startsWith('min')))
        expect([...settledText, ...places.flatMap(place => place.mine)]).toContain(written)
      for (const written of theirs.filter(one => one.startsWith('din')))
        expect([...settledText, ...places.flatMap(place => place.theirs)]).toContain(written)
      const both = textOfParts(
        parts,
        places.map(() => 'both'),
      )
      for (const written of [...mine, ...theirs].filter(one => /^(min|din)/.test(one))) expect(both).toContain(written)
    }),
    runs(300, 30_000),
  )
})

test('it does not matter who of them was first: the same places, seen from the other side', () => {
  fc.assert(
    fc.property(lines, own('min'), own('din'), (base, mine, theirs) => {
      const places: Place[] = placesIn(mergeParagraphs(joined(base), joined(mine), joined(theirs)))
      const turned: Place[] = placesIn(mergeParagraphs(joined(base), joined(theirs), joined(mine)))
      expect(turned.map(place => ({ mine: place.theirs, theirs: place.mine }))).toEqual(places)
    }),
    runs(300, 30_000),
  )
})
