import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordDecision } from '../../src/features/decisions/decisions/index.ts'
import { findingsIn } from '../../src/findings.ts'
import { day } from '../../src/kernel/days.ts'
import { kroner } from '../../src/kernel/money.ts'
import { draft, givenItemInSession, givenMandate, protocol } from '../decisions/given.ts'
import { recordedFrom } from '../earlier/given.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import { formTo } from '../support/form-on-page.ts'

let portal: TestApp
let cooperation: Cooperation
let keeper: Client

beforeAll(async () => {
  portal = await testApp()
  cooperation = givenCooperation(portal.db)
  await recordedFrom(portal.db, '2026-02-01')
  keeper = await portal.signIn('mandat.hoejstrup')
})
afterAll(() => portal.close())

const running = (given: object = {}) =>
  givenMandate(portal.db, cooperation, 'hoejstrup', {
    title: 'Ramme for 2024 til 2026',
    from: day('2024-01-01'),
    to: day('2026-12-31'),
    sourceDay: day('2023-12-06'),
    total: kroner(100_000),
    ...given,
  })
const typed = (given: Record<string, string> = {}): Record<string, string> => ({
  version: '1',
  amount: '40.000',
  day: '03.05.2025',
  text: 'Beboerrådgivning, mødet den 3. maj 2025, punkt 4',
  ...given,
})
const path = (id: number) => `/mandater/${id}/foer-portalen`
const decided = async (amount: number) => {
  const item = await givenItemInSession(portal.db, cooperation)
  const organisationId = cooperation.organisation('hoejstrup')
  const consequences = [{ organisationId, amount: kroner(amount), legal: null, organisational: null }]
  const waits = draft(item, { consequences, subjectToApproval: true })
  return recordDecision(cooperation.actor('sekretariat.bolig'), waits)
}
const drawnOf = async (id: number) => (await portal.db.prisma.mandate.findUniqueOrThrow({ where: { id } })).drawn
const wrongs = () => findingsIn(portal.db, portal.settings.documentsDir).flatMap(({ wrong }) => wrong)

