import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemActor } from '../../src/access/actor.ts'
import { write } from '../../src/database/write.ts'
import { recordDecision } from '../../src/features/decisions/decisions/index.ts'
import { enterMovements } from '../../src/features/decisions/mandates/index.ts'
import { instant } from '../../src/kernel/days.ts'
import { kroner } from '../../src/kernel/money.ts'
import { type TestApp, testApp, testNow } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import { draft, drawn, givenItemInSession, givenMandate } from './given.ts'

// Over real sockets: 64 secretaries press »Før beslutning til protokols« at the same moment.
const requests = 64
const each = 10_000
const fitting = 25

let portal: TestApp
let cooperation: Cooperation

beforeEach(async () => {
  portal = await testApp()
  cooperation = givenCooperation(portal.db)
})
afterEach(() => portal.close())

test('64 decisions at once against one mandate’s total draw exactly what fits', { timeout: 60_000 }, async () => {
  const { meetingId, itemId } = await givenItemInSession(portal.db, cooperation)
  // Room for 25 and a half of them.
  const total = kroner(each * fitting + each / 2)
  const mandate = await givenMandate(portal.db, cooperation, 'hoejstrup', { total })
  const items = await givenMoreItems(itemId, requests)
  const client = await portal.signIn('sekretariat.bolig')
  const cookie = await cookieOf(client)

  const server = portal.newServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const send = (index: number) =>
    fetch(`http://127.0.0.1:${port}/moeder/${meetingId}/punkter/${items[index]}/beslutning`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({
        _csrf: client.csrf,
        _once: `token-of-form-number-${index}`,
        action: 'record',
        title: `Træk nummer ${index}`,
        text: 'Beløbet bruges.',
        stanceHousing: 'SUPPORTS',
        stanceMunicipality: 'SUPPORTS',
        noFollowUp: '1',
        'rows[0][organisationId]': String(cooperation.organisation('hoejstrup')),
        'rows[0][amount]': String(each),
      }),
    })
  const answers = await Promise.all(Array.from({ length: requests }, (_, index) => send(index)))
  // All has been answered: a connection that a browser would keep is not waited for.
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed

  const statuses = answers.map(answer => answer.status)
  expect(statuses.filter(status => status === 303)).toHaveLength(fitting)
  expect(statuses.filter(status => status === 422)).toHaveLength(requests - fitting)
  expect(await drawn(portal.db, mandate.id)).toBe(kroner(each * fitting))
  const decisions = await portal.db.prisma.decision.findMany({ include: { entries: true } })
  expect(decisions).toHaveLength(fitting)
  expect(decisions.every(({ entries }) => entries.length === 1)).toBe(true)
  expect(decisions.map(({ serial }) => serial).sort((a, b) => a - b)).toEqual(
    Array.from({ length: fitting }, (_, index) => index + 1),
  )
})

test('the database itself refuses a draw beyond the total, and one that is altered', async () => {
  const { meetingId, itemId } = await givenItemInSession(portal.db, cooperation)
  const mandate = await givenMandate(portal.db, cooperation, 'hoejstrup', { total: kroner(100) })
  const enter = (amount: number) =>
    write(systemActor(portal.db, instant(testNow)), async tx => {
      const serial = (await tx.decision.count()) + 1
      const decision = await tx.decision.create({
        data: {
          number: `2026/${serial}`,
          year: 2026,
          serial,
          meetingId,
          itemId,
          bodyId: cooperation.body('faelles-gruppe'),
          title: 'Uden om reglerne',
          text: 'Beløbet bruges.',
          state: 'EFFECTIVE',
          decidedOn: '2026-03-12',
          check: '{}',
          recordedById: 1,
          recordedAt: testNow,
        },
      })
      await tx.mandateEntry.create({
        data: { mandateId: mandate.id, decisionId: decision.id, kind: 'DRAW', amount: BigInt(amount), at: testNow },
      })
      return { result: undefined, events: [] }
    })
  await enter(kroner(60))
  await expect(enter(kroner(40) + 1)).rejects.toThrow()
  expect(await drawn(portal.db, mandate.id)).toBe(kroner(60))
  await enter(kroner(40))
  const alter = write(systemActor(portal.db, instant(testNow)), async tx => {
    await tx.mandateEntry.updateMany({ data: { amount: 1n } })
    return { result: undefined, events: [] }
  })
  await expect(alter).rejects.toThrow()
  expect(await drawn(portal.db, mandate.id)).toBe(kroner(100))
})

