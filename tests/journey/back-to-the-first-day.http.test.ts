import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cooperationOf } from '../../src/access/cooperation.ts'
import { smallPdf } from '../../src/demo/pdf.ts'
import { findingsIn } from '../../src/findings.ts'
import { day } from '../../src/kernel/days.ts'
import { lunde } from '../setup/given.ts'
import { type BegunPortal, begunPortal, choiceOn, Visitor } from './begun-portal.ts'

/**
 * A cooperation of 2012 that gets a portal in 2026: who sat where, who administered whom, what an organisation was called
 * and who answered for it is entered back to the first day, by its pages, and answered for any day since.
 */

let begun: BegunPortal
let ida: Visitor
beforeAll(async () => {
  begun = await begunPortal({ ...lunde, date: { day: day('2012-03-12'), precision: 'DAY' } })
  ida = await Visitor.arriving(begun.portal, 'ida@lundebo.example', begun.codeOf('ida@lundebo.example'))
}, 60_000)
afterAll(async () => {
  expect(findingsIn(begun.portal.db, begun.portal.settings.documentsDir).flatMap(({ wrong }) => wrong)).toEqual([])
  await begun.close()
})

const source = { sourceBody: 'Bestyrelsen', sourceDay: '01.03.2012', sourceDocument: 'Protokollen, punkt 4' }
const until = { from: '12.03.2012', to: '31.12.2018' }
const appoint = async (body: string, person: string, role: string, days: { from: string; to: string }) => {
  const path = `/organer/${body}/pladser/ny`
  const page = await ida.opens(path)
  const appointedById = choiceOn(page, 'Boligorganisationernes strategigruppe')
  const personId = choiceOn(page, person)
  await ida.sends(path, { personId, role, ...days, appointedById, appointedNote: 'Mødet den 1. marts 2012' })
}
const authorise = async (organisation: string, kind: string, days: { from: string; to: string }) => {
  const path = `/parter/${organisation}/bemyndigelser/ny`
  const personId = choiceOn(await ida.opens(path), 'Gerda Søe')
  await ida.sends(path, { kind, personId, ...days, ...source })
}
const idOf = (sql: string) => begun.portal.db.sql.asStored<{ id: number }>(sql)[0]?.id ?? 0

