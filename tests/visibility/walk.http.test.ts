import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../support/app.ts'
import { addressesOf, hasOpenPart, openPart } from './addresses.ts'
import { linksIn } from './crawl.ts'
import { markedWorld } from './marked-world.ts'
import { type Answer, leaksIn, type Mark, roles, secretaries } from './marks.ts'

/**
 * One visibility rule serves everything that leaves the portal (domain §6). Every text of this world carries a mark that
 * says who may see it, and each role asks for every address there is, for what it searches, and for the pages that
 * answer a form which cannot be saved: no forbidden mark is in any answer, nor in its headers.
 */

const deep = process.env.DEEP === '1'

let portal: TestApp
let marks: Mark[]
let drafts: string[]
/** The security log before the walk itself fills it. */
let log: Answer

beforeAll(async () => {
  portal = await testApp({ now: '2026-03-12T14:00:00.000Z' })
  ;({ marks, drafts } = await markedWorld(portal))
  log = await (await portal.signIn('administrator')).get('/konti/log')
}, 120_000)
afterAll(() => portal.close())

/** Addresses of which this world has nothing, each with why that leaves no text untried. */
const nothingOf: Record<string, string> = {
  '/aftalen/:year/underskrifter/:signature': 'no scanned signature: every reader in the cooperation reads them',
  '/aftalen/revision/:year/beslutning/:item': 'the draft is not before the group',
  '/aftalen/revision/:year/modstrid/:first/:second': 'no two proposals on the same words',
  '/aftalen/revision/:year/underskriv/:organisation': 'the draft is not to be signed',
  '/foer-portalen/flere/:batch': 'files that wait for what they are: tests/earlier asks who sees them',
  '/forretningsorden/:text/hoeringer/:number':
    'no hearing about rules of procedure: one about a standard stands on the same',
  '/forretningsorden/:text/hoeringer/:number/frist':
    'no hearing about rules of procedure: one about a standard stands on the same',
  '/forretningsorden/:text/hoeringer/:number/luk':
    'no hearing about rules of procedure: one about a standard stands on the same',
  '/forretningsorden/:text/hoeringer/:number/notat':
    'no hearing about rules of procedure: one about a standard stands on the same',
  '/forretningsorden/:text/hoeringer/:number/svar.csv':
    'no hearing about rules of procedure: one about a standard stands on the same',
  '/forretningsorden/:text/hoeringer/:number/svar/:organisation':
    'no hearing about rules of procedure: one about a standard stands on the same',
  '/mandater/:id/posteringer/:entry/bilag': 'no entry that a document stands behind',
  '/mandater/:id/posteringer/:entry/tilbagefoer':
    'nothing drawn before the portal: every reader of the mandate reads it',
  '/parter/:organisation/vilkaar/:id/ophoer':
    'no terms between organisations: every reader in the cooperation reads them',
  '/tekstblokke/:block': 'no block: they are for the secretariats alone, whose right the address asks',
  '/strategier/:text/hoeringer/:number': 'no hearing about a strategy: one about a standard stands on the same',
  '/strategier/:text/hoeringer/:number/frist': 'no hearing about a strategy: one about a standard stands on the same',
  '/strategier/:text/hoeringer/:number/luk': 'no hearing about a strategy: one about a standard stands on the same',
  '/strategier/:text/hoeringer/:number/notat': 'no hearing about a strategy: one about a standard stands on the same',
  '/strategier/:text/hoeringer/:number/svar.csv':
    'no hearing about a strategy: one about a standard stands on the same',
  '/strategier/:text/hoeringer/:number/svar/:organisation':
    'no hearing about a strategy: one about a standard stands on the same',
  '/vurderingsmetoder/:text/hoeringer/:number': 'no hearing about a method: one about a standard stands on the same',
  '/vurderingsmetoder/:text/hoeringer/:number/frist':
    'no hearing about a method: one about a standard stands on the same',
  '/vurderingsmetoder/:text/hoeringer/:number/luk':
    'no hearing about a method: one about a standard stands on the same',
  '/vurderingsmetoder/:text/hoeringer/:number/notat':
    'no hearing about a method: one about a standard stands on the same',
  '/vurderingsmetoder/:text/hoeringer/:number/svar.csv':
    'no hearing about a method: one about a standard stands on the same',
  '/vurderingsmetoder/:text/hoeringer/:number/svar/:organisation':
    'no hearing about a method: one about a standard stands on the same',
}

