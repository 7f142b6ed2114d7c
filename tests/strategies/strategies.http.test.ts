import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client, TestApp } from '../support/app.ts'
import { demoApp } from '../support/demo.ts'

// R14, R33, R34: what people see of the shared strategies, and of whether they are on their way.

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

const standing = '/strategier/trygge-boligomraader-med-plads-til-alle'
const draft = '/strategier/udlejning-der-styrker-omraaderne/udkast'
const plain = (text: string) => text.replace(/\s+/g, ' ')
const titlesIn = (text: string) =>
  [...text.matchAll(/<th scope="row" data-label="Titel"><a [^>]*>([^<]*)<\/a>/g)].map(([, title]) => title)
const newestOf = (slug: string) =>
  portal.db.prisma.textDraft.findFirstOrThrow({ where: { text: { slug } }, orderBy: { number: 'desc' } })

describe('the list', () => {
  test('has what is in force for everybody, and what is written on for the secretariats', async () => {
    const { text } = await member.get('/strategier')
    expect(titlesIn(text)).toEqual([
      'God genhusning',
      'Nye almene boliger i hele byen',
      'Trygge boligområder med plads til alle',
    ])
    // Adopted subject to approval, it waits, and all see that it does.
    expect(text).toContain('Vedtaget med forbehold')
    expect(titlesIn((await housing.get('/strategier')).text)).toHaveLength(5)
  })

  test('is searched, narrowed and sorted, and says when nothing is found', async () => {
    expect(titlesIn((await housing.get('/strategier?q=BOLIGPOLITIK')).text)).toHaveLength(1)
    expect(titlesIn((await housing.get('/strategier?type=POLICY')).text)).toEqual([
      'Fælles boligpolitik for de almene boliger',
    ])
    expect(titlesIn((await housing.get('/strategier?vis=gaelder')).text)).toHaveLength(2)
    expect((await housing.get('/strategier?vis=gennemgang')).text).toContain('Ingen strategier fundet')
    expect(titlesIn((await housing.get('/strategier?sorter=nyeste')).text)).toHaveLength(5)
  })
})

describe('a strategy', () => {
  test('in force is read as a document with its contents, its goals by number, and its decision', async () => {
    const text = plain((await member.get(standing)).text)
    expect(text).toContain('href="#p1"')
    expect(text).toContain('Pejlemærke 2: Flere i job og uddannelse')
    expect(text).toContain('Mål 3.1: Færre mister deres bolig')
    expect(text).toContain('78,2 %')
    expect(text).toMatch(/Vedtaget\. Gælder fra den/)
    expect(text).not.toContain('Begynd på en ny version')
    expect((await member.get(`${standing}/1`)).headers.location).toBe(`${standing}/versioner/1`)
    expect((await member.get(`${standing}/versioner/1`)).status).toBe(200)
  })

  test('that only the secretariats have seen is not there for others, and its forms are closed to them', async () => {
    expect((await member.get(draft)).status).toBe(404)
    expect((await member.get('/strategier/ny')).status).toBe(403)
    expect((await member.get(`${standing}/udkast/dele/a1`)).status).toBe(403)
  })

  test('that is written says what it lacks, by number', async () => {
    expect(plain((await housing.get(draft)).text)).toContain(
      'Delmål 1.1.1 mangler indikator, udgangspunkt og målværdi.',
    )
  })
})

