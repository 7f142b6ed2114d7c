import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { systemActor } from '../../src/access/actor.ts'
import { write } from '../../src/database/write.ts'
import { instant } from '../../src/kernel/days.ts'
import { type Client, type TestApp, testApp, testNow } from '../support/app.ts'
import { type MeetingStage, stageFor } from './stage.ts'

let portal: TestApp
let stage: MeetingStage
let housing: Client
let chair: Client
let member: Client

beforeEach(async () => {
  portal = await testApp()
  stage = await stageFor(portal.db)
  housing = await portal.signIn('sekretariat.bolig')
  chair = await portal.signIn('formand')
  member = await portal.signIn('medlem.hoejstrup')
})
afterEach(() => portal.close())

const givenWrittenAllowed = (slug: string) =>
  write(systemActor(portal.db, instant(testNow)), async tx => {
    const bodyId = stage.cooperation.body(slug)
    await tx.rulesOfProcedure.updateMany({ where: { bodyId }, data: { writtenProcedureAllowed: true } })
    return { result: undefined, events: [] }
  })

const plan = (facts: Record<string, unknown> = {}) => ({
  bodyId: stage.cooperation.body('faelles-gruppe'),
  form: 'WRITTEN',
  day: '26.03.2026',
  note: 'Kan ikke vente til april',
  ...facts,
})

const optionOf = (text: string) => text.includes('value="WRITTEN"')

describe('where the rules of procedure do not allow it', () => {
  test('it cannot be chosen, and the form says why', async () => {
    const { text } = await housing.get('/moeder/ny')
    expect(optionOf(text)).toBe(false)
    expect(text).toContain(
      'Skriftlig behandling kan ikke vælges, fordi forretningsordenen for fælles boligstrategisk gruppe',
    )
  })

  test('it is refused at its field also when it is sent, and what was typed stays', async () => {
    const answer = await housing.post('/moeder', plan())
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('som den gælder den 26. marts 2026, tillader ikke skriftlig behandling')
    expect(answer.text).toContain('Kan ikke vente til april')
    expect(await portal.db.prisma.meeting.count()).toBe(0)
  })

  test('where one body allows it, the form says which, and the others are still refused', async () => {
    await givenWrittenAllowed('strategigruppe-bolig')
    const { text } = await housing.get('/moeder/ny')
    expect(optionOf(text)).toBe(true)
    expect(text).toContain('Den kan kun vælges for ')
    expect((await housing.post('/moeder', plan())).status).toBe(422)
  })

  test('a meeting is not made one afterwards', async () => {
    const meetingId = await stage.plan()
    expect(optionOf((await housing.get(`/moeder/${meetingId}/rediger`)).text)).toBe(false)
    const answer = await housing.post(`/moeder/${meetingId}/rediger`, plan({ version: 1 }))
    expect(answer.status).toBe(422)
  })
})

describe('where the rules of procedure allow it', () => {
  beforeEach(() => givenWrittenAllowed('faelles-gruppe'))

  const called = async () => {
    const answer = await housing.post('/moeder', plan())
    expect(answer.status).toBe(303)
    const meetingId = Number(/\d+$/.exec(answer.headers.location ?? '')?.[0])
    await housing.post(`/moeder/${meetingId}/forbered`)
    await stage.put(meetingId, { title: 'Høringssvar om almenboligloven' })
    await stage.called(meetingId)
    return meetingId
  }

  test('it has a deadline, and neither time nor place', async () => {
    const meetingId = await called()
    for (const path of ['', '/dagsorden', '/dagsorden/versioner/1']) {
      const { text } = await member.get(`/moeder/${meetingId}${path}`)
      expect(text).toContain('Svarfrist: torsdag den 26. marts 2026')
      expect(text).not.toContain('kl. 00.00')
    }
    expect((await member.get('/moeder')).text).not.toContain('00.00')
    expect((await chair.get('/')).text).toContain('Åbn den skriftlige behandling med svarfrist den 26. marts 2026')
  })

  test('it is opened when it is sent, and closed when all have answered or the deadline has run out', async () => {
    const meetingId = await called()
    const session = `/moeder/${meetingId}/afvikling`
    expect((await member.post(`${session}/aabn`)).status).toBe(403)
    expect((await chair.post(`${session}/aabn`)).status).toBe(303)
    expect((await member.get('/')).text).toContain('Svar sekretariaterne i den skriftlige behandling')
    const page = (await housing.get(session)).text
    expect((await chair.get(session)).text).toContain('Luk behandlingen')
    expect(page).not.toMatch(/>[^<]*mødet/i)
    expect(page).toContain('Har svaret')
    expect(page).not.toContain('Til stede')
    expect(page).not.toContain('kl. 00.00')

    const early = await chair.post(`${session}/luk`)
    expect(early.status).toBe(422)
    expect(early.text).toContain('Svarfristen er den 26. marts 2026, og')

    await housing.post(`${session}/alle-til-stede`)
    for (const { id, kind } of await portal.db.prisma.agendaItem.findMany({ where: { meetingId } })) {
      const outcome = kind === 'INFORMATION' ? 'NOTED' : kind === 'DECISION' ? 'DECIDED' : 'DISCUSSED'
      const minuted = { version: 0, text: 'Behandlet', outcome, outcomeNote: '', withoutConsequences: '1' }
      await housing.post(`${session}/punkter/${id}`, minuted)
    }
    expect((await chair.post(`${session}/luk`)).status).toBe(303)
    const minutes = (await housing.get(`/moeder/${meetingId}/referat`)).text
    expect(minutes).toContain('Har svaret')
    expect(minutes).toContain('Torsdag den 26. marts 2026')
  })

  test('when the deadline has run out it is closed without those who did not answer', async () => {
    const meetingId = await called()
    const session = `/moeder/${meetingId}/afvikling`
    await chair.post(`${session}/aabn`)
    for (const { id, kind } of await portal.db.prisma.agendaItem.findMany({ where: { meetingId } })) {
      const outcome = kind === 'INFORMATION' ? 'NOTED' : 'NOT_REACHED'
      await housing.post(`${session}/punkter/${id}`, { version: 0, text: '', outcome, outcomeNote: '' })
    }
    expect((await chair.post(`${session}/luk`)).status).toBe(422)
    portal.clock.set('2026-03-27T08:00:00.000Z')
    expect((await chair.post(`${session}/luk`)).status).toBe(303)
  })
})
