import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { oneTimeCode, refuseToDisable } from '../../src/features/ground/accounts/account-rules.ts'

const counting = () => {
  let next = 0
  return (bytes: number) => Uint8Array.from({ length: bytes }, () => (next++ * 7) % 256)
}

test('a one-time password has four groups of five signs that are read out without doubt', () => {
  expect(oneTimeCode(counting())).toMatch(/^[a-hjkmnp-z2-9]{5}(-[a-hjkmnp-z2-9]{5}){3}$/)
})

test('every sign of a one-time password is equally likely', () => {
  const seen = new Map<string, number>()
  for (let round = 0; round < 2000; round += 1) {
    for (const sign of oneTimeCode(randomBytes).replaceAll('-', '')) seen.set(sign, (seen.get(sign) ?? 0) + 1)
  }
  expect(seen.size).toBe(31)
  // 40,000 signs: about 1,290 of each, with a deviation of 35. Without the top end thrown away, eight signs would be
  // an eighth more frequent than the others.
  for (const times of seen.values()) expect(Math.abs(times - 1290)).toBeLessThan(250)
})

const account = { personId: 7, administrator: false, disabled: false }

test('nobody closes their own account', () => {
  expect(() => refuseToDisable(account, { personId: 7, administratorsLeft: 2 })).toThrow('din egen konto')
})

test('the last system administrator is not shut out', () => {
  const last = { ...account, administrator: true }
  expect(() => refuseToDisable(last, { personId: 1, administratorsLeft: 0 })).toThrow('mindst én systemadministrator')
  expect(() => refuseToDisable(last, { personId: 1, administratorsLeft: 1 })).not.toThrow()
})

test('a closed account is not closed again', () => {
  expect(() => refuseToDisable({ ...account, disabled: true }, { personId: 1, administratorsLeft: 1 })).toThrow(
    'allerede',
  )
})