describe('writing', () => {
  test('keeps what was typed, and names every fault at its field', async () => {
    const answer = await housing.post('/strategier/ny', {
      type: 'NOGET',
      title: '',
      purpose: 'Et formål',
      from: '01.01.2027',
      to: 'i morgen',
      scope: 'NAMED',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Feltet »Titel« skal udfyldes.')
    expect(answer.text).toContain('Vælg, om det er en politik, en strategi eller en retningslinje.')
    expect(answer.text).toContain('Skriv datoen som dd.mm.åååå')
    expect(answer.text).toContain('Et formål')
    const backwards = await housing.post('/strategier/ny', {
      type: 'STRATEGY',
      title: 'Baglæns',
      from: '01.01.2027',
      to: '31.12.2026',
      scope: 'NAMED',
    })
    expect(backwards.text).toContain('Perioden kan ikke slutte før den 1. januar 2027, hvor den begynder.')
    expect(backwards.text).toContain('Vælg mindst ét boligområde.')
  })

  test('goes part by part, each fault of a target at its field', async () => {
    const begun = await housing.post('/strategier/ny', {
      type: 'STRATEGY',
      title: 'Grønne gårde',
      from: '01.01.2027',
      to: '31.12.2029',
      scope: 'ALL',
      themes: 'Klima\n\nKlima\nBeboerdemokrati',
    })
    const path = '/strategier/groenne-gaarde/udkast'
    expect(begun.headers.location).toBe(path)
    await municipality.post(`${path}/nyt/pejlemaerke`, { version: 1, title: 'Flere træer', text: '' })
    await municipality.post(`${path}/nyt/maal`, { version: 2, title: 'Skygge til alle', text: '', owner: 'p1' })
    const form = await housing.get(`${path}/nyt/delmaal?under=m1`)
    expect(form.text).toContain('<option value="m1" selected>1.1 Skygge til alle</option>')
    const terms = { version: 3, title: 'Flere træer plantes', text: '', owner: 'm1', measure: 'INDICATOR' }
    const wrong = await housing.post(`${path}/nyt/delmaal`, {
      ...terms,
      year: '2031',
      baselineValue: '1.250',
      baselineYear: '26',
      value: 'mange',
    })
    expect(wrong.status).toBe(422)
    for (const told of ['Skriv tallet uden punktum', 'Skriv årstallet med fire cifre.'])
      expect(wrong.text).toContain(told)
    const outside = await housing.post(`${path}/nyt/delmaal`, { ...terms, year: '2031', baselineValue: '1250' })
    expect(outside.text).toContain('Målåret skal ligge i strategiens periode, 2027–2029.')
    expect(outside.text).toContain('Skriv, hvor udgangspunktets tal er hentet.')
    expect(outside.text).toContain('value="1250"')
    const added = await housing.post(`${path}/nyt/delmaal`, { ...terms, year: '2029' })
    expect(added.headers.location).toBe(`${path}#d1`)
    const { text } = await municipality.get(path)
    expect(plain(text)).toContain('Delmål 1.1.1 mangler indikator, udgangspunkt, målværdi og ansvarlig organisation.')
    expect(text).toContain('Klima, Beboerdemokrati')
  })

  test('of two who write the same part, the second is shown both; order is changed and parts removed', async () => {
    const path = '/strategier/groenne-gaarde/udkast'
    const { number } = await newestOf('groenne-gaarde')
    await housing.post(`${path}/dele/p1`, { version: number, title: 'Flere store træer', text: '' })
    const second = await municipality.post(`${path}/dele/p1`, { version: number, title: 'Flere små træer', text: '' })
    expect(second.status).toBe(409)
    expect(second.text).toContain('Flere store træer')
    expect(second.text).toContain('Flere små træer')
    await housing.post(`${path}/nyt/afsnit`, { version: number + 1, title: 'Baggrund', text: 'Tekst' })
    await housing.post(`${path}/nyt/afsnit`, { version: number + 2, title: 'Forord', text: 'Tekst' })
    const page = (await housing.get(path)).text
    const form = new RegExp(`action="${path}/dele/a2/flyt".*?name="version" value="(\\d+)"`, 's').exec(page)
    await housing.post(`${path}/dele/a2/flyt`, { version: form?.[1] ?? '', direction: 'UP' })
    expect((await housing.get(path)).text).toContain('1. Forord')
    expect((await housing.get(`${path}/dele/m1/fjern`)).text).toContain('Det gælder også de delmål')
    await housing.post(`${path}/dele/m1/fjern`, { version: (await newestOf('groenne-gaarde')).number })
    expect(plain((await housing.get(path)).text)).toContain('Pejlemærke 1 har ingen mål.')
    // Whoever was writing on what is gone keeps what was typed.
    const version = (await newestOf('groenne-gaarde')).number
    const late = await municipality.post(`${path}/dele/m1`, {
      version,
      title: 'Mere skygge',
      text: 'Langt',
      owner: 'p1',
    })
    expect(late.text).toContain('Det, du vil ændre, står ikke i udkastet mere.')
    expect(late.text).toContain('Mere skygge')
  })
})

describe('progress', () => {
  test('says of each goal how many of its targets stand where, and draws each with its table', async () => {
    const text = plain((await member.get(`${standing}/fremdrift`)).text)
    expect(text).toMatch(/\d+ delmål: .*bagud.*ikke opdateret/)
    expect(text.match(/<svg class="progress__chart"/g)?.length).toBeGreaterThan(8)
    expect(text).toContain('Forventet vej fra 78,2 % i')
    expect(text).not.toMatch(/gennemsnit/i)
    // Who wrote an appraisal, and what stood there before.
    expect(text).toContain('rettet siden')
    expect(text).not.toContain('Skriv årets vurdering')
  })

  test('is fetched as a table, a line a target', async () => {
    const { text, headers } = await member.get(`${standing}/fremdrift/tabel.csv`)
    expect(headers['content-type']).toContain('text/csv')
    expect(text.trim().split('\r\n')).toHaveLength(1 + 13)
  })

  test('of a target in words is written by a secretariat, each fault at its field', async () => {
    const path = `${standing}/fremdrift/d10/vurdering`
    expect((await member.get(path)).status).toBe(403)
    const wrong = await housing.post(path, { version: 0, year: '1999', state: 'GOD', reasons: '' })
    expect(wrong.text).toContain('Vælg, om delmålet er nået, på vej eller bagud.')
    expect(wrong.text).toContain('Skriv, hvad vurderingen bygger på.')
  })
})
