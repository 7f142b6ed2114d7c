import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../support/app.ts'

/** docs/requirements.md promises that a page and a test show each clause: here it is held to that. */

interface Row {
  number: string
  page: string
  test: string
}

const rows: Row[] = [
  ...readFileSync('docs/requirements.md', 'utf8').matchAll(/^\| (R\d+) \|[^|]*\|[^|]*\| ([^|]*) \| ?([^|]*?) ?\|$/gm),
].map(([, number = '', page = '', file = '']) => ({
  number,
  page: page.replaceAll('`', ''),
  test: file.replaceAll('`', ''),
}))

const shown = rows.filter(row => row.page !== '*later*')

let pages: string[]

beforeAll(async () => {
  const portal = await testApp()
  pages = portal.routes.declared.filter(({ method }) => method === 'get').map(({ path }) => path)
  await portal.close()
})

test('every clause of the agreement has its row, in order', () => {
  expect(rows.map(row => row.number)).toEqual(Array.from({ length: 104 }, (_, at) => `R${at + 1}`))
})

test('what comes later names neither a page nor a test', () => {
  expect(rows.filter(row => row.page === '*later*' && row.test !== '')).toEqual([])
})

describe.each(shown)('$number', row => {
  test(`${row.page} is a page`, () => {
    expect(pages).toContain(row.page)
  })

  test(`${row.test} shows it`, () => {
    expect(existsSync(row.test)).toBe(true)
    expect(readFileSync(row.test, 'utf8')).toMatch(new RegExp(`\\b${row.number}\\b`))
  })
})
