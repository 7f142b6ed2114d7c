import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applyMigrations } from '../../src/database/migrations/migrations.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { ownFolder } from '../support/run-folder.ts'
import { lunde } from './given.ts'

let empty: string
let portal: TestApp

beforeEach(async () => {
  empty = ownFolder('empty')
  await applyMigrations(join(empty, 'portal.db'))
  portal = await testApp({ from: empty, demo: false, now: '2026-11-30T09:00:00.000Z' })
})
afterEach(async () => {
  await portal.close()
  rmSync(empty, { recursive: true, force: true })
})

const agreement = `# Aftale om boligsocialt samarbejde i Lunde

mellem

Lunde Kommune og de almene boligorganisationer i Lunde

12. marts 2026

## 1. Parterne

Parterne samarbejder.

## 2. Revision

Aftalen tages op til revision hvert fjerde år, første gang i 2030.

## For boligorganisationerne

### Lunde Boligforening

Ida Holm, direktør

(Lunde Boligforening administrerer Andelsforeningen Bakken)

## For Lunde Kommune

### Teknik og By

Bo Dahl, direktør
`

/** The fields of a page's form as a browser would send them, with others in their place. */
function fieldsOn(text: string, typed: Record<string, string>): Record<string, string> {
  const decoded = (value: string) =>
    value
      .replace(/&#34;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&')
  const found: Record<string, string> = {}
  for (const [, tag = ''] of text.matchAll(/<input ([^>]*)>/g)) {
    const name = /name="([^"]+)"/.exec(tag)?.[1]
    if (name && !/type="file"/.test(tag)) found[name] = decoded(/value="([^"]*)"/.exec(tag)?.[1] ?? '')
  }
  for (const [, name = '', value = ''] of text.matchAll(
    /<textarea [^>]*name="([^"]+)"[^>]*>\n?([\s\S]*?)<\/textarea>/g,
  ))
    found[name] = decoded(value)
  for (const [, name = '', inner = ''] of text.matchAll(/<select [^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g))
    found[name] = decoded(/<option value="([^"]*)" selected/.exec(inner)?.[1] ?? '')
  return { ...found, ...typed }
}

const people = {
  'administrator[name]': 'Per Lund',
  'administrator[email]': 'per@lunde.example',
  'administrator[organisation]': 'Lunde Kommune',
  'housingSecretary[name]': 'Ida Holm',
  'housingSecretary[email]': 'ida@lundebo.example',
  'housingSecretary[organisation]': 'Lunde Boligforening',
  'municipalSecretary[name]': 'Bo Dahl',
  'municipalSecretary[email]': 'bo@lunde.example',
  'municipalSecretary[organisation]': 'Teknik og By',
}

const enter = async (): Promise<Client> => {
  const browser = portal.anonymous()
  expect((await browser.get(portal.setupPath ?? '')).headers.location).toBe('/opsaetning')
  return browser
}

const post = (browser: Client, fields: Record<string, string>) => browser.post('/opsaetning', fields)

/** Whoever was handed a code signs in with it, and chooses a password. */
async function enteredBy(email: string, codes: string): Promise<Client> {
  const code = new RegExp(`${email}[\\s\\S]*?<code[^>]*>([^<]+)`).exec(codes)?.[1] ?? ''
  const person = portal.anonymous()
  await person.signIn(email, code)
  const password = 'fire tilfældige høje træer'
  expect((await person.post('/min-konto/vaelg-adgangskode', { next: password, again: password })).status).toBe(303)
  return person
}

/** Through all the steps, from the agreement's text. */
async function throughTheSteps(browser: Client, typed: Record<string, string> = {}) {
  const parties = await post(browser, { handling: 'aftale', source: agreement })
  expect(parties.status).toBe(200)
  const asked = await post(browser, fieldsOn(parties.text, { handling: 'parter', ...typed }))
  const summary = await post(browser, fieldsOn(asked.text, { ...people, handling: 'gennemse' }))
  return { parties, asked, summary }
}