describe('what was so before the portal', () => {
  test('an organisation that has merged since, with its people, seats and authorisations', async () => {
    const facts = { kind: 'HOUSING_ORGANISATION', name: 'Søbo', shortName: 'Søbo', from: '12.03.2012' }
    expect(await ida.sends('/parter/ny', facts)).toBe('/parter/soebo')
    await ida.sends('/parter/soebo/personer/ny', { name: 'Gerda Søe', title: 'direktør' })
    await appoint('strategigruppe-bolig', 'Gerda Søe', 'CHAIR', until)
    await appoint('faelles-gruppe', 'Gerda Søe', 'CHAIR', until)
    await authorise('soebo', 'SIGNATORY', until)
    await authorise('soebo', 'MANDATE_KEEPER', until)
  })

  test('who administered an association, one after the other, and who signed for it then', async () => {
    const now = idOf(
      `SELECT a.id FROM Administration a JOIN Organisation o ON o.id = a.associationId WHERE o.slug = 'foreningen-havnen'`,
    )
    const reason = 'Søbo administrerede foreningen før'
    await ida.sends(`/parter/advokaterne-ved-broen/administration/${now}/ret`, { from: '01.01.2019', reason })
    const path = '/parter/soebo/administration'
    const associationId = choiceOn(await ida.opens(path), 'Foreningen Havnen')
    await ida.sends(path, { associationId, ...until })
    await authorise('foreningen-havnen', 'SIGNATORY', until)
    const late = await ida.client.post('/parter/foreningen-havnen/bemyndigelser/ny', {
      ...{ kind: 'MANDATE_KEEPER', personId: String(idOf(`SELECT id FROM Person WHERE name = 'Gerda Søe'`)) },
      ...{ from: '01.01.2019', to: '31.12.2020', ...source },
    })
    expect(late.text).toContain('Vælg en person fra organisationen selv eller fra den, der administrerer den.')
  })

  test('a name of before, which stands for its days alone', async () => {
    const path = '/parter/vestbo/tidligere-navn'
    expect(await ida.opens('/parter/vestbo')).toContain(`href="${path}"`)
    await ida.sends(path, { name: 'Vest Boligselskab', from: '12.03.2012', to: '30.06.2015' })
    await ida.sends(path, { name: 'Vest & Søn', from: '01.07.2015', to: '31.12.2016' })
    const wrong = await ida.client.post(path, { version: '3', name: 'Vestbo', from: '11.03.2012', to: '30.11.2026' })
    for (const told of ['Skriv et andet navn', 'med i samarbejdet fra den 12. marts 2012', 'skal være ophørt'])
      expect(wrong.text).toContain(told)
    const same = { version: '3', name: 'Andet', from: '01.06.2015', to: '01.08.2015' }
    expect((await ida.client.post(path, same)).text).toContain('hed Vest Boligselskab i en del af den periode')
    expect((await ida.client.post(path, { ...same, version: '1', from: '01.01.2017', to: '01.02.2017' })).status).toBe(
      409,
    )
    const headingOn = async (on: string) => /<h1>([^<]+)/.exec(await ida.opens(`/parter/vestbo?dag=${on}`))?.[1]
    expect(await headingOn('2012-03-12')).toBe('Vest Boligselskab')
    expect(await headingOn('2015-07-01')).toBe('Vest &#38; Søn'.replace('&#38;', '&amp;'))
    expect(await headingOn('2017-01-01')).toBe('Vestbo')
    expect((await ida.client.get(path)).status).toBe(200)
  })

  test('it has withdrawn, and what is remembered afterwards is entered all the same', async () => {
    const to = '31.12.2018'
    const personId = idOf(`SELECT id FROM Person WHERE name = 'Gerda Søe'`)
    await ida.sends(`/parter/soebo/personer/${personId}/fratraeden`, { endedOn: to })
    const successorId = choiceOn(await ida.opens('/parter/soebo/udtraeden'), 'Vestbo')
    await ida.sends('/parter/soebo/udtraeden', { to, successorId })
    await appoint('sekretariat-bolig', 'Gerda Søe (Søbo, fratrådt den 31. december 2018)', 'MEMBER', {
      from: '12.03.2012',
      to: '31.12.2013',
    })
    const path = '/parter/soebo/administration'
    const associationId = choiceOn(await ida.opens(path), 'Ældrebo')
    const row = idOf(
      `SELECT a.id FROM Administration a JOIN Organisation o ON o.id = a.associationId WHERE o.slug = 'aeldrebo'`,
    )
    await ida.sends(`/parter/advokaterne-ved-broen/administration/${row}/ret`, {
      from: '01.01.2014',
      reason: 'Som før',
    })
    const late = await ida.client.post(path, { associationId, from: '12.03.2012', to: '01.01.2019' })
    expect(late.text).toContain('Søbo udtrådte den 31. december 2018.')
    await ida.sends(path, { associationId, from: '12.03.2012', to: '31.12.2013' })
  })
})

