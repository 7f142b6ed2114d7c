import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findingsIn } from '../../src/findings.ts'
import { type BegunPortal, begunPortal, choiceIn, choiceOn, Visitor } from '../journey/begun-portal.ts'
import { formTo } from '../support/form-on-page.ts'

/** One form makes a person with account, seats and authorisations: all of it or nothing. */

let begun: BegunPortal
let ida: Visitor
let bo: Visitor
let per: Visitor
beforeAll(async () => {
  begun = await begunPortal()
  const arriving = (email: string) => Visitor.arriving(begun.portal, email, begun.codeOf(email))
  ida = await arriving('ida@lundebo.example')
  bo = await arriving('bo@lunde.example')
  per = await arriving('per@lunde.example')
}, 60_000)
afterAll(async () => {
  const { db, settings } = begun.portal
  expect(findingsIn(db, settings.documentsDir).flatMap(({ wrong }) => wrong)).toEqual([])
  await begun.close()
})

const path = '/parter/lunde-boligforening/personer/ny'
const source = { sourceBody: 'Bestyrelsen', sourceDay: '16.11.2026', sourceDocument: 'Protokollen, punkt 4' }
const fieldsOf = (name: string, row: Record<string, string>) =>
  Object.fromEntries(Object.entries(row).map(([field, value]) => [`${name}[${field}]`, value]))
const personNamed = (name: string) =>
  begun.portal.db.prisma.person.findFirst({
    where: { name },
    include: { seats: true, authorisations: true, account: true },
  })

async function groupSeat(): Promise<Record<string, string>> {
  const page = await ida.opens(path)
  return {
    body: choiceOn(page, 'Boligorganisationernes strategigruppe'),
    role: 'CHAIR',
    from: '01.12.2026',
    appointedById: choiceIn(page, 'seats[0][appointedById]', 'Organisationsbestyrelsen i Lunde Boligforening'),
    appointedNote: 'Mødet den 20. november 2026',
  }
}

test('a person comes with seats and authorisations in one form, and in one change', async () => {
  const seat = await groupSeat()
  const led = await ida.sends(path, {
    ...{ name: 'Karen Bro', title: 'direktør', email: 'karen@lundebo.example', phone: '+45 66 11 22 33' },
    ...fieldsOf('seats[0]', seat),
    ...fieldsOf('seats[1]', { ...seat, body: 'faelles-gruppe', appointedById: await groupId() }),
    ...fieldsOf('authorisations[0]', {
      organisation: 'lunde-boligforening',
      keeper: '1',
      signatory: '1',
      from: '01.12.2026',
      ...source,
    }),
    ...fieldsOf('authorisations[1]', {
      organisation: 'andelsforeningen-bakken',
      keeper: '1',
      from: '01.12.2026',
      ...source,
    }),
  })
  expect(led).toBe('/parter/lunde-boligforening')
  expect(await ida.opens(led)).toContain('Karen Bro er tilføjet med 2 pladser og 3 bemyndigelser.')
  const karen = await personNamed('Karen Bro')
  expect(karen).toMatchObject({ title: 'direktør', phone: '+45 66 11 22 33', account: null })
  expect(karen?.seats).toHaveLength(2)
  expect(karen?.authorisations.map(({ kind, namedAs }) => [kind, namedAs])).toEqual([
    ['MANDATE_KEEPER', 'SECRETARIAT'],
    ['SIGNATORY', 'SECRETARIAT'],
    ['MANDATE_KEEPER', 'SECRETARIAT'],
  ])
  const told = await begun.portal.db.prisma.event.findMany({ orderBy: { id: 'desc' }, take: 6 })
  expect(new Set(told.map(({ requestId }) => requestId)).size).toBe(1)
  expect(told.map(({ kind }) => kind).reverse()).toEqual([
    'personAdded',
    'seatGiven',
    'seatGiven',
    'authorisationGiven',
    'authorisationGiven',
    'authorisationGiven',
  ])
})