describe('a portal that is not set up', () => {
  test('says so on every address, and only the printed one leads on', async () => {
    const browser = portal.anonymous()
    for (const path of ['/', '/log-ind', '/moeder', '/findes-ikke', '/privatliv']) {
      const { status, text } = await browser.get(path)
      expect([path, status]).toEqual([path, 503])
      expect(text).toContain('Portalen er ikke sat op endnu')
      expect(text).not.toContain('href="/log-ind"')
    }
    expect((await browser.get('/health/live')).status).toBe(200)
    expect((await browser.get('/opsaetning')).status).toBe(403)
    expect((await browser.get('/opsaetning/forkert')).status).toBe(403)
    expect((await post(browser, { handling: 'uden' })).status).toBe(403)
  })

  test('opens its setup for the first browser alone, and for a day', async () => {
    // A program that shows a link asks whether it is alive.
    expect((await portal.anonymous().agent.head(portal.setupPath ?? '')).status).toBe(503)
    const first = await enter()
    expect((await portal.anonymous().get(portal.setupPath ?? '')).status).toBe(403)
    expect((await first.get(portal.setupPath ?? '')).status).toBe(303)
    expect((await first.get('/opsaetning')).text).toContain('Fortsæt uden dokument')
    portal.clock.set('2026-12-01T09:00:01.000Z')
    expect((await first.get('/opsaetning')).status).toBe(403)
  })

  test('is set up from its agreement, with no name typed but the people’s', async () => {
    const browser = await enter()
    const { parties, summary } = await throughTheSteps(browser)
    expect(parties.text).toContain('value="Lunde Kommune"')
    expect(parties.text).toContain('value="12. marts 2026"')
    expect(summary.text).toContain('Den tages op til revision hvert fjerde år, første gang i 2030 (§ 2).')
    expect(summary.text).toMatch(
      /<li>Lunde Boligforening[^<]*<ul><li>administrerer Andelsforeningen Bakken[^<]*<\/li><\/ul>/,
    )
    expect(await portal.db.prisma.organisation.count()).toBe(0)

    const done = await post(browser, fieldsOn(summary.text, { handling: 'gem' }))
    expect(done.status).toBe(200)
    const codes = done.text.match(/<code[^>]*>[a-z2-9-]+<\/code>/g) ?? []
    expect(codes).toHaveLength(3)
    expect((await portal.db.prisma.agreementVersion.findMany()).map(({ textKind }) => textKind)).toEqual(['FULL'])
    expect((await portal.anonymous().get('/log-ind')).status).toBe(200)
    expect((await browser.get('/opsaetning')).status).toBe(404)
    expect((await portal.anonymous().get(portal.setupPath ?? '')).status).toBe(404)

    // Whoever pressed twice, or lost the answer on its way, sees the same codes; nobody else does.
    const again = await post(browser, fieldsOn(summary.text, { handling: 'gem' }))
    expect(again.text.match(/<code[^>]*>[a-z2-9-]+<\/code>/g)).toEqual(codes)
    expect((await post(portal.anonymous(), { handling: 'gem' })).status).toBe(404)
    expect(await portal.db.prisma.organisation.count()).toBe(4)

    const secretary = await enteredBy('bo@lunde.example', done.text)
    const overview = await secretary.get('/')
    expect(overview.status).toBe(200)
    expect(overview.text).toContain('Lunde Kommune og boligorganisationerne i Lunde')
    expect(overview.text).not.toContain('Odense')
    expect((await secretary.get('/aftalen')).text).not.toContain('er ikke åbnet')
  })

  test('is set up once by two sendings at the same time, and both are told the codes', async () => {
    const browser = await enter()
    const { summary } = await throughTheSteps(browser)
    const fields = fieldsOn(summary.text, { handling: 'gem' })
    const both = await Promise.all([post(browser, fields), post(browser, fields)])
    const [one, other] = both.map(({ text }) => text.match(/<code[^>]*>[a-z2-9-]+<\/code>/g))
    expect(one).toHaveLength(3)
    expect(other).toEqual(one)
    expect(await portal.db.prisma.cooperation.count()).toBe(1)
  })

  test('is set up without a document, row by row', async () => {
    const browser = await enter()
    const blank = await post(browser, { handling: 'uden' })
    const typed = {
      name: lunde.name,
      town: lunde.town,
      municipality: lunde.municipality,
      council: lunde.council,
      housing: lunde.housing,
      date: 'marts 2026',
      'departments[0][name]': 'Teknik og By',
      'organisations[0][name]': 'Lunde Boligforening',
      'organisations[0][associations]': 'Ældrebo\nHavnen',
    }
    const more = await post(browser, fieldsOn(blank.text, { ...typed, handling: 'linjer' }))
    expect(more.text).toContain('name="organisations[8][name]"')
    expect(more.text).toContain('value="Lunde Boligforening"')
    const asked = await post(browser, fieldsOn(more.text, { handling: 'parter' }))
    const summary = await post(browser, fieldsOn(asked.text, { ...people, handling: 'gennemse' }))
    const done = await post(browser, fieldsOn(summary.text, { handling: 'gem' }))
    expect(done.text).toContain('Portalen er sat op')
    expect(await portal.db.prisma.administration.count()).toBe(2)

    const secretary = await enteredBy('ida@lundebo.example', done.text)
    const { text } = await secretary.get('/aftalen/2026')
    expect(text).toContain('Lunde Kommune og boligorganisationerne i Lunde')
    expect(text).toContain('Aftalens tekst er ikke indlæst')
    expect(text).not.toContain('resumé')
    expect(text).toContain('href="/aftalen/indlaes">Indlæs aftalens tekst</a>')
    expect((await secretary.get('/aftalen')).text).toContain('>Indlæs aftalens tekst</a>')
  })
})

