import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type MinutedItem,
  type MinutesContent,
  type MinutesReader,
  minutesFor,
  sealedMinutes,
} from '../../src/features/decisions/minutes/document/minutes-content.ts'
import { day } from '../../src/kernel/days.ts'

const secret = 'hemmelig'
const item = (facts: Partial<MinutedItem> = {}): MinutedItem => ({
  id: 1,
  position: 1,
  title: `Køb af grund, ${secret}`,
  kind: 'DECISION',
  plannedKind: null,
  caseNumber: null,
  caseTitle: `${secret} sag`,
  presenter: `${secret} oplægsholder`,
  closed: true,
  closedReason: 'Forhandlingsposition',
  publicTitle: 'Køb af fast ejendom',
  moved: null,
  recommendation: `${secret} indstilling`,
  outcome: 'DECIDED',
  outcomeNote: `${secret} note`,
  text: `${secret} tekst`,
  recusals: [{ personId: 7, name: 'Bo', reason: `${secret} grund` }],
  statements: [{ name: 'Ida', text: `${secret} udtalelse` }],
  decisions: [
    {
      number: '2026/7',
      title: `${secret} titel`,
      text: `${secret} beslutning`,
      publicTitle: 'Beslutning om en ejendom',
      publicText: 'Gruppen har truffet en beslutning om en ejendom.',
      reservation: `${secret} forbehold`,
      stances: [{ who: secret, kind: 'SUPPORTS', text: secret }],
      matrix: { summary: secret, rows: [] },
      noFollowUp: true,
    },
  ],
  followUps: [{ text: secret, organisation: secret, person: null, dueDay: day('2026-05-01'), decisionNumber: null }],
  ...facts,
})
const minutes = (items: MinutedItem[]): MinutesContent => ({
  meeting: {
    number: '2026-M02',
    body: 'Fælles boligstrategisk gruppe',
    form: 'ORDINARY',
    day: day('2026-03-12'),
    startsAt: '13:00',
    endsAt: '15:00',
    place: 'Rådhuset',
    openedAt: '13:02',
    closedAt: '14:55',
    chairedBy: 'Formand',
  },
  attendance: [],
  guests: [
    { name: `${secret} gæst`, organisation: '', itemPosition: 1 },
    { name: 'Åben gæst', organisation: '', itemPosition: null },
  ],
  items,
})

const reader = (personId: number | null, readsClosed: boolean, now: Partial<MinutesReader> = {}): MinutesReader => ({
  personId,
  readsClosed,
  closedNow: new Set(),
  recusedNow: new Set(),
  cases: new Map(),
  ...now,
})

test('outside the group a closed item shows its stand-in, the reason and the public decision, and nothing else', () => {
  const copy = minutesFor(minutes([item()]), reader(1, false))
  expect(JSON.stringify(copy)).not.toContain(secret)
  expect(copy.items[0]).toMatchObject({ title: 'Køb af fast ejendom', closedReason: 'Forhandlingsposition' })
  expect(copy.items[0]?.decisions[0]?.text).toBe('Gruppen har truffet en beslutning om en ejendom.')
})

test('whoever was recused sees no more of the closed item than those outside', () => {
  const copy = minutesFor(minutes([item()]), reader(7, true))
  expect(JSON.stringify(copy)).not.toContain(secret)
})

test('a recusal that was entered after the minutes were sent hides the closed item, and no open one', () => {
  const full = minutes([item(), item({ id: 2, position: 2, closed: false })])
  const copy = minutesFor(full, reader(1, true, { recusedNow: new Set([1, 2]) }))
  expect(JSON.stringify(copy.items[0])).not.toContain(secret)
  expect(copy.guests.map(({ name }) => name)).toEqual(['Åben gæst'])
  expect(copy.items[1]).toEqual(full.items[1])
})

test('an item that was sent open and is closed now is hidden in what was sent, from those outside alone', () => {
  const full = minutes([item({ closed: false })])
  expect(JSON.stringify(minutesFor(full, reader(1, false, { closedNow: new Set([1]) })))).not.toContain(secret)
  expect(minutesFor(full, reader(1, true, { closedNow: new Set([1]) }))).toEqual(full)
})

test('a case that is closed since shows its stand-in title to whoever may not read it', () => {
  const full = minutes([item({ closed: false, caseNumber: '2026-004' })])
  const copy = minutesFor(full, reader(1, true, { cases: new Map([['2026-004', 'En ejendomssag']]) }))
  expect(copy.items[0]?.caseTitle).toBe('En ejendomssag')
  expect(minutesFor(full, reader(1, true, { cases: new Map([['2026-005', 'En anden']]) }))).toEqual(full)
})

test('a member reads the closed item in full', () => {
  const full = minutes([item()])
  expect(minutesFor(full, reader(1, true))).toEqual(full)
})

test('a closed item without a public title is called Lukket punkt', () => {
  const copy = minutesFor(minutes([item({ publicTitle: null })]), reader(null, false))
  expect(copy.items[0]?.title).toBe('Lukket punkt')
})

test('a withheld copy has another hash than the minutes, and never changes what is open', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }), closed => {
      const full = minutes(closed.map((shut, index) => item({ id: index, position: index + 1, closed: shut })))
      const copy = minutesFor(full, reader(null, false))
      expect(copy.items.map(one => one.withheld ?? false)).toEqual(closed)
      expect(copy.items.filter((_, index) => !closed[index])).toEqual(full.items.filter((_, index) => !closed[index]))
      expect(sealedMinutes.hash(copy) === sealedMinutes.hash(full)).toBe(!closed.includes(true))
    }),
  )
})

test('minutes read back from the freezer are the same minutes', () => {
  const full = minutes([item()])
  expect(sealedMinutes.hash(sealedMinutes.thaw(sealedMinutes.freeze(full)))).toBe(sealedMinutes.hash(full))
})
