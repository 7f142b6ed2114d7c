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

const seatOf = (person: string, body: string) =>
  app.db.sql.asStored<{ id: number; to: string | null }>(
    'SELECT id, "to" FROM Seat WHERE personId = ? AND bodyId = ?',
    given.person(person),
    given.body(body),
  )[0]
const appointment = (person: string, more: Record<string, unknown> = {}) => ({
  personId: given.person(person),
  role: 'MEMBER',
  from: '2026-04-01',
  appointedById: given.body('strategigruppe-bolig'),
  appointedNote: 'Strategigruppens møde i marts 2026',
  ...more,
})

test('the bodies stand with their chairs, and nothing is missing', async () => {
  const reader = await app.signIn('laeser')
  const { text } = await reader.get('/organer').expect(200)
  expect(text).toContain('Formand: Ellen Rosenvang')
  expect(text).toContain('Odense Byråd')
  expect(text).toContain('Bestyrelsen i Næsby Boligselskab')
  expect(text).not.toContain('Organisationen er ikke komplet')
})

test('who sat where is answered on any past day', async () => {
  const reader = await app.signIn('laeser')
  const now = await reader.get('/organer/faelles-gruppe').expect(200)
  expect(now.text.indexOf('Ellen Rosenvang, direktør')).toBeLessThan(now.text.indexOf('Torben Åmark, direktør'))
  expect(now.text).toContain('Suppleant for Jakob Stenhuset')
  const then = await reader.get('/organer/faelles-gruppe?dag=2019-06-01').expect(200)
  expect(then.text).toContain('Hugo Skjoldbo, direktør')
  expect(then.text).toContain('Bodil Oldrup, planchef')
  expect(then.text).toContain('Pladser den 1. juni 2019')
})

test('the rules of procedure of the day stand with all versions (R62, R64)', async () => {
  const reader = await app.signIn('laeser')
  const { text } = await reader.get('/organer/faelles-gruppe')
  expect(text).toContain('Dagsordenen udsendes senest 4 hverdage før mødet')
  expect(text).toContain('3 fra boligorganisationerne og 3 fra kommunen')
  expect(text).toContain('Gældende, indtil organet vedtager sin egen')
})

test('a body without its secretariat is warned about', async () => {
  const municipal = await app.signIn('sekretariat.kommune')
  for (const person of ['sekretariat.kommune', 'strandby']) {
    const path = `/organer/sekretariat-kommune/pladser/${seatOf(person, 'sekretariat-kommune')?.id}/afslut`
    await municipal.post(path, { version: 1, to: '2026-03-31', reason: 'Ny stilling' }).expect(303)
  }
  app.clock.set('2026-04-01T09:00:00Z')
  const reader = await app.signIn('laeser')
  expect((await reader.get('/organer/sekretariat-kommune')).text).toContain('Sekretariatet er ubesat.')
  expect((await reader.get('/organer')).text).toContain('Sekretariatet er ubesat.')
})

test('a side’s secretariat gives its own people seats in the joint group', async () => {
  const housing = await app.signIn('sekretariat.bolig')
  const path = '/organer/faelles-gruppe/pladser/ny'
  expect((await housing.get(path).expect(200)).text).not.toContain('Signe Marksten')
  await housing.post(path, appointment('bredeng')).expect(303)
  const { text } = await housing.get('/organer/faelles-gruppe?dag=2026-04-01')
  expect(text).toContain('Jens Bredeng, organisationsformand')
  const events = app.db.sql.asStored<{ actor: string }>("SELECT actor FROM Event WHERE kind = 'seatGiven'")
  expect(events).toEqual([{ actor: 'Karen Lindehøj' }])
})

test('a strategy group member appoints for the own side too, and neither for the other (R55)', async () => {
  const group = await app.signIn('strategi.bolig')
  const path = '/organer/faelles-gruppe/pladser/ny'
  await group.post(path, appointment('bredeng')).expect(303)
  await group.post(path, appointment('kornmark')).expect(403)
  const municipal = await app.signIn('sekretariat.kommune')
  await municipal.post(path, appointment('vinterlund')).expect(403)
  const member = await app.signIn('medlem.hoejstrup')
  await member.get(path).expect(403)
  await member.post(path, appointment('vinterlund')).expect(403)
})

