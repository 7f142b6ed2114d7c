import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { systemActor } from '../../src/access/actor.ts'
import { hashPassword } from '../../src/access/credentials.ts'
import { write } from '../../src/database/write.ts'
import { instant } from '../../src/kernel/days.ts'
import { type Client, type TestApp, testApp, testNow } from '../support/app.ts'
import { begunFolder } from '../support/templates.ts'

let portal: TestApp
let hash: Promise<string> | undefined

beforeEach(async () => {
  portal = await testApp({ from: await begunFolder() })
  await givenAccount('laeser@demo.example')
})
afterEach(async () => {
  vi.useRealTimers()
  await portal.close()
})

async function givenAccount(email: string, account: { disabledAt?: string } = {}) {
  hash ??= hashPassword('boligstrategi-demo')
  const passwordHash = await hash
  await write(systemActor(portal.db, instant(testNow)), async tx => {
    const organisation = await tx.organisation.upsert({
      where: { slug: 'prove' },
      create: {
        slug: 'prove',
        kind: 'HOUSING_ORGANISATION',
        side: 'HOUSING',
        name: 'Prøve',
        shortName: 'Prøve',
        from: '2011-01-01',
      },
      update: {},
    })
    const person = await tx.person.create({ data: { organisationId: organisation.id, name: 'Inga Prøve' } })
    await tx.account.create({ data: { personId: person.id, email, passwordHash, createdAt: testNow, ...account } })
    return { result: null, events: [] }
  })
}

const mine = { email: 'laeser@demo.example', adgangskode: 'boligstrategi-demo' }

const attempt = (client: Client, fields: Record<string, string>) =>
  client.agent.post('/log-ind').set('Sec-Fetch-Site', 'same-origin').type('form').send(fields)

test('an anonymous reader gets no cookie', async () => {
  const answer = await portal.anonymous().get('/log-ind')
  expect(answer.status).toBe(200)
  expect(answer.headers['set-cookie']).toBeUndefined()
})

test('a person signs in with e-mail and password, and the cookie is out of reach of scripts and other sites', async () => {
  const client = portal.anonymous()
  const answer = await attempt(client, {
    email: 'Laeser@demo.example ',
    adgangskode: 'boligstrategi-demo',
    videre: '/sager',
  })
  expect(answer.status).toBe(303)
  expect(answer.headers.location).toBe('/sager')
  expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax/)
})

test('an unknown account and a wrong password get the same answer, and the e-mail stays in its field', async () => {
  await givenAccount('kendt@demo.example')
  const texts = []
  for (const email of ['kendt@demo.example', 'ingen@demo.example']) {
    const answer = await attempt(portal.anonymous(), { email, adgangskode: 'forkert adgangskode' })
    expect(answer.status).toBe(401)
    expect(answer.text).toContain('E-mail eller adgangskode er forkert.')
    expect(answer.text).toContain(`value="${email}"`)
    texts.push(answer.text.replaceAll(email, '').replace(/value="[\w.-]{30,}"/g, ''))
  }
  expect(texts[0]).toBe(texts[1])
})

test('a closed account opens nothing', async () => {
  await givenAccount('lukket@demo.example', { disabledAt: testNow })
  const answer = await attempt(portal.anonymous(), { email: 'lukket@demo.example', adgangskode: 'boligstrategi-demo' })
  expect(answer.status).toBe(401)
})

test('the demo’s public password is refused outside the demo', async () => {
  const serious = await testApp({ demo: false, from: await begunFolder() })
  const first = portal
  portal = serious
  await givenAccount('laeser@demo.example')
  portal = first
  const answer = await attempt(serious.anonymous(), { email: 'laeser@demo.example', adgangskode: 'boligstrategi-demo' })
  expect(answer.status).toBe(401)
  await serious.close()
})

test('guessing is stopped for a while, also when the ninth guess is right', async () => {
  const client = portal.anonymous()
  for (let i = 0; i < 8; i += 1) await attempt(client, { email: 'laeser@demo.example', adgangskode: `gæt nummer ${i}` })
  const answer = await attempt(client, { email: 'laeser@demo.example', adgangskode: 'boligstrategi-demo' })
  expect(answer.status).toBe(429)
}, 15_000)

test('spaces and signs that are not seen make no new account to guess at', async () => {
  const client = portal.anonymous()
  const unseen = ['', ' ', '  ', '\u200b', '\u00ad', '\ufeff', '\t', '\u2060']
  for (const sign of unseen)
    await attempt(client, { email: `${sign}Laeser@demo.example`, adgangskode: 'et gæt på adgangskoden' })
  const answer = await attempt(client, { email: '\u200c laeser@demo.example', adgangskode: 'boligstrategi-demo' })
  expect(answer.status).toBe(429)
}, 15_000)

