import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { recordDecision } from '../../src/features/decisions/decisions/index.ts'
import { day } from '../../src/kernel/days.ts'
import { kroner } from '../../src/kernel/money.ts'
import { draft, givenItemInSession, givenMandate, publish } from '../decisions/given.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import { bound, givenPending, later, protocol, referralsOf, stateOf } from './given.ts'

let portal: TestApp
let cooperation: Cooperation

beforeEach(async () => {
  portal = await testApp()
  cooperation = givenCooperation(portal.db)
})
afterEach(() => portal.close())

const page = '/forelaeggelser/2026-F01'
const onTheDay = () => portal.clock.set(later)
const filled = { version: '1', answer: 'ONE_OFF', answeredOn: '18.03.2026', protocolItem: '7' }
const file = { field: 'fil', name: protocol.name, content: protocol.buffer }

describe('the list of referrals', () => {
  test('says what to do while there are none, and what waits by its deadline', async () => {
    const client = await portal.signIn('sekretariat.bolig')
    expect((await client.get('/forelaeggelser')).text).toContain('Der er ingen forelæggelser endnu')
    await givenPending(portal.db, cooperation)
    const list = async (query = '') => (await client.get(`/forelaeggelser${query}`)).text
    expect(await list()).toContain('2026-F01')
    expect(await list()).not.toContain('Fristen er overskredet</span>')
    expect(await list('?tilstand=overskredet')).toContain('Ingen forelæggelser fundet')
    expect(await list('?tilstand=afslaaet')).toContain('Ingen forelæggelser fundet')
    expect(await list(`?tilstand=&organisation=${cooperation.organisation('hoejstrup')}`)).toContain('2026-F01')
    expect(await list(`?organisation=${cooperation.organisation('fab')}`)).not.toContain('2026-F01')
    expect(await list('?tilstand=vrøvl&organisation=x&efter=y')).toContain('2026-F01')
    portal.clock.set('2026-05-01T09:00:00.000Z')
    expect(await list('?tilstand=overskredet')).toContain('Fristen er overskredet')
  })

  test('shows a reader those whose minutes are out, and a keeper those of the own organisation', async () => {
    const { meetingId } = await givenPending(portal.db, cooperation)
    const reader = await portal.signIn('laeser')
    const keeper = await portal.signIn('mandat.hoejstrup')
    expect((await reader.get('/forelaeggelser')).text).not.toContain('2026-F01')
    await reader.get(page).expect(404)
    expect((await keeper.get('/forelaeggelser')).text).toContain('2026-F01')
    await publish(portal.db, meetingId)
    expect((await reader.get('/forelaeggelser')).text).toContain('2026-F01')
    await reader.get(page).expect(200)
  })
})

describe('a referral’s page', () => {
  test('is the material in one: what is asked and why, the decision, and what it was taken on', async () => {
    await givenPending(portal.db, cooperation)
    const { text } = await (await portal.signIn('mandat.hoejstrup')).get(page)
    expect(text).toContain('Det indstilles til organisationsbestyrelsen i Boligforeningen Højstrup')
    expect(text).toContain('Rådgivningen etableres fra 1. august.')
    expect(text).toContain('Sekretariaterne indstiller, at rådgivningen etableres.')
    expect(text).toContain('Registrér svaret')
  })

  test('tells no more of a closed decision than its public title, but the keeper reads it', async () => {
    const item = await givenItemInSession(portal.db, cooperation, { closed: true })
    await recordDecision(
      cooperation.actor('sekretariat.bolig'),
      draft(item, {
        consequences: [bound(cooperation, 'hoejstrup', 500_000)],
        subjectToApproval: true,
        title: 'Køb af grunden',
        publicTitle: 'Aftale under forhandling',
        publicText: 'Gruppen har givet mandat.',
      }),
    )
    await publish(portal.db, item.meetingId)
    const { text } = await (await portal.signIn('laeser')).get(page).expect(200)
    expect(text).toContain('Aftale under forhandling')
    expect(text).not.toContain('Køb af grunden')
    expect((await (await portal.signIn('mandat.hoejstrup')).get(page)).text).toContain('Køb af grunden')
  })

  test('is not there for an address that makes no sense', async () => {
    const client = await portal.signIn('sekretariat.bolig')
    for (const number of ['2026-F99', 'abc', '2026-F01/bilag/7', '2026-F01/protokol'])
      await client.get(`/forelaeggelser/${number}`).expect(404)
  })
})

