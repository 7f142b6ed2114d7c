import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client, TestApp } from '../support/app.ts'
import { demoApp } from '../support/demo.ts'

// §5: the organisations are heard about a text: asked by the secretariats, answered each for itself, read by all.

let portal: TestApp
let housing: Client
let municipality: Client
let member: Client
let other: Client
beforeAll(async () => {
  portal = await demoApp()
  housing = await portal.signIn('sekretariat.bolig')
  municipality = await portal.signIn('sekretariat.kommune')
  member = await portal.signIn('medlem.hoejstrup')
  other = await portal.signIn('medlem.kristiansdal')
  await housing.post('/standarder/ny', { title: 'Rolige opgange', purpose: 'Alle skal sove.', appliesTo: 'ALL' })
  await housing.post(`${draft}/punkter/nyt`, { version: 1, text: 'Støj tages op inden tre dage.', evidence: 'Loggen.' })
})
afterAll(() => portal.close())

const text = '/standarder/rolige-opgange'
const draft = `${text}/udkast`
const hearing = `${text}/hoeringer/1`
const plain = (html: string) => html.replace(/\s+/g, ' ')
const until = '2099-01-31'
const newest = () =>
  portal.db.prisma.textDraft.findFirstOrThrow({
    where: { text: { slug: 'rolige-opgange' } },
    orderBy: { number: 'desc' },
  })
const open = (given: Record<string, unknown> = {}) =>
  housing.post(`${draft}/hoering`, { version: 2, audience: 'ALL', until, question: 'Er fristen rimelig?', ...given })

