import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Client, type TestApp, testApp } from '../support/app.ts'
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

  test('a new one gets a password that is shown once and opens', async () => {
    expect((await administrator.get('/konti/ny')).status).toBe(200)
    const answer = await administrator.post('/konti/ny', newAccount())
    expect(answer.status).toBe(200)
    const password = /<code>([^<]+)<\/code>/.exec(answer.text)?.[1] ?? ''
    const inga = portal.anonymous()
    await inga.signIn('inga@demo.example', password)
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

  test('a new password handed over ends the person’s sessions, and the old one opens nothing', async () => {
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
