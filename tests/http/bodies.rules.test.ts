import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodyOf, Unreadable } from '../../src/http/forms/bodies.ts'
import { typed } from '../../src/http/forms/forms.ts'
import { runs } from '../support/runs.ts'

test('a field sent once is a text, sent again it is a list', () => {
  expect(bodyOf([['title', 'Tryghed']])).toEqual({ title: 'Tryghed' })
  const twice = [
    ['areaIds', '1'],
    ['areaIds', '2'],
  ] as const
  expect(bodyOf(twice)).toEqual({ areaIds: ['1', '2'] })
  expect(bodyOf([['areaIds[]', '1'], ...twice])).toEqual({ areaIds: ['1', '1', '2'] })
})

test('letters are whole: a letter and a ring is å', () => {
  expect(bodyOf([['name', 'Bolig\u2009A\u030arhus cafe\u0301']])).toEqual({ name: 'Bolig\u2009Århus café' })
  expect(
    bodyOf([
      ['rows[0][name]', 'a\u030a'],
      ['ids', 'a\u030a'],
      ['ids', 'o'],
    ]),
  ).toEqual({ rows: [{ name: 'å' }], ids: ['å', 'o'] })
})

test('rows keep the order of their numbers, without gaps; other names stay names', () => {
  const fields = [
    ['rows[7][amount]', '70'],
    ['rows[2][amount]', '20'],
    ['rows[2][legal]', 'ja'],
    ['spent[m4]', '5'],
    ['involvements[o3][status]', 'HEARD'],
  ] as const
  expect(bodyOf(fields)).toEqual({
    rows: [{ amount: '20', legal: 'ja' }, { amount: '70' }],
    spent: { m4: '5' },
    involvements: { o3: { status: 'HEARD' } },
  })
})

test('a name that objects have of their own, or that no form has, makes the body unreadable', () => {
  const names = ['name[toString]', '__proto__', 'a[__proto__]', 'constructor', 'constructor[prototype]', 'a[valueOf]']
  names.push('hasOwnProperty', '', '[a]', 'a[b', 'a]b', 'a[][b]', 'a[b][c][d]', 'a[99999]', 'a b', 'a\u0000', 'å')
  for (const name of names) expect(() => bodyOf([[name, 'x']]), name).toThrow(Unreadable)
})

test('a field that is both a text and rows makes it unreadable, whichever comes first', () => {
  const text = ['version', '1'] as const
  const row = ['version[a]', '1'] as const
  expect(() => bodyOf([text, row])).toThrow(Unreadable)
  expect(() => bodyOf([row, text])).toThrow(Unreadable)
})

test('whatever is sent, a body holds nothing but texts, lists and rows of its own, or is unreadable', () => {
  const part = fc.constantFrom('a', 'b', '0', '1', 'toString', '__proto__', 'constructor', 'length', '')
  const name = fc
    .tuple(part, fc.array(part, { maxLength: 3 }))
    .map(([one, more]) => one + more.map(p => `[${p}]`).join(''))
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.string()), { maxLength: 12 }), fields => {
      let body: unknown
      try {
        body = bodyOf(fields)
      } catch (fault) {
        return fault instanceof Unreadable
      }
      // Nothing that prints or counts it stumbles.
      JSON.stringify(body)
      return fields.every(([sent]) => String(typed({ values: body as Record<string, unknown> }, sent)) !== undefined)
    }),
    runs(300, 20_000),
  )
  expect(({} as Record<string, unknown>).a).toBeUndefined()
})
