import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { actorOf, systemActor } from '../../src/access/actor.ts'
import { recordSecurity } from '../../src/access/security-log.ts'
import { keepNoLonger } from '../../src/features/ground/accounts/index.ts'
import { createAccount, disableAccount } from '../../src/features/ground/accounts/manage-account.ts'
import { personReferences } from '../../src/features/ground/accounts/person-queries.ts'
import { editPerson, endPerson } from '../../src/features/ground/parties/people/change-person.ts'
import { findingsIn } from '../../src/findings.ts'
import { day, instant } from '../../src/kernel/days.ts'
import { type Client, type TestApp, testApp, testNow } from '../support/app.ts'
import { givenCooperation } from '../support/builders.ts'

let portal: TestApp
let administrator: Client

beforeEach(async () => {
  portal = await testApp()
  givenCooperation(portal.db)
  administrator = await portal.signIn('administrator')
})
afterEach(() => portal.close())

const personOf = async (email: string) =>
  (await portal.db.prisma.account.findUniqueOrThrow({ where: { email: `${email}@demo.example` } })).personId

const wrong = () => findingsIn(portal.db, portal.settings.documentsDir).flatMap(finding => finding.wrong)

/** A new person with an account, and nothing that rests on them. */
async function newPerson(email = 'inga@demo.example'): Promise<number> {
  const organisation =
    portal.db.sql.asStored<{ id: number }>("SELECT id FROM Organisation WHERE slug = 'hoejstrup'")[0]?.id ?? 0
  const given = { person: null, name: 'Inga Prøve', title: 'Direktør', organisation, email, administrator: false }
  const { id } = await createAccount(systemActor(portal.db, instant(testNow)), given)
  return (await portal.db.prisma.account.findUniqueOrThrow({ where: { id } })).personId
}

describe('what is held on a person', () => {
  test('is everybody’s own to take along, without anybody’s password, and with what was typed and not saved', async () => {
    const member = await portal.signIn('medlem.hoejstrup')
    const me = await personOf('medlem.hoejstrup')
    portal.formStore.keepDraft({
      personId: me,
      form: 'x',
      action: '/sager',
      page: '/sager/ny',
      title: 'Ny sag',
      fields: { title: 'Min egen kladde' },
      reason: 'typed',
      savedAt: instant(testNow),
      typedAt: 1,
    })
    const answer = await member.get('/min-konto/oplysninger.json')
    expect(answer.headers['content-disposition']).toContain('personoplysninger.json')
    const held = JSON.parse(answer.text || String(answer.body))
    expect(held.konto.email).toBe('medlem.hoejstrup@demo.example')
    expect(held.pladser.map(({ organ }: { organ: string }) => organ)).toContain('Fælles boligstrategisk gruppe')
    expect(JSON.stringify(held.kladder)).toContain('Min egen kladde')
    expect(held.login.length).toBeGreaterThan(0)
    expect(JSON.stringify(held)).not.toMatch(/argon2|passwordHash/)
    const csv = (await member.get('/min-konto/oplysninger.csv')).text
    expect(csv).toContain('Afsnit;Nr.;Felt;Værdi')
    expect(csv).toContain('konto;1;email;medlem.hoejstrup@demo.example')

    const given = await administrator.get(`/konti/personer/${me}/oplysninger.json`)
    expect(given.status).toBe(200)
    expect(given.text || String(given.body)).toContain('"kladder"')
    expect(given.text || String(given.body)).not.toMatch(/Min egen kladde|Ny sag/)
    expect((await member.get(`/konti/personer/${me}/oplysninger.json`)).status).toBe(403)
    expect((await administrator.get('/konti/personer/99999/oplysninger.csv')).status).toBe(404)
  })

  test('is looked for in every table that names a person', () => {
    const names = personReferences(portal.db).map(({ table, column }) => `${table}.${column}`)
    for (const expected of [
      'Attendance.personId',
      'Recusal.personId',
      'MeetingStep.personId',
      'Document.uploadedById',
      'Case.openedById',
    ])
      expect(names).toContain(expected)
    for (const other of ['Mandate.supersededById', 'Decision.supersededById', 'Referral.acceptedById'])
      expect(names).not.toContain(other)
    expect(names.filter(name => /supersededBy|acceptedBy/.test(name))).toEqual([])
  })
})

