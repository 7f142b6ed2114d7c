import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type AgendaContent,
  type ContentItem,
  sealedAgenda,
} from '../../src/features/meetings/meetings/agenda/agenda-content.ts'
import { day } from '../../src/kernel/days.ts'

const item = (id: number, facts: Partial<ContentItem> = {}): ContentItem => ({
  id,
  position: id,
  title: `Punkt ${id}`,
  kind: 'DISCUSSION',
  standing: null,
  strategy: true,
  professionalDevelopment: false,
  coordination: false,
  procedural: false,
  caseNumber: null,
  caseTitle: null,
  summary: '',
  recommendation: '',
  presentation: '',
  effect: '',
  economy: '',
  closed: false,
  closedReason: null,
  publicTitle: null,
  presenter: null,
  guests: null,
  plannedMinutes: 10,
  carriedFromId: null,
  involvements: [],
  subjectAreas: [],
  attachments: [],
  ...facts,
})

const agenda = (...items: ContentItem[]): AgendaContent => ({
  meeting: {
    number: '2026-M07',
    body: 'Fælles boligstrategisk gruppe',
    form: 'ORDINARY',
    day: '2026-11-26',
    startsAt: '14:30',
    endsAt: '16:30',
    place: 'Rådhuset',
    note: '',
  },
  items: items.map((one, index) => ({ ...one, position: index + 1 })),
})

test('a frozen agenda reads back with the same hash, whatever the follow-ups were', () => {
  const content = agenda(item(1), item(2))
  const frozen = sealedAgenda.thaw(
    sealedAgenda.freeze({
      ...content,
      followUps: [{ text: 'Udsende årshjul', organisation: 'FAB', dueDay: day('2026-12-01'), closed: false }],
    }),
  )
  expect(sealedAgenda.hash(frozen)).toBe(sealedAgenda.hash(content))
  expect(frozen.followUps).toHaveLength(1)
})

test('any change of any text is another content (R31)', () => {
  const fields = ['title', 'summary', 'recommendation', 'presentation', 'effect', 'economy'] as const
  fc.assert(
    fc.property(fc.constantFrom(...fields), fc.string({ minLength: 1 }), (field, text) => {
      const before = agenda(item(1), item(2))
      const after = agenda(item(1), item(2, { [field]: `${item(2)[field]}${text}` }))
      expect(sealedAgenda.hash(after)).not.toBe(sealedAgenda.hash(before))
      expect(sealedAgenda.difference(before, after).items.map(one => one.mark)).toEqual(['same', 'changed'])
    }),
  )
})

test('new, changed and removed items are told apart', () => {
  const before = agenda(item(1), item(2), item(3))
  const after = agenda(item(1), item(3, { economy: '40.000 kr.', plannedMinutes: 20 }), item(4))
  const diff = sealedAgenda.difference(before, after)
  expect(diff.items.map(one => [one.id, one.mark])).toEqual([
    [1, 'same'],
    [3, 'changed'],
    [4, 'new'],
  ])
  expect(diff.items[1]?.fields).toEqual(['økonomi', 'varighed'])
  expect(diff.removed.map(one => one.id)).toEqual([2])
  expect(diff.reordered).toBe(false)
})

test('an item that only got another number is not changed, and another order is told', () => {
  const diff = sealedAgenda.difference(agenda(item(1), item(2)), agenda(item(2), item(1)))
  expect(diff.items.every(one => one.mark === 'same')).toBe(true)
  expect(diff.reordered).toBe(true)
  expect(diff.same).toBe(false)
})

test('an agenda differs in nothing from itself', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 30 })), ids => {
      const content = agenda(...ids.map(id => item(id)))
      const diff = sealedAgenda.difference(content, structuredClone(content))
      expect(diff).toMatchObject({ meeting: [], removed: [], reordered: false, same: true })
    }),
  )
})