describe('a hearing', () => {
  test('tells all that is wrong at its place, and keeps what was typed', async () => {
    const answer = await open({ audience: 'ALLE', until: '' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Vælg, hvem der skal spørges.')
    expect(answer.text).toContain('Vælg høringsfristen: den sidste dag, der kan svares.')
    expect(answer.text).toContain('Er fristen rimelig?')
    expect((await open({ until: '2020-01-01' })).text).toContain('Fristen skal ligge efter i dag.')
    expect((await open({ audience: 'SOME' })).text).toContain('Vælg mindst én organisation.')
    expect((await open({ version: 1 })).text).toContain('Udkastet er ændret, siden du åbnede siden.')
    expect((await member.get(`${draft}/hoering`)).status).toBe(403)
  })

  test('opens the draft to all who may answer, and stands on the overview of who owes an answer', async () => {
    expect((await member.get(draft)).status).toBe(404)
    const opened = await open()
    expect(opened.headers.location).toBe(hearing)
    expect(plain((await member.get('/standarder')).text)).toContain('Rolige opgange')
    expect((await member.get(draft)).text).toContain('I høring')
    const page = plain((await member.get(hearing)).text)
    expect(page).toContain('Afgiv høringssvar fra Boligforeningen Højstrup')
    expect(page).not.toContain('Forlæng høringen')
    expect(plain((await member.get('/')).text)).toContain(
      'Afgiv høringssvar fra Boligforeningen Højstrup om »Rolige opgange«',
    )
    expect((await housing.post(`${draft}/dagsorden`, { meetingId: 1, fromDay: '' })).text).toContain('»I høring«')
  })

  test('is answered with remarks to a section, with none, and by nobody for another', async () => {
    const form = `${hearing}/svar/hoejstrup`
    const bare = await member.post(form, { version: 0, stance: 'WITH_REMARKS', whole: '' })
    expect(bare.text).toContain('Skriv bemærkningerne, eller vælg »Ingen bemærkninger«.')
    const said = { version: 0, stance: 'WITH_REMARKS', 'sections[p1]': 'Tre dage er for lidt i ferien.', whole: '' }
    expect((await member.post(form, said)).headers.location).toBe(hearing)
    expect((await other.post(`${hearing}/svar/kristiansdal`, { version: 0, stance: 'SUPPORTS' })).status).toBe(303)
    expect((await other.post(form, said)).status).toBe(403)
    const page = plain((await housing.get(hearing)).text)
    expect(page).toContain('Med bemærkninger (1)')
    expect(page).toContain('Uden bemærkninger (1)')
    expect(page).toContain('Tre dage er for lidt i ferien.')
    expect(plain((await member.get('/')).text)).not.toContain('Boligforeningen Højstrup om »Rolige opgange«')
  })

  test('takes a changed answer, and of two who answer for the same organisation shows both', async () => {
    const form = `${hearing}/svar/hoejstrup`
    const page = (await member.get(form)).text
    expect(page).toContain('Tre dage er for lidt i ferien.')
    const late = { version: 0, stance: 'WITH_REMARKS', 'sections[p1]': 'Syv dage.', whole: '' }
    const conflict = await member.post(form, late)
    expect(conflict.status).toBe(409)
    expect(conflict.text).toContain('Syv dage.')
    expect(conflict.text).toContain('Tre dage er for lidt i ferien.')
  })

  test('goes on about its own draft when the text is edited, and says so with what was changed', async () => {
    await municipality.post(`${draft}/punkter/p1`, {
      version: 2,
      text: 'Støj tages op inden fem dage.',
      evidence: 'Loggen.',
    })
    const page = plain((await housing.get(hearing)).text)
    expect(page).toContain('Høringen handler om udkast 2.')
    const link = /href="([^"]*sammenlign\?fra=2&#38;til=3|[^"]*sammenlign\?fra=2&amp;til=3)"/.exec(page)?.[1] ?? ''
    const compared = plain((await housing.get(link.replace(/&(?:#38|amp);/, '&'))).text)
    expect(compared).toContain('<del><span class="sr-only">fjernet: </span>tre</del>')
    expect(compared).toContain('<ins><span class="sr-only">tilføjet: </span>fem</ins>')
    // Who does not write the text sees the draft that is heard about, and not the one after it.
    expect((await member.get(`${text}/sammenlign?fra=2&til=3`)).status).toBe(404)
    expect((await member.get(draft)).text).not.toContain('fem dage')
  })

  test('is extended, and closed before its day with a reason; then nobody answers', async () => {
    const extended = await municipality.post(`${hearing}/frist`, { until: '2099-01-15' })
    expect(extended.text).toContain('Høringsfristen er den 31. januar 2099. Vælg en senere dag.')
    await municipality.post(`${hearing}/frist`, { until: '2099-02-15' })
    expect(plain((await member.get(hearing)).text)).toContain('15. februar 2099')
    const bare = await housing.post(`${hearing}/luk`, { reason: '' })
    expect(bare.text).toContain('Skriv, hvorfor høringen lukkes')
    const early = await housing.post(`${hearing}/notat`, { version: 0, 'sections[p1]': 'Vi retter det.' })
    expect(early.text).toContain('Høringen er ikke slut.')
    await housing.post(`${hearing}/luk`, { reason: 'Teksten skal skrives om.' })
    const late = await other.post(`${hearing}/svar/kristiansdal`, { version: 0, stance: 'SUPPORTS' })
    expect(late.status).toBe(422)
    expect(late.text).toContain('Høringen er lukket. Der kan ikke svares mere.')
  })

  test('ends in a note that answers the remarks, and in a table to take away', async () => {
    expect(plain((await housing.get('/')).text)).toContain('Skriv høringsnotat om »Rolige opgange«')
    await housing.post(`${hearing}/notat`, { version: 0, 'sections[p1]': 'Fristen er ændret til fem dage.', whole: '' })
    const page = plain((await other.get(hearing)).text)
    expect(page).toContain('Sekretariaternes svar')
    expect(page).toContain('Fristen er ændret til fem dage.')
    expect(page).toMatch(/Svarede ikke \(\d+\)/)
    const { text: csv, headers } = await other.get(`${hearing}/svar.csv`)
    expect(headers['content-type']).toContain('text/csv')
    expect(csv).toContain('Boligforeningen Højstrup;Ja;Bemærkninger;Punkt 1;Tre dage er for lidt i ferien.;')
    expect(csv).toContain(';Fristen er ændret til fem dage.')
  })

  test('is told at the item on the agenda, with the text and what was changed since', async () => {
    const { hash } = await newest()
    for (const by of [housing, municipality]) await by.post(`${draft}/godkend`, { hash })
    const form = await housing.get(`${draft}/dagsorden`)
    expect(form.text).toContain('Udkast 2 var i høring. Teksten er ændret siden.')
    const meetingId = /<option value="(\d+)"/.exec(form.text.slice(form.text.indexOf('name="meetingId"')))?.[1] ?? ''
    await housing.post(`${draft}/dagsorden`, { meetingId, fromDay: '' })
    const agenda = plain((await housing.get(`/moeder/${meetingId}/dagsorden`)).text)
    expect(agenda).toContain('Rolige opgange, version 1')
    expect(agenda).toMatch(/1 med bemærkninger, 1 uden, \d+ svarede ikke/)
    expect(agenda).toContain('Sammenlign med udkast 2, som var i høring')
  })
})
