import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client, TestApp } from '../support/app.ts'
import { demoApp } from '../support/demo.ts'

// §5: what people see of the action plans: the plan as it was adopted, what is done of it, and what we do this year.

let portal: TestApp
let housing: Client
let member: Client
let reader: Client
let plans: { slug: string; year: number; strategy: string }[]
beforeAll(async () => {
  portal = await demoApp()
  housing = await portal.signIn('sekretariat.bolig')
  member = await portal.signIn('medlem.hoejstrup')
  reader = await portal.signIn('laeser')
  const rows = await portal.db.prisma.actionPlan.findMany({
    orderBy: { year: 'asc' },
    include: { text: true, strategy: true },
  })
  plans = rows.map(({ text, year, strategy }) => ({ slug: text.slug, year, strategy: strategy.slug }))
})
afterAll(() => portal.close())

const plain = (text: string) => text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const now = () => plans[1] ?? { slug: '', year: 0, strategy: '' }
const actionOf = async (title: string) => {
  const { text } = await reader.get(`/handlinger?q=${encodeURIComponent(title)}`)
  return /href="(\/handlingsplaner\/[^"]+\/handlinger\/h\d+)"/.exec(text)?.[1] ?? ''
}

describe('what we do this year', () => {
  test('is told by who answers for it, by area and by month, and how much is done', async () => {
    const text = plain((await reader.get('/handlinger')).text)
    expect(text).toContain('14 handlinger:')
    expect(text).toContain('4 gennemført')
    expect(text).toMatch(/\d er over fristen\./)
    const groups = async (by: string) =>
      [...(await reader.get(`/handlinger?gruppe=${by}`)).text.matchAll(/<caption>([^<]*)/g)].map(([, name]) => name)
    expect(await groups('omraade')).toContain('Korsløkkeparken')
    expect((await groups('omraade')).at(-1)).toBe('Ikke knyttet til et boligområde')
    expect(await groups('')).toContain('Fyns almennyttige Boligselskab')
    expect((await groups('maaned')).every(name => /^[A-Z][a-z]+ \d{4}$/.test(name ?? ''))).toBe(true)
  })

  test('is searched, filtered and empty where nothing is found', async () => {
    expect(plain((await reader.get('/handlinger?q=lektiehjælp')).text)).toContain('1 handling:')
    expect(plain((await reader.get('/handlinger?vis=opgivet')).text)).toContain('Særlige regler for udlejning')
    expect(plain((await reader.get('/handlinger?q=ukendt')).text)).toContain('Ingen handlinger fundet')
    expect(plain((await reader.get(`/handlinger?aar=${plans[0]?.year}`)).text)).toContain('Videreført')
    expect(plain((await member.get('/handlinger?vis=mine')).text)).toContain('Belysning på stier')
  })

  test('is fetched as a table, a line an action', async () => {
    const { text } = await reader.get('/handlinger/tabel.csv')
    expect(text.trim().split('\r\n')).toHaveLength(15)
  })
})

describe('what is overdue', () => {
  test('comes on the follow-up item of the joint group’s meetings by itself, until they are over', async () => {
    const agendaOf = async (state: 'CALLED' | 'MINUTES_APPROVED') => {
      const where = { state, body: { kind: 'JOINT_GROUP' as const } }
      const { id } = await portal.db.prisma.meeting.findFirstOrThrow({ where, orderBy: { day: 'desc' } })
      return plain((await reader.get(`/moeder/${id}/dagsorden`)).text)
    }
    expect(await agendaOf('CALLED')).toMatch(/Handling over fristen .{5,120} Fristen var \d/)
    expect(await agendaOf('MINUTES_APPROVED')).not.toContain('Handling over fristen')
  })

  test('and what is in force stands on the organisation’s page, with what waits for its answer', async () => {
    const { text } = await member.get('/parter/hoejstrup')
    expect(plain(text)).toContain('Fælles tekster, der gælder for organisationen')
    expect(plain(text)).toMatch(/Handlinger i \d{4} \d+ åb\w+ handling/)
    expect(plain(text)).toMatch(/Fælles strategi .{5,80}version 1/)
    expect(text).toContain('href="/parter/hoejstrup/svar#')
    const others = (await reader.get('/parter/hoejstrup')).text
    expect(plain(others)).toContain('Venter på svar fra organisationen')
    expect(others).not.toContain('href="/parter/hoejstrup/svar#')
    // How far it has come with what it has not given is its own.
    expect(plain(text)).toMatch(/\d punkter mangler svar/)
    expect(plain(others)).not.toMatch(/\d punkter mangler svar/)
  })
})

