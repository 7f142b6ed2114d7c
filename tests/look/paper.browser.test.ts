import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApp } from '../support/app.ts'
import { browserTest, serveToBrowser, Window } from '../support/browser.ts'
import { demoApp } from '../support/demo.ts'
import { printed, readsPaper } from '../support/paper.ts'
import { deep } from '../support/runs.ts'

/** What a council is sent on paper: printed by the browser as people print it, on A4, and read sheet by sheet. */

let portal: TestApp
let served: Awaited<ReturnType<typeof serveToBrowser>>
let window: Window

beforeAll(async () => {
  portal = await demoApp()
  served = await serveToBrowser(portal)
  window = await Window.open(served.browser, served.origin)
  await window.signIn('sekretariat.bolig')
}, 180_000)
afterAll(() => served?.close())

const paperTest = readsPaper ? browserTest : test.skip

/** Agendas, minutes, decisions and comparisons; every day those with the most in them. */
function documents(): string[] {
  const few = deep ? 1000 : 2
  const held = portal.db.sql.asStored<{ id: number }>(
    `SELECT m.id FROM Meeting m WHERE m.state IN ('MINUTES_OUT', 'MINUTES_APPROVED') AND m.bodyId =
       (SELECT id FROM Body WHERE kind = 'JOINT_GROUP')
     ORDER BY (SELECT count(*) FROM AgendaItem i WHERE i.meetingId = m.id) DESC, m.id LIMIT ${few}`,
  )
  const decisions = portal.db.sql.asStored<{ year: number; serial: number }>(
    `SELECT d.year, d.serial FROM Decision d
     ORDER BY (SELECT count(*) FROM Consequence c WHERE c.decisionId = d.id) DESC, d.id LIMIT ${few / 2}`,
  )
  return [
    ...held.flatMap(({ id }) => [`/moeder/${id}/dagsorden/versioner/1`, `/moeder/${id}/referat?udgave=aaben`]),
    ...decisions.map(({ year, serial }) => `/beslutninger/${year}/${serial}`),
    '/aftalen/2024/sammenlign/2008',
  ]
}

paperTest(
  'no sheet ends with a heading or a table’s head, stands half empty, or lacks its number',
  async () => {
    const faults: string[] = []
    let sheets = 0
    for (const path of documents()) {
      await window.go(path)
      const leading = await leadingLines()
      const paper = await printed(window.page)
      sheets += paper.length
      for (const [at, { lines, number, filled }] of paper.entries()) {
        const last = lines.at(-1) ?? ''
        const where = `${path}, sheet ${at + 1}`
        if (number !== `Side ${at + 1} af ${paper.length}`) faults.push(`${where}: »${number}« for its number`)
        if (at === paper.length - 1) continue
        if (leading.some(line => line.endsWith(last))) faults.push(`${where} ends with »${last}«`)
        if (filled < 0.6) faults.push(`${where} is filled to ${Math.round(filled * 100)} %`)
      }
    }
    expect(faults).toEqual([])
    expect(sheets).toBeGreaterThan(15)
  },
  600_000,
)

/** Headings and tables' heads, as they read: what follows belongs to them. */
const leadingLines = (): Promise<string[]> =>
  window.page.evaluate(() => {
    const { document } = globalThis as unknown as {
      document: { querySelectorAll(of: string): Iterable<{ textContent: string | null }> }
    }
    return [...document.querySelectorAll('main :is(h1, h2, h3, h4), main thead tr')].map(element =>
      (element.textContent ?? '').replace(/\s+/g, ' ').trim(),
    )
  })
