import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import type { TestApp } from '../support/app.ts'
import { browserTest, deepBrowserTest, expectPageSound, openBrowser, serve, Window } from '../support/browser.ts'
import { demoApp } from '../support/demo.ts'

// §5: a hearing as people go through it: sent by a secretariat, answered in three ways, read by all.

let app: TestApp
let browser: Browser
let site: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  app = await demoApp()
  site = await serve(app)
  browser = await openBrowser()
}, 240_000)
afterAll(async () => {
  await browser.close()
  await site.close()
  await app.close()
})

const draft = '/standarder/tidlig-kontakt-foer-nogen-saettes-ud'

browserTest(
  'an organisation answers a hearing from its overview, at the point that it is about',
  async () => {
    const window = await Window.open(browser, site.origin)
    await window.signInByForm('medlem.hoejstrup')
    const { page } = window
    await page.getByRole('link', { name: /Afgiv høringssvar fra Boligforeningen Højstrup/ }).click()
    await expectPageSound(window)
    await page.getByLabel('Bemærkninger', { exact: true }).check()
    await page.getByLabel('Bemærkninger til »Punkt 1«').fill('Tre måneder er fint.')
    await page.getByRole('button', { name: 'Afgiv høringssvar' }).click()
    await page.getByText('Høringssvaret er afgivet.').waitFor()
    await expectPageSound(window)
    expect(await page.getByText('Tre måneder er fint.').count()).toBe(1)
  },
  300_000,
)

deepBrowserTest(
  'a hearing that is over shows its three groups and the note, and leads to what was changed since',
  async () => {
    const window = await Window.open(browser, site.origin)
    await window.signInByForm('sekretariat.kommune')
    const { page } = window
    await page.goto(`${site.origin}${draft}`)
    await page.getByRole('link', { name: /Høring over udkast/ }).click()
    await expectPageSound(window)
    for (const group of [/^Med bemærkninger \(2\)/, /^Uden bemærkninger \(\d+\)/, /^Svarede ikke \(\d+\)/])
      expect(await page.getByText(group).count()).toBe(1)
    expect(await page.getByText('Sekretariaternes svar').count()).toBeGreaterThan(1)
  },
  300_000,
)
