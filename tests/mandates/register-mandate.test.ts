import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { registerMandate, revokeMandate } from '../../src/features/decisions/decisions/index.ts'
import type { NewMandate } from '../../src/features/decisions/mandates/index.ts'
import { day } from '../../src/kernel/days.ts'
import { kroner } from '../../src/kernel/money.ts'
import { freshDatabase } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'

let db: Database
let close: () => Promise<void>
let cooperation: Cooperation

beforeEach(async () => {
  const fresh = await freshDatabase()
  db = fresh.db
  close = fresh.close
  cooperation = givenCooperation(db)
})
afterEach(() => close())

const bodyOf = async (slug: string) =>
  (
    await db.prisma.body.findFirstOrThrow({
      where: { kind: 'DECIDING_BODY', organisationId: cooperation.organisation(slug) },
    })
  ).id

const mandate = async (to: string, given: Partial<NewMandate> = {}, by = to): Promise<NewMandate> => ({
  organisationId: cooperation.organisation(to),
  bodyId: await bodyOf(by),
  title: 'Mandat for 2026',
  economic: true,
  limitPerDecision: null,
  total: kroner(500_000),
  legal: false,
  organisational: false,
  strategy: false,
  professionalDevelopment: false,
  coordination: false,
  from: day('2026-01-01'),
  to: day('2026-12-31'),
  sourceDay: day('2026-02-10'),
  sourceItem: '7',
  sourceNote: '',
  ...given,
})

describe('a mandate is registered', () => {
  test('by the organisation’s keeper, with the deciding body behind it', async () => {
    const { number } = await registerMandate(cooperation.actor('mandat.hoejstrup'), await mandate('hoejstrup'))
    expect(number).toBe('2026-A01')
  })

  test('for a department by the municipality’s keeper, from the council', async () => {
    const given = await mandate('by-og-kulturforvaltningen', {}, 'odense-kommune')
    await expect(registerMandate(cooperation.actor('mandat.byraad'), given)).resolves.toMatchObject({
      number: '2026-A01',
    })
  })

  test('not by another organisation’s keeper, a secretariat or a reader', async () => {
    const given = await mandate('hoejstrup')
    for (const key of ['mandat.kristiansdal', 'mandat.byraad', 'sekretariat.bolig', 'medlem.hoejstrup', 'laeser'])
      await expect(registerMandate(cooperation.actor(key), given)).rejects.toThrow('kan gøre dette.')
  })

  test('not from another organisation’s deciding body (R66)', async () => {
    const given = await mandate('hoejstrup', {}, 'fab')
    await expect(registerMandate(cooperation.actor('mandat.hoejstrup'), given)).rejects.toThrow('kan ikke give det')
  })

  test('not from a body that decides for nobody', async () => {
    const given = await mandate('hoejstrup', { bodyId: cooperation.body('faelles-gruppe') })
    await expect(registerMandate(cooperation.actor('mandat.hoejstrup'), given)).rejects.toThrow('besluttende organ')
  })

  test.each<[string, Partial<NewMandate>, string]>([
    ['that covers nothing', { economic: false, total: null }, 'mindst én type konsekvens'],
    ['with an amount and no economy', { economic: false, legal: true }, '»Økonomiske konsekvenser«'],
    ['that ends before it begins', { to: day('2025-12-31') }, '»Gælder til og med« kan ikke ligge før'],
    ['from a meeting that is still to come', { sourceDay: day('2026-03-13') }, 'kan ikke ligge efter i dag'],
    ['without an item', { sourceItem: ' ' }, 'Punkt'],
    ['with a total of nothing', { total: kroner(0) }, 'større end 0'],
  ])('not one %s', async (_what, given, why) => {
    const act = registerMandate(cooperation.actor('mandat.hoejstrup'), await mandate('hoejstrup', given))
    await expect(act).rejects.toThrow(why)
  })
})

describe('a mandate is revoked', () => {
  const given = async () => registerMandate(cooperation.actor('mandat.hoejstrup'), await mandate('hoejstrup'))
  const revocation = (mandateId: number) => ({
    mandateId,
    version: 1,
    from: day('2026-03-20'),
    reason: 'Ny bestyrelse',
  })

  test('from a day, with a reason, once', async () => {
    const { id } = await given()
    const keeper = cooperation.actor('mandat.hoejstrup')
    await revokeMandate(keeper, revocation(id))
    expect(await db.prisma.mandate.findUnique({ where: { id } })).toMatchObject({
      revokedFrom: '2026-03-20',
      revokedReason: 'Ny bestyrelse',
    })
    await expect(revokeMandate(keeper, revocation(id))).rejects.toThrow('allerede tilbagekaldt')
  })

  test('never backwards', async () => {
    const { id } = await given()
    const act = revokeMandate(cooperation.actor('mandat.hoejstrup'), { ...revocation(id), from: day('2026-03-11') })
    await expect(act).rejects.toThrow('tidligst')
  })

  test('not upon a version that somebody else has changed', async () => {
    const { id } = await given()
    const act = revokeMandate(cooperation.actor('mandat.hoejstrup'), { ...revocation(id), version: 7 })
    await expect(act).rejects.toThrow('En anden har gemt')
  })

  test('not by others than its keeper', async () => {
    const { id } = await given()
    for (const key of ['mandat.byraad', 'sekretariat.bolig', 'formand'])
      await expect(revokeMandate(cooperation.actor(key), revocation(id))).rejects.toThrow('kan gøre dette.')
  })
})
