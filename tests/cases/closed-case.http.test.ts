import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { write } from '../../src/database/write.ts'
import { openCase, withholdCase } from '../../src/features/meetings/cases/index.ts'
import { type MeetingStage, stageFor } from '../meetings/stage.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { htmlFaults } from '../support/html.ts'

let portal: TestApp
let stage: MeetingStage
let housing: Client
let municipality: Client
let chair: Client
let reader: Client

beforeAll(async () => {
  portal = await testApp()
  stage = await stageFor(portal.db)
  housing = await portal.signIn('sekretariat.bolig')
  municipality = await portal.signIn('sekretariat.kommune')
  chair = await portal.signIn('formand')
  reader = await portal.signIn('laeser')
}, 60_000)
afterAll(() => portal.close())

const given = (body = 'faelles-gruppe', title = 'Køb af Skovvej 9') =>
  openCase(stage.housing(), {
    bodyId: stage.cooperation.body(body),
    title,
    summary: 'Prisen er forhandlet.',
    journalNumber: 'J-4711',
  })
const saying = { withheldReason: 'Forhandlingsposition', publicTitle: 'En ejendomssag' }
const versionOf = async (id: number) => (await portal.db.prisma.case.findUniqueOrThrow({ where: { id } })).version
const closed = async (title?: string) => {
  const found = await given(undefined, title)
  await withholdCase(stage.housing(), { caseId: found.id, version: 1, ...saying })
  return { ...found, path: `/sager/${found.number}` }
}

