import { setImmediate as nextTurn } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressesOf, samplesIn } from '../support/addresses.ts'
import type { TestApp } from '../support/app.ts'
import { demoApp } from '../support/demo.ts'
import { deep } from '../support/runs.ts'

/**
 * Every page of the demo cooperation with every typed reason replaced, by one that ends with a full stop or without.
 * In depth: it asks for all pages twice.
 */

const bare = 'Grunden er kendt af parterne'
let portal: TestApp
let samples: ReturnType<typeof samplesIn>

beforeAll(async () => {
  portal = await demoApp()
  samples = samplesIn(portal.db)
}, 240_000)
afterAll(() => portal.close())

/** Behind the portal's back: what is sealed keeps its reasons otherwise. Closed items keep theirs, which the law names. */
async function giveReasons(reason: string): Promise<void> {
  const sql = new Sqlite(portal.settings.databaseFile)
  const triggers = sql.prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'trigger'").all()
  for (const { name } of triggers) sql.exec(`DROP TRIGGER "${name}"`)
  const columns = sql
    .prepare<[], { tab: string; col: string }>(
      `SELECT t.name AS tab, c.name AS col FROM sqlite_master t, pragma_table_info(t.name) c
       WHERE t.type = 'table' AND c.type = 'TEXT' AND (c.name LIKE '%reason%' OR c.name LIKE '%why' OR c.name LIKE '%note')`,
    )
    .all()
  for (const { tab, col } of columns)
    sql.prepare(`UPDATE "${tab}" SET "${col}" = ? WHERE coalesce("${col}", '') <> ''`).run(reason)
  sql.close()
  await nextTurn()
}

const textOf = (html: string) =>
  html
    .replace(/<(script|style|textarea)\b.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, '\u0000')
    .replace(/\s+/g, ' ')

/** Each place where the reason is printed, with what comes after it, by page. */
async function placesOf(): Promise<string[]> {
  const client = await portal.signIn('sekretariat.bolig')
  const found: string[] = []
  for (const route of portal.routes.declared.filter(({ method }) => method === 'get')) {
    for (const { path } of addressesOf(route.path, samples)) {
      const { text, type } = await client.get(path)
      if (type !== 'text/html') continue
      for (const [after] of textOf(text).matchAll(new RegExp(`${bare}.{0,4}`, 'g')))
        found.push(`${path}: ${after.replaceAll('\u0000', '|')}`)
    }
  }
  return found
}

test.runIf(deep)(
  'a typed reason ends once wherever it is printed, with a full stop of its own or without',
  async () => {
    await giveReasons(`${bare}.`)
    const ended = await placesOf()
    await giveReasons(bare)
    const open = await placesOf()
    expect(ended.length).toBeGreaterThan(10)
    expect(open.length).toBe(ended.length)
    expect(
      [...ended, ...open].filter(place => /\.\s*[.,;:]|\.\|*\s*\.|[.]«\./.test(place.slice(place.indexOf(bare)))),
    ).toEqual([])
    // Inside a line that goes on, the one without a full stop gets it from the page.
    const unended = open.filter(place => /^[ |]*\p{Lu}/u.test(place.slice(place.indexOf(bare) + bare.length)))
    expect(unended.filter(place => !place.includes('|'))).toEqual([])
  },
  240_000,
)
