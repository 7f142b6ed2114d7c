import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestApp, testApp } from '../support/app.ts'

let portal: TestApp

beforeEach(async () => {
  portal = await testApp()
})
afterEach(() => portal.close())

test.each([
  ['/', 'Log ind'],
  ['/tilgaengelighed', 'Tilgængelighedserklæring'],
  ['/privatliv', 'Privatliv'],
  ['/cookies', 'Cookies'],
  ['/adgangskode/glemt', 'systemadministratoren'],
])('everyone can read %s without signing in', async (path, heading) => {
  const answer = await portal.anonymous().get(path)
  expect(answer.status).toBe(200)
  expect(answer.text).toContain(heading)
  expect(answer.headers['set-cookie']).toBeUndefined()
})

test('the accessibility statement’s address leads to a page', async () => {
  const answer = await portal.anonymous().get('/was')
  expect(answer.headers.location).toBe('/tilgaengelighed')
})
