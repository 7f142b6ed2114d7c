import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { type TestApp, testApp } from '../support/app.ts'
import { browserTest, expectPageSound, openBrowser, phone, serve, Window } from '../support/browser.ts'
import { htmlFaults } from '../support/html.ts'
import { type MeetingStage, stageFor } from './stage.ts'

let portal: TestApp
let stage: MeetingStage
let browser: Browser
let served: { origin: string; close(): Promise<void> }

beforeAll(async () => {
  portal = await testApp()
  stage = await stageFor(portal.db)
  served = await serve(portal)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await served.close()
  await portal.close()
})

/** Sound, and valid HTML, wherever one stands. */
async function expectSound(window: Window): Promise<void> {
  await expectPageSound(window)
  const served = await window.page.request.get(window.page.url())
  expect(await htmlFaults(await served.text()), window.page.url()).toEqual([])
}

browserTest(
  'a secretariat makes an agenda with nothing but the pages, and both sign it off',
  async () => {
    const housing = await Window.open(browser, served.origin)
    await housing.signIn('sekretariat.bolig')
    const { page } = housing
    await housing.go('/moeder')
    await expectSound(housing)
    await page.getByRole('link', { name: 'Opret møde' }).first().click()
    await expectSound(housing)
    await page.getByRole('button', { name: 'Opret møde' }).click()
    await page.getByRole('alert').waitFor()
    await expectSound(housing)
    await page.getByLabel('Organ').selectOption({ label: 'Fælles boligstrategisk gruppe' })
    await page.getByLabel('Dag', { exact: true }).fill('2026-04-16')
    await page.getByLabel('Sted').fill('Odense Rådhus')
    await page.getByRole('button', { name: 'Opret møde' }).click()
    await expectSound(housing)
    await page.getByRole('button', { name: 'Begynd dagsordenen' }).click()
    await expectSound(housing)

    for (const title of ['Tryghed i Vollsmose', 'Fælles venteliste']) {
      await page.getByRole('link', { name: 'Tilføj punkt' }).click()
      await page.getByLabel('Titel', { exact: true }).fill(title)
      await page.getByLabel('Strategi').check()
      await page.getByLabel('Sagsfremstilling').fill('En **kort** fremstilling.\n\n- et\n- to')
      await page.getByRole('button', { name: 'Tilføj punkt' }).click()
      await expectSound(housing)
      await page.getByLabel('Fil', { exact: true }).setInputFiles({
        name: 'notat.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from(`%PDF-1.7\n${title}\n%%EOF`),
      })
      await page.getByRole('button', { name: 'Tilføj bilag' }).click()
      await page.getByRole('link', { name: 'notat' }).waitFor()
      await page.getByRole('button', { name: 'Gem', exact: true }).click()
    }
    await page.getByRole('button', { name: 'Flyt punkt 4 op' }).click()
    await page.getByRole('link', { name: '3. Fælles venteliste' }).waitFor()
    await page.getByRole('link', { name: 'Se dagsordenen' }).click()
    await expectSound(housing)
    await page.getByRole('button', { name: 'Godkend for vores sekretariat' }).click()
    await page.getByText('Afventer kommunens sekretariat.').waitFor()
    const address = new URL(page.url()).pathname

    const municipality = await Window.open(browser, served.origin)
    await municipality.signIn('sekretariat.kommune')
    await municipality.go(address)
    await municipality.page.getByRole('button', { name: 'Godkend for vores sekretariat' }).click()
    await municipality.page.getByRole('button', { name: 'Udsend dagsorden' }).click()
    await municipality.page.getByText(/Dagsordenen er udsendt til \d+ medlemmer/).waitFor()
    await expectSound(municipality)
    await municipality.close()
    await housing.close()

    const chair = await Window.open(browser, served.origin, phone)
    await chair.signIn('formand')
    await chair.go(address)
    await chair.page.getByRole('heading', { name: '3. Fælles venteliste' }).waitFor()
    await expectSound(chair)
    await chair.page.getByRole('link', { name: 'Stil eller besvar spørgsmål til punkt 3' }).click()
    await chair.page.getByLabel('Dit spørgsmål').fill('Hvem betaler?')
    await chair.page.getByRole('button', { name: 'Stil spørgsmål' }).click()
    await expectSound(chair)
    await chair.go(`${address}/versioner/1`)
    await expectSound(chair)
    await chair.close()
  },
  120_000,
)

browserTest(
  'an item is dragged to another place',
  async () => {
    const meetingId = await stage.prepared()
    await stage.put(meetingId, { title: 'Første' })
    await stage.put(meetingId, { title: 'Anden' })
    const housing = await Window.open(browser, served.origin)
    await housing.signIn('sekretariat.bolig')
    await housing.go(`/moeder/${meetingId}/dagsorden/rediger`)
    const { page } = housing
    await page.locator('[data-position="4"]').dragTo(page.locator('[data-position="3"]'))
    await page.getByRole('link', { name: '3. Anden' }).waitFor()
    await housing.close()
  },
  120_000,
)

browserTest(
  'cases and proposals are sound on a phone',
  async () => {
    const member = await Window.open(browser, served.origin, phone)
    await member.signIn('formand')
    for (const path of ['/sager', '/punktforslag', '/punktforslag/nyt', '/moeder?aar=2031']) {
      await member.go(path)
      await expectSound(member)
    }
    await member.go('/punktforslag/nyt')
    await member.page.getByLabel('Titel').fill('Fælles venteliste')
    await member.page.getByLabel('Hvad går forslaget ud på?').fill('En drøftelse.')
    await member.page.getByRole('button', { name: 'Foreslå punkt' }).click()
    await member.page.getByRole('heading', { name: 'Fælles venteliste' }).waitFor()
    await expectSound(member)
    const proposal = new URL(member.page.url()).pathname
    await member.close()

    const housing = await Window.open(browser, served.origin, phone)
    await housing.signIn('sekretariat.bolig')
    await housing.go(proposal)
    await expectSound(housing)
    await housing.go('/sager/ny')
    await housing.page.getByLabel('Hvor begynder sagen?').selectOption({ label: 'Fælles boligstrategisk gruppe' })
    await housing.page.getByLabel('Titel').fill('Helhedsplan')
    await expectSound(housing)
    await housing.page.getByRole('button', { name: 'Opret sag' }).click()
    await housing.page.getByRole('heading', { name: 'Helhedsplan' }).waitFor()
    await expectSound(housing)
    await housing.close()
  },
  120_000,
)
