import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { rowReader } from '../../src/database/reader.ts'
import { loadText } from '../../src/features/decisions/adoption/index.ts'
import { createFollowUp } from '../../src/features/decisions/followups/index.ts'
import { giveAnswers } from '../../src/features/ground/answers/index.ts'
import { actionSource } from '../../src/features/strategy/plans/actions/action-source.ts'
import { readActions } from '../../src/features/strategy/plans/actions/actions-sql.ts'
import {
  addAction,
  beginPlan,
  editAction,
  followUpOnAction,
  moveActions,
  moveName,
  planKind,
  tellProgress,
} from '../../src/features/strategy/plans/index.ts'
import { readOpen } from '../../src/features/strategy/plans/moves/read-open.ts'
import { readUndecided } from '../../src/features/strategy/plans/moves/waiting.ts'
import { editPart, strategyKind } from '../../src/features/strategy/strategies/index.ts'
import { day } from '../../src/kernel/days.ts'
import { adoptText } from '../adoption/given.ts'
import { givenStrategy } from '../strategies/given.ts'
import { freshDatabase } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'

// §5: two years of action plans under one strategy, told in order: written, adopted, carried out, carried over, moved.

let db: Database
let close: () => Promise<void>
let cooperation: Cooperation
let strategy: string
let strategyId: number
beforeAll(async () => {
  const fresh = await freshDatabase()
  db = fresh.db
  close = fresh.close
  cooperation = givenCooperation(db)
  ;({ slug: strategy } = await givenStrategy(db, cooperation, { written: '2026-03-02', on: '2026-03-12' }))
  strategyId = (await db.prisma.sharedText.findFirstOrThrow({ where: { slug: strategy } })).id
})
afterAll(() => close())

const at = (on: string) => `${on}T09:00:00.000Z`
const housing = (on: string) => cooperation.actor('sekretariat.bolig', at(on))
const member = (on: string) => cooperation.actor('medlem.hoejstrup', at(on))
const plan = 'handlingsplan-2026-trygge-omraader'
const next = 'handlingsplan-2027-trygge-omraader'
const said = (title: string, given = {}) => ({
  title,
  text: '',
  goal: 'm1',
  organisationId: cooperation.organisation('hoejstrup'),
  personId: null,
  partners: '',
  areaId: null,
  deadline: day('2026-09-30'),
  ...given,
})
const actionsOn = (on: string) => readActions(rowReader(db), { today: day(on), seen: '1 = 1' })

test('a plan is begun under a strategy in force, once a year', async () => {
  const begun = { strategyId, year: 2026, carry: true }
  await expect(beginPlan(member('2026-03-16'), begun)).rejects.toThrow('Kun medarbejdere i de to sekretariater')
  await expect(beginPlan(housing('2026-03-16'), { ...begun, strategyId: 0 })).rejects.toThrow('Vælg en strategi')
  expect(await beginPlan(housing('2026-03-16'), begun)).toEqual({ slug: plan, carried: 0 })
  await expect(beginPlan(housing('2026-03-16'), begun)).rejects.toThrow('Der er allerede en handlingsplan for 2026')
})

test('its actions are written by both secretariats, and what lacks is told before it can be signed off', async () => {
  const written = housing('2026-03-16')
  await addAction(written, { slug: plan, version: 1, said: said('Beboermøder i alle afdelinger') })
  await addAction(cooperation.actor('sekretariat.kommune', at('2026-03-16')), {
    slug: plan,
    version: 1,
    said: said('Fælles værtskorps', { deadline: null, goal: null }),
  })
  const wrong = said('Fælles værtskorps', { deadline: day('2027-01-31'), goal: 'm9' })
  await expect(editAction(written, { slug: plan, version: 3, key: 'h2', said: wrong })).rejects.toMatchObject({
    told: [{ field: 'goal' }, { field: 'deadline' }],
  })
  const text = await loadText(db.prisma, planKind, plan, day('2026-03-16'))
  expect(text.facts.lacking).toMatchObject([
    { sentence: 'Handling 2 (»Fælles værtskorps«) mangler et mål i strategien og en frist.' },
  ])
  await editAction(written, { slug: plan, version: 3, key: 'h2', said: said('Fælles værtskorps') })
  await addAction(written, { slug: plan, version: 4, said: said('Lektiehjælp', { deadline: day('2026-12-15') }) })
})

