import { rmSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest'
import { run } from '../../src/cli.ts'
import { openDatabase } from '../../src/database/database.ts'
import { addDays, dayOf, type Instant, longDay, weekdayOf } from '../../src/kernel/days.ts'
import { readSettings } from '../../src/settings.ts'
import { agreementFile } from '../support/agreement-file.ts'
import { deepBrowserTest, expectPageSound, openBrowser, Window } from '../support/browser.ts'
import { type Built, buildPortal, freePort, startPortal } from '../support/built-portal.ts'
import { ownFolder } from '../support/run-folder.ts'
import { Hands } from './hands.ts'
import { peopleFile } from './people-file.ts'

/**
 * The first hour of a cooperation, from an empty folder: the built portal as production runs it, the address that it
 * prints, the operator and two secretaries, each at a browser, and nothing but pages. The people come from a list each
 * side has in a spreadsheet.
 */

let browser: Browser
let portal: Built | null = null
let folder: string
beforeAll(async () => {
  await buildPortal()
  browser = await openBrowser()
}, 180_000)
afterAll(() => browser?.close())
afterEach(() => {
  portal?.process.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const now = () => new Date().toISOString() as Instant
const today = dayOf(now())
const password = 'fire tilfældige høje træer'

/** An empty portal, and whoever opens the address that it printed. */
async function emptyPortal(): Promise<{ operator: Hands; arrives(email: string, code: string): Promise<Hands> }> {
  folder = ownFolder('first-hour')
  const port = await freePort()
  const env = { NODE_ENV: 'production', SESSION_SECRET: 'a secret that only this test knows of', LOG_LEVEL: 'error' }
  const begun = await startPortal({ folder, port, words: [], env })
  portal = begun
  await expect.poll(() => begun.output.out).toContain('/opsaetning/')
  const [, printed = ''] = /(\/opsaetning\/\S+)/.exec(begun.output.out) ?? []
  const hands = async () => new Hands(await Window.open(browser, begun.origin))
  const operator = await hands()
  await operator.goes(printed)
  return {
    operator,
    async arrives(email, code) {
      const person = await hands()
      await person.goes('/log-ind')
      await person.fills('E-mail', email)
      await person.fills('Adgangskode', code)
      await person.presses('Log ind')
      await person.fills('Ny adgangskode', password)
      await person.fills(/gentag/i, password)
      await person.presses('Vælg adgangskode')
      return person
    },
  }
}

/** An operator's verify, beside the running server. */
async function verified(step: string): Promise<void> {
  const told: string[] = []
  const settings = readSettings({ DATA_DIR: folder, NODE_ENV: 'test' })
  expect([step, await run(['verify'], settings, line => told.push(line), now())], told.join('\n')).toEqual([step, 0])
}

async function givesPeople(operator: Hands, of: typeof lundeFirst): Promise<void> {
  for (const [group, person] of Object.entries(of))
    for (const [label, value] of Object.entries(person))
      if (label === 'Organisation') await operator.chooses(label, value, group)
      else await operator.fills(label, value, group)
  await operator.presses('Gennemse det hele')
  await expectPageSound(operator.window)
  await operator.presses('Sæt portalen op')
}

const lundeFirst = {
  'Boligorganisationernes sekretariat': {
    Navn: 'Ida Holm',
    Titel: 'sekretariatsleder',
    'E-mail': 'ida@lundebo.example',
    Organisation: 'Lunde Boligforening',
  },
  'Kommunens sekretariat': {
    Navn: 'Bo Dahl',
    Titel: 'konsulent',
    'E-mail': 'bo@lunde.example',
    Organisation: 'Teknik og By',
  },
  Systemadministrator: {
    Navn: 'Per Lund',
    Titel: 'it-chef',
    'E-mail': 'per@lunde.example',
    Organisation: 'Lunde Kommune',
  },
}

/** The codes on the page, by the address that each is for. */
const codesOn = async ({ page }: Hands): Promise<Map<string, string>> => {
  const rows = await page.locator('tbody tr').all()
  const cells = rows.map(async row => [
    (await row.locator('td').filter({ hasText: '@' }).textContent()) ?? '',
    (await row.locator('code').textContent()) ?? '',
  ])
  return new Map((await Promise.all(cells)) as [string, string][])
}

/** Where the lines of *Kom i gang* lead; to look at the overview is no step on the way. */
async function leftFor({ window, page }: Hands): Promise<string[]> {
  await window.go('/')
  const links = await page.locator('section[aria-labelledby="kom-i-gang"] a').all()
  return Promise.all(links.map(async link => (await link.getAttribute('href')) ?? ''))
}

/** A working day three weeks from now: nothing is late. */
function meetingDay() {
  let day = addDays(today, 21)
  while (/^(lør|søn)/i.test(weekdayOf(day))) day = addDays(day, 1)
  return day
}

deepBrowserTest(
  'an invented town comes from an empty folder to its first meeting called in under 120 actions',
  async () => {
    const { operator, arrives } = await emptyPortal()
    await expectPageSound(operator.window)
    await operator.presses('Fortsæt uden dokument')
    await operator.fills('Samarbejdets navn', 'Boligsocialt samarbejde')
    await operator.fills('By', 'Lunde')
    await operator.fills('Kommunens navn', 'Lunde Kommune')
    await operator.fills('Kommunens øverste organ', 'Lunde Byråd')
    await operator.fills('Boligorganisationernes fælles navn', 'Boligorganisationerne')
    await operator.fills('Aftalens dato', longDay(addDays(today, -60)))
    await operator.fills('Første revision', String(Number(today.slice(0, 4)) + 4))
    await operator.fills('Antal år mellem to revisioner', '4')
    await operator.fills('Nummeret på den paragraf', '6')
    const housing = ['Lunde Boligforening', 'Vestbo', 'Advokaterne ved Broen']
    for (const [at, name] of housing.entries()) await operator.fills('Navn', name, `Organisation ${at + 1}`)
    await operator.fills('Administrerer', 'Andelsforeningen Bakken', 'Organisation 1')
    await operator.chooses('Type', 'Administrerer kun for andre', 'Organisation 3')
    const four = ['Den selvejende Boligforening Eng', 'Foreningen Havnen', 'Smede- og Snedkerboligen', 'Ældrebo']
    await operator.fills('Administrerer', four.join('\n'), 'Organisation 3')
    const departments = ['Social og Sundhed', 'Teknik og By', 'Børn og Unge', 'Borgmesterens Afdeling']
    for (const [at, name] of departments.entries()) await operator.fills('Navn', name, `Forvaltning ${at + 1}`)
    await operator.fills('Sagsområder', 'Socialt udsatte\nSundhed', 'Forvaltning 1')
    await operator.fills('Navn på kontakten', 'Ida Holm')
    await operator.fills('E-mail til kontakten', 'ida@lundebo.example')
    await expectPageSound(operator.window)
    await operator.presses('Fortsæt til de første brugere')
    await givesPeople(operator, lundeFirst)
    const codes = await codesOn(operator)
    expect(codes.size).toBe(3)
    await operator.window.shoot('first-hour-codes')
    await verified('set up')

    const ida = await arrives('ida@lundebo.example', codes.get('ida@lundebo.example') ?? '')
    const bo = await arrives('bo@lunde.example', codes.get('bo@lunde.example') ?? '')
    const per = await arrives('per@lunde.example', codes.get('per@lunde.example') ?? '')
    await verified('arrived')
    expect(await leftFor(ida)).toContain('/organer/strategigruppe-bolig/pladser/ny')
    expect(await leftFor(per)).toEqual([])

    for (const [secretary, side] of [
      [ida, 'HOUSING'],
      [bo, 'MUNICIPALITY'],
    ] as const) {
      await readsPeople(secretary, side)
      await verified(`people of ${side}`)
    }
    expect(await leftFor(ida)).toEqual(['/mandater', '/moeder/ny'])
    expect(await leftFor(per)).toEqual(['/konti/ny'])
    for (const side of ['HOUSING', 'MUNICIPALITY'] as const) await readsPeople(per, side)
    expect((await codesOn(per)).size).toBe(5)
    expect(await leftFor(per)).toEqual([])
    await verified('accounts')

    await ida.follows('Møder')
    await ida.follows('Opret møde')
    await ida.chooses('Organ', 'Fælles boligstrategisk gruppe')
    await ida.fills('Mødedato', meetingDay())
    await ida.fills('Sted', 'Rådhuset')
    await ida.presses('Opret møde')
    await ida.presses('Opret dagsorden')
    await ida.follows('Dagsorden')
    await ida.presses(/^Godkend dagsordenen/)
    await verified('agenda')
    await bo.window.go('/')
    await bo.follows(/Godkend dagsordenen/)
    await bo.presses(/^Godkend dagsordenen/)
    await bo.presses('Udsend dagsorden')
    await bo.page.getByText('Indkaldt').first().waitFor()
    await bo.window.shoot('first-hour-called')
    await verified('called')
    for (const one of [ida, bo, per]) expect(await leftFor(one)).toEqual([])

    const actions = [operator, ida, bo, per].map(one => one.actions)
    process.stderr.write(`The first hour took ${actions.join(' + ')} actions.\n`)
    expect(actions.reduce((sum, one) => sum + one, 0)).toBeLessThan(120)
  },
  300_000,
)

/** From the list that the side has: chosen, looked through, stored. */
async function readsPeople(reader: Hands, side: 'HOUSING' | 'MUNICIPALITY'): Promise<void> {
  await reader.follows('Parter')
  await reader.follows('Indlæs personer fra en fil')
  await reader.gives('Fil', { name: 'personer.csv', mimeType: 'text/csv', buffer: Buffer.from(peopleFile(side)) })
  await reader.presses('Vis, hvad rækkerne medfører')
  expect(await reader.page.locator('main').textContent()).not.toContain('Afvist')
  await reader.presses(/^Gem \d+ række/)
}

const agreement = agreementFile()

describe.skipIf(!agreement)('from the agreement of 2008', () => {
  deepBrowserTest(
    'the real parties stand in the portal with no name typed but the first users’',
    async () => {
      const { operator, arrives } = await emptyPortal()
      await operator.gives('Dokument', agreement ?? '')
      await operator.presses('Læs aftalen')
      await expectPageSound(operator.window)
      await operator.presses('Fortsæt til de første brugere')
      await givesPeople(operator, {
        'Boligorganisationernes sekretariat': {
          ...lundeFirst['Boligorganisationernes sekretariat'],
          Organisation: 'Boligforeningen Højstrup',
        },
        'Kommunens sekretariat': { ...lundeFirst['Kommunens sekretariat'], Organisation: 'Borgmesterforvaltningen' },
        Systemadministrator: { ...lundeFirst.Systemadministrator, Organisation: 'Odense Kommune' },
      })
      const codes = await codesOn(operator)
      expect(operator.actions).toBeLessThan(20)
      await verified('set up')

      const ida = await arrives('ida@lundebo.example', codes.get('ida@lundebo.example') ?? '')
      await ida.follows('Parter')
      const parties = (await ida.page.locator('main').textContent()) ?? ''
      for (const name of ['Odense AndelsBoligforening', 'Postbudenes Alderdomshjems Selvejende', 'Ældre- og Handicap'])
        expect(parties).toContain(name)
      await expectPageSound(ida.window)
      await ida.follows('Samarbejdsaftalen')
      expect(await ida.page.locator('main').textContent()).toMatch(/2008/)
      expect(await ida.page.locator('.demo-note').count()).toBe(0)
      await nothingOfTheDemo()
    },
    180_000,
  )
})

/** Only the parties, three people, and the agreement: no meeting, no account and no person of the demo's. */
async function nothingOfTheDemo(): Promise<void> {
  const database = await openDatabase(readSettings({ DATA_DIR: folder, NODE_ENV: 'test' }).databaseFile)
  const count = (table: string) => database.sql.asStored<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)[0]?.n
  const found = Object.fromEntries(
    ['Person', 'Account', 'Meeting', '"Case"', 'Decision', 'Mandate', 'HousingArea', 'Document', 'RevisionRound'].map(
      table => [table, count(table)],
    ),
  )
  const demo = count('(SELECT 1 FROM Account WHERE demo = 1 UNION ALL SELECT 1 FROM Cooperation WHERE demo = 1)')
  await database.close()
  expect(demo).toBe(0)
  expect(found).toEqual({
    ...{ Person: 3, Account: 3, Meeting: 0, '"Case"': 0, Decision: 0, Mandate: 0, HousingArea: 0, Document: 0 },
    RevisionRound: 0,
  })
}
