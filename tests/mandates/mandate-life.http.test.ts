import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { day } from '../../src/kernel/days.ts'
import { kroner } from '../../src/kernel/money.ts'
import { givenMandate, protocol } from '../decisions/given.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'

let portal: TestApp
let cooperation: Cooperation

beforeEach(async () => {
  portal = await testApp()
  cooperation = givenCooperation(portal.db)
})
afterEach(() => portal.close())

const keeper = () => portal.signIn('mandat.hoejstrup')
const stored = (id: number) =>
  portal.db.prisma.mandate.findUniqueOrThrow({ where: { id }, include: { subjectAreas: true, areas: true } })
const boardOf = async (slug: string) =>
  String(
    (
      await portal.db.prisma.body.findFirstOrThrow({
        where: { kind: 'DECIDING_BODY', organisationId: cooperation.organisation(slug) },
      })
    ).id,
  )
const file = { field: 'fil', name: protocol.name, content: protocol.buffer }

const typed = async (given: Record<string, string> = {}): Promise<Record<string, string>> => ({
  version: '1',
  organisationId: String(cooperation.organisation('hoejstrup')),
  bodyId: await boardOf('hoejstrup'),
  title: 'Mandat for 2026',
  economic: '1',
  total: '500.000',
  from: '2026-01-01',
  to: '2026-12-31',
  sourceDay: '2026-02-10',
  sourceItem: '7',
  ...given,
})

const notForOthers = async (path: string, fields: Record<string, string>) => {
  for (const email of ['mandat.byraad', 'sekretariat.bolig', 'medlem.hoejstrup', 'laeser', 'administrator']) {
    const client = await portal.signIn(email)
    expect((await client.get(path)).status, `${email} reads ${path}`).toBe(403)
    expect((await client.post(path, fields)).status, `${email} sends ${path}`).toBe(403)
  }
  expect((await portal.anonymous().get(path)).headers.location).toContain('/log-ind')
}

describe('a template', () => {
  test('fills in what it is about, and asks for what it needs', async () => {
    const client = await keeper()
    const page = await client.get('/mandater/nyt?skabelon=YEARLY_AMOUNT')
    expect(page.text).toContain('Årligt mandat for 2026')
    expect(page.text).toContain('value="2026-12-31"')
    const wrong = await client.post('/mandater/nyt', await typed({ template: 'YEARLY_AMOUNT', total: '', to: '' }))
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Skriv årets ramme.')
    for (const [template, message] of [
      ['AMOUNT_PER_DECISION', 'Skriv beløbsgrænsen pr. beslutning.'],
      ['POLICY_AREA', 'Vælg mindst ét sagsområde eller boligområde.'],
      ['ONE_CASE', 'Vælg den sag, mandatet er givet til.'],
    ] as const)
      expect((await client.post('/mandater/nyt', await typed({ template }))).text).toContain(message)
  })

  test('for subject areas keeps them, and they stand on the mandate’s page', async () => {
    const client = await keeper()
    const [area] = await portal.db.prisma.subjectArea.findMany({ take: 1 })
    const fields = await typed({ template: 'POLICY_AREA', subjectAreaIds: String(area?.id) })
    const answer = await client.upload('/mandater/nyt', fields, file)
    const page = await client.get(String(answer.headers.location))
    expect(page.text).toContain(area?.name)
    expect(page.text).toContain('Gældende')
    const wrong = await client.post('/mandater/nyt', { ...fields, subjectAreaIds: '9999' })
    expect(wrong.text).toContain('Vælg sagsområder på listen.')
  })
})

