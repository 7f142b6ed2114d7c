import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { type TestApp, testApp } from '../support/app.ts'
import { deepBrowserTest, expectPageSound, openBrowser, phone, serve, Window, wide } from '../support/browser.ts'
import { deep } from '../support/runs.ts'
import { type MeetingStage, stageFor } from './stage.ts'

/** Making an agenda with keyboard and mouse (§7, R65). */

let portal: TestApp
let stage: MeetingStage
let browser: Browser
let site: Awaited<ReturnType<typeof serve>>

beforeAll(async () => {
  if (!deep) return
  portal = await testApp()
  stage = await stageFor(portal.db)
  site = await serve(portal)
  browser = await openBrowser({ keepsPages: true })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await portal?.close()
})

const titles = async (meetingId: number) =>
  (
    await portal.db.prisma.agendaItem.findMany({
      where: { meetingId, removedAt: null, standing: null },
      orderBy: { position: 'asc' },
    })
  ).map(({ title }) => title)

deepBrowserTest('twelve items are typed in one go, and put in order by mouse, by button and by number', async () => {
  const meetingId = await stage.prepared()
  const window = await Window.open(browser, site.origin, wide)
  const { page } = window
  await window.signIn('sekretariat.bolig')
  await window.go(`/moeder/${meetingId}/dagsorden/rediger`)
  let actions = 0
  const lines = page.locator('.editor__new')
  await lines.first().getByLabel('Hører under').selectOption('strategy')
  actions += 1
  for (let number = 1; number <= 12; number += 1) {
    // A new line has the focus in its title.
    if (number > 1) await page.getByRole('button', { name: 'En linje mere' }).click()
    await page
      .locator('.editor__new')
      .nth(number - 1)
      .locator('input[name$="[title]"]')
      .fill(`Punkt nummer ${number}`)
    actions += number > 1 ? 2 : 1
  }
  await page.getByRole('button', { name: 'Tilføj', exact: true }).click()
  actions += 1
  await page.getByText('12 punkter er tilføjet.').waitFor()
  expect(await titles(meetingId)).toEqual(Array.from({ length: 12 }, (_, index) => `Punkt nummer ${index + 1}`))
  expect(actions).toBeLessThan(30)
  await expectPageSound(window)

  const row = (title: string) => page.locator('.editor__line', { has: page.locator(`input[value="${title}"]`) })
  // All of the list on the screen: it does not scroll under the mouse.
  await page.setViewportSize({ width: 1280, height: 3000 })
  // What is typed elsewhere in the list goes along with the item that is dragged.
  await page.getByLabel('Oplæg ved, punkt 5').fill('Sekretariatet')
  await row('Punkt nummer 12').locator('.editor__clock').dragTo(row('Punkt nummer 1').locator('.editor__clock'))
  await page.getByText('Dagsordenen er gemt.').waitFor()
  expect((await titles(meetingId)).slice(0, 2)).toEqual(['Punkt nummer 12', 'Punkt nummer 1'])
  expect(await row('Punkt nummer 3').locator('input[name$="[presenter]"]').inputValue()).toBe('Sekretariatet')

  // By keyboard the button keeps the focus, and one presses on.
  const down = row('Punkt nummer 12').getByRole('button', { name: /ned$/ })
  await down.focus()
  for (const place of [1, 2]) {
    const answered = page.waitForNavigation()
    await page.keyboard.press('Enter')
    await answered
    expect((await titles(meetingId))[place]).toBe('Punkt nummer 12')
    await expect.poll(() => page.evaluate('String(document.activeElement.value)')).toMatch(/:down$/)
  }

  await row('Punkt nummer 12').locator('input[name$="[number]"]').fill('14')
  await page.keyboard.press('Enter')
  await page.getByText('Dagsordenen er gemt.').waitFor()
  expect((await titles(meetingId)).at(-1)).toBe('Punkt nummer 12')
})

deepBrowserTest('on a phone every field of a line is at hand', async () => {
  const meetingId = await stage.prepared()
  await stage.put(meetingId, { title: 'Fælles ventelister for hele byen fra næste år' })
  const window = await Window.open(browser, site.origin, phone)
  await window.signIn('sekretariat.kommune')
  await window.go(`/moeder/${meetingId}/dagsorden/rediger`)
  await expectPageSound(window)
  await window.page.getByLabel('Minutter, punkt 3').fill('45')
  await window.page.getByRole('button', { name: 'Gem dagsordenen' }).last().click()
  await window.page.getByText('Dagsordenen er gemt.').waitFor()
  await window.go(`/moeder/${meetingId}/dagsorden/kopier`)
  await expectPageSound(window)
})

deepBrowserTest('files that are dropped on an item’s page are attached to it', async () => {
  const meetingId = await stage.prepared()
  const { id } = await stage.put(meetingId, { title: 'Budget' })
  const window = await Window.open(browser, site.origin, wide)
  const { page } = window
  await window.signIn('sekretariat.bolig')
  await window.go(`/moeder/${meetingId}/punkter/${id}/rediger`)
  await page.evaluate(`
    const given = new DataTransfer()
    for (const name of ['Notat.txt', 'Budget.txt']) given.items.add(new File(['Indholdet af ' + name], name))
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: given }))
  `)
  await page.getByText('2 bilag er tilføjet.').waitFor()
  await page.getByRole('link', { name: 'Budget', exact: true }).waitFor()
  await expectPageSound(window)
})
