import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DeclaredRoute } from '../../src/http/route.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { linksIn } from './crawl.ts'
import { type Mark, markedWorld, roles } from './marked-world.ts'

/**
 * One visibility rule serves everything that leaves the portal (domain §6). Every text of this world carries a mark that
 * says who may see it, and each role asks for every address there is, for what it searches, and for the pages that
 * answer a form which cannot be saved: no forbidden mark is in any answer, nor in its headers.
 */

const deep = process.env.DEEP === '1'

let portal: TestApp
let marks: Mark[]

beforeAll(async () => {
  portal = await testApp({ now: '2026-03-12T14:00:00.000Z' })
  marks = await markedWorld(portal)
}, 120_000)
afterAll(() => portal.close())

/** The rows that an address can name, by the parameters in it. */
const rows: [path: RegExp, text: string][] = [
  [
    /^\/moeder\/:meeting\/bilag/,
    'SELECT i.meetingId AS meeting, a.id AS attachment FROM Attachment a JOIN AgendaItem i ON i.id = a.itemId',
  ],
  [
    /^\/moeder\/:meeting\/spoergsmaal/,
    'SELECT i.meetingId AS meeting, q.id AS question FROM ItemQuestion q JOIN AgendaItem i ON i.id = q.itemId',
  ],
  [/^\/moeder\/:meeting\/dagsorden\/versioner/, 'SELECT meetingId AS meeting, number FROM AgendaVersion'],
  [/^\/moeder\/:meeting\/.*:item/, 'SELECT meetingId AS meeting, id AS item FROM AgendaItem WHERE standing IS NULL'],
  [
    /^\/moeder\/:meeting\/.*:person/,
    'SELECT meetingId AS meeting, min(personId) AS person FROM Attendance GROUP BY meetingId',
  ],
  [/^\/moeder\/:meeting/, 'SELECT id AS meeting FROM Meeting'],
  [/^\/beslutninger\/:year/, 'SELECT year, serial FROM Decision'],
  [/^\/mandater\/:id/, 'SELECT id FROM Mandate'],
  [/^\/forelaeggelser\/:number/, 'SELECT number FROM Referral'],
  [/^\/opfoelgning\/:id/, 'SELECT id FROM FollowUp'],
  [/^\/punktforslag\/:proposal/, 'SELECT id AS proposal FROM ItemProposal'],
  [/^\/sager\/:number/, 'SELECT number FROM "Case"'],
  [/^\/bilag\/:attachment/, 'SELECT id AS attachment FROM Attachment'],
  [/^\/organer\/:body/, `SELECT slug AS body FROM Body WHERE kind <> 'DECIDING_BODY'`],
  [
    /^\/parter\/:organisation/,
    `SELECT slug AS organisation FROM Organisation WHERE slug IN ('hoejstrup', 'odense-kommune', 'fab')`,
  ],
]

function addresses({ path }: DeclaredRoute): string[] {
  const names = [...path.matchAll(/:(\w+)/g)].map(match => match[1] ?? '')
  if (names.length === 0) return [path]
  const known = rows.find(([start]) => start.test(path))
  const found = known ? portal.db.sql.all<Record<string, string | number>>(known[1]) : []
  return found
    .filter(row => names.every(name => name in row))
    .map(row => path.replace(/:(\w+)/g, (_all, name: string) => String(row[name])))
}

/** Forms whose page comes again, with what is saved beside what was typed, when another has saved first. */
const refusedForms = /\/(rediger|afvikling\/punkter\/:item|type|traek-tilbage|aendr|beslutning|spoergsmaal)$/

const listed = ['/moeder', '/sager', '/beslutninger', '/mandater', '/opfoelgning', '/soeg', '/forelaeggelser']

/** Every day one of each kind; in depth everybody. */
const alike = ['medlem.kristiansdal', 'medlem.hoejstrup', 'naestformand', 'mandat.byraad']
const walkers = deep ? roles : roles.filter(role => !alike.includes(role))

