import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Sqlite from 'better-sqlite3'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { type TestApp, testApp } from '../support/app.ts'
import { deepBrowserTest, openBrowser, Window, wide } from '../support/browser.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import { deep } from '../support/runs.ts'
import { duringMeeting, type GivenMeeting, givenMeetingInSession } from './given-meeting.ts'

/**
 * A session as it goes wrong: two secretaries at one item, in browsers that keep pages for the way back, while lines are
 * cut, a login runs out, a window is closed and the server is killed, at moments that nobody chose.
 */

let portal: TestApp
let cooperation: Cooperation
let meeting: GivenMeeting
let browser: Browser
let server: Server
let port = 0

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
let drawn = seed
/** From 0 up to the number, the same for the same seed. */
const random = (below: number): number => {
  drawn = (drawn * 1_103_515_245 + 12_345) % 2_147_483_648
  return drawn % below
}
const moment = (most = 1800) => new Promise(resolve => setTimeout(resolve, random(most)))

beforeAll(async () => {
  if (!deep) return
  portal = await testApp({ now: duringMeeting })
  cooperation = givenCooperation(portal.db, duringMeeting)
  meeting = await givenMeetingInSession(portal.db, cooperation)
  await listen()
  browser = await openBrowser({ keepsPages: true })
}, 90_000)

afterAll(async () => {
  await browser?.close()
  if (server) stopServer()
  await portal?.close()
})

async function listen(): Promise<void> {
  server = portal.newServer().listen(port, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  port = (server.address() as AddressInfo).port
}

/** As when the process is killed: no more answers, and what is connected is cut. */
function stopServer(): void {
  server.close()
  server.closeAllConnections()
}

const title = 'Status på Vollsmose'
const pathOf = (about: string) => `/moeder/${meeting.id}/afvikling/punkter/${meeting.items[about]}`
const storedText = () =>
  portal.db.sql.asStored<{ text: string }>('SELECT text FROM Treatment WHERE itemId = ?', meeting.items[title] ?? 0)[0]
    ?.text ?? ''

/** A secretary at the item, who writes under a line of his or her own. */
class Secretary {
  readonly key: string
  readonly typed: string[] = []
  readonly #heading: string
  readonly #window: Window
  #page: Page

  constructor(key: string, heading: string, window: Window) {
    this.key = key
    this.#heading = heading
    this.#window = window
    this.#page = window.page
  }

  get page(): Page {
    return this.#page
  }

  async opens(): Promise<void> {
    await this.#page.goto(`http://127.0.0.1:${port}${pathOf(title)}`)
    await this.#field().waitFor()
  }

  /** At the end of what one has written oneself, as one goes on. */
  async writes(): Promise<void> {
    await this.decides()
    const words = `${this.#heading} ${this.typed.length + 1}.`
    const after = this.typed.at(-1) ?? `${this.#heading}:`
    await this.#field().evaluate((element, last) => {
      const field = element as unknown as {
        value: string
        focus(): void
        setSelectionRange(start: number, end: number): void
      }
      const found = field.value.lastIndexOf(last)
      const at = found < 0 ? field.value.length : found + last.length
      field.focus()
      field.setSelectionRange(at, at)
    }, after)
    await this.#page.keyboard.insertText(`\n${words}`)
    this.typed.push(words)
  }

  /** Where both wrote in the same place, both texts are to stand. */
  async decides(): Promise<void> {
    const both = this.#page.getByRole('button', { name: /^(Sæt min tekst efter den gemte|Begge udgaver alle steder)$/ })
    if (await both.isVisible()) await both.click()
  }

  losesLine = (lost: boolean) => this.#page.context().setOffline(lost)

  async closesTheWindow(): Promise<void> {
    const context = this.#page.context()
    await this.#page.close()
    await moment()
    this.#page = await context.newPage()
    await this.opens()
  }

  async isSignedOut(): Promise<void> {
    const sessions = new Sqlite(portal.settings.sessionFile)
    sessions.prepare('DELETE FROM session WHERE person = ?').run(cooperation.person(this.key))
    sessions.close()
    await this.writes()
    await this.#page.getByText('Ikke gemt: Du er logget ud.').waitFor()
    await this.#window.signIn(this.key)
  }

  #field = () => this.#page.getByLabel('Referatets tekst')
}