test('it is in force with the decision, and its actions with it', async () => {
  expect(await actionsOn('2026-03-26')).toEqual([])
  await adoptText(db, cooperation, planKind, { slug: plan, written: '2026-03-17', on: '2026-03-26' })
  const actions = await actionsOn('2026-03-26')
  expect(actions.map(({ key, state, carried }) => [key, state, carried])).toEqual([
    ['h1', 'NOT_STARTED', false],
    ['h2', 'NOT_STARTED', false],
    ['h3', 'NOT_STARTED', false],
  ])
  expect(actions[0]).toMatchObject({ goalName: 'Mål 1.1: Flere er trygge', side: 'HOUSING' })
})

test('where it has come to is told by those who answer for it, beside the adopted text', async () => {
  const told = { plan, key: 'h1', version: 0, state: 'IN_PROGRESS' as const, note: 'Seks af ti er afholdt.' }
  await expect(tellProgress(cooperation.actor('medlem.kristiansdal', at('2026-05-04')), told)).rejects.toThrow(
    'Kun sekretariatets medarbejdere og den ansvarlige organisations medarbejdere',
  )
  await tellProgress(member('2026-05-04'), told)
  // Whoever writes from what stood before is shown what stands now.
  await expect(tellProgress(housing('2026-05-04'), { ...told, state: 'DONE' })).rejects.toMatchObject({
    name: 'Conflict',
    current: { state: 'I gang', note: 'Seks af ti er afholdt.' },
  })
  await expect(
    tellProgress(housing('2026-05-04'), { plan, key: 'h2', version: 0, state: 'GIVEN_UP', note: '' }),
  ).rejects.toThrow('Skriv, hvorfor handlingen er opgivet.')
  const [first] = await actionsOn('2026-05-04')
  await tellProgress(housing('2026-05-04'), { ...told, version: first?.told ?? 0, state: 'DONE', note: '' })
  expect((await actionsOn('2026-05-04'))[0]).toMatchObject({ state: 'DONE' })
  const { standing, newest } = await loadText(db.prisma, planKind, plan, day('2026-05-04'))
  expect(standing?.hash).toBe(newest.hash)
})

test('the responsible organisation tells it on the page of all that it owes an answer to', async () => {
  const [, action] = await actionsOn('2026-05-05')
  const rows = {
    [`h${action?.planId}h2`]: { state: 'IN_PROGRESS', reason: 'Vi mangler to værter.', evidence: '', seen: null },
  }
  await giveAnswers(member('2026-05-05'), [actionSource], { organisation: 'hoejstrup', rows })
  expect((await actionsOn('2026-05-05'))[1]).toMatchObject({ key: 'h2', state: 'IN_PROGRESS' })
  await expect(
    giveAnswers(member('2026-05-05'), [actionSource], { organisation: 'kristiansdal', rows }),
  ).rejects.toThrow('Kun personer')
})

