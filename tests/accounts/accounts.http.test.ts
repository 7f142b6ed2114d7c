import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { recordSecurity } from '../../src/access/security-log.ts'
import { instant } from '../../src/kernel/days.ts'
import { type Client, type TestApp, testApp, testNow } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'

let portal: TestApp
let cooperation: Cooperation
let administrator: Client

beforeEach(async () => {
  portal = await testApp()
  cooperation = givenCooperation(portal.db)
  administrator = await portal.signIn('administrator')
})
afterEach(() => portal.close())

const accountOf = (email: string) =>
  portal.db.prisma.account.findUniqueOrThrow({ where: { email: `${email}@demo.example` } })

const isSignedIn = async (client: Client) => (await client.get('/min-konto')).status === 200

const chosen = { next: 'fire tilfældige ord her', again: 'fire tilfældige ord her' }
const ownPassword = { current: 'boligstrategi-demo', next: 'fire tilfældige ord her', again: 'fire tilfældige ord her' }

describe('one’s own account', () => {
  test('shows who one is, one’s seats and the organisation one represents', async () => {
    const page = await (await portal.signIn('medlem.hoejstrup')).get('/min-konto')
    expect(page.status).toBe(200)
    expect(page.text).toContain('medlem.hoejstrup@demo.example')
    expect(page.text).toContain('Fælles boligstrategisk gruppe')
    expect(page.text).not.toContain('Gå til konti')
    expect((await administrator.get('/min-konto')).text).toContain('Gå til konti')
  })

  test('is nobody’s without signing in', async () => {
    const answer = await portal.anonymous().get('/min-konto')
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe('/log-ind?videre=%2Fmin-konto')
  })

  test('a changed password opens from then on, the old one nothing, and every other session ends at once', async () => {
    const here = await portal.signIn('medlem.hoejstrup')
    const elsewhere = await portal.signIn('medlem.hoejstrup')
    const another = await portal.signIn('medlem.kristiansdal')
    const answer = await here.post('/min-konto/adgangskode', ownPassword)
    expect(answer.headers.location).toBe('/min-konto')
    expect((await here.get('/min-konto')).text).toContain('Din adgangskode er skiftet.')
    expect(await isSignedIn(elsewhere)).toBe(false)
    expect(await isSignedIn(another)).toBe(true)
    await expect(portal.signIn('medlem.hoejstrup')).rejects.toThrow('401')
    await portal.anonymous().signIn('medlem.hoejstrup@demo.example', ownPassword.next)
  })

  test.each([
    [{ ...ownPassword, current: 'noget helt andet' }, 'Den nuværende adgangskode er forkert.'],
    [{ ...ownPassword, again: 'et andet ord' }, 'De to adgangskoder er ikke ens.'],
    [{ ...ownPassword, next: 'kort', again: 'kort' }, 'Adgangskoden skal have mindst 12 tegn.'],
    [{ ...ownPassword, next: 'boligstrategi-demo', again: 'boligstrategi-demo' }, 'Vælg en anden adgangskode'],
    [{}, 'Skriv din nuværende adgangskode.'],
  ])('what is wrong with a new password is told at its field, and nothing typed comes back: %o', async (form, told) => {
    const here = await portal.signIn('medlem.hoejstrup')
    const elsewhere = await portal.signIn('medlem.hoejstrup')
    const answer = await here.post('/min-konto/adgangskode', form)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Der er fejl i formularen')
    expect(answer.text).toContain(told)
    expect(answer.text).not.toContain(ownPassword.next)
    expect(await isSignedIn(elsewhere)).toBe(true)
  })
})

test('whoever forgot the password is told whom to ask, without signing in', async () => {
  const page = await portal.anonymous().get('/adgangskode/glemt')
  expect(page.status).toBe(200)
  expect(page.text).toContain('systemadministrator')
})

