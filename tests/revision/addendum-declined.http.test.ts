import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadAgreement } from '../../src/demo/agreement.ts'
import { instant } from '../../src/kernel/days.ts'
import { type TestApp, testApp, testNow } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import { htmlFaults } from '../support/html.ts'

// R4: an addendum needs the signature of the organisation that it concerns, and the organisation may decline.

const password = 'boligstrategi-demo'
const newAddendum = '/aftalen/2008/tillaeg/nyt'
const reason = 'Bestyrelsen vil blive i samarbejdet.'

let app: TestApp
let given: Cooperation
beforeAll(async () => {
  app = await testApp()
  given = givenCooperation(app.db)
  await loadAgreement(app.db, instant(testNow))
})
afterAll(() => app.close())

const leaving = (organisation: string) => ({
  kind: 'WITHDRAWAL',
  organisationId: given.organisation(organisation),
  inForceFrom: '01.04.2026',
  text: 'Organisationen udtræder af samarbejdet.',
})
const hashOn = (text: string) => /name="hash" value="([0-9a-f]{64})"/.exec(text)?.[1] ?? ''
const declining = (more: Record<string, string> = {}) => ({ declineReason: reason, declinePassword: password, ...more })

async function addendumAbout(organisation: string): Promise<string> {
  const secretary = await app.signIn('sekretariat.bolig')
  return String((await secretary.post(newAddendum, leaving(organisation)).expect(303)).headers.location)
}

const declinedRows = () => app.db.prisma.addendum.count({ where: { declinedAt: { not: null } } })
const declinedEvents = () => app.db.prisma.event.count({ where: { kind: 'addendumDeclined' } })

test('only the organisation’s own signatory declines, with the password, and for a reason', async () => {
  const address = await addendumAbout('hoejstrup')
  for (const key of [
    'sekretariat.bolig',
    'sekretariat.kommune',
    'medlem.hoejstrup',
    'underskriver.fab',
    'administrator',
  ]) {
    const other = await app.signIn(key)
    await other.post(`${address}/afvis`, declining()).expect(403)
    expect((await other.get(address)).text).not.toContain('vil ikke underskrive')
  }
  const signatory = await app.signIn('underskriver.hoejstrup')
  const own = await signatory.get(address).expect(200)
  expect(own.text).toContain('Boligforeningen Højstrup vil ikke underskrive')
  expect(await htmlFaults(own.text)).toEqual([])
  const empty = await signatory.post(`${address}/afvis`, {}).expect(422)
  expect(empty.text).toContain('Feltet »Begrundelse« skal udfyldes.')
  expect(empty.text).toContain('Skriv din adgangskode igen for at afvise.')
  const mistyped = await signatory
    .post(`${address}/afvis`, declining({ declinePassword: 'gættet-forkert' }))
    .expect(422)
  expect(mistyped.text).toContain('Adgangskoden er forkert. Intet er afvist.')
  expect(mistyped.text).toContain(reason)
  expect(mistyped.text).not.toContain('gættet-forkert')
  expect(await htmlFaults(mistyped.text)).toEqual([])
  await signatory.post('/aftalen/2008/tillaeg/99/afvis', declining()).expect(404)
  expect([await declinedRows(), await declinedEvents()]).toEqual([0, 0])
})

