import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings, SettingsError } from '../../src/settings.ts'

const secret = 'a-secret-of-more-than-thirty-two-characters'

test('without any setting the portal serves this machine alone, beside its data', () => {
  const settings = readSettings({})
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
  const settings = readSettings({ DATABASE_URL: 'file:/srv/portal/odense.db', BASE_URL: 'https://portal.example/' })
  expect(settings.databaseFile).toBe('/srv/portal/odense.db')
  expect(settings.documentsDir).toBe('/srv/portal/documents')
  expect(settings.baseUrl).toBe('https://portal.example')
  expect(settings.secureCookies).toBe(true)
  expect(readSettings({ BASE_URL: 'http://localhost:3000' }).secureCookies).toBe(false)
})