describe('the accounts', () => {
  test('are the administrator’s alone', async () => {
    const { id } = await accountOf('laeser')
    const open = await portal.anonymous().get('/konti')
    expect(open.headers.location).toBe('/log-ind?videre=%2Fkonti')
    for (const email of ['sekretariat.bolig', 'formand', 'laeser']) {
      const client = await portal.signIn(email)
      for (const path of ['/konti', '/konti/ny', `/konti/${id}`]) expect((await client.get(path)).status).toBe(403)
      expect((await client.post('/konti/ny', newAccount())).status).toBe(403)
      for (const act of ['luk', 'genaabn', 'adgangskode'])
        expect((await client.post(`/konti/${id}/${act}`, { reason: 'x' })).status).toBe(403)
    }
    expect(await portal.db.prisma.account.count({ where: { disabledAt: { not: null } } })).toBe(0)
  })

  test('are listed by their e-mail, and found by name, e-mail and organisation', async () => {
    const all = await administrator.get('/konti')
    expect(all.text.indexOf('administrator@demo.example')).toBeLessThan(all.text.indexOf('formand@demo.example'))
    const some = await administrator.get('/konti?q=kristiansdal')
    expect(some.text).toContain('medlem.kristiansdal@demo.example')
    expect(some.text).not.toContain('medlem.hoejstrup@demo.example')
    expect((await administrator.get('/konti?q=%25')).text).toContain('Ingen konti fundet')
  })

  test('are read a page at a time', async () => {
    const total = await portal.db.prisma.account.count()
    for (let i = total; i < 51; i += 1)
      await administrator.post('/konti/ny', newAccount({ email: `zz${i}@demo.example`, name: `Ny ${i}` }))
    const first = await administrator.get('/konti')
    const next = /href="(\/konti\?efter=[^"]+)"/.exec(first.text)?.[1] ?? ''
    expect(first.text).not.toContain('zz50@demo.example')
    const second = await administrator.get(next.replaceAll('&amp;', '&'))
    expect(second.text).toContain('zz50@demo.example')
    expect(second.text).not.toContain('administrator@demo.example</a>')
  }, 20_000)

  const newAccount = (facts: Record<string, unknown> = {}) => ({
    person: '',
    name: 'Inga Prøve',
    title: 'Udviklingskonsulent',
    organisation: cooperation.organisation('hoejstrup'),
    email: 'Inga@Demo.example',
    ...facts,
  })

  test('a new one gets a code that is shown once and opens', async () => {
    expect((await administrator.get('/konti/ny')).status).toBe(200)
    const answer = await administrator.post('/konti/ny', newAccount())
    expect(answer.status).toBe(200)
    const password = /<code>([^<]+)<\/code>/.exec(answer.text)?.[1] ?? ''
    const inga = portal.anonymous()
    await inga.signIn('inga@demo.example', password)
    await inga.post('/min-konto/vaelg-adgangskode', chosen).expect(303)
    expect((await inga.get('/min-konto')).text).toContain('Udviklingskonsulent')
    const { id } = await portal.db.prisma.account.findUniqueOrThrow({ where: { email: 'inga@demo.example' } })
    const page = await administrator.get(`/konti/${id}`)
    expect(page.text).toContain('Inga Prøve')
    expect(page.text).not.toContain(password)
    const { id: personId } = await portal.db.prisma.person.findFirstOrThrow({ where: { name: 'Inga Prøve' } })
    const again = await administrator.post('/konti/ny', newAccount({ person: personId, email: 'to@demo.example' }))
    expect(again.status).toBe(422)
    expect(again.text).toContain('har allerede en konto')
  })

  test.each([
    [{ email: 'laeser@demo.example' }, 'Der findes allerede en konto med den e-mail.'],
    [{ email: 'ikke en adresse' }, 'Skriv en e-mailadresse'],
    [{ email: '' }, 'Feltet »E-mail« skal udfyldes.'],
    [{ name: '' }, 'Vælg en person, eller skriv et navn.'],
    [{ organisation: '' }, 'Vælg den organisation, personen hører til.'],
  ])('what is wrong with a new one is told at its field, and what was typed stays: %o', async (wrong, told) => {
    const before = await portal.db.prisma.account.count()
    const answer = await administrator.post('/konti/ny', newAccount(wrong))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(told)
    expect(answer.text).toContain('value="Udviklingskonsulent"')
    expect(await portal.db.prisma.account.count()).toBe(before)
  })

  test('one that does not exist', async () => {
    expect((await administrator.get('/konti/99999')).status).toBe(404)
    expect((await administrator.get('/konti/hej')).status).toBe(404)
    expect((await administrator.post('/konti/99999/luk', { reason: 'x' })).status).toBe(404)
  })

  test('a closed one ends its sessions at once, opens nothing, and what was open stays ended when it is opened again', async () => {
    const { id } = await accountOf('medlem.hoejstrup')
    const member = await portal.signIn('medlem.hoejstrup')
    const without = await administrator.post(`/konti/${id}/luk`, { reason: ' ' })
    expect(without.status).toBe(422)
    expect(without.text).toContain('Feltet »Begrundelse« skal udfyldes.')
    expect(await isSignedIn(member)).toBe(true)

    const answer = await administrator.post(`/konti/${id}/luk`, { reason: 'Udtrådt' })
    expect(answer.headers.location).toBe(`/konti/${id}`)
    expect((await administrator.get(`/konti/${id}`)).text).toContain('Lukket den 12. marts 2026')
    expect(await isSignedIn(member)).toBe(false)
    await expect(portal.signIn('medlem.hoejstrup')).rejects.toThrow('401')
    expect((await administrator.post(`/konti/${id}/luk`, { reason: 'Igen' })).status).toBe(422)

    expect((await administrator.post(`/konti/${id}/genaabn`)).status).toBe(303)
    expect(await isSignedIn(member)).toBe(false)
    await portal.signIn('medlem.hoejstrup')
    expect((await administrator.post(`/konti/${id}/genaabn`)).status).toBe(422)
  })

  test('nobody closes their own', async () => {
    const { id } = await accountOf('administrator')
    expect((await administrator.get(`/konti/${id}`)).text).not.toContain('Luk kontoen')
    const answer = await administrator.post(`/konti/${id}/luk`, { reason: 'Ferie' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Du kan ikke lukke din egen konto.')
    expect(await isSignedIn(administrator)).toBe(true)
  })

  test('a code handed over ends the person’s sessions, and the old password opens nothing', async () => {
    const { id } = await accountOf('medlem.hoejstrup')
    const member = await portal.signIn('medlem.hoejstrup')
    const answer = await administrator.post(`/konti/${id}/adgangskode`)
    expect(answer.status).toBe(200)
    const password = /<code>([^<]+)<\/code>/.exec(answer.text)?.[1] ?? ''
    expect(await isSignedIn(member)).toBe(false)
    expect(await isSignedIn(administrator)).toBe(true)
    await expect(portal.signIn('medlem.hoejstrup')).rejects.toThrow('401')
    await portal.anonymous().signIn('medlem.hoejstrup@demo.example', password)
  })
})

