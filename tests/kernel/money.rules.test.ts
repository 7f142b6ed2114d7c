import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatKroner, kroner, kronerInText, oere, parseKroner } from '../../src/kernel/money.ts'

test('amounts are read as Danes write them', () => {
  expect(parseKroner('1.250.000,00')).toBe(125_000_000)
  expect(parseKroner('150000')).toBe(15_000_000)
  expect(parseKroner('40.000 kr.')).toBe(4_000_000)
  expect(parseKroner('12,5')).toBe(1250)
  expect(parseKroner('100,-')).toBe(10_000)
  expect(parseKroner('1.25')).toBeNull()
  expect(parseKroner('1,000')).toBeNull()
  expect(parseKroner('mange')).toBeNull()
})

test.each([
  ['kr. 150.000', 150_000],
  ['kr 150.000,00', 150_000],
  ['DKK 1.250,50', 1250.5],
  ['150.000,–', 150_000],
  ['150.000,-', 150_000],
  ['150.000.-', 150_000],
  ['150 000 kr.', 150_000],
  ['150\u00a0000', 150_000],
  ['1,5 mio', 1_500_000],
  ['1,5 mio. kr.', 1_500_000],
  ['1,5 millioner kroner', 1_500_000],
  ['0,375 mio.', 375_000],
  ['2 mia. kr.', 2_000_000_000],
  ['150 t.kr.', 150_000],
  ['150 tkr', 150_000],
  ['12,5 tusind kr.', 12_500],
  ['0,07', 0.07],
  ['−12,5', -12.5],
  ['100 kroner', 100],
])('%s is one amount', (typed, amount) => {
  expect(parseKroner(typed)).toBe(kroner(amount))
})

test.each([
  '1.25',
  '1,000',
  '1.5 mio',
  '1,000.00',
  '15 0000',
  '1.250 000',
  '150 t',
  '150k',
  'ca. 100',
  '100-200',
  '--5',
  '1 mio,-',
  '0,123456789 mio.',
  '',
  'kr.',
  '1,',
  '١٢',
])('»%s« is none, or could be several', typed => {
  expect(parseKroner(typed)).toBeNull()
})

test('millions and thousands are exact to the øre', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e11 }), amount => {
      const digits = String(amount).padStart(9, '0')
      expect(parseKroner(`${digits.slice(0, -8)},${digits.slice(-8)} mio. kr.`)).toBe(amount)
      expect(parseKroner(`kr. ${digits.slice(0, -5)},${digits.slice(-5)} t.kr.`)).toBe(amount)
    }),
  )
})

test('amounts are written with points and a comma', () => {
  expect(formatKroner(kroner(1_250_000))).toBe('1.250.000,00 kr.')
  expect(kronerInText(kroner(1_250_000))).toBe('1.250.000 kr.')
  expect(kronerInText(kroner(-100))).toBe('-100 kr.')
  expect(kronerInText(kroner(100.05))).toBe('100,05 kr.')
  expect(kronerInText(kroner(0))).toBe('0 kr.')
  expect(formatKroner(oere(-5))).toBe('-0,05 kr.')
})

test('what is written is read back as the same amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), amount => {
      expect(parseKroner(formatKroner(oere(amount)))).toBe(amount)
    }),
  )
})