describe('what is wrong', () => {
  test('is told at its step, at its field, with what was typed', async () => {
    const browser = await enter()
    const none = await post(browser, { handling: 'aftale' })
    expect(none.status).toBe(422)
    expect(none.text).toContain('Vælg aftalen, eller indsæt dens tekst')
    const letter = await post(browser, { handling: 'aftale', source: '# Indkaldelse\n\nVi ses på mandag.' })
    expect(letter.status).toBe(422)
    expect(letter.text).toContain('Vi ses på mandag.')

    const { asked } = await throughTheSteps(browser, {
      date: 'i foråret',
      'organisations[1][name]': 'Lunde boligforening',
    })
    expect(asked.status).toBe(422)
    expect(asked.text).toContain('value="i foråret"')

    const { summary } = await throughTheSteps(browser, { 'organisations[1][name]': 'Lunde boligforening' })
    expect(summary.status).toBe(422)
    expect(summary.text).toContain('Lunde boligforening står to gange.')
    expect(summary.text).toContain('value="per@lunde.example"')
    expect(await portal.db.prisma.organisation.count()).toBe(0)
  })

  test('is an agreement too long to be carried from step to step', async () => {
    const browser = await enter()
    const long = agreement.replace('Parterne samarbejder.', 'Ærø og Østerå. '.repeat(22_000))
    const { status, text } = await post(browser, { handling: 'aftale', source: long })
    expect(status).toBe(422)
    expect(text).toContain('Brug kommandoen setup i stedet.')
  })

  test('names one person in both secretariats', async () => {
    const browser = await enter()
    const { asked } = await throughTheSteps(browser)
    const both = fieldsOn(asked.text, { ...people, 'municipalSecretary[email]': 'ida@lundebo.example' })
    const { status, text } = await post(browser, { ...both, handling: 'gennemse' })
    expect(status).toBe(422)
    expect(text).toContain('En person kan ikke være i begge sekretariater')
    expect(text).toContain('De første brugere')
  })

  test('comes from another site', async () => {
    const browser = await enter()
    const answer = await browser.agent.post('/opsaetning').set('Sec-Fetch-Site', 'cross-site').type('form').send({})
    expect(answer.status).toBe(403)
  })
})