describe('a code that somebody hands over', () => {
  const handOver = async (email: string) => {
    const { id } = await accountOf(email)
    const { text } = await administrator.post(`/konti/${id}/adgangskode`).expect(200)
    return { id, code: /<code>([^<]+)<\/code>/.exec(text)?.[1] ?? '' }
  }
  const address = 'medlem.hoejstrup@demo.example'
  const signedIn = async (code: string) => {
    const client = portal.anonymous()
    await client.signIn(address, code)
    return client
  }

  test('opens once, and then nothing but the page where a password is chosen', async () => {
    const { code } = await handOver('medlem.hoejstrup')
    const member = await signedIn(code)
    for (const path of ['/', '/moeder', '/beslutninger', '/min-konto', '/soeg?q=a', '/mandater/proev'])
      expect((await member.get(path)).headers.location, path).toBe('/min-konto/vaelg-adgangskode')
    const page = await member.get('/min-konto/vaelg-adgangskode')
    expect(page.text).toContain('engangskode fra')
    expect((await member.post('/punktforslag', { title: 'x' })).headers.location).toBe('/min-konto/vaelg-adgangskode')
    expect((await member.postForJson('/punktforslag', { title: 'x' })).status).toBe(403)
    await expect(signedIn(code)).rejects.toThrow('401')
  })

  test('is exchanged for a password of one’s own, which is as good as any other must be, and is not the code', async () => {
    const { code } = await handOver('medlem.hoejstrup')
    const member = await signedIn(code)
    const choose = (next: string, again = next) => member.post('/min-konto/vaelg-adgangskode', { next, again })
    for (const [next, told] of [
      ['kort', 'mindst 12 tegn'],
      ['adgangskode2026', 'som mange bruger'],
      [code, 'Vælg en anden adgangskode end engangskoden.'],
      ['', 'Skriv en ny adgangskode.'],
    ] as const) {
      const answer = await choose(next)
      expect(answer.status).toBe(422)
      expect(answer.text).toContain(told)
    }
    expect((await choose('fire tilfældige ord her', 'fire andre ord')).text).toContain('ikke ens')
    expect((await choose('fire tilfældige ord her')).headers.location).toBe('/')
    expect((await member.get('/moeder')).status).toBe(200)
    await expect(signedIn(code)).rejects.toThrow('401')
    await signedIn('fire tilfældige ord her')
    // Once is enough: there is no code to exchange any more.
    expect((await member.get('/min-konto/vaelg-adgangskode')).headers.location).toBe('/min-konto')
    expect((await choose('fem helt andre ord her')).status).toBe(422)
  })

  test('expires, whether it was used or not, and a new one replaces it', async () => {
    const { code } = await handOver('medlem.hoejstrup')
    portal.clock.set('2026-03-19T09:00:01.000Z')
    await expect(signedIn(code)).rejects.toThrow('401')
    administrator = await portal.signIn('administrator')
    const { id } = await accountOf('medlem.hoejstrup')
    expect((await administrator.get(`/konti/${id}`)).text).toContain('Engangskoden udløb')
    const next = await handOver('medlem.hoejstrup')
    await expect(signedIn(code)).rejects.toThrow('401')
    await signedIn(next.code)
    expect((await administrator.get(`/konti/${id}`)).text).toContain('endnu ikke valgt sin egen adgangskode')
  })

  test('signed in with twice at the same moment opens once', async () => {
    const { code } = await handOver('medlem.hoejstrup')
    const both = await Promise.allSettled([signedIn(code), signedIn(code)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('is told to the person, and is in the account’s events', async () => {
    const { id, code } = await handOver('medlem.hoejstrup')
    const member = await signedIn(code)
    await member.post('/min-konto/vaelg-adgangskode', chosen)
    const own = (await member.get('/min-konto')).text
    expect(own).toContain('Der blev udstedt en engangskode til kontoen. Det gjorde')
    expect(own).toContain('Logget ind med en engangskode.')
    expect(own).toContain('Adgangskoden blev valgt på ny af personen selv.')
    const kinds = await portal.db.prisma.event.findMany({ where: { subject: 'account', subjectId: id } })
    expect(kinds.map(({ kind }) => kind)).toEqual(['passwordReset', 'codeUsed', 'passwordChanged'])
    expect(JSON.stringify(kinds)).not.toContain(code)
  })

  test('is not for oneself', async () => {
    const { id } = await accountOf('administrator')
    expect((await administrator.get(`/konti/${id}`)).text).not.toContain('Udsted engangskode')
    expect((await administrator.post(`/konti/${id}/adgangskode`)).status).toBe(422)
  })
})

describe('a new password', () => {
  test.each([
    ['aaaaaaaaaaaa', 'gentager de samme tegn'],
    ['Velkommen2026!', 'som mange bruger'],
    ['medlem.hoejstrup', 'ligner dit navn'],
    ['Boligforeningen Højstrup', 'ligner dit navn'],
  ])('is not %s', async (next, told) => {
    const member = await portal.signIn('medlem.hoejstrup')
    const answer = await member.post('/min-konto/adgangskode', { ...ownPassword, next, again: next })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(told)
  })

  test('is asked for with the old one only so many times', async () => {
    const member = await portal.signIn('medlem.hoejstrup')
    const guess = (current: string) => member.post('/min-konto/adgangskode', { ...ownPassword, current })
    for (let i = 0; i < 8; i += 1) expect((await guess(`gæt nummer ${i}`)).text).toContain('adgangskode er forkert')
    const right = await guess('boligstrategi-demo')
    expect(right.status).toBe(422)
    expect(right.text).toContain('Der er forsøgt for mange gange.')
    const own = (await member.get('/min-konto')).text
    expect(own).toContain('Adgangskoden var forkert ved skift af adgangskode.')
    expect(own).toContain('for mange gange med adgangskoden ved skift af adgangskode')
  })
})

describe('the security log', () => {
  const guess = (email: string, adgangskode: string) =>
    portal
      .anonymous()
      .agent.post('/log-ind')
      .set('Sec-Fetch-Site', 'same-origin')
      .type('form')
      .send({ email, adgangskode, videre: '/' })

  test('tells the administrator who signed in and out, failed, was limited and refused, without a secret', async () => {
    const member = await portal.signIn('medlem.hoejstrup')
    await member.get('/konti?q=hemmelig-tekst').expect(403)
    await member.post('/log-ud')
    for (let i = 0; i < 10; i += 1) await guess('formand@demo.example', `hemmeligt gæt ${i}`)
    await guess('min adgangskode er hemmelig', 'x')
    const { text } = await administrator.get('/konti/log')
    // One way home, and it is called what the page is called.
    const homeward = [...text.matchAll(/<a href="\/"[^>]*>([^<]+)<\/a>/g)].map(([, name]) => name)
    expect(new Set(homeward)).toEqual(new Set(['Mit overblik']))
    for (const told of [
      'Logget ind.',
      'Logget ud.',
      'Et forsøg på at logge ind mislykkedes.',
      'Login blev stoppet for en tid efter mange forsøg.',
      'Der var ikke adgang til siden /konti.',
      'Ingen konto',
      '127.0.0.1',
      'slettes efter 180 dage',
    ])
      expect(text, told).toContain(told)
    expect(text).not.toContain('hemmelig')
    expect(text.match(/Login blev stoppet/g)).toHaveLength(1)
  }, 30_000)

  test('is the administrator’s; one’s own part is told to each', async () => {
    const formand = await portal.signIn('formand')
    await guess('medlem.hoejstrup@demo.example', 'forkert')
    expect((await formand.get('/konti/log')).status).toBe(403)
    expect((await formand.get('/min-konto')).text).not.toContain('mislykkedes')
    const member = await portal.signIn('medlem.hoejstrup')
    expect((await member.get('/min-konto')).text).toContain('Et forsøg på at logge ind mislykkedes.')
  })

  test('is shown and kept for 180 days', async () => {
    await portal.signIn('medlem.hoejstrup')
    const kept = () => portal.db.prisma.securityRecord.count()
    expect(await kept()).toBeGreaterThan(0)
    portal.clock.set('2026-09-09T09:00:00.000Z')
    administrator = await portal.signIn('administrator')
    expect(await kept()).toBe(1)
    const { text } = await administrator.get('/konti/log')
    expect(text.match(/Logget ind\./g)).toHaveLength(1)
  })

  test('is read a page at a time', async () => {
    for (let i = 0; i < 60; i += 1)
      await recordSecurity(portal.db, instant(testNow), { kind: 'SIGNED_IN', personId: null, place: `192.0.2.${i}` })
    const first = (await administrator.get('/konti/log')).text
    expect(first).toContain('192.0.2.59')
    const next = /href="(\/konti\/log\?efter=[^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect((await administrator.get(next)).text).toContain('192.0.2.0<')
  })
})
