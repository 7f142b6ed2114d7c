import { chmodSync, existsSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stageFor } from '../meetings/stage.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { htmlFaults } from '../support/html.ts'
import { ownFolder } from '../support/run-folder.ts'

const pdf = Buffer.from('%PDF-1.7\n%%EOF')
const file = (name: string, content: Buffer = pdf) => ({ field: 'fil', name, content })

/** The portal with an item that one may attach to, and a scanner where a command is told. */
async function withItem(env: Record<string, string> = {}) {
  const app = await testApp({ env })
  const stage = await stageFor(app.db)
  const meetingId = await stage.prepared()
  const { id } = await stage.put(meetingId)
  const secretary = await app.signIn('sekretariat.bolig')
  const path = `/moeder/${meetingId}/punkter/${id}`
  const upload = (given: ReturnType<typeof file>, title = '') => secretary.upload(`${path}/bilag`, { title }, given)
  return { app, secretary, path, upload }
}

describe('a file that is sent in', () => {
  let app: TestApp
  let secretary: Client
  let path: string
  let upload: Awaited<ReturnType<typeof withItem>>['upload']
  beforeAll(async () => {
    ;({ app, secretary, path, upload } = await withItem())
  })
  afterAll(() => app.close())

  const attached = () => app.db.prisma.attachment.findMany({ orderBy: { id: 'asc' } })

  test('is stored under a name without turned directions, hidden signs or letters in two pieces', async () => {
    await upload(file('a\u030arsplan\u202Efdp.pdf')).expect(303)
    expect((await attached()).at(-1)?.name).toBe('årsplanfdp.pdf')
  })

  test('is shown alone in the browser: nothing of it runs, and nothing of it reaches the portal', async () => {
    const one = (await attached()).at(-1)
    const answer = await secretary.get(`/bilag/${one?.id}`).expect(200)
    expect(answer.headers['content-disposition']).toBe(`inline; filename*=UTF-8''%C3%A5rsplanfdp.pdf`)
    expect(answer.headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/)
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  })

  test('a text comes as a file and is never shown as a page', async () => {
    await upload(file('noter.txt', Buffer.from('<script>alert(1)</script> og mødetid'))).expect(303)
    const answer = await secretary.get(`/bilag/${(await attached()).at(-1)?.id}`).expect(200)
    expect(answer.headers['content-disposition']).toMatch(/^attachment/)
    expect(answer.headers['content-type']).toMatch(/^text\/plain/)
  })

  test('one that is refused leaves its reason at the field, and what was typed', async () => {
    const { text } = await upload(file('~$plan.docx', Buffer.alloc(162, 1)), 'Planen for 2027').expect(422)
    expect(text).toContain('Words mærke om, at det er åbent')
    expect(text).toContain('id="felt-fil-error"')
    expect(text).toContain('value="Planen for 2027"')
  })

  test('one that is too large is told of on the form, with what was typed before it', async () => {
    const { text } = await upload(file('stor.pdf', Buffer.alloc(26 * 1024 * 1024, 1)), 'Den store').expect(422)
    expect(text).toContain('Filen er for stor. Den må højst fylde 25 MB.')
    expect(text).toContain('value="Den store"')
    expect(await htmlFaults(text)).toEqual([])
  })

  test('one of many megabytes is judged from the disk, and nothing is left there', async () => {
    const large = Buffer.concat([pdf, Buffer.alloc(8 * 1024 * 1024, 10)])
    await upload(file('stor-nok.pdf', large)).expect(303)
    expect(readdirSync(join(dirname(app.db.file), 'incoming'))).toEqual([])
    const answer = await secretary.get(`${path}/rediger`).expect(200)
    expect(answer.text).toContain('PDF, 8 MB')
    expect(answer.text).not.toMatch(/\d B\b/)
  })
})

describe('a virus scanner', () => {
  let folder: string
  beforeAll(() => {
    folder = ownFolder('scanner')
  })
  /** A program of the operator's that is handed the path of a file. */
  const program = (name: string, lines: string): string => {
    const path = join(folder, name)
    writeFileSync(path, `#!/bin/sh\n${lines}\n`)
    chmodSync(path, 0o700)
    return path
  }
  const answerOf = async (env: Record<string, string>, content = pdf) => {
    const { app, upload } = await withItem(env)
    try {
      const { status, text } = await upload(file('bilag.pdf', content))
      const stored = await app.db.prisma.document.count()
      const left = readdirSync(join(dirname(app.db.file), 'incoming'))
      return { status, text, stored, left }
    } finally {
      await app.close()
    }
  }
  const refusedWith = async (env: Record<string, string>, told: string) => {
    const { status, text, stored, left } = await answerOf(env)
    expect({ status, stored, left }).toEqual({ status: 422, stored: 0, left: [] })
    expect(text).toContain(told)
    expect(text).toContain('id="felt-fil-error"')
  }

  test('is handed the file’s path, and lets in what it finds nothing in', async () => {
    const seen = join(folder, 'seen')
    const scanner = program('clean', `test "$1" = "--quiet" && cat "$2" > ${seen} && test -z "$SESSION_SECRET"`)
    const { status, stored } = await answerOf({ VIRUS_SCANNER: `${scanner} --quiet`, SESSION_SECRET: 's'.repeat(40) })
    expect({ status, stored }).toEqual({ status: 303, stored: 1 })
    expect(existsSync(seen)).toBe(true)
  })

  test('refuses by any other code than 0', async () => {
    await refusedWith({ VIRUS_SCANNER: program('found', 'exit 1') }, 'Virusscanneren har afvist filen »bilag.pdf«')
  })

  test('that hangs, is not there or is ended lets nothing in', async () => {
    const told = 'kunne ikke undersøges for virus'
    await refusedWith({ VIRUS_SCANNER: program('hangs', 'sleep 60'), VIRUS_SCANNER_SECONDS: '1' }, told)
    await refusedWith({ VIRUS_SCANNER: join(folder, 'nowhere') }, told)
    await refusedWith({ VIRUS_SCANNER: program('ended', 'kill -9 $$') }, told)
  }, 60_000)

  test('looks through what is read as an agreement too', async () => {
    const app = await testApp({ env: { VIRUS_SCANNER: program('all', 'exit 2') } })
    await stageFor(app.db)
    const secretary = await app.signIn('sekretariat.bolig')
    const { text } = await secretary.upload('/aftalen/indlaes', { handling: 'laes' }, file('aftale.docx')).expect(422)
    expect(text).toContain('Virusscanneren har afvist filen »aftale.docx«')
    await app.close()
  })
})
