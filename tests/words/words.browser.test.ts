import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { type MeetingStage, stageFor } from '../meetings/stage.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { browserTest, deepBrowserTest, expectPageSound, openBrowser, phone, Window, wide } from '../support/browser.ts'

/** As people have it: the way back shows the page as it was left, and whatever can come between a text and its saving. */

let portal: TestApp
let stage: MeetingStage
let browser: Browser
let server: Server
let origin: string
const windows: Window[] = []

beforeAll(async () => {
  portal = await testApp()
  stage = await stageFor(portal.db)
  server = portal.newServer().listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await openBrowser({ keepsPages: true })
}, 60_000)

afterEach(async () => {
  for (const window of windows.splice(0)) await window.close()
})
afterAll(async () => {
  await browser?.close()
  server?.close()
  server?.closeAllConnections()
  await portal?.close()
})

async function windowOf(email: string, size = wide): Promise<Window> {
  const window = await Window.open(browser, origin, size)
  windows.push(window)
  await window.page.addInitScript(() => {
    const own = globalThis as unknown as {
      wasKept: boolean
      addEventListener(kind: string, heard: (event: { persisted: boolean }) => void): void
    }
    own.addEventListener('pageshow', ({ persisted }) => {
      own.wasKept = persisted
    })
  })
  if (email) await window.signIn(email)
  return window
}

const wasKept = (window: Window) => window.page.evaluate(() => (globalThis as unknown as { wasKept: boolean }).wasKept)

/**
 * Some browsers keep a page for the way back although it asks to be stored nowhere, others do not; this one decides by
 * what runs in it. So the wish is taken from the answer on its way.
 */
const keepPages = (window: Window) =>
  window.page.route('**/rediger', async route => {
    if (route.request().method() !== 'GET') return route.continue()
    const response = await route.fetch()
    const { 'cache-control': _left, ...headers } = response.headers()
    return route.fulfill({ response, headers })
  })

/** A kept page is not loaded: the tool would wait for it. */
async function goBack(window: Window): Promise<void> {
  await window.page.evaluate(() => (globalThis as unknown as { history: { back(): void } }).history.back())
  await window.page.waitForURL('**/rediger', { waitUntil: 'commit' })
}

async function newItem(): Promise<string> {
  const meetingId = await stage.prepared()
  const { id } = await stage.put(meetingId, { title: 'Støj', presentation: 'Fra begyndelsen.' })
  return `/moeder/${meetingId}/punkter/${id}/rediger`
}
const textOf = async (path: string) => {
  const id = Number(/punkter\/(\d+)/.exec(path)?.[1])
  return (await portal.db.prisma.agendaItem.findUniqueOrThrow({ where: { id } })).presentation
}
const presentation = (window: Window) => window.page.locator('.rich-text__words#felt-presentation')
/** What the form would send. */
const written = (window: Window) => window.page.locator('textarea[name="presentation"]').inputValue()
const press = (window: Window, name: string) => window.page.getByRole('button', { name, exact: true }).click()

browserTest(
  'a text that is corrected after going back is shown beside what was saved, and saved',
  { timeout: 120_000 },
  async () => {
    const path = await newItem()
    const window = await windowOf('sekretariat.bolig')
    await keepPages(window)
    await window.go(path)
    await presentation(window).fill('Naboerne klagr.')
    await press(window, 'Gem')
    await window.page.getByText('Punktet er gemt.').waitFor()
    await goBack(window)
    await expect.poll(() => wasKept(window), { message: 'the page is shown as it was left' }).toBe(true)
    expect(await written(window)).toBe('Naboerne klagr.')
    await presentation(window).fill('Naboerne klager.')
    await press(window, 'Gem')
    await window.page.getByText('Du har selv gemt imens').waitFor()
    expect(await textOf(path)).toBe('Naboerne klagr.')
    await expectPageSound(window)
    await window.shoot('corrected-1280')
    await press(window, 'Gem')
    await window.page.getByText('Punktet er gemt.').waitFor()
    expect(await textOf(path)).toBe('Naboerne klager.')
  },
)

