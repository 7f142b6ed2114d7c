import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { editItem, sendSupplement } from '../../src/features/meetings/meetings/index.ts'
import { type MeetingStage, stageFor } from '../meetings/stage.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'

// A member reads what was sent, item by item, with notes and marks that nobody else sees (R31, R70).

let portal: TestApp
let stage: MeetingStage
let member: Client
let other: Client
let housing: Client
let meetingId: number
let itemId: number
let closedId: number
beforeAll(async () => {
  portal = await testApp()
  stage = await stageFor(portal.db)
  meetingId = await stage.prepared()
  itemId = (await stage.put(meetingId, { summary: 'Trygheden er målt.' })).id
  closedId = (
    await stage.put(meetingId, {
      title: 'Køb af grunden',
      closed: true,
      closedReason: 'Forhandlingsposition',
      publicTitle: 'Køb af fast ejendom',
    })
  ).id
  await stage.called(meetingId)
  member = await portal.signIn('medlem.hoejstrup')
  other = await portal.signIn('formand')
  housing = await portal.signIn('sekretariat.bolig')
})
afterAll(() => portal.close())

const reader = () => `/moeder/${meetingId}/laes`
const read = (client: Client) => client.get(reader()).then(({ text }) => text)
const item = (id = itemId) => `/moeder/${meetingId}/punkter/${id}`
const waits = async (client: Client) => /Læs [^<]*dagsordenen[^<]*/.exec((await client.get('/')).text)?.[0] ?? null

describe('what is read', () => {
  test('the agenda waits to be read, and leads to its items in one flow', async () => {
    expect(await waits(member)).toContain('Læs dagsordenen til mødet den 16. april 2026')
    const text = await read(member)
    expect(text).toContain('Trygheden er målt.')
    expect(text).toMatch(/Du har læst 0 af \d+ punkter\./)
    expect((await member.get(`/moeder/${meetingId}/dagsorden`)).text).toContain(reader())
  })

  test('an item that is read is marked, and one goes on to the next', async () => {
    const answer = await member.post(`${item()}/laest`, { sending: 1, next: 'punkt-3' })
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe(`${reader()}#punkt-3`)
    expect(await read(member)).toMatch(/Du har læst 1 af \d+ punkter\./)
    expect(await waits(member)).toMatch(/Læs \d+ punkter på dagsordenen/)
    await member.post(`${item()}/laest`, { sending: 1, unread: '1' })
    expect(await read(member)).toMatch(/Du har læst 0 af/)
  })

  test('once all of it is read, nothing waits, for that reader alone', async () => {
    await member.post(`/moeder/${meetingId}/laest`, { sending: 1 })
    expect(await read(member)).toContain('Du har læst hele dagsordenen.')
    expect(await waits(member)).toBeNull()
    expect(await waits(other)).toContain('Læs dagsordenen')
  })

  test('a supplement brings back what it changed, and says what; reading on an old page is no reading of the new', async () => {
    const { version } = await portal.db.prisma.agendaItem.findUniqueOrThrow({ where: { id: itemId } })
    const facts = { title: 'Tryghed i Vollsmose', kind: 'DISCUSSION', strategy: true } as const
    await editItem(stage.housing(), { itemId, version, ...facts, summary: 'Trygheden er målt igen.' })
    await stage.signed(meetingId, stage.housing(), stage.municipality())
    await sendSupplement(stage.housing(), { meetingId })
    expect(await read(member)).toContain('Ændret, siden du læste punktet: resumé')
    expect(await waits(member)).toContain('Læs 1 punkt på dagsordenen')
    await member.post(`${item()}/laest`, { sending: 1 })
    expect(await waits(member)).toContain('Læs 1 punkt på dagsordenen')
    await member.post(`${item()}/laest`, { sending: 2 })
    expect(await waits(member)).toBeNull()
  })
})

describe('a note', () => {
  test('is its writer’s alone, on the page, in the list and in the file', async () => {
    const saved = await member.post(`${item()}/note`, { note: 'Spørg til Ådalen', version: 0 })
    expect(saved.status).toBe(303)
    expect(await read(member)).toContain('Spørg til Ådalen')
    for (const place of ['/mine-noter', `/mine-noter?q=${encodeURIComponent('ÅDALEN')}`, '/mine-noter.csv'])
      expect((await member.get(place)).text, place).toContain('Spørg til Ådalen')
    expect((await member.get('/mine-noter?q=findesikke')).text).toContain('Ingen noter fundet')
    for (const client of [other, housing, await portal.signIn('administrator')])
      for (const place of [reader(), '/mine-noter', '/mine-noter.csv', '/haendelser', '/soeg?q=Ådalen'])
        expect((await client.get(place)).text, place).not.toContain('Spørg til Ådalen')
    expect((await other.get('/mine-noter')).text).toContain('Du har ingen noter')
  })

  test('that was saved in another window is not written over: both stand, and the choice is shown', async () => {
    const late = await member.post(`${item()}/note`, { note: 'En anden note', version: 0 })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Du har gemt noten i et andet vindue')
    expect(late.text).toContain('En anden note')
    expect(late.text).toContain('Spørg til Ådalen')
  })

  test('that is emptied is gone', async () => {
    await member.post(`${item()}/note`, { note: '', version: 1 })
    expect((await member.get('/mine-noter')).text).toContain('Du har ingen noter')
  })

  test('to a closed item is for whoever reads it, and the item does not exist for others', async () => {
    expect((await member.post(`${item(closedId)}/note`, { note: 'Lukket note', version: 0 })).status).toBe(303)
    const outside = await portal.signIn('laeser')
    expect((await outside.post(`${item(closedId)}/note`, { note: 'x', version: 0 })).status).toBe(404)
    const text = await read(outside)
    expect(text).toContain('Køb af fast ejendom')
    expect(text).not.toContain('Køb af grunden')
  })
})

test('before anything is sent there is nothing to read', async () => {
  const unsent = await stage.prepared('faelles-gruppe', '2026-05-21')
  expect((await member.get(`/moeder/${unsent}/laes`)).status).not.toBe(200)
  expect((await housing.get(`/moeder/${unsent}/laes`)).headers.location).toBe(`/moeder/${unsent}/dagsorden`)
})
