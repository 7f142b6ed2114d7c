import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../support/app.ts'
import { begunFolder } from '../support/templates.ts'

let portal: TestApp

beforeAll(async () => {
  portal = await testApp({ from: await begunFolder() })
})
afterAll(() => portal.close())

async function addressesOnPage(): Promise<string[]> {
  const { text } = await portal.anonymous().get('/log-ind')
  return [...text.matchAll(/(?:href|src)="(\/aktiver\/[^"]+)"/g)].map(([, address = '']) => address)
}

test('styles and scripts have addresses that change with them, so a browser keeps them for good', async () => {
  const addresses = await addressesOnPage()
  expect(addresses.some(address => address.endsWith('.css'))).toBe(true)
  expect(addresses.some(address => address.endsWith('.js'))).toBe(true)
  for (const address of addresses) {
    const { status, headers } = await portal.anonymous().get(address)
    expect(status, address).toBe(200)
    expect(headers['cache-control'], address).toBe('public, max-age=31536000, immutable')
    expect(headers['set-cookie'], address).toBeUndefined()
    expect(headers['x-content-type-options'], address).toBe('nosniff')
  }
})

test('an address of another edition, or outside its folders, leads to nothing', async () => {
  const [address = ''] = await addressesOnPage()
  const stamp = address.split('/')[2] ?? ''
  expect(stamp).toMatch(/^[\da-f]{12}$/)
  for (const path of [
    address.replace(stamp, '0123456789ab'),
    `/aktiver/${stamp}/`,
    `/aktiver/${stamp}/%2e%2e/package.json`,
    `/aktiver/${stamp}/dkfds/css/%2e%2e/%2e%2e/package.json`,
  ])
    expect((await portal.anonymous().get(path)).status, path).toBe(404)
})

test('the design system’s licence can be read where its files are', async () => {
  const [address = ''] = await addressesOnPage()
  const answer = await portal.anonymous().get(`/aktiver/${address.split('/')[2]}/dkfds/LICENSE.md`)
  expect(answer.status).toBe(200)
  expect(answer.text).toContain('MIT')
})

test('pages and styles are compressed for whoever can unpack them', async () => {
  const style = (await addressesOnPage()).find(address => address.endsWith('.css')) ?? ''
  for (const path of ['/tilgaengelighed', style]) {
    const packed = await portal.anonymous().get(path).set('Accept-Encoding', 'gzip')
    expect(packed.headers['content-encoding'], path).toBe('gzip')
    const plain = await portal.anonymous().get(path)
    expect(plain.headers['content-encoding'], path).toBeUndefined()
    expect(packed.text, path).toBe(plain.text)
  }
})