describe('a draft', () => {
  const draft = async (client: Awaited<ReturnType<typeof keeper>>) => {
    await client.post('/mandater/nyt', await typed())
    return 1
  }

  test('covers nothing, is told of to its keeper, and becomes a mandate with its protocol', async () => {
    const client = await keeper()
    const id = await draft(client)
    expect((await stored(id)).activatedAt).toBeNull()
    expect((await client.get('/')).text).toContain('Vedhæft protokollen til mandat 2026-A01')
    expect((await client.get('/mandater?vis=kladder')).text).toContain('2026-A01')
    const path = `/mandater/${id}/protokol`
    expect((await client.get(`/mandater/${id}`)).text).toContain(`href="${path}"`)
    const without = await client.post(path, { version: '1' })
    expect(without.status).toBe(422)
    expect(without.text).toContain('Vælg protokollen som fil.')
    expect((await client.upload(path, { version: '0' }, file)).status).toBe(409)
    expect((await client.upload(path, { version: '1' }, file)).status).toBe(303)
    expect((await stored(id)).activatedAt).toBe('2026-03-12T09:00:00.000Z')
    expect((await client.get(`/mandater/${id}`)).text).toContain('Hent protokollen')
    expect((await client.upload(path, { version: '2' }, file)).text).toContain('allerede vedhæftet')
  })

  test('is changed by its keeper until then, never afterwards', async () => {
    const client = await keeper()
    const id = await draft(client)
    const path = `/mandater/${id}/ret`
    expect((await client.get(path)).text).toContain('value="500.000,00"')
    const wrong = await client.post(path, await typed({ title: '', total: 'alt' }))
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('value="alt"')
    expect((await client.post(path, await typed({ title: 'Rettet', total: '600.000' }))).status).toBe(303)
    expect(await stored(id)).toMatchObject({ title: 'Rettet', total: 60_000_000n, version: 2 })
    await client.upload(`/mandater/${id}/protokol`, { version: '2' }, file)
    const late = await client.post(path, await typed({ version: '3' }))
    expect(late.text).toContain('så mandatet kan ikke rettes.')
    const stands = (await client.get(path)).text
    expect(stands).toContain('Et mandat kan ikke rettes, når protokollen er vedhæftet')
    expect(stands).toContain(`href="/mandater/${id}/afloes"`)
    expect(stands).not.toContain('name="title"')
  })

  test('is given up like a mandate is revoked', async () => {
    const client = await keeper()
    const id = await draft(client)
    expect((await client.get(`/mandater/${id}/tilbagekald`)).text).toContain('Annullér kladden')
    await client.post(`/mandater/${id}/tilbagekald`, { version: '1', from: '2026-03-12', reason: 'Aldrig behandlet' })
    expect((await client.get('/mandater?vis=kladder')).text).not.toContain('2026-A01')
    expect((await client.upload(`/mandater/${id}/protokol`, { version: '2' }, file)).text).toContain('tilbagekaldt')
  })

  test('is its keeper’s alone', async () => {
    await draft(await keeper())
    await notForOthers('/mandater/1/protokol', { version: '1' })
    await notForOthers('/mandater/1/ret', await typed())
  })
})

describe('a mandate in another’s place', () => {
  test('holds from its day; both are read, with links', async () => {
    const old = await givenMandate(portal.db, cooperation, 'hoejstrup', { total: kroner(100_000) })
    const client = await keeper()
    const path = `/mandater/${old.id}/afloes`
    expect((await client.get(path)).text).toContain('value="100.000,00"')
    const fields = await typed({ title: 'Større ramme', from: '2026-04-01' })
    const without = await client.post(path, fields)
    expect(without.status).toBe(422)
    expect(without.text).toContain('Vedhæft protokollen')
    const answer = await client.upload(path, fields, file)
    expect(answer.status).toBe(303)
    const later = Number(String(answer.headers.location).split('/').at(-1))
    expect(await stored(old.id)).toMatchObject({ supersededById: later, supersededFrom: '2026-04-01' })
    const page = await client.get(`/mandater/${old.id}`)
    expect(page.text).toContain('Fra den 1. april 2026 gælder et andet mandat i stedet.')
    expect(page.text).not.toContain('Afløs med et nyt mandat')
    expect((await client.get(`/mandater/${later}`)).text).toContain(`Mandat ${old.number}`)
    expect((await client.get(path)).status).toBe(200)
    expect((await client.upload(path, { ...fields, version: '2' }, file)).text).toContain('allerede afløst')
  })

  test('never backwards, and not for what no longer holds', async () => {
    const client = await keeper()
    const old = await givenMandate(portal.db, cooperation, 'hoejstrup')
    await client.upload(`/mandater/${old.id}/afloes`, await typed(), file)
    expect((await stored(old.id)).supersededFrom).toBe('2026-03-12')
    const expired = await givenMandate(portal.db, cooperation, 'hoejstrup', { to: day('2026-03-01') })
    expect((await client.upload(`/mandater/${expired.id}/afloes`, await typed(), file)).text).toContain(
      'udløb den 1. marts 2026',
    )
    const ending = await givenMandate(portal.db, cooperation, 'hoejstrup', { to: day('2026-03-20') })
    const late = await typed({ from: '2026-03-21' })
    expect((await client.upload(`/mandater/${ending.id}/afloes`, late, file)).text).toContain('før det nye gælder')
    const taken = await client.upload(`/mandater/${ending.id}/afloes`, await typed({ version: '7' }), file)
    expect(taken.status).toBe(409)
    expect(await portal.db.prisma.mandate.count()).toBe(4)
  })

  test('is its keeper’s to register', async () => {
    const { id } = await givenMandate(portal.db, cooperation, 'hoejstrup')
    await notForOthers(`/mandater/${id}/afloes`, await typed())
  })
})

describe('the list of mandates that run out', () => {
  test('has those that are revoked from a day to come, too', async () => {
    const revoked = await givenMandate(portal.db, cooperation, 'hoejstrup')
    const lasting = await givenMandate(portal.db, cooperation, 'hoejstrup')
    const client = await keeper()
    const fields = { version: '1', from: '2026-04-01', reason: 'Ny plan' }
    expect((await client.post(`/mandater/${revoked.id}/tilbagekald`, fields)).status).toBe(303)
    const list = (await client.get('/mandater?vis=udloeber')).text
    expect(list).toContain(`/mandater/${revoked.id}"`)
    expect(list).not.toContain(`/mandater/${lasting.id}"`)
  })
})

