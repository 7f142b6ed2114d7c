import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { recordDecision } from '../../src/features/decisions/decisions/index.ts'
import { addArea } from '../../src/features/ground/areas/index.ts'
import { day } from '../../src/kernel/days.ts'
import { kroner } from '../../src/kernel/money.ts'
import { draft, givenItemInSession, givenMandate } from '../decisions/given.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'

let portal: TestApp
let cooperation: Cooperation

beforeEach(async () => {
  portal = await testApp()
  cooperation = givenCooperation(portal.db)
})
afterEach(() => portal.close())

const path = '/boligomraader'
const secretariat = () => portal.signIn('sekretariat.kommune')
const given = (name: string, district = '') =>
  addArea(cooperation.actor('sekretariat.bolig'), { name, district, from: day('2026-01-01') })
const area = (fields: Record<string, string> = {}) => ({
  name: 'Højstruphave',
  district: '',
  from: '2026-01-01',
  ...fields,
})

describe('the housing areas (R7)', () => {
  test('begin with an empty page that says what to do', async () => {
    expect((await (await secretariat()).get(path)).text).toContain('Der er ingen boligområder endnu')
  })

  test('are added, renamed and closed by the secretariats, and every change is an event', async () => {
    const client = await secretariat()
    expect((await client.post(`${path}/nyt`, area())).headers.location).toBe(path)
    expect((await client.get(path)).text).toContain(`href="${path}/1/ret"`)
    expect((await client.get(`${path}/1/ret`)).text).toContain('value="Højstruphave"')
    expect(
      (await client.post(`${path}/1/ret`, { version: '1', name: 'Højstruphave', district: 'Højstrup' })).status,
    ).toBe(303)
    expect((await client.post(`${path}/1/ret`, { version: '1', name: 'Haven' })).status).toBe(409)
    expect((await client.post(`${path}/1/luk`, { version: '2', to: '2026-03-11' })).status).toBe(303)
    const reader = await portal.signIn('laeser')
    const page = (await reader.get(path)).text
    expect(page).toContain('Lukkede boligområder')
    expect(page).not.toContain(`${path}/nyt`)
    const kinds = await portal.db.prisma.event.findMany({ where: { subject: 'housingArea' }, orderBy: { id: 'asc' } })
    expect(kinds.map(({ kind }) => kind)).toEqual(['housingAreaAdded', 'housingAreaRenamed', 'housingAreaClosed'])
  })

  test('are found by name and district', async () => {
    await given('Parkerne', 'Vollsmose')
    await given('Korsløkkeparken', 'Korsløkke')
    const client = await portal.signIn('laeser')
    const page = (await client.get(`${path}?q=vollsm`)).text
    expect(page).toContain('Parkerne')
    expect(page).not.toContain('Korsløkkeparken')
    expect((await client.get(`${path}?q=xyz`)).text).toContain('Ingen boligområder fundet')
  })

  test('what is wrong is told at its field, and what was typed is kept', async () => {
    await given('Højstruphave')
    const client = await secretariat()
    const wrong = await client.post(`${path}/nyt`, area({ name: '', district: 'Dalum', from: 'i går' }))
    expect(wrong.status).toBe(422)
    for (const told of ['href="#felt-name"', 'href="#felt-from"', 'value="Dalum"', 'value="i går"'])
      expect(wrong.text).toContain(told)
    const same = await client.post(`${path}/nyt`, area({ name: 'højstruphave' }))
    expect(same.text).toContain('Der er allerede et boligområde, der hedder Højstruphave.')
    const early = await client.post(`${path}/1/luk`, { version: '1', to: '2025-12-31' })
    expect(early.text).toContain('først oprettet den 1. januar 2026')
    expect((await client.get(`${path}/99/ret`)).status).toBe(404)
  })

  test('are opened again when they were closed, unless another has got the name', async () => {
    const id = await given('Højstruphave')
    const client = await secretariat()
    const close = { version: '1', to: '2026-03-01' }
    expect((await client.post(`${path}/${id}/luk`, close)).status).toBe(303)
    const other = await given('højstruphave')
    expect((await client.get(path)).text).toContain(`href="${path}/${id}/genaabn"`)
    const taken = await client.post(`${path}/${id}/genaabn`, { version: '2' })
    expect(taken.text).toContain('Der er allerede et boligområde, der hedder højstruphave.')
    expect((await client.post(`${path}/${other}/luk`, close)).status).toBe(303)
    expect((await client.post(`${path}/${id}/genaabn`, { version: '1' })).status).toBe(409)
    expect((await client.post(`${path}/${id}/genaabn`, { version: '2' })).headers.location).toBe(path)
    expect((await client.get(`${path}/${id}/genaabn`)).status).toBe(422)
    expect((await client.get(`${path}/${id}/ret`)).status).toBe(200)
  })

  test('are the secretariats’ to keep', async () => {
    await given('Højstruphave')
    for (const email of ['mandat.hoejstrup', 'formand', 'laeser', 'administrator']) {
      const client = await portal.signIn(email)
      for (const tail of ['nyt', '1/ret', '1/luk', '1/genaabn']) {
        expect((await client.get(`${path}/${tail}`)).status, `${email} ${tail}`).toBe(403)
        expect((await client.post(`${path}/${tail}`, area())).status, `${email} ${tail}`).toBe(403)
      }
    }
  })
})

