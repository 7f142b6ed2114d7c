import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenItemInSession } from '../decisions/given.ts'
import { type MeetingStage, stageFor } from '../meetings/stage.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { formTo } from '../support/form-on-page.ts'

/** Whoever sends a form learns of everything that is wrong with it at once, each at its field, with what was typed. */

let portal: TestApp
let stage: MeetingStage
let secretariat: Client

beforeAll(async () => {
  portal = await testApp()
  stage = await stageFor(portal.db)
  secretariat = await portal.signIn('sekretariat.bolig')
})
afterAll(() => portal.close())

async function sent(client: Client, page: string, action: string, typed: Record<string, unknown>) {
  const form = formTo((await client.get(page)).text, action)
  const answer = await client.post(action, { ...form.fields, ...typed })
  expect(answer.status).toBe(422)
  return { answer, fields: formTo(answer.text, action).fields }
}

test('an agenda item tells its missing task, ground and title', async () => {
  const meetingId = await stage.prepared()
  const { id } = await stage.put(meetingId, { title: 'Støj' })
  const path = `/moeder/${meetingId}/punkter/${id}/rediger`
  const { answer, fields } = await sent(secretariat, path, path, {
    title: 'Støj ved banen',
    strategy: '',
    professionalDevelopment: '',
    coordination: '',
    procedural: '',
    closed: '1',
    closedReason: '',
    publicTitle: '',
  })
  expect(answer.text).toContain('Vælg mindst én af aftalens opgaver')
  expect(answer.text).toContain('Udfyld »Lukkegrund«')
  expect(answer.text).toContain('Udfyld »Offentlig titel«')
  expect(fields.title).toBe('Støj ved banen')
})

test('a meeting’s plan tells of its form, its day and its time', async () => {
  const bodyId = stage.cooperation.body('faelles-gruppe')
  const { answer } = await sent(secretariat, '/moeder/ny', '/moeder', {
    bodyId,
    day: '2026-03-02',
    startsAt: '14.00',
    endsAt: '13.00',
    place: 'Rådhuset',
  })
  expect(answer.text).toContain('Mødedagen skal være i dag eller senere.')
  expect(answer.text).toContain('Mødet skal slutte senere, end det begynder.')
})

test('a mandate tells of its amount, its period, its source and who gives it', async () => {
  const keeper = await portal.signIn('mandat.hoejstrup')
  const boardOf = async (slug: string) => {
    const organisationId = stage.cooperation.organisation(slug)
    return portal.db.prisma.body.findFirstOrThrow({ where: { kind: 'DECIDING_BODY', organisationId } })
  }
  const answer = await keeper.post('/mandater/nyt', {
    organisationId: stage.cooperation.organisation('hoejstrup'),
    bodyId: (await boardOf('fab')).id,
    title: 'Mandat for 2026',
    limitPerDecision: '100.000',
    from: '2026-06-01',
    to: '2026-01-01',
    sourceDay: '2026-12-01',
    sourceItem: '7',
  })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('Sæt kryds ved »Økonomiske konsekvenser«')
  expect(answer.text).toContain('»Gælder til og med« kan ikke ligge før »Gælder fra«.')
  expect(answer.text).toContain('»Mødedato« kan ikke ligge efter i dag.')
  expect(answer.text).toContain('Mandatet kan kun gives af')
  expect(answer.text).toContain('value="Mandat for 2026"')
  expect(await portal.db.prisma.mandate.count({ where: { title: 'Mandat for 2026' } })).toBe(0)
})

test('a decision tells of its title, rows, stances and follow-up', async () => {
  const item = await givenItemInSession(portal.db, stage.cooperation)
  const path = `/moeder/${item.meetingId}/punkter/${item.itemId}/beslutning`
  const { answer, fields } = await sent(secretariat, path, path, {
    action: 'record',
    title: '',
    text: 'Rådgivningen etableres.',
    'rows[0][organisationId]': '',
    'rows[0][amount]': '1.000',
    stanceHousing: '',
    stanceMunicipality: 'WITH_RESERVATION',
    stanceMunicipalityText: '',
    replacementKind: 'REVERSES',
    replacesNumber: '2020/99',
    noFollowUp: '',
  })
  for (const sentence of [
    'Feltet »Titel« skal udfyldes.',
    'Vælg den organisation, som konsekvensen gælder.',
    'Angiv, om boligorganisationerne støtter beslutningen.',
    'Skriv forbeholdet, så det kan føres til referat.',
    'Der er ingen beslutning med nummeret »2020/99«.',
    'Angiv, hvad der følges op på, eller at der ingen opfølgning er.',
  ])
    expect(answer.text).toContain(sentence)
  expect(fields.text).toBe('Rådgivningen etableres.')
  expect(await portal.db.prisma.decision.count({ where: { itemId: item.itemId } })).toBe(0)
})

test('an account tells of its e-mail and its person', async () => {
  const administrator = await portal.signIn('administrator')
  const account = await portal.db.prisma.account.findFirstOrThrow({ include: { person: true } })
  const answer = await administrator.post('/konti/ny', {
    person: account.personId,
    name: '',
    title: '',
    email: account.email,
  })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('Der findes allerede en konto med den e-mail.')
  expect(answer.text).toContain(`${account.person.name} har allerede en konto.`)
})

test('an organisation that ends tells of its day, its successor and its seats', async () => {
  const answer = await secretariat.post('/parter/domhusgaarden/udtraeden', {
    version: '1',
    to: '31.12.1999',
    successorId: stage.cooperation.organisation('by-og-kulturforvaltningen'),
  })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('»Sidste dag« kan ikke ligge før den dag, organisationen kom med.')
  expect(answer.text).toContain('Efterfølgeren skal høre til samme part.')
  const untaken = await secretariat.post('/parter/fab/udtraeden', { version: '1', to: '31.12.1999', successorId: '' })
  expect(untaken.status).toBe(422)
  expect(untaken.text).toContain('»Sidste dag« kan ikke ligge før den dag, organisationen kom med.')
  expect(untaken.text).toContain('Vælg en efterfølger, som kan overtage administrationen af')
  expect(untaken.text).toContain('value="31.12.1999"')
})

test('an administration tells of its association and its period', async () => {
  const answer = await secretariat.post('/parter/fab/administration', {
    associationId: stage.cooperation.organisation('hoejstrup'),
    from: '01.01.1999',
    to: '01.01.1998',
  })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('Kun foreninger administreres af en anden.')
  expect(answer.text).toContain('»Til og med« kan ikke ligge før »Administreres fra«.')
  expect(answer.text).toContain('Administrationen kan ikke begynde, før begge organisationer er med i samarbejdet.')
})

test('a minuted item tells of its note, its text and what it lacks in the register', async () => {
  const item = await givenItemInSession(portal.db, stage.cooperation)
  const path = `/moeder/${item.meetingId}/afvikling/punkter/${item.itemId}`
  const { answer, fields } = await sent(secretariat, path, path, {
    text: '',
    outcome: 'DECIDED_WITH_CHANGES',
    outcomeNote: '',
    withoutConsequences: '',
  })
  for (const sentence of [
    'Skriv, hvilken ændring indstillingen er tiltrådt med.',
    'Før beslutningen til protokols, eller sæt kryds ved »Tiltrådt uden en beslutning i registret«',
    'Skriv, hvad der blev tiltrådt.',
  ])
    expect(answer.text).toContain(sentence)
  expect(fields.outcome).toBe('DECIDED_WITH_CHANGES')
})
