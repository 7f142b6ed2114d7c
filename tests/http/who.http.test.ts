import { afterEach, beforeEach, expect, test } from 'vitest'
import { partyIds } from '../../src/demo/parties.ts'
import { type TestApp, testApp } from '../support/app.ts'

let portal: TestApp

beforeEach(async () => {
  portal = await testApp()
})
afterEach(() => portal.close())

test('a page that was open when the session ended learns who is signed in now, and what its forms must carry', async () => {
  const nobody = await portal.anonymous().get('/log-ind/hvem')
  expect(nobody.body).toEqual({ person: null })
  const client = await portal.signIn('sekretariat.bolig')
  const told = await client.get('/log-ind/hvem')
  expect(told.body).toMatchObject({ person: partyIds.persons['sekretariat.bolig'], csrf: client.csrf })
  expect(told.headers['cache-control']).toBe('private, no-store')
  const page = await client.get('/sager')
  expect(page.text).toContain(`<body data-person="${told.body.person}">`)
})