test('that it is declined is told on every page that tells of it, and nothing of it takes effect', async () => {
  const address = '/aftalen/2008/tillaeg/1'
  const signatory = await app.signIn('underskriver.hoejstrup')
  const secretary = await app.signIn('sekretariat.bolig')
  const hash = hashOn((await secretary.get(address)).text)
  await secretary.post(`${address}/underskriv`, { hash, capacity: 'HOUSING', password }).expect(303)
  const { headers } = await signatory.post(`${address}/afvis`, declining()).expect(303)
  expect(headers.location).toBe(address)
  expect([await declinedRows(), await declinedEvents()]).toEqual([1, 1])

  for (const key of ['underskriver.hoejstrup', 'sekretariat.kommune', 'medlem.fab', 'laeser']) {
    const { text } = await (await app.signIn(key)).get(address).expect(200)
    expect(text).toContain('Boligforeningen Højstrup har afvist tillægget. Afvisningen er registreret af')
    expect(text).toContain(`Begrundelse: ${reason}`)
    expect(text).not.toContain(`${reason}.`)
    expect(text).not.toContain('Der mangler underskrift')
    expect(text).not.toContain('Underskriv tillægget')
    expect(text).not.toContain('vil ikke underskrive')
    expect(text).not.toContain('Det følger af tillægget')
  }
  for (const page of ['/aftalen', '/aftalen/2008', '/parter/hoejstrup']) {
    const { text } = await signatory.get(page).expect(200)
    expect(text, page).toContain('Afvist af Boligforeningen Højstrup den ')
  }
  for (const key of ['sekretariat.bolig', 'sekretariat.kommune']) {
    const { text } = await (await app.signIn(key)).get('/')
    expect(text).toContain(`<a href="${address}">Boligforeningen Højstrup har afvist tillæg 1`)
    expect(text).not.toContain('Underskriv tillæg 1')
    expect(text).not.toContain('mangler underskrift fra')
  }
  expect((await signatory.get('/')).text).not.toContain('tillæg 1')

  const late = await secretary.post(`${address}/underskriv`, { hash, capacity: 'HOUSING', password }).expect(422)
  expect(late.text).toContain('har afvist tillægget, så det kan ikke underskrives.')
  const organisation = await signatory.post(`${address}/underskriv`, { hash, capacity: 'ORGANISATION', password })
  expect(organisation.status).toBe(422)
  const again = await signatory.post(`${address}/afvis`, declining({ declineReason: 'En gang til' })).expect(422)
  expect(again.text).toContain('Boligforeningen Højstrup har allerede afvist tillægget.')
  expect(await declinedRows()).toBe(1)
  app.clock.set('2026-04-02T08:00:00.000Z')
  expect((await secretary.get(address)).text).not.toContain('Gældende')
  app.clock.set(testNow)
})

test('the secretariats write another or give the declined one up, and then it is off their overview', async () => {
  const secretary = await app.signIn('sekretariat.bolig')
  const another = await addendumAbout('hoejstrup')
  expect((await secretary.get('/')).text).not.toContain('har afvist tillæg 1')
  await secretary.post(`${another}/opgiv`, { reason: 'De bliver.' }).expect(303)
  const first = '/aftalen/2008/tillaeg/1'
  await secretary.post(`${first}/opgiv`, { reason: 'Tillægget er afvist' }).expect(303)
  const { text } = await secretary.get(first)
  expect(text).toContain('har afvist tillægget.')
  expect(text).toContain('Begrundelse: Tillægget er afvist.')
  expect(text).not.toContain('Annullér tillægget')
})

test('an organisation that has signed does not decline afterwards, and one that was given up is not declined', async () => {
  const address = await addendumAbout('kristiansdal')
  const signatory = await app.signIn('underskriver.kristiansdal')
  const hash = hashOn((await signatory.get(address)).text)
  await signatory.post(`${address}/underskriv`, { hash, capacity: 'ORGANISATION', password }).expect(303)
  expect((await signatory.get(address)).text).not.toContain('vil ikke underskrive')
  const late = await signatory.post(`${address}/afvis`, declining()).expect(422)
  expect(late.text).toContain('har underskrevet tillægget. Derfor kan det ikke afvises.')
  await (await app.signIn('sekretariat.bolig')).post(`${address}/opgiv`, { reason: 'Forkert dag' }).expect(303)
  const again = await addendumAbout('kristiansdal')
  await (await app.signIn('sekretariat.kommune')).post(`${again}/opgiv`, { reason: 'Forkert dag' }).expect(303)
  expect((await signatory.post(`${again}/afvis`, declining()).expect(422)).text).toContain('Tillægget er annulleret.')
})
