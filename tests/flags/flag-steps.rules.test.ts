import { describe, expect, test } from 'vitest'
import { acknowledgeBy, guard, lastOverdue, whyNotJoinable } from '../../src/features/strategy/flags/flag-rules.ts'
import { flagState } from '../../src/features/strategy/flags/flag-states.ts'
import { type FlagFacts, flagWay } from '../../src/features/strategy/flags/flag-steps.ts'
import { flagStepsPage } from '../../src/features/strategy/flags/flag-steps-page.ts'
import { fateOf } from '../../src/features/strategy/flags/item-fate.ts'
import { day } from '../../src/kernel/days.ts'

const today = day('2026-03-02')
const facts = (given: Partial<FlagFacts> = {}): FlagFacts => ({
  ...{ state: 'ACKNOWLEDGED', isOwn: false, item: null, until: null, today, notJoinable: null },
  ...given,
})
const toldOf = (step: Parameters<typeof flagWay.judge>[0], given: Partial<FlagFacts>) => {
  const verdict = flagWay.judge(step, facts(given))
  return verdict.allowed ? [] : verdict.objections.map(({ sentence }) => sentence)
}

describe('R39: the way of a flag', () => {
  test('nothing is done with it before the other side has acknowledged it', () => {
    for (const step of ['PUT_ON_AGENDA', 'FOLLOW', 'ASSESS', 'START_INITIATIVE', 'DECLINE', 'JOIN'] as const)
      expect(toldOf(step, { state: 'NEW' })[0], step).toMatch(/^Påpegningen har status »Ny, afventer kvittering«/)
  })

  test('an assessment and an initiative come of an item that a meeting has treated', () => {
    expect(toldOf('ASSESS', { state: 'ON_AGENDA', item: 'TREATED' })).toEqual([])
    for (const item of ['AWAITS', 'GONE', null] as const)
      expect(toldOf('ASSESS', { state: 'ON_AGENDA', item }), String(item)).toHaveLength(1)
    expect(toldOf('START_INITIATIVE', { state: 'ACKNOWLEDGED' })).toHaveLength(1)
  })

  test('while an item waits for its meeting, nothing else is decided of it', () => {
    for (const step of ['FOLLOW', 'DECLINE', 'PUT_ON_AGENDA'] as const) {
      expect(toldOf(step, { state: 'ON_AGENDA', item: 'AWAITS' }), step).toHaveLength(1)
      expect(toldOf(step, { state: 'ON_AGENDA', item: 'GONE' }), step).toEqual([])
    }
  })

  test('it is followed until a day that is to come, within two years', () => {
    expect(toldOf('FOLLOW', { until: day('2026-03-03') })).toEqual([])
    expect(toldOf('FOLLOW', { until: today })).toEqual(['Vælg en dag efter i dag.'])
    expect(toldOf('FOLLOW', { until: day('2028-03-03') })).toHaveLength(1)
  })

  test('only its own flagger corrects it', () => {
    expect(toldOf('CORRECT', { state: 'NEW', isOwn: true })).toEqual([])
    expect(toldOf('CORRECT', { state: 'NEW' })).toEqual(['Kun den, der har påpeget stedet, kan rette påpegningen.'])
  })

  test('no way leads out of it but an outcome, and every outcome can be taken up again', () => {
    for (const state of ['ASSESSED', 'INITIATIVE', 'DECLINED', 'JOINED'] as const)
      expect(flagWay.transitionsFrom(state).map(({ step }) => step)).toEqual(['REOPEN'])
  })
})

test('what is followed until a day comes back by itself on that day', () => {
  const last = { kind: 'FOLLOW' as const, until: day('2026-03-03') }
  expect(flagState(last, today)).toBe('FOLLOWED')
  expect(flagState(last, day('2026-03-03'))).toBe('RETURNED')
  expect(flagState(null, today)).toBe('NEW')
})

test('the other side acknowledges within five workdays, past Easter', () => {
  expect(acknowledgeBy(day('2026-03-31'))).toBe('2026-04-10')
  expect(lastOverdue(day('2026-04-10'))).toBe('2026-03-30')
  expect(lastOverdue(day('2026-04-13'))).toBe('2026-03-31')
})

test('an item that is postponed waits; one that is sent back, withdrawn or cancelled is none any more', () => {
  const item = { removed: false, cancelled: false }
  expect(fateOf({ ...item, outcome: null })).toBe('AWAITS')
  expect(fateOf({ ...item, outcome: 'POSTPONED' })).toBe('AWAITS')
  expect(fateOf({ ...item, outcome: 'SENT_BACK' })).toBe('GONE')
  expect(fateOf({ ...item, outcome: 'DISCUSSED' })).toBe('TREATED')
  expect(fateOf({ ...item, cancelled: true, outcome: null })).toBe('GONE')
})

test('flags are joined that are open and of one place and theme', () => {
  const one = { id: 1, place: 'omraade-1', theme: 'SAFETY' }
  expect(whyNotJoinable(one, { ...one, id: 2, isOpen: true })).toBeNull()
  expect(whyNotJoinable(one, { ...one, id: 2, isOpen: false })).toContain('afsluttet')
  expect(whyNotJoinable(one, { ...one, id: 2, theme: 'HEALTH', isOpen: true })).toContain('samme tema')
  expect(whyNotJoinable(one, { ...one, isOpen: true })).toContain('sig selv')
})

describe('no resident can be recognised', () => {
  const told = (text: string, namesArePlaces = false) =>
    guard({ field: 'reason', text, namesArePlaces }, [
      'Skt. Klemensparken',
      'Boligforeningen Højstrup',
      'Hans Mules Gade',
    ])

  test.each([
    ['Jens Hansen i opgang 4 larmer', '»Jens Hansen«'],
    ['Der er klaget over Fatima Al-Sayed flere gange', '»Fatima Al-Sayed«'],
    ['Vi er kontaktet af familien Øvergaard', '»Øvergaard«'],
    ['Problemet er i Birkevej 12, 3. tv.', '»12, 3. tv.«'],
    ['Ifølge Anne-Marie K. Sørensen er det blevet værre', '»Anne-Marie K. Sørensen«'],
  ])('»%s« is stopped', (text, named) => {
    const { objections } = told(text)
    expect(objections[0]?.sentence).toContain(named)
    expect(objections[0]?.sentence).toContain('sæt kryds')
  })

  test.each([
    'Boligforeningen Højstrup har set flere fraflytninger i Skt. Klemensparken',
    'Unge mødes ved Hans Mules Gade om aftenen',
    'Flere beboere føler sig utrygge. Politiet er enigt.',
    'Fra Tarup Skole meldes om mere fravær. Byens Kommune følger det.',
    'Beboerne siger, at lyset mangler. Naboerne klager over støj.',
    'Den 3. marts 2026 talte vi 12 fraflytninger',
  ])('»%s« names nobody', text => {
    expect(told(text)).toEqual({ objections: [], names: [] })
  })

  test('whoever says that the names are places goes on, and the portal keeps which they were', () => {
    expect(told('Ved Karen Blixens Plads er der mørkt', true)).toEqual({
      objections: [],
      names: ['Karen Blixens Plads'],
    })
  })

  test('a CPR number is refused whatever is said of it', () => {
    expect(told('Drejer sig om 010190-1234', true).objections).toHaveLength(1)
  })
})

test('docs/flag-steps.md is the table of steps', async () => {
  await expect(flagStepsPage()).toMatchFileSnapshot('../../docs/flag-steps.md')
})
