import { afterAll, beforeAll, expect } from 'vitest'
import type { DeclaredRoute } from '../../src/http/route.ts'
import { addressesOf, samplesIn } from '../support/addresses.ts'
import type { Client, TestApp } from '../support/app.ts'
import {
  accessibilityFaults,
  browserTest,
  overflowAt,
  phone,
  serveToBrowser,
  Window,
  wide,
} from '../support/browser.ts'
import { demoApp } from '../support/demo.ts'
import { htmlFaults } from '../support/html.ts'
import { deep } from '../support/runs.ts'
import { keyboardFaults, printFaults, scriptlessFaults, squeezedFaults } from '../support/ways.ts'

/**
 * Every page of the portal once, on the demo, by the first of these who may read it: what axe finds, what the console and
 * the validator say, what sticks out at 320 pixels and on paper, what the keyboard does not reach or show, and what does
 * nothing without scripts. It takes minutes and belongs to `npm run test:deep`; run by
 * itself, it looks at every other page at a desk's width and at the others at a phone's.
 */
const readers = [
  'sekretariat.bolig',
  'sekretariat.kommune',
  'formand',
  'medlem.hoejstrup',
  'strategi.bolig',
  'mandat.hoejstrup',
  'mandat.byraad',
  'mandat.kristiansdal',
  'underskriver.hoejstrup',
  'administrator',
]

let portal: TestApp
let served: Awaited<ReturnType<typeof serveToBrowser>>

beforeAll(async () => {
  portal = await demoApp()
  served = await serveToBrowser(portal)
}, 180_000)
afterAll(() => served?.close())

browserTest(
  'every page is sound',
  async () => {
    const nobody = 'whoever is not signed in'
    const clients: [string, Client][] = [[nobody, portal.anonymous()]]
    for (const reader of readers) clients.push([reader, await portal.signIn(reader)])
    const windows = new Map<string, Window>()
    const windowOf = async (reader: string, scripts: boolean): Promise<Window> => {
      const key = `${reader} ${scripts}`
      const window = windows.get(key) ?? (await Window.open(served.browser, served.origin, wide, scripts))
      if (!windows.has(key) && reader !== nobody) await window.signIn(reader)
      windows.set(key, window)
      return window
    }
    const faults: string[] = []
    const unseen: string[] = []
    let count = 0
    const samples = samplesIn(portal.db)
    for (const route of portal.routes.declared.filter(isPage)) {
      const paths = addressesOf(route.path, samples).map(({ path }) => path)
      const found = await firstReader(clients, paths)
      if (!found) {
        unseen.push(route.path)
        continue
      }
      const { reader, path } = found
      count += 1
      const sizes = deep ? [wide, phone] : [count % 2 ? wide : phone]
      const wrong = [
        ...(await faultsOf(await windowOf(reader, true), path, sizes)),
        // The components stand there to be seen, each by itself.
        ...(path === '/komponenter' ? [] : await scriptlessFaultsOf(await windowOf(reader, false), path)),
      ]
      for (const fault of wrong) faults.push(`${path} (${reader}): ${fault}`)
    }
    expect(faults).toEqual([])
    expect(unseen).toEqual([])
  },
  1_200_000,
)

/**
 * What these pages are about is nowhere in the demo: a round at its signatures (the whole round in tests/revision looks
 * at that page), somebody with a handed-over code, a closed area, files on their way, a draw from before the portal.
 */
const notInTheDemo = [
  '/aftalen/revision/:year/underskriv/:organisation',
  '/min-konto/vaelg-adgangskode',
  '/boligomraader/:area/genaabn',
  '/afdelinger/:estate/genaabn',
  '/bydele/:district/genaabn',
  '/sagsomraader/:area/genaabn',
  '/foer-portalen/flere/:batch',
  '/mandater/:id/foer-portalen',
  '/mandater/:id/posteringer/:entry/tilbagefoer',
]

/** Files, addresses that lead on, and parts of a page are no pages. */
const isPage = ({ method, path }: DeclaredRoute): boolean =>
  method === 'get' &&
  !/\.(csv|json|pdf|docx|zip|ics|svg)$/.test(path) &&
  !/\/(live|bilag|protokol|bilag\/:\w+|filer\/:\w+)$/.test(path) &&
  !['/was', '/forretningsorden'].includes(path) &&
  !notInTheDemo.includes(path)

async function firstReader(clients: [string, Client][], paths: string[]) {
  for (const [reader, client] of clients) {
    for (const path of paths) {
      const { status, headers } = await client.get(path)
      if (status === 200 && /html/.test(String(headers['content-type']))) return { reader, path }
    }
  }
  return null
}

async function faultsOf(window: Window, path: string, sizes: { width: number; height: number }[]): Promise<string[]> {
  const { page } = window
  const answer = await window.go(path)
  const found = await htmlFaults((await answer?.text()) ?? '')
  for (const size of sizes) {
    await page.setViewportSize(size)
    found.push(...(await accessibilityFaults(page)).map(fault => `at ${size.width}: ${fault}`))
    found.push(...(await squeezedFaults(page)).map(fault => `at ${size.width}: ${fault}`))
    await window.shoot(`page${path.replace(/\W+/g, '-')}-${size.width}`)
  }
  found.push(...(await overflowAt(page, 320)), ...(await keyboardFaults(page)), ...(await printFaults(page)))
  return [...found, ...window.takeComplaints()]
}

/** The page as it comes, before any script has run. */
async function scriptlessFaultsOf(window: Window, path: string): Promise<string[]> {
  await window.go(path)
  return scriptlessFaults(window.page)
}
