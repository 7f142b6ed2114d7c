import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Sqlite from 'better-sqlite3'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { type TestApp, testApp } from '../support/app.ts'
import { browserTest, deepBrowserTest, expectPageSound, openBrowser, phone, Window, wide } from '../support/browser.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import { duringMeeting, type GivenMeeting, givenMeetingInSession } from './given-meeting.ts'

let portal: TestApp
let cooperation: Cooperation
let meeting: GivenMeeting
let browser: Browser
let server: Server
let port = 0
let housing: Window
let municipality: Window

beforeAll(async () => {
  portal = await testApp({ now: duringMeeting })
  cooperation = givenCooperation(portal.db, duringMeeting)
  meeting = await givenMeetingInSession(portal.db, cooperation)
  await listen()
  browser = await openBrowser({ keepsPages: true })
  housing = await Window.open(browser, `http://127.0.0.1:${port}`, wide)
  municipality = await Window.open(browser, `http://127.0.0.1:${port}`, phone)
  await housing.signIn('sekretariat.bolig')
  await municipality.signIn('sekretariat.kommune')
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

const pathOf = (title: string) => `/moeder/${meeting.id}/afvikling/punkter/${meeting.items[title]}`
const textOf = (page: Page) => page.getByLabel('Referatets tekst')
const saved = (page: Page) => page.getByText(/^Gemt kl\. /).waitFor()
const stored = (title: string) =>
  portal.db.sql.asStored<{ text: string; outcome: string | null }>(
    'SELECT text, outcome FROM Treatment WHERE itemId = ?',
    meeting.items[title] ?? 0,
  )[0]
const expectStored = (title: string, text: string) =>
  expect.poll(() => stored(title)?.text, { timeout: 10_000 }).toBe(text)

/** The sessions end on the server, and the browser does not know. */
function endSessionsOf(key: string): void {
  const sessions = new Sqlite(portal.settings.sessionFile)
  sessions.prepare('DELETE FROM session WHERE person = ?').run(cooperation.person(key))
  sessions.close()
}

const newPage = async (context: BrowserContext, path: string): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(`http://127.0.0.1:${port}${path}`)
  return page
}

const options = { timeout: 90_000 }

browserTest(
  'what is typed just before the next item is opened is saved, and the way back goes on with it',
  options,
  async () => {
    const { page } = housing
    await housing.go(pathOf('Opfølgning'))
    await textOf(page).fill('Skrevet lige før næste punkt.')
    await page.getByRole('link', { name: /^Næste/ }).click()
    await page.getByRole('heading', { name: 'Fælles ventelisteprincipper' }).waitFor()
    await expectStored('Opfølgning', 'Skrevet lige før næste punkt.')
    // From the browser's own memory: no page is loaded.
    await page.evaluate(() => (globalThis as unknown as { history: { back(): void } }).history.back())
    await page.getByRole('heading', { name: 'Opfølgning' }).first().waitFor()
    await textOf(page).waitFor()
    expect(await textOf(page).inputValue()).toBe('Skrevet lige før næste punkt.')
    await textOf(page).fill('Skrevet lige før næste punkt. Og siden.')
    await saved(page)
    await expectStored('Opfølgning', 'Skrevet lige før næste punkt. Og siden.')
    expect(await page.getByText('Der er to udgaver').count()).toBe(0)
  },
)

browserTest('what is typed within a moment of closing the window is there again', options, async () => {
  const context = housing.page.context()
  const page = await newPage(context, pathOf('Eventuelt'))
  await textOf(page).fill('Vinduet blev lukket med det samme.')
  await page.close()
  const again = await newPage(context, pathOf('Eventuelt'))
  await expect.poll(() => textOf(again).inputValue()).toBe('Vinduet blev lukket med det samme.')
  await expectStored('Eventuelt', 'Vinduet blev lukket med det samme.')
  await again.close()
})

browserTest('without a connection the line says so, and the text is saved when it is back', options, async () => {
  const { page } = housing
  await housing.go(pathOf('Næste møde'))
  await page.context().setOffline(true)
  await textOf(page).fill('Skrevet uden forbindelse.')
  await page.getByText('Ikke gemt: Der er ingen forbindelse til portalen.').waitFor()
  await page.context().setOffline(false)
  await saved(page)
  await expectStored('Næste møde', 'Skrevet uden forbindelse.')
  housing.takeComplaints()
})

browserTest(
  'a server that was killed takes nothing with it: the text is offered when the page is opened again',
  options,
  async () => {
    const { page } = housing
    await housing.go(pathOf('Status på Vollsmose'))
    await textOf(page).fill('Gemt før det gik galt.')
    await saved(page)
    stopServer()
    await textOf(page).fill('Gemt før det gik galt. Skrevet, mens portalen var nede.')
    await page.getByText('Ikke gemt: Der er ingen forbindelse til portalen.').waitFor()
    await page.goto('about:blank')
    await listen()
    await housing.go(pathOf('Status på Vollsmose'))
    await page.getByText('nåede ikke at blive gemt').waitFor()
    expect(await textOf(page).inputValue()).toBe('Gemt før det gik galt. Skrevet, mens portalen var nede.')
    await page.locator('pre', { hasText: /^Gemt før det gik galt\.$/ }).waitFor()
    await housing.shoot('words-offered-1280')
    await saved(page)
    await expectStored('Status på Vollsmose', 'Gemt før det gik galt. Skrevet, mens portalen var nede.')
    housing.takeComplaints()
    await expectPageSound(housing)
  },
)

deepBrowserTest(
  'when the session has ended the line says so, and saving goes on once one has signed in in another window',
  options,
  async () => {
    const { page } = housing
    await housing.go(pathOf('Status på Vollsmose'))
    endSessionsOf('sekretariat.bolig')
    await textOf(page).fill('Skrevet efter at sessionen udløb.')
    await page.getByText('Ikke gemt: Du er logget ud.').waitFor()
    await housing.shoot('words-signed-out-1280')
    expect(stored('Status på Vollsmose')?.text ?? '').not.toContain('udløb')
    // Another person on the same machine sees nothing of it, and it is not saved under the other's name.
    await housing.signIn('medlem.fab')
    await page.getByText('er logget ind i denne browser.').waitFor()
    const other = await newPage(page.context(), pathOf('Status på Vollsmose'))
    expect(await other.content()).not.toContain('sessionen udløb')
    await other.getByRole('button', { name: 'Log ud' }).first().click()
    await other.getByRole('heading', { name: 'Log ind' }).waitFor()
    await other.close()
    expect(stored('Status på Vollsmose')?.text ?? '').not.toContain('udløb')
    await housing.signIn('sekretariat.bolig')
    await saved(page)
    await expectStored('Status på Vollsmose', 'Skrevet efter at sessionen udløb.')
    // The other forms on the page go on, too.
    await page.getByRole('button', { name: 'Gem', exact: true }).click()
    await page.getByText('Punktet er gemt.').waitFor()
    housing.takeComplaints()
  },
)

deepBrowserTest('what another has changed beside one’s own text is taken in without a question', options, async () => {
  await housing.go(pathOf('Køb af grunden på Skovvej'))
  await municipality.go(pathOf('Køb af grunden på Skovvej'))
  await housing.page.getByLabel('Resultat', { exact: true }).selectOption('DISCUSSED')
  await saved(housing.page)
  await textOf(municipality.page).fill('Kommunens tekst.')
  await saved(municipality.page)
  expect(stored('Køb af grunden på Skovvej')).toEqual({ text: 'Kommunens tekst.', outcome: 'DISCUSSED' })
  expect(await municipality.page.getByLabel('Resultat', { exact: true }).inputValue()).toBe('DISCUSSED')
  municipality.takeComplaints()
})

deepBrowserTest('of two who write at once both texts are kept, and the second chooses', options, async () => {
  const title = 'Fælles ventelisteprincipper'
  const { page } = municipality
  await housing.go(pathOf(title))
  await municipality.go(pathOf(title))
  await textOf(housing.page).fill('Boligernes udgave.')
  await saved(housing.page)
  await textOf(page).fill('Kommunens udgave.')
  await page.getByRole('heading', { name: 'En anden har gemt imens' }).waitFor()
  await page.getByText('Ikke gemt: Der er to udgaver af teksten.').waitFor()
  await municipality.shoot('words-two-versions-360')
  await textOf(page).fill('Kommunens udgave, skrevet videre.')
  municipality.takeComplaints()
  await expectPageSound(municipality)
  // The way on discards nothing.
  await page.getByRole('link', { name: /^Næste/ }).click()
  await page.getByRole('heading', { name: 'Status på Vollsmose' }).waitFor()
  expect(stored(title)?.text).toBe('Boligernes udgave.')
  // And the next item tells that the text waits, and leads to it.
  const told = page.getByRole('alert').filter({ hasText: title })
  await told.getByText('Intet er slettet.').waitFor()
  await municipality.shoot('words-waiting-text-360')
  await expectPageSound(municipality)
  await told.getByRole('link', { name: 'Gå til teksten' }).click()
  await page.getByRole('heading', { name: 'En anden har gemt imens' }).waitFor()
  expect(await page.getByText('Intet er slettet.').count()).toBe(0)
  expect(await textOf(page).inputValue()).toBe('Kommunens udgave, skrevet videre.')
  await page.getByRole('button', { name: 'Sæt min tekst efter den gemte' }).click()
  await saved(page)
  await expectStored(title, 'Boligernes udgave.\n\nKommunens udgave, skrevet videre.')
  await textOf(page).press('End')
  await textOf(page).pressSequentially(' Og mere.')
  await saved(page)
  expect(stored(title)?.text).toContain('Og mere.')
  municipality.takeComplaints()
  // Settled: no page tells of it any more.
  await page.getByRole('link', { name: /^Næste/ }).click()
  await page.getByRole('heading', { name: 'Status på Vollsmose' }).waitFor()
  expect(await page.getByText('Intet er slettet.').count()).toBe(0)
})

deepBrowserTest(
  'whoever goes on before another’s saving is heard of is told of it on the next item',
  options,
  async () => {
    const title = 'Fælles ventelisteprincipper'
    const { page } = municipality
    await housing.go(pathOf(title))
    await municipality.go(pathOf(title))
    await textOf(housing.page).fill('Boligernes nye udgave.')
    await saved(housing.page)
    await textOf(page).fill('Kommunens nye udgave.')
    await page.getByRole('link', { name: /^Næste/ }).click()
    await page.getByRole('heading', { name: 'Status på Vollsmose' }).waitFor()
    await page.getByRole('alert').filter({ hasText: title }).getByText('Intet er slettet.').waitFor()
    municipality.takeComplaints()
    await page.getByRole('link', { name: 'Gå til teksten' }).click()
    await page.getByRole('button', { name: 'Gem min udgave' }).click()
    await expectStored(title, 'Kommunens nye udgave.')
    municipality.takeComplaints()
  },
)

deepBrowserTest(
  'another form on the page comes after the text, and signing out leaves nothing behind',
  options,
  async () => {
    const title = 'Fælles ventelisteprincipper'
    const { page } = municipality
    await municipality.go(pathOf(title))
    await textOf(page).fill('Skrevet lige før typen blev ændret.')
    await page.getByText('Ændr type, eller flyt').click()
    await page.getByRole('radio', { name: 'Drøftelse' }).check()
    await page.getByRole('button', { name: 'Gem ændringen' }).click()
    await page.getByText('Ændringen er ført til referat.').waitFor()
    expect(await textOf(page).inputValue()).toBe('Skrevet lige før typen blev ændret.')
    await page.context().setOffline(true)
    await textOf(page).fill('Kun her.')
    await page.getByText('Ikke gemt: Der er ingen forbindelse').waitFor()
    const kept = () =>
      page.evaluate(() => {
        const { localStorage } = globalThis as unknown as { localStorage: Record<string, string> }
        return Object.keys(localStorage).filter(key => key.startsWith('kladde:')).length
      })
    expect(await kept()).toBe(1)
    // Asked first; the answer no keeps it.
    const asked: string[] = []
    page.once('dialog', dialog => {
      asked.push(dialog.message())
      return dialog.dismiss()
    })
    await page.getByText('Menu og søgning').click()
    await page.getByRole('button', { name: 'Log ud' }).last().click()
    await expect.poll(() => asked, { timeout: 10_000 }).toEqual([expect.stringContaining('ikke er gemt')])
    expect(await kept()).toBe(1)
    page.once('dialog', dialog => dialog.accept())
    await page.getByRole('button', { name: 'Log ud' }).last().click()
    // Without a connection the answer never comes; what was kept goes all the same.
    await expect
      .poll(kept, { timeout: 1_000 })
      .toBe(0)
      .catch(() => undefined)
    await page.context().setOffline(false)
    await municipality.go('/log-ind')
    expect(await kept()).toBe(0)
  },
)
