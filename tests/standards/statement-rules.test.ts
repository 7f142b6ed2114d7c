import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adoptedSql, inForceSql } from '../../src/features/decisions/adoption/index.ts'
import { askedSql, givenSql, owedSql } from '../../src/features/strategy/standards/statements/owed-sql.ts'
import {
  givenWith,
  isAsked,
  isGiven,
  judgeRow,
  objectionsToRound,
  owesStatement,
  publicRows,
  type StandingAnswer,
} from '../../src/features/strategy/standards/statements/statement-rules.ts'
import type { SaidRow } from '../../src/http/answer-source.ts'
import { day } from '../../src/kernel/days.ts'
import { type Connection, insert, scratchDatabase } from '../database/scratch.ts'
import { deep } from '../support/runs.ts'

const today = day('2026-11-30')
const field = 'answers[r1p1]'
const said = (given: Partial<SaidRow> = {}): SaidRow => ({
  state: null,
  reason: '',
  evidence: '',
  seen: null,
  ...given,
})
const answer = (given: Partial<StandingAnswer> = {}): StandingAnswer => ({
  id: 7,
  by: 'Karen Holm',
  state: 'PARTLY',
  reason: 'To afdelinger mangler.',
  evidence: 'Besøgslisten',
  ...given,
})

describe('follow or explain', () => {
  const judge = (row: Partial<SaidRow>) => judgeRow(said(row), { standing: null, offered: null, field, number: 3 })

  test('whoever lives up to a point owes no reason', () => {
    expect(judge({ state: 'FULL' })).toEqual({
      kind: 'answer',
      answer: { state: 'FULL', reason: '', evidence: '' },
      confirms: null,
    })
  })

  test.each([
    ['PARTLY', 'Skriv, hvad der mangler, før I lever helt op til punkt 3.'],
    ['NOT', 'Skriv, hvorfor I ikke lever op til punkt 3.'],
    ['NOT_RELEVANT', 'Skriv, hvorfor punkt 3 ikke er relevant for jer.'],
  ] as const)('an answer of %s is explained', (state, sentence) => {
    expect(judge({ state })).toEqual({ kind: 'faults', faults: [{ sentence, field: `${field}[reason]` }] })
    expect(judge({ state, reason: 'Vi har ingen.' })).toMatchObject({ kind: 'answer', answer: { state } })
  })

  test('a row without a choice is no answer, and words in it are not lost in silence', () => {
    expect(judge({})).toEqual({ kind: 'nothing' })
    expect(judge({ evidence: 'Listen' })).toMatchObject({ faults: [{ field: `${field}[state]` }] })
  })
})

describe('last year’s answer', () => {
  const offered = answer()
  const judge = (row: Partial<SaidRow>) => judgeRow(said(row), { standing: null, offered, field, number: 3 })
  const offer = { reason: offered.reason, evidence: offered.evidence }

  test('is offered, and no answer until it is confirmed', () => {
    expect(judge(offer)).toEqual({ kind: 'nothing' })
    expect(judge({ ...offer, state: 'PARTLY' })).toMatchObject({ kind: 'answer', confirms: 7 })
  })

  test('with another word in it is an answer of its own', () => {
    expect(judge({ ...offer, state: 'PARTLY', evidence: 'Ny liste' })).toMatchObject({ confirms: null })
  })

  test('leaves its reason behind where one lives up to the point now', () => {
    expect(judge({ ...offer, state: 'FULL' })).toMatchObject({ answer: { state: 'FULL', reason: '' }, confirms: null })
  })
})

describe('an answer of this year', () => {
  const standing = answer()
  const same = { state: standing.state, reason: standing.reason, evidence: standing.evidence }

  test('that is sent again unchanged is nothing new', () => {
    expect(judgeRow(said({ ...same, seen: 7 }), { standing, offered: null, field, number: 3 })).toEqual({
      kind: 'nothing',
    })
    // Nor is what somebody else has answered in the same words meanwhile.
    expect(judgeRow(said(same), { standing, offered: null, field, number: 3 })).toEqual({ kind: 'nothing' })
  })

  test('that somebody gave meanwhile is told of before it is answered over', () => {
    const row = said({ state: 'FULL', seen: 3 })
    expect(judgeRow(row, { standing, offered: null, field, number: 3 })).toEqual({
      kind: 'faults',
      faults: [
        {
          sentence: 'Karen Holm har svaret på punkt 3 imens. Gem igen, hvis dit svar skal gælde.',
          field: `${field}[state]`,
        },
      ],
    })
    expect(judgeRow({ ...row, seen: 7 }, { standing, offered: null, field, number: 3 })).toMatchObject({
      kind: 'answer',
    })
  })
})

