import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '../../src/access/actor.ts'
import type { Database } from '../../src/database/database.ts'
import { rowReader } from '../../src/database/reader.ts'
import { write } from '../../src/database/write.ts'
import { giveAnswers } from '../../src/features/ground/answers/index.ts'
import { askImplementation, implementationSource, rowName } from '../../src/features/strategy/implementation/index.ts'
import { loadOpen } from '../../src/features/strategy/implementation/load-open.ts'
import { readMatrix } from '../../src/features/strategy/implementation/matrix/read-matrix.ts'
import { readLate, readOwed } from '../../src/features/strategy/implementation/queries.ts'
import type { SaidRow } from '../../src/http/answer-source.ts'
import { day, instant } from '../../src/kernel/days.ts'
import { periodOf } from '../../src/kernel/periods.ts'
import { givenStrategy } from '../strategies/given.ts'
import { freshDatabase } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'

// §5, R52: a year of half-yearly rounds in one cooperation, told from its first day to the fall of its strategy.

let db: Database
let close: () => Promise<void>
let cooperation: Cooperation
let slug: string
beforeAll(async () => {
  const fresh = await freshDatabase()
  db = fresh.db
  close = fresh.close
  cooperation = givenCooperation(db)
  ;({ slug } = await givenStrategy(db, cooperation, { written: '2026-03-02', on: '2026-03-12' }))
})
afterAll(() => close())

const spring = '2026-04-07T09:00:00.000Z'
const autumn = '2026-10-05T09:00:00.000Z'
const ask = (by: string, year: number, half: 1 | 2, at: string, deadline: string) =>
  askImplementation(cooperation.actor(by, at), { half: { year, half }, deadline: day(deadline) })
const openOf = async (organisation: string, on: string) => {
  const found = await db.prisma.organisation.findUniqueOrThrow({ where: { slug: organisation } })
  return loadOpen(rowReader(db), { ...found, ...periodOf(found) }, day(on))
}
const said = (state: string, given: Partial<SaidRow> = {}): SaidRow => ({
  state,
  reason: '',
  evidence: '',
  seen: null,
  ...given,
})
async function answer(by: string, organisation: string, row: SaidRow, at = spring) {
  const [subject] = await openOf(organisation, at.slice(0, 10))
  const rows = { [rowName(subject?.subjectId ?? 0, 'm1')]: row }
  return giveAnswers(cooperation.actor(by, at), [implementationSource], { organisation, rows })
}

test('only the secretariats ask, about this half-year or the last, by a day to come', async () => {
  await expect(ask('medlem.hoejstrup', 2026, 1, spring, '2026-05-15')).rejects.toThrow(
    'Kun medarbejdere i de to sekretariater',
  )
  await expect(ask('sekretariat.bolig', 2027, 1, spring, '2026-05-15')).rejects.toThrow('Vælg 1. halvår 2026')
  // Before the strategy is in force there is nothing to ask about.
  await expect(ask('sekretariat.bolig', 2026, 1, '2026-03-09T09:00:00.000Z', '2026-05-15')).rejects.toThrow(
    'Ingen strategi gælder for alle parter endnu.',
  )
  expect(await ask('sekretariat.kommune', 2026, 1, spring, '2026-05-15')).toEqual({ key: '2026-1', strategies: 1 })
  await expect(ask('sekretariat.bolig', 2026, 1, spring, '2026-05-15')).rejects.toThrow('allerede åbnet')
})

test('every organisation owes an answer, each for itself, until it has given it', async () => {
  const owed = (by: string) => readOwed(cooperation.actor(by, spring)).filter(({ own }) => own)
  expect(owed('medlem.hoejstrup')).toMatchObject([
    { organisationSlug: 'hoejstrup', strategies: 1, year: 2026, half: 1 },
  ])
  const told = await answer('medlem.hoejstrup', 'hoejstrup', said('PLANNED', { evidence: 'Årsplanen' }))
  expect(told).toMatchObject({ saved: 1, left: 0 })
  expect(owed('medlem.hoejstrup')).toEqual([])
})

