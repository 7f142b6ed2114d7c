import { expect, test } from 'vitest'
import type { ActorSeat } from '../../src/access/actor.ts'
import { namesAs, sourceFaults } from '../../src/features/ground/parties/people/naming-rules.ts'
import { day } from '../../src/kernel/days.ts'

const today = day('2026-03-12')
const seat = (facts: Partial<ActorSeat>): ActorSeat => ({
  id: 1,
  bodyId: 1,
  bodySlug: 'bestyrelsen',
  bodyKind: 'DECIDING_BODY',
  bodySide: null,
  role: 'CHAIR',
  side: 'HOUSING',
  organisationId: 7,
  ...facts,
})

test('one names as the organisation’s signatory, as the chair of its own deciding body, or else as a secretariat', () => {
  const signatory = { seats: [], authorisations: [{ kind: 'SIGNATORY' as const, organisationId: 7 }] }
  expect(namesAs(signatory, 7)).toBe('SIGNATORY')
  expect(namesAs(signatory, 8)).toBe('SECRETARIAT')
  const chair = (facts: Partial<ActorSeat>) => namesAs({ seats: [seat(facts)], authorisations: [] }, 7)
  expect(chair({})).toBe('CHAIR')
  expect(chair({ role: 'MEMBER' })).toBe('SECRETARIAT')
  expect(chair({ organisationId: 8 })).toBe('SECRETARIAT')
  expect(chair({ bodyKind: 'STRATEGY_GROUP' })).toBe('SECRETARIAT')
  const keeper = { seats: [], authorisations: [{ kind: 'MANDATE_KEEPER' as const, organisationId: 7 }] }
  expect(namesAs(keeper, 7)).toBe('SECRETARIAT')
})

test('the organisation’s own people need no source; a secretariat needs the body, its day and the document', () => {
  const none = { sourceBody: '', sourceDay: null, sourceDocument: '' }
  expect(sourceFaults('SIGNATORY', none, today)).toEqual([])
  expect(sourceFaults('CHAIR', none, today)).toEqual([])
  expect(sourceFaults('SECRETARIAT', none, today).map(({ field }) => field)).toEqual([
    'sourceBody',
    'sourceDay',
    'sourceDocument',
  ])
  const whole = { sourceBody: 'Bestyrelsen', sourceDay: today, sourceDocument: 'Protokol, punkt 3' }
  expect(sourceFaults('SECRETARIAT', whole, today)).toEqual([])
  expect(sourceFaults('SECRETARIAT', { ...whole, sourceDay: day('2026-03-13') }, today)[0]?.field).toBe('sourceDay')
})