describe('answering', () => {
  test('is for the organisation’s keeper alone', async () => {
    await givenPending(portal.db, cooperation)
    onTheDay()
    for (const key of ['sekretariat.bolig', 'formand', 'mandat.kristiansdal', 'medlem.hoejstrup']) {
      const client = await portal.signIn(key)
      const statuses = [(await client.get(`${page}/svar`)).status, (await client.post(`${page}/svar`, filled)).status]
      expect(statuses.every(status => status === 403 || status === 404)).toBe(true)
    }
    const anonymous = await portal.anonymous().get(`${page}/svar`)
    expect(anonymous.status).toBe(303)
    expect(anonymous.headers.location).toContain('/log-ind')
    await (await portal.signIn('mandat.hoejstrup')).get(`${page}/svar`).expect(200)
  })

  test('says at the field what is missing, and keeps what was typed', async () => {
    await givenPending(portal.db, cooperation)
    onTheDay()
    const client = await portal.signIn('mandat.hoejstrup')
    const send = async (fields: Record<string, string>) => {
      const answer = await client.post(`${page}/svar`, { ...filled, ...fields })
      expect(answer.status).toBe(422)
      return answer.text
    }
    expect(await send({ answer: '', protocolItem: 'Sag 12' })).toMatch(/Vælg, hvad organet har svaret\.[\s\S]*Sag 12/)
    expect(await send({ answeredOn: '18/18/2026' })).toContain('Skriv datoen som')
    expect(await send({ answeredOn: '01.03.2026' })).toContain('efter at beslutningen blev truffet')
    expect(await send({})).toContain('Vedhæft protokollen.')
    expect(await send({ answer: 'DECLINED' })).toContain('Skriv organets begrundelse for afslaget.')
    expect(await send({ answer: 'STANDING' })).toContain('Giv det stående mandat en titel.')
    expect(await send({ answer: 'STANDING', total: 'meget' })).toContain('Skriv beløbet i kroner')
    const notAFile = await client.upload(`${page}/svar`, filled, { ...file, content: Buffer.from('hej') })
    expect(notAFile.status).toBe(422)
  })

  test('approves with the protocol: the decision takes effect, and everyone can read why', async () => {
    const { id, number } = await givenPending(portal.db, cooperation)
    onTheDay()
    const client = await portal.signIn('mandat.hoejstrup')
    const answer = await client.upload(`${page}/svar`, filled, file)
    expect(answer.status).toBe(303)
    expect((await stateOf(portal.db, id)).state).toBe('EFFECTIVE')
    const { text } = await client.get(page)
    expect(text).toContain('har godkendt')
    await client.get(`${page}/protokol`).expect(200)
    const decision = await (await portal.signIn('sekretariat.bolig')).get(`/beslutninger/${number}`)
    expect(decision.text).toContain('Trådt i kraft den 18. marts 2026.')
    expect(decision.text).toContain('Forelagt organisationsbestyrelsen i Boligforeningen Højstrup')
    const again = await client.upload(`${page}/svar`, { ...filled, version: '2' }, file)
    expect(again.status).toBe(422)
    expect(again.text).toContain('allerede besvaret')
  })
})

describe('a decision’s page', () => {
  test('says of itself why it is not in effect, and what is missing from whom', async () => {
    const { number } = await givenPending(portal.db, cooperation)
    const { text } = await (await portal.signIn('sekretariat.bolig')).get(`/beslutninger/${number}`)
    expect(text).toContain('Hvad mangler, før beslutningen træder i kraft')
    expect(text).toContain(
      'Organisationsbestyrelsen i Boligforeningen Højstrup skal svare på forelæggelse 2026-F01 senest den 23. april 2026.',
    )
    expect(text).toContain('Svaret registreres af')
  })

  test('lets a secretariat check again, once a mandate has begun to hold', async () => {
    const { id, number } = await givenPending(portal.db, cooperation)
    const from = day('2026-03-17')
    const mandate = await givenMandate(portal.db, cooperation, 'hoejstrup', { total: kroner(600_000), from })
    expect((await stateOf(portal.db, id)).state).toBe('CONDITIONAL')
    onTheDay()
    const { text } = await (await portal.signIn('sekretariat.bolig')).get(`/beslutninger/${number}`)
    expect(text).toContain(`Mandat ${mandate.number} dækker det nu.`)
    await (await portal.signIn('formand')).post(`/beslutninger/${number}/kontroller-igen`).expect(403)
    await (await portal.signIn('sekretariat.kommune')).post(`/beslutninger/${number}/kontroller-igen`).expect(303)
    expect((await stateOf(portal.db, id)).state).toBe('EFFECTIVE')
    expect((await referralsOf(portal.db, id))[0]?.withdrawnWhy).toContain('dækket af mandat')
  })
})

