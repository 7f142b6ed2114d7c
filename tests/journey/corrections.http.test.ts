import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '../../src/access/actor.ts'
import { write } from '../../src/database/write.ts'
import { findingsIn } from '../../src/findings.ts'
import { formTo } from '../support/form-on-page.ts'
import { type BegunPortal, begunPortal, choiceOn, Visitor } from './begun-portal.ts'

/** What the setup made, and what was typed wrongly in it, is put right by those whom it let in. */

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
  expect(findingsIn(begun.portal.db, begun.portal.settings.documentsDir).flatMap(({ wrong }) => wrong)).toEqual([])
  await begun.close()
})

const organisation = (slug: string) => begun.portal.db.prisma.organisation.findUniqueOrThrow({ where: { slug } })
const reason = 'Tastefejl ved opsætningen'

describe('an organisation', () => {
  test('has its spelling, kind, first day and place corrected, and its body follows', async () => {
    const path = '/parter/vestbo/rettelse'
    const text = await ida.opens(path)
    const afterId = choiceOn(text, 'Advokaterne')
    await ida.sends(path, { name: 'Vest-Bo', kind: 'ADMINISTRATOR', from: '01.02.2026', afterId, reason })
    expect(await organisation('vestbo')).toMatchObject({ name: 'Vest-Bo', kind: 'ADMINISTRATOR', from: '2026-02-01' })
    const page = await ida.opens('/parter/vestbo')
    expect(page).toContain('Ledelsen i Vest-Bo')
    expect(page).not.toContain('Tidligere navne')
    expect((await organisation('advokaterne-ved-broen')).position).toBe((await organisation('vestbo')).position - 1)
  })

  test('tells all that is wrong at once, keeps what was typed, and changes nothing', async () => {
    const path = '/parter/lunde-boligforening/rettelse'
    const { fields } = formTo(await ida.opens(path), path)
    const typed = { ...fields, name: 'Ældrebo', kind: 'ASSOCIATION', from: '01.12.2026', reason: 'x' }
    const answer = await ida.client.post(path, typed)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Der er allerede en organisation, der hedder Ældrebo.')
    expect(answer.text).toContain('Organisationen administrerer foreninger')
    expect(answer.text).toContain('Noget er registreret for organisationen fra den 12. marts 2026.')
    expect((await organisation('lunde-boligforening')).name).toBe('Lunde Boligforening')
  })

  test('is not overwritten by whoever saves second', async () => {
    const path = '/parter/foreningen-havnen/rettelse'
    const { fields } = formTo(await ida.opens(path), path)
    await ida.sends(path, { name: 'Foreningen Havnen i Lunde', reason })
    const second = await ida.client.post(path, { ...fields, name: 'Havneforeningen', reason })
    expect(second.status).toBe(409)
    expect((await organisation('foreningen-havnen')).name).toBe('Foreningen Havnen i Lunde')
  })

  test('is administered from another day, and not from before it was there', async () => {
    const row = await begun.portal.db.prisma.administration.findFirstOrThrow({
      where: { association: { slug: 'aeldrebo' } },
    })
    const path = `/parter/advokaterne-ved-broen/administration/${row.id}/ret`
    await ida.sends(path, { from: '01.04.2026', reason })
    expect(await begun.portal.db.prisma.administration.findUnique({ where: { id: row.id } })).toMatchObject({
      from: '2026-04-01',
      version: 2,
    })
    const { fields } = formTo(await ida.opens(path), path)
    const early = await ida.client.post(path, { ...fields, from: '01.01.2020', reason: '' })
    expect(early.status).toBe(422)
    expect((await bo.client.get(path)).status).toBe(403)
  })
})