test('an action gets a follow-up, and a follow-up becomes an action', async () => {
  const due = { organisationId: cooperation.organisation('hoejstrup'), personId: null, dueDay: day('2026-08-01') }
  const { id } = await followUpOnAction(housing('2026-05-06'), { plan, key: 'h2', text: 'Find to værter', ...due })
  expect(await db.prisma.actionFollowUp.findFirstOrThrow()).toMatchObject({ action: 'h2', followUpId: id })
  const { decisionId, itemId } = await db.prisma.followUp.findUniqueOrThrow({ where: { id } })
  expect(decisionId).not.toBeNull()
  const other = await createFollowUp(housing('2026-05-06'), { itemId, text: 'Undersøg lektiehjælp', ...due })
  await beginPlan(housing('2026-11-02'), { strategyId, year: 2027, carry: true })
  const fromIt = said('Undersøg lektiehjælp', { deadline: day('2027-05-01') })
  const added = { slug: next, version: 1, said: fromIt, followUpId: other.id }
  expect(await addAction(housing('2026-11-02'), added)).toMatchObject({ key: 'h3' })
})

test('next year’s plan is begun with what was neither carried out nor given up', async () => {
  const { newest } = await loadText(db.prisma, planKind, next, day('2026-11-02'))
  expect(newest.content.actions.map(({ title, deadline, from }) => [title, deadline, from?.key ?? null])).toEqual([
    ['Fælles værtskorps', null, 'h2'],
    ['Lektiehjælp', null, 'h3'],
    ['Undersøg lektiehjælp', '2027-05-01', null],
  ])
  const edit = (key: string, version: number, title: string) =>
    editAction(housing('2026-11-02'), { slug: next, version, key, said: said(title, { deadline: day('2027-06-30') }) })
  await edit('h1', 2, 'Fælles værtskorps')
  await edit('h2', 3, 'Lektiehjælp')
  await adoptText(db, cooperation, planKind, { slug: next, written: '2026-11-03', on: '2026-11-12' })
  const old = (await actionsOn('2026-11-12')).filter(({ year }) => year === 2026)
  expect(old.map(({ key, carried }) => [key, carried])).toEqual([
    ['h1', false],
    ['h2', true],
    ['h3', true],
  ])
})

test('a new version of the strategy asks what becomes of every open action', async () => {
  const on = '2026-12-10'
  expect(readUndecided(housing('2026-11-30'), null)).toEqual([])
  await editPart(housing('2026-11-30'), {
    slug: strategy,
    version: (await loadText(db.prisma, strategyKind, strategy, day('2026-11-30'))).newest.number,
    key: 'm1',
    owner: 'p1',
    said: { title: 'Alle er trygge', text: '' },
  })
  await adoptText(db, cooperation, strategyKind, { slug: strategy, written: '2026-11-30', on })
  expect(readUndecided(housing(on), null)).toMatchObject([{ strategy, count: 3 }])
  const open = await readOpen(rowReader(db), strategy, { today: day(on), seen: '1 = 1' })
  const names = (open?.actions ?? []).map(moveName)
  const [first = '', second = '', third = ''] = names
  const move = (moves: Parameters<typeof moveActions>[1]['moves']) => moveActions(housing(on), { strategy, moves })
  await expect(move({ [second]: { fate: 'KEPT', goal: '', reason: '' } })).rejects.toThrow('Skriv, hvorfor')
  expect(
    await move({
      [first]: { fate: 'MOVED', goal: 'm1', reason: '' },
      [second]: { fate: 'CLOSED', goal: '', reason: 'Skolen har overtaget den.' },
    }),
  ).toEqual({ saved: 2, left: 1 })
  // What is decided is not asked about again, and what was closed is given up, with its reason.
  await expect(move({ [first]: { fate: 'KEPT', goal: '', reason: 'Igen' } })).rejects.toThrow('ikke åbne mere')
  await move({ [third]: { fate: 'KEPT', goal: '', reason: 'Den er næsten færdig.' } })
  expect(readUndecided(housing(on), null)).toEqual([])
  const now = (await actionsOn(on)).filter(({ year }) => year === 2027)
  expect(new Set(now.map(({ state }) => state))).toEqual(new Set(['NOT_STARTED', 'GIVEN_UP']))
  expect(now.some(({ movedTo }) => movedTo === 'Mål 1.1: Alle er trygge')).toBe(true)
})
