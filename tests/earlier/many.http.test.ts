import { mkdirSync, readdirSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallPdf } from '../../src/demo/pdf.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import { formTo } from '../support/form-on-page.ts'
import { recordedFrom } from './given.ts'

// A folder of old minutes is taken in at once: the files, what each of them is, and then all of them or none.

let portal: TestApp
let cooperation: Cooperation
let bolig: Client

beforeAll(async () => {
  portal = await testApp()
  cooperation = givenCooperation(portal.db)
  await recordedFrom(portal.db, '2026-02-01')
  bolig = await portal.signIn('sekretariat.bolig')
})
afterAll(() => portal.close())

const path = '/foer-portalen/flere'
let made = 0
const content = () => {
  made += 1
  return smallPdf('Referat', [`Dokument ${made}`])
}
/** Hands in files of these names; what is not said is a PDF of its own. */
function handedIn(files: [name: string, content?: Buffer][], client = bolig, kind = 'MINUTES') {
  const request = client.agent
    .post(path)
    .set('Sec-Fetch-Site', 'same-origin')
    .field('_csrf', client.csrf)
    .field('bodyId', String(cooperation.body('faelles-gruppe')))
    .field('kind', kind)
  for (const [name, bytes] of files) request.attach('fil', bytes ?? content(), { filename: name })
  return request
}
const waiting = async (...files: [name: string, content?: Buffer][]): Promise<string> =>
  (await handedIn(files)).headers.location ?? ''
const proposed = async (batch: string) => {
  const { _csrf: _, ...fields } = formTo((await bolig.get(batch)).text, batch).fields as Record<string, string>
  return fields
}
const waitingFolders = () => {
  try {
    return readdirSync(join(dirname(portal.db.file), 'waiting'))
  } catch {
    return []
  }
}

test('each file becomes a document with what its name proposes, corrected before anything is stored', async () => {
  expect((await bolig.get(path)).text).toContain('multiple')
  const batch = await waiting(
    ['2011-03-14 Referat fælles gruppe.pdf'],
    ['Dagsorden 5. maj 2012.pdf'],
    ['Notat uden dag.pdf'],
  )
  expect(batch).toMatch(/^\/foer-portalen\/flere\/[\da-f]{32}$/)
  expect(await portal.db.prisma.document.count()).toBe(0)
  const fields = await proposed(batch)
  expect(fields).toMatchObject({
    'rows[0][date]': '14. marts 2011',
    'rows[0][title]': 'Referat fælles gruppe',
    'rows[0][kind]': 'MINUTES',
    'rows[1][date]': '5. maj 2012',
    'rows[1][kind]': 'AGENDA',
    'rows[2][date]': '',
    'rows[2][title]': 'Notat uden dag',
    'rows[2][kind]': 'MINUTES',
  })

  const lacking = await bolig.post(batch, { ...fields, 'rows[1][date]': '1. marts 2026', 'rows[0][title]': ' ' })
  expect(lacking.status).toBe(422)
  for (const at of ['#felt-rows-0-title', '#felt-rows-1-date', '#felt-rows-2-date']) expect(lacking.text).toContain(at)
  expect(lacking.text).toContain('registreres som et møde')
  expect(lacking.text).toContain('value="1. marts 2026"')
  expect(await portal.db.prisma.earlierRecord.count()).toBe(0)
  expect(await portal.db.prisma.document.count()).toBe(0)

  const right = {
    ...fields,
    'rows[2][date]': '2010',
    'rows[2][kind]': 'OTHER',
    'rows[1][title]': 'Dagsorden om tryghed',
  }
  const done = await bolig.post(batch, right)
  expect(done.headers.location).toBe('/foer-portalen?sorter=registreret')
  const stored = await portal.db.prisma.earlierRecord.findMany({ include: { files: true }, orderBy: { id: 'asc' } })
  expect(
    stored.map(({ day, dayPrecision, kind, title, files }) => [day, dayPrecision, kind, title, files[0]?.name]),
  ).toEqual([
    ['2011-03-14', 'DAY', 'MINUTES', 'Referat fælles gruppe', '2011-03-14 Referat fælles gruppe.pdf'],
    ['2012-05-05', 'DAY', 'AGENDA', 'Dagsorden om tryghed', 'Dagsorden 5. maj 2012.pdf'],
    ['2010-01-01', 'YEAR', 'OTHER', 'Notat uden dag', 'Notat uden dag.pdf'],
  ])
  expect(await portal.db.prisma.event.count({ where: { kind: 'earlierRecordEntered' } })).toBe(3)
  expect((await bolig.get(batch)).status).toBe(404)
  expect(waitingFolders()).toEqual([])
})

