import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canMove,
  clockTimes,
  type ItemFacts,
  inOrder,
  isLateCall,
  itemGaps,
  minutesOver,
  moved,
  noticeDay,
  type Placed,
  proposalDay,
  type StandingItem,
} from '../../src/features/meetings/meetings/agenda/agenda-rules.ts'
import { orderWanted } from '../../src/features/meetings/meetings/editor/line-rules.ts'
import { addDays, day, workdaysBetween } from '../../src/kernel/days.ts'

const rules = { noticeWorkdays: 4, proposalDeadlineWorkdays: 10 }
const standing: StandingItem[] = ['APPROVE_AGENDA', 'FOLLOW_UP', 'ANY_OTHER_BUSINESS', 'NEXT_MEETING']

/** An agenda with the standing items somewhere among ordinary ones. */
const agendas = fc
  .shuffledSubarray([...standing, ...Array<null>(6).fill(null)], { minLength: 1 })
  .map(list => list.map((kind, index): Placed => ({ id: index + 1, standing: kind })))

const item = (facts: Partial<ItemFacts> = {}): ItemFacts => ({
  position: 4,
  kind: 'DISCUSSION',
  standing: null,
  procedural: false,
  strategy: true,
  professionalDevelopment: false,
  coordination: false,
  recommendation: '',
  closed: false,
  closedReason: null,
  publicTitle: null,
  involvements: [],
  ...facts,
})

describe('deadlines', () => {
  test('four workdays of notice before a Thursday meeting reach back over the weekend', () => {
    expect(noticeDay(day('2026-11-26'), rules)).toBe('2026-11-20')
  })

  test('Easter does not count as notice', () => {
    // Easter 2026: Maundy Thursday 2 April to Easter Monday 6 April.
    expect(noticeDay(day('2026-04-08'), rules)).toBe('2026-03-30')
  })

  test('an agenda sent on the last day is in time, the day after it is late', () => {
    const meeting = day('2026-11-26')
    expect(isLateCall(meeting, rules, day('2026-11-20'))).toBe(false)
    expect(isLateCall(meeting, rules, day('2026-11-21'))).toBe(true)
  })

  test('the deadline for proposals never comes after the notice when the rules ask for more days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), offset => {
        const meeting = addDays(day('2024-01-01'), offset)
        expect(proposalDay(meeting, rules) <= noticeDay(meeting, rules)).toBe(true)
        expect(workdaysBetween(noticeDay(meeting, rules), meeting)).toBeGreaterThanOrEqual(rules.noticeWorkdays - 1)
      }),
    )
  })
})

describe('the order of items', () => {
  test('standing items keep their places whatever order is asked for', () => {
    fc.assert(
      fc.property(agendas, fc.integer({ min: 1, max: 12 }), fc.integer({ min: -1, max: 12 }), (items, id, place) => {
        const numbered = inOrder(items).map((item, index) => ({ ...item, position: index + 1 }))
        const kinds = orderWanted(numbered, new Map([[id, place]])).map(one => one.standing)
        const ordinary = kinds.flatMap((kind, index) => (kind === null ? [index] : []))
        const [first, last] = [Math.min(...ordinary, kinds.length), Math.max(...ordinary, -1)]
        for (const [index, kind] of kinds.entries()) {
          if (kind === 'APPROVE_AGENDA') expect(index).toBe(0)
          if (kind === 'FOLLOW_UP') expect(index).toBeLessThan(first)
          if (kind === 'NEXT_MEETING') expect(index).toBeGreaterThan(last)
          if (kind === 'ANY_OTHER_BUSINESS') expect(index).toBe(kinds.length - 1)
        }
      }),
    )
  })

  test('reordering and moving lose nothing and add nothing', () => {
    fc.assert(
      fc.property(
        agendas,
        fc.integer({ min: 1, max: 10 }),
        fc.constantFrom('up' as const, 'down' as const),
        (items, id, to) => {
          const ids = (list: Placed[]) => list.map(one => one.id).sort((one, other) => one - other)
          expect(ids(moved(items, id, to))).toEqual(ids(items))
          expect(ids(inOrder(items))).toEqual(ids(items))
        },
      ),
    )
  })

  test('up and then down is where one began', () => {
    fc.assert(
      fc.property(agendas.map(inOrder), fc.integer({ min: 1, max: 10 }), (items, id) => {
        if (canMove(items, id, 'up')) expect(moved(moved(items, id, 'up'), id, 'down')).toEqual(items)
      }),
    )
  })

  test('an item does not move past »Godkendelse af dagsorden«', () => {
    const items: Placed[] = [
      { id: 1, standing: 'APPROVE_AGENDA' },
      { id: 2, standing: null },
    ]
    expect(moved(items, 2, 'up')).toEqual(items)
    expect(canMove(items, 2, 'up')).toBe(false)
  })
})

describe('time', () => {
  test('clock times run on from the planned minutes', () => {
    expect(clockTimes('14:30', [5, 20])).toEqual([
      { from: '14:30', to: '14:35' },
      { from: '14:35', to: '14:55' },
    ])
  })

  test('an agenda that is too long says by how much', () => {
    expect(minutesOver('14:30', '15:00', [20, 25])).toBe(15)
    expect(minutesOver('14:30', '15:00', [20])).toBe(0)
  })
})

describe('what an item must have', () => {
  test('a complete item lacks nothing', () => {
    expect(itemGaps(item())).toEqual([])
  })

  test('an item serves one of the three tasks, unless it is procedural (R23, R58)', () => {
    expect(itemGaps(item({ strategy: false })).map(gap => gap.field)).toEqual(['tasks'])
    expect(itemGaps(item({ strategy: false, procedural: true }))).toEqual([])
  })

  test('a decision item has a recommendation', () => {
    expect(itemGaps(item({ kind: 'DECISION' }))[0]?.sentence).toBe(
      'Punkt 4 er et beslutningspunkt og mangler en indstilling.',
    )
  })

  test('a closed item says why, and what the public reads instead', () => {
    expect(itemGaps(item({ closed: true })).map(gap => gap.field)).toEqual(['closedReason', 'publicTitle'])
    expect(itemGaps(item({ closed: true, closedReason: 'Tavshedspligt', publicTitle: 'En ejendomshandel' }))).toEqual(
      [],
    )
  })

  test('an organisation that has not been heard needs a word on why (R32)', () => {
    const missing = { organisation: 'Børn- og Ungeforvaltningen', status: 'MISSING' as const }
    expect(itemGaps(item({ involvements: [{ ...missing, note: '' }] }))).toHaveLength(1)
    expect(itemGaps(item({ involvements: [{ ...missing, note: 'Høres efter mødet.' }] }))).toEqual([])
  })
})
