import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client, TestApp } from '../support/app.ts'
import { demoApp } from '../support/demo.ts'

// §5, R52: what people see of the half-yearly rounds: who has answered, how far each is, and how old its answer is.

let portal: TestApp
let housing: Client
let member: Client
let other: Client
let halves: string[]
beforeAll(async () => {
  portal = await demoApp()
  housing = await portal.signIn('sekretariat.bolig')
  member = await portal.signIn('medlem.hoejstrup')
  other = await portal.signIn('laeser')
  const rounds = await portal.db.prisma.implementationRound.findMany({ orderBy: { id: 'asc' } })
  halves = rounds.map(({ year, half }) => `${year}-${half}`)
})
afterAll(() => portal.close())

const list = '/strategier/gennemfoerelse'
const round = (nth: number) => `${list}/${halves[nth] ?? ''}`
const answers = '/parter/hoejstrup/svar'
const plain = (text: string) => text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('the half-years', () => {
  test('are listed with how many have answered, and opened by the secretariats alone', async () => {
    const text = plain((await other.get(list)).text)
    expect(text).toMatch(/\d+ af \d+ organisationer/)
    expect((await other.get(list)).text).not.toContain(`${list}/ny`)
    expect((await other.get(`${list}/ny`)).status).toBe(403)
    const wrong = await housing.post(`${list}/ny`, { half: halves[1] ?? '', deadline: '01.02.2020' })
    expect(wrong.status).toBe(422)
    expect(plain(wrong.text)).toContain('er allerede åbnet')
    expect(plain(wrong.text)).toContain('Fristen skal ligge efter i dag')
  })

  test('are read as a matrix of goals where one strategy is asked about, with ages and gaps', async () => {
    const text = plain((await other.get(round(0))).text)
    expect(text).toContain('Vores beboere er under uddannelse.')
    expect(text).toContain('Besvaret af Advokaterne i Domhusgården som administrator')
    expect(text).toMatch(/(måned|måneder|dage) gammelt/)
    expect(text).toContain('Ikke besvaret')
  })

  test('are narrowed to those who have not answered', async () => {
    const text = (await other.get(`${round(0)}?vis=mangler`)).text
    expect(text).toContain('Næsby Boligselskab')
    expect(text).not.toContain('>Boligforeningen Kristiansdal</a>')
    expect(plain((await other.get(`${round(0)}?vis=fravalgt&part=MUNICIPALITY`)).text)).toContain(
      'Ingen organisationer fundet',
    )
  })

  test('are fetched as a table, a line for each organisation and goal', async () => {
    const { text, headers } = await other.get(`${round(0)}/tabel.csv`)
    expect(headers['content-type']).toContain('text/csv')
    const lines = text.trim().split('\r\n')
    expect(lines.filter(line => line.includes('Fyns almennyttige Boligselskab'))).toHaveLength(10)
    expect(lines.find(line => line.includes('Kollegieboligselskabet') && line.includes('Fravalgt'))).toBeDefined()
  })

  test('tell all that one organisation has answered', async () => {
    const text = plain((await other.get(`${round(0)}/kollegieboligselskabet`)).text)
    expect(text).toContain('Ungdomsboliger udlejes efter særlige regler.')
    expect((await other.get(`${round(0)}/domhusgaarden`)).status).toBe(404)
  })
})

describe('answering', () => {
  const rowsIn = (text: string) => [
    ...new Set([...text.matchAll(/answers\[(g\d+m\d+)\]\[state\]/g)].map(([, name]) => name)),
  ]

  test('stands on the page of all that the organisation owes, with the last answers offered', async () => {
    const { text } = await member.get(answers)
    expect(rowsIn(text)).toHaveLength(10)
    expect(plain(text)).toContain('(svaret sidst)')
    expect(plain((await member.get('/')).text)).toContain('Svar for Boligforeningen Højstrup på, hvor langt I er')
    expect((await other.get(answers)).status).toBe(403)
  })

  test('leads to the hearings and letters that are answered on pages of their own', async () => {
    const { text } = await member.get(answers)
    const links = [...text.matchAll(/href="([^"]+\/(?:svar|holdninger)[^"]*hoejstrup)"/g)].map(([, href = '']) => href)
    expect(links.length).toBeGreaterThan(0)
    for (const href of links) expect([href, (await member.get(href)).status]).toEqual([href, 200])
    expect(plain(text)).toMatch(/Høring om en fælles tekst .*Ikke besvaret/)
  })

  test('confirms last time’s answer with a tick, and says so', async () => {
    const { text } = await member.get(answers)
    // Those that have not been answered this time are offered last time's.
    const [first = '', second = ''] = rowsIn(text).slice(3)
    const field = (name: string, of: string) => {
      const id = `answers[${name}][${of}]`
      const at = text.indexOf(`name="${id}"`)
      const area = /^[^>]*>\n?([^<]*)<\/textarea>/.exec(text.slice(at))?.[1]
      return [id, area ?? /value="([^"]*)"/.exec(text.slice(at))?.[1] ?? ''] as const
    }
    const sent = (name: string, more = {}) => ({
      ...Object.fromEntries(['seen', 'offered', 'reason', 'evidence'].map(of => field(name, of))),
      [`answers[${name}][confirms]`]: '1',
      ...more,
    })
    const both = await member.post(answers, sent(second, { [`answers[${second}][reason]`]: 'Noget andet' }))
    expect(both.status).toBe(422)
    expect(plain(both.text)).toContain('Du har både bekræftet svaret fra sidst og ændret det.')
    expect((await member.post(answers, sent(first))).headers.location).toBe(answers)
    expect(plain((await member.get(answers)).text)).toContain('Bekræftet uændret')
  })

  test('keeps what was typed where a reason is owed, and then stores all rows', async () => {
    const names = rowsIn((await member.get(answers)).text)
    const open = names.slice(4)
    const sent = (state: string, reason = '') =>
      Object.fromEntries(
        open.flatMap(name => [
          [`answers[${name}][state]`, state],
          [`answers[${name}][reason]`, reason],
          [`answers[${name}][evidence]`, 'Notatet fra august'],
          [`answers[${name}][seen]`, ''],
        ]),
      )
    const refused = await member.post(answers, sent('OPTED_OUT'))
    expect(refused.status).toBe(422)
    expect(plain(refused.text)).toContain('Skriv, hvorfor I har fravalgt mål')
    expect(refused.text).toContain('Notatet fra august')
    const stored = await member.post(answers, sent('IN_PROGRESS'))
    expect(stored.headers.location).toBe(answers)
    const row = plain((await other.get(`${round(1)}/hoejstrup`)).text)
    expect(row).toContain('Notatet fra august')
    expect((await housing.get('/haendelser')).text).toContain('svarede om gennemførelsen')
  })
})
