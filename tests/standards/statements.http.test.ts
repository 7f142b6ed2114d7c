import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client, TestApp } from '../support/app.ts'
import { demoApp } from '../support/demo.ts'

// §5, R53: what people see of the yearly statements: half-finished ones are the organisation's own, given ones are everybody's.

let portal: TestApp
let housing: Client
let member: Client
let other: Client
let year: number
beforeAll(async () => {
  portal = await demoApp()
  housing = await portal.signIn('sekretariat.bolig')
  member = await portal.signIn('medlem.hoejstrup')
  other = await portal.signIn('medlem.kristiansdal')
  year = (await portal.db.prisma.statementRound.findFirstOrThrow({ orderBy: { year: 'desc' } })).year
})
afterAll(() => portal.close())

const welcome = '/standarder/god-modtagelse-af-nye-beboere'
const matrix = (of = year) => `${welcome}/redegoerelser/${of}`
const answers = '/parter/hoejstrup/svar'
const plain = (text: string) => text.replace(/\s+/g, ' ')
/** A row's answer as its form sends it. */
const row = (name: string, [state, reason, evidence]: [string, string, string], seen = '') => ({
  [`answers[${name}][state]`]: state,
  [`answers[${name}][reason]`]: reason,
  [`answers[${name}][evidence]`]: evidence,
  [`answers[${name}][seen]`]: seen,
})
const namesIn = (text: string) => [
  ...new Set([...text.matchAll(/answers\[(r\d+p\d+)\]/g)].map(([, name]) => name ?? '')),
]

describe('the year’s matrix', () => {
  test('of last year shows the gaps, the deviation and who answered for whom', async () => {
    const text = plain((await other.get(matrix(year - 1))).text)
    expect(text).toContain('18 af 20 organisationer har afgivet redegørelse. Én af dem afviger fra standarden')
    expect(text).toContain('Halvdelen af vores lejere flytter ind i august og september.')
    expect(text).toContain('Besvaret af Advokaterne i Domhusgården som administrator')
    expect(text).toContain('Afgivet efter fristen')
    expect(text).toMatch(/måneder gammelt/)
  })

  test('is narrowed to those who have not answered, and to one side', async () => {
    const text = plain((await member.get(`${matrix(year - 1)}?vis=mangler`)).text)
    expect([...text.matchAll(/<th scope="row"[^>]*>([^<]*)/g)].map(([, name]) => name?.trim())).toEqual([
      'Pårup Andelsboligforening',
      'Næsby Boligselskab',
    ])
    expect((await other.get(`${matrix(year - 1)}?part=MUNICIPALITY`)).text).toContain('Ingen redegørelser fundet')
  })

  test('is fetched as a table, a line a point, and one for a statement that was not given', async () => {
    const { text, headers } = await other.get(`${matrix(year - 1)}/tabel.csv`)
    expect(headers['content-type']).toContain('text/csv')
    const lines = text.trim().split('\r\n')
    expect(lines).toHaveLength(1 + 18 * 3 + 2)
    expect(lines.find(line => line.includes('Kollegieboligselskabet'))).toContain(';Delvist;')
    expect(lines.filter(line => line.includes('Næsby Boligselskab'))).toHaveLength(1)
  })

  test('is led to from the standard’s page', async () => {
    expect((await other.get(welcome)).text).toContain(`href="${matrix()}"`)
  })
})

describe('a half-finished statement', () => {
  test('is the organisation’s own', async () => {
    expect((await other.get(`${matrix()}/hoejstrup`)).status).toBe(404)
    expect((await housing.get(`${matrix()}/hoejstrup`)).status).toBe(404)
    expect(plain((await other.get(matrix())).text)).not.toContain('1 af 3 punkter er besvaret.')
    expect(plain((await member.get(matrix())).text)).toContain('1 af 3 punkter er besvaret.')
    expect((await member.get(`${matrix()}/hoejstrup`)).text).toContain('Punktet er ikke besvaret.')
  })

  test('waits on the overview of those who represent the organisation', async () => {
    expect((await member.get('/')).text).toContain('Afgiv 2 redegørelser fra Boligforeningen Højstrup')
    expect((await housing.get('/')).text).not.toContain('redegørelser fra Boligforeningen Højstrup')
  })

  test('is closed to those who do not, with who may', async () => {
    const refused = await other.get(answers)
    expect(refused.status).toBe(403)
    expect(refused.text).toContain('Kun personer, der repræsenterer organisationen eller den, der administrerer den')
  })
})

describe('answering', () => {
  test('offers last year’s answer at each row, and takes none that was not chosen', async () => {
    const { text } = await member.get(answers)
    expect(text).toContain(`Lever op til (svaret i ${year - 1})`)
    expect(text).toContain('Materialet er gennemgået i år og ligger på hjemmesiden.')
    expect(namesIn(text)).toHaveLength(6)
    expect(text.match(/name="answers\[r\d+p\d+\]\[state\]"[^>]* checked/g)).toHaveLength(1)
  })

  test('names every fault at its row, and keeps what was typed', async () => {
    const [, second = '', third = ''] = namesIn((await member.get(answers)).text)
    const answer = await member.post(answers, {
      ...row(second, ['NOT', '', 'Et nyt bevis']),
      ...row(third, ['', 'En begrundelse uden svar', '']),
    })
    expect(answer.status).toBe(422)
    const text = plain(answer.text)
    expect(text).toContain('Skriv, hvorfor I ikke lever op til punkt 2.')
    expect(text).toContain('Vælg, om I lever op til punkt 3.')
    expect(text).toContain('Et nyt bevis')
    expect(text).toContain('En begrundelse uden svar')
    expect(text).toContain(`href="#felt-answers-${second}-reason"`)
  })

  test('gives the statement with its last point, and then everybody reads it', async () => {
    const [, second = '', third = ''] = namesIn((await member.get(answers)).text)
    const answer = await member.post(answers, {
      ...row(second, ['PARTLY', 'Materialet findes endnu ikke på arabisk.', 'https://eksempel.dk/velkomst']),
      ...row(third, ['FULL', '', 'Listen hænger i opgangene.']),
    })
    expect(answer.headers.location).toBe(answers)
    expect((await member.get(answers)).text).toContain('Redegørelsen om »God modtagelse af nye beboere« er afgivet.')
    const { text } = await other.get(`${matrix()}/hoejstrup`)
    expect(text).toContain('Materialet findes endnu ikke på arabisk.')
    expect(text).toContain('href="https://eksempel.dk/velkomst"')
    expect((await other.get('/haendelser')).text).toContain('afgav redegørelsen')
  })

  test('again keeps the answer that stood before beside the new one', async () => {
    const { text: form } = await member.get(answers)
    const [, second = ''] = namesIn(form)
    const seen = new RegExp(`name="answers\\[${second}\\]\\[seen\\]" value="(\\d+)"`).exec(form)?.[1]
    await member.post(answers, row(second, ['FULL', '', 'Nu også på arabisk.'], seen))
    const text = plain((await other.get(`${matrix()}/hoejstrup`)).text)
    expect(text).toContain('Tidligere svar (1)')
    expect(text).toContain('Materialet findes endnu ikke på arabisk.')
  })
})

test('the secretariats ask for a year’s statements, and are told what stands in the way at its field', async () => {
  const path = `${welcome}/redegoerelser/ny`
  expect((await other.get(path)).status).toBe(403)
  const answer = await housing.post(path, { year: String(year), deadline: '01.02.2020' })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(`Redegørelserne for ${year} er allerede åbnet.`)
  expect(answer.text).toContain('Fristen skal ligge efter i dag')
})