describe('renewal', () => {
  test('is one click from a mandate that runs out: all but the source is filled in', async () => {
    const old = await givenMandate(portal.db, cooperation, 'hoejstrup', {
      to: day('2026-05-31'),
      total: kroner(80_000),
    })
    const client = await keeper()
    const path = `/mandater/nyt?forny=${old.id}`
    for (const page of ['/mandater?vis=udloeber', `/mandater/${old.id}`])
      expect((await client.get(page)).text).toContain(`href="${path}"`)
    const form = await client.get(path)
    expect(form.text).toContain('value="2026-06-01"')
    expect(form.text).toContain('value="80.000,00"')
    expect(form.text).toContain(`Efter mandat ${old.number}.`)
    expect(form.text).not.toContain('value="2025-12-10"')
  })

  test('of a whole year is the next year, in the title too', async () => {
    portal.clock.set('2026-11-12T09:00:00.000Z')
    const old = await givenMandate(portal.db, cooperation, 'hoejstrup')
    const page = (await (await keeper()).get(`/mandater/nyt?forny=${old.id}`)).text
    for (const value of ['Mandat for 2027', '2027-01-01', '2027-12-31']) expect(page).toContain(`value="${value}"`)
  })

  test('is in sight of both secretariats and its keeper 90 days ahead', async () => {
    await givenMandate(portal.db, cooperation, 'hoejstrup', { to: day('2026-06-10') })
    for (const email of ['mandat.hoejstrup', 'sekretariat.bolig', 'sekretariat.kommune'])
      expect((await (await portal.signIn(email)).get('/')).text, email).toContain('udløber den 10. juni 2026')
    for (const email of ['mandat.byraad', 'laeser'])
      expect((await (await portal.signIn(email)).get('/')).text, email).not.toContain('udløber den 10. juni 2026')
    await givenMandate(portal.db, cooperation, 'fab', { to: day('2026-06-11') })
    expect((await (await portal.signIn('sekretariat.bolig')).get('/')).text).not.toContain('11. juni 2026')
  })
})

describe('a total', () => {
  const change = (given: Record<string, string> = {}) => ({
    version: '1',
    kind: 'RAISE',
    amount: '50.000',
    sourceDay: '2026-03-01',
    sourceItem: '4',
    reason: 'Flere aktiviteter',
    ...given,
  })

  test('is raised and lowered by entries that tell who decided it', async () => {
    const { id } = await givenMandate(portal.db, cooperation, 'hoejstrup', { total: kroner(100_000) })
    const client = await keeper()
    const path = `/mandater/${id}/ramme`
    expect((await client.get(path)).text).toContain('100.000,00 kr.')
    expect((await client.post(path, change())).text).toContain('Vedhæft protokollen.')
    expect((await client.upload(path, change(), file)).status).toBe(303)
    const page = (await client.get(`/mandater/${id}`)).text
    expect(page).toContain('Rammen hævet')
    expect(page).toContain('1. marts 2026, punkt 4. Flere aktiviteter')
    expect(page).toContain('150.000,00 kr.')
    const [protocolPath] = /\/mandater\/\d+\/posteringer\/\d+\/bilag/.exec(page) ?? []
    expect((await client.get(protocolPath ?? '')).headers['content-type']).toBe('application/pdf')
    expect((await client.get(`/mandater/${id}/posteringer/99/bilag`)).status).toBe(404)
    expect((await client.post(path, change({ version: '2', kind: 'LOWER', amount: '150.000,01' }))).text).toContain(
      'højst sænkes med resten: 150.000 kr.',
    )
    await client.post(path, change({ version: '2', kind: 'LOWER', amount: '150.000' }))
    expect(await stored(id)).toMatchObject({ total: 10_000_000n, adjusted: -10_000_000n })
  })

  test('not without an amount, a direction, a meeting that was held; nor where there is no total', async () => {
    const { id } = await givenMandate(portal.db, cooperation, 'hoejstrup', { total: kroner(100_000) })
    const client = await keeper()
    const path = `/mandater/${id}/ramme`
    const wrong = await client.post(path, change({ kind: '', amount: '0', sourceDay: '2026-03-13' }))
    expect(wrong.status).toBe(422)
    for (const told of ['Vælg, om rammen hæves eller sænkes.', 'Skriv beløbet i kroner', 'value="0"'])
      expect(wrong.text).toContain(told)
    expect((await client.post(path, change({ sourceDay: '2026-03-13' }))).text).toContain('kan ikke ligge efter i dag')
    expect((await client.post(path, change({ version: '9', kind: 'LOWER' }))).status).toBe(409)
    const open = await givenMandate(portal.db, cooperation, 'hoejstrup')
    expect((await client.get(`/mandater/${open.id}/ramme`)).status).toBe(404)
    expect(await portal.db.prisma.mandateEntry.count()).toBe(0)
  })

  test('is its keeper’s to change', async () => {
    const { id } = await givenMandate(portal.db, cooperation, 'hoejstrup', { total: kroner(100_000) })
    await notForOthers(`/mandater/${id}/ramme`, change())
  })
})
