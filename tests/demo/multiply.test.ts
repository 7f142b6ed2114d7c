import { afterAll, beforeAll, expect, test } from 'vitest'
import { growTo, multiplyDemo } from '../../src/demo/multiply.ts'
import { type Connection, insert, scratchDatabase } from '../database/scratch.ts'

let sql: Connection
let file: string
let remove: () => void

const all = (text: string) => sql.prepare(text).all() as Record<string, unknown>[]
const one = (text: string) => sql.prepare(text).pluck().get()

beforeAll(async () => {
  ;({ sql, file, remove } = await scratchDatabase())
  insert(sql, 'Organisation', { id: 1 })
  insert(sql, 'Person', { id: 1 })
  insert(sql, 'Body', { id: 1 })
  insert(sql, 'Case', { id: 1, number: '2026-001', openedAt: '2026-01-05T09:00:00.000Z' })
  insert(sql, 'Meeting', { id: 1, day: '2026-01-08', number: '2026-M01', state: 'MINUTES_APPROVED', startsAt: '09:00' })
  insert(sql, 'Meeting', { id: 2, day: '2026-11-26', number: '2026-M02', state: 'CALLED' })
  insert(sql, 'AgendaItem', { id: 1, caseId: 1 })
  insert(sql, 'Decision', decision(1))
  insert(sql, 'Decision', decision(2))
  insert(sql, 'Consequence', { decisionId: 2, organisationId: 1 })
  insert(sql, 'FollowUp', { itemId: 1, decisionId: 1, dueDay: '2026-03-01', createdAt: '2026-01-08T10:00:00.000Z' })
  insert(sql, 'Event', { subject: 'decision', subjectId: 2, kind: 'decisionRecorded' })
  for (const [series, last] of [
    ['case', 1],
    ['meeting', 2],
    ['decision', 2],
  ] as const) {
    insert(sql, 'NumberSeries', { series: `${series}/2026`, last })
  }
})
afterAll(() => remove())

function decision(serial: number) {
  const texts = { title: `Titel ${serial}`, text: 'Den fælles gruppe tiltræder.' }
  return { ...texts, number: `2026/${serial}`, year: 2026, serial, decidedOn: '2026-01-08', itemId: 1, caseId: 1 }
}

test('copies the past, each copy a week before the one before it, under new numbers', () => {
  expect(multiplyDemo({ file }, 3)).toEqual({ copies: 2, decisions: 6 })
  expect(all('SELECT number, decidedOn FROM Decision ORDER BY id')).toEqual([
    { number: '2026/1', decidedOn: '2026-01-08' },
    { number: '2026/2', decidedOn: '2026-01-08' },
    { number: '2026/3', decidedOn: '2026-01-01' },
    { number: '2026/4', decidedOn: '2026-01-01' },
    { number: '2025/1', decidedOn: '2025-12-25' },
    { number: '2025/2', decidedOn: '2025-12-25' },
  ])
  expect(all("SELECT series, last FROM NumberSeries WHERE series LIKE 'decision/%' ORDER BY series")).toEqual([
    { series: 'decision/2025', last: 2 },
    { series: 'decision/2026', last: 4 },
  ])
})

test('leaves meetings that are not over alone', () => {
  expect(one('SELECT count(*) FROM Meeting')).toBe(4)
  expect(one("SELECT count(*) FROM Meeting WHERE state = 'CALLED'")).toBe(1)
})

test('copies what belongs together so that it still does', () => {
  expect(one('SELECT count(*) FROM pragma_foreign_key_check')).toBe(0)
  expect(
    all(`SELECT m.day = d.decidedOn AS sameDay, c.number FROM Decision d
         JOIN AgendaItem i ON i.id = d.itemId JOIN Meeting m ON m.id = i.meetingId JOIN "Case" c ON c.id = d.caseId
         WHERE d.number = '2025/2'`),
  ).toEqual([{ sameDay: 1, number: '2025-001' }])
  expect(one('SELECT count(DISTINCT decisionId) FROM Consequence')).toBe(3)
  expect(one("SELECT count(DISTINCT subjectId) FROM Event WHERE subject = 'decision'")).toBe(3)
  expect(one("SELECT count(*) FROM DecisionSearch WHERE DecisionSearch MATCH 'tiltraeder'")).toBe(6)
})

test('keeps the clock of a meeting', () => {
  expect(one("SELECT count(*) FROM Meeting WHERE state = 'MINUTES_APPROVED' AND startsAt = '09:00'")).toBe(3)
})

test('grows to as many decisions as asked for', () => {
  const { decisions } = growTo(file, 1000)
  expect(decisions).toBeGreaterThanOrEqual(1000)
  expect(one('SELECT count(*) FROM Decision')).toBe(decisions)
  expect(one('SELECT min(decidedOn) FROM Decision')).toSatisfy((day: string) => day > '2008-09-01')
  expect(one('SELECT count(*) FROM FollowUp WHERE closedAt IS NULL')).toBeLessThan(300)
})