const groupId = async () => {
  const { id } = await begun.portal.db.prisma.body.findUniqueOrThrow({ where: { slug: 'strategigruppe-bolig' } })
  return String(id)
}

describe('what is wrong', () => {
  test('is told of all parts at once, each at its field, with what was typed kept and nothing stored', async () => {
    const { fields } = formTo(await ida.opens(path), path)
    const seat = { ...(await groupSeat()), role: 'CHAIR', appointedNote: '' }
    const answer = await ida.client.post(path, {
      ...fields,
      ...{ name: 'Nina Ny', email: 'nina@lundebo.example' },
      ...fieldsOf('seats[0]', seat),
      ...fieldsOf('authorisations[0]', { organisation: 'vestbo', signatory: '1', from: '01.12.2026', sourceBody: 'x' }),
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Organet har allerede en formand i den periode.')
    expect(answer.text).toContain('Vælg mødet, eller skriv, hvor og hvornår udpegningen er sket.')
    expect(answer.text).toContain('Vælg en person fra organisationen selv')
    expect(answer.text).toContain('Skriv dagen for det møde, hvor det blev besluttet.')
    expect(answer.text).toContain('id="felt-seats-0-role-error"')
    expect(answer.text).toContain('id="felt-authorisations-0-sourceDay-error"')
    expect(formTo(answer.text, path).fields).toMatchObject({ name: 'Nina Ny', 'authorisations[0][sourceBody]': 'x' })
    expect(await personNamed('Nina Ny')).toBeNull()
  })

  test('in a row that is half filled in is told before anything else', async () => {
    const { fields } = formTo(await ida.opens(path), path)
    const answer = await ida.client.post(path, {
      ...fields,
      ...{
        name: '',
        email: 'nina',
        'seats[0][role]': 'MEMBER',
        'seats[0][from]': '',
        'authorisations[0][sourceBody]': 'x',
      },
    })
    expect(answer.status).toBe(422)
    for (const sentence of [
      'Feltet »Navn« skal udfyldes.',
      'Skriv e-mailadressen som navn@eksempel.dk.',
      'Vælg det organ, personen udpeges til.',
      'Feltet »Fra« skal udfyldes.',
      'Vælg mindst én bemyndigelse.',
    ])
      expect(answer.text).toContain(sentence)
  })

  test('a CPR number is refused at its field', async () => {
    const answer = await ida.client.post(path, {
      ...formTo(await ida.opens(path), path).fields,
      name: 'Nina Ny',
      title: '010203-1234',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Skriv ikke CPR-numre i portalen.')
    expect(await personNamed('Nina Ny')).toBeNull()
  })
})

test('one more row is asked for without scripts, and all that was typed stays', async () => {
  const { fields } = formTo(await ida.opens(path), path)
  const typed = { name: 'Nina', 'seats[0][appointedNote]': 'Mødet', 'authorisations[0][keeper]': '1' }
  const answer = await ida.client.post(path, { ...fields, ...typed, action: 'addSeat' })
  const again = formTo(answer.text, path).fields
  expect(again).toMatchObject(typed)
  expect(again).toMatchObject({ 'seats[1][from]': '2026-11-30' })
  expect(answer.text).not.toContain('Der er fejl i formularen')
  const third = await ida.client.post(path, { ...again, action: 'addAuthorisation' })
  expect(formTo(third.text, path).fields).toMatchObject({ ...typed, 'authorisations[1][from]': '2026-11-30' })
})

describe('each part is whose it is', () => {
  test('a secretariat is told who gives the account, and a sent account is refused', async () => {
    const page = await ida.opens(path)
    expect(page).not.toContain('name="account"')
    expect(page).toContain('oprettes kontoen bagefter af systemadministratorer')
    const answer = await ida.client.post(path, {
      ...formTo(page, path).fields,
      name: 'Nina',
      email: 'n@x.example',
      account: '1',
    })
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('Kun systemadministratorer kan gøre dette.')
    expect(await personNamed('Nina')).toBeNull()
  })

  test('the other side’s secretariat adds nobody, and gives none of its own seats to them', async () => {
    expect((await bo.client.get(path)).status).toBe(403)
    const own = '/parter/teknik-og-by/personer/ny'
    const page = await bo.opens(own)
    expect(page).not.toContain('Boligorganisationernes strategigruppe')
    const seat = {
      body: 'strategigruppe-bolig',
      role: 'MEMBER',
      from: '01.12.2026',
      appointedById: '1',
      appointedNote: 'x',
    }
    const answer = await bo.client.post(own, {
      ...formTo(page, own).fields,
      name: 'Nina',
      ...fieldsOf('seats[0]', seat),
    })
    expect(answer.status).toBe(403)
    expect(await personNamed('Nina')).toBeNull()
  })

  test('the administrator adds a person with an account, and sees the code this once', async () => {
    const page = await per.opens(path)
    expect(page).not.toContain('name="seats')
    expect(page).toContain('Pladser og bemyndigelser registreres bagefter')
    const { fields } = formTo(page, path)
    expect(fields.account).toBe('1')
    const without = await per.client.post(path, { ...fields, name: 'Ole Vest', account: '' })
    expect(without.status).toBe(403)
    const unnamed = await per.client.post(path, { ...fields, name: 'Ole Vest', email: '' })
    expect(unnamed.text).toContain('Skriv den e-mail, personen skal logge ind med.')
    const told = await per.client.post(path, { ...fields, name: 'Ole Vest', email: 'Ole@Lundebo.example' })
    expect(told.status).toBe(200)
    const code = /<code>([a-z0-9-]+)<\/code>/.exec(told.text)?.[1] ?? ''
    await Visitor.arriving(begun.portal, 'ole@lundebo.example', code)
    const again = await per.client.post(path, { ...fields, name: 'Ole Vest', email: 'Ole@Lundebo.example' })
    expect(again.status).toBe(303)
    expect(await begun.portal.db.prisma.person.count({ where: { name: 'Ole Vest' } })).toBe(1)
  })
})

test('who works in a secretariat and is administrator gives all parts at once, and what is wrong with any undoes all', async () => {
  const seatPath = '/organer/sekretariat-kommune/pladser/ny'
  const page = await bo.opens(seatPath)
  const personId = choiceOn(page, 'Per')
  await bo.sends(seatPath, {
    personId,
    role: 'SECRETARY',
    appointedNote: 'Den 1. november 2026',
    appointedById: choiceOn(page, 'Lunde Byråd'),
  })
  const own = '/parter/teknik-og-by/personer/ny'
  const form = await per.opens(own)
  const seat = {
    ...{ body: 'strategigruppe-kommune', role: 'CHAIR', from: '01.12.2026', appointedNote: 'Den 20. november 2026' },
    appointedById: choiceIn(form, 'seats[0][appointedById]', 'Lunde Byråd'),
  }
  const sent = {
    ...formTo(form, own).fields,
    ...{ name: 'Jens By', email: 'ida@lundebo.example', account: '1' },
    ...fieldsOf('seats[0]', seat),
    ...fieldsOf('authorisations[0]', { organisation: 'teknik-og-by', signatory: '1', from: '01.12.2026', ...source }),
  }
  const taken = await per.client.post(own, sent)
  expect(taken.status).toBe(422)
  expect(taken.text).toContain('Der findes allerede en konto med den e-mail.')
  expect(await personNamed('Jens By')).toBeNull()

  const told = await per.client.post(own, { ...sent, email: 'jens@lunde.example' })
  expect(told.status).toBe(200)
  expect(told.text).toContain('Jens By er tilføjet med 1 plads og 1 bemyndigelse.')
  const jens = await personNamed('Jens By')
  expect(jens?.account?.email).toBe('jens@lunde.example')
  expect([jens?.seats.length, jens?.authorisations.length]).toEqual([1, 1])
})
