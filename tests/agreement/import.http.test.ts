import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyAgreements } from '../../src/features/agreement/agreement/index.ts'
import { readSignatures, readVersions } from '../../src/features/agreement/agreement/queries.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import { htmlFaults } from '../support/html.ts'
import { wordDocument } from '../support/word-document.ts'

const source = readFileSync(new URL('own-agreement.md', import.meta.url), 'utf8')
const path = '/aftalen/indlaes'

let app: TestApp
let given: Cooperation
let secretary: Client
beforeAll(async () => {
  app = await testApp()
  given = givenCooperation(app.db)
  secretary = await app.signIn('sekretariat.kommune')
})
afterAll(() => app.close())

const upload = (content: string | Buffer, name = 'aftale.md', client = secretary) =>
  client.upload(path, { handling: 'laes' }, { field: 'fil', name, content: Buffer.from(content) })

test('without an agreement the page says so, and shows a secretariat the way', async () => {
  const member = await app.signIn('medlem.hoejstrup')
  const { text } = await member.get('/aftalen').expect(200)
  expect(text).toContain('Aftalen er ikke indlæst')
  expect(text).not.toContain(path)
  expect(text).not.toContain('er ikke åbnet')
  expect((await secretary.get('/aftalen')).text).toContain(`href="${path}"`)
})

test('only the secretariats reach the page and its form', async () => {
  await app.anonymous().get(path).expect(303)
  for (const who of ['formand', 'strategi.bolig', 'underskriver.hoejstrup', 'laeser', 'administrator']) {
    const client = await app.signIn(who)
    await client.get(path).expect(403)
    await upload(source, 'aftale.md', client).expect(403)
    await client.post(path, { handling: 'gem', source }).expect(403)
  }
  const { text } = await secretary.get(path).expect(200)
  expect(text).toContain('Vis forhåndsvisning')
  expect(await htmlFaults(text)).toEqual([])
})

test('a document is shown as it was understood, beside its lines, and nothing is stored', async () => {
  const { text } = await upload(source).expect(200)
  expect(text).toContain('Intet er gemt endnu')
  expect(text).toMatch(
    /5\. Opgaverne <span class="soft">4 tekststykker, liste med 3 punkter, underoverskrifter: Strategi/,
  )
  expect(text).toContain('Maj 2009 (gælder fra maj 2009)')
  expect(text).toContain('Aksel Prøve (uden titel)')
  expect(text).toMatch(/name="organisations\[0\]"[\s\S]*<option value="\d+" selected>Boligforeningen Kristiansdal/)
  expect(text).toContain('<option value="" selected>Ikke i portalen, kun navnet</option>')
  expect(text).toContain('Kun overskriften')
  expect(text).toContain('<li>## 1. Parterne</li>')
  expect(text).toContain('Gem aftalen')
  expect(await htmlFaults(text)).toEqual([])
  expect(readVersions(app.db)).toEqual([])
})

test('a broken or foreign document is told what it lacks, and cannot be stored', async () => {
  const broken = source.replace(/## 4\. Formålet[\s\S]*?(?=## 5)/, '').replace('Aksel Prøve\n', '')
  const { text } = await upload(broken).expect(200)
  expect(text).toContain('Dokumentet kan ikke gemmes, som det er')
  expect(text).toContain('Bestemmelse 4 mangler mellem »3. Baggrunden« og »5. Opgaverne«.')
  expect(text).toContain('Underskriveren for Boligkontoret Danmark mangler.')
  expect(text).not.toContain('value="gem"')
  expect(await htmlFaults(text)).toEqual([])
  const forced = await secretary.post(path, { handling: 'gem', source: broken, navn: 'a.md' }).expect(422)
  expect(forced.text).toContain('Dokumentet er ikke en hel aftale.')
  const foreign = await upload('# Opskrift\n\nTag to æg.', 'opskrift.md').expect(200)
  expect(foreign.text).toContain('Der er ingen nummererede bestemmelser.')
  expect(readVersions(app.db)).toEqual([])
})

test('what could not be placed is pointed out where it stands', async () => {
  const { text } = await upload(source.replace('Maj 2009\n', 'Maj 2009\n\nFORTROLIGT <script>\n')).expect(200)
  expect(text).toContain('»FORTROLIGT &lt;script&gt;« efter »Maj 2009«')
  expect(text).toContain('FORTROLIGT &lt;script&gt; <strong>(ikke placeret)</strong>')
})

test('what does not come along from a Word file is told until the text is stored', async () => {
  const body = '<w:p><w:r><w:t>AFTALE</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>HEMMELIGT</w:t></w:r></w:p>'
  const first = await upload(wordDocument([], body), 'aftale.docx').expect(200)
  expect(first.text).toContain('Det kommer ikke med fra filen')
  expect(first.text).toContain('Skjult tekst er ikke med: »HEMMELIGT«')
  const told = [...first.text.matchAll(/name="tabt" value="([^"]+)"/g)].map(([, sentence]) => sentence)
  const again = await secretary.post(path, { handling: 'laes', source: 'AFTALE', navn: 'aftale.docx', tabt: told })
  expect(again.text).toContain('Skjult tekst er ikke med: »HEMMELIGT«')
  expect(await htmlFaults(again.text)).toEqual([])
})

test('a file that is no document is refused at its field', async () => {
  for (const [content, name, told] of [
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]), 'billede.png', 'hverken Markdown eller et Word-dokument'],
    [Buffer.from('PK\u0003\u0004'), 'aftale.docx', 'er beskadiget eller ikke hentet helt'],
    ['', 'tom.md', 'er tom'],
  ] as const) {
    const { text } = await upload(Buffer.from(content), name).expect(422)
    expect(text).toContain(told)
    expect(text).toContain('id="felt-fil-error"')
  }
  const nothing = await secretary.post(path, { handling: 'laes', source: ' ' }).expect(422)
  expect(nothing.text).toContain('Vælg en fil, eller indsæt aftalens tekst.')
  const odd = await secretary.post(path, { handling: 'slet', source }).expect(422)
  expect(odd.text).toContain('Parterne er dem, der har skrevet under nedenfor.')
})

