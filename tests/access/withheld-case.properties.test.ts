import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { viewOf } from '../../src/access/visibility.ts'
import { withheldCases } from '../../src/access/withheld-case.ts'
import { write } from '../../src/database/write.ts'
import { type MeetingStage, stageFor } from '../meetings/stage.ts'
import { type TestApp, testApp } from '../support/app.ts'

let portal: TestApp
let stage: MeetingStage
let itemIds: number[]

const bodies = ['faelles-gruppe', 'strategigruppe-bolig', 'strategigruppe-kommune'] as const
const people = ['sekretariat.bolig', 'sekretariat.kommune', 'formand', 'strategi.bolig', 'laeser', 'administrator']

beforeAll(async () => {
  portal = await testApp()
  stage = await stageFor(portal.db)
  const meetingId = await stage.prepared()
  itemIds = []
  for (let at = 0; at < 3; at += 1) itemIds.push((await stage.put(meetingId)).id)
}, 60_000)
afterAll(() => portal.close())

const facts = fc.array(
  fc.record({
    body: fc.constantFrom(...bodies),
    forwarded: fc.boolean(),
    withheld: fc.boolean(),
    publicTitle: fc.constantFrom('Stedfortraeder', ' ', null),
    recused: fc.option(fc.record({ person: fc.constantFrom(...people), ended: fc.boolean() }), { nil: null }),
  }),
  { minLength: 1, maxLength: 4 },
)

test('the rows, the database and the search index say the same about who reads which closed case', async () => {
  let serial = 0
  await fc.assert(
    fc.asyncProperty(facts, async cases => {
      await write(stage.housing(), async tx => {
        await tx.recusal.deleteMany()
        await tx.agendaItem.updateMany({ data: { caseId: null } })
        for (const [at, one] of cases.entries()) {
          serial += 1
          const side = one.body === 'faelles-gruppe' || one.forwarded ? null : sideOf(one.body)
          const { withheld, publicTitle } = one
          const { id } = await tx.case.create({
            data: {
              ...{ number: `2026-${1000 + serial}`, title: 'Egentitel', bodyId: stage.cooperation.body(one.body) },
              ...{ sideInternal: side, withheld, publicTitle, openedAt: '2026-03-01T09:00:00.000Z', openedById: 1 },
            },
          })
          const itemId = itemIds[at]
          if (itemId === undefined) continue
          await tx.agendaItem.update({ where: { id: itemId }, data: { caseId: id } })
          if (!one.recused) continue
          const personId = stage.cooperation.person(one.recused.person)
          const endedAt = one.recused.ended ? '2026-03-12T08:00:00.000Z' : null
          await tx.recusal.create({ data: { itemId, personId, at: '2026-03-11T08:00:00.000Z', endedAt } })
        }
        return { result: undefined, events: [] }
      })
      for (const key of people) {
        const actor = stage.cooperation.actor(key)
        const view = viewOf(actor)
        const rows = actor.database.sql.asStored<{ number: string; inside: number; title: string }>(
          `SELECT c.number, ${view.insideCases('c')} AS inside, ${view.caseTitle('c')} AS title FROM "Case" c`,
        )
        const closed = new Map(withheldCases(actor.database).map(found => [found.number, found]))
        for (const { number, inside, title } of rows) {
          const found = closed.get(number)
          expect(inside === 1, `${key} ${number}`).toBe(found === undefined || view.readsCase(found))
          expect(title).toBe(inside === 1 ? 'Egentitel' : found?.standIn)
        }
      }
      const indexed = portal.db.sql.asStored<{ withheld: number; publicTitle: string | null; title: string }>(
        'SELECT c.withheld, c.publicTitle, s.title FROM CaseSearch s JOIN "Case" c ON c.id = s.rowid',
      )
      for (const one of indexed) expect(one.title).toBe(one.withheld ? (one.publicTitle ?? '') : 'Egentitel')
    }),
    { numRuns: process.env.DEEP === '1' ? 200 : 12 },
  )
}, 60_000)

const sideOf = (body: string) => (body === 'strategigruppe-bolig' ? 'HOUSING' : 'MUNICIPALITY')
