import { expect, test } from 'vitest'
import { amountsIn } from '../../src/kernel/amounts.ts'

test('amounts of money are found as Danes write them', () => {
  const written = [
    '860.000 kr.',
    '1,5 mio. kr.',
    'kr. 500.000',
    '12 000 kroner',
    '150 t.kr.',
    '75.000,- kr.',
    '3 millioner kroner',
    '250 kr',
    'DKK 4.000',
  ]
  for (const amount of written) {
    expect(
      amountsIn(`Der bevilges ${amount} til indsatsen.`).map(one => one.replace(/\.$/, '')),
      amount,
    ).toEqual([amount.replace(/\.$/, '')])
  }
  expect(amountsIn('I 2027 860.000 kr., derefter 1 mio. kr.')).toEqual(['860.000 kr.', '1 mio. kr.'])
})

test('what is no money is none', () => {
  for (const text of [
    '25 % af boligerne i 2027',
    'jf. § 5',
    '24 boliger',
    '0 kr.',
    '1.200 krav',
    'den 1. marts',
    'kr.',
  ])
    expect(amountsIn(text), text).toEqual([])
})
