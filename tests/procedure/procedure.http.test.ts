import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { procedureKind } from '../../src/features/decisions/procedure/procedure-kind.ts'
import { planMeeting } from '../../src/features/meetings/meetings/index.ts'
import { day } from '../../src/kernel/days.ts'
import { adoptText } from '../adoption/given.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'

// R62, R64: what people see of the rules that their meetings are held by. One world, in its order.

let portal: TestApp
let cooperation: Cooperation
let housing: Client
let municipality: Client
let reader: Client
beforeAll(async () => {
  portal = await testApp()
  cooperation = givenCooperation(portal.db)
  housing = await portal.signIn('sekretariat.bolig')
  municipality = await portal.signIn('sekretariat.kommune')
  reader = await portal.signIn('laeser')
})
afterAll(() => portal.close())

const slug = 'forretningsorden-for-faelles-boligstrategisk-gruppe'
const draft = `/forretningsorden/${slug}/udkast`
const plain = (text: string) => text.replace(/\s+/g, ' ')
const written = '2026-03-02T09:00:00.000Z'
const meetingOn = async (on: string) =>
  (
    await planMeeting(cooperation.actor('sekretariat.bolig', written), {
      bodyId: cooperation.body('faelles-gruppe'),
      ...{ form: 'ORDINARY', day: day(on), startsAt: '13:00', endsAt: '15:00', place: 'Rådhuset' },
    })
  ).id
const parameters = {
  ...{ noticeWorkdays: 6, proposalDeadlineWorkdays: 12, agendaWorkdays: 8, minutesWorkdays: '', objectionDays: 10 },
  ...{
    quorumHousing: 3,
    quorumMunicipality: 3,
    chairs: 'MEMBERS',
    decidedBy: 'CONSENSUS',
    writtenProcedureAllowed: '1',
  },
}

