import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client, TestApp } from '../support/app.ts'
import { demoApp } from '../support/demo.ts'
import { receivedLetter } from './given.ts'

// R24, as people see it: what is urgent, how a letter comes to be, and what was sent and answered.

let portal: TestApp
let housing: Client
let municipality: Client
let member: Client
beforeAll(async () => {
  portal = await demoApp()
  housing = await portal.signIn('sekretariat.bolig')
  municipality = await portal.signIn('sekretariat.kommune')
  member = await portal.signIn('medlem.hoejstrup')
})
afterAll(() => portal.close())

const out = '/udtalelser/hoering-om-nabokommunens-plan-for-nye-almene-boliger'
const sent = '/udtalelser/hoering-om-vejledning-i-fleksibel-udlejning'
const answered = '/udtalelser/henvendelse-om-digitale-breve-til-udsatte-beboere'
const titlesIn = (text: string) =>
  [
    ...text
      .slice(text.indexOf('Udtalelser udadtil</caption>'))
      .matchAll(/<th scope="row" data-label="Udtalelse"><a [^>]*>([^<]*)<\/a>/g),
  ].map(([, title]) => title)

describe('the list', () => {
  test('begins with what is urgent, and has all of it below', async () => {
    const { text } = await member.get('/udtalelser')
    const urgent = text.slice(text.indexOf('Hvad haster?'), text.indexOf('Alle udtalelser'))
    expect(urgent).toContain('Høring om nabokommunens plan')
    expect(urgent).toContain('Kan ikke nås')
    expect(urgent).not.toContain('fleksibel udlejning')
    expect(titlesIn(text)).toHaveLength(3)
  })

  test('is searched, narrowed and sorted, fetched as a table, and says when nothing is found', async () => {
    const titles = async (query: string) => titlesIn((await member.get(`/udtalelser?${query}`)).text)
    expect(await titles('q=BOLIGSTYRELSE')).toEqual(['Høring om vejledning i fleksibel udlejning'])
    expect(await titles('status=ANSWERED')).toEqual(['Henvendelse om digitale breve til udsatte beboere'])
    expect(await titles('type=APPROACH')).toHaveLength(1)
    expect(await titles('modtager=Den+opdigtede+nabokommune')).toHaveLength(1)
    expect((await titles('sorter=titel'))[0]).toBe('Henvendelse om digitale breve til udsatte beboere')
    expect(await titles('status=overskredet')).toEqual([])
    expect((await member.get('/udtalelser?q=findesikke')).text).toContain('Ingen udtalelser fundet')
    const csv = await member.get('/udtalelser.csv?type=RESPONSE')
    expect(csv.text.trim().split('\r\n')).toHaveLength(3)
    expect(csv.text).toContain('Kan ikke nås')
  })
})

describe('a letter that cannot be reached in time', () => {
  test('says so, with what would make it, to all; its text is not read before the organisations are asked', async () => {
    const { text } = await member.get(out)
    expect(text).toContain('Fristen kan ikke nås')
    expect(text).toContain('Bed modtageren om en senere frist')
    expect(text).toContain('Hver organisation sender sin egen udtalelse')
    expect(text).not.toContain('Skriftlig behandling med svarfrist')
    expect(text).not.toContain('Samspillet mellem byerne')
    expect((await housing.get(out)).text).toContain('Samspillet mellem byerne')
    expect((await member.get(`${out}/udkast`)).status).toBe(404)
  })

  test('waits for the secretariats on their overview, and for nobody else', async () => {
    const told = '»Høring om nabokommunens plan for nye almene boliger« kan ikke nås med de planlagte møder.'
    expect((await municipality.get('/')).text).toContain(told)
    expect((await member.get('/')).text).not.toContain(told)
  })

  test('is sent by nobody: the page says why, and so does the act', async () => {
    const { text } = await housing.get(`${out}/send`)
    expect(text).toContain('Brevet er ikke vedtaget.')
    expect(text).not.toContain('Registrér brevet som sendt')
    const refused = await housing.post(`${out}/send`, { hash: 'x', means: 'EMAIL', sentOn: '01.01.2026', note: '' })
    expect(refused.text).toContain('Brevet er ikke vedtaget.')
  })
})

