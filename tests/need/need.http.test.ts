import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyNeed } from '../../src/features/strategy/need/verify-need.ts'
import type { Client, TestApp } from '../support/app.ts'
import { demoApp } from '../support/demo.ts'

// R42: the need for social housing: everybody's estimates side by side, homes that come and go, and homes that stand empty.

let portal: TestApp
let housing: Client
let municipality: Client
let reader: Client
beforeAll(async () => {
  portal = await demoApp()
  housing = await portal.signIn('sekretariat.bolig')
  municipality = await portal.signIn('sekretariat.kommune')
  reader = await portal.signIn('medlem.fab')
})
afterAll(() => portal.close())

const year = () => Number(portal.clock.now().slice(0, 4))
const id = (table: string, name: string) =>
  String(portal.db.sql.asStored<{ id: number }>(`SELECT id FROM ${table} WHERE name = ?`, name)[0]?.id)
const versionOf = (text: string) => /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''
const first = '/boligbehov/vurderinger/'
const municipal = () => {
  const [row] = portal.db.sql.asStored<{ number: string }>(
    `SELECT x.number FROM NeedEstimate x JOIN NeedVersion v ON v.estimateId = x.id WHERE v.number = 2 ORDER BY x.id`,
  )
  return `${first}${row?.number}`
}

describe('need and balance', () => {
  test('stand year by year, with rival estimates side by side and what is lacking in words', async () => {
    const { text } = await reader.get('/boligbehov')
    expect(text).toContain('Behov: Boligprognose for de almene boliger')
    expect(text).toContain('Behov: Organisationernes vurdering efter ventelisterne')
    expect(text).toContain('Der mangler')
    expect(text).toContain('I år')
    expect(text).toContain(`Bydelene ved udgangen af ${year() + 5}`)
    expect(text).not.toContain('Ny behovsvurdering')
    const csv = await reader.get('/boligbehov.csv?bydel=vollsmose')
    expect(csv.text).toContain('Vollsmose;Alle boligtyper;')
  })

  test('what is planned and demolished flows into a district’s years, and its page tells of it', async () => {
    const { text } = await reader.get('/boligbehov?bydel=vollsmose')
    expect(text).toContain('Boligbehov: Vollsmose')
    expect(text).toMatch(/data-label="Går fra" class="number">220</)
    expect((await reader.get('/bydele/vollsmose')).text).toContain('Boligbehov i')
  })

  test('of one type only what tells of that type is shown', async () => {
    const { text } = await reader.get('/boligbehov?type=youth')
    expect(text).toContain('Behov: Behovet for boliger til studerende')
    expect(text).not.toContain('Behov: Boligprognose for de almene boliger')
    expect((await reader.get('/behov')).headers.location).toBe('/boligbehov')
  })
})

