import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { recordDecision } from '../../src/features/decisions/decisions/index.ts'
import { addArea, addDistrict } from '../../src/features/ground/places/index.ts'
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
const from = day('2026-01-01')
const secretary = () => cooperation.actor('sekretariat.bolig')
const given = async (name: string, districtId: number | null = null) =>
  (await addArea(secretary(), { name, districtId, from })).id
const givenDistrict = async (name: string) =>
  (await addDistrict(secretary(), { name, definition: 'Kvarterer', source: '', from })).id
const area = (fields: Record<string, string> = {}) => ({
  name: 'Højstruphave',
  districtId: '',
  from: '2026-01-01',
  ...fields,
})

describe('the housing areas (R7)', () => {
  test('begin with an empty page that says what to do', async () => {
    expect((await (await secretariat()).get(path)).text).toContain('Der er ingen boligområder endnu')
  })

  test('are added, renamed, placed and closed by the secretariats, and every change is an event', async () => {
    const client = await secretariat()
    const dalum = await givenDistrict('Dalum')
    const own = `${path}/hoejstruphave`
    expect((await client.post(`${path}/nyt`, area())).headers.location).toBe(own)
    expect((await client.get(path)).text).toContain(`href="${own}"`)
    expect((await client.get(own)).text).toContain(`href="${own}/ret"`)
    expect((await client.get(`${own}/ret`)).text).toContain('value="Højstruphave"')
    expect((await client.post(`${own}/ret`, { version: '1', name: 'Haven' })).status).toBe(303)
    expect((await client.post(`${own}/ret`, { version: '1', name: 'Haverne' })).status).toBe(409)
    const placed = { districtId: String(dalum), from: '2026-02-01' }
    expect((await client.post(`${own}/bydel`, placed)).status).toBe(303)
    expect((await client.post(`${own}/bydel`, placed)).text).toContain('Haven ligger allerede i Dalum den dag.')
    expect((await client.post(`${own}/luk`, { version: '2', to: '2026-03-11' })).status).toBe(303)
    const reader = await portal.signIn('laeser')
    expect((await reader.get(path)).text).not.toContain(`href="${own}"`)
    const page = (await reader.get(`${path}?vis=lukkede`)).text
    expect(page).toContain(`href="${own}"`)
    expect(page).not.toContain(`${path}/nyt`)
    const kinds = await portal.db.prisma.event.findMany({ where: { subject: 'housingArea' }, orderBy: { id: 'asc' } })
    expect(kinds.map(({ kind }) => kind)).toEqual([
      ...['housingAreaAdded', 'housingAreaRenamed', 'housingAreaMoved', 'housingAreaClosed'],
    ])
  })

  test('are found by name and district, and as of a day', async () => {
    await given('Parkerne', await givenDistrict('Vollsmose'))
    await given('Korsløkkeparken', await givenDistrict('Korsløkke'))
    const client = await portal.signIn('laeser')
    for (const query of ['q=vollsm', 'bydel=vollsmose']) {
      const page = (await client.get(`${path}?${query}`)).text
      expect(page).toContain('/boligomraader/parkerne')
      expect(page).not.toContain('/boligomraader/korsloekkeparken')
    }
    for (const query of ['q=xyz', 'dag=2025-12-31'])
      expect((await client.get(`${path}?${query}`)).text).toContain('Ingen boligområder fundet')
    const csv = await client.get(`${path}.csv?sorter=bydel`)
    expect(csv.text).toMatch(/Korsløkkeparken;Korsløkke;2026-01-01;.*\r\nParkerne;Vollsmose;/)
  })

  test('are found by the numbers that they were known by before', async () => {
    const id = await given('Højstruphave')
    const client = await secretariat()
    for (const part of ['', '/ret', '/luk', '/del'])
      expect((await client.get(`${path}/${id}${part}`)).headers.location).toBe(`${path}/hoejstruphave${part}`)
    expect((await client.post(`${path}/${id}/ret`, { version: '1', name: 'Haven' })).headers.location).toBe(
      `${path}/hoejstruphave`,
    )
  })

  test('what is wrong is told at its field, and what was typed is kept', async () => {
    await given('Højstruphave')
    const dalum = await givenDistrict('Dalum')
    const client = await secretariat()
    const wrong = await client.post(`${path}/nyt`, area({ name: '', districtId: String(dalum), from: 'i går' }))
    expect(wrong.status).toBe(422)
    for (const told of ['href="#felt-name"', 'href="#felt-from"', `value="${dalum}" selected`, 'value="i går"'])
      expect(wrong.text).toContain(told)
    const same = await client.post(`${path}/nyt`, area({ name: 'højstruphave', districtId: '99' }))
    expect(same.text).toContain('Der er allerede et boligområde, der hedder Højstruphave.')
    expect(same.text).toContain('Vælg en bydel på listen.')
    const early = await client.post(`${path}/hoejstruphave/luk`, { version: '1', to: '2025-12-31' })
    expect(early.text).toContain('først oprettet den 1. januar 2026')
    expect((await client.get(`${path}/99/ret`)).status).toBe(404)
  })

  test('are opened again when they were closed, unless another has got the name', async () => {
    const id = await given('Højstruphave')
    const client = await secretariat()
    const close = { version: '1', to: '2026-03-01' }
    expect((await client.post(`${path}/${id}/luk`, close)).status).toBe(303)
    const other = await given('højstruphave')
    const own = `${path}/hoejstruphave`
    expect((await client.get(own)).text).toContain(`href="${own}/genaabn"`)
    const taken = await client.post(`${path}/${id}/genaabn`, { version: '2' })
    expect(taken.text).toContain('Der er allerede et boligområde, der hedder højstruphave.')
    expect((await client.post(`${path}/${other}/luk`, close)).status).toBe(303)
    expect((await client.post(`${path}/${id}/genaabn`, { version: '1' })).status).toBe(409)
    expect((await client.post(`${path}/${id}/genaabn`, { version: '2' })).headers.location).toBe(own)
    expect((await client.get(`${own}/genaabn`)).status).toBe(422)
    expect((await client.get(`${own}/ret`)).status).toBe(200)
  })

  test('are the secretariats’ to keep', async () => {
    await given('Højstruphave')
    for (const email of ['mandat.hoejstrup', 'formand', 'laeser', 'administrator']) {
      const client = await portal.signIn(email)
      for (const part of ['ret', 'bydel', 'luk', 'genaabn', 'afgraens', 'del', 'sammenlaeg']
        .map(one => `1/${one}`)
        .concat('nyt')) {
        expect((await client.get(`${path}/${part}`)).status, `${email} ${part}`).toBe(403)
        expect((await client.post(`${path}/${part}`, area())).status, `${email} ${part}`).toBe(403)
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
