import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PreparedReader } from '../../src/database/prepared-reader.ts'
import { smallPdf } from '../../src/demo/pdf.ts'
import { openCase } from '../../src/features/meetings/cases/index.ts'
import { findingsIn } from '../../src/findings.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import { formTo } from '../support/form-on-page.ts'
import { recordedFrom } from './given.ts'

let portal: TestApp
let cooperation: Cooperation
const clients = new Map<string, Client>()

beforeAll(async () => {
  portal = await testApp()
  cooperation = givenCooperation(portal.db)
  await recordedFrom(portal.db, '2026-02-01')
  for (const role of [
    'sekretariat.bolig',
    'sekretariat.kommune',
    'laeser',
    'medlem.fab',
    'strategi.bolig',
    'strategi.kommune',
  ])
    clients.set(role, await portal.signIn(role))
})
afterAll(() => portal.close())

const as = (role: string): Client => clients.get(role) as Client
const bolig = () => as('sekretariat.bolig')
const kommune = () => as('sekretariat.kommune')
const list = '/foer-portalen'
const joint = () => String(cooperation.body('faelles-gruppe'))
let files = 0
const pdf = (name: string) => {
  files += 1
  return { field: 'fil', name, content: smallPdf('Referat', [`Dokument ${files}`]) }
}
const typed = (given: Record<string, string> = {}): Record<string, string> => ({
  bodyId: joint(),
  kind: 'MINUTES',
  date: '14. marts 2011',
  number: '3/2011',
  title: 'Referat om beboerrådgivning',
  text: 'Parterne var **enige** om en fælles rådgivning på Ærøvej.',
  caseId: '',
  ...given,
})
/** Enters one, and gives its address. */
const entered = async (given: Record<string, string> = {}, by = bolig()): Promise<string> => {
  const { status, headers, text } = await by.post(`${list}/nyt`, typed(given))
  if (status !== 303) throw new Error(`${status}: ${/error-summary[\s\S]{0,600}/.exec(text)?.[0]}`)
  return headers.location ?? ''
}
const idIn = (path: string) => Number(path.split('/').at(-1))