describe('an estimate', () => {
  const draft = (given: Record<string, string> = {}) => ({
    ...{ organisationId: id('Organisation', 'Odense Kommune'), title: 'Ny fremskrivning', status: 'WORKING' },
    ...{ calculatedOn: portal.clock.now().slice(0, 10), method: 'Fremskrevet år for år.', origin: 'Notat', ...given },
  })

  test('is refused row by row, with what was typed kept, and all faults at once', async () => {
    const source = `Bydel;Boligtype;Størrelse;År;Lavt;Mellem;Højt\nIngensted;;;${year() + 2};;10;\n;;;${year() + 2};20;10;5`
    const wrong = await housing.post(`${first}ny`, draft({ source, title: '', calculatedOn: '01.01.2099' }))
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Skriv, hvad vurderingen hedder.')
    const rows = await housing.post(`${first}ny`, draft({ source, calculatedOn: '01.01.2099' }))
    expect(rows.text).toContain('Række 2, Bydel: Ingen bydel hedder »Ingensted«.')
    expect(rows.text).toContain('Række 3, Lavt: Det lave tal må ikke være større end det mellemste.')
    expect(rows.text).toContain('Den kan ikke ligge efter i dag.')
    expect(rows.text).toContain('Ingensted;;;')
    expect((await reader.get(`${first}ny`)).status).toBe(403)
  })

  test('is superseded by a new version, and the one before stays as it was', async () => {
    const source = `Bydel;År;Mellem\nHele byen;${year() + 2};21.000`
    const made = await housing.post(`${first}ny`, draft({ source }))
    expect(made.status, made.text).toBe(303)
    const path = made.headers.location ?? ''
    expect((await reader.get(path)).text).toContain('21.000')
    const form = (await municipality.get(`${path}/ny-version`)).text
    expect(form).toContain(`Hele byen;Alle boligtyper;Alle størrelser;${year() + 2};21000;21000;21000`)
    const { organisationId: _, ...next } = draft({
      source: source.replace('21.000', '22.000'),
      version: versionOf(form),
    })
    const changed = { ...next, changed: 'Tallet er sat op.' }
    expect((await municipality.post(`${path}/ny-version`, changed)).status).toBe(303)
    // The second secretary, from the same form, is told and loses nothing.
    const late = await housing.post(`${path}/ny-version`, { ...changed, title: 'Min egen titel' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Min egen titel')
    const now = (await reader.get(path)).text
    expect(now).toContain('22.000')
    expect(now).toContain('Tallet er sat op.')
    const before = (await reader.get(`${path}/versioner/1`)).text
    expect(before).toContain('Afløst af version 2')
    expect(before).not.toContain('22.000')
    expect((await reader.get(`${path}/versioner/3`)).status).toBe(404)
    const gone = (await housing.get(`${path}/traek-tilbage`)).text
    const reason = 'Tallet var forkert.'
    expect((await housing.post(`${path}/traek-tilbage`, { version: versionOf(gone), reason })).status).toBe(303)
    expect((await reader.get('/boligbehov')).text).not.toContain('Ny fremskrivning')
    expect((await reader.get(first.slice(0, -1))).text).not.toContain('Ny fremskrivning')
    expect((await reader.get(`${first.slice(0, -1)}?vis=alle&q=fremskrivning`)).text).toContain('Trukket tilbage')
    expect((await housing.get(`${path}/ny-version`)).text).toContain('Behovsvurderingen er trukket tilbage')
  })

  test('is cited by a decision, that very version, and laid before the group', async () => {
    const path = municipal()
    const text = (await reader.get(`${path}/versioner/1`)).text
    const href = /href="(\/beslutninger\/\d+\/\d+)">Beslutning/.exec(text)?.[1] ?? ''
    expect((await reader.get(href)).text).toContain('Boligprognose for de almene boliger, version 1 (Odense Kommune)')
    const form = (await housing.get(`${path}/versioner/2/dagsorden`)).text
    const meetingId = /<option value="(\d+)" selected/.exec(form)?.[1] ?? ''
    const put = await housing.post(`${path}/versioner/2/dagsorden`, { meetingId, kind: 'DECISION' })
    expect(put.status, put.text).toBe(303)
    expect((await housing.get(path)).text).toContain('Behovet for almene boliger: Boligprognose')
    expect((await reader.get(path)).text).not.toContain('Behovet for almene boliger: Boligprognose')
    const again = await housing.post(`${path}/versioner/2/dagsorden`, { meetingId, kind: 'DECISION' })
    expect(again.text).toContain('Versionen står på dagsordenen som punkt')
    expect((await housing.get(`${path}/versioner/1/dagsorden`)).text).toContain('afløst af version 2')
  })

  test('is searched, filtered, found, and sealed', async () => {
    const titles = async (query: string) =>
      [
        ...(await reader.get(`${first.slice(0, -1)}?${query}`)).text.matchAll(
          /data-label="Vurdering"><a [^>]*>([^<]*)</g,
        ),
      ].map(([, title]) => title)
    expect(await titles('')).toHaveLength(3)
    expect(await titles('status=FINAL&q=studerende')).toEqual(['Behovet for boliger til studerende'])
    expect(await titles('sorter=titel')).toEqual(
      [...(await titles(''))].sort((a, b) => String(a).localeCompare(String(b), 'da')),
    )
    expect((await reader.get('/soeg?q=ventelisterne')).text).toContain(
      'Organisationernes vurdering efter ventelisterne',
    )
    expect(verifyNeed(portal.db).wrong).toEqual([])
    expect(() => portal.db.sql.asStored(`UPDATE NeedVersion SET content = '{}' RETURNING id`)).toThrow()
  })
})

describe('homes that come and go', () => {
  const draft = (given: Record<string, string> = {}) => ({
    ...{
      name: 'Nyt byggeri',
      kind: 'BUILT',
      districtId: id('District', 'Dalum'),
      estateId: '',
      year: String(year() + 1),
    },
    ...{ state: 'PLANNED', family: '30', youth: '', elderly: '', other: '', origin: 'Lokalplan', ...given },
  })

  test('are listed with what is late, and by those who keep them corrected', async () => {
    const { text } = await reader.get('/boligbehov/aendringer')
    expect(text).toContain('Nybyggeri ved havnen, etape 1')
    expect(text).not.toContain('Salg af rækkehuse')
    expect((await reader.get('/boligbehov/aendringer?status=forsinket')).text).toContain('Seniorbofællesskab')
    expect((await reader.get('/boligbehov/aendringer?vis=alle&q=rækkehuse')).text).toContain('Opgivet')
    expect((await reader.get('/boligbehov/aendringer.csv')).text).toContain('Nedrivning;Vollsmose;Bøgeparken')
    const wrong = await housing.post('/boligbehov/aendringer/ny', draft({ family: '0', estateId: '999999' }))
    for (const told of ['Skriv mindst én bolig.', 'Vælg afdelingen fra listen.']) expect(wrong.text).toContain(told)
    expect((await housing.post('/boligbehov/aendringer/ny', draft())).status).toBe(303)
    const path = `/boligbehov/aendringer/${id('StockChange', 'Nyt byggeri')}`
    const version = versionOf((await housing.get(path)).text)
    expect((await housing.post(path, draft({ version, family: '36' }))).status).toBe(303)
    expect((await municipality.post(path, draft({ version, family: '40' }))).status).toBe(409)
    expect((await reader.get('/boligbehov/aendringer?q=nyt+byggeri')).text).toContain('+36')
    expect((await housing.get('/')).text).toContain('ændring i boligerne, hvis år er gået')
  })
})

describe('homes that stand empty', () => {
  test('are counted year by year, with rent lost and causes, and summed by cause', async () => {
    const { text } = await reader.get('/boligbehov/ledige')
    expect(text).toContain(`Ledige boliger i ${year() - 1}`)
    expect(text).toContain('Huslejetabet er')
    expect(text).toContain('Svigtende efterspørgsel')
    expect((await reader.get('/boligbehov/ledige?aar=alle&q=birkeparken')).text.match(/31 Birkeparken/g)).toHaveLength(
      2,
    )
    expect((await reader.get('/boligbehov/ledige?q=findesikke')).text).toContain('Ingen ledige boliger fundet')
    expect((await reader.get('/boligomraader/kort?vis=ledige-boliger')).status).toBe(200)
    expect((await reader.get('/afdelinger/birkeparken')).text).toContain(`Ledige boliger i ${year() - 1}`)
  })

  test('come from a file: judged, confirmed, refused rows back, and the same again changes nothing', async () => {
    const own = (await housing.get('/boligbehov/ledige.csv')).text
    const judged = await housing.post('/boligbehov/ledige/indlaes', { handling: 'laes', source: own })
    expect(judged.text).toContain('Uændrede rækker')
    expect(judged.text).not.toContain('Afviste rækker')
    const owner = 'Boligforeningen Højstrup'
    const source = [
      'År;Ejer;Afdelingsnr.;Boligtype;Ledige boliger;Huslejetab;Årsag til ledighed;Kilde',
      `${year()};${owner};31;Familieboliger;4;120.000;Høj husleje;Indberetning`,
      `${year()};${owner};31;Familieboliger;5;;Høj husleje;Indberetning`,
      `${year()};${owner};33;Familieboliger;9000;;Høj husleje;Indberetning`,
      `${year()};${owner};35;Familieboliger;2;;;Indberetning`,
      `${year()};Ingen;31;Familieboliger;2;;;Indberetning`,
    ].join('\n')
    const shown = await housing.post('/boligbehov/ledige/indlaes', { handling: 'laes', source })
    for (const told of [
      'Række 2 er om samme',
      'Egeparken har 488',
      'Vælg, hvorfor boligerne er ledige.',
      'hedder »Ingen«',
    ])
      expect(shown.text).toContain(told)
    const vist = /name="vist" value="([^"]*)"/.exec(shown.text)?.[1] ?? ''
    expect((await housing.post('/boligbehov/ledige/indlaes', { handling: 'gem', source, vist })).status).toBe(303)
    expect((await reader.get(`/boligbehov/ledige?aar=${year()}`)).text).toContain('120.000 kr.')
    expect((await housing.post('/boligbehov/ledige/indlaes', { handling: 'afviste', source })).text).toContain('Årsag')
  })

  test('are typed one by one, and put right under two secretaries at once', async () => {
    const typed = {
      ...{ estateId: id('Estate', 'Fyrreparken'), year: String(year()), type: 'family', vacant: '3', rentLoss: '' },
      ...{ cause: '', measures: '', origin: 'Brev' },
    }
    const wrong = await housing.post('/boligbehov/ledige/ny', typed)
    expect(wrong.text).toContain('Vælg, hvorfor boligerne er ledige.')
    expect((await housing.post('/boligbehov/ledige/ny', { ...typed, cause: 'RENT' })).status).toBe(303)
    expect((await housing.post('/boligbehov/ledige/ny', { ...typed, cause: 'DEMAND' })).text).toContain(
      'allerede registreret',
    )
    const [row] = portal.db.sql.asStored<{ id: number }>('SELECT max(id) AS id FROM VacantHomes')
    const path = `/boligbehov/ledige/${row?.id}`
    const version = versionOf((await housing.get(path)).text)
    const { vacant, rentLoss, measures, origin } = typed
    const right = { vacant, rentLoss, measures, origin, cause: 'DEMAND', version }
    expect((await housing.post(path, right)).status).toBe(303)
    expect((await municipality.post(path, { ...right, vacant: '1' })).status).toBe(409)
    expect((await reader.get(path)).status).toBe(403)
  })
})