test('e-mail and password are read from the form alone, and as texts', async () => {
  const right = { email: 'laeser@demo.example', adgangskode: 'boligstrategi-demo' }
  const inAddress = await portal
    .anonymous()
    .agent.post(`/log-ind?${new URLSearchParams(right)}`)
    .set('Sec-Fetch-Site', 'same-origin')
    .type('form')
    .send({ videre: '/' })
  expect(inAddress.status).toBe(401)
  const asLists = await portal
    .anonymous()
    .agent.post('/log-ind')
    .set('Sec-Fetch-Site', 'same-origin')
    .type('form')
    .send('email=laeser@demo.example&adgangskode=boligstrategi-demo&adgangskode=boligstrategi-demo')
  expect(asLists.status).toBe(401)
})

test('an account that is tried from many places stays open to its person, at once where the person has been before', async () => {
  const proxied = await testApp({ from: await begunFolder(), env: { TRUST_PROXY: '1' } })
  const first = portal
  portal = proxied
  await givenAccount('laeser@demo.example')
  portal = first
  const from = (place: string, adgangskode: string) =>
    attemptAt(proxied, place, { email: 'laeser@demo.example', adgangskode })
  try {
    expect((await from('192.0.2.1', 'boligstrategi-demo')).status).toBe(303)
    for (let i = 0; i < 12; i += 1) expect((await from(`198.51.100.${i}`, `gæt nummer ${i}`)).status).toBe(401)
    const begun = performance.now()
    expect((await from('203.0.113.1', 'boligstrategi-demo')).status).toBe(303)
    expect(performance.now() - begun).toBeGreaterThan(500)
    const known = performance.now()
    expect((await from('192.0.2.1', 'boligstrategi-demo')).status).toBe(303)
    expect(performance.now() - known).toBeLessThan(500)
  } finally {
    await proxied.close()
  }
}, 30_000)

const attemptAt = (at: TestApp, place: string, fields: Record<string, string>) =>
  at
    .anonymous()
    .agent.post('/log-ind')
    .set('Sec-Fetch-Site', 'same-origin')
    .set('X-Forwarded-For', place)
    .type('form')
    .send(fields)

test('a known and an unknown account take the same time to refuse', async () => {
  await givenAccount('kendt@demo.example')
  const taken = { kendt: [] as number[], ingen: [] as number[] }
  for (let i = 0; i < 3; i += 1) {
    for (const name of ['kendt', 'ingen'] as const) {
      const begun = performance.now()
      await attempt(portal.anonymous(), { email: `${name}@demo.example`, adgangskode: 'forkert adgangskode' })
      taken[name].push(performance.now() - begun)
    }
  }
  // Both verify a hash of the same cost; one that did not would answer in a tenth of the time.
  expect(Math.min(...taken.ingen)).toBeGreaterThan(Math.min(...taken.kendt) * 0.4)
  expect(Math.min(...taken.kendt)).toBeGreaterThan(Math.min(...taken.ingen) * 0.4)
})

test('after signing in one goes to a page of ours, never to another site', async () => {
  for (const videre of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
    const answer = await attempt(portal.anonymous(), {
      email: 'laeser@demo.example',
      adgangskode: 'boligstrategi-demo',
      videre,
    })
    expect(answer.headers.location).toBe('/')
  }
})

test('a sign-in sent from another site is refused', async () => {
  const answer = await portal
    .anonymous()
    .agent.post('/log-ind')
    .set('Origin', 'https://evil.example')
    .type('form')
    .send({ email: 'laeser@demo.example', adgangskode: 'boligstrategi-demo' })
  expect(answer.status).toBe(403)
  expect(answer.headers['set-cookie']).toBeUndefined()
})

test('signing out ends the session for good, and needs the session’s token', async () => {
  const client = await portal.signIn('laeser')
  const forged = await client.agent.post('/log-ud').set('Sec-Fetch-Site', 'same-origin').type('form').send({})
  expect(forged.status).toBe(403)
  const crossSite = await client.agent
    .post('/log-ud')
    .set('Sec-Fetch-Site', 'cross-site')
    .type('form')
    .send({ _csrf: client.csrf })
  expect(crossSite.status).toBe(403)
  const answer = await client.post('/log-ud')
  expect(answer.status).toBe(303)
  const after = await client.get('/cookies')
  expect(after.text).not.toContain('Inga Prøve')
})

test('a sign-in gets a new session, so that none planted before it comes to be a person’s', async () => {
  const form = { email: 'laeser@demo.example', adgangskode: 'boligstrategi-demo', videre: '/' }
  const cookieIn = (answer: { headers: Record<string, unknown> }) =>
    String(answer.headers['set-cookie']).split(';')[0] ?? ''
  const planted = cookieIn(await attempt(portal.anonymous(), form))
  const { text } = await portal.anonymous().get('/sager').set('Cookie', planted).expect(200)
  const _csrf = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? ''
  const again = attempt(portal.anonymous(), { ...form, _csrf })
  const own = cookieIn(await again.set('Cookie', planted).expect(303))
  expect(own).toMatch(/^portal=s/)
  expect(own).not.toBe(planted)
  await portal.anonymous().get('/sager').set('Cookie', own).expect(200)
  await portal.anonymous().get('/sager').set('Cookie', planted).expect(303)
})

