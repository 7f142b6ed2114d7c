import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatKroner, kroner, oere, parseKroner } from '../../src/kernel/money.ts'

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

test('amounts are written with points and a comma', () => {
  expect(formatKroner(kroner(1_250_000))).toBe('1.250.000,00 kr.')
  expect(formatKroner(oere(-5))).toBe('-0,05 kr.')
})

test('what is written is read back as the same amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), amount => {
      expect(parseKroner(formatKroner(oere(amount)))).toBe(amount)
    }),
  )
})
