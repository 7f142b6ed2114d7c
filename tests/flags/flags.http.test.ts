import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyFlags } from '../../src/features/strategy/flags/verify-flags.ts'
import type { Client, TestApp } from '../support/app.ts'
import { demoApp } from '../support/demo.ts'

// R39, as people see it: a place is pointed out, both sides see it at once, and it is never closed without an outcome.

let portal: TestApp
let housing: Client
let municipality: Client
let reader: Client
let member: Client
beforeAll(async () => {
  portal = await demoApp()
  housing = await portal.signIn('sekretariat.bolig')
  municipality = await portal.signIn('sekretariat.kommune')
  reader = await portal.signIn('underskriver.fab')
  member = await portal.signIn('medlem.boernunge')
})
afterAll(() => portal.close())

const placesIn = (text: string) =>
  [...text.matchAll(/<th scope="row" data-label="Sted"><a [^>]*>([^<]*)<\/a>/g)].map(([, name]) => name)
const today = () => portal.clock.now().slice(0, 10)
const later = (days: number) => new Date(Date.parse(portal.clock.now()) + days * 86_400_000).toISOString().slice(0, 10)
const area = (name: string) =>
  `omraade-${portal.db.sql.asStored<{ id: number }>('SELECT id FROM HousingArea WHERE name = ?', name)[0]?.id}`

describe('the list', () => {
  test('shows the open ones by age, and what must be done with each', async () => {
    const { text } = await reader.get('/paapegninger')
    expect(placesIn(text)).toEqual(['Tarup', 'Elmevænget', 'Næsbyområdet'])
    expect(text).toContain('Kvitteres senest den')
    expect(text).toContain('for 3 dage siden')
  })

  test('is searched, narrowed and sorted, fetched as a table, and says when nothing is found', async () => {
    const places = async (query: string) => placesIn((await reader.get(`/paapegninger?${query}`)).text)
    expect(await places('status=alle')).toHaveLength(4)
    expect(await places('status=ASSESSED')).toEqual(['Bolbroområdet'])
    expect(await places('status=alle&q=vaskekaeldre')).toEqual(['Bolbroområdet'])
    expect(await places('tema=CHILDREN')).toEqual(['Næsbyområdet'])
    expect(await places('part=HOUSING')).toEqual(['Elmevænget'])
    expect((await places('sorter=nyeste'))[0]).toBe('Næsbyområdet')
    expect(await places(`status=alle&sted=${area('Bolbroområdet')}`)).toEqual(['Bolbroområdet'])
    expect(await places('status=overskredet')).toEqual([])
    expect((await reader.get('/paapegninger?q=findesikke')).text).toContain('Ingen påpegninger fundet')
    const csv = await reader.get('/paapegninger.csv?status=alle')
    expect(csv.text.trim().split('\r\n')).toHaveLength(5)
    expect(csv.text).toContain('Bolbroområdet')
  })

  test('searching finds them by place and by words', async () => {
    expect((await reader.get('/soeg?q=fælleshuset')).text).toContain('Elmevænget: Beboerdemokrati og fællesskab')
    expect((await reader.get('/soeg?q=næsbyområdet&type=paapegninger')).text).toContain('Næsbyområdet: Børn og unge')
  })

  test('a place’s page tells of its flags and leads to a new one, chosen already', async () => {
    const { text } = await reader.get('/boligomraader/bolbroomraadet')
    expect(text).toContain('1 med udfald')
    const href = /href="(\/paapegninger\/ny\?sted=[^"]*)"/.exec(text)?.[1] ?? ''
    expect((await reader.get(href)).text).toMatch(/<option value="omraade-\d+" selected>Bolbroområdet/)
    expect((await reader.get('/boligomraader/kort?vis=paapegninger')).status).toBe(200)
  })
})