describe.each(walkers)('%s', role => {
  test('is shown no text that is for others', async () => {
    const client = await portal.signIn(role)
    const forbidden = marks.filter(({ by }) => !by.includes(role))
    const leaks: string[] = []
    const look = (from: string, answer: Answer) => leaks.push(...leaksIn(forbidden, from, answer))
    const asked = new Set<string>()
    const ask = async (path: string) => {
      if (asked.has(path)) return ''
      asked.add(path)
      const answer = await client.get(path)
      look(path, answer)
      return answer.text ?? ''
    }
    for (const route of portal.routes.declared.filter(({ method }) => method === 'get')) {
      if (route.path === '/log-ud') continue
      for (const path of addresses(route)) for (const next of linksIn(await ask(path))) if (deep) await ask(next)
    }
    for (const item of portal.db.sql.all<{ id: number }>('SELECT id FROM AgendaItem WHERE standing IS NULL'))
      for (const path of [`/opfoelgning/ny?punkt=${item.id}`, `/mandater/proev?punkt=${item.id}`]) await ask(path)
    for (const route of portal.routes.declared.filter(
      ({ method, path }) => method === 'post' && refusedForms.test(path),
    ))
      for (const path of addresses(route)) look(`POST ${path}`, await client.post(path, stale))
    expect(leaks).toEqual([])
  }, 600_000)

  test('finds nothing by a text that is for others', async () => {
    const client = await portal.signIn(role)
    const forbidden = marks.filter(({ by }) => !by.includes(role))
    const found: string[] = []
    for (const path of listed) {
      const none = plain((await client.get(`${path}?q=mq000z`)).text, 'mq000z')
      const tried = deep ? forbidden : forbidden.filter((_one, at) => at % 11 === 0)
      for (const { mark, what } of tried)
        if (plain((await client.get(`${path}?q=${mark}`)).text, mark) !== none) found.push(`${path}: ${what}`)
    }
    expect(found).toEqual([])
  }, 600_000)
})

test('every mark is seen by somebody, so the walk would meet it where it leaked', async () => {
  const unseen = new Map(marks.map(one => [one.mark, one.what]))
  for (const role of ['sekretariat.bolig', 'sekretariat.kommune', 'formand']) {
    const client = await portal.signIn(role)
    for (const route of portal.routes.declared.filter(({ method, path }) => method === 'get' && path !== '/log-ud')) {
      for (const path of addresses(route)) {
        const { text, headers } = await client.get(path)
        const answer = `${text ?? ''} ${headers['content-disposition'] ?? ''}`
        for (const mark of unseen.keys()) if (answer.includes(mark)) unseen.delete(mark)
      }
    }
  }
  expect([...unseen.values()]).toEqual([])
}, 600_000)

test('a leak is found in a page, a title, a file’s name and an address to go on to', () => {
  const one = { mark: 'mq001z', what: 'titel', by: [] }
  const empty = { status: 200, text: '', headers: {} }
  expect(leaksIn([one], '/a', { ...empty, text: '<title>mq001z</title>' })).toEqual(['/a (200): titel'])
  expect(leaksIn([one], '/a', { ...empty, headers: { location: '/soeg?q=mq001z' } })).toHaveLength(1)
  expect(
    leaksIn([one], '/a', { ...empty, headers: { 'content-disposition': "filename*=UTF-8''mq001z" } }),
  ).toHaveLength(1)
  expect(leaksIn([one], '/a', { ...empty, text: 'mq002z' })).toEqual([])
})

interface Answer {
  status: number
  text?: string
  headers: Record<string, string | string[] | undefined>
}

const leaksIn = (forbidden: readonly Mark[], from: string, { status, text, headers }: Answer): string[] => {
  const answer = `${text ?? ''}\n${JSON.stringify(headers)}`
  return forbidden.filter(({ mark }) => answer.includes(mark)).map(({ what }) => `${from} (${status}): ${what}`)
}

/** What somebody sends who opened the page before the others saved: nothing of it may be stored. */
const stale = { version: '999', title: '', text: '', reason: '' }

/** A page without what was searched for and without what is of this one answer. */
const plain = (text: string, word: string): string =>
  text.replaceAll(word, 'word').replace(/(name="_(csrf|once)" value=|nonce=)"[^"]*"/g, '$1')
