import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../support/app.ts'
import { lundeBegun, lundeFolder, lundePassword } from '../towns/lunde-folder.ts'
import { emptyParts, mainOf } from '../visibility/empty-parts.ts'
import { crawl } from '../visibility/follow-links.ts'

/**
 * A portal that has just been set up has no meetings, cases, mandates or decisions. Whoever comes in goes through the
 * menu and everything it leads to: each page is there, says what will come, and leads nobody to a refusal.
 */

const menu = [
  '/',
  '/moeder',
  '/sager',
  '/beslutninger',
  '/mandater',
  '/opfoelgning',
  '/parter',
  '/aftalen',
  '/organisation',
]
const roles = {
  'the housing secretary': 'ida@lundebo.example',
  'the municipal secretary': 'bo@lunde.example',
  'the administrator': 'per@lunde.example',
  'the chair': 'karen@lunde.example',
  'a member': 'ole@lunde.example',
  'a keeper of mandates': 'eva@lunde.example',
  'a signatory': 'lis@lunde.example',
}

let portal: TestApp
beforeAll(async () => {
  portal = await testApp({ from: await lundeFolder(), demo: false, now: lundeBegun })
}, 120_000)
afterAll(() => portal.close())

const deep = process.env.DEEP === '1'
const everyDay = ['the housing secretary', 'the administrator', 'a member', 'a keeper of mandates']
const walked = Object.entries(roles).filter(([role]) => deep || everyDay.includes(role))

describe.each(walked)('%s', (_role, email) => {
  test('finds every page of the menu, and no refusal or empty heading behind it', async () => {
    const client = portal.anonymous()
    await client.signIn(email, lundePassword)
    const { refused, pages } = await crawl(portal, client, { ofEachKind: deep ? 3 : 1, atMost: deep ? 400 : 80 })
    expect(refused).toEqual([])
    expect(menu.filter(href => !pages.some(page => page.href === href))).toEqual([])
    // What the design is shown by has its parts beside each other.
    const read = pages.filter(({ href }) => !href.startsWith('/komponenter'))
    const hollow = read.flatMap(({ href, text }) => emptyParts(mainOf(text)).map(part => `${href}: ${part}`))
    expect(hollow).toEqual([])
  }, 120_000)
})
