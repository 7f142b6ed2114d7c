import { setImmediate as nextTurn } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '../../src/access/actor.ts'
import { write } from '../../src/database/write.ts'
import { loadAgreement } from '../../src/demo/agreement.ts'
import { verifyAgreements } from '../../src/features/agreement/agreement/index.ts'
import { signAddendum } from '../../src/features/agreement/revision/addenda/addendum-acts.ts'
import { allOrganisations } from '../../src/features/agreement/revision/rounds/load-round.ts'
import { requiredToSign } from '../../src/features/agreement/revision/signing/signing-rules.ts'
import { day, instant } from '../../src/kernel/days.ts'
import { type Client, type TestApp, testApp, testNow } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import { htmlFaults } from '../support/html.ts'

const form = '/aftalen/2008/tillaeg/nyt'
const first = '/aftalen/2008/tillaeg/1'
const password = 'boligstrategi-demo'

let app: TestApp
let given: Cooperation
let secretary: Client
beforeAll(async () => {
  app = await testApp()
  given = givenCooperation(app.db)
  await loadAgreement(app.db, instant(testNow))
  secretary = await app.signIn('sekretariat.bolig')
})
afterAll(() => app.close())

const leaving = (more: Record<string, unknown> = {}) => ({
  kind: 'WITHDRAWAL',
  organisationId: given.organisation('hoejstrup'),
  inForceFrom: '01.04.2026',
  text: 'Boligforeningen Højstrup udtræder af samarbejdet.',
  ...more,
})
const hashOn = (text: string) => /name="hash" value="([0-9a-f]{64})"/.exec(text)?.[1] ?? ''
const signature = (hash: string, capacity: string, more = {}) => ({ hash, capacity, password, ...more })

test('only a secretariat writes an addendum', async () => {
  await app.anonymous().get(form).expect(303)
  for (const who of ['formand', 'underskriver.hoejstrup', 'laeser', 'administrator']) {
    const client = await app.signIn(who)
    await client.get(form).expect(403)
    await client.post(form, leaving()).expect(403)
  }
  const { text } = await secretary.get(form).expect(200)
  expect(text).toContain('Organisationen udtræder')
  expect(await htmlFaults(text)).toEqual([])
  expect((await secretary.get('/aftalen/2008')).text).toContain(`href="${form}"`)
})

test('what is typed wrong is said at its field, and what was typed is kept', async () => {
  const wrong = { kind: '', organisationId: '', inForceFrom: 'i morgen', text: '' }
  const { text } = await secretary.post(form, wrong).expect(422)
  expect(text).toContain('Vælg, om organisationen tiltræder eller udtræder.')
  expect(text).toContain('Skriv datoen som dd.mm.åååå')
  expect(text).toContain('Feltet »Tillæggets tekst« skal udfyldes.')
  const late = await secretary.post(form, leaving({ inForceFrom: '01.01.2020' })).expect(422)
  expect(late.text).toContain('Tillægget kan tidligst gælde fra i dag.')
  expect(late.text).toContain('Boligforeningen Højstrup udtræder af samarbejdet.')
})

test('who is a party does not join, and who is none does not leave', async () => {
  const joining = await secretary.post(form, leaving({ kind: 'ACCESSION' })).expect(422)
  expect(joining.text).toContain('Boligforeningen Højstrup er allerede part i aftalen.')
  const association = leaving({ organisationId: given.organisation('oesterbo') })
  expect((await secretary.post(form, association).expect(422)).text).toContain('Vælg en boligorganisation')
  const fresh = { kind: 'HOUSING_ORGANISATION', name: 'Nye Boliger', shortName: 'Nye Boliger', from: '2026-03-01' }
  await secretary.post('/parter/ny', fresh).expect(303)
  const id = app.db.sql.asStored<{ id: number }>("SELECT id FROM Organisation WHERE name = 'Nye Boliger'")[0]?.id
  const stranger = await secretary.post(form, leaving({ organisationId: id })).expect(422)
  expect(stranger.text).toContain('Nye Boliger er ikke part i aftalen.')
})