describe('the deadline', () => {
  const path = `${page}/frist`

  test('is put off by a secretariat with a reason, which the keeper and the trail are told', async () => {
    const { number } = await givenPending(portal.db, cooperation)
    const client = await portal.signIn('sekretariat.bolig')
    expect((await client.get(page)).text).toContain(`href="${path}"`)
    expect((await client.get(path)).text).toContain('senest den 23. april 2026')
    const fields = { version: '1', to: '2026-05-20', reason: 'Bestyrelsen mødes først i maj.' }
    await client.post(path, fields).expect(303)
    expect((await (await portal.signIn('mandat.hoejstrup')).get(page)).text).toContain(
      'Fra den 23. april 2026 til den 20. maj 2026 af ',
    )
    const decision = (await client.get(`/beslutninger/${number}`)).text
    expect(decision).toContain('2026-F01 senest den 20. maj 2026.')
    expect(decision).toContain('Svarfrist den 23. april 2026.')
    expect(decision).toContain('Svarfristen for 2026-F01 er forlænget til den 20. maj 2026')
    expect(decision).toContain('Begrundelse: Bestyrelsen mødes først i maj.')
    expect(await portal.db.prisma.event.count({ where: { kind: 'referralExtended' } })).toBe(1)
    await client.post(path, { ...fields, to: '2026-06-20' }).expect(409)
  })

  test('is not moved back, nor of a referral that is answered; what is wrong is told at its field', async () => {
    await givenPending(portal.db, cooperation)
    const client = await portal.signIn('sekretariat.kommune')
    const wrong = await client.post(path, { version: '1', to: 'snart', reason: '' }).expect(422)
    for (const told of ['href="#felt-to"', 'href="#felt-reason"', 'value="snart"']) expect(wrong.text).toContain(told)
    const fields = { version: '1', reason: 'Mødet er flyttet.' }
    expect((await client.post(path, { ...fields, to: '2026-04-23' })).text).toContain('efter den nuværende')
    expect((await client.post(path, { ...fields, to: '2027-04-23' })).text).toContain('højst ligge et år frem')
    onTheDay()
    await (await portal.signIn('mandat.hoejstrup')).upload(`${page}/svar`, filled, file)
    expect((await client.get(path)).text).toContain('ingen frist at forlænge')
    expect((await client.post(path, { ...fields, version: '2', to: '2026-05-20' })).text).toContain('ingen frist at')
  })

  test('is the secretariats’ to put off', async () => {
    await givenPending(portal.db, cooperation)
    for (const email of ['mandat.hoejstrup', 'formand']) {
      const client = await portal.signIn(email)
      await client.get(path).expect(403)
      await client.post(path, { version: '1', to: '2026-05-20', reason: 'Nej' }).expect(403)
    }
  })
})

test('what waits and is overdue stands on the overview of the keeper and both secretariats', async () => {
  await givenPending(portal.db, cooperation)
  portal.clock.set('2026-05-01T09:00:00.000Z')
  for (const key of ['mandat.hoejstrup', 'sekretariat.bolig', 'sekretariat.kommune'])
    expect((await (await portal.signIn(key)).get('/')).text).toContain('forelæggelse 2026-F01')
  expect((await (await portal.signIn('mandat.byraad')).get('/')).text).not.toContain('2026-F01')
})

describe('a decision in another’s place', () => {
  test('is told in the form with what was spent, and marks both', async () => {
    const mandate = await givenMandate(portal.db, cooperation, 'hoejstrup', { total: kroner(500_000) })
    const item = await givenItemInSession(portal.db, cooperation)
    const earlier = await recordDecision(
      cooperation.actor('sekretariat.kommune'),
      draft(item, { consequences: [bound(cooperation, 'hoejstrup', 400_000)] }),
    )
    const client = await portal.signIn('sekretariat.kommune')
    const path = `/moeder/${item.meetingId}/punkter/${item.itemId}/beslutning`
    const form = {
      action: 'record',
      title: 'Rådgivningen opgives',
      text: 'Rådgivningen opgives.',
      stanceHousing: 'SUPPORTS',
      stanceMunicipality: 'SUPPORTS',
      noFollowUp: 'on',
      replacementKind: 'REVERSES',
      replacesNumber: earlier.number,
      // Of the same item, and another decision.
      standing: earlier.number,
      another: '1',
    }
    const unknown = await client.post(path, { ...form, replacesNumber: '2026/99' }).expect(422)
    expect(unknown.text).toContain('Der er ingen beslutning med nummeret »2026/99«.')
    const unsaid = await client.post(path, form).expect(422)
    expect(unsaid.text).toContain('Skriv, hvad der er brugt')
    expect(unsaid.text).toContain(`name="spent[m${mandate.id}]"`)
    const told = { ...form, spentFor: earlier.number, [`spent[m${mandate.id}]`]: '400.001' }
    const tooMuch = await client.post(path, told).expect(422)
    expect(tooMuch.text).toContain('højst være brugt 400.000 kr.')
    expect(tooMuch.text).toContain(`id="felt-spent-m${mandate.id}-error"`)
    await client.post(path, { ...told, [`spent[m${mandate.id}]`]: '150.000' }).expect(303)
    const left = await portal.db.prisma.mandate.findUniqueOrThrow({ where: { id: mandate.id } })
    expect(left.drawn).toBe(BigInt(kroner(150_000)))
    expect((await client.get(`/beslutninger/${earlier.number}`)).text).toContain('Omgjort ved beslutning 2026/2')
    expect((await client.get('/beslutninger/2026/2')).text).toContain('Omgør')
  })
})
