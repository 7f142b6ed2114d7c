import type { IncomingMessage, ServerResponse } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Client, type TestApp, testApp } from '../support/app.ts'

/** docs/decisions/0019: what a request makes has the same layout in the engine as what the one before made. */

setFlagsFromString('--allow-natives-syntax')
const haveOneLayout = new Function('a', 'b', 'return %HaveSameMap(a, b)') as (a: unknown, b: unknown) => boolean
setFlagsFromString('--no-allow-natives-syntax')

let portal: TestApp

beforeAll(async () => {
  portal = await testApp()
})
afterAll(() => portal.close())

test('two requests for a page share one layout, and so do their responses', async () => {
  const server = portal.newServer().listen(0, '127.0.0.1')
  const made: { request: IncomingMessage; response: ServerResponse }[] = []
  const client = new Client(server)
  await client.signIn('sekretariat.bolig@demo.example')
  server.prependListener('request', (request: IncomingMessage, response) => made.push({ request, response }))
  // The first on a connection finds other things there than those that follow.
  for (let i = 0; i < 4; i += 1) await client.get('/beslutninger').expect(200)
  server.close()

  const [, , one, other] = made
  expect(haveOneLayout(one?.request, other?.request)).toBe(true)
  expect(haveOneLayout(one?.response, other?.response)).toBe(true)
})