describe('a round', () => {
  const facts = { year: 2026, deadline: day('2026-12-31'), today, latestYear: 2025 }

  test('asks for this year or the last, once, and after those before it', () => {
    expect(objectionsToRound(facts)).toEqual([])
    expect(objectionsToRound({ ...facts, year: 2025, latestYear: null })).toEqual([])
    expect(objectionsToRound({ ...facts, year: 2027 })[0]?.sentence).toContain('i år eller sidste år: 2026 eller 2025')
    expect(objectionsToRound({ ...facts, latestYear: 2026 })[0]?.sentence).toContain('allerede åbnet')
    expect(objectionsToRound({ ...facts, year: 2025, latestYear: 2026 })[0]?.sentence).toContain('bagefter')
  })

  test('tells a wrong year and a day that is no time to answer at once, each at its field', () => {
    const told = objectionsToRound({ ...facts, year: 2020, deadline: today })
    expect(told.map(({ field: at }) => at)).toEqual(['year', 'deadline'])
  })

  test('asks an association apart from its administrator, who owns no homes', () => {
    const round = { appliesTo: 'ALL', openedOn: day('2026-03-01') } as const
    const of = (kind: string, from = day('2020-01-01'), to = null) => isAsked({ kind, from, to }, round)
    expect(of('ASSOCIATION')).toBe(true)
    expect(of('ADMINISTRATOR')).toBe(false)
    expect(of('DEPARTMENT')).toBe(true)
    expect(isAsked({ kind: 'DEPARTMENT', from: day('2020-01-01'), to: null }, { ...round, appliesTo: 'HOUSING' })).toBe(
      false,
    )
    // Whoever joins after the round was opened is asked the next time.
    expect(of('HOUSING_ORGANISATION', day('2026-03-02'))).toBe(false)
  })
})

describe('a statement', () => {
  const points = [{ key: 'p1' }, { key: 'p2' }]
  const rows = [
    { id: 1, point: 'p1' },
    { id: 2, point: 'p1' },
    { id: 3, point: 'p2' },
    { id: 4, point: 'p1' },
  ]

  test('is given when the last point has its answer', () => {
    expect(isGiven(points, new Set(['p1']))).toBe(false)
    expect(givenWith(points, rows.slice(0, 2))).toBeNull()
    expect(givenWith(points, rows)?.id).toBe(3)
  })

  test('is read by others as it was given and as it was changed after, not as it was tried', () => {
    expect(publicRows(points, rows.slice(0, 2))).toEqual([])
    expect(publicRows(points, rows).map(({ id }) => id)).toEqual([2, 3, 4])
  })
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
  kind: fc.constantFrom(
    'HOUSING_ORGANISATION',
    'ASSOCIATION',
    'ADMINISTRATOR',
    'DEPARTMENT',
    'MUNICIPALITY',
    'EXTERNAL',
  ),
  from: someDay,
  to: fc.option(someDay),
})
const someRound = fc.record({
  openedOn: someDay,
  appliesTo: fc.constantFrom('ALL', 'HOUSING', 'MUNICIPALITY' as const),
  points: fc.integer({ min: 1, max: 3 }),
  /** Which of the points has been answered, some of them twice. */
  answered: fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 4 }),
  hasNext: fc.boolean(),
  stands: fc.boolean(),
})

