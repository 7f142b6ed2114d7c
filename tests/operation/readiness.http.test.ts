import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { stageFor } from '../meetings/stage.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { lockedByAnother, smallDisk } from '../support/disturbances.ts'
import { cookieOf } from '../support/session-cookie.ts'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

let portal: TestApp
afterEach(() => portal.close())

const ready = async (asked = portal) => {
  // What was found a moment ago is not looked at again.
  await wait(600)
  const { status, text } = await asked.anonymous().get('/health/ready')
  return `${status} ${text}`
}

test('a supervisor hears what does not work, and that it works again', async () => {
  portal = await testApp()
  expect(await ready()).toBe(`200 ready ${version}`)
  for (const [file, trouble] of [
    [portal.db.file, 'writing'],
    [portal.settings.sessionFile, 'sessions'],
  ] as const) {
    const held = await lockedByAnother(file)
    expect(await ready()).toBe(`503 not ready: ${trouble} (${version})`)
    expect((await portal.anonymous().get('/health/live')).status).toBe(200)
    await held.letGo()
    expect(await ready()).toBe(`200 ready ${version}`)
  }
}, 30_000)

test('a database that was moved away under the server takes nothing more, and nothing is lost in it unseen', async () => {
  portal = await testApp()
  const secretary = await portal.signIn('sekretariat.bolig')
  const body = bodyIn((await secretary.get('/sager/ny')).text)
  renameSync(portal.db.file, `${portal.db.file}.moved`)
  expect(await ready()).toMatch(/^503 not ready: writing/)
  const answer = await secretary.post('/sager', { title: 'Skrevet ved siden af', bodyId: body })
  expect(answer.status).toBe(503)
  expect(answer.text).toContain('Serveren kan ikke skrive til sine data')
  renameSync(`${portal.db.file}.moved`, portal.db.file)
  expect((await secretary.post('/sager', { title: 'Skrevet', bodyId: body })).status).toBe(303)
})

test('on a full disk a form comes back with its text, reading and signing in and out go on, and nothing is left behind', async ctx => {
  portal = await testApp()
  const disk = smallDisk(8_000)
  if (!disk) return ctx.skip()
  const small = await testApp({ folder: join(disk.folder, 'data') })
  try {
    const secretary = await small.signIn('sekretariat.bolig')
    const body = bodyIn((await secretary.get('/sager/ny')).text)
    mkdirSync(small.settings.documentsDir, { recursive: true })
    const filler = join(disk.folder, 'filler')
    fill(filler)
    const text = `${'Et langt referat, som ikke må gå tabt. '.repeat(500)}Det sidste ord.`
    const answer = await secretary.post('/sager', { title: text.slice(0, 150), bodyId: body, summary: text })
    expect(answer.status).toBe(507)
    expect(answer.text).toContain('Serverens disk er fuld')
    expect(answer.text).toContain(`value="${text.slice(0, 150)}"`)
    // The whole of it, to its last word.
    expect(answer.text).toContain(`${text}</textarea>`)
    expect((await secretary.get('/sager')).status).toBe(200)
    expect(await ready(small)).toMatch(/^503 not ready: .*disk/)
    const cookie = cookieOf(secretary)
    expect((await secretary.post('/log-ud')).status).toBe(303)
    expect((await small.anonymous().get('/sager').set('Cookie', cookie)).status).toBe(303)
    const again = await small.signIn('sekretariat.bolig')
    expect((await again.get('/sager')).status).toBe(200)
    expect(readdirSync(small.settings.documentsDir, { recursive: true })).toEqual([])
    expect(leftIn(disk.folder)).toEqual([])
    rmSync(filler)
    expect(await ready(small)).toBe(`200 ready ${version}`)
    expect((await small.anonymous().get('/sager').set('Cookie', cookie)).status).toBe(303)
    expect((await again.post('/sager', { title: 'Nu er der plads', bodyId: body })).status).toBe(303)
    expect(leftIn(disk.folder)).toEqual([])
  } finally {
    await small.close()
    disk.remove()
  }
}, 60_000)

test('a file that does not fit on the disk is refused with a sentence, and no piece of it is left', async ctx => {
  portal = await testApp()
  const disk = smallDisk(12_000)
  if (!disk) return ctx.skip()
  const small = await testApp({ folder: join(disk.folder, 'data') })
  try {
    const stage = await stageFor(small.db)
    const meetingId = await stage.prepared()
    const { id } = await stage.put(meetingId)
    const secretary = await small.signIn('sekretariat.bolig')
    const attach = (content: Buffer) =>
      secretary.upload(
        `/moeder/${meetingId}/punkter/${id}/bilag`,
        { title: '' },
        { field: 'fil', name: 'plan.pdf', content },
      )
    const filler = join(disk.folder, 'filler')
    fill(filler)
    truncateSync(filler, statSync(filler).size - 500_000)
    const large = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(2_000_000, ' '), Buffer.from('\n%%EOF')])
    const answer = await attach(large)
    expect(answer.status).toBe(507)
    expect(answer.text).toContain('Serverens disk er fuld')
    const files = () => readdirSync(small.settings.documentsDir, { recursive: true, withFileTypes: true })
    expect(files().filter(file => file.isFile())).toEqual([])
    expect(leftIn(disk.folder)).toEqual([])
    rmSync(filler)
    expect(await ready(small)).toBe(`200 ready ${version}`)
    expect((await attach(large)).status).toBe(303)
    expect(files().filter(file => file.isFile())).toHaveLength(1)
  } finally {
    await small.close()
    disk.remove()
  }
}, 60_000)

/** What an attempt to write may leave: pieces of files, and what was to be looked at. */
const leftIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(file => file.isFile() && (/\.part$|^\.room-/.test(file.name) || file.parentPath.endsWith('incoming')))
    .map(file => file.name)

const bodyIn = (page: string): string => /<option value="(\d+)"/.exec(page)?.[1] ?? ''

function fill(file: string): void {
  for (let bytes = 8_000_000; bytes > 100; bytes = Math.floor(bytes / 2)) {
    try {
      writeFileSync(file, Buffer.alloc(bytes), { flag: 'a' })
    } catch {
      // A smaller piece may still fit.
    }
  }
}
