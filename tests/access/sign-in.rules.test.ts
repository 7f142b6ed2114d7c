import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalEmail, placeOf } from '../../src/access/sign-in-rules.ts'
import { runs } from '../support/runs.ts'

test.each([
  ' inga@demo.example',
  'Inga@Demo.Example ',
  'inga@demo.example\t\r\n',
  'in\u200bga@demo.example',
  'inga\u00ad@demo.example',
  '\ufeffinga@demo.example',
  'inga@demo\u2060.example',
  '\u202einga@demo.example\u202c',
  'inga @demo.example',
  '\u00a0inga@demo.example\u3000',
  'inga@demo.example\u0000',
])('%j is the e-mail inga@demo.example', typed => {
  expect(normalEmail(typed)).toBe('inga@demo.example')
})

test('an å is the same as one letter and as an a with a ring', () => {
  expect(normalEmail('A\u030age@demo.example')).toBe('åge@demo.example')
  expect(normalEmail('ÅGE@demo.example')).toBe('åge@demo.example')
})

test('a normal form is its own normal form, and signs that are not seen change nothing', () => {
  const unseen = fc.constantFrom(' ', '\u200b', '\u00ad', '\ufeff', '\u0000', '\t', '\u2066', '\ufe0f')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), unseen, fc.nat(40), (text, sign, at) => {
      const once = normalEmail(text)
      return normalEmail(once) === once && normalEmail(once.slice(0, at) + sign + once.slice(at)).length <= once.length
    }),
    runs(300, 20_000),
  )
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::FFFF:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002:ffff::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  [undefined, ''],
])('tries from %s are counted at %s', (address, place) => {
  expect(placeOf(address)).toBe(place)
})
