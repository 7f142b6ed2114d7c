import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { adoptedSql, inForceSql } from '../../src/features/decisions/adoption/index.ts'
import {
  isAnswered,
  isAsked,
  judgeRow,
  objectionsToRound,
  owesImplementation,
  wholeText,
} from '../../src/features/strategy/implementation/implementation-rules.ts'
import { answeredSql, askedSql, owedSql } from '../../src/features/strategy/implementation/owed-sql.ts'
import { day } from '../../src/kernel/days.ts'
import { type Connection, insert, scratchDatabase } from '../database/scratch.ts'
import { deep } from '../support/runs.ts'

// §5, R52: who owes an answer on how far it is with the shared strategies, and what an answer must say.

const today = day('2026-11-30')
const field = 'answers[g1m1]'
const said = { state: null, reason: '', evidence: '', seen: null }
const open = { standing: null, offered: null, field, named: 'mål 1.2' }

test('whoever has opted out of a goal says why; nobody else owes a reason', () => {
  expect(judgeRow({ ...said, state: 'OPTED_OUT' }, open)).toEqual({
    kind: 'faults',
    faults: [{ sentence: 'Skriv, hvorfor I har fravalgt mål 1.2.', field: `${field}[reason]` }],
  })
  for (const state of ['NOT_STARTED', 'PLANNED', 'IN_PROGRESS', 'DONE'])
    expect(judgeRow({ ...said, state }, open)).toMatchObject({ kind: 'answer', answer: { state } })
})

test('the answer of the half-year before counts when it is chosen again', () => {
  const offered = { id: 9, by: 'Karen Holm', state: 'IN_PROGRESS' as const, reason: '', evidence: 'Referatet' }
  const row = { ...said, evidence: 'Referatet' }
  expect(judgeRow(row, { ...open, offered })).toEqual({ kind: 'nothing' })
  expect(judgeRow({ ...row, state: 'IN_PROGRESS' }, { ...open, offered })).toMatchObject({ confirms: 9 })
})

test('a round asks about this half-year or the last, once, and after those before it', () => {
  const asked = {
    half: { year: 2026, half: 2 } as const,
    deadline: day('2026-12-20'),
    today,
    latest: null,
    strategies: 2,
  }
  const told = (given: Partial<typeof asked> | Record<string, unknown>) =>
    objectionsToRound({ ...asked, ...given } as Parameters<typeof objectionsToRound>[0]).map(({ sentence }) => sentence)
  expect(told({})).toEqual([])
  expect(told({ half: { year: 2026, half: 1 } })).toEqual([])
  expect(told({ half: { year: 2027, half: 1 } })).toEqual(['Vælg 2. halvår 2026 eller 1. halvår 2026.'])
  expect(told({ latest: { year: 2026, half: 2 } })).toEqual(['Runden for 2. halvår 2026 er allerede åbnet.'])
  expect(told({ half: { year: 2026, half: 1 }, latest: { year: 2026, half: 2 } })[0]).toContain('bagefter')
  expect(told({ strategies: 0, deadline: today })).toEqual([
    expect.stringContaining('Ingen strategi gælder for alle parter endnu.'),
    expect.stringContaining('Fristen skal ligge efter i dag'),
  ])
})

let sql: Connection
let remove: () => void
beforeAll(async () => {
  ;({ sql, remove } = await scratchDatabase())
  sql.pragma('foreign_keys = OFF')
  for (const table of ['Person', 'Body']) insert(sql, table, { id: 1 })
})
afterAll(() => remove())

const days = ['2025-12-01', '2026-02-01', '2026-06-01', '2026-11-30', '2027-01-01'].map(day)
const someDay = fc.constantFrom(...days)
const someOrganisation = fc.record({
  kind: fc.constantFrom('HOUSING_ORGANISATION', 'ASSOCIATION', 'ADMINISTRATOR', 'DEPARTMENT', 'MUNICIPALITY'),
  from: someDay,
  to: fc.option(someDay),
})
const someRound = fc.record({
  openedOn: someDay,
  /** None: a guideline, which is answered for as a whole. */
  goals: fc.integer({ min: 0, max: 3 }),
  answered: fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 4 }),
  hasNext: fc.boolean(),
  stands: fc.boolean(),
})
type Round = typeof someRound extends fc.Arbitrary<infer T> ? T : never

