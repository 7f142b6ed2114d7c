import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client, TestApp } from '../support/app.ts'
import { demoApp } from '../support/demo.ts'

// R35, R38, R40: the method is adopted, proposes term by term, and people assess with reasons on a meeting's item.

let portal: TestApp
let housing: Client
let municipality: Client
let reader: Client
beforeAll(async () => {
  portal = await demoApp()
  housing = await portal.signIn('sekretariat.bolig')
  municipality = await portal.signIn('sekretariat.kommune')
  reader = await portal.signIn('medlem.fab')
})
afterAll(() => portal.close())

const method = '/vurderingsmetoder/faelles-omraadevurdering'
const areasIn = (text: string) =>
  [...text.matchAll(/<th scope="row" data-label="Boligområde"><a [^>]*>([^<]*)<\/a>/g)].map(([, name]) => name)

test('every area stands with both, and a worrying one without an initiative is shown as such', async () => {
  const { text } = await reader.get('/vurderinger')
  expect(areasIn(text).length).toBeGreaterThan(10)
  expect(text).toContain('Fælles områdevurdering, version 1')
  expect(areasIn((await reader.get('/vurderinger?vis=indsats')).text)).toEqual(['Bolbroområdet'])
  expect(areasIn((await reader.get('/vurderinger?niveau=n1')).text)).toEqual(['Tornbjergområdet'])
  expect(areasIn((await reader.get('/vurderinger?q=bolbro')).text)).toEqual(['Bolbroområdet'])
  expect((await reader.get('/vurderinger?q=findesikke')).text).toContain('Ingen boligområder fundet')
  expect((await reader.get('/vurderinger.csv')).text).toContain('Bolbroområdet')
})

test('R40: why an area is worrying is answered by its own page', async () => {
  const { text } = await reader.get('/boligomraader/bolbroomraadet')
  expect(text).toContain('Bekymrende, vurderet på mødet den')
  expect(text).toContain('Flere fraflytninger og mere hærværk på ét år.')
  expect(text).toContain('Ingen indsats er aftalt')
  expect(text).toContain('Metodens forslag')
})

test('a proposal says its terms, and what it lacks', async () => {
  const { text } = await reader.get('/vurderinger/bolbroomraadet')
  expect(text).toContain('Fraflytninger efter afdeling')
  expect(text).toContain('Alle vurderinger')
  expect((await reader.get('/vurderinger/findes-ikke')).status).toBe(404)
})

describe('an area is assessed', () => {
  const path = '/vurderinger/naesbyomraadet/ny'
  const chosen = (text: string, field: string) =>
    new RegExp(`name="${field}"[\\s\\S]*?<option value="(\\d+)"`).exec(text)?.[1] ?? ''

  test('on an item of a meeting alone, with reasons; both secretariats may, nobody else', async () => {
    expect((await reader.get(path)).status).toBe(403)
    const form = (await housing.get(path)).text
    const itemId = chosen(form, 'itemId')
    const typed = { version: '0', level: 'n2', reasons: 'Fraværet stiger.', itemId, reviewOn: '01.06.2027' }
    const refused = await housing.post(path, { ...typed, reasons: '', itemId: '999999' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Skriv, hvorfor området vurderes sådan.')
    const none = await housing.post(path, { ...typed, itemId: '999999', reviewOn: '01.01.2020' })
    expect(none.text).toContain('Vælg et punkt, som et møde har behandlet.')
    expect(none.text).toContain('Vælg en dag efter i dag.')
    await housing.post(path, typed)
    expect((await reader.get('/vurderinger/naesbyomraadet')).text).toContain('Fraværet stiger.')
    // The other had opened the form before.
    const second = await municipality.post(path, { ...typed, level: 'n1', reasons: 'Det er stabilt.' })
    expect(second.status).toBe(409)
    expect(second.text).toContain('Det er stabilt.')
  })

  test('a review that is due comes up by itself', async () => {
    expect((await municipality.get('/')).text).toContain('Vurdér Tornbjergområdet igen')
    expect((await reader.get('/')).text).not.toContain('Vurdér Tornbjergområdet igen')
  })
})

describe('R38: a method', () => {
  test('is a text that the parties adopt: in force with its decision, with the next version beside it', async () => {
    const { text } = await reader.get(method)
    expect(text).toContain('byens tal samme år')
    expect(text).toContain('fra 10 % 1 point')
    expect(text).toContain('Særligt udsat')
    expect((await reader.get(`${method}/udkast`)).status).toBe(303)
    expect((await reader.get('/vurderingsmetoder')).text).not.toContain('Udvikling i området')
    expect((await housing.get('/vurderingsmetoder')).text).toContain('Udkast til version 2')
  })

  test('shows old and new level side by side before it is adopted', async () => {
    const { text } = await housing.get(`${method}/udkast/virkning`)
    expect(text).toContain('Version 1, som gælder')
    expect(text).toContain('Udkast til version 2')
    expect((await reader.get(`${method}/udkast/virkning`)).status).toBe(403)
  })

  test('its terms and levels are data: edited by the secretariats, with each fault at its field', async () => {
    const draft = `${method}/udkast`
    const form = (await housing.get(`${draft}/indikatorer/t1`)).text
    const version = /name="version" value="(\d+)"/.exec(form)?.[1] ?? ''
    const indicatorId = /<option value="(\d+)" selected>/.exec(form)?.[1] ?? ''
    const typed = { version, indicatorId, worse: 'HIGHER', limit: '', yearsBack: '', floorPoints: '', floorLevel: '' }
    const refused = await housing.post(`${draft}/indikatorer/t1`, { ...typed, yardstick: 'THRESHOLD', bands: 'ti: en' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Skriv et trin på hver linje')
    const limit = await housing.post(`${draft}/indikatorer/t1`, { ...typed, yardstick: 'THRESHOLD', bands: '10: 1' })
    expect(limit.text).toContain('Skriv en grænse, der er større end 0.')
    await housing.post(`${draft}/indikatorer/t1`, {
      ...typed,
      yardstick: 'THRESHOLD',
      limit: '12,5',
      bands: '10: 1\n20: 3',
    })
    expect((await housing.get(draft)).text).toContain('grænsen 12,5 %')
    const levels = (await housing.get(`${draft}/niveauer`)).text
    const at = /name="version" value="(\d+)"/.exec(levels)?.[1] ?? ''
    const posted = await housing.post(`${draft}/niveauer`, {
      ...{
        version: at,
        'levels[0][name]': 'Grøn',
        'levels[0][from]': '0',
        'levels[1][name]': 'Gul',
        'levels[1][from]': '5',
      },
      'levels[1][worrying]': '1',
    })
    expect(posted.status).toBe(303)
    expect((await housing.get(draft)).text).toContain('Fra 5 point')
  })
})
