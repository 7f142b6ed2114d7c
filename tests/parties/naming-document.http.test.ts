import { afterEach, beforeEach, expect, test } from 'vitest'
import { smallPdf } from '../../src/demo/pdf.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import { htmlFaults } from '../support/html.ts'

let app: TestApp
let given: Cooperation
let secretariat: Client

const path = '/parter/kristiansdal'
const form = `${path}/bemyndigelser/ny`
const protocol = { field: 'fil', name: 'Protokol 17. februar.pdf', content: smallPdf('Protokol', ['Punkt 9']) }

beforeEach(async () => {
  app = await testApp()
  given = givenCooperation(app.db)
  secretariat = await app.signIn('sekretariat.bolig')
})
afterEach(() => app.close())

const naming = (more: Record<string, string> = {}) => ({
  kind: 'SIGNATORY',
  personId: String(given.person('medlem.kristiansdal')),
  from: '2026-03-01',
  to: '',
  sourceBody: 'Organisationsbestyrelsen',
  sourceDay: '2026-02-17',
  sourceDocument: 'Protokol, punkt 9',
  ...more,
})

const named = () =>
  app.db.sql.asStored<{ id: number; documentName: string }>(
    'SELECT id, documentName FROM Authorisation WHERE documentName IS NOT NULL',
  )

test('a secretariat gives the organisation’s document, and whoever reads the organisation’s page reads it there', async () => {
  const page = await secretariat.get(form)
  expect(page.text).toMatch(/<form[^>]*enctype="multipart\/form-data"/)
  expect(page.text).toContain('Dokumentet som fil')
  expect(await htmlFaults(page.text)).toEqual([])

  expect((await secretariat.upload(form, naming(), protocol)).headers.location).toBe(path)
  const [row] = named()
  const address = `${path}/bemyndigelser/${row?.id}/bilag`
  for (const role of ['sekretariat.kommune', 'medlem.kristiansdal', 'laeser', 'administrator']) {
    const reader = await app.signIn(role)
    const { text } = await reader.get(path)
    expect(text).toContain('Udpeget af organisationsbestyrelsen den 17. februar 2026 (Protokol, punkt 9).')
    expect(text).toContain(`<a href="${address}">Dokumentet: Protokol 17. februar.pdf</a>`)
    const file = await reader.get(address)
    expect(file.status).toBe(200)
    expect(file.headers['content-type']).toBe('application/pdf')
  }
  expect((await app.anonymous().get(address)).headers.location).toMatch(/^\/log-ind/)
  expect((await secretariat.get(`/parter/fab/bemyndigelser/${row?.id}/bilag`)).status).toBe(404)
})

test('a file that is not what its name says is refused with what was typed kept, and nobody is named', async () => {
  for (const [name, content, told] of [
    ['Protokol.pdf', Buffer.from('hej'), /passer ikke|ikke en PDF/],
    ['protokol.exe', Buffer.from('MZ'), /fil/],
    ['tom.pdf', Buffer.alloc(0), /tom/],
  ] as const) {
    const refused = await secretariat.upload(form, naming(), { field: 'fil', name, content })
    expect(refused.status, name).toBe(422)
    expect(refused.text).toMatch(/id="felt-fil-error"/)
    expect(refused.text).toMatch(told)
    expect(refused.text).toContain('value="Organisationsbestyrelsen"')
  }
  const lacking = await secretariat.upload(form, naming({ sourceBody: '', sourceDay: '' }), protocol)
  expect(lacking.status).toBe(422)
  expect(lacking.text).toContain('Skriv, hvilket organ')
  expect(lacking.text).toContain('Skriv dagen')
  expect(named()).toEqual([])
})

test('a file is taken from nobody who may not name', async () => {
  for (const role of ['sekretariat.kommune', 'medlem.kristiansdal', 'laeser'])
    expect((await (await app.signIn(role)).upload(form, naming(), protocol)).status, role).toBe(403)
  expect(named()).toEqual([])
  expect(await app.db.prisma.document.count()).toBe(0)
})

test('without a file a naming has none to fetch', async () => {
  await secretariat.post(form, naming()).expect(303)
  const id = app.db.sql.asStored<{ id: number }>('SELECT max(id) AS id FROM Authorisation')[0]?.id
  expect((await secretariat.get(`${path}/bemyndigelser/${id}/bilag`)).status).toBe(404)
  expect((await secretariat.get(path)).text).not.toContain('Dokumentet:')
})