describe('a mandate given for a housing area', () => {
  test('is registered with it, and covers only decisions about it alone', async () => {
    const korsloekke = await given('Korsløkkeparken')
    const parkerne = await given('Parkerne')
    const keeper = await portal.signIn('mandat.hoejstrup')
    const form = (await keeper.get('/mandater/nyt?skabelon=POLICY_AREA')).text
    expect(form).toContain('Boligområder')
    expect(form).toContain('Korsløkkeparken')
    const { id } = await givenMandate(portal.db, cooperation, 'hoejstrup', {
      total: kroner(300_000),
      areaIds: [korsloekke],
    })
    expect((await keeper.get(`/mandater/${id}`)).text).toContain('Korsløkkeparken')
    expect((await keeper.get(`/mandater?omraade=${korsloekke}`)).text).toContain(`href="/mandater/${id}"`)
    expect((await keeper.get(`/mandater?omraade=${parkerne}`)).text).not.toContain(`href="/mandater/${id}"`)

    const client = await secretariat()
    const { meetingId, itemId } = await givenItemInSession(portal.db, cooperation)
    const draftPath = `/moeder/${meetingId}/punkter/${itemId}/beslutning`
    expect((await client.get(draftPath)).text).toContain('Boligområder, beslutningen alene handler om')
    const row = { 'rows[0][organisationId]': String(cooperation.organisation('hoejstrup')), 'rows[0][amount]': '5000' }
    const check = async (areaIds: number[]) =>
      (await client.post(`${draftPath}/kontrol`, { ...row, areaIds: areaIds.map(String) })).text
    expect(await check([korsloekke])).toContain(', der er givet til Korsløkkeparken. Rest før beslutningen')
    expect(await check([])).toContain('er kun givet til Korsløkkeparken, og beslutningen nævner intet boligområde.')
    expect(await check([])).toContain('Vælg boligområdet, hvis beslutningen alene handler om Korsløkkeparken.')
    expect(await check([korsloekke, parkerne])).toContain('og beslutningen handler også om andet.')
    const tried = await client.post('/mandater/proev', { ...row, areaIds: String(korsloekke), day: '2026-03-12' })
    expect(tried.text).toContain('der er givet til Korsløkkeparken')
  })

  test('is drawn on by a decision that names it, which tells so; an area that is not on the list is refused', async () => {
    const korsloekke = await given('Korsløkkeparken')
    await givenMandate(portal.db, cooperation, 'hoejstrup', { areaIds: [korsloekke] })
    const item = await givenItemInSession(portal.db, cooperation)
    const consequences = [
      {
        organisationId: cooperation.organisation('hoejstrup'),
        amount: kroner(5_000),
        legal: null,
        organisational: null,
      },
    ]
    const actor = cooperation.actor('sekretariat.bolig')
    await expect(recordDecision(actor, draft(item, { consequences, areaIds: [99] }))).rejects.toThrow(
      'Vælg boligområder på listen.',
    )
    const decision = await recordDecision(actor, draft(item, { consequences, areaIds: [korsloekke] }))
    expect(decision.state).toBe('EFFECTIVE')
    const client = await secretariat()
    expect((await client.get(`/beslutninger/${decision.number}`)).text).toContain('Boligområde')
    expect((await client.get(`/beslutninger?omraade=${korsloekke}`)).text).toContain(`/beslutninger/${decision.number}`)
    expect((await client.get('/beslutninger?omraade=99')).text).toContain('Ingen beslutninger fundet')
  })
})