test('a session that an older portal wrote in another form is nobody’s, and its person signs in again', async () => {
  const client = await portal.signIn('laeser')
  const sessions = new Sqlite(portal.settings.sessionFile)
  const { id, data } = sessions.prepare('SELECT id, data FROM session').get() as { id: string; data: string }
  const { passport, ...rest } = JSON.parse(data) as { passport: { user: number } }
  const older = JSON.stringify({ ...rest, person: passport.user })
  sessions.prepare('UPDATE session SET data = ? WHERE id = ?').run(older, id)
  sessions.close()
  expect((await client.get('/sager').expect(303)).headers.location).toBe('/log-ind?videre=%2Fsager')
  await attempt(client, { ...mine, _csrf: client.csrf }).expect(303)
  await client.get('/sager').expect(200)
})

test('whoever has left is let in neither by a session that was begun before nor by the right password', async () => {
  const client = await portal.signIn('laeser')
  await client.get('/sager').expect(200)
  await write(systemActor(portal.db, instant(testNow)), async tx => {
    await tx.person.updateMany({ data: { endedOn: '2020-01-01' } })
    return { result: null, events: [] }
  })
  await client.get('/sager').expect(303)
  await attempt(client, { ...mine, _csrf: client.csrf }).expect(401)
})

test('a field left empty is answered as a wrong password is, and stands in the account’s record', async () => {
  for (const [email, adgangskode] of [
    ['laeser@demo.example', ''],
    ['', 'boligstrategi-demo'],
    ['', ''],
  ] as const) {
    const answer = await attempt(portal.anonymous(), { email, adgangskode })
    expect(answer.status).toBe(401)
    expect(answer.text).toContain('E-mail eller adgangskode er forkert.')
  }
  const rows = portal.db.sql.asStored<{ personId: number | null }>(
    "SELECT personId FROM SecurityRecord WHERE kind = 'SIGN_IN_FAILED' ORDER BY id",
  )
  expect(rows.map(({ personId }) => personId !== null)).toEqual([true, false, false])
})

test('a session ends after an hour’s rest, and after twelve hours however busy it is', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const minutes = (count: number) => vi.setSystemTime(Date.now() + count * 60_000)
  const resting = await portal.signIn('laeser')
  minutes(59)
  await resting.get('/sager').expect(200)
  minutes(59)
  await resting.get('/sager').expect(200)
  minutes(61)
  expect((await resting.get('/sager').expect(303)).headers.location).toBe('/log-ind?videre=%2Fsager')

  const busy = await portal.signIn('laeser')
  for (let worked = 0; worked < 12 * 60 - 45; worked += 45) {
    minutes(45)
    await busy.get('/sager').expect(200)
  }
  minutes(45)
  await busy.get('/sager').expect(303)
})

test('behind an encrypted address the cookie is for it alone, and browsers are told to stay with it', async () => {
  const env = { BASE_URL: 'https://portal.example', TRUST_PROXY: 'loopback' }
  const encrypted = await testApp({ env })
  try {
    const answer = await encrypted
      .anonymous()
      .agent.post('/log-ind')
      .set('X-Forwarded-Proto', 'https')
      .set('Sec-Fetch-Site', 'same-origin')
      .type('form')
      .send({ email: 'laeser@demo.example', adgangskode: 'boligstrategi-demo', videre: '/' })
    expect(answer.status).toBe(303)
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^__Host-portal=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect(answer.headers['strict-transport-security']).toContain('max-age=31536000')
  } finally {
    await encrypted.close()
  }
})

test('every page forbids what it does not need, and tells nothing of what serves it', async () => {
  const { headers } = await portal.anonymous().get('/log-ind')
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  expect(headers['content-security-policy']).not.toContain('unsafe')
  expect(headers['x-powered-by']).toBeUndefined()
  expect(headers.server).toBeUndefined()
  expect(headers['x-request-id']).toMatch(/^[\da-f-]{36}$/)
})

test('what does not exist gets a plain page', async () => {
  const answer = await portal.anonymous().get('/findes-ikke')
  expect(answer.status).toBe(404)
  expect(answer.text).toContain('Siden findes ikke')
})

test('a supervisor is told that the portal lives and is ready', async () => {
  expect((await portal.anonymous().get('/health/live')).text).toBe('live')
  expect((await portal.anonymous().get('/health/ready')).text).toMatch(/^ready /)
})
