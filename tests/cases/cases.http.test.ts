import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addItem, editItem, removeItem, sendSupplement } from '../../src/features/meetings/meetings/index.ts'
import { insert } from '../database/scratch.ts'
import { type MeetingStage, stageFor } from '../meetings/stage.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'

let portal: TestApp
let stage: MeetingStage
let housing: Client
let municipality: Client
let chair: Client
let housingStrategist: Client

beforeAll(async () => {
  portal = await testApp()
  stage = await stageFor(portal.db)
  housing = await portal.signIn('sekretariat.bolig')
  municipality = await portal.signIn('sekretariat.kommune')
  chair = await portal.signIn('formand')
  housingStrategist = await portal.signIn('strategi.bolig')
})
afterAll(() => portal.close())

const open = async (client: Client, body: string, title: string) => {
  const bodyId = stage.cooperation.body(body)
  const answer = await client.post('/sager', { bodyId, title, summary: 'Et **kort** resumé.', journalNumber: '' })
  return { answer, path: answer.headers.location ?? '' }
}

describe('a shared case', () => {
  test('is opened by a secretariat, with the year’s next number, and read by both sides (R5)', async () => {
    const { answer, path } = await open(housing, 'faelles-gruppe', 'Helhedsplan for Vollsmose')
    expect(answer.status).toBe(303)
    expect(path).toBe('/sager/2026-001')
    for (const client of [housing, municipality, chair]) {
      expect((await client.get('/sager')).text).toContain('Helhedsplan for Vollsmose')
      expect((await client.get(path)).text).toContain('<strong>kort</strong>')
    }
  })

  test('its page is one line of time, with what was sent and nothing of a draft', async () => {
    const { path } = await open(housing, 'faelles-gruppe', 'Fleksibel udlejning')
    const found = await portal.db.prisma.case.findFirstOrThrow({ where: { title: 'Fleksibel udlejning' } })
    const meetingId = await stage.prepared()
    await stage.put(meetingId, { title: 'Ny aftale om udlejning', caseId: found.id, recommendation: 'Indstilles' })
    expect((await chair.get(path)).text).not.toContain('Ny aftale om udlejning')
    expect((await housing.get(path)).text).toContain('Ny aftale om udlejning')
    await stage.called(meetingId)
    expect((await chair.get(path)).text).toContain('Punkt 3: Ny aftale om udlejning')
    await addItem(stage.housing(), {
      meetingId,
      title: 'Senere tilføjet',
      kind: 'DISCUSSION',
      strategy: true,
      caseId: found.id,
    })
    expect((await chair.get(path)).text).not.toContain('Senere tilføjet')
    expect((await chair.get('/moeder?q=Senere')).text).toContain('Ingen møder fundet')
  })

  test('a long line of time is read a page at a time, each moment once, with the same statements', async () => {
    const { path } = await open(housing, 'faelles-gruppe', 'En sag med meget i')
    const found = await portal.db.prisma.case.findFirstOrThrow({ where: { title: 'En sag med meget i' } })
    const sql = new Sqlite(portal.db.file)
    for (let at = 0; at < 120; at += 1)
      insert(sql, 'Event', {
        at: '2026-03-12T10:00:00.000Z',
        actor: `Hverken ${at} eller`,
        kind: at % 2 ? 'caseUnveiled' : 'caseWithheld',
        subject: 'case',
        subjectId: found.id,
      })
    sql.close()
    const pages: string[] = []
    for (let next: string | undefined = path; next !== undefined && pages.length < 9; ) {
      const { status, text } = await chair.get(next)
      expect(status).toBe(200)
      pages.push(text)
      next = /rel="next" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(pages).toHaveLength(3)
    expect(pages[1]).toContain(`rel="prev" href="${path}"`)
    const told = pages.join('').match(/Hverken \d+ eller/g)
    expect(told).toEqual(Array.from({ length: 120 }, (_, at) => `Hverken ${119 - at} eller`))
    expect(pages[2]).toContain('Sagen er oprettet i')
    expect((await chair.get(`${path}?efter=1~1`)).text).toContain('Der er ikke mere i sagens forløb.')
  })

  test('a sent item is read as it was sent until the supplement goes out', async () => {
    const { path } = await open(housing, 'faelles-gruppe', 'Byggeri på havnen')
    const { id: caseId } = await portal.db.prisma.case.findFirstOrThrow({ where: { title: 'Byggeri på havnen' } })
    const meetingId = await stage.prepared('faelles-gruppe', '2026-04-23')
    const first = await stage.put(meetingId, { title: 'Boliger på kajen', recommendation: 'At vi bygger', caseId })
    const second = await stage.put(meetingId, { title: 'Parkering på kajen', caseId })
    await stage.called(meetingId)
    const item = { title: 'Boliger ved vandet', recommendation: 'At vi venter', kind: 'DECISION', caseId } as const
    await editItem(stage.housing(), { itemId: first.id, version: 1, strategy: true, ...item })
    await removeItem(stage.housing(), { itemId: second.id })

    const read = (await chair.get(path)).text
    expect(read).toContain('Punkt 3: Boliger på kajen')
    expect(read).toContain('At vi bygger')
    expect(read).toContain('Drøftelse i')
    expect(read).toContain('Parkering på kajen')
    for (const unsent of ['Boliger ved vandet', 'At vi venter', 'Beslutning i']) expect(read).not.toContain(unsent)
    expect((await chair.get('/moeder?q=Boliger+ved')).text).toContain('Ingen møder fundet')
    expect((await chair.get('/moeder?q=Boliger+på')).text).toContain('23.04.2026')
    const draft = (await housing.get(path)).text
    expect(draft).toContain('Boliger ved vandet')
    expect(draft).not.toContain('Parkering på kajen')

    await stage.signed(meetingId, stage.housing(), stage.municipality())
    await sendSupplement(stage.housing(), { meetingId, lateReason: 'Nye oplysninger' })
    expect((await chair.get(path)).text).toContain('Boliger ved vandet')
    expect((await chair.get(path)).text).not.toContain('Parkering på kajen')
  })

  test('is edited without overwriting, and closed with a reason', async () => {
    const { path } = await open(municipality, 'faelles-gruppe', 'Anvisning')
    expect((await chair.post(`${path}/rediger`, { version: '1', title: 'x' })).status).toBe(403)
    expect((await housing.post(`${path}/rediger`, { version: '1', title: '', summary: '' })).status).toBe(422)
    expect((await housing.post(`${path}/rediger`, { version: '1', title: 'Anvisning 2026', summary: '' })).status).toBe(
      303,
    )
    const late = await municipality.post(`${path}/rediger`, { version: '1', title: 'Anvisningsaftale', summary: '' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Anvisning 2026')
    expect(late.text).toContain('Anvisningsaftale')
    expect((await housing.post(`${path}/afslut`, { reason: '' })).status).toBe(422)
    expect((await housing.post(`${path}/afslut`, { reason: 'Aftalen er indgået.' })).status).toBe(303)
    expect((await chair.get(path)).text).toContain('Aftalen er indgået.')
    expect((await housing.post(`${path}/rediger`, { version: '3', title: 'Igen', summary: '' })).status).toBe(422)
    expect((await chair.get('/sager')).text).not.toContain('Anvisning 2026')
    expect((await chair.get('/sager?vis=afsluttede')).text).toContain('Anvisning 2026')
  })

  test('a double click opens one', async () => {
    const form = { bodyId: stage.cooperation.body('faelles-gruppe'), title: 'Kun én', _once: 'o'.repeat(24) }
    await Promise.all([housing.post('/sager', form), housing.post('/sager', form)])
    expect(await portal.db.prisma.case.count({ where: { title: 'Kun én' } })).toBe(1)
  })
})

describe('a side’s own case', () => {
  test('exists for that side alone, and comes on no other body’s agenda, until it is forwarded (R11, R29)', async () => {
    const { path } = await open(housing, 'strategigruppe-bolig', 'Vores forhandlingsoplæg')
    const found = await portal.db.prisma.case.findFirstOrThrow({ where: { title: 'Vores forhandlingsoplæg' } })
    expect((await housingStrategist.get(path)).status).toBe(200)
    for (const client of [municipality, chair]) {
      expect((await client.get(path)).status).toBe(404)
      expect((await client.get('/sager?q=forhandlingsopl')).text).toContain('Ingen sager fundet')
      expect((await client.post(`${path}/oversend`)).status).toBe(404)
    }
    const meetingId = await stage.prepared()
    await expect(stage.put(meetingId, { caseId: found.id })).rejects.toMatchObject({ field: 'caseId' })
    expect((await housing.post(`${path}/oversend`)).status).toBe(303)
    expect((await chair.get(path)).text).toContain('Sagen er oversendt til fælles boligstrategisk gruppe')
    expect((await municipality.post(`${path}/afslut`, { reason: 'Færdig' })).status).toBe(303)
  })

  test('is the municipality’s own in the same way, and it takes its stand to the other side’s too (R30)', async () => {
    const { path } = await open(municipality, 'strategigruppe-kommune', 'Kommunens holdning til udlejning')
    expect((await municipality.get(path)).status).toBe(200)
    for (const client of [housing, housingStrategist]) {
      expect((await client.get(path)).status).toBe(404)
      expect((await client.get('/sager?q=holdning til udlejning')).text).toContain('Ingen sager fundet')
    }
    expect((await municipality.post(`${path}/oversend`)).status).toBe(303)
    for (const client of [housing, housingStrategist])
      expect((await client.get(path)).text).toContain('Kommunens holdning til udlejning')
  })

  test('a secretariat opens none for the other side', async () => {
    expect((await open(housing, 'strategigruppe-kommune', 'x')).answer.status).toBe(403)
    expect((await open(chair, 'faelles-gruppe', 'x')).answer.status).toBe(403)
  })
})

test('what does not exist', async () => {
  for (const path of ['/sager/2026-999', '/sager/hej', '/sager/2026-999/rediger']) {
    expect((await housing.get(path)).status).toBe(404)
  }
})
