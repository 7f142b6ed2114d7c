import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createConnection } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MeetingStage, stageFor } from '../meetings/stage.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'

/** What no page of ours sends: each gets a sentence, and nothing is changed. */

let portal: TestApp
let stage: MeetingStage
let secretariat: Client
let meeting: number
let item: number

beforeAll(async () => {
  portal = await testApp()
  stage = await stageFor(portal.db)
  secretariat = await portal.signIn('sekretariat.bolig')
  meeting = await stage.prepared()
  item = (await stage.put(meeting)).id
})
afterAll(() => portal.close())

const itemForm = { title: 'Tryghed', kind: 'DISCUSSION', strategy: '1', plannedMinutes: '20', version: '1' }
const newItem = () => `/moeder/${meeting}/punkter`

/** A body word for word, as a program of one's own would send it. */
const raw = (path: string, body: string | Buffer, type = 'application/x-www-form-urlencoded') =>
  secretariat.agent.post(path).set('Sec-Fetch-Site', 'same-origin').set('Content-Type', type).send(body)

const sentence = /<p class="lead">[^<]{10,}<\/p>|error-summary/

test.each([
  'title[toString]=x',
  'title[__proto__]=x',
  'constructor[prototype][x]=1',
  '__proto__=x',
  'title[a][b][c]=x',
  'title=x&title[a]=y',
  `title[a${'a'.repeat(500)}]=x`,
])('a field called %s is refused with a sentence', async field => {
  const answer = await raw('/sager', `_csrf=${secretariat.csrf}&bodyId=1&${field}`)
  expect(answer.status).toBe(400)
  expect(answer.text).toMatch(sentence)
})

test.each([
  ['a row where a text is asked for', { title: undefined, 'title[a]': 'x' }],
  ['several texts where one is asked for', { title: ['x', 'y'] }],
  ['a list where a number is asked for', { bodyId: ['1', '2'] }],
  ['a number beyond those that a table counts to', { bodyId: '2147483648' }],
  ['a number beyond all bounds', { bodyId: '9'.repeat(400) }],
  ['a number with a decimal', { bodyId: '1.5' }],
  ['a number written as programmers do', { bodyId: '0x1' }],
])('%s is told at its field', async (_what, fields) => {
  const answer = await secretariat.post('/sager', { title: 'En sag', bodyId: '1', ...fields })
  expect(answer.status).toBe(422)
  expect(answer.text).toMatch(sentence)
})

test('a version that is a row, in a form with files, is told', async () => {
  const upload = secretariat.upload(
    `/moeder/${meeting}/punkter/${item}/bilag`,
    { 'title[a]': '1' },
    { field: 'fil', name: 'notat.pdf', content: Buffer.from('%PDF-1.7\n') },
  )
  expect((await upload).status).toBe(422)
})

const part = (head: string, content: string) =>
  `--graense\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`
const multipart = 'multipart/form-data; boundary=graense'

test.each([
  ['a name that objects have of their own', `${part('name="title[toString]"', 'x')}--graense--\r\n`],
  ['a file whose name has a NUL', `${part('name="fil"; filename="a\u0000.pdf"', '%PDF-1.7')}--graense--\r\n`],
  ['a body that is cut off in a file', part('name="fil"; filename="a.pdf"', '%PDF').slice(0, -4)],
  ['a body that is cut off in a head', '--graense\r\nContent-Disposition: form-da'],
  ['a body without an end', part('name="title"', 'x')],
])('a form with files and %s is refused with a sentence', async (_what, body) => {
  const token = body.startsWith('--') ? part('name="_csrf"', secretariat.csrf) : ''
  const answer = await raw(`/moeder/${meeting}/punkter/${item}/bilag`, Buffer.from(token + body), multipart)
  expect([400, 422]).toContain(answer.status)
  expect(answer.text).toMatch(sentence)
})

