import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createFollowUp } from '../../src/features/decisions/followups/index.ts'
import { day } from '../../src/kernel/days.ts'
import { givenItemInSession, publish } from '../decisions/given.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'

let portal: TestApp
let cooperation: Cooperation
let item: { meetingId: number; itemId: number }

beforeEach(async () => {
  portal = await testApp()
  cooperation = givenCooperation(portal.db)
  item = await givenItemInSession(portal.db, cooperation)
})
afterEach(() => portal.close())

const given = (text: string, dueDay: string, slug = 'hoejstrup') =>
  createFollowUp(cooperation.actor('sekretariat.bolig'), {
    itemId: item.itemId,
    text,
    organisationId: cooperation.organisation(slug),
    personId: null,
    dueDay: day(dueDay),
  })

const filled = (fields: Record<string, unknown> = {}) => ({
  itemId: String(item.itemId),
  decisionId: '',
  text: 'Indhente tilbud',
  organisationId: String(cooperation.organisation('hoejstrup')),
  personId: '',
  dueDay: '2026-05-01',
  ...fields,
})

describe('the list of follow-ups', () => {
  test('tells open, overdue and closed apart, and finds one’s own', async () => {
    await given('Skal snart gøres', '2026-03-20')
    await given('Hører til FAB', '2026-05-20', 'fab')
    await publish(portal.db, item.meetingId)
    portal.clock.set('2026-04-01T09:00:00.000Z')
    const client = await portal.signIn('medlem.hoejstrup')
    expect((await client.get('/opfoelgning')).text).toContain('Fristen er overskredet')
    const overdue = (await client.get('/opfoelgning?vis=overskredne')).text
    expect(overdue).toContain('Skal snart gøres')
    expect(overdue).not.toContain('Hører til FAB')
    expect((await client.get('/opfoelgning?mine=ja')).text).not.toContain('Hører til FAB')
    expect((await client.get('/opfoelgning?vis=afsluttede')).text).toContain('Ingen opfølgninger er afsluttet')
    const byOrganisation = await client.get(`/opfoelgning?organisation=${cooperation.organisation('fab')}`)
    expect(byOrganisation.text).toContain('Hører til FAB')
    expect(byOrganisation.text).not.toContain('Skal snart gøres')
  })

  test('shows readers nothing before the minutes are out', async () => {
    const { id } = await given('Under mødet', '2026-05-20')
    const reader = await portal.signIn('laeser')
    expect((await reader.get('/opfoelgning')).text).toContain('Der er ingen åbne opfølgninger')
    expect((await reader.get(`/opfoelgning/${id}`)).status).toBe(404)
  })
})

describe('a follow-up', () => {
  test('is created by a secretariat from an item', async () => {
    const client = await portal.signIn('sekretariat.kommune')
    expect((await client.get(`/opfoelgning/ny?punkt=${item.itemId}`)).text).toContain(
      'Fælles beboerrådgivning i Vollsmose',
    )
    expect((await client.post('/opfoelgning/ny', filled({ dueDay: 'snart' }))).status).toBe(422)
    const answer = await client.post('/opfoelgning/ny', filled())
    expect((await client.get(answer.headers.location ?? '')).text).toContain('Indhente tilbud')
    expect((await client.get('/opfoelgning/ny?punkt=999')).status).toBe(404)
    const member = await portal.signIn('medlem.hoejstrup')
    expect((await member.post('/opfoelgning/ny', filled())).status).toBe(403)
  })

  test('of a side’s own group is not created by the other side', async () => {
    item = await givenItemInSession(portal.db, cooperation, { bodySlug: 'strategigruppe-bolig' })
    const client = await portal.signIn('sekretariat.kommune')
    expect((await client.get(`/opfoelgning/ny?punkt=${item.itemId}`)).status).toBe(404)
    expect((await client.post('/opfoelgning/ny', filled())).status).toBe(403)
  })

  test('is noted upon, changed and closed by the responsible organisation', async () => {
    const { id } = await given('Indhente tilbud', '2026-05-01')
    await publish(portal.db, item.meetingId)
    const client = await portal.signIn('medlem.hoejstrup')
    const path = `/opfoelgning/${id}`
    expect((await client.post(`${path}/noter`, { text: '' })).status).toBe(422)
    expect((await client.post(`${path}/noter`, { text: 'To tilbud er modtaget' })).status).toBe(303)
    const change = { ...filled(), version: '1', dueDay: '2026-06-01' }
    expect((await client.post(`${path}/aendr`, change)).status).toBe(303)
    const late = await client.post(`${path}/aendr`, { ...change, dueDay: '2026-07-01' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('1. juni 2026')
    expect(late.text).toContain('value="2026-07-01"')
    expect((await client.post(`${path}/afslut`, { version: '2', note: '' })).status).toBe(422)
    expect((await client.post(`${path}/afslut`, { version: '2', note: 'Tilbud er valgt' })).status).toBe(303)
    const page = await client.get(path)
    expect(page.text).toContain('To tilbud er modtaget')
    expect(page.text).toContain('Tilbud er valgt')
    expect(page.text).not.toContain('Afslut opfølgningen')
  })

  test('is not changed by others, who only read', async () => {
    const { id } = await given('Indhente tilbud', '2026-05-01')
    await publish(portal.db, item.meetingId)
    const client = await portal.signIn('medlem.fab')
    expect((await client.get(`/opfoelgning/${id}`)).text).not.toContain('Afslut opfølgningen')
    expect((await client.post(`/opfoelgning/${id}/afslut`, { version: '1', note: 'x' })).status).toBe(403)
    expect((await client.post(`/opfoelgning/${id}/noter`, { text: 'x' })).status).toBe(403)
  })
})
