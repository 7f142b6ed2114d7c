import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestApp, testApp } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'

let app: TestApp
let given: Cooperation
beforeEach(async () => {
  app = await testApp()
  given = givenCooperation(app.db)
})
afterEach(() => app.close())

const events = (kind: string) => app.db.sql.asStored<{ actor: string }>('SELECT actor FROM Event WHERE kind = ?', kind)

test('the parties stand under their two sides, associations below their administrators (R2)', async () => {
  const reader = await app.signIn('laeser')
  const { text } = await reader.get('/parter').expect(200)
  expect(text).toContain('Boligorganisationerne</h2>')
  expect(text.indexOf('Boligforeningen Kristiansdal')).toBeLessThan(text.indexOf('Andelsforeningen Østerbo'))
  expect(text).toContain('Landsbyggefonden')
  expect(text).not.toContain('Registrér organisation')
})

test('a search finds an association together with the one above it', async () => {
  const reader = await app.signIn('laeser')
  const { text } = await reader.get('/parter?q=østerbo').expect(200)
  expect(text).toContain('Andelsforeningen Østerbo')
  expect(text).toContain('Boligforeningen Kristiansdal')
  expect(text).not.toContain('Boligforeningen Højstrup')
  const nothing = await reader.get('/parter?q=vollsmoze').expect(200)
  expect(nothing.text).toContain('Ingen organisationer fundet')
})

test('before the agreement there were no parties', async () => {
  const reader = await app.signIn('laeser')
  const { text } = await reader.get('/parter?dag=2008-01-01').expect(200)
  expect(text).toContain('Ingen organisationer på den dag')
})

test('an organisation’s page tells whom it administers and who sits where for it', async () => {
  const reader = await app.signIn('laeser')
  const { text } = await reader.get('/parter/kristiansdal').expect(200)
  expect(text).toContain('Poul Enghave')
  expect(text).toContain('Medlem, fælles boligstrategisk gruppe')
  expect(text).toContain('Næsby Boligselskab')
  expect(text).toContain('Siden september 2008')
  expect(text).toContain('Organisationsbestyrelsen i Boligforeningen Kristiansdal')
  expect(text).not.toContain('/parter/kristiansdal/ret')
})

test('who is not signed in is sent to sign in, and what is not there is not found', async () => {
  await app.anonymous().get('/parter').expect(303)
  const reader = await app.signIn('laeser')
  await reader.get('/parter/findes-ikke').expect(404)
  await reader.get('/parter/FINDES%20IKKE').expect(404)
})

test('a secretariat changes its own side’s organisations, and no other’s', async () => {
  const housing = await app.signIn('sekretariat.bolig')
  const fields = { version: 1, shortName: 'Højstrup', about: 'Ny tekst.', website: '' }
  await housing.post('/parter/hoejstrup/ret', fields).expect(303)
  expect((await housing.get('/parter/hoejstrup')).text).toContain('Ny tekst.')
  await housing.post('/parter/odense-kommune/ret', fields).expect(403)
  const member = await app.signIn('medlem.hoejstrup')
  await member.get('/parter/hoejstrup/ret').expect(403)
  expect(events('organisationEdited')).toEqual([{ actor: 'Karen Lindehøj' }])
})

test('two who edit at once lose nothing: the second is shown both texts', async () => {
  const housing = await app.signIn('sekretariat.bolig')
  const fields = { version: 1, shortName: 'Højstrup', website: '' }
  await housing.post('/parter/hoejstrup/ret', { ...fields, about: 'Først gemt.' }).expect(303)
  const { text } = await housing.post('/parter/hoejstrup/ret', { ...fields, about: 'Skrevet imens.' }).expect(409)
  expect(text).toContain('Først gemt.')
  expect(text).toContain('Skrevet imens.')
  expect(text).toContain('name="version" value="2"')
})

test('what is typed wrong is said at its field, and what was typed is kept', async () => {
  const housing = await app.signIn('sekretariat.bolig')
  const { text } = await housing
    .post('/parter/hoejstrup/ret', { version: 1, shortName: '', about: 'Bevares.', website: 'hoejstrup' })
    .expect(422)
  expect(text).toContain('Feltet »Kort navn« skal udfyldes.')
  expect(text).toContain('Skriv adressen med https:// foran')
  expect(text).toContain('Bevares.')
})