test('an addendum is signed by the organisation and both secretariats, each for itself, and then holds', async () => {
  const made = await secretary.post(form, leaving()).expect(303)
  expect(made.headers.location).toBe(first)
  const again = await secretary.post(form, leaving()).expect(422)
  expect(again.text).toContain('Der er allerede et tillæg om Boligforeningen Højstrup: tillæg 1.')

  const own = await secretary.get(first).expect(200)
  expect(own.text).toContain('Der mangler underskrift fra Boligforeningen Højstrup, boligorganisationernes sekretariat')
  expect(await htmlFaults(own.text)).toEqual([])
  const hash = hashOn(own.text)
  const waits = 'Underskriv tillæg 1 (Boligforeningen Højstrup udtræder) for Boligforeningen Højstrup</a>'
  const seen = (await (await app.signIn('underskriver.hoejstrup')).get('/')).text
  expect(seen).toContain(`<a href="${first}">${waits}`)
  expect(seen).toContain('senest den 1. april 2026')
  expect((await secretary.get('/')).text).toContain('for boligorganisationernes sekretariat</a>')
  expect((await (await app.signIn('medlem.hoejstrup')).get('/')).text).not.toContain('tillæg 1')
  const sign = `${first}/underskriv`
  await secretary.post(sign, signature(hash, 'MUNICIPALITY')).expect(403)
  await secretary.post(sign, signature(hash, 'ORGANISATION')).expect(403)
  const mistyped = await secretary.post(sign, signature(hash, 'HOUSING', { password: 'forkert' })).expect(422)
  expect(mistyped.text).toContain('Adgangskoden er forkert. Intet er underskrevet.')
  expect(mistyped.text).not.toContain('forkert"')
  const other = await secretary.post(sign, signature('0'.repeat(64), 'HOUSING')).expect(422)
  expect(other.text).toContain('Teksten er en anden end den, du har set.')
  await secretary.post(sign, signature(hash, 'HOUSING')).expect(303)
  expect((await secretary.post(sign, signature(hash, 'HOUSING')).expect(422)).text).toContain('allerede underskrevet')

  const missing = 'mangler underskrift fra Boligforeningen Højstrup og kommunens sekretariat'
  expect((await secretary.get('/')).text).toContain(missing)
  const municipal = await app.signIn('sekretariat.kommune')
  await municipal.post(sign, signature(hash, 'MUNICIPALITY')).expect(303)
  const stranger = await app.signIn('underskriver.kristiansdal')
  expect((await stranger.get(first)).text).not.toContain('Underskriv tillægget')
  await stranger.post(sign, signature(hash, 'ORGANISATION')).expect(403)
  const signatory = await app.signIn('underskriver.hoejstrup')
  await signatory.post(sign, signature(hash, 'ORGANISATION')).expect(303)

  const version = await signatory.get('/aftalen/2008')
  expect(version.text).toContain('Tillæg 1: Boligforeningen Højstrup udtræder den 1. april 2026')
  expect((await signatory.get(first)).text).toContain('Gælder fra den 1. april 2026')
  app.clock.set('2026-04-02T08:00:00.000Z')
  expect((await signatory.get(first)).text).toContain('Gældende')
  app.clock.set(testNow)
  const left = (await signatory.get(first)).text
  expect(left).toContain('Det følger af tillægget')
  expect(left).toMatch(/Afslut udpegningen af [^<]+ i fælles boligstrategisk gruppe senest den 31. marts 2026/)
  expect(left).toContain('Afgør, hvem der skal administrere')
  expect(left).toContain(
    'href="/parter/hoejstrup/udtraeden">Registrér organisationens udtræden med sidste dag den 31. marts 2026',
  )
  const dropped = await secretary.post(`${first}/opgiv`, { reason: 'For sent' }).expect(422)
  expect(dropped.text).toContain('underskrevet af alle og kan ikke annulleres')
})

test('whoever has left by an addendum is not in the set that must sign, and whoever joins again is', async () => {
  const namesOn = async (on: string) =>
    requiredToSign(await allOrganisations(app.db.prisma), day(on)).map(({ name }) => name)
  expect(await namesOn('2026-03-31')).toContain('Boligforeningen Højstrup')
  expect(await namesOn('2026-04-01')).not.toContain('Boligforeningen Højstrup')

  app.clock.set('2026-04-02T08:00:00.000Z')
  const back = leaving({ kind: 'ACCESSION', inForceFrom: '01.05.2026', text: 'Højstrup tiltræder igen.' })
  const { location } = (await secretary.post(form, back).expect(303)).headers
  const address = String(location)
  const hash = hashOn((await secretary.get(address)).text)
  const signs = [
    ['sekretariat.bolig', 'HOUSING'],
    ['sekretariat.kommune', 'MUNICIPALITY'],
    ['underskriver.hoejstrup', 'ORGANISATION'],
  ] as const
  for (const [who, capacity] of signs)
    await (await app.signIn(who)).post(`${address}/underskriv`, signature(hash, capacity)).expect(303)
  expect(await namesOn('2026-05-01')).toContain('Boligforeningen Højstrup')
  const { text } = await secretary.get(address)
  expect(text).toContain('Boligforeningen Højstrup skal underskrive nye versioner af aftalen')
  expect(text).toContain('En person er udpeget til boligorganisationernes strategigruppe')
  app.clock.set(testNow)
})