test('a Word document is read like the other', async () => {
  const { text } = await upload(
    wordDocument([{ text: 'AFTALE', style: 'Titel' }, { text: 'mellem' }]),
    'a.docx',
  ).expect(200)
  expect(text).toContain('<li># AFTALE</li>')
  expect(text).toContain('Parterne mangler.')
})

test('a confirmed document is stored and sealed with the organisations that were chosen, once', async () => {
  const own = given.organisation('odense-andelsboligforening')
  const organisations = ['', given.organisation('boligkontoret-danmark'), '', own, '', '']
  const answer = await secretary.post(path, { handling: 'gem', source, navn: 'aftale.md', organisations }).expect(303)
  expect(answer.headers.location).toBe('/aftalen/2009')
  const { text } = await secretary.get('/aftalen/2009').expect(200)
  expect(text).toContain('Aftalen fra 2009 er gemt og forseglet.')
  expect(text).toContain('aftale.md')
  const [version] = readVersions(app.db)
  expect(readSignatures(app.db, version?.id ?? 0).map(({ slug }) => slug)).toEqual([
    null,
    'boligkontoret-danmark',
    null,
    'odense-andelsboligforening',
    null,
    null,
  ])
  const again = await secretary.post(path, { handling: 'gem', source, navn: 'aftale.md', organisations }).expect(422)
  expect(again.text).toContain('Aftalen fra 2009 er allerede i portalen. Den kan ikke ændres.')
  expect((await upload(source)).text).not.toContain('value="gem"')
})

test('a signature is linked to no organisation that is not on its side', async () => {
  const other = source.replace('Maj 2009', 'Maj 2007')
  const wrong = [given.organisation('borgmesterforvaltningen'), '', '', '', '', 999_999]
  const { text } = await secretary
    .post(path, { handling: 'gem', source: other, navn: 'a.md', organisations: wrong })
    .expect(422)
  expect(text).toContain('Boligforeningen Kristiansdal kan ikke være den valgte organisation.')
})

test('a signature that was stored by its name alone is linked afterwards, by a secretariat, and stays sealed', async () => {
  const [version] = readVersions(app.db)
  const [first, second] = readSignatures(app.db, version?.id ?? 0)
  const address = `/aftalen/2009/underskrifter/${first?.id}`
  const kristiansdal = String(given.organisation('kristiansdal'))
  for (const who of ['formand', 'underskriver.kristiansdal', 'laeser', 'administrator']) {
    const client = await app.signIn(who)
    await client.get(address).expect(403)
    await client.post(address, { organisationId: kristiansdal }).expect(403)
    expect((await client.get('/aftalen/2009')).text).not.toContain(address)
  }
  expect((await secretary.get('/aftalen/2009')).text).toContain(`href="${address}">Knyt til en organisation`)
  const form = await secretary.get(address).expect(200)
  expect(form.text).toContain('selected>Boligforeningen Kristiansdal')
  expect(await htmlFaults(form.text)).toEqual([])
  expect((await secretary.post(address, { organisationId: '' }).expect(422)).text).toContain('Vælg organisation.')
  const municipal = { organisationId: String(given.organisation('borgmesterforvaltningen')) }
  expect((await secretary.post(address, municipal).expect(422)).text).toContain('kan ikke være den valgte')
  const linked = `/aftalen/2009/underskrifter/${second?.id}`
  const again = await secretary.post(linked, { organisationId: kristiansdal }).expect(422)
  expect(again.text).toContain('blev knyttet, da aftalen blev gemt.')
  await secretary.get('/aftalen/2009/underskrifter/9999').expect(404)
  await secretary.post('/aftalen/2007/underskrifter/1', { organisationId: kristiansdal }).expect(404)

  await secretary.post(address, { organisationId: kristiansdal }).expect(303)
  expect((await secretary.get('/aftalen/2009')).text).toContain(
    '<a href="/parter/kristiansdal">Boligforeningen Kristiansdal',
  )
  expect(verifyAgreements(app.db).wrong).toEqual([])
})
