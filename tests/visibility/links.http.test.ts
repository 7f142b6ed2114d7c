import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client, TestApp } from '../support/app.ts'
import { demoApp } from '../support/demo.ts'
import { linksIn, patterns } from './crawl.ts'

/**
 * A link is a promise: no link on any page leads the reader whom the page was made for to a refusal. Each role begins at
 * its overview and follows what it is shown. Every day two addresses are followed of each kind of link from each kind of
 * page; in depth, all.
 */

const deep = process.env.DEEP === '1'
const ofEachKind = deep ? Number.POSITIVE_INFINITY : 2
const atMost = deep ? Number.POSITIVE_INFINITY : 110

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
    const refused = await crawl(client, role === '' ? '/log-ind' : '/')
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

/** What was refused, and where the link stood. */
async function crawl(client: Client, start: string): Promise<string[]> {
  const kindOf = patterns(portal.routes.declared)
  const refused: string[] = []
  const seen = new Set([start])
  const followed = new Map<string, number>()
  const queue = [{ href: start, from: '' }]
  for (let at = 0; at < queue.length && at < atMost; at += 1) {
    const { href, from } = queue[at] as { href: string; from: string }
    const { refusal, text } = await answerTo(client, href)
    if (refusal) refused.push(`${from} → ${href}: ${refusal}`)
    for (const next of linksIn(text)) {
      if (seen.has(next) || next.startsWith('/assets/') || next === '/log-ud') continue
      const kind = `${kindOf(href)} → ${kindOf(next)}`
      const count = followed.get(kind) ?? 0
      if (count >= ofEachKind) continue
      followed.set(kind, count + 1)
      seen.add(next)
      queue.push({ href: next, from: href })
    }
  }
  return refused
}

/** A page may lead on, but not to the sign-in of somebody who is signed in. */
async function answerTo(client: Client, href: string): Promise<{ refusal: string | null; text: string }> {
  const { status, headers, text } = await client.get(href)
  const signIn = client.csrf !== '' && status === 303 && headers.location?.startsWith('/log-ind')
  return { refusal: status >= 400 ? String(status) : signIn ? 'sign-in' : null, text: text ?? '' }
}