describe('a mandate from before the portal with what was drawn on it', () => {
  test('is entered by its keeper, counts in what remains and is marked, and is no decision’s draw', async () => {
    const { id } = await running()
    expect((await keeper.get(`/mandater/${id}`)).text).toContain(`href="${path(id)}"`)
    const form = formTo((await keeper.get(path(id))).text, path(id))
    expect(form.multipart).toBe(true)
    const file = { field: 'fil', name: 'referat-2025.pdf', content: protocol.buffer }
    expect((await keeper.upload(path(id), typed(), file)).headers.location).toBe(`/mandater/${id}`)
    const page = (await (await portal.signIn('laeser')).get(`/mandater/${id}`)).text
    for (const told of [
      'Trukket før portalen',
      'Fra før portalen',
      'Trukket den 3. maj 2025: Beboerrådgivning, mødet den 3. maj 2025, punkt 4.',
      '60.000,00 kr.',
      'Hent dokumentet',
    ])
      expect(page).toContain(told)
    expect(page).not.toContain('tilbagefoer')
    expect(page).not.toMatch(/\/beslutninger\/\d/)
    const [href = ''] = /\/mandater\/\d+\/posteringer\/\d+\/bilag/.exec(page) ?? []
    expect((await keeper.get(href)).headers['content-type']).toBe('application/pdf')
    expect(await portal.db.prisma.mandateEntry.findFirst({ where: { mandateId: id } })).toMatchObject({
      kind: 'EARLIER_DRAW',
      decisionId: null,
      sourceDay: '2025-05-03',
    })
    expect(await portal.db.prisma.event.count({ where: { kind: 'earlierDrawEntered', subjectId: id } })).toBe(1)
  })

  test('leaves to decisions what it says, and on a past day what was left then', async () => {
    const { id } = await running({ title: 'Den anden ramme' })
    await keeper.post(path(id), typed({ amount: '70.000' }))
    expect((await decided(250_000)).state).toBe('CONDITIONAL')
    expect(await drawnOf(id)).toBe(7_000_000n)
    const matrix = async (on: string) => (await keeper.get(`/mandater/matrix?dag=${on}`)).text
    expect(await matrix('2025-05-02')).toContain('rest 100.000 kr.')
    expect(await matrix('2025-05-03')).toContain('rest 30.000 kr.')
  })

  test('is put right by an opposite entry, and both stay; what waited for that much takes effect', async () => {
    const { id } = await running({ title: 'Rettes' })
    await keeper.post(path(id), typed({ amount: '90.000' }))
    const entry = await portal.db.prisma.mandateEntry.findFirstOrThrow({ where: { mandateId: id } })
    const back = `/mandater/${id}/posteringer/${entry.id}/tilbagefoer`
    expect((await keeper.get(`/mandater/${id}`)).text).toContain(`href="${back}"`)
    expect((await keeper.get(back)).text).toContain('Trækket på 90.000,00 kr. den 3. maj 2025 tilbageføres')
    const waiting = await decided(95_000)
    expect(waiting.state).toBe('CONDITIONAL')
    expect((await keeper.post(back, { version: '2', reason: '' })).status).toBe(422)
    expect((await keeper.post(back, { version: '1', reason: 'Beløbet var 9.000 kr.' })).status).toBe(409)
    expect((await keeper.post(back, { version: '2', reason: 'Beløbet var 9.000 kr.' })).status).toBe(303)
    expect(await drawnOf(id)).toBe(9_500_000n)
    const page = (await keeper.get(`/mandater/${id}`)).text
    expect(page).toContain(`Beslutning ${waiting.number} er trådt i kraft`)
    expect(page).toContain('Trækket den 3. maj 2025 er tilbageført. Begrundelse: Beløbet var 9.000 kr.')
    expect(page).not.toContain(back)
    expect((await keeper.post(back, { version: '3', reason: 'Igen' })).text).toContain('allerede tilbageført')
    expect((await keeper.get(back)).status).toBe(422)
    expect((await keeper.get(`/mandater/${id}/posteringer/99999/tilbagefoer`)).status).toBe(404)
    expect(wrongs()).toEqual([])
  })

  test('what is wrong is told at its field, all at once, and nothing is stored', async () => {
    const { id } = await running({ title: 'Fejl' })
    const wrong = await keeper.post(path(id), typed({ amount: '', day: '31.02.2025', text: '' }))
    expect(wrong.status).toBe(422)
    for (const at of ['#felt-amount', '#felt-day', '#felt-text']) expect(wrong.text).toContain(at)
    const beyond = await keeper.post(path(id), typed({ amount: '100.000,01', day: '01.02.2026' }))
    expect(beyond.text).toContain('Der kan højst være trukket resten af rammen: 100.000 kr.')
    expect(beyond.text).toContain('Portalen fører samarbejdets beslutninger fra den 1. februar 2026.')
    expect(beyond.text).toContain('value="100.000,01"')
    expect((await keeper.post(path(id), typed({ version: '9' }))).status).toBe(409)
    expect(await drawnOf(id)).toBe(0n)
  })

  test('is its keeper’s, and is not offered where nothing can have been drawn before', async () => {
    const { id } = await running({ title: 'Andres' })
    for (const email of ['mandat.byraad', 'sekretariat.bolig', 'laeser', 'administrator']) {
      const client = await portal.signIn(email)
      expect((await client.get(path(id))).status, email).toBe(403)
      expect((await client.post(path(id), typed())).status, email).toBe(403)
    }
    const later = await running({ title: 'Givet siden', from: day('2026-02-01') })
    expect((await keeper.get(`/mandater/${later.id}`)).text).not.toContain(path(later.id))
    const told = await keeper.get(path(later.id))
    expect([told.status, told.text.includes('ikke være trukket på mandatet før portalen')]).toEqual([422, true])
  })
})
