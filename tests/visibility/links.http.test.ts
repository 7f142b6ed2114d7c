import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestApp } from '../support/app.ts'
import { demoApp } from '../support/demo.ts'
import { linksIn } from './crawl.ts'
import { answerTo, crawl } from './follow-links.ts'

/**
 * A link is a promise: no link on any page leads the reader whom the page was made for to a refusal. Each role begins at
 * its overview and follows what it is shown. Every day one address is followed of each kind of link from each kind of
 * page; in depth, all.
 */

const deep = process.env.DEEP === '1'
const limits = deep ? {} : { ofEachKind: 1, atMost: 90 }

const roles = [
  'laeser',
  'administrator',
  'sekretariat.bolig',
  'sekretariat.kommune',
  'formand',
  'naestformand',
  'medlem.hoejstrup',
  'strategi.bolig',
  'strategi.kommune',
  'mandat.byraad',
  'mandat.hoejstrup',
  'underskriver.fab',
]

let portal: TestApp

beforeAll(async () => {
  portal = await demoApp()
}, 120_000)

afterAll(() => portal.close())

describe.each(['', ...roles])('%s', role => {
  test('follows every link without a refusal', async () => {
    const client = role === '' ? portal.anonymous() : await portal.signIn(role)
    const { refused } = await crawl(portal, client, { ...limits, start: role === '' ? '/log-ind' : '/' })
    expect(refused).toEqual([])
  }, 600_000)
})

test('a link to a refusal is found', async () => {
  const client = await portal.signIn('laeser')
  const found = linksIn('<a href="/konti">Konti</a><a href="/moeder#a">Møder</a><a href="https://example.org">Ude</a>')
  expect(found).toEqual(['/konti', '/moeder'])
  const answers = await Promise.all(found.map(href => answerTo(client, href)))
  expect(answers.map(({ refusal }) => refusal)).toEqual(['403', null])
})
