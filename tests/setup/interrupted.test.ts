import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { instant } from '../../src/kernel/days.ts'
import { readSettings } from '../../src/settings.ts'
import { type Built, buildPortal, ended, freePort, runCommand, startPortal } from '../support/built-portal.ts'
import { ownFolder } from '../support/run-folder.ts'
import { deep } from '../support/runs.ts'
import { lundeWritten } from './given.ts'

/** A setup that is cut off: the portal is as empty as before, the next one begins anew and comes to its end. */

let folder: string
let running: Built | null
beforeAll(buildPortal, 180_000)
beforeEach(() => {
  folder = ownFolder('interrupted')
  running = null
  mkdirSync(folder, { recursive: true })
})
afterEach(() => {
  running?.process.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const dying = (at: string, after = '') => ({
  NODE_OPTIONS: `--import ${join(process.cwd(), 'tests/setup/die-at.mjs')}`,
  DIE_AT: at,
  DIE_AFTER: after,
})
const moments = deep
  ? [
      'INSERT INTO .*Cooperation',
      'INSERT INTO .*Body',
      'INSERT INTO .*AgreementVersion',
      'INSERT INTO .*Seat',
      '^COMMIT',
    ]
  : ['^COMMIT']
const code = /[a-z2-9]{5}(-[a-z2-9]{5}){3}/
const nothing = () => expect(['Cooperation', 'Organisation', 'Account', 'Event'].map(count)).toEqual([0, 0, 0, 0])

async function command(
  words: string[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; out: string }> {
  const begun = runCommand(folder, words, env)
  return { code: await ended(begun), out: begun.output.out + begun.output.err }
}

/** The same in this process, where nothing is killed. */
async function told(words: string[]): Promise<{ code: number; out: string }> {
  let out = ''
  const print = (line: string) => {
    out += `${line}\n`
  }
  const settings = readSettings({ DATA_DIR: folder, NODE_ENV: 'test' })
  return { code: await run(words, settings, print, instant('2026-11-30T09:00:00.000Z')), out }
}

function count(table: string): number {
  const sql = new Sqlite(join(folder, 'portal.db'), { readonly: true })
  try {
    return sql.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0
  } finally {
    sql.close()
  }
}

test.runIf(deep)(
  'in the terminal: killed on its way it leaves an empty portal; killed before it prints, new codes are had',
  async () => {
    const file = join(folder, 'svar.json')
    writeFileSync(file, JSON.stringify(lundeWritten))
    const setup = ['setup', '--answers', file, '--yes']
    for (const moment of moments) {
      const killed = await command(setup, dying(moment))
      expect([moment, killed.code]).toEqual([moment, null])
      expect(killed.out).not.toMatch(code)
      nothing()
    }

    const unprinted = await command(setup, dying('^COMMIT', 'yes'))
    expect(unprinted.code).toBe(null)
    expect(unprinted.out).not.toMatch(code)
    expect(count('Organisation')).toBe(13)
    const again = await told(setup)
    expect(again.code).toBe(1)
    expect(again.out).toContain('account reset --email')
    const reset = await told(['account', 'reset', '--email', 'ida@lundebo.example'])
    expect(reset.code, reset.out).toBe(0)
    expect(reset.out).toMatch(code)
    expect((await told(['verify'])).code).toBe(0)
  },
  120_000,
)

test.runIf(deep)(
  'in the browser: killed while it stores, the portal is empty, and its next start prints another address',
  async () => {
    const port = await freePort()
    const first = await opened(port, dying('INSERT INTO .*AgreementVersion'))
    await expect(first.send()).rejects.toThrow()
    expect(await ended(first.portal)).toBe(null)
    nothing()

    const second = await opened(port)
    expect(second.address).not.toBe(first.address)
    // What the browser was let in by before opens nothing now.
    expect((await first.send()).status).toBe(403)
    const done = await second.send()
    expect(done.status).toBe(200)
    expect(await done.text()).toContain('Portalen er sat op')
    expect(count('Organisation')).toBe(13)
  },
  90_000,
)

/** The portal as it starts, and a browser that has come by the address it printed. */
async function opened(port: number, env: Record<string, string> = {}) {
  const portal = await startPortal({ folder, port, words: [], env })
  running = portal
  const printed = () => /http:\S+\/opsaetning\/\S+/.exec(portal.output.out)?.[0]
  for (let tries = 0; tries < 100 && !printed(); tries += 1) await new Promise(resolve => setTimeout(resolve, 50))
  const address = printed() ?? ''
  const entered = await fetch(address, { redirect: 'manual' })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  return {
    portal,
    address,
    send: () =>
      fetch(`${portal.origin}/opsaetning`, {
        method: 'POST',
        headers: { cookie, 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams({ ...fieldsOf(lundeWritten), handling: 'gem' }),
      }),
  }
}

/** As the steps carry what was typed: lists of names a line each. */
function fieldsOf(answers: typeof lundeWritten): Record<string, string> {
  const { departments, organisations, administrator, housingSecretary, municipalSecretary, ...texts } = answers
  const found: Record<string, string> = {}
  const put = (name: string, row: object) => {
    for (const [key, value] of Object.entries(row))
      found[`${name}[${key}]`] = Array.isArray(value) ? value.join('\n') : String(value)
  }
  for (const [key, value] of Object.entries(texts)) found[key] = String(value)
  for (const [at, row] of departments.entries()) put(`departments[${at}]`, row)
  for (const [at, row] of organisations.entries()) put(`organisations[${at}]`, row)
  for (const [key, row] of Object.entries({ administrator, housingSecretary, municipalSecretary })) put(key, row)
  return found
}
