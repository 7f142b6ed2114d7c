import { expect, test } from 'vitest'
import { fold } from '../../src/kernel/fold.ts'

test('what is said alike is written alike', () => {
  expect(fold('Århus')).toBe(fold('AARHUS'))
  expect(fold('A\u030arhus')).toBe('aarhus')
  expect(fold('Sæby, Øster Ulslev')).toBe('saeby, oester ulslev')
  expect(fold('Idé à la Müller')).toBe('ide a la muller')
  expect(fold('radgivning')).not.toBe(fold('rådgivning'))
})
