import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentForm, type LaterField } from '../../src/kernel/content-form.ts'
import { shortHash } from '../../src/kernel/hash.ts'

interface Content {
  place: string
  items: { title: string; closed: boolean }[]
}

const content = fc.record({
  place: fc.string(),
  items: fc.array(fc.record({ title: fc.string(), closed: fc.boolean() })),
})

const first = contentForm<Content>([])
const later: LaterField[] = [
  { form: 2, path: 'items.background', empty: '' },
  { form: 3, path: 'languages', empty: [] },
]
const third = contentForm<Content>(later)

test('what was sealed before a field came has the same seal afterwards, with the field empty or absent', () => {
  fc.assert(
    fc.property(content, sealed => {
      const stored = first.seal(sealed)
      expect(third.seal(sealed)).toBe(stored)
      const loadedNow = { ...sealed, languages: [], items: sealed.items.map(item => ({ ...item, background: '' })) }
      expect(third.seal(loadedNow)).toBe(stored)
      expect(third.complete(sealed)).toEqual(loadedNow)
    }),
  )
})

test('a word in the later field is another content, and its seal names the form that can say it', () => {
  const said = fc.tuple(content, fc.string({ minLength: 1 }), fc.nat())
  fc.assert(
    fc.property(said, ([sealed, background, at]) => {
      fc.pre(sealed.items.length > 0)
      const items = sealed.items.map((item, place) =>
        place === at % sealed.items.length ? { ...item, background } : item,
      )
      const seal = third.seal({ ...sealed, items })
      expect(seal).toMatch(/^2:[0-9a-f]{64}$/)
      expect(shortHash(seal)).toMatch(/^[0-9a-f]{12}$/)
      expect(third.seal({ ...sealed, items, ...{ languages: ['da'] } })).toMatch(/^3:[0-9a-f]{64}$/)
    }),
  )
})

test('sealing and completing leave what they are given as it was', () => {
  const given = { place: 'Rådhuset', items: [{ title: 'Budget', closed: false }] }
  const before = structuredClone(given)
  third.seal(given)
  third.complete(given)
  expect(given).toEqual(before)
})