test('a form with files without a boundary, or with one that is empty, is refused with a sentence', async () => {
  for (const type of ['multipart/form-data', 'multipart/form-data; boundary=', 'multipart/form-data; boundary=""']) {
    const answer = await raw(`/moeder/${meeting}/punkter/${item}/bilag`, 'x', type)
    expect([400, 403], type).toContain(answer.status)
    expect(answer.text).toMatch(sentence)
  }
})

test('a token of other letters than ours is a wrong token', async () => {
  for (const token of ['å'.repeat(secretariat.csrf.length), 'å', '\u0000', '', '😀'.repeat(8)]) {
    const answer = await secretariat.post('/sager', { _csrf: token, title: 'En sag', bodyId: '1' })
    expect(answer.status, token).toBe(403)
  }
})

test.each([
  ['a subject area', { subjectAreaIds: '999999' }],
  ['an organisation', { 'involvements[o999999][status]': 'HEARD', 'involvements[o999999][note]': '' }],
  ['a case', { caseId: '999999' }],
])('%s that does not exist is told, and what was typed is kept', async (_what, fields) => {
  const answer = await secretariat.post(newItem(), { ...itemForm, title: 'Beboerråd', ...fields })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('value="Beboerråd"')
})

test('a day that is not in the calendar stays as it was typed beside what another has saved', async () => {
  const plan = { form: 'ORDINARY', startsAt: '13:00', endsAt: '15:00', place: 'Rådhuset', version: '0' }
  for (const day of ['2026-02-30', '0000-00-00', '2026-13-45']) {
    const answer = await secretariat.post(`/moeder/${meeting}/rediger`, { ...plan, day })
    expect([409, 422], day).toContain(answer.status)
    expect(answer.text).toContain(day)
  }
})

test.each([
  '/sager?q=%00',
  '/sager?q=a&q=b',
  '/sager?q[a]=b',
  '/sager?__proto__=x&q[toString]=y',
  '/sager?efter=~',
  `/sager?efter=${'9'.repeat(60)}~999999999999999`,
  '/sager?q=%ED%A0%80',
  '/soeg?q=%22%27*%28%29%5E',
  '/soeg?q=%00AND%00',
  '/beslutninger?aar=99999999999999999999',
  '/beslutninger?organ=1e3',
  '/moeder?aar=%F0%9F%98%80',
  '/mandater?dag=9999-12-31',
  '/parter?dag=275760-09-13',
])('%s is answered', async path => {
  expect([200, 303, 400, 404]).toContain((await secretariat.get(path)).status)
})

test.each(['0', '-1', '1e1', '0x1', '1.0', '2147483648', '9007199254740993', '9'.repeat(300), '%00', '%20', 'NaN'])(
  'there is no meeting with the number %s',
  async number => {
    expect((await secretariat.get(`/moeder/${number}`)).status).toBe(404)
  },
)

test('a packed form is not unpacked', async () => {
  const answer = await raw('/sager', 'x').set('Content-Encoding', 'gzip')
  expect(answer.status).toBe(415)
  expect(answer.text).toMatch(sentence)
})

test('what is no HTTP at all is answered with 400 and ends', async () => {
  const server = portal.newServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const answer = await new Promise<string>(resolve => {
    let text = ''
    const connection = createConnection(port, '127.0.0.1', () =>
      connection.write('GET /\u0000 HTTP/1.1\r\nHost: \r\n\r\n'),
    )
    connection.setEncoding('utf8').on('data', chunk => {
      text += chunk
    })
    connection.once('close', () => resolve(text))
  })
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  server.close()
})

test('what is read by scripts is kept by nobody, and a body that never comes is not waited for', async () => {
  const live = await secretariat.post('/forhaandsvisning', { text: '**ord**' })
  const who = await secretariat.get('/log-ind/hvem')
  for (const answer of [live, who]) {
    expect(answer.status).toBe(200)
    expect(answer.headers['cache-control']).toBe('private, no-store')
  }
  expect(portal.newServer()).toMatchObject({ requestTimeout: 120_000, headersTimeout: 30_000 })
})
