import { readFileSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { loadAgreement } from '../../src/demo/agreement.ts'
import { importAgreement } from '../../src/features/agreement/agreement/index.ts'
import { readSections, readSignatures, readVersions } from '../../src/features/agreement/agreement/queries.ts'
import { openRound, proposeAmendment } from '../../src/features/agreement/revision/index.ts'
import { day, instant } from '../../src/kernel/days.ts'
import { agreementFile } from '../support/agreement-file.ts'
import { type TestApp, testApp, testNow } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'

const own = fileURLToPath(new URL('own-agreement.md', import.meta.url))
const real = agreementFile()

let app: TestApp
let given: Cooperation
let printed: string[]
beforeEach(async () => {
  app = await testApp()
  given = givenCooperation(app.db)
  printed = []
})
afterEach(() => app.close())

const portal = (...words: string[]) =>
  run(words, app.settings, line => printed.push(...line.split('\n')), instant(testNow))

test('a dry run prints what was understood and stores nothing', async () => {
  expect(await portal('import', 'agreement', own, '--dry-run')).toBe(0)
  const text = printed.join('\n')
  expect(text).toContain('Date       Maj 2009 (month 2009-05-01)')
  expect(text).toContain('7 sections')
  expect(text).toContain(
    '5. Opgaverne: 4 paragraphs, a list of 3, sub-headings Strategi, Faglig udvikling, Koordinering',
  )
  expect(text).toContain('housing       Boligkontoret Danmark: Aksel Prøve (no title)')
  expect(text).toContain('Boligforeningen Ukendt: Bodil Prøve, formand [not in the portal]')
  expect(text).toContain('administers Andelsforeningen Østerbo')
  expect(text).toContain('4 administered associations')
  expect(text).toContain('ORGANISATIONS OVERSIGT – april 2009. (heading only)')
  expect(text).toContain('nothing is stored')
  expect(readVersions(app.db)).toEqual([])
})

test('an agreement is stored with its signatures, each with the portal’s organisation of that name (R103)', async () => {
  expect(await portal('import', 'agreement', own)).toBe(0)
  const [version] = readVersions(app.db)
  expect(version).toMatchObject({ year: 2009, number: 1, textKind: 'FULL', datePrecision: 'MONTH', signatures: 6 })
  const signatures = readSignatures(app.db, version?.id ?? 0)
  expect(signatures.map(({ slug }) => slug)).toEqual([
    'kristiansdal',
    'boligkontoret-danmark',
    'fab',
    null,
    'by-og-kulturforvaltningen',
    'boern-og-ungeforvaltningen',
  ])
  expect(signatures[0]?.administersText).toMatch(/^Kristiansdal administrerer .*Andelsboligforening$/)
  expect(await portal('verify')).toBe(0)
  expect(printed).toContain('ok    The agreement is word for word what was signed')
})

test('an agreement is taken in once', async () => {
  await portal('import', 'agreement', own)
  expect(await portal('import', 'agreement', own)).toBe(1)
  expect(printed.at(-1)).toContain('Aftalen fra 2009 er allerede i portalen')
})

test('a document that is no agreement is told what it lacks', async () => {
  const readme = fileURLToPath(new URL('../../README.md', import.meta.url))
  expect(await portal('import', 'agreement', readme)).toBe(1)
  expect(printed.join('\n')).toContain('Missing\n')
  expect(printed.at(-1)).toBe('This is not a whole agreement. Nothing is stored.')
  expect(readVersions(app.db)).toEqual([])
  expect(await portal('import', 'agreement')).toBe(2)
  expect(await portal('import', 'agreement', 'findes-ikke.md')).toBe(1)
  expect(printed.at(-1)).toContain('There is no file')
})

test('only the secretariats may take in an agreement, and none from the future', async () => {
  const source = readFileSync(own, 'utf8')
  const as = (key: string, text = source) => importAgreement(given.actor(key), { source: text, name: 'a.md' })
  await expect(as('formand')).rejects.toThrow('medarbejdere i de to sekretariater')
  await expect(as('administrator')).rejects.toThrow('medarbejdere i de to sekretariater')
  await expect(as('sekretariat.bolig', source.replace('Maj 2009', 'Maj 2031'))).rejects.toThrow(
    'kan ikke ligge efter i dag',
  )
  await expect(as('sekretariat.bolig', source.replace('mellem', 'imellem'))).rejects.toThrow('Parterne mangler')
  expect(await as('sekretariat.bolig')).toMatchObject({ year: 2009 })
})

test('a byte that is changed behind the portal’s back is found by verify', async () => {
  await portal('import', 'agreement', own)
  const tables = ['AgreementVersion', 'AgreementSection', 'AgreementAppendix', 'AgreementSignature']
  const sql = new Sqlite(app.settings.databaseFile)
  const triggers = sql
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'Agreement%'",
    )
    .all()
  for (const { name } of triggers) sql.exec(`DROP TRIGGER "${name}"`)
  sql.pragma('foreign_keys = OFF')
  for (const table of tables) sql.exec(`CREATE TEMP TABLE kept${table} AS SELECT * FROM ${table}`)
  const found: string[] = []
  for (const statement of [
    `UPDATE AgreementSection SET body = replace(body, 'mandater', 'Mandater')`,
    `UPDATE AgreementSection SET heading = 'Målene' WHERE number = '2'`,
    `UPDATE AgreementAppendix SET body = ' '`,
    `UPDATE AgreementSignature SET signatory = 'Axel Prøve' WHERE position = 2`,
    `UPDATE AgreementVersion SET inForceFrom = '2009-05-02'`,
    `DELETE FROM AgreementSignature WHERE position = 3`,
    `UPDATE AgreementVersion SET seal = 'x'`,
  ]) {
    sql.exec(statement)
    printed = []
    expect(await portal('verify'), statement).toBe(1)
    expect(printed).toContain('WRONG The agreement is word for word what was signed')
    found.push(printed.find(line => line.includes('Agreement 2009')) ?? 'nothing')
    for (const table of tables) sql.exec(`DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM kept${table}`)
  }
  for (const trigger of triggers) sql.exec(trigger.sql)
  sql.close()
  expect(found.map(line => line.replace(/.*Agreement 2009: /, ''))).toEqual([
    'its text has been altered.',
    'its text has been altered.',
    'its text has been altered.',
    'the signature for Boligkontoret Danmark has been altered.',
    'its dates or its list of signatures have been altered.',
    'its dates or its list of signatures have been altered.',
    'its dates or its list of signatures have been altered.',
  ])
  expect(await portal('verify')).toBe(0)
})