describe('the form', () => {
  test('asks for the reason and the title that stands in, both at once, and keeps what was typed', async () => {
    const { number } = await given()
    const path = `/sager/${number}/luk`
    const form = await housing.get(path)
    expect(form.text).toContain(`Luk sag ${number}`)
    expect(await htmlFaults(form.text)).toEqual([])
    const empty = await housing.post(path, { version: '1', withheldReason: ' ', publicTitle: '' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Udfyld »Lukkegrund«: hvorfor sagen er lukket.')
    expect(empty.text).toContain('Udfyld »Offentlig titel«: den titel, andre ser i stedet.')
    const half = await housing.post(path, { version: '1', withheldReason: 'Forhandling', publicTitle: '' })
    expect(half.status).toBe(422)
    expect(half.text).toContain('value="Forhandling"')
    expect((await reader.get(`/sager/${number}`)).text).toContain('Køb af Skovvej 9')
  })

  test('closes the case for others, can be changed without overwriting, and opens it again', async () => {
    const { id, number } = await given()
    const path = `/sager/${number}`
    const done = await housing.post(`${path}/luk`, { version: '1', ...saying })
    expect(done.headers.location).toBe(path)
    const inside = (await municipality.get(path)).text
    expect(inside).toContain('Andre ser titlen »En ejendomssag«. Begrundelse: Forhandlingsposition.')
    expect(inside).toContain('Køb af Skovvej 9')
    expect(await htmlFaults(inside)).toEqual([])
    const outside = (await reader.get(path)).text
    expect(outside).toContain('Lukket sag. Begrundelse: Forhandlingsposition.')
    expect(outside).toContain(`<title>Sag ${number}: En ejendomssag`)
    expect(outside).toContain('Sagen er lukket for andre end organets egne')
    for (const own of ['Skovvej', 'forhandlet', 'J-4711', `${path}/luk`]) expect(outside).not.toContain(own)

    const late = await municipality.post(`${path}/luk`, { version: '1', ...saying, publicTitle: 'Et køb' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('En ejendomssag')
    expect(late.text).toContain('Et køb')
    await municipality.post(`${path}/luk`, { version: '2', ...saying, publicTitle: 'Et køb' })
    expect((await reader.get(path)).text).toContain('Et køb')

    expect((await housing.post(`${path}/aabn`)).status).toBe(303)
    expect((await reader.get(path)).text).toContain('Køb af Skovvej 9')
    expect((await housing.post(`${path}/aabn`)).status).toBe(422)
    const kinds = portal.db.sql.asStored<{ kind: string }>(
      `SELECT kind FROM Event WHERE subject = 'case' AND subjectId = ? ORDER BY id`,
      id,
    )
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'caseOpened',
      'caseWithheld',
      'caseWithholdingEdited',
      'caseUnveiled',
    ])
  })

  test('is for those who prepare the case’s body, also when the case has ended', async () => {
    const { id, number } = await given()
    for (const client of [chair, reader]) {
      expect((await client.get(`/sager/${number}/luk`)).status).toBe(403)
      expect((await client.post(`/sager/${number}/luk`, { version: '1', ...saying })).status).toBe(403)
      expect((await client.post(`/sager/${number}/aabn`)).status).toBe(403)
    }
    await housing.post(`/sager/${number}/afslut`, { reason: 'Købt for 3 mio.' })
    await housing.post(`/sager/${number}/luk`, { version: String(await versionOf(id)), ...saying })
    expect((await reader.get(`/sager/${number}`)).text).not.toMatch(/Købt for|Skovvej/)
    expect((await chair.get(`/sager/${number}`)).text).toContain('Købt for 3 mio.')
  })
})

describe('a closed case', () => {
  test('is found by its own words only by those who read it, and by its stand-in by all', async () => {
    const { number } = await closed('Jordkøb i Agedrup')
    for (const path of ['/sager?q=Agedrup', '/soeg?q=Agedrup', '/sager?q=J-4711', '/sager?q=forhandlet'])
      expect((await reader.get(path)).text, path).not.toContain(number)
    for (const path of ['/sager?q=Agedrup', '/sager?q=J-4711', '/sager?q=forhandlet'])
      expect((await chair.get(path)).text, path).toContain('Jordkøb i Agedrup')
    for (const path of ['/sager?q=ejendomssag', '/soeg?q=ejendomssag', '/sager']) {
      const { text } = await reader.get(path)
      expect(text, path).toContain(number)
      expect(text, path).not.toContain('Agedrup')
    }
  })

  test('shows its stand-in in agendas that were sent before it was closed, which stay what they were', async () => {
    const found = await given(undefined, 'Kolonihaver ved åen')
    const meetingId = await stage.prepared()
    await stage.put(meetingId, { title: 'Havernes fremtid', caseId: found.id })
    await stage.called(meetingId)
    const pages = [`/moeder/${meetingId}/dagsorden`, `/moeder/${meetingId}/dagsorden/versioner/1`]
    const frozen = () => portal.db.prisma.agendaVersion.findMany({ where: { meetingId } })
    const before = await frozen()
    for (const path of pages) expect((await reader.get(path)).text).toContain('Kolonihaver ved åen')
    await housing.post(`/sager/${found.number}/luk`, { version: '1', ...saying })
    for (const path of pages) {
      const { text } = await reader.get(path)
      expect(text).toContain(`${found.number} En ejendomssag`)
      expect(text).not.toContain('Kolonihaver')
      expect(text).toContain('Havernes fremtid')
      expect((await chair.get(path)).text).toContain('Kolonihaver ved åen')
    }
    expect(await frozen()).toEqual(before)
  })

  test('is kept from whoever is recused from one of its items, also to write in, until the recusal ends', async () => {
    const found = await closed('Ejendom ved kanalen')
    const meetingId = await stage.prepared()
    const item = await stage.put(meetingId, { title: 'Tilbud', caseId: found.id })
    const personId = stage.cooperation.person('sekretariat.kommune')
    const recusal = await write(stage.housing(), async tx => ({
      result: await tx.recusal.create({ data: { itemId: item.id, personId, at: '2026-03-12T08:00:00.000Z' } }),
      events: [],
    }))
    const shown = await municipality.get(found.path)
    expect(shown.status).toBe(200)
    expect(shown.text).not.toContain('kanalen')
    expect((await municipality.get('/sager')).text).not.toContain('kanalen')
    expect((await municipality.get(`/moeder/${meetingId}/punkter/nyt`)).text).not.toContain('kanalen')
    for (const part of ['rediger', 'luk']) {
      expect((await municipality.get(`${found.path}/${part}`)).status).toBe(404)
      const answer = await municipality.post(`${found.path}/${part}`, { version: '1', title: 'x', ...saying })
      expect(answer.status).toBe(404)
    }
    for (const part of ['aabn', 'oversend', 'afslut'])
      expect((await municipality.post(`${found.path}/${part}`, { reason: 'x' })).status).toBe(404)
    await write(stage.housing(), async tx => ({
      result: await tx.recusal.update({ where: { id: recusal.id }, data: { endedAt: '2026-03-12T09:00:00.000Z' } }),
      events: [],
    }))
    expect((await municipality.get(found.path)).text).toContain('kanalen')
  })

  test('of a side’s own strategy group is read by that group and its secretariat, and stays closed when forwarded', async () => {
    const { id, number } = await given('strategigruppe-bolig', 'Vores oplæg')
    await withholdCase(stage.housing(), { caseId: id, version: 1, ...saying })
    const strategist = await portal.signIn('strategi.bolig')
    expect((await strategist.get(`/sager/${number}`)).text).toContain('Vores oplæg')
    expect((await municipality.get(`/sager/${number}`)).status).toBe(404)
    await housing.post(`/sager/${number}/oversend`)
    expect((await municipality.get(`/sager/${number}`)).text).toContain('Vores oplæg')
    expect((await reader.get(`/sager/${number}`)).text).toContain('En ejendomssag')
    expect((await reader.get(`/sager/${number}`)).text).not.toContain('Vores oplæg')
  })

  test('gives nobody who closes an item under it a warning', async () => {
    const found = await closed('Stille sag')
    const meetingId = await stage.prepared()
    const under = await stage.put(meetingId, {
      caseId: found.id,
      closed: true,
      closedReason: 'Forhandling',
      publicTitle: 'Et punkt',
    })
    expect(under.notice).toBeNull()
  })
})