describe('a document from before the portal (R17)', () => {
  test('the page says what comes here, and to those who may, what to do', async () => {
    const empty = (await bolig().get(list)).text
    expect(empty).toContain('Der er ingen dokumenter fra før portalen endnu')
    expect(empty).toContain(`href="${list}/nyt"`)
    expect(empty).toContain('1. februar 2026')
    const reader = (await as('laeser').get(list)).text
    expect(reader).toContain('Sekretariaterne registrerer dem')
    expect(reader).not.toContain(`${list}/nyt`)
    expect(reader).not.toContain('Trukket tilbage')
  })

  test('is entered with its file, marked everywhere, and found by its words', async () => {
    const form = (await bolig().get(`${list}/nyt`)).text
    expect(formTo(form, `${list}/nyt`).multipart).toBe(true)
    expect(form).toContain('href="/moeder/ny"')
    const sent = await bolig().upload(`${list}/nyt`, typed(), pdf('Referat 2011.pdf'))
    expect(sent.status).toBe(303)
    const path = sent.headers.location ?? ''
    const page = (await as('laeser').get(path)).text
    for (const told of [
      'Fra før portalen',
      '14. marts 2011',
      '3/2011',
      '<strong>enige</strong>',
      'Referat 2011.pdf',
      'Portalen har ikke kontrolleret',
    ])
      expect(page).toContain(told)
    expect(page).not.toContain('/ret"')
    const [file = ''] = new RegExp(`${path}/filer/\\d+`).exec(page) ?? []
    expect((await as('laeser').get(file)).headers['content-type']).toBe('application/pdf')
    expect((await as('laeser').get(`${path}/filer/9999`)).status).toBe(404)
    for (const words of ['beboerrådgivning', 'aeroevej', '3/2011']) {
      const found = (await as('laeser').get(`/soeg?q=${encodeURIComponent(words)}`)).text
      expect(found, words).toContain(`href="${path}"`)
      expect(found).toContain('Fra før portalen: Referat')
    }
    expect((await as('laeser').get('/soeg?q=beboerrådgivning&i=beslutninger')).text).not.toContain(path)
    const event = await portal.db.prisma.event.findFirstOrThrow({ where: { kind: 'earlierRecordEntered' } })
    expect(event.after).toContain('Referat 2011.pdf')
  })

  test('counts as no decision and no meeting', async () => {
    for (const table of ['Decision', 'Meeting', 'AgendaItem', 'MinutesVersion'])
      expect(portal.db.sql.asStored(`SELECT count(*) AS n FROM ${table}`)[0], table).toEqual({ n: 0 })
    expect((await as('laeser').get('/beslutninger')).text).toContain('Der er ingen beslutninger endnu')
    expect((await as('laeser').get('/beslutninger?holdning=ja')).text).not.toContain('Referat om')
  })

  test('what is wrong is told at its field, all at once, and what was typed is kept', async () => {
    const wrong = await bolig().post(`${list}/nyt`, typed({ bodyId: '', kind: '', date: '', title: '' }))
    expect(wrong.status).toBe(422)
    for (const name of ['bodyId', 'kind', 'date', 'title']) expect(wrong.text).toContain(`href="#felt-${name}"`)
    expect(wrong.text).toContain('fælles rådgivning på Ærøvej')
    const rules = await bolig().post(
      `${list}/nyt`,
      typed({ date: 'i foråret', text: '', closed: '1', positionUntil: '01.01.2030' }),
    )
    for (const told of [
      'marts 2011« eller »2011«',
      'Vedhæft dokumentet',
      'Lukkegrund',
      'Offentlig titel',
      'stadig gælder',
    ])
      expect(rules.text).toContain(told)
    const since = await bolig().post(`${list}/nyt`, typed({ date: '01.02.2026' }))
    expect(since.text).toContain('registreres som et møde')
    expect((await bolig().post(`${list}/nyt`, typed({ caseId: '99' }))).text).toContain('Vælg en sag på listen.')
    const byrad = portal.db.sql.asStored<{ id: number }>(`SELECT id FROM Body WHERE kind = 'DECIDING_BODY'`)[0]
    expect((await bolig().post(`${list}/nyt`, typed({ bodyId: String(byrad?.id) }))).status).toBe(404)
    const program = { field: 'fil', name: 'a.exe', content: Buffer.from('MZ') }
    expect((await bolig().upload(`${list}/nyt`, typed(), program)).text).toContain('programmer kan ikke modtages')
    expect(await portal.db.prisma.earlierRecord.count()).toBe(1)
  })

  test('a month and a year are shown as no more than is known', async () => {
    const month = await entered({ date: 'marts 2009', title: 'Møde i marts' })
    const year = await entered({ date: '2008', title: 'Noget fra året' })
    expect((await bolig().get(month)).text).toContain('<dd class="lines">Marts 2009</dd>')
    expect((await bolig().get(year)).text).toContain('<dd class="lines">2008</dd>')
    expect((await bolig().get(`${month}/ret`)).text).toContain('value="marts 2009"')
  })

  test('the same file is not entered twice for a body, and may be for another', async () => {
    const same = pdf('Samme.pdf')
    expect((await bolig().upload(`${list}/nyt`, typed({ title: 'Den første' }), same)).status).toBe(303)
    const again = await kommune().upload(`${list}/nyt`, typed({ title: 'Den anden' }), same)
    expect(again.text).toContain('er allerede registreret som »Den første«')
    const own = typed({ bodyId: String(cooperation.body('strategigruppe-kommune')) })
    expect((await kommune().upload(`${list}/nyt`, own, same)).status).toBe(303)
  })
})

