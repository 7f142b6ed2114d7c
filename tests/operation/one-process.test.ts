import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Built,
  ended,
  freePort,
  givenBuiltDemo,
  runCommand,
  runPortal,
  startPortal,
} from '../support/built-portal.ts'

/** One process works on a data folder: the system's lock on it dies with its process. */

let folder: string
const begun: Built[] = []

beforeAll(async () => {
  folder = await givenBuiltDemo('alone')
}, 180_000)

afterAll(() => {
  for (const { process } of begun) process.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const kept = (built: Built): Built => {
  begun.push(built)
  return built
}

async function command(...words: string[]): Promise<{ code: number | null; said: string }> {
  const built = kept(runCommand(folder, words))
  const code = await ended(built)
  expect(built.output.err).toBe('')
  return { code, said: built.output.out }
}

test('a second server and the commands that need the folder alone are refused while the first one runs, and not after a kill', async () => {
  const portal = kept(await startPortal({ folder, port: await freePort() }))
  const told = `${folder} is in use by another process of the portal (process ${portal.process.pid}).`

  const second = kept(runPortal({ folder, port: await freePort() }))
  expect(await ended(second)).toBe(1)
  expect(second.output.err).toContain(told)
  expect(second.output.err).not.toMatch(/^ +at /m)

  // Those that may work beside a server do, and what the server does goes on.
  const backup = join(folder, 'beside.db')
  expect(await command('backup', backup)).toMatchObject({ code: 0 })
  const account = [
    'account',
    'create',
    '--email',
    'ny@demo.example',
    '--name',
    'Ny',
    '--organisation',
    'odense-kommune',
  ]
  expect((await command(...account)).said).toContain('ny@demo.example')
  expect((await fetch(`${portal.origin}/health/ready`)).status).toBe(200)

  expect(await command('migrate')).toMatchObject({ code: 1, said: expect.stringContaining(told) })
  // Also when somebody has moved the database away under the server.
  const moved = join(folder, 'moved.db')
  renameSync(join(folder, 'portal.db'), moved)
  expect(await command('restore', backup)).toMatchObject({ code: 1, said: expect.stringContaining(told) })
  expect(existsSync(join(folder, 'portal.db'))).toBe(false)
  renameSync(moved, join(folder, 'portal.db'))

  portal.process.kill('SIGKILL')
  await ended(portal)
  expect(await command('migrate')).toMatchObject({ code: 0 })
}, 120_000)

test('what the portal keeps is its own user’s alone, also what an older one left open', async () => {
  const portal = kept(await startPortal({ folder, port: await freePort() }))
  const open = (name: string) => statSync(join(folder, name)).mode & 0o077
  for (const name of [
    'portal.db',
    'portal.db-wal',
    'sessions.db',
    'sessions.db-wal',
    'documents',
    'portal.lock',
    'beside.db',
  ]) {
    expect(open(name), name).toBe(0)
  }
  portal.process.kill('SIGTERM')
  expect(await ended(portal)).toBe(0)
}, 60_000)