test('a new name leaves the old one with its days', async () => {
  const housing = await app.signIn('sekretariat.bolig')
  await housing
    .post('/parter/lab-fyn/navn', { version: 1, name: 'Lillebælt Bolig', shortName: 'Lillebælt', from: '01.01.2020' })
    .expect(303)
  expect((await housing.get('/parter/lab-fyn')).text).toContain('<h1>Lillebælt Bolig</h1>')
  expect((await housing.get('/parter/lab-fyn?dag=2019-12-31')).text).toContain('<h1>Boligselskabet L.A.B. Fyn</h1>')
  expect((await housing.get('/parter?dag=2019-12-31')).text).toContain('Boligselskabet L.A.B. Fyn')
})

test('an organisation that others rest on ends only with a successor, who takes over', async () => {
  const housing = await app.signIn('sekretariat.bolig')
  const leave = { version: 1, to: '31.12.2026' }
  const refused = await housing.post('/parter/domhusgaarden/udtraeden', leave).expect(422)
  expect(refused.text).toContain('Pårup Andelsboligforening')

  const { person } = given
  const person1 = { version: 1, endedOn: '31.12.2026' }
  await housing.post(`/parter/domhusgaarden/personer/${person('graavang')}/fratraeden`, person1).expect(303)
  const successorId = given.organisation('odense-andelsboligforening')
  await housing.post('/parter/domhusgaarden/udtraeden', { ...leave, successorId }).expect(303)

  app.clock.set('2027-01-01T09:00:00Z')
  const association = await housing.get('/parter/paarup-andelsboligforening')
  expect(association.text).toContain('Odense AndelsBoligforening</a> (fra 01.01.2027)')
  expect(association.text).toContain('Advokaterne i Domhusgården</a> (01.09.2008–31.12.2026)')
  expect((await housing.get('/parter/domhusgaarden')).text).toContain('Efterfølger: Odense AndelsBoligforening')
})

test('an association changes administrator and stays itself', async () => {
  const housing = await app.signIn('sekretariat.bolig')
  const association = given.organisation('oesterbo')
  const begin = { associationId: association, from: '01.04.2026', to: '' }
  const refused = await housing.post('/parter/fab/administration', begin).expect(422)
  expect(refused.text).toContain('Foreningen har allerede en administrator')
  const row = app.db.sql.asStored<{ id: number }>(
    'SELECT id FROM Administration WHERE associationId = ?',
    association,
  )[0]
  await housing.post(`/parter/kristiansdal/administration/${row?.id}/afslut`, { to: '31.03.2026' }).expect(303)
  await housing.post('/parter/fab/administration', begin).expect(303)
  const { text } = await housing.get('/parter/oesterbo?dag=2026-04-01')
  expect(text).toContain('Fyns almennyttige Boligselskab</a> (fra 01.04.2026)')
})

test('a person is added, named mandate keeper, and leaves with seats and authorisations', async () => {
  const municipal = await app.signIn('sekretariat.kommune')
  const path = '/parter/aeldre-og-handicapforvaltningen'
  await municipal.post(`${path}/personer/ny`, { name: 'Kim Nyborg', email: 'KIM@EKSEMPEL.DK' }).expect(303)
  const person = app.db.sql.asStored<{ id: number; email: string }>(
    "SELECT id, email FROM Person WHERE name = 'Kim Nyborg'",
  )[0]
  expect(person?.email).toBe('kim@eksempel.dk')
  const source = { sourceBody: 'Rådmanden', sourceDay: '2026-02-20', sourceDocument: 'Beslutningsnotat, punkt 2' }
  const named = { kind: 'MANDATE_KEEPER', personId: person?.id, from: '2026-03-01', ...source }
  await municipal.post(`${path}/bemyndigelser/ny`, named).expect(303)
  await municipal.post(`${path}/bemyndigelser/ny`, named).expect(422)
  await municipal.post(`${path}/personer/${person?.id}/fratraeden`, { version: 1, endedOn: '2026-03-31' }).expect(303)
  const ended = app.db.sql.asStored<{ to: string }>(
    'SELECT "to" FROM Authorisation WHERE personId = ?',
    person?.id ?? 0,
  )[0]
  expect(ended?.to).toBe('2026-03-31')
})

