import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client, TestApp } from '../support/app.ts'
import { demoApp } from '../support/demo.ts'
import { formTo } from '../support/form-on-page.ts'

// What people see of the shared standards: in force for all, drafts for those who write them.

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

const welcome = '/standarder/god-modtagelse-af-nye-beboere'
const walk = '/standarder/tryghedsvandring-i-hvert-boligomraade'
const titlesIn = (text: string) =>
  [...text.matchAll(/<td data-label="Standard"><a [^>]*>([^<]*)<\/a>/g)].map(([, title]) => title)
const newestOf = (slug: string) =>
  portal.db.prisma.textDraft.findFirstOrThrow({ where: { text: { slug } }, orderBy: { number: 'desc' } })

describe('the list', () => {
  test('has what is in force for everybody, and what is written on for the secretariats', async () => {
    expect(titlesIn((await member.get('/standarder')).text)).toEqual([
      'God modtagelse af nye beboere',
      // In hearing, and open to all who are asked.
      'Støtte til beboerdemokratiet',
      'Tidlig kontakt, før nogen sættes ud',
    ])
    const { text } = await housing.get('/standarder')
    expect(titlesIn(text)).toHaveLength(5)
    expect(text).toContain('Udkast til version 2')
  })

  test('is searched, narrowed and sorted, and says when nothing is found', async () => {
    expect(titlesIn((await housing.get('/standarder?q=BOLIGOMRÅDE')).text)).toEqual([
      'Deling af oplysninger om boligområder',
      'Tryghedsvandring i hvert boligområde',
    ])
    expect(titlesIn((await housing.get('/standarder?vis=gaelder')).text)).toHaveLength(2)
    // A draft of the next version counts as worked on, under the title that is in force.
    expect(titlesIn((await housing.get('/standarder?vis=arbejde')).text)).toContain('God modtagelse af nye beboere')
    expect(titlesIn((await housing.get('/standarder?sorter=nyeste')).text)[0]).toBe(
      'Tryghedsvandring i hvert boligområde',
    )
    const nothing = await housing.get('/standarder?q=findesikke')
    expect(nothing.text).toContain('Ingen standarder fundet')
    expect(nothing.text).toContain('Vis alle standarder')
  })
})

test('a standard is found by its words, and one that is only written on by those who write it', async () => {
  const hits = async (client: Client, words: string) => (await client.get(`/soeg?q=${words}`)).text
  expect(await hits(member, 'velkomstmaterialet')).toContain('href="/standarder/god-modtagelse-af-nye-beboere"')
  expect(await hits(housing, 'tryghedsvandring')).toContain('Udkast til version 1')
  expect(await hits(member, 'tryghedsvandring')).not.toContain('href="/standarder/tryghedsvandring')
})

describe('a standard', () => {
  test('in force is read by everybody, with its decision and its case', async () => {
    const { text } = await member.get(welcome)
    expect(text).toContain('Alle nye beboere får tilbudt et besøg inden for fire uger')
    expect(text).toMatch(/Vedtaget\. Gælder fra den/)
    const decision = /href="(\/beslutninger\/\d{4}\/\d+)"/.exec(text)?.[1] ?? ''
    const about = await member.get(decision)
    expect(about.text).toContain('href="/standarder/god-modtagelse-af-nye-beboere/versioner/1"')
    const found = /href="(\/sager\/[\d-]+)"/.exec(text)?.[1] ?? ''
    expect((await member.get(found)).text).toContain('God modtagelse af nye beboere, version 1')
    expect(text).not.toContain('to uger')
    expect(text).not.toContain('Begynd på en ny version')
  })

  test('that only the secretariats have seen is not there for others, and its forms are closed to them', async () => {
    for (const path of [walk, `${walk}/udkast`, `${welcome}/versioner/2`])
      expect((await member.get(path)).status, path).toBe(404)
    // To those who do not write it, the address of the draft leads to what is in force.
    expect((await member.get(`${welcome}/udkast`)).headers.location).toBe(welcome)
    const refused = await member.get('/standarder/ny')
    expect(refused.status).toBe(403)
    expect(refused.text).toContain('medarbejdere i de to sekretariater')
    const version = (await newestOf('god-modtagelse-af-nye-beboere')).number
    const posted = await member.post(`${welcome}/udkast/ret`, { version, title: 'Nej', purpose: '', appliesTo: 'ALL' })
    expect(posted.status).toBe(403)
  })

  test('that stands on an agenda says why nothing of it can be changed', async () => {
    const { text } = await housing.get(`${walk}/udkast`)
    expect(text).toContain('Teksten har status »På dagsordenen«. Derfor kan teksten ikke ændres.')
    expect(text).toContain('Tag af dagsordenen')
    expect(text).not.toContain('Tilføj et punkt')
    const { number } = await newestOf('tryghedsvandring-i-hvert-boligomraade')
    const refused = await housing.post(`${walk}/udkast/punkter/p1`, { version: number, text: 'Nyt', evidence: 'Nyt' })
    expect(refused.text).toContain('Derfor kan teksten ikke ændres.')
    expect((await newestOf('tryghedsvandring-i-hvert-boligomraade')).number).toBe(number)
  })

  test('that nobody has adopted leads to its draft', async () => {
    const answer = await housing.get(walk)
    expect(answer.headers.location).toBe(`${walk}/udkast`)
  })
})

