import { describe, expect, test } from 'vitest'
import { isOpenAction, isOverdueAction, noteOwed } from '../../src/features/strategy/plans/actions/action-rules.ts'
import { judgeMove } from '../../src/features/strategy/plans/moves/move-rules.ts'
import type { PlanContent, PlannedAction } from '../../src/features/strategy/plans/plan-content.ts'
import {
  carriedOver,
  lackingIn,
  nextKey,
  objectionsToAction,
  objectionsToPlan,
  withActionEdited,
  withoutAction,
} from '../../src/features/strategy/plans/plan-rules.ts'
import { day } from '../../src/kernel/days.ts'

// §5: what an action plan must say, what is begun next year with, and what becomes of actions under a new strategy.

const action = (given: Partial<PlannedAction> = {}): PlannedAction => ({
  key: 'h1',
  title: 'Beboermøder',
  text: '',
  goal: { key: 'm1', name: 'Mål 1.1: Tryghed' },
  side: 'HOUSING',
  organisation: { id: 1, name: 'En boligforening' },
  person: null,
  partners: '',
  area: null,
  deadline: day('2027-06-01'),
  from: null,
  followUpId: null,
  ...given,
})
const plan = (actions: PlannedAction[]): PlanContent => ({
  title: 'Handlingsplan 2027',
  year: 2027,
  strategy: { textId: 1, draftId: 1, slug: 'tryg-by', title: 'Tryg by', version: 1 },
  intro: '',
  actions,
})
const sentences = (content: PlanContent) => lackingIn(content).map(({ sentence }) => sentence)

describe('a plan', () => {
  test('lacks what its actions lack, each by its name', () => {
    expect(sentences(plan([]))).toEqual(['Handlingsplanen har ingen handlinger. Tilføj mindst én.'])
    expect(sentences(plan([action()]))).toEqual([])
    expect(sentences(plan([action(), action({ goal: null, deadline: null }), action({ organisation: null })]))).toEqual(
      [
        'Handling 2 (»Beboermøder«) mangler et mål i strategien og en frist.',
        'Handling 3 (»Beboermøder«) mangler en ansvarlig organisation.',
      ],
    )
  })

  test('is begun for this year or the next, within the strategy’s years, once a year', () => {
    const strategy = { title: 'Tryg by', from: day('2024-01-01'), to: day('2027-12-31') }
    const asked = { year: 2027, today: day('2026-11-30'), strategy, taken: false }
    const told = (given: Partial<Parameters<typeof objectionsToPlan>[0]>) =>
      objectionsToPlan({ ...asked, ...given })[0]?.sentence
    expect(told({})).toBeUndefined()
    expect(told({ year: 2028 })).toBe('Handlingsplanen gælder i år eller næste år: 2026 eller 2027.')
    expect(told({ today: day('2027-11-30'), year: 2028 })).toContain('gælder fra 2024 til 2027')
    expect(told({ taken: true })).toContain('Der er allerede en handlingsplan for 2027')
    expect(told({ strategy: null })).toContain('Vælg en strategi')
  })

  test('takes a day in its own year, and a person of the responsible organisation', () => {
    const told = objectionsToAction(
      { deadline: day('2026-06-01') },
      { year: 2027, person: { organisationId: 2 }, organisationId: 1 },
    )
    expect(told.map(({ field }) => field)).toEqual(['deadline', 'personId'])
  })

  test('gives no key twice, and an edit keeps where the action came from', () => {
    expect(nextKey([])).toBe('h1')
    expect(nextKey(['h1', 'h7', 'h3'])).toBe('h8')
    const { key, from, followUpId, ...said } = action({ title: 'Flere beboermøder' })
    const edited = withActionEdited(plan([action({ followUpId: 4 })]), 'h1', said)
    expect(edited?.actions[0]).toMatchObject({ key, title: 'Flere beboermøder', followUpId: 4, from })
    expect(followUpId).toBeNull()
    expect(withActionEdited(plan([]), 'h1', said)).toBeNull()
    expect(withoutAction(plan([action()]), 'h2')).toBeNull()
  })

  test('is begun with what was not done, each action under its goal where the strategy still has it', () => {
    const open = [
      { action: action({ key: 'h3' }), goalKey: 'm1' },
      { action: action({ key: 'h5', title: 'Lektiecafé' }), goalKey: 'm9' },
    ]
    const carried = carriedOver(open, { plan: 8, year: 2026 }, [{ key: 'm1', name: 'Mål 2.1: Tryghed' }])
    expect(carried).toMatchObject([
      { key: 'h1', goal: { name: 'Mål 2.1: Tryghed' }, deadline: null, from: { plan: 8, key: 'h3', year: 2026 } },
      { key: 'h2', goal: null, title: 'Lektiecafé' },
    ])
  })
})

describe('an action', () => {
  test('is open until it is carried out, given up or gone on with in a later plan', () => {
    const open = (state: Parameters<typeof isOpenAction>[0]['state'], carried = false) =>
      isOpenAction({ state, carried })
    expect([open('NOT_STARTED'), open('IN_PROGRESS')]).toEqual([true, true])
    expect([open('DONE'), open('GIVEN_UP'), open('IN_PROGRESS', true)]).toEqual([false, false, false])
  })

  test('is overdue from the day after its last one', () => {
    const one = { state: 'IN_PROGRESS', carried: false, deadline: day('2026-11-30') } as const
    expect(isOverdueAction(one, day('2026-11-30'))).toBe(false)
    expect(isOverdueAction(one, day('2026-12-01'))).toBe(true)
    expect(isOverdueAction({ ...one, state: 'DONE' }, day('2026-12-01'))).toBe(false)
  })

  test('is given up with a reason', () => {
    expect(noteOwed('GIVEN_UP', 'handlingen')).toBe('Skriv, hvorfor handlingen er opgivet.')
    expect(noteOwed('DONE', 'handlingen')).toBeNull()
  })
})

describe('an open action under a new version of the strategy', () => {
  const of = { field: 'moves[p1h1]', title: 'Beboermøder', goals: [{ key: 'm2', name: 'Mål 1.2: Naboskab' }] }
  const judge = (fate: Parameters<typeof judgeMove>[0]['fate'], goal = '', reason = '') =>
    judgeMove({ fate, goal, reason }, of)

  test('is moved to one of its goals', () => {
    expect(judge('MOVED', 'm2')).toMatchObject({ kind: 'move', goal: { name: 'Mål 1.2: Naboskab' } })
    expect(judge('MOVED', 'm1')).toMatchObject({ faults: [{ field: 'moves[p1h1][goal]' }] })
  })

  test('is kept or closed with a reason', () => {
    expect(judge('KEPT', '', 'Den er næsten færdig.')).toMatchObject({ kind: 'move', goal: null })
    for (const fate of ['KEPT', 'CLOSED'] as const)
      expect(judge(fate)).toMatchObject({ faults: [{ field: 'moves[p1h1][reason]' }] })
  })

  test('stays open where nothing is chosen, and words are not dropped in silence', () => {
    expect(judge(null)).toEqual({ kind: 'nothing' })
    expect(judge(null, '', 'Den er næsten færdig.')).toMatchObject({ faults: [{ field: 'moves[p1h1][fate]' }] })
  })
})
