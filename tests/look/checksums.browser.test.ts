import { afterAll, beforeAll, expect } from 'vitest'
import { addressesOf, samplesIn } from '../support/addresses.ts'
import type { TestApp } from '../support/app.ts'
import { browserTest, overflowAt, phone, serveToBrowser, Window } from '../support/browser.ts'
import { demoApp } from '../support/demo.ts'
import { formTo } from '../support/form-on-page.ts'

/** A checksum is 64 letters without a place to break: no page that prints one is wider than a phone. */

const checksum = '3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea'
let portal: TestApp
let served: Awaited<ReturnType<typeof serveToBrowser>>

beforeAll(async () => {
  portal = await demoApp()
  served = await serveToBrowser(portal)
}, 240_000)
afterAll(() => served?.close())

browserTest(
  'a checksum breaks at the edge of a phone, on the page of a case and wherever one is printed',
  async () => {
    const secretary = await portal.signIn('sekretariat.bolig')
    const samples = samplesIn(portal.db)
    const [own] = addressesOf('/sager/:number', samples)
    const path = own?.path ?? ''
    const edit = `${path}/rediger`
    const { fields } = formTo((await secretary.get(edit).expect(200)).text, edit)
    const summary = `Kontrolsummen er ${checksum}.\n\n- ${checksum}\n\n\`${checksum}\``
    await secretary.post(edit, { ...fields, title: `Protokol ${checksum}`, summary }).expect(303)

    const printed: string[] = []
    for (const route of portal.routes.declared.filter(({ method }) => method === 'get')) {
      for (const address of addressesOf(route.path, samples).slice(0, 1)) {
        const { text, type } = await secretary.get(address.path)
        const shown = type === 'text/html' && /[\da-f]{64}/.test(text.replace(/<input[^>]*>/g, ''))
        if (shown) printed.push(address.path)
      }
    }
    expect(printed).toContain(path)
    const window = await Window.open(served.browser, served.origin, phone)
    await window.signIn('sekretariat.bolig')
    const wide: string[] = []
    for (const address of printed) {
      await window.go(address)
      for (const fault of await overflowAt(window.page, phone.width)) wide.push(`${address}: ${fault}`)
    }
    expect(wide).toEqual([])
    await window.go(path)
    await window.shoot('case-with-checksum-360')
  },
  240_000,
)
