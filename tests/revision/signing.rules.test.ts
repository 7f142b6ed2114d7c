import { describe, expect, test } from 'vitest'
import {
  inForceFrom,
  releaseOf,
  releaseSentence,
  requiredToSign,
  type SigningOrganisation,
  unboundAmong,
} from '../../src/features/agreement/revision/signing/signing-rules.ts'
import {
  addendumOver,
  addendumStatus,
  goesOver,
  inTheWayOfDeclining,
} from '../../src/features/ground/parties/organisations/addendum-rules.ts'
import { day, instant } from '../../src/kernel/days.ts'

const today = day('2026-11-25')
const organisation = (id: number, given: Partial<SigningOrganisation> = {}): SigningOrganisation => ({
  id,
  name: `Organisation ${id}`,
  kind: 'HOUSING_ORGANISATION',
  side: 'HOUSING',
  parentId: null,
  successorId: null,
  position: id,
  from: day('2011-05-01'),
  to: null,
  ...given,
})
const municipality = organisation(20, { kind: 'MUNICIPALITY', side: 'MUNICIPALITY' })
const department = organisation(21, { kind: 'DEPARTMENT', side: 'MUNICIPALITY', parentId: 20 })

describe('the set that must sign', () => {
  test('is the housing side’s own and the departments, not associations, externals or those who left (R97, R98)', () => {
    const all = [
      municipality,
      department,
      organisation(2),
      organisation(1, { kind: 'ADMINISTRATOR' }),
      organisation(3, { kind: 'ASSOCIATION' }),
      organisation(4, { kind: 'EXTERNAL', side: null }),
      organisation(5, { to: day('2026-11-24') }),
      organisation(6, { from: day('2026-11-26') }),
    ]
    expect(requiredToSign(all, today).map(({ id }) => id)).toEqual([1, 2, 21])
  })

  test('has the municipality itself only when it has no departments', () => {
    expect(requiredToSign([municipality, organisation(1)], today).map(({ id }) => id)).toEqual([1, 20])
  })

  test('is bound by a row of its own or of its municipality', () => {
    expect(unboundAmong([organisation(1), department], [20])).toEqual([organisation(1)])
    expect(unboundAmong([organisation(1), department], [1, 21])).toEqual([])
  })
})

describe('one who must sign', () => {
  const release = (...organisations: SigningOrganisation[]) => releaseOf(1, organisations, today)

  test('is waited for while it is there', () => {
    expect(release(organisation(1), organisation(2))).toBeNull()
    expect(release(organisation(1, { to: today, successorId: 2 }), organisation(2))).toBeNull()
  })

  test('is signed for by its successor when it has merged', () => {
    const merged = organisation(1, { to: day('2026-10-31'), successorId: 2 })
    const found = release(merged, organisation(2))
    expect(found).toEqual({ why: 'MERGED', on: '2026-10-31', successorId: 2, successor: 'Organisation 2' })
    expect(found && releaseSentence(found)).toContain('Sammenlagt med Organisation 2 den 31. oktober 2026.')
  })

  test('is not asked when it has left, also when its successors have', () => {
    expect(release(organisation(1, { to: day('2026-10-31') }))).toEqual({ why: 'LEFT', on: '2026-10-31' })
    const chain = [
      organisation(1, { to: day('2026-09-30'), successorId: 2 }),
      organisation(2, { to: day('2026-10-31'), successorId: 1 }),
    ]
    expect(release(...chain)?.why).toBe('LEFT')
  })
})

test('a version is in force from its last signature or the day agreed upon, whichever is later', () => {
  expect(inForceFrom(null, today)).toBe(today)
  expect(inForceFrom(day('2027-01-01'), today)).toBe('2027-01-01')
  expect(inForceFrom(day('2026-01-01'), today)).toBe(today)
})

test('an addendum is in force when the organisation and both secretariats have signed, from its day', () => {
  const one = { capacity: 'ORGANISATION' as const, day: day('2026-11-01') }
  const two = { capacity: 'HOUSING' as const, day: day('2026-11-03') }
  const three = { capacity: 'MUNICIPALITY' as const, day: day('2026-11-02') }
  const effectiveOn = day('2026-11-02')
  expect(addendumStatus({ effectiveOn, today, signatures: [one, two] })).toEqual({
    state: 'UNSIGNED',
    missing: ['MUNICIPALITY'],
  })
  expect(addendumStatus({ effectiveOn, today, signatures: [one, two, three] })).toEqual({
    state: 'IN_FORCE',
    from: '2026-11-03',
  })
  expect(addendumStatus({ effectiveOn: day('2027-01-01'), today, signatures: [one, two, three] }).state).toBe(
    'AWAITS_DAY',
  )
})

const stood = { droppedAt: null, declinedAt: null }

test('an addendum goes over to a later version for as long as it does not hold when the signers are fixed', () => {
  const fixedOn = day('2026-06-18')
  expect(goesOver({ ...stood, from: null }, fixedOn)).toBe(true)
  expect(goesOver({ ...stood, from: day('2026-06-19') }, fixedOn)).toBe(true)
  expect(goesOver({ ...stood, from: fixedOn }, fixedOn)).toBe(false)
  const at = instant('2026-05-01T09:00:00.000Z')
  expect(goesOver({ ...stood, droppedAt: at, from: null }, fixedOn)).toBe(false)
  expect(goesOver({ ...stood, declinedAt: at, from: null }, fixedOn)).toBe(false)
})

test('an addendum is declined by an organisation that has not signed it, once, while it stands', () => {
  const at = instant('2026-05-01T09:00:00.000Z')
  const own = { ...stood, organisation: 'FAB', signed: [] }
  expect(inTheWayOfDeclining(own)).toBeNull()
  expect(inTheWayOfDeclining({ ...own, signed: ['HOUSING', 'MUNICIPALITY'] })).toBeNull()
  expect(inTheWayOfDeclining({ ...own, signed: ['ORGANISATION'] })?.sentence).toBe(
    'FAB har underskrevet tillægget. Derfor kan det ikke afvises.',
  )
  expect(inTheWayOfDeclining({ ...own, droppedAt: at })?.sentence).toBe('Tillægget er annulleret.')
  expect(inTheWayOfDeclining({ ...own, declinedAt: at })?.sentence).toBe('FAB har allerede afvist tillægget.')
  expect(inTheWayOfDeclining({ ...own, declinedAt: at, droppedAt: at })?.sentence).toBe('Tillægget er annulleret.')
})

test('one that was declined or given up is not signed', () => {
  const at = instant('2026-05-01T09:00:00.000Z')
  expect(addendumOver(stood, 'FAB')).toBeNull()
  expect(addendumOver({ ...stood, declinedAt: at }, 'FAB')?.sentence).toBe(
    'FAB har afvist tillægget, så det kan ikke underskrives.',
  )
  expect(addendumOver({ ...stood, droppedAt: at }, 'FAB')?.sentence).toBe('Tillægget er annulleret.')
})