test('whoever is of another organisation is refused, with who may', async () => {
  await expect(answer('medlem.hoejstrup', 'kristiansdal', said('DONE'))).rejects.toThrow(
    'Kun personer, der repræsenterer organisationen eller den, der administrerer den, kan gøre dette.',
  )
})

test('whoever opts out says why, and then nothing of the rest is lost', async () => {
  await expect(answer('medlem.fab', 'fab', said('OPTED_OUT', { evidence: 'Notatet' }))).rejects.toMatchObject({
    told: [{ sentence: 'Skriv, hvorfor I har fravalgt mål 1.1.' }],
  })
  await answer('medlem.fab', 'fab', said('OPTED_OUT', { reason: 'Vi har ingen boliger i områderne.' }))
})

test('an association is asked apart from its administrator, who may answer, marked', async () => {
  await answer('underskriver.domhusgaarden', 'folkebo', said('IN_PROGRESS'))
  const [subject] = await openOf('folkebo', '2026-04-07')
  expect(subject?.rows).toMatchObject([{ as: 'Advokaterne i Domhusgården', state: 'IN_PROGRESS' }])
  expect(await openOf('domhusgaarden', '2026-04-07')).toEqual([])
})

test('the matrix tells who has answered and who has not, and the secretariats are told when they are late', async () => {
  const { rows } = readMatrix(cooperation.actor('medlem.kristiansdal', spring), { year: 2026, half: 1 })
  const missing = (organisation: string) => rows.find(row => row.organisation.slug === organisation)?.missing
  expect([missing('hoejstrup'), missing('kristiansdal'), missing('domhusgaarden')]).toEqual([0, 1, undefined])
  const late = (by: string, on: string) => readLate(cooperation.actor(by, `${on}T09:00:00.000Z`))
  expect(late('sekretariat.bolig', '2026-05-15')).toEqual([])
  expect(late('sekretariat.bolig', '2026-05-16')).toMatchObject([
    { missing: rows.filter(row => row.missing > 0).length },
  ])
})

test('the next half-year offers the last answer, which counts when it is confirmed', async () => {
  await ask('sekretariat.bolig', 2026, 2, autumn, '2026-11-15')
  const [subject] = await openOf('hoejstrup', '2026-10-05')
  expect(subject).toMatchObject({ half: { year: 2026, half: 2 }, rows: [] })
  expect(subject?.before.get('m1')).toMatchObject({ state: 'PLANNED', evidence: 'Årsplanen' })
  await answer('medlem.hoejstrup', 'hoejstrup', said('PLANNED', { evidence: 'Årsplanen' }), autumn)
  await answer('mandat.hoejstrup', 'hoejstrup', said('DONE', { evidence: 'Referatet', seen: 3 }), autumn).catch(
    () => {},
  )
  const [after] = await openOf('hoejstrup', '2026-10-05')
  expect(after?.rows[0]).toMatchObject({ state: 'PLANNED', confirms: true })
})

test('an answer for the half-year before cannot be given any more, and is not dropped in silence', async () => {
  const rows = { g1m1: said('DONE') }
  await expect(
    giveAnswers(cooperation.actor('medlem.fab', autumn), [implementationSource], { organisation: 'fab', rows }),
  ).rejects.toThrow('Nogle af punkterne kan ikke besvares længere.')
})

test('a strategy that has fallen asks nobody', async () => {
  expect(readOwed(cooperation.actor('medlem.kristiansdal', autumn))).not.toEqual([])
  await write(systemActor(db, instant(autumn)), async tx => {
    await tx.decision.updateMany({ data: { state: 'SUPERSEDED' } })
    return { result: undefined, events: [] }
  })
  expect(await openOf('kristiansdal', '2026-10-05')).toEqual([])
  expect(readOwed(cooperation.actor('medlem.kristiansdal', autumn))).toEqual([])
  expect(slug).toBe('trygge-omraader')
})
