import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { removePreparedCheck } from '../../src/features/decisions/coverage/index.ts'
import { cancelMeeting } from '../../src/features/meetings/meetings/index.ts'
import { day } from '../../src/kernel/days.ts'
import { kroner } from '../../src/kernel/money.ts'
import { givenMandate } from '../decisions/given.ts'
import { type MeetingStage, stageFor } from '../meetings/stage.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { htmlFaults } from '../support/html.ts'

let portal: TestApp
let stage: MeetingStage

beforeEach(async () => {
  portal = await testApp()
  stage = await stageFor(portal.db)
})
afterEach(() => portal.close())

const secretariat = () => portal.signIn('sekretariat.bolig')

const costs = (slug: string, amount: string, index = 0) => ({
  [`rows[${index}][organisationId]`]: String(stage.cooperation.organisation(slug)),
  [`rows[${index}][amount]`]: amount,
})

describe('the matrix', () => {
  test('shows every organisation with its mandates and what is left, and where there is none', async () => {
    await givenMandate(portal.db, stage.cooperation, 'hoejstrup', { total: kroner(500_000) })
    const page = await (await portal.signIn('laeser')).get('/mandater/matrix')
    expect(page.status).toBe(200)
    expect(page.text).toContain('Boligforeningen Højstrup')
    expect(page.text).toContain('rest 500.000 kr.')
    expect(page.text).toContain('Intet mandat')
    expect(page.text).toContain('Bed ')
    expect(await htmlFaults(page.text)).toEqual([])
  })

  test('says once what holds for all kinds of consequences', async () => {
    const page = await (await portal.signIn('laeser')).get('/mandater/matrix')
    expect(page.text).toContain('<td colspan="3" data-label="Økonomisk, juridisk og organisatorisk"')
    await givenMandate(portal.db, stage.cooperation, 'hoejstrup', { total: kroner(500_000) })
    const row = (await (await portal.signIn('laeser')).get('/mandater/matrix')).text
      .split('<tr>')
      .find(text => text.includes('Boligforeningen Højstrup</a></th>'))
    expect(row?.match(/<td /g)).toHaveLength(3)
    expect(row).not.toContain('colspan')
  })

  test('is of any day and for a task', async () => {
    await givenMandate(portal.db, stage.cooperation, 'hoejstrup', { coordination: true })
    const client = await portal.signIn('laeser')
    const shows = async (query: string) => (await client.get(`/mandater/matrix?${query}`)).text
    expect(await shows('dag=2026-06-01&opgave=coordination')).toContain('2026-A01')
    expect(await shows('dag=2025-06-01')).not.toContain('>2026-A01</a>')
    expect(await shows('dag=2026-06-01')).toContain('Kun i nogle tilfælde')
    expect(await shows('dag=2026-06-01&opgave=strategy')).not.toContain('Kun i nogle tilfælde')
  })

  test('tells when a day cannot be read, and keeps what was typed', async () => {
    const page = await (await portal.signIn('laeser')).get('/mandater/matrix?dag=i+morgen')
    expect(page.status).toBe(422)
    expect(page.text).toContain('Skriv datoen som dd.mm.åååå')
    expect(page.text).toContain('value="i morgen"')
  })

  test('comes as a table that no spreadsheet takes for formulas', async () => {
    await givenMandate(portal.db, stage.cooperation, 'hoejstrup', { total: kroner(500_000) })
    const answer = await (await portal.signIn('laeser')).get('/mandater/matrix.csv')
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toContain('text/csv')
    expect(answer.headers['content-disposition']).toContain('mandater-2026-03-12.csv')
    expect(answer.text.charCodeAt(0)).toBe(0xfeff)
    expect(answer.text).toContain(
      '2026-03-12;Boligforeningen Højstrup;Boligorganisationerne;Økonomisk;Dækket;500000,00;',
    )
  })

  test('is for those who are signed in and belong to a side', async () => {
    for (const path of ['/mandater/matrix', '/mandater/matrix.csv'])
      expect((await portal.anonymous().get(path)).headers.location).toContain('/log-ind')
  })
})