test('a check that was overtaken draws nothing, and the person is told to check again', async () => {
  const item = await givenItemInSession(portal.db, cooperation)
  const mandate = await givenMandate(portal.db, cooperation, 'hoejstrup', { total: kroner(100) })
  const row = {
    organisationId: cooperation.organisation('hoejstrup'),
    amount: kroner(60),
    legal: null,
    organisational: null,
  }
  const { id } = await recordDecision(cooperation.actor('sekretariat.bolig'), draft(item, { consequences: [row] }))
  const late = write(systemActor(portal.db, instant(testNow)), async (tx, at) => {
    await enterMovements(tx, id, [{ mandateId: mandate.id, kind: 'DRAW', amount: kroner(60) }], at)
    return { result: undefined, events: [] }
  })
  await expect(late).rejects.toThrow('Kontrollér mandaterne igen.')
  expect(await drawn(portal.db, mandate.id)).toBe(kroner(60))
})

/** The cookie that the signed-in client sends. */
async function cookieOf(client: Awaited<ReturnType<TestApp['signIn']>>): Promise<string> {
  const request = client.get('/cookies')
  await request
  const header = (request as unknown as { cookies?: string }).cookies
  if (!header) throw new Error('The client has no cookie.')
  return header
}

/** An item has one decision until somebody says that there is another: each of these has its own item. */
const givenMoreItems = (itemId: number, count: number): Promise<number[]> =>
  write(systemActor(portal.db, instant(testNow)), async tx => {
    const { id: _id, ...item } = await tx.agendaItem.findUniqueOrThrow({ where: { id: itemId } })
    const ids: number[] = []
    for (let position = 2; position < count + 2; position += 1)
      ids.push((await tx.agendaItem.create({ data: { ...item, position } })).id)
    return { result: ids, events: [] }
  })

test('both secretaries enter the decision of one item at once: it is entered once, and the second is shown it', async () => {
  const { meetingId, itemId } = await givenItemInSession(portal.db, cooperation)
  const mandate = await givenMandate(portal.db, cooperation, 'hoejstrup', { total: kroner(500_000) })
  const path = `/moeder/${meetingId}/punkter/${itemId}/beslutning`
  const secretaries = [await portal.signIn('sekretariat.bolig'), await portal.signIn('sekretariat.kommune')] as const
  const form = {
    action: 'record',
    title: 'Fælles beboerrådgivning',
    text: 'Rådgivningen etableres.',
    stanceHousing: 'SUPPORTS',
    stanceMunicipality: 'SUPPORTS',
    noFollowUp: '1',
    'rows[0][organisationId]': String(cooperation.organisation('hoejstrup')),
    'rows[0][amount]': String(each),
  }
  const answers = await Promise.all(secretaries.map(secretary => secretary.post(path, form)))
  expect(answers.map(answer => answer.status).sort()).toEqual([303, 422])
  expect(await drawn(portal.db, mandate.id)).toBe(kroner(each))
  const second = answers.findIndex(answer => answer.status === 422)
  const told = answers[second]?.text ?? ''
  // What stands is told once, with the way to it, and what to do once above the form and once at the field.
  expect(told.match(/allerede ført til protokols/g)).toHaveLength(1)
  expect(told.match(/Beslutning 2026\/1<\/a>: Fælles beboerrådgivning/g)).toHaveLength(1)
  expect(told.match(/Bekræft, at din beslutning er en anden end beslutning 2026\/1\./g)).toHaveLength(2)
  expect(told).not.toContain('bekræft det nederst')
  expect(told).toContain('name="standing" value="2026/1"')
  expect(told).toContain('Rådgivningen etableres.')

  // Another decision of the item comes in before the confirmation: it, too, must have been seen.
  const secretary = secretaries[second === 0 ? 0 : 1]
  await recordDecision(cooperation.actor('sekretariat.bolig'), draft({ meetingId, itemId }, { title: 'En til' }))
  const confirmed = { ...form, title: 'Den tredje', standing: '2026/1', another: '1' }
  const again = await secretary.post(path, confirmed)
  expect(again.status).toBe(422)
  expect(again.text).toContain('name="standing" value="2026/1,2026/2"')
  expect(again.text).not.toMatch(/name="another" value="1" checked/)
  expect((await secretary.post(path, { ...confirmed, standing: '2026/1,2026/2' })).status).toBe(303)
  expect(portal.db.sql.asStored('SELECT COUNT(*) AS count FROM Decision WHERE itemId = ?', itemId)[0]).toEqual({
    count: 3,
  })
})
