import { afterAll, beforeAll, expect } from 'vitest'
import type { TestApp } from '../support/app.ts'
import { deepBrowserTest, expectPageSound, phone, serveToBrowser, Window, wide } from '../support/browser.ts'
import { demoApp } from '../support/demo.ts'

let portal: TestApp
let served: Awaited<ReturnType<typeof serveToBrowser>>

beforeAll(async () => {
  portal = await demoApp()
  served = await serveToBrowser(portal)
}, 120_000)
afterAll(() => served?.close())

const one = <Row>(text: string): Row => {
  const row = portal.db.sql.asStored<Row>(text)[0]
  if (!row) throw new Error(`The demo has nothing for: ${text}`)
  return row
}

for (const [name, size] of [
  ['at a desk', wide],
  ['on a phone', phone],
] as const) {
  deepBrowserTest(
    `a secretariat sees who is covered, tries a decision about an area, attaches it, and takes a decision home, ${name}`,
    async () => {
      const window = await Window.open(served.browser, served.origin, size)
      const { page } = window
      await window.signIn('sekretariat.kommune')

      await window.go('/mandater/matrix')
      await page.getByRole('heading', { name: 'Hvem er dækket af mandat?' }).waitFor()
      await expectPageSound(window)
      await page.getByRole('link', { name: 'Kontrollér en beslutning på forhånd' }).click()

      const { title } = one<{ title: string }>(
        `SELECT i.title FROM AgendaItem i JOIN Meeting m ON m.id = i.meetingId
         WHERE m.state = 'AGENDA_IN_PREPARATION' AND i.kind = 'DECISION' AND i.standing IS NULL ORDER BY i.position LIMIT 1`,
      )
      const item = page.getByLabel('Dagsordenspunkt')
      const choice = await item.locator('option', { hasText: title }).first().getAttribute('value')
      await item.selectOption(choice ?? '')
      await page.getByText('Sag, sagsområder og boligområder').click()
      await page.getByLabel('Korsløkkeparken').check()
      await page.getByLabel('Organisation', { exact: true }).first().selectOption({ label: 'Boligforeningen Højstrup' })
      await page.getByLabel('Beløb i kr.').first().fill('9.000.000')
      await page.getByRole('button', { name: 'Kontrollér mandater' }).click()
      const answer = page.locator('#mandatkontrol')
      await answer.getByText('Ikke dækket').first().waitFor()
      await expectPageSound(window)
      await page.getByRole('button', { name: 'Knyt forhåndskontrollen til punktet' }).click()
      await page.getByText('Forhåndskontrollen er knyttet til punktet.').waitFor()
      await page.getByRole('heading', { name: 'Mandater, der skal indhentes' }).last().waitFor()
      await expectPageSound(window)

      const decision = one<{ number: string }>(
        `SELECT d.number FROM Decision d JOIN DecisionArea a ON a.decisionId = d.id WHERE d.state = 'EFFECTIVE'`,
      )
      await window.go(`/beslutninger/${decision.number}`)
      await page.getByRole('link', { name: 'Vis udskrift' }).click()
      await page.getByText('Vollsmose Haverne og Vollsmose Parkerne').waitFor()
      await page.getByRole('button', { name: 'Udskriv eller gem som PDF' }).waitFor()
      await expectPageSound(window)

      const session = one<{ meeting: number; item: number }>(
        `SELECT m.id AS meeting, i.id AS item FROM Meeting m JOIN AgendaItem i ON i.meetingId = m.id
         JOIN Body b ON b.id = m.bodyId WHERE m.state = 'IN_SESSION' AND b.kind = 'JOINT_GROUP' AND i.kind = 'DECISION'
           AND i.standing IS NULL LIMIT 1`,
      )
      await window.go(`/moeder/${session.meeting}/punkter/${session.item}/beslutning`)
      await page.getByText('Beslutningen omgør eller erstatter en tidligere beslutning').click()
      await page.getByLabel('Hvad sker der med den tidligere').selectOption('REVERSES')
      await page.getByLabel('Den tidligere beslutnings nummer').fill(decision.number)
      await page.getByRole('button', { name: 'Kontrollér mandater' }).click()
      await page.getByLabel(/brugt/i).first().waitFor()
      await expectPageSound(window)
      expect(await page.getByRole('link', { name: new RegExp(decision.number) }).count()).toBeGreaterThan(0)
      await window.close()
    },
    90_000,
  )
}