describe('trying a decision', () => {
  test('shows which mandates to obtain, and stores nothing', async () => {
    await givenMandate(portal.db, stage.cooperation, 'hoejstrup', { total: kroner(100_000) })
    const client = await secretariat()
    expect((await client.get('/mandater/proev')).status).toBe(200)
    const page = await client.post('/mandater/proev', {
      action: 'check',
      day: '2026-05-01',
      ...costs('hoejstrup', '250.000'),
    })
    expect(page.status).toBe(200)
    expect(page.text).toContain('Mandater, der skal indhentes')
    expect(page.text).toContain('der mangler 150.000 kr.')
    expect(page.text).toContain('value="250.000"')
    expect(await portal.db.prisma.preparedCheck.count()).toBe(0)
    expect(await htmlFaults(page.text)).toEqual([])
  })

  test('asks on the day that was typed', async () => {
    await givenMandate(portal.db, stage.cooperation, 'hoejstrup', { to: day('2026-04-30') })
    const client = await secretariat()
    const on = async (typed: string) =>
      (await client.post('/mandater/proev', { action: 'check', day: typed, ...costs('hoejstrup', '5') })).text
    expect(await on('2026-04-30')).toContain('Beslutningen ligger inden for mandaterne')
    expect(await on('2026-05-01')).toContain('udløb den 30. april 2026')
  })

  test('tells what is wrong at its field, and keeps what was typed', async () => {
    const client = await secretariat()
    const amount = await client.post('/mandater/proev', { action: 'check', ...costs('hoejstrup', 'mange penge') })
    expect(amount.status).toBe(422)
    expect(amount.text).toContain('href="#felt-rows-0-amount"')
    expect(amount.text).toContain('value="mange penge"')
    const nobody = await client.post('/mandater/proev', { action: 'check', 'rows[0][amount]': '5' })
    expect(nobody.status).toBe(422)
    expect(nobody.text).toContain('Vælg den organisation, som konsekvensen gælder.')
    const unknown = await client.post('/mandater/proev', {
      action: 'check',
      'rows[0][organisationId]': '99999',
      'rows[0][amount]': '5',
    })
    expect(unknown.status).toBe(422)
    expect(unknown.text).toContain('Vælg en organisation på listen.')
    const empty = await client.post('/mandater/proev', { action: 'check' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Skriv mindst én konsekvens.')
    const nowhere = await client.post('/mandater/proev', { action: 'attach', ...costs('hoejstrup', '5') })
    expect(nowhere.text).toContain('Vælg det punkt, forhåndskontrollen skal knyttes til.')
    expect(await portal.db.prisma.preparedCheck.count()).toBe(0)
  })

  test('a row is added without script', async () => {
    const page = await (await secretariat()).post('/mandater/proev', { action: 'addRow', ...costs('hoejstrup', '5') })
    expect(page.text).toContain('name="rows[3][organisationId]"')
    expect(page.text).toContain('value="5"')
  })

  test('the live check answers with the result alone', async () => {
    const answer = await (await secretariat()).post('/mandater/proev/kontrol', costs('hoejstrup', '5'))
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('Mandater, der skal indhentes')
    expect(answer.text).not.toContain('<html')
  })

  test('is for the secretariats alone', async () => {
    for (const email of ['medlem.hoejstrup', 'formand', 'laeser', 'mandat.hoejstrup', 'administrator']) {
      const client = await portal.signIn(email)
      expect((await client.get('/mandater/proev')).status).toBe(403)
      expect((await client.post('/mandater/proev', costs('hoejstrup', '5'))).status).toBe(403)
      expect((await client.post('/mandater/proev/kontrol', costs('hoejstrup', '5'))).status).toBe(403)
    }
    expect((await portal.anonymous().get('/mandater/proev')).headers.location).toContain('/log-ind')
  })
})

describe('a check attached to an agenda item', () => {
  let meetingId: number
  let itemId: number

  beforeEach(async () => {
    meetingId = await stage.prepared()
    itemId = (await stage.put(meetingId, { kind: 'DECISION', title: 'Fælles rådgivning' })).id
  })

  const attach = async (fields: Record<string, unknown> = costs('hoejstrup', '300.000')) =>
    (await secretariat()).post('/mandater/proev', { action: 'attach', itemId, ...fields })
  const itemPath = () => `/moeder/${meetingId}/punkter/${itemId}/mandater`

  test('is shown there, and made again when mandates have changed', async () => {
    const answer = await attach()
    expect(answer.headers.location).toBe(itemPath())
    const client = await secretariat()
    const before = await client.get(itemPath())
    expect(before.text).toContain('Mandaterne er uændrede siden forhåndskontrollen.')
    expect(before.text).toContain('Ikke dækket')
    expect(await htmlFaults(before.text)).toEqual([])
    await givenMandate(portal.db, stage.cooperation, 'hoejstrup', { total: kroner(500_000) })
    const after = await client.get(itemPath())
    expect(after.text).toContain('Ændret siden')
    expect(after.text).toContain('Nu dækket af mandat 2026-A01.')
  })

  test('the form begins from the item, and from the check', async () => {
    await attach()
    const client = await secretariat()
    const fromItem = await client.get(`/mandater/proev?punkt=${itemId}`)
    expect(fromItem.text).toContain('Fælles rådgivning')
    const check = await portal.db.prisma.preparedCheck.findFirstOrThrow()
    expect((await client.get(`/mandater/proev?kontrol=${check.id}`)).text).toContain('value="300.000,00"')
    expect((await client.get('/mandater/proev?kontrol=9999')).status).toBe(404)
    expect((await client.get('/mandater/proev?punkt=9999')).status).toBe(404)
  })

  test('a corrected one takes its place, and a removed one is gone, but both rows stay', async () => {
    await attach()
    const first = await portal.db.prisma.preparedCheck.findFirstOrThrow()
    await attach({ replaces: String(first.id), ...costs('hoejstrup', '100.000') })
    const client = await secretariat()
    const page = await client.get(itemPath())
    expect(page.text).toContain('100.000,00 kr.')
    expect(page.text).not.toContain('300.000')
    const second = await portal.db.prisma.preparedCheck.findFirstOrThrow({ where: { removedAt: null } })
    const removed = await client.post(`${itemPath()}/${second.id}/fjern`)
    expect(removed.headers.location).toBe(itemPath())
    expect((await client.get(itemPath())).text).toContain('Ingen beslutning er forhåndskontrolleret')
    expect(await portal.db.prisma.preparedCheck.count()).toBe(2)
    const kinds = await portal.db.prisma.event.findMany({
      where: { subject: 'agendaItem', kind: { startsWith: 'check' } },
    })
    expect(kinds.map(({ kind }) => kind)).toEqual(['checkPrepared', 'checkPrepared', 'checkRemoved'])
  })

  test('adds up with the meeting’s others', async () => {
    await givenMandate(portal.db, stage.cooperation, 'hoejstrup', { total: kroner(500_000) })
    const other = (await stage.put(meetingId, { kind: 'DECISION', title: 'Fælles kursus' })).id
    await attach()
    await attach({ itemId: other, ...costs('hoejstrup', '300.000') })
    const client = await secretariat()
    const page = await client.get(`/moeder/${meetingId}/mandater`)
    expect(page.text).toContain('600.000 kr. i alt')
    expect(page.text).toContain('Dækket alene, men ikke sammen med de andre beslutninger')
    expect(page.text).toContain('der mangler 100.000 kr.')
    expect(await htmlFaults(page.text)).toEqual([])
    const csv = await client.get(`/moeder/${meetingId}/mandater.csv`)
    expect(csv.text).toContain('Boligforeningen Højstrup;Økonomisk;')
    expect(csv.text).toContain(';600000,00;Ikke dækket;')
    expect((await client.get('/mandater/matrix')).text).toContain(`/moeder/${meetingId}/mandater`)
  })

  test('is not there for others before the agenda is sent', async () => {
    await attach()
    for (const email of ['laeser', 'medlem.hoejstrup']) {
      const client = await portal.signIn(email)
      for (const path of [itemPath(), `/moeder/${meetingId}/mandater`, `/moeder/${meetingId}/mandater.csv`])
        expect((await client.get(path)).status).toBe(404)
    }
  })

  test('of a closed item is kept from those who may not read it, in the sum as well', async () => {
    const recommendation = 'Det indstilles, at forslaget følges.'
    const whole = { kind: 'DECISION', recommendation, presentation: 'Kort om sagen.' } as const
    const meeting = await stage.prepared('faelles-gruppe', '2026-05-28')
    const open = (await stage.put(meeting, { ...whole, title: 'Fælles kursus' })).id
    const closed = (
      await stage.put(meeting, {
        ...whole,
        title: 'Køb af grund',
        closed: true,
        closedReason: 'forhandlingsposition',
        publicTitle: 'Aftale',
      })
    ).id
    await attach({ itemId: open, ...costs('hoejstrup', '111.000') })
    await attach({ itemId: closed, ...costs('kristiansdal', '777.000') })
    await stage.called(meeting)
    const sum = `/moeder/${meeting}/mandater`
    const member = await portal.signIn('medlem.hoejstrup')
    expect((await member.get(sum)).text).toContain('777.000 kr.')
    const reader = await portal.signIn('laeser')
    for (const path of [sum, `${sum}.csv`]) {
      const seen = (await reader.get(path)).text
      expect(seen).toMatch(/111\.?000/)
      for (const secret of [/777\.?000/, /Kristiansdal/, /Køb af grund/]) expect(seen).not.toMatch(secret)
    }
    expect((await reader.get(`/moeder/${meeting}/punkter/${open}/mandater`)).status).toBe(200)
    expect((await reader.get(`/moeder/${meeting}/punkter/${closed}/mandater`)).status).toBe(404)
  })

  test('fills in the form of the decision when the meeting comes to the item', async () => {
    await attach()
    const form = `/moeder/${meetingId}/punkter/${itemId}/beslutning`
    const page = await (await secretariat()).get(form)
    expect(page.text).toContain('Rækkerne er hentet fra forhåndskontrollen.')
    expect(page.text).toContain('value="300.000,00"')
  })

  test('cannot be attached by others, to a meeting that is off, or taken off through another item', async () => {
    await attach()
    const check = await portal.db.prisma.preparedCheck.findFirstOrThrow()
    const member = await portal.signIn('medlem.hoejstrup')
    // To a member an item that is not sent does not exist.
    expect((await member.post(`${itemPath()}/${check.id}/fjern`)).status).toBe(404)
    const other = (await stage.put(meetingId, { kind: 'DECISION', title: 'Andet' })).id
    const client = await secretariat()
    expect((await client.post(`/moeder/${meetingId}/punkter/${other}/mandater/${check.id}/fjern`)).status).toBe(404)
    await expect(removePreparedCheck(stage.cooperation.actor('medlem.hoejstrup'), check.id)).rejects.toThrow()
    await cancelMeeting(stage.housing(), { meetingId, reason: 'Ingen punkter' })
    const refused = await attach()
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Mødet er åbnet')
  })
})
