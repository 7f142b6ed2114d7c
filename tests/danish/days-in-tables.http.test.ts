import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressesOf, samplesIn } from '../support/addresses.ts'
import type { TestApp } from '../support/app.ts'
import { demoApp } from '../support/demo.ts'

/** Days that stand under each other in a table have one form, 23.11.2026; sentences have the other. */

let portal: TestApp
beforeAll(async () => {
  portal = await demoApp()
}, 240_000)
afterAll(() => portal.close())

const written = /^(?:den |fra (?:den )?)?\d{1,2}\. (?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\p{L}* \d{4}/iu

const cellsOf = (html: string): string[] =>
  [...html.matchAll(/<td\b[^>]*>(.*?)<\/td>/gs)].map(([, inner = '']) =>
    inner
      .replace(/<[^>]+>/g, '\n')
      .replace(/[ \t]+/g, ' ')
      .trim(),
  )

test('as a secretary sees them, and the administrator where no secretary may look', async () => {
  const secretary = await portal.signIn('sekretariat.bolig')
  const administrator = await portal.signIn('administrator')
  const samples = samplesIn(portal.db)
  const long: string[] = []
  let cells = 0
  for (const route of portal.routes.declared.filter(({ method }) => method === 'get')) {
    for (const { path } of addressesOf(route.path, samples).slice(0, 1)) {
      const seen = await secretary.get(path)
      const { text, type } = seen.status === 403 ? await administrator.get(path) : seen
      if (type !== 'text/html') continue
      for (const cell of cellsOf(text)) {
        cells += 1
        for (const line of cell.split(/\n+/)) if (written.test(line.trim())) long.push(`${path}: ${line.trim()}`)
      }
    }
  }
  expect(long).toEqual([])
  expect(cells).toBeGreaterThan(100)
}, 240_000)