describe('a letter that was sent', () => {
  test('is read as it went, with the organisations by their stance', async () => {
    const { text } = await member.get(`${sent}/brev`)
    expect(text).toContain('Jeres j.nr.: 2026-1187')
    expect(text).toContain('Har afgivet egen udtalelse')
    expect(text).toContain('Kollegieboligselskabet')
    expect(text).toContain('Kriterier skal kunne ændres i løbet af en aftale')
  })

  test('is worked on no more, and leads to its decision and its case', async () => {
    const { text } = await housing.get(sent)
    expect(text).toContain('Tekstens kontrolsum')
    expect(text).not.toContain('Åbn udkastet')
    expect((await housing.get(`${sent}/udkast`)).headers.location).toBe(sent)
    const version = await housing.get(`${sent}/versioner/1`)
    const decision = /href="(\/beslutninger\/\d{4}\/\d+)"/.exec(version.text)?.[1] ?? ''
    expect((await member.get(decision)).text).toContain(`href="${sent}/versioner/1"`)
    const found = /href="(\/sager\/[\d-]+)"/.exec(text)?.[1] ?? ''
    expect((await member.get(found)).text).toContain('Høring om vejledning i fleksibel udlejning, version 1')
  })

  test('is answered point by point: nothing typed is lost, and every fault stands at its field', async () => {
    const form = await housing.get(`${sent}/svar`)
    expect(form.text).toContain('Vejledningen er nyttig')
    const refused = await housing.post(`${sent}/svar`, {
      version: 0,
      receivedOn: '',
      reference: '',
      summary: 'Kort fortalt',
      'points[0][asked]': 'Vejledningen er nyttig',
      'points[0][said]': '',
      'points[0][followed]': 'FULL',
      'points[0][outcome]': 'Den er taget i brug',
    })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Skriv den dag, svaret blev modtaget.')
    expect(refused.text).toContain('Den er taget i brug')
    expect(refused.text).toContain('Kort fortalt')
  })
})

test('an answer that was filed says point by point what was followed and what became of it', async () => {
  const { text } = await member.get(answered)
  expect(text).toContain('Delvist fulgt: 1')
  expect(text).toContain('Boligorganisationerne har rettet deres standardbreve')
  const file = /href="(\/udtalelser\/[^"]*\/svar\/\d+\/brev)"/.exec(text)?.[1] ?? ''
  expect((await member.get(file)).headers['content-type']).toContain('application/pdf')
})

describe('a new letter', () => {
  const draft = '/udtalelser/hoering-om-husordener'
  const typed = {
    kind: 'RESPONSE',
    title: 'Høring om husordener',
    addressee: 'Nævnet',
    reference: '77',
    receivedOn: '30.11.2026',
    deadline: '01.11.2026',
    hearingWorkdays: '5',
    leadId: '1',
  }

  test('keeps what was typed and names every fault; others than the secretariats are told who may', async () => {
    const refused = await housing.post('/udtalelser/ny', { ...typed, title: '', deadline: 'i morgen' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Feltet »Emne« skal udfyldes.')
    expect(refused.text).toContain('Skriv datoen som dd.mm.åååå')
    expect(refused.text).toContain('value="Nævnet"')
    expect((await member.get('/udtalelser/ny')).status).toBe(403)
  })

  test('goes from the received letter to what an organisation answers', async () => {
    const lead = /<option value="(\d+)">Mads Tværgaard/.exec((await housing.get('/udtalelser/ny')).text)?.[1] ?? ''
    const today = portal.clock.now().slice(0, 10)
    const given = { ...typed, receivedOn: today, deadline: addDays(today, 120), leadId: lead }
    const posted = await housing.upload('/udtalelser/ny', given, {
      field: 'fil',
      name: receivedLetter.name,
      content: receivedLetter.buffer,
    })
    expect(posted.headers.location).toBe(draft)
    await municipality.post(`${draft}/udkast/afsnit/nyt`, { version: 1, heading: 'Støj', text: 'Reglerne er uklare.' })
    expect((await member.get(draft)).text).not.toContain('Reglerne er uklare.')
    await housing.post(`${draft}/hoering`, { until: addDays(today, 7) })
    const { text } = await member.get(draft)
    expect(text).toContain('Reglerne er uklare.')
    expect(text).toContain('0 af 13 organisationer har svaret.')
    expect((await member.get('/')).text).toContain('Svar på udkastet »Høring om husordener«')
    const refused = await member.post(`${draft}/holdninger/hoejstrup`, { version: 0, position: 'REMARKS', text: '' })
    expect(refused.text).toContain('Skriv bemærkningerne.')
    await member.post(`${draft}/holdninger/hoejstrup`, { version: 0, position: 'REMARKS', text: 'Nævn nattero.' })
    expect((await municipality.get(draft)).text).toContain('Nævn nattero.')
    expect((await member.get('/')).text).not.toContain('Svar på udkastet »Høring om husordener«')
  })
})

const addDays = (on: string, days: number): string =>
  new Date(Date.parse(`${on}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
