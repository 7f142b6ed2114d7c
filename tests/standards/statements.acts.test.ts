import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemActor } from '../../src/access/actor.ts'
import type { Database } from '../../src/database/database.ts'
import { write } from '../../src/database/write.ts'
import { giveAnswers } from '../../src/features/ground/answers/index.ts'
import { editPoint, rowName, statementSource } from '../../src/features/strategy/standards/index.ts'
import { askForStatements } from '../../src/features/strategy/standards/statements/ask-statements.ts'
import { lastOf, loadOpen } from '../../src/features/strategy/standards/statements/load-open.ts'
import { readLate, readOwed } from '../../src/features/strategy/standards/statements/queries.ts'
import type { SaidRow } from '../../src/http/answer-source.ts'
import { day, instant } from '../../src/kernel/days.ts'
import { periodOf } from '../../src/kernel/periods.ts'
import { freshDatabase } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import { adoptNewest, givenStandard } from './given.ts'

// A year's statements: asked for by the secretariats, given by each organisation, and never changed in silence.

let db: Database
let close: () => Promise<void>
let cooperation: Cooperation
let slug: string

const asking = '2026-03-20T09:00:00.000Z'
const later = '2026-04-10T09:00:00.000Z'

beforeEach(async () => {
  const fresh = await freshDatabase()
  db = fresh.db
  close = fresh.close
  cooperation = givenCooperation(db)
  const points = ['Alle får besøg inden en uge.', 'Alle får en kontaktperson.']
  ;({ slug } = await givenStandard(db, cooperation, {
    title: 'Tryg flytning',
    points,
    written: '2026-03-02',
    on: '2026-03-12',
  }))
})
afterEach(() => close())

const ask = (year = 2025, at = asking) =>
  askForStatements(cooperation.actor('sekretariat.kommune', at), {
    slug,
    year,
    deadline: day(`${at.slice(0, 4)}-12-31`),
  })
const openOf = async (organisation: string, on = '2026-04-10') => {
  const found = await db.prisma.organisation.findUniqueOrThrow({ where: { slug: organisation } })
  return loadOpen(db.prisma, { ...found, ...periodOf(found) }, day(on))
}
const full: SaidRow = { state: 'FULL', reason: '', evidence: '', seen: null }
const partly: SaidRow = { state: 'PARTLY', reason: 'To afdelinger mangler.', evidence: 'Besøgslisten', seen: null }

/** Answers the standard's points in their order, as somebody, for an organisation. */
async function answer(by: string, organisation: string, rows: SaidRow[], at = later) {
  const [statement] = await openOf(organisation, at.slice(0, 10))
  return giveAnswers(cooperation.actor(by, at), [statementSource], {
    organisation,
    rows: Object.fromEntries(
      rows.map((row, index) => [rowName(statement?.roundId ?? 0, statement?.points[index]?.key ?? ''), row]),
    ),
  })
}
const events = async () =>
  (await db.prisma.event.findMany({ orderBy: { id: 'asc' } }))
    .map(({ kind }) => kind)
    .filter(kind => kind.startsWith('statement'))

test('an organisation owes its statement from the day it is asked until its last point is answered', async () => {
  const owed = () => readOwed(cooperation.actor('medlem.hoejstrup', later)).filter(({ own }) => own)
  expect(owed()).toEqual([])
  await ask()
  expect(owed()).toMatchObject([{ organisationSlug: 'hoejstrup', slug, year: 2025, deadline: '2026-12-31' }])
  expect(await answer('medlem.hoejstrup', 'hoejstrup', [full])).toEqual({ saved: 1, told: [], left: 1 })
  expect(owed()).toHaveLength(1)
  // The secretariats are told who is late from the day after the last one.
  const late = (on: string) => readLate(cooperation.actor('sekretariat.kommune', `${on}T09:00:00.000Z`))
  expect(late('2026-12-31')).toEqual([])
  expect(late('2027-01-01')).toMatchObject([{ slug, year: 2025, deadline: '2026-12-31' }])
  const [statement] = await openOf('hoejstrup')
  const key = rowName(statement?.roundId ?? 0, 'p2')
  const told = await giveAnswers(cooperation.actor('mandat.hoejstrup', later), [statementSource], {
    organisation: 'hoejstrup',
    rows: { [key]: partly },
  })
  expect(told).toEqual({ saved: 1, told: ['Redegørelsen om »Tryg flytning« er afgivet.'], left: 0 })
  expect(owed()).toEqual([])
  expect(await events()).toEqual(['statementsAsked', 'statementAnswered', 'statementGiven'])
})

test('all that is wrong is told at once, and then nothing is stored', async () => {
  await ask()
  const refused = answer('medlem.hoejstrup', 'hoejstrup', [
    { ...full, state: 'NOT' },
    { ...full, state: null, evidence: 'Listen' },
  ])
  await expect(refused).rejects.toMatchObject({
    told: [
      { sentence: 'Skriv, hvorfor I ikke lever op til punkt 1.' },
      { sentence: 'Vælg, om I lever op til punkt 2.' },
    ],
  })
  expect(await db.prisma.statementAnswer.count()).toBe(0)
  await expect(answer('medlem.hoejstrup', 'hoejstrup', [])).rejects.toThrow('Der er ingen nye svar at gemme.')
})