describe('before the group has adopted its own', () => {
  test('the stated default is shown, with the other bodies’ and the meetings that they govern', async () => {
    await meetingOn('2026-03-16')
    const text = plain((await reader.get('/forretningsorden').expect(200)).text)
    expect(text).toContain('Standard, gælder fra den')
    expect(text).toContain('Standarden gælder, indtil gruppen vedtager sin egen forretningsorden.')
    expect(text).toContain('mandag den 16. marts 2026')
    expect(text).toContain('href="/organer/strategigruppe-kommune#forretningsorden"')
    expect(text).not.toContain('Skriv en forretningsorden')
    expect(text).not.toContain('Ret standarden')
    const secretary = plain((await housing.get('/forretningsorden')).text)
    expect(secretary).toContain('href="/organer/faelles-gruppe/forretningsorden/ret"')
    // Each secretariat keeps its own side's.
    expect(secretary).toContain('href="/organer/strategigruppe-bolig/forretningsorden/ret"')
    expect(secretary).not.toContain('href="/organer/strategigruppe-kommune/forretningsorden/ret"')
  })

  test('both secretariats write it, and nobody else sees it or its forms', async () => {
    expect((await reader.get('/forretningsorden/ny')).status).toBe(403)
    const begun = await housing.post('/forretningsorden/ny')
    expect(begun.headers.location).toBe(draft)
    expect((await reader.get(draft)).status).toBe(404)
    expect(plain((await reader.get('/forretningsorden')).text)).not.toContain('Udkast til version 1')
    expect(plain((await municipality.get('/forretningsorden')).text)).toContain('Udkast til version 1')
    const wrong = await housing.post(`${draft}/frister`, {
      ...parameters,
      version: 1,
      noticeWorkdays: 'x',
      chairs: 'K',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Skriv et antal hverdage mellem 0 og 60.')
    expect(wrong.text).toContain('Vælg, hvem der kan lede mødet.')
    expect(wrong.text).toContain('value="12"')
    await housing.post(`${draft}/frister`, { ...parameters, version: 1 }).expect(303)
    const late = await municipality.post(`${draft}/frister`, { ...parameters, version: 1, objectionDays: 3 })
    expect(late.status).toBe(409)
    await municipality
      .post(`${draft}/afsnit/a1`, { version: 2, heading: 'Opgave', text: 'Gruppens **opgave**.' })
      .expect(303)
    const text = plain((await housing.get(draft)).text)
    expect(text).toContain('<strong>opgave</strong>')
    expect(text).toContain('Dagsordenen er godkendt senest 8 hverdage før mødet')
    const compared = plain((await housing.get(`/forretningsorden/${slug}/sammenlign?fra=1&til=3`)).text)
    expect(compared).toContain('Frister og regler for møderne')
  })
})

describe('when the group has adopted it', () => {
  test('every meeting says which version governs it, and counts its days by that', async () => {
    await adoptText(portal.db, cooperation, procedureKind, { slug, written: '2026-03-02', on: '2026-03-19' })
    portal.clock.set('2026-03-20T08:00:00.000Z')
    const [after] = [await meetingOn('2026-04-30')]
    const before = await portal.db.prisma.meeting.findFirstOrThrow({ where: { day: '2026-03-16' } })
    const early = plain((await reader.get(`/moeder/${before.id}`)).text)
    expect(early).toContain('<a href="/forretningsorden?dag=2026-03-16">Standard, gælder fra den')
    const late = plain((await reader.get(`/moeder/${after}`)).text)
    expect(late).toContain('<a href="/forretningsorden?dag=2026-04-30">Version 1, gælder fra den 19. marts 2026</a>')
    expect(late).toContain('Dagsordenen er klar senest</dt><dd class="lines">20. april 2026')
    expect(late).toContain('Dagsordenen udsendes senest</dt><dd class="lines">22. april 2026')
  })

  test('it is read with its sections and its decision, and as of any day', async () => {
    const text = plain((await reader.get('/forretningsorden')).text)
    expect(text).toContain('Version 1, gælder fra den 19. marts 2026')
    expect(text).toContain('<strong>opgave</strong>')
    expect(text).toMatch(/<a href="\/beslutninger\/2026\/\d+">Beslutning 2026\/\d+<\/a>/)
    expect(text).not.toContain('Skriv en forretningsorden')
    const past = plain((await reader.get('/forretningsorden?dag=2026-03-18')).text)
    expect(past).toContain('Reglerne den 18. marts 2026')
    expect(past).toContain('<strong>Standard, gælder fra den')
    await reader.get(`/forretningsorden/${slug}/versioner/1`).expect(200)
    expect((await reader.get(draft)).headers.location).toBe(`/forretningsorden/${slug}`)
  })

  test('the default can no longer be changed, and the page says who decides', async () => {
    const refused = await housing.get('/organer/faelles-gruppe/forretningsorden/ret')
    expect(refused.text).toContain('Den ændres kun ved en ny beslutning i gruppen.')
    expect((await housing.get('/organer/faelles-gruppe')).text).not.toContain(
      '/organer/faelles-gruppe/forretningsorden/ret',
    )
  })

  test('a member opens a meeting where the rules of its day let one', async () => {
    const member = await portal.signIn('medlem.hoejstrup')
    const meeting = await portal.db.prisma.meeting.findFirstOrThrow({ where: { day: '2026-04-30' } })
    const answer = await member.post(`/moeder/${meeting.id}/afvikling/aabn`)
    // Not for want of the right: it has not been called.
    expect(answer.status).toBe(404)
    const early = await portal.db.prisma.meeting.findFirstOrThrow({ where: { day: '2026-03-16' } })
    expect((await member.post(`/moeder/${early.id}/afvikling/aabn`)).status).toBe(403)
  })
})

test('a side’s own secretariat changes its group’s rules from a day, and the meetings before keep theirs', async () => {
  const path = '/organer/strategigruppe-bolig/forretningsorden/ret'
  const form = { ...parameters, version: 1, quorumHousing: 2, text: 'Møderne er **lukkede**.', reason: 'Nyt varsel' }
  expect((await municipality.get(path)).status).toBe(403)
  await housing.post(path, { ...form, from: '2026-06-01' }).expect(303)
  const now = plain((await housing.get('/organer/strategigruppe-bolig')).text)
  expect(now).toContain('Standard, gælder fra den')
  expect(now).toContain('01.06.2026')
  const later = plain((await housing.get('/organer/strategigruppe-bolig?dag=2026-06-01')).text)
  expect(later).toContain('Version 1, gælder fra den 1. juni 2026')
  expect(later).toContain('<strong>lukkede</strong>')
})
