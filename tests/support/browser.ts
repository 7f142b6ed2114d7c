import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium, type Page, type Response } from 'playwright-core'
import { expect, test } from 'vitest'
import type { TestApp } from './app.ts'
import { deep } from './runs.ts'

/** Where Chromium usually lies. A browser is never downloaded by a test. */
const usualPlaces = [
  process.env.CHROMIUM_PATH ?? '',
  '/usr/bin/chromium-headless-shell', // the same engine without a browser's own windows: half the time a page
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const found = usualPlaces.find(place => place !== '' && existsSync(place))

if (!found) {
  process.stderr.write(
    '\n!!! No Chromium found: the browser tests are SKIPPED. Install chromium, or set CHROMIUM_PATH.\n\n',
  )
}

// Continuous integration installs a browser, so that there nothing is skipped in silence.
if (!found && process.env.REQUIRE_BROWSER) throw new Error('REQUIRE_BROWSER is set, but there is no Chromium.')

/** A test in a real browser; skipped, and said so, where there is none. */
export const browserTest = found ? test : test.skip
/** What others show in part already: in depth alone. */
export const deepBrowserTest = deep ? browserTest : test.skip

/**
 * @param keepsPages as people have it: the way back shows the page as it was left. The tool turns that off otherwise,
 * and only a whole browser can do it.
 */
export const openBrowser = ({ keepsPages = false } = {}): Promise<Browser> =>
  chromium.launch({
    executablePath:
      (keepsPages && usualPlaces.find(place => !place.includes('headless') && existsSync(place))) || found,
    ...(keepsPages ? { ignoreDefaultArgs: ['--disable-back-forward-cache'] } : {}),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

export const wide = { width: 1280, height: 900 }
export const phone = { width: 360, height: 740 }

/** The portal on a port of its own. */
export async function serve(portal: TestApp): Promise<{ origin: string; close(): Promise<void> }> {
  const server = portal.newServer().listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** A portal on a port of its own, and a browser for it. */
export async function serveToBrowser(
  portal: TestApp,
): Promise<{ origin: string; browser: Browser; close(): Promise<void> }> {
  const server = await serve(portal)
  const browser = await openBrowser()
  return {
    origin: server.origin,
    browser,
    async close() {
      await browser.close()
      await server.close()
      await portal.close()
    },
  }
}

const password = 'boligstrategi-demo'
const addressOf = (email: string): string => (email.includes('@') ? email : `${email}@demo.example`)

/** A person's own window: nobody else's cookies, and a list of what went wrong in it. */
export class Window {
  readonly page: Page
  readonly #origin: string
  readonly #complaints: string[] = []

  private constructor(page: Page, origin: string) {
    this.page = page
    this.#origin = origin
    page.on('pageerror', fault => this.#complaints.push(`script: ${fault.message}`))
    page.on('console', message => {
      if (message.type() !== 'error') return
      // The browser also reports the page itself when it answers that a form is wrong or an address is unknown.
      const isThePage = message.location().url === page.url() && /status of 4\d\d/.test(message.text())
      if (!isThePage) this.#complaints.push(`console: ${message.text()} (${message.location().url})`)
    })
    page.on('request', request => {
      if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
        this.#complaints.push(`a request to another server: ${request.url()}`)
    })
  }

  static async open(browser: Browser, origin: string, size = wide, scripts = true): Promise<Window> {
    const context = await browser.newContext({
      viewport: size,
      locale: 'da-DK',
      reducedMotion: 'reduce',
      javaScriptEnabled: scripts,
    })
    context.setDefaultTimeout(15_000)
    return new Window(await context.newPage(), origin)
  }

  /** Null where the address only scrolls the page that is open. */
  go(path: string): Promise<Response | null> {
    return this.page.goto(this.#origin + path)
  }

  /** Signed in without a page: for those whose test begins afterwards. */
  async signIn(email: string, own = password): Promise<void> {
    const answer = await this.page.context().request.post(`${this.#origin}/log-ind`, {
      form: { email: addressOf(email), adgangskode: own, videre: '/' },
      headers: { 'sec-fetch-site': 'same-origin' },
      maxRedirects: 0,
    })
    expect(answer.status(), `${email} signs in`).toBe(303)
  }

  /** As a person does it. */
  async signInByForm(email: string, own = password): Promise<void> {
    await this.go('/log-ind')
    await this.page.getByLabel('E-mail').fill(addressOf(email))
    await this.page.getByLabel('Adgangskode', { exact: true }).fill(own)
    await this.page.getByRole('button', { name: 'Log ind' }).click()
    await this.page.getByRole('button', { name: 'Log ud', includeHidden: true }).first().waitFor({ state: 'attached' })
  }

  /** A picture of the whole page in the folder that SCREENSHOTS names; without it, nothing. */
  async shoot(name: string): Promise<void> {
    const folder = process.env.SCREENSHOTS
    if (!folder) return
    // The blinking caret stays: to hide it the tool would need a style that the page's policy rightly stops.
    await this.page.screenshot({ path: `${folder}/${name}.png`, fullPage: true, caret: 'initial' })
  }

  /** What went wrong since last asked. */
  takeComplaints(): string[] {
    return this.#complaints.splice(0)
  }

  async close(): Promise<void> {
    await this.page.context().close()
  }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** axe's findings by the rules of WCAG 2.1 A and AA, one line an element. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page)
  // Half a megabyte, straight to the engine: page.evaluate would copy it through its own wrapping first.
  await devtools.send('Runtime.evaluate', { expression: `${axeSource};0` })
  await devtools.detach()
  return page.evaluate(async () => {
    interface Findings {
      violations: { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }[]
    }
    const { axe } = globalThis as unknown as { axe: { run(options: unknown): Promise<Findings> } }
    const { violations } = await axe.run({
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] },
      resultTypes: ['violations'],
      // To read style sheets anew it would put styles of its own into the page, which the page's policy rightly stops.
      preload: false,
    })
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(node => `${id}: ${help} at ${node.target.join(' ')}: ${(node.failureSummary ?? '').slice(0, 300)}`),
    )
  })
}

/** What sticks out to the right on the narrowest screen: WCAG's reflow at 320 pixels. */
export async function overflowAt(page: Page, width: number): Promise<string[]> {
  const before = page.viewportSize() ?? wide
  await page.setViewportSize({ width, height: before.height })
  const found = await page.evaluate(limit => {
    interface Box {
      getBoundingClientRect(): { right: number; width: number }
      tagName: string
      className: string
    }
    const { document } = globalThis as unknown as {
      document: { documentElement: { scrollWidth: number }; querySelectorAll(of: string): Iterable<Box> }
    }
    if (document.documentElement.scrollWidth <= limit) return []
    return [...document.querySelectorAll('body *')]
      .filter(element => element.getBoundingClientRect().right > limit + 1 && element.getBoundingClientRect().width > 1)
      .slice(0, 5)
      .map(element => `${element.tagName.toLowerCase()}.${String(element.className)} sticks out`)
  }, width)
  await page.setViewportSize(before)
  return found
}

/** What breaks the promise of every page: an error in the console, something that the security policy stops, a finding of axe, or sideways scrolling on the narrowest screen. */
export async function faultsOf(window: Window): Promise<string[]> {
  const { page } = window
  return [...(await accessibilityFaults(page)), ...(await overflowAt(page, 320)), ...window.takeComplaints()]
}

export async function expectPageSound(window: Window): Promise<void> {
  expect(await faultsOf(window), `${window.page.url()} (${await window.page.title()})`).toEqual([])
}