describe('erasure', () => {
  test('takes address, number, account, drafts and log, keeps the name, and stays verifiable', async () => {
    const id = await newPerson()
    const secretary = actorOf(portal.db, await personOf('sekretariat.bolig'), instant(testNow))
    const found = await portal.db.prisma.person.findUniqueOrThrow({ where: { id } })
    const typed = { name: 'Inga Prøve', title: 'Direktør', email: 'inga@demo.example', phone: '66 11 22 33' }
    await editPerson(secretary, { ...typed, organisation: 'hoejstrup', personId: id, version: found.version })
    await recordSecurity(portal.db, instant(testNow), { kind: 'SIGNED_IN', personId: id, place: '10.0.0.1' })

    const page = (await administrator.get(`/konti/personer/${id}`)).text
    expect(page).toContain('66 11 22 33')
    expect((await administrator.post(`/konti/personer/${id}/slet`, { reason: '' })).status).toBe(422)
    const answer = await administrator.post(`/konti/personer/${id}/slet`, { reason: 'Har bedt om det' })
    expect(answer.headers.location).toBe(`/konti/personer/${id}`)

    const person = await portal.db.prisma.person.findUniqueOrThrow({ where: { id } })
    expect(person).toMatchObject({ name: 'Inga Prøve', title: 'Direktør', email: null, phone: null })
    expect(await portal.db.prisma.account.count({ where: { personId: id } })).toBe(0)
    expect(await portal.db.prisma.securityRecord.count({ where: { personId: id } })).toBe(0)
    const events = await portal.db.prisma.event.findMany()
    expect(events.filter(({ kind }) => kind === 'personErased')).toHaveLength(1)
    // Neither then nor before was an address written where nothing can be taken back.
    expect(events.filter(({ before, after }) => /inga@|66 11 22 33/.test(`${before}${after}`))).toEqual([])
    expect(wrong()).toEqual([])

    const again = await administrator.post(`/konti/personer/${id}/slet`, { reason: 'Igen' })
    expect(again.text).toContain('Oplysningerne om Inga Prøve er allerede slettet.')
    const back = { ...typed, organisation: 'hoejstrup', personId: id, version: person.version }
    await expect(editPerson(secretary, back)).rejects.toThrow('kan ikke tilføjes igen')
  })

  test('waits for what rests on the person, and is the administrator’s', async () => {
    const chair = await personOf('formand')
    const page = (await administrator.get(`/konti/personer/${chair}`)).text
    expect(page).toContain('har plads i')
    expect(page).not.toContain(`action="/konti/personer/${chair}/slet"`)
    const refused = await administrator.post(`/konti/personer/${chair}/slet`, { reason: 'Prøve' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Afslut det først.')
    expect(await personOf('formand')).toBe(chair)
    const own = await administrator.post(`/konti/personer/${await personOf('administrator')}/slet`, { reason: 'Prøve' })
    expect(own.text).toContain('Du kan ikke slette dine egne oplysninger.')
    const reader = await portal.signIn('laeser')
    expect((await reader.post(`/konti/personer/${await newPerson()}/slet`, { reason: 'Prøve' })).status).toBe(403)
    expect((await reader.get('/konti/personer')).status).toBe(403)
  })
})

test('a closed account and the address of somebody who has left are kept for a year, and then taken', async () => {
  const system = (at: string) => systemActor(portal.db, instant(at))
  const closed = await newPerson()
  const account = await portal.db.prisma.account.findUniqueOrThrow({ where: { personId: closed } })
  await disableAccount(system(testNow), account.id, 'Ikke i brug')
  const left = await newPerson('bo@demo.example')
  const secretary = actorOf(portal.db, await personOf('sekretariat.bolig'), instant(testNow))
  const endedOn = day(testNow.slice(0, 10))
  await endPerson(secretary, { organisation: 'hoejstrup', personId: left, version: 1, endedOn })
  await recordSecurity(portal.db, instant(testNow), { kind: 'SIGNED_IN', personId: closed, place: null })
  const later = (days: number) => instant(new Date(Date.parse(testNow) + days * 86_400_000).toISOString())

  const links = () => portal.db.sql.asStored<{ n: number }>('SELECT count(*) AS n FROM ChainLink')[0]?.n
  const before = links()
  expect(await keepNoLonger(portal.db, later(100))).toBe(0)
  expect(links()).toBe(before)
  expect(await portal.db.prisma.securityRecord.count({ where: { personId: closed } })).toBe(1)
  await keepNoLonger(portal.db, later(364))
  expect(await portal.db.prisma.securityRecord.count({ where: { personId: closed } })).toBe(0)
  expect(await portal.db.prisma.account.count({ where: { personId: { in: [closed, left] } } })).toBe(2)

  expect(await keepNoLonger(portal.db, later(367))).toBe(2)
  expect(await portal.db.prisma.account.count({ where: { personId: { in: [closed, left] } } })).toBe(0)
  expect(await portal.db.prisma.person.findUniqueOrThrow({ where: { id: left } })).toMatchObject({
    name: 'Inga Prøve',
    email: null,
  })
  // Whoever is still in the organisation stays to be reached.
  expect(await portal.db.prisma.person.findUniqueOrThrow({ where: { id: closed } })).toMatchObject({
    email: 'inga@demo.example',
  })
  expect(await keepNoLonger(portal.db, later(368))).toBe(0)
  expect(wrong()).toEqual([])
})