describe('what was so on a day', () => {
  test('who sat where', async () => {
    for (const body of ['strategigruppe-bolig', 'faelles-gruppe']) {
      const seated = async (on: string) =>
        /<caption[^>]*>Pladser[\s\S]*?<\/table>/.exec(await ida.opens(`/organer/${body}?dag=${on}`))?.[0] ?? ''
      for (const on of ['2012-03-12', '2018-12-31']) expect(await seated(on), on).toContain('Gerda Søe')
      for (const on of ['2019-01-01', '2026-11-30']) expect(await seated(on), on).not.toContain('Gerda Søe')
    }
    expect(await ida.opens('/organer/faelles-gruppe')).toContain('Tidligere pladser')
  })

  test('who took part, by the name of the day, and who administered whom', async () => {
    const then = await ida.opens('/parter?dag=2014-01-01')
    for (const told of ['Søbo', 'Vest Boligselskab']) expect(then).toContain(told)
    const now = await ida.opens('/parter')
    expect(now).not.toContain('Vest Boligselskab')
    expect(await ida.opens('/parter/foreningen-havnen')).toMatch(/Søbo[\s\S]{0,400}12\.03\.2012–31\.12\.2018/)
    expect(await ida.opens('/parter/soebo')).toContain('12.03.2012–31.12.2018')
    expect((await ida.client.get('/organisation?dag=2014-01-01')).text).toContain('Søbo')
  })

  test('what was mandated, entered by today’s keeper with the protocol of then, and what was drawn on it', async () => {
    const named = '/parter/lunde-boligforening/bemyndigelser/ny'
    const personId = choiceOn(await ida.opens(named), 'Ida Holm')
    await ida.sends(named, { kind: 'MANDATE_KEEPER', personId, from: '12.03.2012', to: '', ...source })
    const form = await ida.opens('/mandater/nyt')
    const mandate = {
      organisationId: choiceOn(form, 'Lunde Boligforening'),
      bodyId: choiceOn(form, 'Organisationsbestyrelsen i Lunde Boligforening'),
      ...{ title: 'Ramme for 2013 til 2030', economic: '1', total: '500.000', from: '01.01.2013', to: '31.12.2030' },
      ...{ sourceDay: '10.12.2012', sourceItem: '6' },
    }
    const file = { field: 'fil', name: 'protokol.pdf', content: smallPdf('Protokol', ['Punkt 6']) }
    const path = (await ida.client.upload('/mandater/nyt', mandate, file)).headers.location ?? ''
    expect(path).toMatch(/^\/mandater\/\d+$/)
    await ida.sends(`${path}/foer-portalen`, { amount: '120.000', day: '02.05.2016', text: 'Rådgivning' })
    expect(await ida.opens('/mandater?dag=2014-06-01')).toContain('Ramme for 2013 til 2030')
    expect(await ida.opens('/mandater?dag=2012-12-31')).not.toContain('Ramme for 2013 til 2030')
    expect(await ida.opens('/mandater/matrix?dag=2016-05-01')).toContain('rest 500.000 kr.')
    expect(await ida.opens('/mandater/matrix?dag=2016-05-02')).toContain('rest 380.000 kr.')
    expect(await ida.opens(path)).toContain('Fra før portalen')
  })
})

const agreement = (date: string) =>
  [
    '# Aftale om boligsocialt samarbejde i Lunde',
    'mellem',
    'Lunde Kommune og de almene boligorganisationer',
    date,
    '## 1. Parterne',
    'Parterne samarbejder.',
    '## 2. Revision',
    'Aftalen tages op til revision hvert fjerde år, første gang i 2030.',
    '## For boligorganisationerne',
    '### Lunde Boligforening',
    'Ida Holm, direktør',
    '## For Lunde Kommune',
    '### Teknik og By',
    'Per Lund, direktør',
  ].join('\n\n')

describe.each([
  ['the first agreement, and then the present one', '2012-03-12', '12. marts 2026'],
  ['the present agreement, and then the first one', '2026-03-12', '12. marts 2012'],
])('a town that begins with %s', (_what, first, other) => {
  let town: BegunPortal
  let secretary: Visitor
  beforeAll(async () => {
    town = await begunPortal({ ...lunde, date: { day: day(first), precision: 'DAY' } })
    secretary = await Visitor.arriving(town.portal, 'ida@lundebo.example', town.codeOf('ida@lundebo.example'))
  }, 60_000)
  afterAll(() => town.close())

  test('has both, the present one in force, and is as old as the first', async () => {
    const before = cooperationOf(town.portal.db)
    const taken = await secretary.client.post('/aftalen/indlaes', {
      handling: 'gem',
      source: agreement(other),
      navn: 'aftale.md',
    })
    expect(taken.headers.location).toBe(`/aftalen/${other.slice(-4)}`)
    const page = await secretary.opens('/aftalen')
    expect(page).toMatch(/Aftalen fra 2026[\s\S]*Aftalen fra 2012/)
    expect(page).toMatch(/Indgået<\/dt><dd[^>]*>12\. marts 2026/)
    expect(page).not.toContain('Forsinket:')
    expect(cooperationOf(town.portal.db)).toMatchObject({ firstDay: '2012-03-12', since: '12. marts 2012' })
    const told = await town.portal.db.prisma.event.count({ where: { kind: 'cooperationBeganEarlier' } })
    expect(told).toBe(before.firstDay === '2012-03-12' ? 0 : 1)
    expect(cooperationOf(town.portal.db).recordedFrom).toBe('2026-11-30')
  })
})
