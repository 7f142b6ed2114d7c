import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SessionData } from 'express-session'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FormStore } from '../../src/database/folder/form-store.ts'
import { SessionStore } from '../../src/database/folder/sessions.ts'
import { instant } from '../../src/kernel/days.ts'
import { smallDisk } from '../support/disturbances.ts'
import { ownFolder } from '../support/run-folder.ts'

let folder: string
let said: string[]
const say = (line: string) => void said.push(line)

beforeEach(() => {
  folder = ownFolder('beside')
  said = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const session = (person: number) => ({ cookie: {}, person, signedInAt: Date.now() }) as unknown as SessionData
const isKept = (store: SessionStore, id: string): boolean => {
  let kept = false
  store.get(id, (_fault, data) => {
    kept = Boolean(data)
  })
  return kept
}
const draft = (text: string) =>
  ({
    personId: 1,
    form: 'sag',
    action: '/sager',
    page: '/sager/ny',
    title: 'Ny sag',
    fields: { text },
    reason: 'typed',
    savedAt: instant('2026-03-12T09:00:00.000Z'),
    typedAt: 1,
  }) as const

describe.each([
  ['empty', ''],
  ['a text', 'Kære alle'],
  ['cut off', 'SQLite format 3\0\u0010\0\u0001\u0001\0@  '],
])('a file that is %s is put aside, said, and begun anew', (_, content) => {
  test('for sessions', () => {
    const file = join(folder, 'sessions.db')
    writeFileSync(file, content, 'latin1')
    const store = new SessionStore(file, 60_000, say)
    store.set('one', session(1))
    expect(isKept(store, 'one')).toBe(true)
    store.close()
    // An empty file is how SQLite begins one.
    if (content === '') return
    expect(said.join()).toMatch(/sessions\.db could not be read\. It is put aside as \S+unreadable-\d+, and begun anew/)
    expect(readdirSync(folder).some(name => name.includes('unreadable'))).toBe(true)
  })

  test('for drafts', () => {
    const file = join(folder, 'forms.db')
    writeFileSync(file, content, 'latin1')
    const store = new FormStore(file, say)
    expect(store.keepDraft(draft('ord'))).toBe(true)
    expect(store.draft(1, 'sag')?.fields).toEqual({ text: 'ord' })
    store.close()
  })
})

test('on a full disk sessions begin, go on and end in memory, and reach the file when there is room', ctx => {
  const disk = smallDisk(600)
  if (!disk) return ctx.skip()
  try {
    const file = join(disk.folder, 'sessions.db')
    const filler = join(disk.folder, 'filler')
    let store = new SessionStore(file, 60_000, say)
    store.set('before', session(1))
    store.set('ended', session(2))
    fill(filler)
    for (let more = 0; more < 20; more += 1) store.set(`new-${more}`, session(3))
    store.set('last', session(4))
    store.destroy('ended')
    expect([isKept(store, 'before'), isKept(store, 'last'), isKept(store, 'ended')]).toEqual([true, true, false])
    rmSync(filler)
    store.close()
    store = new SessionStore(file, 60_000, say)
    expect([isKept(store, 'before'), isKept(store, 'last'), isKept(store, 'ended')]).toEqual([true, true, false])
    store.close()
  } finally {
    disk.remove()
  }
})

test('where no file can be made, sessions are held in memory, and that is said', () => {
  writeFileSync(join(folder, 'no-folder'), '')
  const store = new SessionStore(join(folder, 'no-folder', 'sessions.db'), 60_000, say)
  store.set('one', session(1))
  expect(isKept(store, 'one')).toBe(true)
  store.close()
  expect(said.join()).toContain('is held in memory until the next start')
})

function fill(file: string): void {
  for (let bytes = 600_000; bytes > 100; bytes = Math.floor(bytes / 2)) {
    try {
      writeFileSync(file, Buffer.alloc(bytes), { flag: 'a' })
    } catch {
      // A smaller piece may still fit.
    }
  }
}
