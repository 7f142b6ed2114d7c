import { afterAll, beforeAll, expect, test } from 'vitest'
import { fold } from '../../src/kernel/fold.ts'
import { matchWords } from '../../src/kernel/match-words.ts'
import { type Connection, insert, scratchDatabase } from './scratch.ts'

let sql: Connection
let remove: () => void

beforeAll(async () => {
  ;({ sql, remove } = await scratchDatabase())
  insert(sql, 'Organisation', { id: 1 })
  insert(sql, 'Person', { id: 1 })
  insert(sql, 'Body', { id: 1, name: 'Den fælles gruppe' })
  insert(sql, 'Meeting', { id: 1, place: 'Rådhuset' })
  insert(sql, 'AgendaItem', { id: 1 })
})
afterAll(() => remove())

const found = (table: string, words: string) =>
  sql
    .prepare(`SELECT rowid FROM "${table}" WHERE "${table}" MATCH ?`)
    .pluck()
    .all(fold(words).replaceAll(' or ', ' OR '))
const change = (table: string, id: number, values: string) =>
  sql.prepare(`UPDATE "${table}" SET ${values} WHERE id = ?`).run(id)

let serial = 0
function givenDecision(values: Record<string, unknown>): number {
  serial += 1
  return insert(sql, 'Decision', { serial, number: `2026/${serial}`, ...values })
}

test('a decision is found by its words and by how they begin', () => {
  const id = givenDecision({ title: 'Fælles udlejningsaftale', text: 'Aftalen træder i kraft.' })
  expect(found('DecisionSearch', 'udlejningsaftale')).toContain(id)
  expect(found('DecisionSearch', 'udlej*')).toContain(id)
  expect(found('DecisionSearch', '"træder i kraft"')).toContain(id)
})

test('a decision is found by what it says now', () => {
  const id = givenDecision({ title: 'Tilsagn', text: 'Gammel ordlyd' })
  change('Decision', id, "text = 'Rettet formulering'")
  expect(found('DecisionSearch', 'gammel')).not.toContain(id)
  expect(found('DecisionSearch', 'formulering')).toContain(id)
})

test('of a closed decision only the public title and text are found', () => {
  const id = givenDecision({
    title: 'Køb af Nyborgvej',
    text: 'Hemmelig pris',
    closed: 1,
    publicTitle: 'Ejendomssag',
    publicText: 'Kontrakten er godkendt.',
  })
  expect(found('DecisionSearch', 'nyborgvej OR hemmelig')).toEqual([])
  expect(found('DecisionSearch', 'ejendomssag kontrakten')).toEqual([id])
})

test('å is a letter, not an a', () => {
  const id = givenDecision({ title: 'Rådgivning', text: 'Om åben rådgivning' })
  expect(found('DecisionSearch', 'rådgivning')).toEqual([id])
  expect(found('DecisionSearch', 'radgivning')).toEqual([])
})

test.each([
  ['Besøg i Århus', 'aarhus'],
  ['Besøg i Aarhus', 'Århus'],
  ['Møde på Ærø', 'AEROE'],
  ['En god idé', 'ide'],
  ['En god ide', 'idé'],
  ['Bla\u030aba\u0308rplu\u0308cken', 'blåbärplücken'],
  ['Åben A\u030agade', 'ågade åb'],
  ['Café Chloé', 'cafe chloe\u0301'],
])('»%s« is found by »%s«', (title, typed) => {
  const id = givenDecision({ title, text: 'Om mødet' })
  const words = matchWords(typed) ?? ''
  const rows = sql.prepare('SELECT rowid FROM DecisionSearch WHERE DecisionSearch MATCH ?').pluck().all(words)
  expect(rows).toContain(id)
})

test('of a closed item only the public title is found, unless the meeting opened it', () => {
  const id = insert(sql, 'AgendaItem', {
    title: 'Bindende tilbud',
    summary: 'Fortroligt',
    closed: 1,
    publicTitle: 'Grundsag',
  })
  expect(found('ItemSearch', 'bindende OR fortroligt')).toEqual([])
  expect(found('ItemSearch', 'grundsag')).toEqual([id])
  insert(sql, 'Treatment', { itemId: id, openedInstead: 1 })
  expect(found('ItemSearch', 'bindende')).toEqual([id])
})

test('an item that the meeting closed is no longer found by what it said', () => {
  const id = insert(sql, 'AgendaItem', { title: 'Naboklagen' })
  insert(sql, 'Treatment', { itemId: id })
  expect(found('ItemSearch', 'naboklagen')).toEqual([id])
  sql.prepare('UPDATE "Treatment" SET closedInstead = 1 WHERE itemId = ?').run(id)
  expect(found('ItemSearch', 'naboklagen')).toEqual([])
})

test('an item that was taken off is not found', () => {
  const id = insert(sql, 'AgendaItem', { title: 'Varmeregnskab' })
  change('AgendaItem', id, "removedAt = '2026-11-24T08:00:00.000Z'")
  expect(found('ItemSearch', 'varmeregnskab')).toEqual([])
})

test('a meeting is found by its place and by the body’s present name', () => {
  expect(found('MeetingSearch', 'rådhuset fælles')).toEqual([1])
  change('Body', 1, "name = 'Boligstrategisk forum'")
  expect(found('MeetingSearch', 'forum')).toEqual([1])
})

test('a case is found by its number, title and journal number', () => {
  const id = insert(sql, 'Case', { number: '2026-014', title: 'Vollsmose', summary: '', journalNumber: 'EMN-2026-1' })
  expect(found('CaseSearch', '"2026-014" vollsmose "EMN-2026-1"')).toEqual([id])
  change('Case', id, "title = 'Korsløkke'")
  expect(found('CaseSearch', 'vollsmose')).toEqual([])
})