test('an addendum that nobody will sign is given up with a reason, and stays to be read', async () => {
  const kristiansdal = leaving({ organisationId: given.organisation('kristiansdal') })
  await secretary.post(form, kristiansdal).expect(303)
  const second = '/aftalen/2008/tillaeg/3'
  expect((await secretary.post(`${second}/opgiv`, { reason: '' }).expect(422)).text).toContain('skal udfyldes')
  const member = await app.signIn('medlem.kristiansdal')
  await member.post(`${second}/opgiv`, { reason: 'Nej' }).expect(403)
  await secretary.post(`${second}/opgiv`, { reason: 'De bliver alligevel.' }).expect(303)
  const { text } = await member.get(second).expect(200)
  expect(text).toContain('De bliver alligevel.')
  const late = signature('0'.repeat(64), 'HOUSING')
  expect((await secretary.post(`${second}/underskriv`, late).expect(422)).text).toContain('Tillægget er annulleret.')
  await member.get('/aftalen/2008/tillaeg/9').expect(404)
  await member.get('/aftalen/2009/tillaeg/1').expect(404)
})

test('nobody signs while the password is one that somebody else has set', async () => {
  const about = leaving({ organisationId: given.organisation('kristiansdal') })
  const address = String((await secretary.post(form, about).expect(303)).headers.location)
  const client = await app.signIn('underskriver.kristiansdal')
  const hash = hashOn((await client.get(address)).text)
  const handOver = (codeExpiresAt: string | null) =>
    write(systemActor(app.db, instant(testNow)), async tx => {
      const personId = given.person('underskriver.kristiansdal')
      await tx.account.update({ where: { personId }, data: { codeExpiresAt } })
      return { result: null, events: [] }
    })
  const signed = () => app.db.prisma.addendumSignature.count({ where: { capacity: 'ORGANISATION' } })
  const before = await signed()
  await handOver('2099-01-01T00:00:00.000Z')
  const refused = await client.post(`${address}/underskriv`, signature(hash, 'ORGANISATION'))
  expect(refused.headers.location).toBe('/min-konto/vaelg-adgangskode')
  const number = Number(address.split('/').at(-1))
  const signing = { year: 2008, number, capacity: 'ORGANISATION' as const, hash, password }
  const act = signAddendum(given.actor('underskriver.kristiansdal'), signing, { demo: true })
  await expect(act).rejects.toMatchObject({
    field: 'password',
    message: expect.stringContaining('Din adgangskode er en engangskode fra en anden.'),
  })
  expect(await signed()).toBe(before)
  await handOver(null)
  await client.post(`${address}/underskriv`, signature(hash, 'ORGANISATION')).expect(303)
  expect(await signed()).toBe(before + 1)
})

test('a signed addendum that is changed behind the portal’s back is found', async () => {
  expect(verifyAgreements(app.db).wrong).toEqual([])
  const sql = new Sqlite(app.settings.databaseFile)
  sql.exec('DROP TRIGGER "Addendum_text_stands"; DROP TRIGGER "AddendumSignature_never_changes"')
  sql.exec(`UPDATE Addendum SET inForceFrom = '2026-05-01' WHERE number = 1`)
  sql.exec(
    `UPDATE AddendumSignature SET signatory = 'En anden' WHERE capacity = 'ORGANISATION' AND addendumId = (SELECT id FROM Addendum WHERE number = 1)`,
  )
  sql.close()
  // What is read in one go is read from one state of the database.
  await nextTurn()
  expect(verifyAgreements(app.db).wrong).toEqual([
    'Addendum 1 to the agreement of 2008: its text has been altered.',
    'Addendum 1 to the agreement of 2008: the signature of En anden has been altered.',
  ])
})
