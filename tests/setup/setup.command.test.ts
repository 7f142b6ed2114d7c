import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { openDatabase } from '../../src/database/database.ts'
import { setUp } from '../../src/features/agreement/setup/index.ts'
import { instant } from '../../src/kernel/days.ts'
import { readSettings, type Settings } from '../../src/settings.ts'
import { agreementFile } from '../support/agreement-file.ts'
import { ownFolder } from '../support/run-folder.ts'
import { lunde, lundeWritten } from './given.ts'

let folder: string
let settings: Settings
let said: string

beforeEach(() => {
  folder = ownFolder('setup')
  settings = readSettings({ DATA_DIR: join(folder, 'data'), NODE_ENV: 'test' })
  mkdirSync(settings.dataDir, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const portal = async (...words: string[]): Promise<number> => {
  said = ''
  const print = (line: string) => {
    said += `${line}\n`
  }
  return run(words, settings, print, instant('2026-11-30T09:00:00.000Z'))
}

function answersFile(content: unknown = lundeWritten): string {
  const file = join(folder, 'svar.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

const rows = <Row>(sql: string): Row[] => {
  const reader = new Sqlite(settings.databaseFile, { readonly: true })
  try {
    return reader.prepare<[], Row>(sql).all()
  } finally {
    reader.close()
  }
}
const names = (sql: string): string[] => rows<{ name: string }>(sql).map(({ name }) => name)

describe('an empty folder becomes a cooperation', () => {
  test('with all its parties, bodies, rules and people, and verify finds nothing wrong', async () => {
    expect(await portal('setup', '--answers', answersFile(), '--yes')).toBe(0)
    expect(said.match(/[a-z2-9]{5}(-[a-z2-9]{5}){3}/g)).toHaveLength(3)
    expect(names('SELECT name FROM Organisation ORDER BY position')).toEqual([
      'Lunde Boligforening',
      'Vestbo',
      'Advokaterne ved Broen',
      'Andelsforeningen Bakken',
      'Den selvejende Boligforening Eng',
      'Foreningen Havnen',
      'Smede- og Snedkerboligen',
      'Ældrebo',
      'Lunde Kommune',
      'Social og Sundhed',
      'Teknik og By',
      'Børn og Unge',
      'Borgmesterens Afdeling',
    ])
    expect(names("SELECT name FROM Body WHERE kind <> 'DECIDING_BODY' ORDER BY slug")).toHaveLength(5)
    expect(names("SELECT name FROM Body WHERE kind = 'DECIDING_BODY' ORDER BY id")).toEqual([
      'Organisationsbestyrelsen i Lunde Boligforening',
      'Organisationsbestyrelsen i Vestbo',
      'Ledelsen i Advokaterne ved Broen',
      'Bestyrelsen i Andelsforeningen Bakken',
      'Bestyrelsen i Den selvejende Boligforening Eng',
      'Bestyrelsen i Foreningen Havnen',
      'Bestyrelsen i Smede- og Snedkerboligen',
      'Bestyrelsen i Ældrebo',
      'Lunde Byråd',
    ])
    expect(rows('SELECT count(*) AS n FROM RulesOfProcedure WHERE number = 0')).toEqual([{ n: 14 }])
    expect(
      names(
        'SELECT p.name FROM Seat s JOIN Person p ON p.id = s.personId JOIN Body b ON b.id = s.bodyId ORDER BY b.slug',
      ),
    ).toEqual(['Ida Holm', 'Bo Dahl'])
    expect(rows('SELECT email, administrator FROM Account ORDER BY email')).toEqual([
      { email: 'bo@lunde.example', administrator: 0 },
      { email: 'ida@lundebo.example', administrator: 0 },
      { email: 'per@lunde.example', administrator: 1 },
    ])
    expect(names('SELECT name FROM SubjectArea ORDER BY id')).toEqual(['Socialt udsatte', 'Sundhed', 'Byudvikling'])
    expect(rows('SELECT year, textKind FROM AgreementVersion')).toEqual([{ year: 2026, textKind: 'SUMMARY' }])
    expect(rows('SELECT firstYear, everyYears, section FROM RevisionRhythm')).toEqual([
      { firstYear: 2030, everyYears: 4, section: '6' },
    ])
    expect(rows('SELECT count(*) AS n FROM Event WHERE personId IS NOT NULL')).toEqual([{ n: 0 }])
    expect(await portal('verify'), said).toBe(0)
  })

  test('once: the second time changes nothing', async () => {
    await portal('setup', '--answers', answersFile(), '--yes')
    expect(await portal('setup', '--answers', answersFile(), '--yes')).toBe(1)
    expect(said).toContain('set up already')
    expect(rows('SELECT count(*) AS n FROM Cooperation')).toEqual([{ n: 1 }])
  })

  test('by one of two at the same time', async () => {
    await portal('migrate')
    const database = await openDatabase(settings.databaseFile)
    const at = instant('2026-11-30T09:00:00.000Z')
    const both = await Promise.allSettled([setUp(database, at, lunde, null), setUp(database, at, lunde, null)])
    await database.close()
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(rows('SELECT count(*) AS n FROM Organisation')).toEqual([{ n: 13 }])
  })
})

describe('what is wrong leaves the portal empty', () => {
  const empty = () => rows('SELECT count(*) AS n FROM Organisation')

  test('all of it is told at once, with the place in the file', async () => {
    const file = answersFile({
      ...lundeWritten,
      date: 'i foråret',
      administrator: { name: '', email: 'per', organisation: 'Lunde Kommune' },
      organisations: [],
    })
    expect(await portal('setup', '--answers', file, '--yes')).toBe(1)
    expect(said).toContain('date: Skriv datoen som')
    expect(said).toContain('administrator[name]: Skriv navnet på systemadministratoren.')
    expect(said).toContain('administrator[email]: Skriv en e-mailadresse')
    expect(said).toContain('Nothing is stored.')
    expect(empty()).toEqual([{ n: 0 }])
  })

  test.each([
    ['not JSON at all', 'is not JSON'],
    ['[1, 2]', 'is not JSON'],
  ])('a file that is »%s«', async (content, told) => {
    expect(await portal('setup', '--answers', answersFile(content), '--yes')).toBe(1)
    expect(said).toContain(told)
  })

  test('a file that is not there', async () => {
    expect(await portal('setup', '--answers', join(folder, 'findes-ikke.json'))).toBe(1)
    expect(said).toContain('There is no file')
  })

  test('a dry run, and a terminal where nobody confirms', async () => {
    expect(await portal('setup', '--answers', answersFile(), '--dry-run')).toBe(0)
    expect(said).toContain('3 organisationer og 5 administrerede foreninger')
    expect(empty()).toEqual([{ n: 0 }])
    expect(await portal('setup', '--answers', answersFile())).toBe(1)
    expect(said).toContain('Add --yes')
    expect(empty()).toEqual([{ n: 0 }])
  })

  test('a document that is no agreement', async () => {
    const file = join(folder, 'indkaldelse.md')
    writeFileSync(file, '# Indkaldelse\n\nVi ses på mandag.\n')
    expect(await portal('setup', file, '--answers', answersFile(), '--yes')).toBe(1)
    expect(said).toContain('Parterne mangler')
    expect(empty()).toEqual([{ n: 0 }])
  })
})

test.skipIf(!agreementFile())('an agreement of another cooperation is not taken for one’s own', async () => {
  expect(await portal('setup', agreementFile() ?? '', '--answers', answersFile(), '--yes')).toBe(1)
  expect(said).toContain('Dokumentet ser ud til at høre til et andet samarbejde')
  expect(rows('SELECT count(*) AS n FROM Organisation')).toEqual([{ n: 0 }])
})

const people = {
  administrator: { name: 'Per Lund', email: 'per@by.example', organisation: 'Odense Kommune' },
  housingSecretary: { name: 'Ida Holm', email: 'ida@bo.example', organisation: 'Boligforeningen Højstrup' },
  municipalSecretary: { name: 'Bo Dahl', email: 'bo@by.example', organisation: 'Borgmesterforvaltningen' },
}

const theAgreement = agreementFile()

test.skipIf(!theAgreement)('the agreement of 2008 gives the real parties without a name being typed', async () => {
  expect(await portal('setup', theAgreement ?? '', '--answers', answersFile(people), '--yes'), said).toBe(0)
  expect(rows('SELECT name, town, municipality, firstDay, firstDayPrecision FROM Cooperation')).toEqual([
    {
      name: 'Boligstrategisk samarbejde',
      town: 'Odense',
      municipality: 'Odense Kommune',
      firstDay: '2008-09-01',
      firstDayPrecision: 'MONTH',
    },
  ])
  const kinds = rows<{ kind: string; n: number }>('SELECT kind, count(*) AS n FROM Organisation GROUP BY kind')
  expect(Object.fromEntries(kinds.map(({ kind, n }) => [kind, n]))).toEqual({
    ADMINISTRATOR: 2,
    ASSOCIATION: 14,
    DEPARTMENT: 5,
    HOUSING_ORGANISATION: 6,
    MUNICIPALITY: 1,
  })
  expect(rows('SELECT textKind FROM AgreementVersion')).toEqual([{ textKind: 'FULL' }])
  expect(rows('SELECT count(*) AS n FROM AgreementSignature WHERE organisationId IS NULL')).toEqual([{ n: 0 }])
  expect(rows('SELECT firstYear, everyYears, section FROM RevisionRhythm')).toEqual([
    { firstYear: 2010, everyYears: 2, section: '7' },
  ])
  expect(await portal('verify'), said).toBe(0)
})