test('whoever represents neither it nor its administrator is told who answers for an organisation', async () => {
  await ask()
  await expect(answer('medlem.hoejstrup', 'kristiansdal', [full])).rejects.toThrow(
    'Kun personer, der repræsenterer organisationen eller den, der administrerer den, kan gøre dette.',
  )
  // An association does not answer for the one that administers it, nor a secretariat for those of its side.
  await expect(answer('sekretariat.bolig', 'hoejstrup', [full])).rejects.toThrow('Kun personer')
})

test('an association is asked for itself; its administrator may answer, and it shows', async () => {
  await ask()
  expect(readOwed(cooperation.actor('underskriver.domhusgaarden', later)).every(({ own }) => !own)).toBe(true)
  await answer('underskriver.domhusgaarden', 'folkebo', [full, full])
  const [statement] = await openOf('folkebo')
  expect(statement?.rows).toMatchObject([{ as: 'Advokaterne i Domhusgården' }, { as: 'Advokaterne i Domhusgården' }])
  expect(await openOf('domhusgaarden')).toEqual([])
})

test('last year’s answer is offered, and is this year’s when it is confirmed', async () => {
  await ask()
  await answer('medlem.hoejstrup', 'hoejstrup', [partly, full])
  const next = '2026-06-01T09:00:00.000Z'
  await ask(2026, next)
  const [statement] = await openOf('hoejstrup', '2026-06-01')
  expect(statement).toMatchObject({ year: 2026, rows: [], before: { year: 2025 } })
  expect(lastOf(statement?.before?.rows ?? [], 'p1')).toMatchObject({ state: 'PARTLY' })
  await answer('medlem.hoejstrup', 'hoejstrup', [partly, { ...full, evidence: 'Ny liste' }], next)
  const [confirmed] = await openOf('hoejstrup', '2026-06-01')
  expect(confirmed?.rows).toMatchObject([{ confirms: true }, { confirms: false }])
})

test('an answer that was given stays, and the next one stands beside it with who and when', async () => {
  await ask()
  await answer('medlem.hoejstrup', 'hoejstrup', [partly, full])
  const [before] = await openOf('hoejstrup')
  const seen = lastOf(before?.rows ?? [], 'p1')?.id ?? 0
  await expect(answer('mandat.hoejstrup', 'hoejstrup', [full])).rejects.toThrow('har svaret på punkt 1 imens')
  await answer('mandat.hoejstrup', 'hoejstrup', [{ ...full, seen }])
  const [after] = await openOf('hoejstrup')
  expect(after?.rows.filter(({ point }) => point === 'p1').map(({ state }) => state)).toEqual(['PARTLY', 'FULL'])
  expect(new Set(after?.rows.map(({ by }) => by)).size).toBe(2)
  expect((await events()).at(-1)).toBe('statementChanged')
})

test('a version in mid-year leaves the year’s statements as they are', async () => {
  await ask()
  const written = cooperation.actor('sekretariat.bolig', '2026-04-01T09:00:00.000Z')
  await editPoint(written, { slug, version: 3, key: 'p1', text: 'Alle får besøg inden tre dage.', evidence: 'Listen.' })
  await adoptNewest(db, cooperation, slug, { written: '2026-04-01', on: '2026-04-09' })
  const [statement] = await openOf('hoejstrup')
  expect(statement).toMatchObject({ version: 1, points: [{ text: 'Alle får besøg inden en uge.' }, {}] })
  await ask(2026, '2026-06-01T09:00:00.000Z')
  expect((await openOf('hoejstrup', '2026-06-01'))[0]).toMatchObject({ version: 2, year: 2026 })
})

test('when a later year is asked about, the year before is closed, and what was typed for it is not dropped', async () => {
  await ask()
  const [old] = await openOf('hoejstrup')
  const next = '2026-06-01T09:00:00.000Z'
  await ask(2026, next)
  const rows = { [rowName(old?.roundId ?? 0, 'p1')]: full }
  await expect(
    giveAnswers(cooperation.actor('medlem.hoejstrup', next), [statementSource], { organisation: 'hoejstrup', rows }),
  ).rejects.toThrow('Nogle af punkterne kan ikke besvares længere.')
})

test('a standard that has fallen asks nobody', async () => {
  await ask()
  await write(systemActor(db, instant(later)), async tx => {
    await tx.decision.updateMany({ data: { state: 'SUPERSEDED' } })
    return { result: undefined, events: [] }
  })
  expect(await openOf('hoejstrup')).toEqual([])
  expect(readOwed(cooperation.actor('medlem.hoejstrup', later))).toEqual([])
  await expect(ask(2026, later)).rejects.toThrow('Standarden gælder ikke for alle parter endnu.')
})

test('only the secretariats ask, once a year, and about what is in force for everybody', async () => {
  await expect(
    askForStatements(cooperation.actor('medlem.hoejstrup', asking), { slug, year: 2026, deadline: day('2026-12-31') }),
  ).rejects.toThrow('Kun medarbejdere i de to sekretariater')
  await ask()
  await expect(ask()).rejects.toThrow('Redegørelserne for 2025 er allerede åbnet.')
})
