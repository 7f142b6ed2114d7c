import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client, TestApp } from '../support/app.ts'
import { demoApp } from '../support/demo.ts'

let portal: TestApp
const clients = new Map<string, Client>()
const roles = ['sekretariat.bolig', 'sekretariat.kommune', 'medlem.hoejstrup', 'strategi.kommune', 'administrator']

beforeAll(async () => {
  portal = await demoApp()
  for (const role of roles) clients.set(role, await portal.signIn(role))
}, 120_000)
afterAll(() => portal.close())

const as = (role: string): Client => {
  const client = clients.get(role)
  if (!client) throw new Error(`Nobody is signed in as ${role}.`)
  return client
}

const idsIn = (text: string): number[] =>
  [...text.matchAll(/href="\/haendelser\/(\d+)"/g)].map(match => Number(match[1]))
const nextIn = (text: string): string | null =>
  /rel="next" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? null

async function allOf(role: string, from = '/haendelser'): Promise<number[]> {
  const found: number[] = []
  for (let path: string | null = from; path; ) {
    const { status, text } = await as(role).get(path)
    expect(status).toBe(200)
    found.push(...idsIn(text))
    path = nextIn(text)
  }
  return found
}

const one = <Row>(sql: string, ...values: (string | number)[]): Row => {
  const row = portal.db.sql.asStored<Row>(sql, ...values)[0]
  if (!row) throw new Error(`The demo has nothing for: ${sql}`)
  return row
}

describe('the log of events: the documentation of what was done (R80)', () => {
  test('tells who did what, when and to what, the newest first, each once, page after page', async () => {
    const read = await allOf('sekretariat.bolig')
    expect(read.length).toBeGreaterThan(100)
    expect(new Set(read).size).toBe(read.length)
    const inOrder = portal.db.sql
      .asStored<{ id: number }>('SELECT id FROM Event ORDER BY at DESC, id DESC')
      .map(({ id }) => id)
    expect(read).toEqual(inOrder.filter(id => read.includes(id)))
    const csv = (await as('sekretariat.bolig').get('/haendelser.csv')).text.trim().split('\r\n')
    expect(csv[0]).toMatch(/^\uFEFF?Tidspunkt;Hvem;Hændelse;Vedrører;Adresse$/)
    expect(csv).toHaveLength(Math.min(read.length, 1_000) + 1)
  })

  test('is for people with a seat, and says so to others', async () => {
    const reader = await portal.signIn('laeser')
    for (const path of ['/haendelser', '/haendelser.csv', '/haendelser/1']) {
      const { status, text } = await reader.get(path)
      expect(status).toBe(403)
      expect(text).toContain('Kun personer, der har plads i et organ, og systemadministratorer har adgang til siden.')
    }
    expect((await reader.get('/')).text).not.toContain('href="/haendelser"')
    expect((await as('medlem.hoejstrup').get('/')).text).toContain('href="/haendelser"')
  })

  test('holds exactly the events whose own page the person may open', async () => {
    for (const role of ['medlem.hoejstrup', 'strategi.kommune', 'administrator']) {
      const listed = new Set(await allOf(role))
      const each = portal.db.sql.asStored<{ id: number }>('SELECT min(id) AS id FROM Event GROUP BY kind, subject')
      for (const { id } of each)
        expect((await as(role).get(`/haendelser/${id}`)).status, `${role}: ${id}`).toBe(listed.has(id) ? 200 : 404)
    }
    expect((await as('sekretariat.bolig').get('/haendelser/9999999')).status).toBe(404)
  }, 60_000)

  test('tells of accounts to administrators alone, among what can be chosen as well', async () => {
    const { account } = one<{ account: number }>(`SELECT id AS account FROM Account WHERE email LIKE 'laeser@%'`)
    const closed = await as('administrator').post(`/konti/${account}/luk`, { reason: 'Bruges ikke.' })
    expect(closed.status).toBe(303)
    const { id } = one<{ id: number }>(`SELECT max(id) AS id FROM Event WHERE subject = 'account'`)
    expect((await as('administrator').get(`/haendelser/${id}`)).text).toContain('kontoen')
    expect((await as('administrator').get('/haendelser')).text).toContain('value="accountCreated"')
    expect((await as('sekretariat.bolig').get(`/haendelser/${id}`)).status).toBe(404)
    expect((await as('sekretariat.bolig').get('/haendelser')).text).not.toContain('value="accountCreated"')
    expect(await allOf('sekretariat.bolig', '/haendelser?type=konti')).toEqual([])
  })

  test('tells of an agenda in preparation to those alone who prepare it', async () => {
    const { id } = one<{ id: number }>(
      `SELECT e.id FROM Event e JOIN Meeting m ON m.id = e.subjectId JOIN Body b ON b.id = m.bodyId
       WHERE e.kind = 'agendaBegun' AND b.kind = 'JOINT_GROUP'`,
    )
    expect((await as('sekretariat.kommune').get(`/haendelser/${id}`)).text).toContain('oprettede dagsordenen')
    expect((await as('medlem.hoejstrup').get(`/haendelser/${id}`)).status).toBe(404)
    expect((await as('medlem.hoejstrup').get('/haendelser')).text).not.toContain('value="agendaBegun"')
  })
})