deepBrowserTest(
  `every word of two secretaries is in the minutes, whatever befalls them (seed ${seed})`,
  { timeout: 300_000 },
  async () => {
    const origin = `http://127.0.0.1:${port}`
    const windows = [await Window.open(browser, origin, wide), await Window.open(browser, origin, wide)] as const
    const housing = new Secretary('sekretariat.bolig', 'Boligerne', windows[0])
    const municipality = new Secretary('sekretariat.kommune', 'Kommunen', windows[1])
    await windows[0].signIn(housing.key)
    await windows[1].signIn(municipality.key)
    await housing.opens()
    await housing.page.getByLabel('Referatets tekst').fill('Boligerne:\n\nFælles.\n\nKommunen:')
    await expect.poll(storedText, { timeout: 15_000 }).toContain('Fælles.')
    await municipality.opens()
    const befall = [
      async () => {
        await housing.losesLine(true)
        await housing.writes()
        await municipality.writes()
        await moment()
        await housing.losesLine(false)
      },
      async () => {
        stopServer()
        await housing.writes()
        await municipality.writes()
        await moment()
        await listen()
      },
      () => municipality.isSignedOut(),
      async () => {
        await housing.writes()
        await housing.closesTheWindow()
      },
      async () => {
        await municipality.writes()
        await municipality.page.goto('about:blank')
        await municipality.page.goBack()
        await municipality.page.getByLabel('Referatets tekst').waitFor()
      },
    ]
    for (const what of befall.sort(() => random(3) - 1)) {
      await Promise.all([housing.writes(), moment().then(() => municipality.writes())])
      await what()
      await moment()
    }
    const lacking = async () => {
      await housing.decides()
      await municipality.decides()
      const text = storedText()
      return [...housing.typed, ...municipality.typed].filter(words => !text.includes(words))
    }
    await expect.poll(lacking, { timeout: 60_000, interval: 500 }).toEqual([])
    // And both have the same before them, without another press.
    for (const { page } of [housing, municipality])
      await expect.poll(() => page.getByLabel('Referatets tekst').inputValue(), { timeout: 30_000 }).toBe(storedText())
  },
)

deepBrowserTest('the same decision is not entered twice by two who press at once', { timeout: 120_000 }, async () => {
  const about = 'Fælles ventelisteprincipper'
  const origin = `http://127.0.0.1:${port}`
  const pages: Page[] = []
  for (const key of ['sekretariat.bolig', 'sekretariat.kommune']) {
    const window = await Window.open(browser, origin, wide)
    await window.signIn(key)
    await window.go(`${pathOf(about)}/beslutning`)
    const { page } = window
    for (const party of ['Boligorganisationerne', 'Odense Kommune'])
      await page.getByRole('group', { name: party, exact: true }).getByLabel('Støtter', { exact: true }).check()
    await page.getByLabel('Ingen opfølgning').check()
    pages.push(page)
  }
  await Promise.all(pages.map(page => page.getByRole('button', { name: 'Før beslutning til protokols' }).click()))
  const decisions = () =>
    portal.db.sql.asStored<{ count: number }>(
      'SELECT count(*) AS count FROM Decision WHERE itemId = ?',
      meeting.items[about] ?? 0,
    )[0]?.count
  await expect.poll(decisions, { timeout: 15_000 }).toBe(1)
  const asked = await Promise.all(
    pages.map(async page => {
      await page
        .getByText(/Bekræft, at din beslutning er en anden|er ført til protokols og trådt i kraft/)
        .locator('visible=true')
        .first()
        .waitFor()
      return (await page.getByText('Bekræft, at din beslutning er en anden').count()) > 0
    }),
  )
  expect(asked.sort()).toEqual([false, true])
  expect(decisions()).toBe(1)
})
