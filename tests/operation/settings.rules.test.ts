import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings, SettingsError } from '../../src/settings.ts'

const secret = 'a-secret-of-more-than-thirty-two-characters'

test('without any setting the portal serves this machine alone, beside its data', () => {
  const settings = readSettings({ NODE_ENV: 'development' })
  expect(settings).toMatchObject({ production: false, demo: false, host: '127.0.0.1', port: 3000, logLevel: 'info' })
  expect(settings.databaseFile).toBe(join(process.cwd(), 'data', 'portal.db'))
  expect(settings.documentsDir).toBe(join(process.cwd(), 'data', 'documents'))
  expect(settings.accessibilityStatementUrl).toBeNull()
})

test('in production a secret must be given, of at least 32 characters; the demo needs none, wherever it runs', () => {
  const production = { NODE_ENV: 'production' }
  expect(() => readSettings(production)).toThrow(SettingsError)
  expect(() => readSettings({ ...production, SESSION_SECRET: '' })).toThrow('SESSION_SECRET: is missing')
  expect(() => readSettings({ ...production, SESSION_SECRET: 'short' })).toThrow('at least 32 characters')
  expect(readSettings({ ...production, SESSION_SECRET: secret })).toMatchObject({
    production: true,
    sessionSecret: secret,
  })
  expect(readSettings(production, { demo: true })).toMatchObject({ production: false, demo: true })
})

test('every setting that makes no sense is named', () => {
  const told = () =>
    readSettings({ PORT: 'eighty', LOG_LEVEL: 'loud', BASE_URL: 'portal', DATABASE_URL: 'mysql://portal' })
  for (const name of ['PORT', 'LOG_LEVEL', 'BASE_URL', 'DATABASE_URL']) expect(told, name).toThrow(`${name}: `)
})

test('documents lie beside the database, and cookies stay on encrypted lines where the address is one', () => {
  const settings = readSettings({
    NODE_ENV: 'test',
    DATABASE_URL: 'file:/srv/portal/lunde.db',
    BASE_URL: 'https://portal.example/',
  })
  expect(settings.databaseFile).toBe('/srv/portal/lunde.db')
  expect(settings.documentsDir).toBe('/srv/portal/documents')
  expect(settings.baseUrl).toBe('https://portal.example')
  expect(settings.secureCookies).toBe(true)
  expect(readSettings({ NODE_ENV: 'test', BASE_URL: 'http://localhost:3000' }).secureCookies).toBe(false)
})

test('whoever says nothing of where it runs, or calls it something else, runs the real thing: no public secret there', () => {
  for (const env of [{}, { NODE_ENV: 'staging' }, { NODE_ENV: 'Production' }, { NODE_ENV: ' test' }])
    expect(() => readSettings(env), JSON.stringify(env)).toThrow('SESSION_SECRET: is missing')
  // The operator's commands serve nobody.
  expect(readSettings({}, { command: true }).production).toBe(true)
})

test('proxies are so many, or those at addresses; anything else is refused in a sentence', () => {
  const read = (TRUST_PROXY: string) => readSettings({ NODE_ENV: 'test', TRUST_PROXY }).trustProxy
  for (const [text, proxies] of [
    ['', 0],
    ['0', 0],
    ['1', 1],
    [' 2 ', 2],
    ['10.0.0.4', ['10.0.0.4']],
    ['loopback', ['loopback']],
    ['loopback, 10.0.0.0/8,fd00::/8', ['loopback', '10.0.0.0/8', 'fd00::/8']],
    ['::1', ['::1']],
  ] as const)
    expect(read(text), text).toEqual(proxies)
  const nonsense = ['foo', 'true', 'false', '-1', '1.5', '99', '1,2', '10.0.0', '10.0.0.0/33', '10.0.0.0/0', '::/0']
  for (const text of [...nonsense, '10.0.0.4/8/8', '10.0.0.256', 'localhost', 'loopback,', 'fd00::/129', '*'])
    expect(() => read(text), text).toThrow(`TRUST_PROXY: »${text}« is neither`)
})

test('production behind an encrypted address does not start without a proxy that it trusts: nobody could sign in', () => {
  const env = { NODE_ENV: 'production', SESSION_SECRET: secret, BASE_URL: 'https://portal.example' }
  expect(() => readSettings(env)).toThrow('TRUST_PROXY: is missing. BASE_URL is https')
  expect(() => readSettings({ ...env, TRUST_PROXY: '0' })).toThrow('TRUST_PROXY: is missing')
  expect(readSettings({ ...env, TRUST_PROXY: '1' })).toMatchObject({ secureCookies: true, trustProxy: 1 })
  // All that is wrong is told at once.
  expect(() => readSettings({ ...env, SESSION_SECRET: '' })).toThrow(/SESSION_SECRET[\s\S]*TRUST_PROXY/)
})

test('address, host and proxy that cannot be true at once are refused, each with the way out', () => {
  const read = (env: Record<string, string | undefined>) => () =>
    readSettings({ NODE_ENV: 'production', SESSION_SECRET: secret, ...env })
  // A proxy, but an address that leads nowhere.
  for (const BASE_URL of ['', 'http://localhost:3000', 'http://127.0.0.1', 'http://[::1]:3000'])
    expect(read({ BASE_URL, TRUST_PROXY: '1' }), BASE_URL).toThrow('BASE_URL: is http://')
  // An address on the network, while only this machine is listened to.
  for (const HOST of ['', '127.0.0.1', 'localhost', '::1'])
    expect(read({ BASE_URL: 'http://portal.example', HOST }), HOST).toThrow('HOST: ')
  expect(read({ BASE_URL: 'http://portal.example' })).toThrow('BASE_URL=https://portal.example')
  for (const env of [
    {},
    { BASE_URL: 'http://127.0.0.1:3000' },
    { BASE_URL: 'http://portal.example', HOST: '0.0.0.0' },
    { BASE_URL: 'http://portal.example', TRUST_PROXY: 'loopback' },
    { BASE_URL: 'https://portal.example', TRUST_PROXY: '10.0.0.0/8' },
    { BASE_URL: 'https://localhost', TRUST_PROXY: '1' },
  ])
    expect(read(env), JSON.stringify(env)).not.toThrow()
  // The operator's commands and the demo serve nobody by it.
  expect(readSettings({ TRUST_PROXY: '1' }, { command: true }).production).toBe(true)
  expect(readSettings({ TRUST_PROXY: '1' }, { demo: true }).demo).toBe(true)
})

test('the address that people use is a host without a path', () => {
  for (const BASE_URL of [
    'ftp://portal.example',
    'https://portal.example/portal',
    'https://portal.example?a=1',
    'file:///',
  ])
    expect(() => readSettings({ NODE_ENV: 'test', BASE_URL }), BASE_URL).toThrow('BASE_URL: must be')
})