test('the database finds the same statements owed as the rule does', () => {
  const sentence = sql.prepare(`WITH RECURSIVE ${adoptedSql()}, ${inForceSql}
    SELECT r.id, ${askedSql} AS asked, ${givenSql} AS given, ${owedSql} AS owed
    FROM StatementRound r JOIN TextDraft d ON d.id = r.draftId JOIN Organisation o ON o.id = ? WHERE r.id = ?`)
  fc.assert(
    fc.property(someOrganisation, someRound, someDay, (organisation, round, on) => {
      sql.exec('BEGIN')
      try {
        const organisationId = insert(sql, 'Organisation', organisation)
        const { points, year, roundId } = storedRound(organisationId, round)
        const found = sentence.get(on, on, on, organisationId, roundId)
        const answered = new Set(round.answered.flatMap(at => points[at]?.key ?? []))
        const { appliesTo, openedOn } = round
        expect(found).toEqual({
          id: roundId,
          asked: Number(isAsked(organisation, { appliesTo, openedOn })),
          given: Number(isGiven(points, answered)),
          owed: Number(
            owesStatement({
              organisation,
              round: { year, appliesTo, openedOn },
              newestYear: round.hasNext ? year + 1 : year,
              points,
              answered,
              standardStands: round.stands,
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

type Round = typeof someRound extends fc.Arbitrary<infer T> ? T : never

function storedRound(organisationId: number, round: Round) {
  const points = Array.from({ length: round.points }, (_, at) => ({ key: `p${at + 1}` }))
  const textId = insert(sql, 'SharedText', { kind: 'standarder', slug: 'tryg-flytning' })
  const content = JSON.stringify({ appliesTo: round.appliesTo, points })
  const draftId = insert(sql, 'TextDraft', { textId, number: 1, hash: 'hash', content })
  if (round.stands) {
    for (const side of ['HOUSING', 'MUNICIPALITY']) insert(sql, 'TextSignOff', { draftId, side, hash: 'hash' })
    const meetingId = insert(sql, 'Meeting', { state: 'MINUTES_APPROVED' })
    const itemId = insert(sql, 'AgendaItem', { meetingId })
    insert(sql, 'Adoption', { draftId, itemId, fromDay: null })
    insert(sql, 'Decision', { meetingId, itemId, state: 'EFFECTIVE', effectiveOn: '2025-01-01' })
  }
  const year = 2026
  const roundId = insert(sql, 'StatementRound', {
    textId,
    draftId,
    year,
    openedOn: round.openedOn,
    deadline: '2026-12-31',
  })
  for (const at of round.answered) {
    const point = points[at]?.key
    if (point) insert(sql, 'StatementAnswer', { roundId, organisationId, point, state: 'FULL' })
  }
  if (round.hasNext) insert(sql, 'StatementRound', { textId, draftId, year: year + 1 })
  return { points, year, roundId }
}

test('what was asked and answered is never changed in silence', () => {
  sql.exec('BEGIN')
  try {
    const organisationId = insert(sql, 'Organisation', { kind: 'ASSOCIATION' })
    const round = {
      openedOn: today,
      appliesTo: 'ALL',
      points: 1,
      answered: [0],
      hasNext: false,
      stands: false,
    } as const
    const { roundId } = storedRound(organisationId, { ...round, answered: [...round.answered] })
    const refused: [string, string][] = [
      [`UPDATE StatementRound SET deadline = '2030-01-01' WHERE id = ${roundId}`, 'stands as it was opened'],
      [`DELETE FROM StatementRound WHERE id = ${roundId}`, 'stands as it was opened'],
      [`UPDATE StatementAnswer SET state = 'NOT' WHERE roundId = ${roundId}`, 'an answer stands as it was given'],
      [`DELETE FROM StatementAnswer WHERE roundId = ${roundId}`, 'an answer stands as it was given'],
    ]
    for (const [statement, told] of refused) expect(() => sql.exec(statement), statement).toThrow(told)
    const given = { roundId, organisationId, point: 'p1' }
    expect(() => insert(sql, 'StatementAnswer', { ...given, state: 'NOT', reason: ' ' })).toThrow('says why')
    expect(() => insert(sql, 'StatementAnswer', { ...given, point: 'p9', state: 'FULL' })).toThrow('about a point of')
    const { textId, draftId } = sql.prepare('SELECT textId, draftId FROM StatementRound').get() as Record<
      string,
      number
    >
    expect(() => insert(sql, 'StatementRound', { textId, draftId, year: 2025 })).toThrow('after those before it')
  } finally {
    sql.exec('ROLLBACK')
  }
})