test('a secretariat names keepers and signatories only on the organisation’s own document, which its page tells', async () => {
  const housing = await app.signIn('sekretariat.bolig')
  const path = '/parter/kristiansdal'
  expect((await housing.get(`${path}/bemyndigelser/ny`)).text).toContain('Organ, der har udpeget')
  const bare = { kind: 'SIGNATORY', personId: given.person('medlem.kristiansdal'), from: '2026-03-01' }
  const source = {
    sourceBody: 'Organisationsbestyrelsen',
    sourceDay: '2026-02-17',
    sourceDocument: 'Protokol, punkt 9',
  }
  for (const [lacking, told] of [
    [{ sourceBody: '' }, 'hvilket organ'],
    [{ sourceDay: '' }, 'Skriv dagen'],
    [{ sourceDay: '2026-03-13' }, 'kan ikke ligge efter i dag'],
    [{ sourceDocument: ' ' }, 'i hvilket dokument'],
  ] as const) {
    const refused = await housing.post(`${path}/bemyndigelser/ny`, { ...bare, ...source, ...lacking })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(told)
  }
  await housing.post(`${path}/bemyndigelser/ny`, { ...bare, ...source }).expect(303)
  const { text } = await housing.get(path)
  expect(text).toContain('Udpeget af organisationsbestyrelsen den 17. februar 2026 (Protokol, punkt 9).')
})

test('an organisation’s own signatory and its chair name for it, and for no other', async () => {
  const signatory = await app.signIn('underskriver.fab')
  const path = '/parter/fab/bemyndigelser/ny'
  const form = await signatory.get(path).expect(200)
  expect(form.text).not.toContain('Organ, der har udpeget')
  const named = { kind: 'MANDATE_KEEPER', personId: given.person('underskriver.fab'), from: '2026-03-01' }
  await signatory.post(path, named).expect(303)
  expect((await signatory.get('/parter/fab')).text).toContain('som organisationens underskriftsberettigede.')
  expect((await signatory.post('/parter/hoejstrup/bemyndigelser/ny', named)).status).toBe(403)
  expect((await signatory.get('/parter/hoejstrup')).text).not.toContain('Giv en bemyndigelse')
  // Others of the organisation do not.
  const member = await app.signIn('medlem.hoejstrup')
  expect((await member.post('/parter/hoejstrup/bemyndigelser/ny', named)).status).toBe(403)
})

test('a person’s seats end with the person, and that is an event', async () => {
  const municipal = await app.signIn('sekretariat.kommune')
  const id = given.person('elmehave')
  const path = `/parter/aeldre-og-handicapforvaltningen/personer/${id}/fratraeden`
  await municipal.post(path, { version: 1, endedOn: '2026-03-31' }).expect(303)
  const seats = app.db.sql.asStored<{ to: string; endReason: string }>(
    'SELECT "to", endReason FROM Seat WHERE personId = ?',
    id,
  )
  expect(seats).toEqual([
    { to: '2026-03-31', endReason: 'Fratrådt organisationen' },
    { to: '2026-03-31', endReason: 'Fratrådt organisationen' },
  ])
  expect(events('seatEnded')).toHaveLength(2)
})

test('a person is only found in the organisation that it belongs to', async () => {
  const housing = await app.signIn('sekretariat.bolig')
  await housing.get(`/parter/hoejstrup/personer/${given.person('formand')}`).expect(404)
  await housing.get(`/parter/hoejstrup/personer/${given.person('medlem.hoejstrup')}`).expect(200)
})

test('a new association comes with the body that gives its mandates', async () => {
  const housing = await app.signIn('sekretariat.bolig')
  const draft = { kind: 'ASSOCIATION', name: 'Foreningen Nye Hjem', shortName: 'Nye Hjem', from: '2026-03-01' }
  const answer = await housing.post('/parter/ny', draft).expect(303)
  expect(answer.headers.location).toBe('/parter/nye-hjem')
  expect((await housing.get('/parter/nye-hjem')).text).toContain('Bestyrelsen i Foreningen Nye Hjem')
  await housing.post('/parter/ny', { ...draft, kind: 'DEPARTMENT' }).expect(403)
})

test('a page keeps to its stated number of statements', async () => {
  const housing = await app.signIn('sekretariat.bolig')
  for (const [path, most] of [
    ['/parter', 4],
    ['/parter/kristiansdal', 40],
  ] as const) {
    await housing.get(path)
    const before = app.db.statements()
    await housing.get(path)
    expect(app.db.statements() - before).toBeLessThanOrEqual(most)
  }
})
