import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCase } from '../../src/features/meetings/cases/index.ts'
import { addItem, editItem, sendSupplement } from '../../src/features/meetings/meetings/index.ts'
import { type MeetingStage, stageFor } from '../meetings/stage.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'

let portal: TestApp
let stage: MeetingStage
let secretary: Client
let member: Client
let reader: Client

beforeAll(async () => {
  portal = await testApp()
  stage = await stageFor(portal.db)
  secretary = await portal.signIn('sekretariat.bolig')
  member = await portal.signIn('medlem.hoejstrup')
  reader = await portal.signIn('laeser')
})
afterAll(() => portal.close())

const search = async (client: Client, q: string, i = 'alt') =>
  (await client.get(`/soeg?${new URLSearchParams({ q, i })}`)).text

const openShared = (title: string) =>
  openCase(stage.housing(), {
    bodyId: stage.cooperation.body('faelles-gruppe'),
    title,
    summary: 'Om boliger',
    journalNumber: null,
  })

test('is for those who are signed in', async () => {
  const answer = await portal.anonymous().get('/soeg?q=vollsmose')
  expect(answer.status).toBe(303)
  expect(answer.headers.location).toBe('/log-ind?videre=%2Fsoeg%3Fq%3Dvollsmose')
})

test('an empty search asks for words, also when only signs were typed', async () => {
  for (const q of ['', '   ', '%', '"*']) {
    const page = await secretary.get(`/soeg?${new URLSearchParams({ q })}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('Skriv et eller flere ord.')
  }
})

test('a search that finds nothing says so, with what was typed, and what makes no sense is left out', async () => {
  const page = await secretary.get('/soeg?q=%3Cb%3Eintet&i=hvadsomhelst&efter=forkert')
  expect(page.status).toBe(200)
  expect(page.text).toContain('Ingen resultater fundet for »&lt;b&gt;intet«')
})

test('every word must be there, the last as it begins, and nothing typed is an operator', async () => {
  await openShared('Helhedsplan for Korsløkke')
  expect(await search(secretary, 'helhedsplan kors')).toContain('Helhedsplan for Korsløkke')
  expect(await search(secretary, 'KORSLØKKE')).toContain('Helhedsplan for Korsløkke')
  expect(await search(secretary, 'helhed korsløkke')).toContain('Ingen resultater')
  expect(await search(secretary, 'helhedsplan OR vandtårn')).toContain('Ingen resultater')
})

test('a single letter is searched for as a word of its own, and the page says so', async () => {
  await openShared('Renovering af blok K')
  const single = 'Et enkelt bogstav eller tal søges som et helt ord.'
  const page = await search(secretary, 'blok k')
  expect(page).toContain('Renovering af blok K')
  expect(page).toContain(single)
  await openShared('Blok Kastanje')
  expect(await search(secretary, 'blok k')).not.toContain('Kastanje')
  const longer = await search(secretary, 'blok ka')
  expect(longer).toContain('Kastanje')
  expect(longer).not.toContain(single)
})

describe('items', () => {
  test('are found by those who may not read drafts once they are sent, and as they were sent', async () => {
    const meetingId = await stage.prepared()
    const { id } = await stage.put(meetingId, { title: 'Tryghedsvandring', summary: 'Om lys på stierne' })
    expect(await search(secretary, 'tryghedsvandring')).toContain('Tryghedsvandring')
    expect(await search(member, 'tryghedsvandring')).toContain('Ingen resultater')
    await stage.called(meetingId)
    expect(await search(member, 'tryghedsvandring lamper')).toContain('Ingen resultater')
    expect(await search(member, 'lys stierne', 'punkter')).toContain('Tryghedsvandring')

    await addItem(stage.housing(), { meetingId, title: 'Natteravne', kind: 'DISCUSSION', strategy: true })
    await editItem(stage.housing(), {
      itemId: id,
      version: 1,
      title: 'Gadefest',
      summary: 'Om lys på stierne',
      kind: 'DISCUSSION',
      strategy: true,
    })
    for (const words of ['natteravne', 'gadefest', 'lys stierne']) {
      expect(await search(member, words, 'punkter')).not.toMatch(/Natteravne<|Gadefest</)
    }
    expect(await search(secretary, 'natteravne')).toContain('Natteravne')

    await stage.signed(meetingId, stage.housing(), stage.municipality())
    await sendSupplement(stage.housing(), { meetingId, lateReason: 'Nye oplysninger' })
    expect(await search(member, 'natteravne', 'punkter')).toContain('Natteravne')
    expect(await search(reader, 'gadefest', 'punkter')).toContain('Gadefest')
  })

  test('a closed one is found by its public title alone, and only who may read it sees its own', async () => {
    const meetingId = await stage.prepared('faelles-gruppe', '2026-05-21')
    await stage.put(meetingId, {
      title: 'Køb af Grønnegade 7',
      summary: 'Sælger vil have to millioner',
      closed: true,
      closedReason: 'Forhandlingsposition',
      publicTitle: 'Køb af fast ejendom',
    })
    await stage.called(meetingId)
    for (const client of [member, reader, secretary]) {
      expect(await search(client, 'grønnegade')).toContain('Ingen resultater')
      expect(await search(client, 'sælger millioner')).toContain('Ingen resultater')
    }
    const forReader = await search(reader, 'fast ejendom')
    expect(forReader).toContain('Køb af fast ejendom')
    expect(forReader).toContain('Lukket punkt')
    expect(forReader).not.toContain('Grønnegade')
    expect(await search(member, 'fast ejendom')).toContain('Køb af Grønnegade 7')
  })

  test('a side’s own are nobody else’s', async () => {
    const meetingId = await stage.prepared('strategigruppe-bolig', '2026-04-08')
    await stage.put(meetingId, { title: 'Vores forhandlingsoplæg' })
    await stage.signed(meetingId, stage.housing())
    await stage.called(meetingId).catch(() => undefined)
    expect(await search(secretary, 'forhandlingsoplæg')).toContain('Vores forhandlingsoplæg')
    const other = await portal.signIn('sekretariat.kommune')
    for (const client of [other, reader]) {
      expect(await search(client, 'forhandlingsoplæg')).toContain('Ingen resultater')
      expect(await search(client, 'strategigruppe', 'moeder')).not.toContain('oligorganisationernes strategigruppe,')
    }
  })
})

test('five of each kind stand together, and all of one kind a page at a time, each once', async () => {
  for (let n = 1; n <= 52; n += 1) await openShared(`Renoveringssag nummer ${n}`)
  const together = await search(member, 'renoveringssag')
  expect(together.match(/Renoveringssag nummer/g)).toHaveLength(5)
  expect(together).toContain('Vis alle sager')
  const first = await search(member, 'renoveringssag', 'sager')
  const next = /href="(\/soeg\?[^"]*efter=[^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const second = (await member.get(next)).text
  const numbers = [first, second].map(page => [...page.matchAll(/Renoveringssag nummer (\d+)/g)].map(hit => hit[1]))
  expect(numbers.map(page => page.length)).toEqual([50, 2])
  expect(new Set(numbers.flat()).size).toBe(52)
  expect(second).not.toContain('Næste side')
})
