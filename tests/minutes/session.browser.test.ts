import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { type TestApp, testApp } from '../support/app.ts'
import {
  browserTest,
  deepBrowserTest,
  expectPageSound,
  openBrowser,
  phone,
  serve,
  Window,
  wide,
} from '../support/browser.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import { duringMeeting, type GivenMeeting, givenMeetingInSession, giveOutcomes } from './given-meeting.ts'

let portal: TestApp
let cooperation: Cooperation
let meeting: GivenMeeting
let browser: Browser
let origin: string
let stop: () => Promise<void>

beforeAll(async () => {
  portal = await testApp({ now: duringMeeting })
  cooperation = givenCooperation(portal.db, duringMeeting)
  meeting = await givenMeetingInSession(portal.db, cooperation)
  const served = await serve(portal)
  origin = served.origin
  stop = served.close
  browser = await openBrowser()
}, 60_000)

const windows = new Map<string, Window>()

/** A person's window, which the tests share: a first page in a new one costs two seconds. */
async function windowOf(key: string, size: typeof wide): Promise<Window> {
  const name = `${key} ${size.width}`
  const window = windows.get(name) ?? (await Window.open(browser, origin, size))
  if (!windows.has(name)) await window.signIn(key)
  windows.set(name, window)
  return window
}

afterAll(async () => {
  await browser?.close()
  await stop?.()
  await portal?.close()
})

browserTest(
  'a secretary writes, the text is saved of itself, and a member reads along on a phone',
  { timeout: 120_000 },
  async () => {
    const secretary = await windowOf('sekretariat.bolig', wide)
    await secretary.go(`/moeder/${meeting.id}/afvikling`)
    await expectPageSound(secretary)
    await secretary.shoot('session-1280')
    await secretary.page.getByRole('link', { name: 'Status på Vollsmose' }).click()
    await expectPageSound(secretary)
    await secretary.page.getByLabel('Referatets tekst').fill('Gruppen drøftede status, **enigt**.')
    await secretary.page.getByLabel('Resultat', { exact: true }).selectOption('DISCUSSED')
    await secretary.page.getByText(/^Gemt kl\. /).waitFor()
    await secretary.shoot('session-item-1280')
    const saved = portal.db.sql.asStored<{ text: string; outcome: string }>(
      'SELECT text, outcome FROM Treatment WHERE itemId = ?',
      meeting.items['Status på Vollsmose'] ?? 0,
    )[0]
    expect(saved).toEqual({ text: 'Gruppen drøftede status, **enigt**.', outcome: 'DISCUSSED' })

    const member = await windowOf('medlem.fab', phone)
    await member.go(`/moeder/${meeting.id}/afvikling`)
    await member.page.getByText('Gruppen drøftede status').waitFor()
    await expectPageSound(member)
    await member.shoot('session-360')
  },
)

deepBrowserTest('two secretaries who write at once both keep their text', { timeout: 120_000 }, async () => {
  const path = `/moeder/${meeting.id}/afvikling/punkter/${meeting.items['Køb af grunden på Skovvej']}`
  const first = await windowOf('sekretariat.bolig', wide)
  const second = await windowOf('sekretariat.kommune', phone)
  await first.go(path)
  await second.go(path)
  await first.page.getByLabel('Referatets tekst').fill('Boligernes udgave')
  await first.page.getByText(/^Gemt kl\. /).waitFor()
  await second.page.getByLabel('Referatets tekst').fill('Kommunens udgave')
  await second.page.getByText('En anden har gemt imens').waitFor()
  second.takeComplaints()
  await second.page.getByRole('button', { name: 'Gem', exact: true }).click()
  await second.page.getByRole('heading', { name: 'En anden har gemt imens' }).waitFor()
  await second.shoot('session-conflict-360')
  await expectPageSound(second)
  expect(await second.page.getByText('Boligernes udgave').count()).toBeGreaterThan(0)
  expect(await second.page.getByLabel('Referatets tekst').inputValue()).toBe('Kommunens udgave')
})

deepBrowserTest(
  'the chair closes the meeting, both secretariats sign off, and the minutes go out',
  { timeout: 120_000 },
  async () => {
    await giveOutcomes(portal.db, cooperation, meeting)
    const chair = await windowOf('formand', wide)
    await chair.go(`/moeder/${meeting.id}/afvikling`)
    await chair.page.getByRole('button', { name: 'Luk mødet' }).click()
    await chair.page.getByText('Mødet er lukket.').waitFor()
    for (const key of ['sekretariat.bolig', 'sekretariat.kommune']) {
      const secretary = await windowOf(key, wide)
      await secretary.go(`/moeder/${meeting.id}/referat`)
      await secretary.page.getByRole('button', { name: 'Godkend referatet for' }).click()
      await secretary.page.getByText('Referatet er godkendt for dit sekretariat').waitFor()
      await expectPageSound(secretary)
      await secretary.shoot(`minutes-1280-${key}`)
      if (key === 'sekretariat.kommune') {
        await secretary.page.getByRole('button', { name: 'Send referat til indsigelse' }).click()
        await secretary.page.getByText('Referatet er sendt til indsigelse.').waitFor()
      }
    }
    const member = await windowOf('medlem.fab', phone)
    await member.go(`/moeder/${meeting.id}/referat`)
    await member.page.getByRole('link', { name: 'Gør indsigelse' }).waitFor()
    await expectPageSound(member)
    await member.shoot('minutes-360')
  },
)
