import { dirname } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../support/app.ts'
import { addressesOf } from './addresses.ts'
import { markedWorld } from './marked-world.ts'
import { leaksIn, type Mark, roles } from './marks.ts'

/**
 * Whoever sends something reads what comes back: the page that says why not, the conflict with what is saved, and the
 * message on the page that one is led to. Each role sends every form there is, empty, of an old version, and confirmed,
 * to every address, on a copy of the marked world of its own, since some of it takes effect.
 */

const deep = process.env.DEEP === '1'
const now = '2026-03-12T14:00:00.000Z'

let world: TestApp
let marks: Mark[]
let own: TestApp

beforeAll(async () => {
  world = await testApp({ now })
  ;({ marks } = await markedWorld(world))
}, 120_000)
afterAll(() => world.close())
afterEach(() => own.close())

/** Every day the one who is recused and may do the most; in depth everybody. */
const senders = deep ? roles : ['sekretariat.kommune']
/** Every day what is about an item, a meeting or a case. */
const everyDay = /:item|:meeting|:number/
const sent = deep
  ? [{}, { version: '999' }, { version: '1', ja: '1', bekraeft: '1', reason: 'Grund', text: 'Tekst' }]
  : [{ version: '1' }]

describe.each(senders)('%s', role => {
  test('is told nothing for others by what is answered when one sends', async () => {
    own = await testApp({ now, from: dirname(world.settings.documentsDir) })
    const client = await own.signIn(role)
    const forbidden = marks.filter(({ by }) => !by.includes(role))
    const leaks: string[] = []
    const posts = own.routes.declared.filter(({ method, path }) => method === 'post' && !kept.includes(path))
    for (const route of posts.filter(({ path }) => deep || everyDay.test(path)))
      for (const path of addressesOf(own, route))
        for (const fields of sent) {
          const answer = await client.post(path, fields)
          leaks.push(...leaksIn(forbidden, `POST ${path}`, answer))
          const { location } = answer.headers
          if (location?.startsWith('/'))
            leaks.push(...leaksIn(forbidden, `POST ${path} → ${location}`, await client.get(location)))
        }
    expect([...new Set(leaks)]).toEqual([])
  }, 1_200_000)
})

/** What ends one's own session, and what ends other people's. */
const kept = ['/log-ud', '/log-ind']
