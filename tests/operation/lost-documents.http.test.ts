import { chmodSync, mkdirSync, renameSync, rmSync, truncateSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stageFor } from '../meetings/stage.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'

let portal: TestApp
let secretary: Client
let attachment: number
let path: string
let folder: string
let item: string
/** The same file once more, under another item: under one item it is taken once. */
let handInAgain: () => Promise<unknown>
const content = Buffer.from('%PDF-1.7\nDette er bilaget.\n%%EOF')

beforeAll(async () => {
  portal = await testApp()
  const stage = await stageFor(portal.db)
  const meetingId = await stage.prepared()
  const { id } = await stage.put(meetingId)
  secretary = await portal.signIn('sekretariat.bolig')
  const attachTo = (path: string) =>
    secretary.upload(`${path}/bilag`, { title: '' }, { field: 'fil', name: 'plan.pdf', content }).expect(303)
  item = `/moeder/${meetingId}/punkter/${id}`
  await attachTo(item)
  handInAgain = async () => attachTo(`/moeder/${meetingId}/punkter/${(await stage.put(meetingId)).id}`)
  const row = await portal.db.prisma.attachment.findFirstOrThrow({ include: { document: true } })
  attachment = row.id
  folder = portal.settings.documentsDir
  path = join(folder, row.document.hash.slice(0, 2), row.document.hash)
})
afterAll(() => portal.close())

const fetched = () => secretary.get(`/bilag/${attachment}`)

test.each<[string, () => void]>([
  ['was taken away', () => rmSync(path)],
  ['was cut off', () => truncateSync(path, 5)],
  ['was emptied', () => truncateSync(path, 0)],
  ['gave way to a folder', () => [rmSync(path), mkdirSync(path)]],
  ['lies in a folder that was taken away', () => rmSync(dirname(path), { recursive: true })],
  ['lies in documents that were moved away', () => renameSync(folder, `${folder}.moved`)],
])(
  'a document that %s is answered with a sentence, and comes again when it is handed in again',
  async (_how, spoil) => {
    spoil()
    const answer = await fetched()
    expect(answer.status).toBe(503)
    expect(answer.headers['content-type']).toMatch(/^text\/html/)
    expect(answer.headers['content-disposition']).toBeUndefined()
    expect(answer.text).toContain('Filen »plan.pdf« mangler eller er beskadiget på serveren')
    // The page of the item stands, and so does the rest.
    expect((await secretary.get(`${item}/rediger`)).status).toBe(200)
    rmSync(path, { recursive: true, force: true })
    await handInAgain()
    const again = await fetched().buffer()
    expect(again.status).toBe(200)
    expect(again.body).toEqual(content)
  },
)

test.runIf(process.getuid?.() !== 0)('a document that this user may not read is told of alike', async () => {
  chmodSync(path, 0)
  expect((await fetched()).status).toBe(503)
  chmodSync(path, 0o600)
})