describe('the list', () => {
  test('is filtered, sorted and taken home as a table', async () => {
    await entered({ kind: 'AGENDA', date: '5. maj 2015', title: 'Dagsorden om skralderum', text: 'x' })
    const titles = async (query: string) =>
      [...(await bolig().get(`${list}?${query}`)).text.matchAll(/data-label="Dokument"><a href="[^"]+">([^<]+)/g)].map(
        ([, title]) => title,
      )
    expect(await titles('art=AGENDA')).toEqual(['Dagsorden om skralderum'])
    expect(await titles('aar=2015')).toEqual(['Dagsorden om skralderum'])
    expect(await titles('q=skralde')).toEqual(['Dagsorden om skralderum'])
    expect(await titles('organ=strategigruppe-bolig')).toEqual([])
    const newest = await titles('')
    expect(newest[0]).toBe('Dagsorden om skralderum')
    expect(await titles('sorter=aeldste')).toEqual([...newest].reverse())
    expect((await titles('sorter=registreret'))[0]).toBe('Dagsorden om skralderum')
    expect(await titles('vis=gaelder')).toEqual([])
    expect((await bolig().get(`${list}?q=findesikke`)).text).toContain('Ingen dokumenter fundet')
    expect((await bolig().get(`${list}?art=X&aar=20&sorter=y&vis=z&efter=q`)).status).toBe(200)
    const csv = await bolig().get(`${list}.csv?art=AGENDA`)
    expect(csv.headers['content-type']).toContain('text/csv')
    expect(csv.text.split('\r\n')[1]).toMatch(
      /^5\. maj 2015;Fælles boligstrategisk gruppe;Dagsorden;3\/2011;Dagsorden om/,
    )
  })

  test('goes on page by page in either direction', async () => {
    const person = cooperation.person('sekretariat.bolig')
    const bodyId = cooperation.body('sekretariat-bolig')
    await recordsOf(bodyId, person, 60)
    for (const sorter of ['nyeste', 'aeldste', 'registreret']) {
      const first = (await bolig().get(`${list}?organ=sekretariat-bolig&sorter=${sorter}`)).text
      const next = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
      const second = (await bolig().get(next)).text
      const rows = [first, second].map(page => page.match(/data-label="Dokument"/g)?.length)
      expect(rows).toEqual([50, 10])
      expect(second).not.toContain('rel="next"')
    }
  })
})

/** Many at once, by the database. */
const recordsOf = (bodyId: number, personId: number, count: number) =>
  import('../../src/database/write.ts').then(({ write }) =>
    write(cooperation.actor('sekretariat.bolig'), async tx => {
      await tx.earlierRecord.createMany({
        data: Array.from({ length: count }, (_, at) => ({
          bodyId,
          kind: 'MINUTES' as const,
          day: `20${String(10 + (at % 5))}-03-14`,
          title: `Formøde ${at}`,
          enteredById: personId,
          enteredAt: '2026-03-12T08:00:00.000Z',
        })),
      })
      return { result: undefined, events: [] }
    }),
  )

describe('who reads it', () => {
  test('a side’s own group’s is that side’s own', async () => {
    const own = await entered({ bodyId: String(cooperation.body('strategigruppe-bolig')), title: 'Formøde om taktik' })
    expect((await as('strategi.bolig').get(own)).status).toBe(200)
    for (const role of ['sekretariat.kommune', 'strategi.kommune', 'laeser']) {
      expect((await as(role).get(own)).status, role).toBe(404)
      for (const page of [list, `${list}?q=taktik`, `${list}.csv`, '/soeg?q=taktik'])
        expect((await as(role).get(page)).text, `${role} ${page}`).not.toContain('Formøde om taktik')
    }
    expect((await kommune().get(`${own}/ret`)).status).toBe(404)
    const theirs = typed({ bodyId: String(cooperation.body('strategigruppe-bolig')) })
    expect((await kommune().post(`${list}/nyt`, theirs)).status).toBe(404)
  })

  test('a closed one is read by the body and its secretariats; the others see its stand-in and why', async () => {
    const closing = { closed: '1', closedReason: 'Tavshedspligt', publicTitle: 'Lukket referat fra 2012' }
    const sent = await kommune().upload(
      `${list}/nyt`,
      typed({ title: 'Købet af grunden', number: 'K-77', text: 'Prisen er hemmelig', date: '2012', ...closing }),
      pdf('Grundkøb.pdf'),
    )
    const path = sent.headers.location ?? ''
    const inside = (await as('medlem.fab').get(path)).text
    for (const told of ['Købet af grunden', 'Prisen er hemmelig', 'Grundkøb.pdf', 'Andre ser titlen'])
      expect(inside).toContain(told)
    const [file = ''] = new RegExp(`${path}/filer/\\d+`).exec(inside) ?? []
    const outside = (await as('laeser').get(path)).text
    expect(outside).toContain('Lukket referat fra 2012')
    expect(outside).toContain('Begrundelse: Tavshedspligt.')
    for (const page of [path, `${list}?aar=2012`, `${list}.csv`])
      for (const hidden of ['Købet', 'hemmelig', 'Grundkøb', 'K-77'])
        expect((await as('laeser').get(page)).text, page).not.toContain(hidden)
    expect((await as('laeser').get(file)).status).toBe(404)
    expect((await as('laeser').get('/soeg?q=hemmelig')).text).not.toContain(path)
    expect((await as('laeser').get('/soeg?q=lukket+referat')).text).toContain(path)
    expect((await as('laeser').get(`${path}/ret`)).status).toBe(403)
  })
})

