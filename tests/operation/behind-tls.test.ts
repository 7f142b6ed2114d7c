import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Built, ended, freePort, givenBuiltDemo, runPortal, startPortal } from '../support/built-portal.ts'
import { startTlsProxy, TlsBrowser } from '../support/tls-proxy.ts'

/** As README has it under »In production«: the proxy ends TLS, and the portal is told that it stands there. */

let folder: string
const begun: Built[] = []
const secret = 'twice-thirty-two-random-characters-in-earnest'

beforeAll(async () => {
  folder = await givenBuiltDemo('behind-tls')
  // A real cooperation, with as much in it: the demo is never served in production.
  const sql = new Sqlite(join(folder, 'portal.db'))
  sql.exec('UPDATE Cooperation SET demo = 0')
  sql.close()
}, 180_000)

afterAll(() => {
  for (const { process } of begun) process.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const kept = (built: Built): Built => {
  begun.push(built)
  return built
}

const csrfOn = (text: string) => /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? ''

function createAccount(): string {
  const words = ['--email', 'drift@demo.example', '--name', 'Drift Prøve', '--organisation', 'odense-kommune']
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['dist/src/cli.js', 'account', 'create', ...words, '--administrator'],
    // As an operator's shell has it: no secret is needed for a command.
    { env: { PATH: process.env.PATH, DATA_DIR: folder }, encoding: 'utf8' },
  )
  const code = /signs in once with ([^\s,]+)/.exec(stdout)?.[1]
  if (!code) throw new Error(`No code: ${stdout}${stderr}`)
  return code
}

test('in production behind a proxy that ends TLS one signs in, chooses a password, works and signs out', async () => {
  const code = createAccount()
  const port = await freePort()
  const proxy = await startTlsProxy(port)
  try {
    const env = {
      NODE_ENV: 'production',
      SESSION_SECRET: secret,
      BASE_URL: `https://localhost:${proxy.port}`,
      TRUST_PROXY: '1',
      LOG_LEVEL: 'warn',
    }
    const portal = kept(await startPortal({ folder, port, words: [], env }))
    const browser = new TlsBrowser(proxy.port)
    const front = await browser.get('/log-ind')
    expect(front.status).toBe(200)
    expect(front.headers['strict-transport-security']).toContain('max-age')
    expect(front.text).not.toContain('boligstrategi-demo')

    const signIn = await browser.post('/log-ind', { email: 'drift@demo.example', adgangskode: code, videre: '/' })
    expect(signIn.status).toBe(303)
    expect(String(signIn.headers['set-cookie'])).toMatch(
      /^__Host-portal=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect(browser.cookieNames).toEqual(['__Host-portal'])

    const choose = await browser.get('/min-konto/vaelg-adgangskode')
    const password = 'fire tilfældige ord her'
    const tokens = { _csrf: csrfOn(choose.text) }
    const chosen = await browser.post('/min-konto/vaelg-adgangskode', { ...tokens, next: password, again: password })
    expect(chosen.status).toBe(303)
    const own = await browser.get('/min-konto')
    expect(own.text).toContain('Drift Prøve')
    // The proxy's word on where one sits is believed.
    expect(own.text).toContain('127.0.0.1')

    const out = await browser.post('/log-ud', { _csrf: csrfOn(own.text) })
    expect(out.status).toBe(303)
    expect(String(out.headers['set-cookie'])).toMatch(/^__Host-portal=;.*Secure/)
    expect(browser.cookieNames).toEqual([])
    expect((await browser.get('/min-konto')).status).toBe(303)

    const again = await browser.post('/log-ind', {
      email: 'drift@demo.example',
      adgangskode: password,
      videre: '/konti',
    })
    expect(again.headers.location).toBe('/konti')
    expect((await browser.get('/konti')).status).toBe(200)

    // Without the proxy there is no encryption: that is said, not answered with a cookie that no browser keeps.
    const bare = await fetch(`http://127.0.0.1:${port}/log-ind`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ email: 'drift@demo.example', adgangskode: password }),
    })
    expect(bare.status).toBe(503)
    expect(await bare.text()).toContain('ikke sat rigtigt op')
    portal.process.kill('SIGTERM')
    expect(await ended(portal)).toBe(0)
    expect(portal.output.out).toContain('does TRUST_PROXY name it?')
  } finally {
    proxy.close()
  }
}, 120_000)

test.each([
  ['an https address without a proxy', { BASE_URL: 'https://portal.example' }, 'TRUST_PROXY: is missing.'],
  ['no secret, and no word on where it runs', { SESSION_SECRET: '', NODE_ENV: '' }, 'SESSION_SECRET: is missing.'],
])(
  'with %s it does not start, and says why in a sentence',
  async (_what, env, told) => {
    const port = await freePort()
    const given = { NODE_ENV: 'production', SESSION_SECRET: secret, ...env }
    const portal = kept(runPortal({ folder, port, words: [], env: given }))
    expect(await ended(portal)).toBe(1)
    expect(portal.output.err).toContain('The portal does not start:')
    expect(portal.output.err).toContain(told)
    expect(portal.output.err).not.toMatch(/^ +at /m)
  },
  60_000,
)