describe('a plan', () => {
  test('is found by its strategy and its year, with its actions under their goals', async () => {
    const { headers } = await reader.get(`/strategier/${now().strategy}/handlingsplan/${now().year}`)
    expect(headers.location).toBe(`/handlingsplaner/${now().slug}`)
    const text = plain((await reader.get(`/handlingsplaner/${now().slug}`)).text)
    expect(text).toContain('Mål 1.1: Flere beboere er trygge')
    expect(text).toContain(`Videreført fra ${plans[0]?.year}`)
    expect(plain((await reader.get('/handlingsplaner')).text)).toContain(`Handlingsplan ${now().year}`)
    expect(plain((await reader.get(`/strategier/${now().strategy}`)).text)).toContain(`Handlingsplan ${now().year}`)
  })

  test('is begun by the secretariats, and what is wrong is told at its field', async () => {
    expect((await reader.get('/handlingsplaner/ny')).status).toBe(403)
    const { text } = await housing.get('/handlingsplaner/ny')
    const strategyId = /<option value="(\d+)"[^>]*>Trygge boligområder/.exec(text)?.[1] ?? ''
    const again = await housing.post('/handlingsplaner/ny', { strategyId, year: String(now().year) })
    expect(again.status).toBe(422)
    expect(plain(again.text)).toContain(`Der er allerede en handlingsplan for ${now().year}`)
    const begun = await housing.post('/handlingsplaner/ny', { strategyId, year: String(now().year + 1), carry: 'ja' })
    const draft = begun.headers.location ?? ''
    const page = plain((await housing.get(draft)).text)
    expect(page).toContain('Lektiehjælp i beboerhusene')
    expect(page).toContain('mangler en frist.')
    expect((await reader.get(draft)).status).toBe(404)
    const followUps = (await housing.get(`${draft}/handlinger/fra-opfoelgning`)).text
    const use = /href="([^"]*handlinger\/ny\?opfoelgning=\d+)"/.exec(followUps)?.[1] ?? ''
    const form = (await housing.get(use)).text
    expect(form).toMatch(/name="followUpId" value="\d+"/)
    const wrong = await housing.post(`${draft}/handlinger/ny`, { version: '1', title: '', deadline: '01.02.2020' })
    expect(wrong.status).toBe(422)
    expect(plain(wrong.text)).toContain('Skriv, hvad der skal gøres.')
  })
})

describe('an action', () => {
  test('tells its life, and is told of by those who answer for it', async () => {
    const path = await actionOf('Belysning på stier')
    const text = plain((await reader.get(path)).text)
    expect(text).toContain('Stierne er færdige. Indgangene mangler.')
    expect(text).toContain('Indhent tilbud på belysningen')
    expect(text).not.toContain('Fortæl, hvor langt den er')
    expect((await reader.post(`${path}/status`, { state: 'DONE' })).status).toBe(403)
    const version = /name="version" value="(\d+)"/.exec((await member.get(path)).text)?.[1] ?? ''
    const refused = await member.post(`${path}/status`, { version, state: 'GIVEN_UP', note: '' })
    expect(refused.status).toBe(422)
    expect(plain(refused.text)).toContain('Skriv, hvorfor handlingen er opgivet.')
    await member.post(`${path}/status`, { version, state: 'DONE', note: 'Også indgangene er færdige.' })
    expect(plain((await reader.get(path)).text)).toContain('Også indgangene er færdige.')
  })

  test('and a follow-up on it lead to each other', async () => {
    const path = await actionOf('Belysning på stier')
    const followUp = /href="(\/opfoelgning\/\d+)"/.exec((await member.get(path)).text)?.[1] ?? ''
    expect((await member.get(followUp)).text).toContain(`href="${path}"`)
    const begun = /href="(\/opfoelgning\/\d+)"/.exec((await housing.get(await actionOf('Fælles rådgivning'))).text)?.[1]
    expect(begun).toBeDefined()
  })

  test('that is due stands on the overview of those who answer for it', async () => {
    const social = await portal.signIn('underskriver.social-og-arbejdsmarkedsforvaltningen')
    expect(plain((await social.get('/')).text)).toContain(
      'Gennemfør handlingen »Opsøgende medarbejder for unge uden job«',
    )
    expect(plain((await housing.get('/')).text)).toContain('over fristen i handlingsplanerne')
  })
})

test('nothing waits to be moved while the strategy is the one that the actions were adopted under', async () => {
  const text = plain((await reader.get(`/strategier/${now().strategy}/aabne-handlinger`)).text)
  expect(text).toContain('Ingen handlinger venter')
})
