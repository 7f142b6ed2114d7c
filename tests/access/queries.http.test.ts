import { afterAll, beforeAll, expect, test } from 'vitest'
import { multiplyDemo } from '../../src/demo/multiply.ts'
import { addressesOf, type Samples, samplesIn } from '../support/addresses.ts'
import type { Client, TestApp } from '../support/app.ts'
import { demoApp } from '../support/demo.ts'

/** Every page states how many statements it costs: here it is held to that, and to the same with five times the data. */

const roles = ['sekretariat.bolig', 'sekretariat.kommune', 'administrator', 'mandat.byraad', 'mandat.hoejstrup']

let portal: TestApp
let clients: Client[]

beforeAll(async () => {
  portal = await demoApp()
  clients = []
  for (const role of roles) clients.push(await portal.signIn(role))
}, 120_000)

afterAll(() => portal.close())

interface Measured {
  path: string
  stated: number
  used: number
}

test('no page uses more statements than it states, and none uses more when there is more', async () => {
  const samples = samplesIn(portal.db)
  const first = await measure(samples)
  expect(first.filter(page => page.used > page.stated)).toEqual([])

  multiplyDemo(portal.db, 5)
  const before = new Map(first.map(page => [page.path, page.used]))
  const grown = (await measure(samples)).filter(
    page => page.used > page.stated || page.used > (before.get(page.path) ?? 0),
  )
  expect(grown).toEqual([])
}, 120_000)

/** Each page by the first person who may read it, when it has been asked once, so that what is kept between requests is kept. */
async function measure(samples: Samples): Promise<Measured[]> {
  const found: Measured[] = []
  for (const { method, path: route, queries } of portal.routes.declared) {
    if (method !== 'get' || queries === null) continue
    for (const { path } of addressesOf(route, samples)) {
      for (const client of clients) {
        const used = await statementsOf(client, path)
        if (used === null) continue
        found.push({ path, stated: queries, used })
        break
      }
    }
  }
  return found
}

/** That somebody was refused is noted after the answer, and makes the portal read anew what it kept: then it is asked again. */
async function statementsOf(client: Client, path: string): Promise<number | null> {
  for (;;) {
    const version = portal.db.dataVersion()
    if ((await client.get(path)).status !== 200) return null
    const before = portal.db.statements()
    await client.get(path)
    const used = portal.db.statements() - before
    if (portal.db.dataVersion() === version) return used
  }
}