test('the database finds the same answers owed as the rule does', () => {
  const sentence = sql.prepare(`WITH RECURSIVE ${adoptedSql()}, ${inForceSql}
    SELECT ${askedSql} AS asked, ${answeredSql} AS answered, ${owedSql} AS owed
    FROM ImplementationRound r JOIN ImplementationSubject u ON u.roundId = r.id JOIN TextDraft d ON d.id = u.draftId
      JOIN Organisation o ON o.id = ? WHERE u.id = ?`)
  fc.assert(
    fc.property(someOrganisation, someRound, someDay, (organisation, round, on) => {
      sql.exec('BEGIN')
      try {
        const organisationId = insert(sql, 'Organisation', organisation)
        const { questions, answered, subjectId } = storedRound(organisationId, round)
        const found = sentence.get(on, on, on, organisationId, subjectId)
        expect(found).toEqual({
          asked: Number(isAsked(organisation, round.openedOn)),
          answered: Number(isAnswered(questions, answered)),
          owed: Number(
            owesImplementation({
              organisation,
              round: { key: '2026-1', openedOn: round.openedOn },
              newestRound: round.hasNext ? '2026-2' : '2026-1',
              questions,
              answered,
              strategyStands: round.stands,
              today: on,
            }),
          ),
        })
      } finally {
        sql.exec('ROLLBACK')
      }
    }),
    { numRuns: deep ? 1000 : 60 },
  )
})

function storedRound(organisationId: number, round: Round) {
  const goals = Array.from({ length: round.goals }, (_, at) => ({ key: `m${at + 1}` }))
  const questions = goals.length > 0 ? goals : [{ key: wholeText }]
  const textId = insert(sql, 'SharedText', { kind: 'strategier', slug: 'tryg-by' })
  // The goals stand under two guiding stars.
  const content = JSON.stringify({ stars: [{ goals: goals.slice(0, 1) }, { goals: goals.slice(1) }] })
  const draftId = insert(sql, 'TextDraft', { textId, number: 1, hash: 'hash', content })
  if (round.stands) {
    for (const side of ['HOUSING', 'MUNICIPALITY']) insert(sql, 'TextSignOff', { draftId, side, hash: 'hash' })
    const meetingId = insert(sql, 'Meeting', { state: 'MINUTES_APPROVED' })
    const itemId = insert(sql, 'AgendaItem', { meetingId })
    insert(sql, 'Adoption', { draftId, itemId, fromDay: null })
    insert(sql, 'Decision', { meetingId, itemId, state: 'EFFECTIVE', effectiveOn: '2025-01-01' })
  }
  const roundId = insert(sql, 'ImplementationRound', { year: 2026, half: 1, openedOn: round.openedOn })
  const subjectId = insert(sql, 'ImplementationSubject', { roundId, textId, draftId })
  const keys = round.answered.flatMap(at => questions[at]?.key ?? [])
  for (const goal of keys)
    insert(sql, 'ImplementationAnswer', { subjectId, organisationId, goal, state: 'IN_PROGRESS', reason: '' })
  if (round.hasNext) insert(sql, 'ImplementationRound', { year: 2026, half: 2 })
  return { questions, answered: new Set(keys), subjectId }
}

test('what was asked and answered is never changed in silence', () => {
  sql.exec('BEGIN')
  try {
    const organisationId = insert(sql, 'Organisation', { kind: 'ASSOCIATION' })
    const round = { openedOn: today, goals: 1, answered: [0], hasNext: false, stands: false }
    const { subjectId } = storedRound(organisationId, round)
    const refused: [string, string][] = [
      [`UPDATE ImplementationRound SET deadline = '2030-01-01'`, 'stands as it was asked about'],
      ['DELETE FROM ImplementationSubject', 'stands as it was asked about'],
      [`UPDATE ImplementationAnswer SET state = 'DONE'`, 'an answer stands as it was given'],
      ['DELETE FROM ImplementationAnswer', 'an answer stands as it was given'],
    ]
    for (const [statement, told] of refused) expect(() => sql.exec(statement), statement).toThrow(told)
    const given = { subjectId, organisationId, goal: 'm1' }
    expect(() => insert(sql, 'ImplementationAnswer', { ...given, state: 'OPTED_OUT', reason: ' ' })).toThrow('says why')
    for (const goal of ['m9', wholeText])
      expect(() => insert(sql, 'ImplementationAnswer', { ...given, goal, state: 'DONE' })).toThrow('about a goal of')
    expect(() => insert(sql, 'ImplementationRound', { year: 2025, half: 2 })).toThrow('after those before it')
  } finally {
    sql.exec('ROLLBACK')
  }
})