describe('what is looked for', () => {
  test('is found by its kind, by a whole group of kinds, by person and by day', async () => {
    const kindsOf = (ids: number[]) => [
      ...new Set(
        portal.db.sql
          .asStored<{ kind: string }>(
            'SELECT kind FROM Event WHERE id IN (SELECT value FROM json_each(?))',
            JSON.stringify(ids),
          )
          .map(({ kind }) => kind),
      ),
    ]
    const called = await allOf('sekretariat.bolig', '/haendelser?type=meetingCalled')
    expect(kindsOf(called)).toEqual(['meetingCalled'])
    const ofCases = kindsOf(await allOf('sekretariat.bolig', '/haendelser?type=sager'))
    expect(ofCases).toContain('caseOpened')
    expect(ofCases.every(kind => kind.startsWith('case'))).toBe(true)
    const event = one<{ personId: number; actor: string; day: string }>(
      `SELECT personId, actor, substr(at, 1, 10) AS day FROM Event WHERE kind = 'meetingCalled' ORDER BY id DESC`,
    )
    const theirs = await as('sekretariat.bolig').get(
      `/haendelser?person=${event.personId}&fra=${event.day}&til=${event.day}&type=meetingCalled`,
    )
    expect(idsIn(theirs.text).length).toBeGreaterThan(0)
    expect(theirs.text).toContain(`${event.actor} indkaldte til mødet.`)
    expect(await allOf('sekretariat.bolig', '/haendelser?til=2001-01-01')).toEqual([])
    const own = await allOf('sekretariat.bolig', '/haendelser?person=systemet')
    expect(own.length).toBeGreaterThan(0)
  })

  test('is found by words of the sentence and of what it is about', async () => {
    const { number } = one<{ number: string }>(
      `SELECT m.number FROM Event e JOIN Meeting m ON m.id = e.subjectId WHERE e.kind = 'meetingCalled'`,
    )
    const found = await as('sekretariat.bolig').get(`/haendelser?q=INDKALDTE+${number}`)
    expect(idsIn(found.text)).toHaveLength(1)
    expect(found.text).toContain(`Møde ${number}`)
    const none = await as('sekretariat.bolig').get('/haendelser?q=findesikke')
    expect(none.text).toContain('Ingen hændelser fundet')
  })

  test('about one thing and its parts is led to from its page', async () => {
    const { meeting } = one<{ meeting: number }>(
      `SELECT m.id AS meeting FROM Meeting m JOIN Body b ON b.id = m.bodyId
       WHERE m.state = 'MINUTES_APPROVED' AND b.kind = 'JOINT_GROUP' ORDER BY m.id DESC`,
    )
    const href = `/haendelser?om=moede-${meeting}`
    expect((await as('sekretariat.bolig').get(`/moeder/${meeting}`)).text).toContain(`href="${href}"`)
    const { text } = await as('sekretariat.bolig').get(href)
    expect(text).toContain('Kun hændelser, der vedrører')
    expect(text).toContain('udsendte referatet')
    expect(text).toContain('tilføjede punktet til dagsordenen')
    const missing = await as('sekretariat.bolig').get('/haendelser?om=moede-999999')
    const hidden = one<{ id: number }>(
      `SELECT m.id FROM Meeting m JOIN Body b ON b.id = m.bodyId WHERE b.side = 'MUNICIPALITY' AND b.kind = 'STRATEGY_GROUP'`,
    )
    const others = await as('sekretariat.bolig').get(`/haendelser?om=moede-${hidden.id}`)
    expect(others.text.replaceAll(`-${hidden.id}`, '-X').replace(tokens, '')).toBe(
      missing.text.replaceAll('-999999', '-X').replace(tokens, ''),
    )
  })

  test('by a day that is none is told at the field, and what was typed stands', async () => {
    const { status, text } = await as('sekretariat.bolig').get('/haendelser?q=ord&fra=i+morgen&til=2026-01-01')
    expect(status).toBe(422)
    expect(text).toContain('Skriv datoen som dd.mm.åååå')
    expect(text).toContain('value="i morgen"')
    const turned = await as('sekretariat.bolig').get('/haendelser?fra=2026-02-01&til=2026-01-01')
    expect(turned.text).toContain('»Til og med« kan ikke ligge før den 1. februar 2026.')
  })

  test('in any words at all is answered', async () => {
    const hostile = [
      `om=moede-1'--`,
      'om=x',
      'person=-1',
      'type=%27%29',
      'efter=x~1',
      'q=%25_%27',
      'om=moede-1&om=sag-1',
    ]
    for (const query of hostile)
      expect([200, 422]).toContain((await as('medlem.hoejstrup').get(`/haendelser?${query}`)).status)
  })
})

const tokens = /(name="_(csrf|once)" value=|nonce=)"[^"]*"/g

test('an event names the facts that it changed, where the page of what it is about shows them', async () => {
  const client = as('sekretariat.bolig')
  const { text } = await client.get('/parter/hoejstrup/ret')
  const version = /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''
  const saved = await client.post('/parter/hoejstrup/ret', {
    version,
    shortName: 'Højstrup',
    about: 'Hemmelig før nu',
    website: '',
  })
  expect(saved.status).toBe(303)
  const { id } = one<{ id: number }>(`SELECT max(id) AS id FROM Event WHERE kind = 'organisationEdited'`)
  const page = (await as('strategi.kommune').get(`/haendelser/${id}`)).text
  expect(page).toContain('Ændrede oplysninger')
  expect(page).toContain('Om organisationen')
  expect(page).not.toContain('Hemmelig før nu')
})

test('a text that a spreadsheet would take for a formula is shown as text', async () => {
  const client = as('sekretariat.bolig')
  await client.post('/sagsomraader/nyt', {
    name: '=1+1',
    departmentId: one<{ id: number }>(`SELECT id FROM Organisation WHERE kind = 'DEPARTMENT'`).id,
  })
  const { text, headers } = await client.get('/haendelser.csv?type=subjectAreaAdded')
  expect(headers['content-type']).toContain('text/csv')
  expect(text).toContain('Sagsområde: =1+1')
  expect(text.split(/[;\r\n]/).filter(cell => /^[=+\-@]/.test(cell))).toEqual([])
})