/** Forms whose page comes again, with what is saved beside what was typed, when another has saved first. */
const refusedForms =
  /\/(rediger|afvikling\/punkter\/:item|type|traek-tilbage|aendr|beslutning|spoergsmaal|luk|indsigelse|berigtigelse|indsigelser\/:objection)$/

const listed = [
  '/moeder',
  '/sager',
  '/beslutninger',
  '/mandater',
  '/opfoelgning',
  '/soeg',
  '/forelaeggelser',
  '/foer-portalen',
  '/standarder',
  '/strategier',
  '/handlinger',
  '/handlingsplaner',
  '/indikatorer',
  '/haendelser',
]

/** Every day one of each kind; in depth everybody. */
const alike = ['medlem.kristiansdal', 'medlem.hoejstrup', 'naestformand', 'mandat.byraad']
const nobody = 'whoever is not signed in'
const walkers = [...(deep ? roles : roles.filter(role => !alike.includes(role))), nobody]
/** Every day a role asks for every sixth address, its neighbours for the others; in depth each asks for all. */
const isTurnOf = (role: string, place: number): boolean => (place + walkers.indexOf(role)) % 6 === 0

const clientOf = async (role: string) => (role === nobody ? portal.anonymous() : portal.signIn(role))

describe.each(walkers)('%s', role => {
  test('is shown no text that is for others', async () => {
    const client = await clientOf(role)
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
    for (const [at, route] of portal.routes.declared.filter(({ method }) => method === 'get').entries()) {
      if (route.path === '/log-ud') continue
      for (const path of addressesOf(portal, route).filter((_path, place) => deep || isTurnOf(role, at + place)))
        for (const next of linksIn(await ask(path))) if (deep) await ask(next)
    }
    for (const item of portal.db.sql.asStored<{ id: number }>('SELECT id FROM AgendaItem WHERE standing IS NULL'))
      for (const path of [`/opfoelgning/ny?punkt=${item.id}`, `/mandater/proev?punkt=${item.id}`]) await ask(path)
    for (const path of ['/kladder', ...drafts]) await ask(path)
    for (const route of portal.routes.declared.filter(
      ({ method, path }) => method === 'post' && refusedForms.test(path),
    ))
      for (const path of addressesOf(portal, route)) look(`POST ${path}`, await client.post(path, stale))
    expect(leaks).toEqual([])
  }, 600_000)

  test('finds nothing by a text that is for others', async () => {
    const client = await clientOf(role)
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

test('every kind of address is asked: a new one has a line among the rows, or says why there is nothing of it', () => {
  const asked = portal.routes.declared.filter(({ method, path }) => method === 'get' || refusedForms.test(path))
  const skipped = asked.filter(route => addressesOf(portal, route).length === 0).map(({ path }) => path)
  expect([...new Set(skipped)].sort()).toEqual(Object.keys(nothingOf).sort())
})

test('the open part of an agenda or of minutes is the same for a secretariat, a chair and a recused member as for those outside', async () => {
  const outsider = await portal.signIn('laeser')
  const insiders = await Promise.all([...secretaries, 'formand', 'medlem.fab'].map(role => portal.signIn(role)))
  const forbidden = marks.filter(({ by }) => !by.includes('laeser'))
  const compared: string[] = []
  for (const route of portal.routes.declared.filter(({ method, path }) => method === 'get' && hasOpenPart.test(path)))
    for (const path of addressesOf(portal, route).filter(address => address.endsWith('?udgave=aaben'))) {
      const known = await outsider.get(path)
      const whole = await outsider.get(path.replace('?udgave=aaben', ''))
      // What an outsider may not read at all, as a side's own or not yet sent, has no part for outsiders either.
      if (known.status !== 200) continue
      expect(documentIn(known.text)).toBe(documentIn(whole.text))
      for (const client of insiders) {
        const answer = await client.get(path)
        expect(leaksIn(forbidden, path, answer)).toEqual([])
        expect(documentIn(answer.text), path).toBe(documentIn(known.text))
        expect(answer.text).toContain('Kun den åbne del')
      }
      compared.push(path)
    }
  expect(compared.length).toBeGreaterThan(8)
})

test('nothing of what is not sent stands in an open part', async () => {
  const unsent = marks.filter(({ by, what }) => by.length === secretaries.length && !what.includes('strategigruppe'))
  for (const role of secretaries) {
    const client = await portal.signIn(role)
    for (const { id } of portal.db.sql.asStored<{ id: number }>('SELECT id FROM Meeting'))
      for (const path of [`/moeder/${id}/dagsorden`, `/moeder/${id}/referat`]) {
        const answer = await client.get(openPart(path))
        expect(leaksIn(unsent, path, answer)).toEqual([])
        expect([200, 404]).toContain(answer.status)
      }
  }
})

/** What stands on paper: the page between its lead and the ways on, without what one reader is offered to do. */
const documentIn = (text: string): string => {
  const start = text.indexOf('<main')
  const end = text.indexOf('</main>')
  return text
    .slice(start, end)
    .replace(/<(p|nav)[^>]*class="[^"]*(actions|no-print|crumbs)[^"]*"[\s\S]*?<\/\1>/g, '')
    .replace(/<details class="no-print">[\s\S]*?<\/details>|<section class="no-print"[\s\S]*?<\/section>/g, '')
    .replace(/<div class="message message--info">\s*<p class="message__title">Kun den åbne del[\s\S]*?<\/div>/g, '')
    .replaceAll('?udgave=aaben', '')
    .replace(/\s+/g, ' ')
}

test('what is another side’s own and what does not exist are answered alike', async () => {
  const others = [
    ['sekretariat.kommune', 'HOUSING'],
    ['sekretariat.bolig', 'MUNICIPALITY'],
  ] as const
  for (const [role, side] of others) {
    const client = await portal.signIn(role)
    const one = portal.db.sql.asStored<{ meeting: number; item: number; number: string; slug: string }>(
      `SELECT m.id AS meeting, i.id AS item, c.number, b.slug FROM Meeting m JOIN Body b ON b.id = m.bodyId
       JOIN AgendaItem i ON i.meetingId = m.id JOIN "Case" c ON c.id = i.caseId WHERE c.sideInternal = ?`,
      side,
    )[0]
    expect(one).toBeDefined()
    const pairs = [
      ...['', '/dagsorden', '/dagsorden/rediger', '/dagsorden/versioner/1', '/afvikling', '/referat', '/rediger'].map(
        part => [`/moeder/${one?.meeting}${part}`, `/moeder/999999${part}`],
      ),
      [`/moeder/${one?.meeting}/punkter/${one?.item}/rediger`, '/moeder/999999/punkter/999999/rediger'],
      ...['', '/rediger', '/luk'].map(part => [`/sager/${one?.number}${part}`, `/sager/2026-999${part}`]),
    ] as [string, string][]
    for (const [theirs, none] of pairs) {
      const answers = [await client.get(theirs), await client.get(none)]
      const [seen, absent] = answers.map(({ status, text, headers }, at) => ({
        status,
        type: headers['content-type'],
        text: withoutReference((text ?? '').replaceAll(at === 0 ? theirs : none, '/adresse')),
      }))
      expect(absent?.status, none).toBe(404)
      expect(seen, theirs).toEqual(absent)
    }
  }
})

test('every mark is seen by somebody, so the walk would meet it where it leaked', async () => {
  const unseen = new Map(marks.filter(({ by }) => by.length > 0).map(one => [one.mark, one.what]))
  const see = ({ text, headers }: Answer) => {
    const answer = `${text ?? ''} ${headers['content-disposition'] ?? ''}`
    for (const mark of unseen.keys()) if (answer.includes(mark)) unseen.delete(mark)
  }
  see(log)
  for (const role of ['sekretariat.bolig', 'sekretariat.kommune', 'formand', 'medlem.fab']) {
    const client = await portal.signIn(role)
    for (const path of ['/kladder', ...drafts]) see(await client.get(path))
    for (const route of portal.routes.declared.filter(({ method, path }) => method === 'get' && path !== '/log-ud')) {
      for (const path of unseen.size > 0 ? addressesOf(portal, route) : []) see(await client.get(path))
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

/** What somebody sends who opened the page before the others saved: nothing of it may be stored. */
const stale = { version: '999', title: '', text: '', reason: '' }

/** An answer without the tokens that every answer has of its own. */
const withoutReference = (text: string): string => text.replace(/(name="_(csrf|once)" value=|nonce=)"[^"]*"/g, '$1')

/** A page without what was searched for and without what is of this one answer. */
const plain = (text: string, word: string): string =>
  text.replaceAll(word, 'word').replace(/(name="_(csrf|once)" value=|nonce=)"[^"]*"/g, '$1')
