import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  changedMeanwhile,
  judgeSignOff,
  neededSides,
  type SignOffFacts,
  signedSides,
  signOffStatus,
  unsignedSides,
  voidedSentence,
} from '../../src/features/ground/sealed/sign-off-rules.ts'

const joint = { side: null }
const given = (side: SignOffFacts['side'], hash: string, voidedAt: string | null = null) => ({ side, hash, voidedAt })
const ask = (facts: Partial<Parameters<typeof judgeSignOff>[0]> = {}) =>
  judgeSignOff({ side: 'HOUSING', of: joint, shownHash: 'a', currentHash: 'a', signOffs: [], ...facts })

describe('who signs off', () => {
  test('both secretariats for the joint group, its own for a side’s body', () => {
    expect(neededSides(joint)).toEqual(['HOUSING', 'MUNICIPALITY'])
    expect(neededSides({ side: 'MUNICIPALITY' })).toEqual(['MUNICIPALITY'])
  })

  test('the first sign-off is not complete, the second is', () => {
    expect(ask()).toEqual({ allowed: true, complete: false })
    expect(ask({ signOffs: [given('MUNICIPALITY', 'a')] })).toEqual({ allowed: true, complete: true })
  })

  test('nobody signs off for the other side’s own body, or without a secretariat', () => {
    expect(ask({ of: { side: 'MUNICIPALITY' } })).toMatchObject({ allowed: false })
    expect(ask({ side: null })).toMatchObject({ allowed: false })
  })

  test('a secretariat signs the same content off once', () => {
    expect(ask({ signOffs: [given('HOUSING', 'a')] })).toMatchObject({ allowed: false })
  })
})

describe('the same content', () => {
  test('a sign-off of something else than what stands is refused', () => {
    expect(ask({ shownHash: 'b' })).toEqual({ allowed: false, objection: { sentence: changedMeanwhile } })
  })

  test('sign-offs of two different contents never add up', () => {
    const signOffs = [given('HOUSING', 'a'), given('MUNICIPALITY', 'b')]
    expect(unsignedSides(joint, signOffs, 'a')).toEqual(['MUNICIPALITY'])
    expect(unsignedSides(joint, signOffs, 'b')).toEqual(['HOUSING'])
  })

  test('complete only when every needed side has an unvoided sign-off of that very hash', () => {
    const signOff = fc.record({
      side: fc.constantFrom('HOUSING' as const, 'MUNICIPALITY' as const),
      hash: fc.constantFrom('a', 'b'),
      voidedAt: fc.constantFrom(null, '2026-01-01T00:00:00.000Z'),
    })
    fc.assert(
      fc.property(fc.array(signOff), signOffs => {
        const counts = (side: string) => signOffs.some(one => one.side === side && one.hash === 'a' && !one.voidedAt)
        const complete = unsignedSides(joint, signOffs, 'a').length === 0
        expect(complete).toBe(counts('HOUSING') && counts('MUNICIPALITY'))
        const verdict = ask({ signOffs })
        if (verdict.allowed) expect(verdict.complete).toBe(counts('MUNICIPALITY'))
        else expect(counts('HOUSING')).toBe(true)
      }),
    )
  })
})

describe('what an edit did', () => {
  test('both are void, and it says which item', () => {
    expect(voidedSentence(2, 'punkt 4 er ændret')).toBe('Begge godkendelser er bortfaldet, fordi punkt 4 er ændret.')
  })

  test('one, or none', () => {
    expect(voidedSentence(1, 'punkt 4 er ændret')).toBe('Godkendelsen er bortfaldet, fordi punkt 4 er ændret.')
    expect(voidedSentence(0, 'punkt 4 er ændret')).toBeNull()
  })

  test('the status names whom it waits for', () => {
    expect(signOffStatus(joint, signedSides([given('HOUSING', 'a')], 'a'))).toBe('Afventer kommunens sekretariat.')
    expect(signOffStatus(joint, ['HOUSING', 'MUNICIPALITY'])).toBe('Begge sekretariater har godkendt.')
  })
})
