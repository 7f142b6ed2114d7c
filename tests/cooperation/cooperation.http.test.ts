import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadAgreement } from '../../src/demo/agreement.ts'
import { instant } from '../../src/kernel/days.ts'
import { type TestApp, testApp, testNow } from '../support/app.ts'

let portal: TestApp
beforeEach(async () => {
  portal = await testApp()
})
afterEach(() => portal.close())

const lunde = {
  version: '1',
  name: 'Lunde bor sammen',
  town: 'Lunde',
  housing: 'De almene boligorganisationer',
  contactName: 'Ida Holm',
  contactEmail: 'ida@lunde.example',
  contactPhone: '12 34 56 78',
  controller: 'Lunde Kommune\nTorvet 1, dpo@lunde.example',
  legalBasis: 'Artikel 6, stk. 1, litra e',
  retention: 'Kopier slettes efter 14 dage.',
  complaint: '',
}

describe('the cooperation’s own names', () => {
  test('stand on every page as the secretariats write them, signed in or not', async () => {
    const client = await portal.signIn('sekretariat.kommune')
    expect((await client.get('/samarbejdet')).text).toContain('Ret oplysninger')
    expect((await client.post('/samarbejdet/ret', lunde)).headers.location).toBe('/samarbejdet')
    const { version } = await portal.db.prisma.organisation.findUniqueOrThrow({ where: { slug: 'odense-kommune' } })
    const correction = {
      version,
      name: 'Lunde Kommune',
      kind: 'MUNICIPALITY',
      from: '01.09.2008',
      afterId: '',
      reason: 'x',
    }
    expect((await client.post('/parter/odense-kommune/rettelse', correction)).status).toBe(303)
    const pages = [
      (await client.get('/parter')).text,
      (await client.get('/organer')).text,
      (await portal.anonymous().get('/')).text,
      (await portal.anonymous().get('/findes-ikke')).text,
    ]
    for (const text of pages) {
      expect(text).toContain('– Lunde bor sammen</title>')
      expect(text).toContain('Lunde Kommune og de almene boligorganisationer i Lunde')
      expect(text).not.toMatch(/Odense Kommune og|boligorganisationerne i Odense/)
    }
    expect(pages[0]).toContain('<h2 id="side-municipality">Lunde Kommune</h2>')
    const privacy = (await portal.anonymous().get('/privatliv')).text
    for (const words of [
      'mailto:ida@lunde.example',
      'tel:12345678',
      'Torvet 1, dpo@lunde.example',
      'litra e',
      'efter 14 dage',
    ])
      expect(privacy).toContain(words)
    expect(privacy).toContain('Datatilsynet')
    for (const path of ['/adgangskode/glemt', '/tilgaengelighed'])
      expect((await portal.anonymous().get(path)).text).toContain('Ida Holm på <a href="mailto:ida@lunde.example">')
    const events = await portal.db.prisma.event.findMany({ where: { kind: 'cooperationChanged' } })
    expect(events).toHaveLength(1)
    expect(`${events[0]?.before}${events[0]?.after}`).not.toMatch(/ida@|12 34 56 78/)
  })

  test('are told apart, and all that is wrong is told at once', async () => {
    const client = await portal.signIn('administrator')
    const wrong = { ...lunde, housing: 'odense kommune', contactEmail: '', contactPhone: '' }
    const { status, text } = await client.post('/samarbejdet/ret', wrong)
    expect(status).toBe(422)
    expect(text).toContain('De to parter skal have hver sit navn.')
    expect(text).toContain('Skriv en e-mailadresse eller et telefonnummer til kontakten.')
    expect(text).toContain('value="Lunde bor sammen"')
    expect((await client.post('/samarbejdet/ret', { ...lunde, name: ' ', contactEmail: 'ida' })).text).toContain(
      'Skriv en e-mailadresse, fx navn@kommune.dk.',
    )
    expect((await client.get('/parter')).text).toContain('Odense Kommune')
  })

  test('are compared when two correct them at once', async () => {
    const first = await portal.signIn('sekretariat.kommune')
    const second = await portal.signIn('sekretariat.bolig')
    await first.post('/samarbejdet/ret', lunde)
    const { status, text } = await second.post('/samarbejdet/ret', { ...lunde, town: 'Nørre Lunde' })
    expect(status).toBe(409)
    expect(text).toContain('Nørre Lunde')
  })

  test('follow the municipality when it is renamed, and leave its former name to the days it had', async () => {
    const client = await portal.signIn('sekretariat.kommune')
    const { version } = await portal.db.prisma.organisation.findUniqueOrThrow({ where: { slug: 'odense-kommune' } })
    const renaming = { version, name: 'Fynby Kommune', shortName: 'Fynby', from: '01.01.2020' }
    expect((await client.post('/parter/odense-kommune/navn', renaming)).status).toBe(303)
    expect((await client.get('/parter')).text).toContain('<h2 id="side-municipality">Fynby Kommune</h2>')
    expect((await client.get('/samarbejdet')).text).toContain('Fynby Kommune')
    expect((await client.get('/samarbejdet/ret')).text).not.toContain('name="municipality"')
    expect((await client.get('/parter/odense-kommune?dag=2019-12-31')).text).toContain('<h1>Odense Kommune</h1>')
  })

  test('are the secretariats’ and the administrator’s to correct', async () => {
    const reader = await portal.signIn('laeser')
    expect((await reader.get('/samarbejdet')).text).not.toContain('/samarbejdet/ret')
    expect((await reader.post('/samarbejdet/ret', lunde)).status).toBe(403)
  })
})

describe('the rhythm of revision (R81)', () => {
  beforeEach(async () => {
    await loadAgreement(portal.db, instant(testNow))
  })

  test('is stated as the agreement has it, and the pages count by it', async () => {
    const client = await portal.signIn('sekretariat.bolig')
    const form = (await client.get('/aftalen/2008/revisionsrytme')).text
    expect(form).toContain('value="2010"')
    const version = /name="version" value="(\d+)"/.exec(form)?.[1] ?? ''
    const rhythm = { version, firstYear: '2040', everyYears: '4', section: '§ 9' }
    expect((await client.post('/aftalen/2008/revisionsrytme', rhythm)).status).toBe(303)
    const page = (await client.get('/aftalen')).text
    expect(page).toContain('Aftalen tages op til revision hvert fjerde år, første gang i 2040 (§ 9).')
    expect(page).not.toContain('er ikke åbnet')
    expect((await client.post('/aftalen/2008/revisionsrytme', rhythm)).status).toBe(409)
  })

  test('is refused where it cannot be, with what was typed', async () => {
    const client = await portal.signIn('sekretariat.bolig')
    const form = (await client.get('/aftalen/2008/revisionsrytme')).text
    const version = /name="version" value="(\d+)"/.exec(form)?.[1] ?? ''
    const { status, text } = await client.post('/aftalen/2008/revisionsrytme', {
      version,
      firstYear: '1999',
      everyYears: '2',
      section: '7',
    })
    expect(status).toBe(422)
    expect(text).toContain('Den første revision kan ikke ligge før aftalen, som er fra 2008.')
    expect(text).toContain('value="1999"')
    expect((await (await portal.signIn('laeser')).get('/aftalen/2008/revisionsrytme')).status).toBe(403)
  })
})