test('a file is left out, and what stands there already is told at its row; all or nothing', async () => {
  const known = content()
  const first = await waiting(['2013-01-08 Referat A.pdf', known])
  await bolig.post(first, await proposed(first))
  const before = await portal.db.prisma.earlierRecord.count()
  const batch = await waiting(['2013-01-08 Referat A igen.pdf', known], ['2013-02-08 Referat B.pdf'])
  const fields = await proposed(batch)
  const again = await bolig.post(batch, fields)
  expect(again.status).toBe(422)
  expect(again.text).toContain('er allerede registreret som »Referat A«. Udelad den.')
  expect(await portal.db.prisma.earlierRecord.count()).toBe(before)
  const none = await bolig.post(batch, { ...fields, 'rows[0][skip]': '1', 'rows[1][skip]': '1' })
  expect(none.text).toContain('Alle filer er udeladt.')
  expect((await bolig.post(batch, { ...fields, 'rows[0][skip]': '1' })).status).toBe(303)
  expect(await portal.db.prisma.earlierRecord.count()).toBe(before + 1)
})

test('closed, they are closed all alike, and belong to the case that is chosen', async () => {
  const batch = await waiting(['2014-01-08 Referat C.pdf'], ['2014-02-08 Referat D.pdf'])
  const fields = { ...(await proposed(batch)), closed: '1' }
  const lacking = await bolig.post(batch, { ...fields, caseId: '99' })
  for (const told of ['Lukkegrund', 'Offentlig titel', 'Vælg en sag på listen.']) expect(lacking.text).toContain(told)
  const told = { closedReason: 'Tavshedspligt', publicTitle: 'Lukket referat' }
  expect((await bolig.post(batch, { ...fields, ...told })).status).toBe(303)
  const reader = await portal.signIn('laeser')
  const page = (await reader.get('/foer-portalen?aar=2014')).text
  expect(page.match(/Lukket referat/g)).toHaveLength(2)
  expect(page).not.toContain('Referat C')
})

test('what is refused of the files is told of all of them at once, and nothing waits', async () => {
  const wrong = await handedIn([['a.exe', Buffer.from('MZ')], ['2011-03-14 Referat.pdf'], ['tom.pdf', Buffer.alloc(0)]])
  expect(wrong.status).toBe(422)
  for (const told of ['Filen »a.exe« er et program', 'Filen »tom.pdf« er tom.']) expect(wrong.text).toContain(told)
  expect((await handedIn([])).text).toContain('Vælg mindst én fil.')
  const many = Array.from({ length: 21 }, (_, at): [string] => [`${at}.pdf`])
  expect((await handedIn(many)).text).toContain('Vælg højst 20 filer ad gangen.')
  const large = Buffer.concat([content(), Buffer.alloc(13 * 1024 * 1024)])
  expect(
    (
      await handedIn([
        ['1.pdf', large],
        ['2.pdf', large],
      ])
    ).text,
  ).toContain('De må højst fylde 25 MB.')
  expect(waitingFolders()).toEqual([])
})

test('what waits is its sender’s alone, and not for ever', async () => {
  const batch = await waiting(['2015-03-14 Referat E.pdf'])
  const kommune = await portal.signIn('sekretariat.kommune')
  for (const client of [kommune, await portal.signIn('laeser')])
    expect([403, 404]).toContain((await client.get(batch)).status)
  expect((await kommune.post(batch, await proposed(batch))).status).toBe(404)
  for (const odd of ['../../portal.db', '0'.repeat(32), 'x'])
    expect((await bolig.get(`${path}/${encodeURIComponent(odd)}`)).status).toBe(404)
  const crooked = { ...(await proposed(batch)), 'rows[0][file]': '7' }
  expect((await bolig.post(batch, crooked)).status).toBe(422)
  for (let at = 0; at < 6; at += 1) {
    portal.clock.set(`2026-03-12T11:0${at}:00.000Z`)
    await waiting([`2015-03-1${at} Referat.pdf`])
  }
  expect(waitingFolders()).toHaveLength(5)
  expect((await bolig.get(batch)).status).toBe(404)

  // One that is still coming, and one that was cut off long ago.
  const folder = join(dirname(portal.db.file), 'waiting')
  for (const name of ['coming', 'cut-off']) mkdirSync(join(folder, name))
  utimesSync(join(folder, 'cut-off'), new Date(0), new Date(0))
  const last = await waiting(['2016-03-14 Referat F.pdf'])
  expect(waitingFolders()).toContain('coming')
  expect(waitingFolders()).not.toContain('cut-off')
  portal.clock.set('2026-03-16T09:00:00.000Z')
  const later = await portal.signIn('sekretariat.bolig')
  expect((await later.get(last)).status).toBe(404)
  portal.clock.set('2026-03-12T09:00:00.000Z')
})
