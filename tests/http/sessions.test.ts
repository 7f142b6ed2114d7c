import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { SessionData } from 'express-session'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SessionStore } from '../../src/database/folder/sessions.ts'
import { ownFolder } from '../support/run-folder.ts'

let folder: string
let store: SessionStore

beforeEach(() => {
  folder = ownFolder('sessions')
  store = new SessionStore(join(folder, 'sessions.db'), 60_000)
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true, force: true })
})

const dataOf = (person: number, flash?: string) =>
  ({ cookie: { originalMaxAge: null }, passport: { user: person }, flash }) as unknown as SessionData

const kept = (id: string) => {
  let found: SessionData | null | undefined
  store.get(id, (_fault, data) => {
    found = data
  })
  return found
}

test('a person’s sessions end but the one that stays, and nobody else’s', () => {
  for (const [id, person] of [
    ['here', 1],
    ['there', 1],
    ['another', 2],
  ] as const)
    store.set(id, dataOf(person))
  store.destroyOf(1, 'here')
  expect([kept('here'), kept('there'), kept('another')].map(Boolean)).toEqual([true, false, true])
})

test('a request that was under way when its session ended does not bring it back', () => {
  store.set('there', dataOf(1))
  store.set('signed-out', dataOf(1))
  store.destroy('signed-out')
  store.destroyOf(1)
  store.set('there', dataOf(1, 'Gemt.'))
  store.set('signed-out', dataOf(1, 'Gemt.'))
  store.touch('there', dataOf(1))
  expect([kept('there'), kept('signed-out')].map(Boolean)).toEqual([false, false])
})
