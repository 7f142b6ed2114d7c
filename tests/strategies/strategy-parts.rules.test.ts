import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameInText } from '../../src/features/strategy/strategies/parts/part-names.ts'
import {
  freeKey,
  keysOf,
  type Part,
  partOf,
  withoutPart,
  withPart,
  withPartEdited,
  withPartMoved,
} from '../../src/features/strategy/strategies/parts/strategy-parts.ts'
import type { StrategyContent } from '../../src/features/strategy/strategies/strategy-content.ts'
import { runs } from '../support/runs.ts'
import { content, measured } from './content.ts'

const goal = (key: string) => ({ key, title: key, text: '', targets: [] })
const two = (): StrategyContent => {
  const [first] = content().stars
  const second = { key: 'p2', title: 'To', text: '', goals: [goal('m2')] }
  return content({ stars: [...(first ? [first] : []), second] })
}

describe('the parts of a text', () => {
  test('stand last among their own when they are added, under what they belong to', () => {
    const more = withPart(two(), 'p2', goal('m3'))
    expect(more?.stars[1]?.goals.map(({ key }) => key)).toEqual(['m2', 'm3'])
    expect(withPart(two(), 'm2', measured({ key: 'd9' }))?.stars[1]?.goals[0]?.targets).toHaveLength(1)
    expect(withPart(two(), 'p9', goal('m3'))).toBeNull()
    // A target stands under a goal, not under a star.
    expect(withPart(two(), 'p1', measured({ key: 'd9' }))).toBeNull()
  })

  test('keep what stands under them when they are written anew, also under another', () => {
    const edited = withPartEdited(two(), 'm1', { title: 'Nyt navn', text: 'x' }, 'p1')
    expect(edited?.stars[0]?.goals[0]).toMatchObject({
      key: 'm1',
      title: 'Nyt navn',
      targets: [{ key: 'd1' }, { key: 'd2' }],
    })
    const moved = withPartEdited(two(), 'm1', { title: 'Nyt navn', text: 'x' }, 'p2')
    expect(moved?.stars.map(({ goals }) => goals.map(({ key }) => key))).toEqual([[], ['m2', 'm1']])
    expect(moved?.stars[1]?.goals[1]?.targets).toHaveLength(2)
    expect(withPartEdited(two(), 'm1', { title: 'x', text: '' }, 'p9')).toBeNull()
  })

  test('of a target nothing stays that the other kind has', () => {
    const { measure: _, ...terms } = { measure: '', key: '', title: 'I ord', text: 'x', year: 2028, owner: null }
    const edited = withPartEdited(content(), 'd1', { ...terms, measure: 'QUALITATIVE' }, 'm1')
    expect(edited?.stars[0]?.goals[0]?.targets[0]).toEqual({ ...terms, measure: 'QUALITATIVE', key: 'd1' })
  })

  test('are moved one place among their own, and no further', () => {
    expect(withPartMoved(two(), 'p2', 'UP')?.stars.map(({ key }) => key)).toEqual(['p2', 'p1'])
    expect(withPartMoved(two(), 'p1', 'UP')).toBeNull()
    expect(withPartMoved(two(), 'd2', 'DOWN')).toBeNull()
  })

  test('go with all that stands under them', () => {
    expect(withoutPart(two(), 'p1')).toMatchObject({ stars: [{ key: 'p2' }] })
    expect(withoutPart(two(), 'd9')).toBeNull()
  })

  test('are called by the numbers that the document prints', () => {
    const text = withPart(two(), 'm2', measured({ key: 'd9' })) ?? two()
    expect(['a1', 'p2', 'm2', 'd9'].map(key => nameInText(text, key))).toEqual([
      'Afsnit 1',
      'Pejlemærke 2',
      'Mål 2.1',
      'Delmål 2.1.1',
    ])
  })

  test('never get a key that was given before, whatever is done with them', () => {
    const act = fc.record({
      kind: fc.constantFrom('section', 'star', 'goal', 'target'),
      remove: fc.nat(),
      adds: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), acts => {
        let now = two()
        const ever = new Set(keysOf(now))
        for (const { kind, remove, adds } of acts) {
          if (adds) {
            const key = freeKey(kind as never, [...ever])
            expect(ever.has(key)).toBe(false)
            const owner = kind === 'goal' ? now.stars[0]?.key : kind === 'target' ? now.stars[0]?.goals[0]?.key : null
            const part = { key, title: '', text: '', goals: [], targets: [] } as unknown as Part
            const more = owner === undefined ? null : withPart(now, owner, part)
            if (!more) continue
            now = more
            ever.add(key)
          } else {
            const keys = keysOf(now)
            now = withoutPart(now, keys[remove % (keys.length || 1)] ?? '') ?? now
          }
          const keys = keysOf(now)
          expect(new Set(keys).size).toBe(keys.length)
          expect(keys.every(key => partOf(now, key)?.part.key === key)).toBe(true)
        }
      }),
      runs(60, 5000),
    )
  })
})