describe('a flag', () => {
  const draft = (given: Record<string, string> = {}) => ({
    ...{ place: area('Dalumområdet'), theme: 'SAFETY', seenOn: today(), source: 'STAFF', urgency: 'NORMAL' },
    ...{ reason: 'Lyset på stierne har været ude i to uger, og flere føler sig utrygge.' },
    ...given,
  })
  const raised = async (client: Client, given: Record<string, string> = {}) => {
    const posted = await client.post('/paapegninger/ny', draft(given))
    expect(posted.status, posted.text).toBe(303)
    return posted.headers.location ?? ''
  }
  const last = async (client: Client, path: string) =>
    /name="version" value="(\d+)"/.exec((await client.get(path)).text)?.[1] ?? ''
  const step = async (client: Client, path: string, given: Record<string, string>) =>
    client.post(path, { version: await last(client, path), ...given })

  test('keeps what was typed and names every fault at once', async () => {
    const refused = await reader.post('/paapegninger/ny', draft({ theme: '', seenOn: 'i går' }))
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Vælg et tema.')
    expect(refused.text).toContain('Skriv datoen som dd.mm.åååå')
    expect(refused.text).toContain('Lyset på stierne')
    const ahead = await reader.post('/paapegninger/ny', draft({ seenOn: later(2), reason: 'Ring til 010190-1234' }))
    expect(ahead.text).toContain('Den kan ikke ligge efter i dag.')
    expect(ahead.text).toContain('Skriv ikke CPR-numre i portalen.')
  })

  test('stops what looks like a resident’s name, with the way on for a place’s', async () => {
    const reason = 'Der er mørkt ved Karen Blixens Plads, og bænken er væltet.'
    const stopped = await reader.post('/paapegninger/ny', draft({ reason }))
    expect(stopped.status).toBe(422)
    expect(stopped.text).toContain('Teksten nævner »Karen Blixens Plads«')
    expect(stopped.text).toContain('Navnene i teksten er navne på steder eller organisationer')
    const path = await raised(reader, { reason, namesArePlaces: 'true' })
    expect((await municipality.get(path)).text).toContain('Karen Blixens Plads er navne på steder eller organisationer')
  })

  test('is seen by both at once, acknowledged by the other side alone, and its flagger hears of it', async () => {
    const path = await raised(reader)
    for (const client of [housing, municipality, member]) expect((await client.get(path)).status).toBe(200)
    expect((await municipality.get('/')).text).toContain('Kvittér for påpegningen af Dalumområdet')
    expect((await housing.get('/')).text).not.toContain('Kvittér for påpegningen af Dalumområdet')
    expect((await housing.get(`${path}/kvitter`)).status).toBe(403)
    expect((await housing.get(`${path}/afvis`)).text).toContain('Ny, afventer kvittering')
    await step(municipality, `${path}/kvitter`, { text: 'Vi ser på det.' })
    expect((await reader.get('/')).text).toContain('Din påpegning af Dalumområdet er kvitteret')
    expect((await housing.get('/')).text).toContain('Find et udfald for påpegningen af Dalumområdet')
    expect((await reader.get(`${path}/ret`)).status).toBe(422)
  })

  test('is declined with a reason, taken up again by the other side, and followed until a day', async () => {
    const path = await raised(member, { place: area('Tarupområdet') })
    await step(housing, `${path}/kvitter`, { text: '' })
    const empty = await step(municipality, `${path}/afvis`, { text: '' })
    expect(empty.text).toContain('Feltet »Begrundelse« skal udfyldes.')
    await step(municipality, `${path}/afvis`, { text: 'Lyset er repareret.' })
    expect((await member.get('/')).text).toContain('Din påpegning af Tarupområdet er afvist med en begrundelse')
    await step(housing, `${path}/genaabn`, { text: 'Det er gået ud igen.' })
    expect((await step(housing, `${path}/foelg`, { until: today(), text: 'Vi ser igen.' })).text).toContain(
      'efter i dag',
    )
    await step(housing, `${path}/foelg`, { until: later(30), text: 'Vi ser igen.' })
    const { text } = await member.get(path)
    for (const told of ['Lyset er repareret.', 'Det er gået ud igen.', 'Vi ser igen.']) expect(text).toContain(told)
  })

  test('two who handle it at once: the second is told, and keeps what was typed', async () => {
    const path = await raised(member, { place: area('Sanderumområdet') })
    await step(housing, `${path}/kvitter`, { text: '' })
    const version = await last(housing, `${path}/foelg`)
    await municipality.post(`${path}/foelg`, { version, until: later(20), text: 'Den enes ord.' })
    const second = await housing.post(`${path}/foelg`, { version, until: later(60), text: 'Den andens ord.' })
    expect(second.status).toBe(409)
    expect(second.text).toContain('Den andens ord.')
    expect((await member.get(path)).text).not.toContain('Den andens ord.')
  })

  test('of the same place and theme is joined to another, and shares its way', async () => {
    const main = await raised(reader, { place: area('Åløkkeområdet') })
    const second = await raised(member, { place: area('Åløkkeområdet') })
    await step(municipality, `${main}/kvitter`, { text: '' })
    await step(housing, `${second}/kvitter`, { text: '' })
    await step(housing, `${second}/saml`, { joinedTo: main.split('/').at(-1) ?? '', text: '' })
    expect((await reader.get(main)).text).toContain('Samlet med denne')
    await step(housing, `${main}/afvis`, { text: 'Der er sat lys op.' })
    expect((await member.get('/')).text).toContain('som din er samlet med, er afvist med en begrundelse')
  })

  test('becomes an item with what was written, and waits there for its meeting', async () => {
    const path = await raised(reader, { place: area('Hjalleseområdet') })
    await step(municipality, `${path}/kvitter`, { text: '' })
    const form = (await housing.get(`${path}/dagsorden`)).text
    const meetingId = /<option value="(\d+)" selected>/.exec(form)?.[1] ?? ''
    await step(housing, `${path}/dagsorden`, { meetingId, kind: 'DISCUSSION', caseId: 'ny' })
    expect((await housing.get(`/moeder/${meetingId}/dagsorden`)).text).toContain('Påpegning af Hjalleseområdet')
    expect((await housing.get(path)).text).toMatch(/Punkt \d+ på mødet den/)
    expect((await housing.get(`${path}/afvis`)).text).toContain('punktet er ikke behandlet')
    expect((await reader.get('/')).text).toContain('Din påpegning af Hjalleseområdet skal behandles på et møde')
  })

  test('that a meeting treated has its assessment, its item and its case', async () => {
    const path =
      /href="(\/paapegninger\/[\d-]+)">Bolbro/.exec((await reader.get('/paapegninger?status=ASSESSED')).text)?.[1] ?? ''
    const { text } = await reader.get(path)
    expect(text).toContain('Gruppen vurderer området som bekymrende.')
    const item = /href="(\/moeder\/\d+\/dagsorden)#punkt-\d+"/.exec(text)?.[1] ?? ''
    expect((await reader.get(item)).text).toContain(`href="${path}"`)
    const found = /href="(\/sager\/[\d-]+)"/.exec(text)?.[1] ?? ''
    expect((await reader.get(found)).text).toContain(`href="${path}"`)
  })
})

test('verify finds nothing wrong with them', () => {
  expect(verifyFlags(portal.db).wrong).toEqual([])
})