test.skipIf(real === null)('the agreement of 2008 is stored whole, and every organisation is known', async () => {
  expect(await portal('import', 'agreement', real ?? '')).toBe(0)
  expect(printed.join('\n')).not.toContain('not in the portal')
  const [version] = readVersions(app.db)
  expect(version).toMatchObject({ year: 2008, signatures: 13, dateText: 'September 2008', inForceFrom: '2008-09-01' })
  expect(await portal('verify')).toBe(0)
})

test.skipIf(real === null)(
  'an import puts the text in the place of our summary, and keeps the summary beside it',
  async () => {
    const { id } = await loadAgreement(app.db, instant(testNow))
    expect(readVersions(app.db)).toMatchObject([{ id, textKind: 'SUMMARY', signatures: 13 }])
    expect(await portal('verify')).toBe(0)
    const before = readSections(app.db, id)
    expect(await portal('import', 'agreement', real ?? '')).toBe(0)
    // What is read in one go is read from one state of the database.
    await nextTurn()
    expect(readVersions(app.db)).toMatchObject([{ id, textKind: 'FULL', number: 1, signatures: 13 }])
    const after = readSections(app.db, id)
    expect(after.map(section => section.id)).toEqual(before.map(section => section.id))
    expect(after.map(({ summary }) => summary)).toEqual(before.map(({ body }) => body))
    expect(after.some(({ body, summary }) => body === summary)).toBe(false)
    expect(await portal('verify')).toBe(0)
  },
)

test('a summary that a round has proposals on is not replaced under its feet', async () => {
  await loadAgreement(app.db, instant(testNow))
  const secretariat = given.actor('sekretariat.bolig')
  await openRound(secretariat, { year: 2026, purpose: 'Nye ord.', proposalsUntil: day('2026-05-01') })
  const document = { source: readFileSync(own, 'utf8').replace('Maj 2009', 'September 2008'), name: 'aftale.md' }
  await proposeAmendment(given.actor('medlem.fab'), {
    year: 2026,
    organisationId: given.organisation('fab'),
    kind: 'ADD',
    sectionKey: 'maalet',
    heading: '',
    words: '',
    text: 'Boligerne skal være gode at bo i.',
    reasons: 'Det står der ikke.',
    editorial: false,
  })
  const before = readVersions(app.db)
  await expect(importAgreement(secretariat, document)).rejects.toThrow('Revisionen i 2026 er i gang')
  expect(readVersions(app.db)).toEqual(before)
})