describe('what is done with it afterwards', () => {
  test('it is corrected with a reason, and what stood before is in the event', async () => {
    const path = await entered({ title: 'Referat med fejl' })
    const { _csrf: _, ...form } = formTo((await kommune().get(`${path}/ret`)).text, `${path}/ret`).fields as Record<
      string,
      string
    >
    expect(form).toMatchObject({ title: 'Referat med fejl', date: '14. marts 2011', version: '1' })
    expect((await kommune().post(`${path}/ret`, { ...form, title: 'Rettet', reason: '' })).text).toContain(
      'hvorfor du retter',
    )
    const file = pdf('Tilføjet.pdf')
    const sent = await kommune().upload(`${path}/ret`, { ...form, title: 'Rettet', reason: 'Titlen var forkert' }, file)
    expect(sent.status).toBe(303)
    const page = (await as('laeser').get(path)).text
    for (const told of ['Rettet', 'Titlen var forkert', 'Tilføjet.pdf', 'Rettelser']) expect(page).toContain(told)
    const event = await portal.db.prisma.event.findFirstOrThrow({ where: { kind: 'earlierRecordCorrected' } })
    expect([event.before, event.after].map(text => JSON.parse(text ?? '').title)).toEqual([
      'Referat med fejl',
      'Rettet',
    ])
    const late = await bolig().post(`${path}/ret`, { ...form, title: 'En anden titel', reason: 'Samtidig' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('En anden titel')
    const found = (await bolig().get('/soeg?q=rettet')).text
    expect(found).toContain(path)
  })

  test('a file is taken off, and nobody can fetch it any more', async () => {
    const sent = await bolig().upload(`${list}/nyt`, typed({ title: 'Med forkert fil', text: '' }), pdf('Forkert.pdf'))
    const path = sent.headers.location ?? ''
    const { id } = await portal.db.prisma.earlierFile.findFirstOrThrow({ where: { recordId: idIn(path) } })
    const form = formTo((await bolig().get(`${path}/ret`)).text, `${path}/ret`).fields
    const off = { ...form, removeFiles: String(id), reason: 'Forkert fil' }
    expect((await bolig().post(`${path}/ret`, off)).text).toContain('Vedhæft dokumentet')
    expect((await bolig().post(`${path}/ret`, { ...off, text: 'Det blev besluttet at vente.' })).status).toBe(303)
    expect((await bolig().get(`${path}/filer/${id}`)).status).toBe(404)
    expect((await bolig().get(path)).text).not.toContain('Forkert.pdf')
    expect(await portal.db.prisma.earlierFile.findUnique({ where: { id } })).toMatchObject({
      removedAt: expect.any(String),
    })
  })

  test('one entered by mistake is withdrawn, stays for the secretariats alone, and changes no more', async () => {
    const path = await entered({ title: 'Registreret forkert', text: 'Vandværket' })
    expect((await bolig().get(`${path}/traek-tilbage`)).text).toContain('Det slettes ikke')
    expect((await bolig().post(`${path}/traek-tilbage`, { version: '1', reason: '' })).status).toBe(422)
    expect((await as('laeser').post(`${path}/traek-tilbage`, { version: '1', reason: 'x' })).status).toBe(403)
    expect((await bolig().post(`${path}/traek-tilbage`, { version: '1', reason: 'Forkert organ' })).status).toBe(303)
    expect((await as('laeser').get(path)).status).toBe(404)
    for (const page of [list, '/soeg?q=vandværket', `${list}?vis=trukket`])
      expect((await as('laeser').get(page)).text).not.toContain('Registreret forkert')
    expect((await kommune().get(`${list}?vis=trukket`)).text).toContain('Registreret forkert')
    const page = (await kommune().get(path)).text
    expect(page).toContain('Begrundelse: Forkert organ.')
    expect(page).not.toContain(`${path}/ret`)
    for (const tail of ['ret', 'traek-tilbage']) expect((await bolig().get(`${path}/${tail}`)).status).toBe(422)
    await expect(portal.db.prisma.earlierRecord.count({ where: { id: idIn(path) } })).resolves.toBe(1)
  })
})

describe('where it is met', () => {
  test('in its case’s course of events, as far as one may read it', async () => {
    const { id, number } = await openCase(cooperation.actor('sekretariat.bolig'), {
      bodyId: cooperation.body('faelles-gruppe'),
      title: 'Beboerrådgivning',
      summary: '',
      journalNumber: null,
    })
    const open = await entered({ caseId: String(id), date: 'maj 2010', title: 'Rådgivningens begyndelse' })
    const own = { caseId: String(id), bodyId: String(cooperation.body('strategigruppe-bolig')), title: 'Vores taktik' }
    await entered(own)
    const secret = {
      caseId: String(id),
      title: 'Det hemmelige',
      closed: '1',
      closedReason: 'x',
      publicTitle: 'Lukket om rådgivning',
    }
    await entered(secret)
    const page = (await as('laeser').get(`/sager/${number}`)).text
    expect(page).toContain(`href="${open}"`)
    for (const told of [
      'Maj 2010',
      'Referat: Rådgivningens begyndelse',
      'Fra før portalen, fælles boligstrategisk gruppe',
      'Referat: Lukket om rådgivning',
    ])
      expect(page).toContain(told)
    for (const hidden of ['Vores taktik', 'Det hemmelige']) expect(page).not.toContain(hidden)
    expect((await bolig().get(`/sager/${number}`)).text).toContain('Vores taktik')
    expect((await as('laeser').get(open)).text).toContain(`href="/sager/${number}"`)
  })

  test('a side’s own case takes only that side’s documents', async () => {
    const { id } = await openCase(cooperation.actor('sekretariat.bolig'), {
      bodyId: cooperation.body('strategigruppe-bolig'),
      title: 'Egen sag',
      summary: '',
      journalNumber: null,
    })
    const wrong = await bolig().post(`${list}/nyt`, typed({ caseId: String(id) }))
    expect(wrong.text).toContain('Sagen er den ene parts egen')
    expect((await kommune().post(`${list}/nyt`, typed({ caseId: String(id) }))).text).toContain(
      'Vælg en sag på listen.',
    )
    await entered({ caseId: String(id), bodyId: String(cooperation.body('strategigruppe-bolig')), title: 'I egen sag' })
  })

  test('a position that still holds is among the shared positions, marked, until its last day', async () => {
    const positions = '/beslutninger/faelles-holdninger'
    const given = { position: '1', title: 'Enige om nedrivning', text: 'Vi taler sammen først.' }
    const path = await entered({ ...given, positionUntil: '12.03.2026' })
    const page = (await as('laeser').get(positions)).text
    for (const told of [
      `href="${path}"`,
      'Fra før portalen',
      'Gælder til og med den 12. marts 2026.',
      'Vi taler sammen først.',
    ])
      expect(page).toContain(told)
    expect(page).not.toContain('Der er ingen fælles holdninger endnu')
    expect((await as('laeser').get(`${list}?vis=gaelder`)).text).toContain('Enige om nedrivning')
    portal.clock.set('2026-03-13T10:00:00.000Z')
    expect((await as('laeser').get(positions)).text).not.toContain('Enige om nedrivning')
    portal.clock.set('2026-03-12T10:00:00.000Z')
  })

  test('what the operator verifies holds', () => {
    // On a connection of its own, as the operator's: search tables remember what others change beneath them.
    const reader = new PreparedReader(new Sqlite(portal.db.file, { readonly: true }), () => {})
    const found = findingsIn({ ...portal.db, sql: reader }, portal.settings.documentsDir).flatMap(({ wrong }) => wrong)
    reader.close()
    expect(found).toEqual([])
  })
})