describe('a body', () => {
  test('has its name and first day corrected, and its first rules begin with it', async () => {
    await bo.sends('/organer/lunde-kommune-byraad/ret', { name: 'Byrådet i Lunde', from: '12.03.2026', reason })
    expect(await bo.opens('/organer/lunde-kommune-byraad')).toContain('Byrådet i Lunde')
    await bo.sends('/organer/faelles-gruppe/ret', { from: '01.01.2026', reason })
    const rules = await begun.portal.db.prisma.rulesOfProcedure.findFirstOrThrow({
      where: { body: { slug: 'faelles-gruppe' } },
    })
    expect(rules).toMatchObject({ number: 0, from: '2026-01-01' })
  })

  test('has its first rules of procedure corrected by either secretariat', async () => {
    const path = '/organer/faelles-gruppe/forretningsorden/ret'
    await ida.sends(path, { noticeWorkdays: '6', quorumMunicipality: '2', writtenProcedureAllowed: '1', reason })
    const page = await bo.opens('/organer/faelles-gruppe')
    expect(page).toContain('Dagsordenen udsendes senest 6 hverdage før mødet')
    expect(page).toContain('2 fra boligorganisationerne og 2 fra kommunen')
    const { fields } = formTo(await bo.opens(path), path)
    const wrong = await bo.client.post(path, { ...fields, quorumHousing: '0', noticeWorkdays: '20', reason: 'x' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Mindst ét medlem fra boligorganisationerne skal være til stede.')
    expect(wrong.text).toContain('Fristen for forslag skal ligge før udsendelsen af dagsordenen')
    expect((await ida.client.get('/organer/strategigruppe-kommune/forretningsorden/ret')).status).toBe(403)
  })
})

test('an appointment is corrected by the side that made it, and a body keeps its one chair', async () => {
  const [own] = await begun.portal.db.prisma.seat.findMany({ where: { body: { slug: 'sekretariat-bolig' } } })
  const path = `/organer/sekretariat-bolig/pladser/${own?.id}/ret`
  const { fields } = formTo(await ida.opens(path), path)
  const early = await ida.client.post(path, { ...fields, from: '01.01.2020', reason })
  expect(early.status).toBe(422)
  await ida.sends(path, { from: '12.03.2026', reason })
  expect((await ida.client.post(path, { ...fields, from: '01.05.2026', reason })).status).toBe(409)
  expect(await ida.opens('/organer/sekretariat-bolig')).toContain('12.03.2026')
  expect((await bo.client.get(path)).status).toBe(403)
})

test('subject areas are added, renamed, moved to another department and closed', async () => {
  const path = '/sagsomraader'
  const departmentId = choiceOn(await bo.opens(`${path}/nyt`), 'Børn og Unge')
  await bo.sends(`${path}/nyt`, { name: 'Skoler', departmentId })
  const area = await begun.portal.db.prisma.subjectArea.findUniqueOrThrow({ where: { name: 'Skoler' } })
  const change = `${path}/${area.id}/ret`
  const { fields } = formTo(await ida.opens(change), change)
  const moved = choiceOn(await bo.opens(change), 'Social')
  await bo.sends(change, { name: 'Skoler og dagtilbud', departmentId: moved })
  const second = await ida.client.post(change, { ...fields, name: 'Skolerne' })
  expect(second.status).toBe(409)
  const taken = await bo.client.post(`${path}/nyt`, { name: 'SUNDHED', departmentId: '' })
  expect(taken.status).toBe(422)
  expect((await bo.client.post(`${path}/nyt`, { name: 'SUNDHED', departmentId: moved })).text).toContain(
    'Der er allerede et sagsområde, der hedder Sundhed.',
  )
  await bo.sends(`${path}/${area.id}/luk`, { to: '01.11.2026' })
  const page = await per.opens(path)
  expect(page).toContain('Lukkede sagsområder')
  expect(page).not.toContain('Tilføj sagsområde')
  expect((await bo.client.get(change)).status).toBe(422)

  const reopen = `${path}/${area.id}/genaabn`
  expect(await ida.opens(path)).toContain(`href="${reopen}"`)
  await ida.sends(reopen, {})
  expect(await begun.portal.db.prisma.subjectArea.findUnique({ where: { id: area.id } })).toMatchObject({ to: null })
  expect((await bo.client.get(reopen)).status).toBe(422)
  expect((await per.client.get(reopen)).status).toBe(403)
})

test('an authorisation’s first day is corrected with a reason, and by nobody who may not give it', async () => {
  const form = '/parter/vestbo/bemyndigelser/ny'
  await ida.sends('/parter/vestbo/personer/ny', { name: 'Ole Vest' })
  const source = { sourceBody: 'Bestyrelsen', sourceDay: '16.11.2026', sourceDocument: 'Protokollen' }
  const personId = choiceOn(await ida.opens(form), 'Ole Vest')
  await ida.sends(form, { kind: 'SIGNATORY', personId, from: '30.11.2026', ...source })
  const given = await begun.portal.db.prisma.authorisation.findFirstOrThrow({ where: { person: { name: 'Ole Vest' } } })
  const path = `/parter/vestbo/bemyndigelser/${given.id}/ret`
  expect(await ida.opens('/parter/vestbo')).toContain(`href="${path}"`)
  const { fields } = formTo(await ida.opens(path), path)
  const early = await ida.client.post(path, { ...fields, from: '01.01.2020', reason: '' })
  expect(early.status).toBe(422)
  await ida.sends(path, { from: '12.03.2026', reason })
  expect((await ida.client.post(path, { ...fields, from: '01.05.2026', reason })).status).toBe(409)
  const told = await begun.portal.db.prisma.event.findFirstOrThrow({ where: { kind: 'authorisationCorrected' } })
  expect([told.before, told.after].join()).toMatch(/2026-11-30.*2026-03-12.*Tastefejl/s)
  expect((await bo.client.get(path)).status).toBe(403)
})

test('rules that a meeting was held under stay its rules: the correction holds from a later day', async () => {
  const { db } = begun.portal
  const body = await db.prisma.body.findUniqueOrThrow({ where: { slug: 'strategigruppe-bolig' } })
  const planned = { bodyId: body.id, form: 'ORDINARY', day: '01.12.2026', startsAt: '10.00', place: 'Kontoret' }
  const meeting = await ida.sends('/moeder/ny', { ...planned, bodyId: String(body.id) }, '/moeder')
  await write(systemActor(db, begun.portal.clock.now()), async tx => {
    const id = Number(/\d+$/.exec(meeting)?.[0])
    await tx.meeting.update({ where: { id }, data: { state: 'MINUTES_IN_PREPARATION' } })
    return { result: undefined, events: [] }
  })
  const path = '/organer/strategigruppe-bolig/forretningsorden/ret'
  const page = await ida.opens(path)
  expect(page).toContain('Afholdte møder beholder de regler, der gjaldt.')
  const { fields } = formTo(page, path)
  const early = await ida.client.post(path, { ...fields, noticeWorkdays: '8', from: '01.12.2026', reason })
  expect(early.text).toContain('Det seneste møde er afholdt den 1. december 2026.')
  await ida.sends(path, { noticeWorkdays: '8', from: '02.12.2026', reason })
  const rules = await db.prisma.rulesOfProcedure.findMany({ where: { bodyId: body.id }, orderBy: { number: 'asc' } })
  expect(rules.map(({ from, noticeWorkdays }) => [from, noticeWorkdays])).toEqual([
    [body.from, 4],
    ['2026-12-02', 8],
  ])
  expect((await ida.client.post(path, { ...fields, noticeWorkdays: '9', from: '03.12.2026', reason })).status).toBe(409)
  await ida.sends(path, { noticeWorkdays: '5', reason })
  expect(await db.prisma.rulesOfProcedure.count({ where: { bodyId: body.id } })).toBe(2)
})

test('a list says what is to come here where there is nothing yet', async () => {
  const page = await ida.opens('/mandater')
  expect(page).toContain('Der er ingen mandater endnu')
  expect(page).not.toContain('Ingen mandater fundet')
})

test.each([
  '/',
  '/moeder',
  '/sager',
  '/beslutninger',
  '/mandater',
  '/opfoelgning',
  '/parter',
  '/aftalen',
  '/organisation',
])('%s is there from the first day', async path => {
  await ida.opens(path)
  await per.opens(path)
})

test('an account’s address is corrected by the administrator, and the person signs in with it', async () => {
  const { id } = await begun.portal.db.prisma.account.findUniqueOrThrow({ where: { email: 'bo@lunde.example' } })
  const path = `/konti/${id}/ret`
  const { fields } = formTo(await per.opens(path), path)
  const taken = await per.client.post(path, { ...fields, email: 'ida@lundebo.example', reason })
  expect(taken.text).toContain('Der findes allerede en konto med den e-mail.')
  await per.sends(path, { email: 'Bo.Dahl@lunde.example', reason })
  await begun.portal.anonymous().signIn('bo.dahl@lunde.example', 'fire tilfældige høje træer')
  expect(await per.opens('/parter/teknik-og-by')).toContain('bo.dahl@lunde.example')
  expect((await ida.client.get(path)).status).toBe(403)
})