browserTest(
  'a text is there again after the session has ended, for its writer and for nobody else',
  { timeout: 120_000 },
  async () => {
    const path = await newItem()
    const window = await windowOf('sekretariat.bolig', phone)
    await window.go(path)
    await presentation(window).fill('Skrevet, mens sessionen udløb.')
    await window.page.context().clearCookies()
    await press(window, 'Gem')
    await window.page.getByText('Det, du skrev, er gemt som kladde').waitFor()
    await window.shoot('signed-out-360')
    const signInPage = window.page.url()
    await window.page.getByLabel('E-mail').fill('sekretariat.kommune@demo.example')
    await window.page.getByLabel('Adgangskode', { exact: true }).fill('boligstrategi-demo')
    await press(window, 'Log ind')
    await presentation(window).waitFor()
    expect(await written(window)).toBe('Fra begyndelsen.')
    expect(await window.page.getByText('kladde').count()).toBe(0)
    await window.page.context().clearCookies()
    await window.page.goto(signInPage)
    await window.page.getByLabel('E-mail').fill('sekretariat.bolig@demo.example')
    await window.page.getByLabel('Adgangskode', { exact: true }).fill('boligstrategi-demo')
    await press(window, 'Log ind')
    await window.page.getByText('Du var logget ud, da du sendte formularen').waitFor()
    expect(await written(window)).toBe('Skrevet, mens sessionen udløb.')
    await expectPageSound(window)
    await window.shoot('signed-in-again-360')
    await press(window, 'Gem')
    await window.page.getByText('Punktet er gemt.').waitFor()
    expect(await textOf(path)).toBe('Skrevet, mens sessionen udløb.')
  },
)

deepBrowserTest(
  'a window that is closed within a second of the last word loses none of them',
  { timeout: 120_000 },
  async () => {
    const path = await newItem()
    const window = await windowOf('sekretariat.bolig')
    await window.go(path)
    const words = 'Et langt afsnit. '.repeat(800)
    await presentation(window).fill(words)
    await window.page.close({ runBeforeUnload: false })
    const personId = stage.cooperation.person('sekretariat.bolig')
    await expect.poll(() => portal.formStore.draftsOf(personId).length, { timeout: 15_000 }).toBe(1)
    const again = await windowOf('sekretariat.bolig')
    await again.go(path)
    await again.shoot('draft-offered-1280')
    await again.page.getByRole('link', { name: 'Brug kladden' }).click()
    await again.page.getByText('Din kladde').waitFor()
    expect((await written(again)).trim()).toBe(words.trim())
    await press(again, 'Gem')
    await again.page.getByText('Punktet er gemt.').waitFor()
    expect(portal.formStore.draftsOf(personId)).toEqual([])
    await again.go(path)
    expect(await again.page.getByText('Du har en kladde').count()).toBe(0)
  },
)

browserTest('a form that is left by a link keeps its words as a draft', { timeout: 120_000 }, async () => {
  const window = await windowOf('sekretariat.bolig')
  await window.go('/sager/ny')
  await window.page.getByLabel('Titel').fill('Trafik ved skolen')
  await window.page.getByRole('link', { name: 'Fortryd' }).click()
  await window.page.waitForURL(`${origin}/sager`)
  await window.go('/kladder')
  await window.page.getByText('»Trafik ved skolen«').waitFor()
  await expectPageSound(window)
  await window.shoot('drafts-1280')
  window.page.once('dialog', dialog => dialog.accept())
  await window.page.getByRole('button', { name: /^Kassér kladden/ }).click()
  await window.page.getByText('Du har ingen kladder.').waitFor()
})

deepBrowserTest('a connection that is cut at the saving costs no word', { timeout: 120_000 }, async () => {
  const path = await newItem()
  const window = await windowOf('sekretariat.bolig')
  await window.go(path)
  await presentation(window).fill('Skrevet, da forbindelsen røg.')
  await window.page.getByText(/^Kladde gemt kl\. /).waitFor()
  await window.page.route('**/rediger', route =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
  const cut = window.page.waitForEvent('requestfailed')
  await press(window, 'Gem').catch(() => {})
  await cut
  await window.page.waitForTimeout(300)
  await window.page.unroute('**/rediger')
  await window.go(path)
  await window.page.getByRole('link', { name: 'Brug kladden' }).click()
  await window.page.getByText('Din kladde').waitFor()
  expect(await written(window)).toBe('Skrevet, da forbindelsen røg.')
  window.takeComplaints()
})

deepBrowserTest(
  'a server that is gone at the saving, and comes again, has lost no word',
  { timeout: 120_000 },
  async () => {
    const path = await newItem()
    const window = await windowOf('sekretariat.bolig')
    await window.go(path)
    await presentation(window).fill('Skrevet, før serveren forsvandt.')
    await window.page.getByText(/^Kladde gemt kl\. /).waitFor()
    const { port } = server.address() as AddressInfo
    await new Promise(resolve => {
      server.close(resolve)
      server.closeAllConnections()
    })
    await press(window, 'Gem').catch(() => {})
    await window.page.waitForURL(/^chrome-error:/)
    server = portal.newServer().listen(port, '127.0.0.1')
    await new Promise(resolve => server.once('listening', resolve))
    await window.go(path)
    await window.page.getByRole('link', { name: 'Brug kladden' }).click()
    await press(window, 'Gem')
    await window.page.getByText('Punktet er gemt.').waitFor()
    expect(await textOf(path)).toBe('Skrevet, før serveren forsvandt.')
    window.takeComplaints()
  },
)