test('only the side’s own strategy group gives the joint group’s seats', async () => {
  const housing = await app.signIn('sekretariat.bolig')
  const path = '/organer/faelles-gruppe/pladser/ny'
  const wrong = appointment('bredeng', { appointedById: given.body('bestyrelse-fab') })
  const { text } = await housing.post(path, wrong).expect(422)
  expect(text).toContain('Partens egen strategigruppe udpeger')
  expect(text).toContain('Strategigruppens møde i marts 2026')
  const nowhere = await housing.post(path, appointment('bredeng', { appointedNote: '' })).expect(422)
  expect(nowhere.text).toContain('skriv, hvor og hvornår udpegningen er sket')
})

test('nobody gets a second seat in the same body', async () => {
  const housing = await app.signIn('sekretariat.bolig')
  const { text } = await housing.post('/organer/faelles-gruppe/pladser/ny', appointment('medlem.fab')).expect(422)
  expect(text).toContain('har allerede en plads')
})

test('an unfinished form says what is missing, and a strange one is refused', async () => {
  const housing = await app.signIn('sekretariat.bolig')
  const path = '/organer/faelles-gruppe/pladser/ny'
  const { text } = await housing.post(path, { role: 'KING' }).expect(422)
  expect(text).toContain('Vælg en person.')
  expect(text).toContain('Vælg en rolle.')
  expect(text).toContain('Feltet »Fra« skal udfyldes.')
  await housing.post(path, appointment('bredeng', { appointedAtMeetingId: 999 })).expect(404)
})

test('a seat ends once with its reason, and a stale form is told so', async () => {
  const housing = await app.signIn('sekretariat.bolig')
  const seat = seatOf('medlem.fab', 'faelles-gruppe')
  const path = `/organer/faelles-gruppe/pladser/${seat?.id}/afslut`
  const form = { version: 1, to: '2026-03-31', reason: 'Går på pension' }
  expect((await housing.get(path).expect(200)).text).toContain('Hanne Kildebæk')
  await housing.post(path, { ...form, version: 0 }).expect(409)
  await housing.post(path, { ...form, to: '2001-01-01' }).expect(422)
  await housing.post(path, form).expect(303)
  await housing.post(path, { ...form, version: 2 }).expect(422)
  const { text } = await housing.get('/organer/faelles-gruppe?dag=2026-04-01')
  expect(text).toContain('Går på pension')
})

test('the other side’s seats are not one’s to end', async () => {
  const municipal = await app.signIn('sekretariat.kommune')
  const seat = seatOf('medlem.fab', 'faelles-gruppe')
  const form = { version: 1, to: '2026-03-31', reason: 'Forsøg' }
  await municipal.post(`/organer/faelles-gruppe/pladser/${seat?.id}/afslut`, form).expect(403)
  await municipal.post(`/organer/strategigruppe-bolig/pladser/${seat?.id}/afslut`, form).expect(403)
  expect(seatOf('medlem.fab', 'faelles-gruppe')?.to).toBeNull()
})

test('a right ends with its seat', async () => {
  const housing = await app.signIn('sekretariat.bolig')
  const path = `/organer/sekretariat-bolig/pladser/${seatOf('sekretariat.bolig', 'sekretariat-bolig')?.id}/afslut`
  await housing.post(path, { version: 1, to: '2026-03-12', reason: 'Ny stilling' }).expect(303)
  await housing.get('/parter/ny').expect(200)
  app.clock.set('2026-03-13T00:30:00Z')
  await housing.get('/parter/ny').expect(403)
})

test('a page keeps to its stated number of statements, and an unknown body is not found', async () => {
  const housing = await app.signIn('sekretariat.bolig')
  for (const [path, most] of [
    ['/organer', 4],
    ['/organer/faelles-gruppe', 8],
    ['/organer/faelles-gruppe/pladser/ny', 7],
  ] as const) {
    await housing.get(path)
    const before = app.db.statements()
    await housing.get(path)
    expect(app.db.statements() - before).toBeLessThanOrEqual(most)
  }
  await housing.get('/organer/findes-ikke').expect(404)
})