describe('writing', () => {
  test('keeps what was typed, and names every fault at its field', async () => {
    const answer = await housing.post('/standarder/ny', { title: '', purpose: 'Et formål', appliesTo: 'NOGLE' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Feltet »Titel« skal udfyldes.')
    expect(answer.text).toContain('Vælg, hvem standarden gælder for.')
    expect(answer.text).toContain('Et formål')
  })

  test('goes from the first word to the agenda through both secretariats', async () => {
    const begun = await housing.post('/standarder/ny', {
      title: 'Genhusning med omtanke',
      purpose: 'Ingen flyttes uden en aftale.',
      appliesTo: 'ALL',
    })
    const draft = '/standarder/genhusning-med-omtanke/udkast'
    expect(begun.headers.location).toBe(draft)
    expect((await housing.get(draft)).text).toContain('Standarden har ingen punkter. Tilføj mindst ét.')
    await municipality.post(`${draft}/punkter/nyt`, { version: 1, text: 'Alle får en plan.', evidence: '' })
    expect((await housing.get(draft)).text).toContain('Punkt 1 siger ikke, hvad der viser, at det er opfyldt.')
    await municipality.post(`${draft}/punkter/p1`, { version: 2, text: 'Alle får en plan.', evidence: 'Planen.' })
    await housing.post(`${draft}/punkter/nyt`, { version: 3, text: 'Planen er skrevet.', evidence: 'Planen.' })
    const { action, fields } = formTo((await municipality.get(draft)).text, `${draft}/punkter/p2/flyt`)
    expect((await municipality.post(action, fields)).status).toBe(303)
    expect((await newestOf('genhusning-med-omtanke')).content).toMatch(/Planen er skrevet.*Alle får en plan/)
    const { hash } = await newestOf('genhusning-med-omtanke')
    await housing.post(`${draft}/godkend`, { hash })
    expect((await housing.get(draft)).text).toContain('Afventer kommunens sekretariat.')
    const early = await housing.post(`${draft}/dagsorden`, { meetingId: 1, fromDay: '' })
    expect(early.text).toContain('Derfor kan teksten ikke sættes på dagsordenen.')
    await municipality.post(`${draft}/godkend`, { hash })
    const form = await housing.get(`${draft}/dagsorden`)
    const meetingId = /<option value="(\d+)"/.exec(form.text.slice(form.text.indexOf('name="meetingId"')))?.[1] ?? ''
    const put = await housing.post(`${draft}/dagsorden`, { meetingId, fromDay: '' })
    expect(put.headers.location).toBe(draft)
    const { text } = await housing.get(draft)
    expect(text).toContain('Udkastet er sat på dagsordenen som punkt')
    const item = /href="(\/moeder\/\d+\/dagsorden)#punkt-\d+"/.exec(text)?.[1] ?? ''
    expect((await housing.get(item)).text).toContain('Fælles standard: Genhusning med omtanke')
  })

  test('of two who write the same point, the second is shown both', async () => {
    const draft = '/standarder/stoette-til-beboerdemokratiet/udkast'
    const { number } = await newestOf('stoette-til-beboerdemokratiet')
    await housing.post(`${draft}/punkter/p1`, { version: number, text: 'Kursus inden to måneder.', evidence: 'Antal.' })
    const second = await municipality.post(`${draft}/punkter/p1`, {
      version: number,
      text: 'Kursus inden seks måneder.',
      evidence: 'Antal.',
    })
    expect(second.status).toBe(409)
    expect(second.text).toContain('Kursus inden to måneder.')
    expect(second.text).toContain('Kursus inden seks måneder.')
  })
})
