import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { loadAgreement } from '../../src/demo/agreement.ts'
import { instant } from '../../src/kernel/days.ts'
import { type TestApp, testApp, testNow } from '../support/app.ts'
import { deepBrowserTest, expectPageSound, openBrowser, serve, Window } from '../support/browser.ts'
import { givenCooperation } from '../support/builders.ts'

const own = fileURLToPath(new URL('own-agreement.md', import.meta.url))

let app: TestApp
let browser: Browser
let site: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  app = await testApp()
  givenCooperation(app.db)
  await loadAgreement(app.db, instant(testNow))
  site = await serve(app)
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await site.close()
  await app.close()
})

deepBrowserTest(
  'a secretariat takes in an agreement, reads it and sees what is new since 2008',
  async () => {
    const window = await Window.open(browser, site.origin)
    await window.signInByForm('sekretariat.bolig')
    const { page } = window
    const menu = page.getByRole('navigation', { name: 'Hovedmenu' })
    const heading = menu.getByText('Samarbejdet', { exact: true })
    await heading.click()
    await page.keyboard.press('Escape')
    expect(await menu.getByRole('link', { name: 'Samarbejdsaftalen' }).isVisible()).toBe(false)
    await heading.click()
    await expectPageSound(window)
    await menu.getByRole('link', { name: 'Samarbejdsaftalen' }).click()
    await expectPageSound(window)
    await page.getByRole('link', { name: 'Indlæs aftalens tekst' }).click()
    await expectPageSound(window)
    await page.getByLabel('Dokument').setInputFiles(own)
    await page.getByRole('button', { name: 'Vis forhåndsvisning' }).click()
    await page.getByRole('heading', { name: 'Gennemse aftalen, før den gemmes' }).waitFor()
    await expectPageSound(window)
    await page.getByLabel('Boligforeningen Ukendt i portalen').selectOption({ label: 'Kollegieboligselskabet' })
    page.once('dialog', dialog => dialog.accept())
    await page.getByRole('button', { name: 'Gem aftalen' }).click()
    await page.getByText('Aftalen fra 2009 er gemt og forseglet.').waitFor()
    await expectPageSound(window)
    await page.getByRole('link', { name: '7. Møderne' }).click()
    expect(new URL(page.url()).hash).toBe('#paragraf-7')
    expect(await page.getByRole('link', { name: 'Boligforeningen Ukendt' }).getAttribute('href')).toBe(
      '/parter/kollegieboligselskabet',
    )
    await page.getByRole('link', { name: 'Sammenlign med aftalen fra 2008' }).click()
    await page.getByRole('heading', { name: 'Sammenligning: aftalen fra 2008 og aftalen fra 2009' }).waitFor()
    await expectPageSound(window)
    await page.getByRole('link', { name: 'Side om side' }).click()
    await page.getByRole('columnheader', { name: 'Aftalen fra 2009' }).first().waitFor()
    await expectPageSound(window)
  },
  300_000,
)
