import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { admitGuest, recuse } from '../../src/features/decisions/minutes/index.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import { duringMeeting, givenCalledMeeting, givenMeetingInSession, giveOutcomes } from './given-meeting.ts'

let portal: TestApp
let cooperation: Cooperation

beforeEach(async () => {
  portal = await testApp({ now: duringMeeting })
  cooperation = givenCooperation(portal.db, duringMeeting)
})
afterEach(() => portal.close())

const sessionOf = (id: number) => `/moeder/${id}/afvikling`

describe('the session page', () => {
  test('lets the secretariat enter attendance and follow the quorum live (R77)', async () => {
    const meeting = await givenCalledMeeting(portal.db, cooperation)
    const chair = await portal.signIn('formand')
    expect((await chair.get(sessionOf(meeting.id))).text).toContain('Åbn mødet')
    const opened = await chair.post(`${sessionOf(meeting.id)}/aabn`)
    expect(opened.status).toBe(303)

    const secretary = await portal.signIn('sekretariat.bolig')
    const page = await secretary.get(sessionOf(meeting.id))
    expect(page.status).toBe(200)
    expect(page.text).toContain('Der er endnu ikke registreret fremmøde.')
    await secretary.post(`${sessionOf(meeting.id)}/alle-til-stede`)
    expect((await secretary.get(sessionOf(meeting.id))).text).toContain('Mødet er beslutningsdygtigt.')

    const marked = await secretary.post(`${sessionOf(meeting.id)}/fremmoede/${cooperation.person('medlem.bykultur')}`, {
      version: 2,
      status: 'APOLOGIES',
      standInPersonId: cooperation.person('bjergskov'),
    })
    expect(marked.status).toBe(303)
    const told = await secretary.get(sessionOf(meeting.id))
    expect(told.text).toContain('Stedfortræder: Laura Bjergskov')
  })

  test('is read along by members, without a form to write in', async () => {
    const meeting = await givenMeetingInSession(portal.db, cooperation)
    await giveOutcomes(portal.db, cooperation, meeting)
    const member = await portal.signIn('medlem.fab')
    const page = await member.get(sessionOf(meeting.id))
    expect(page.text).toContain('Behandlet: Status på Vollsmose.')
    expect(page.text).toContain('Behandlet: Køb af grunden på Skovvej.')
    expect(page.text).not.toContain('alle-til-stede')
    expect((await member.get(`${sessionOf(meeting.id)}/live`)).text).toContain('Behandlet: Status på Vollsmose.')
    const writing = await member.post(`${sessionOf(meeting.id)}/alle-til-stede`)
    expect(writing.status).toBe(403)
  })

  test('does not exist for those outside the group, nor before the call', async () => {
    const meeting = await givenMeetingInSession(portal.db, cooperation)
    for (const key of ['laeser', 'strategi.bolig', 'administrator']) {
      const outsider = await portal.signIn(key)
      expect((await outsider.get(sessionOf(meeting.id))).status, key).toBe(404)
      expect((await outsider.get(`${sessionOf(meeting.id)}/live`)).status, key).toBe(404)
    }
    expect((await portal.anonymous().get(sessionOf(meeting.id))).status).toBe(303)
    expect((await (await portal.signIn('formand')).get(sessionOf(9999))).status).toBe(404)
  })

  test('a member sends apologies before the meeting', async () => {
    const meeting = await givenCalledMeeting(portal.db, cooperation)
    const member = await portal.signIn('medlem.bykultur')
    const form = await member.get(`/moeder/${meeting.id}/afbud`)
    expect(form.text).toContain('Laura Bjergskov')
    const sent = await member.post(`/moeder/${meeting.id}/afbud`, { standInPersonId: cooperation.person('bjergskov') })
    expect(sent.status).toBe(303)
    const secretary = await portal.signIn('sekretariat.kommune')
    expect((await secretary.get(sessionOf(meeting.id))).text).toContain('Stedfortræder: Laura Bjergskov')
  })
})

describe('an item while it is treated', () => {
  const itemOf = async () => {
    const meeting = await givenMeetingInSession(portal.db, cooperation)
    return { meeting, path: `${sessionOf(meeting.id)}/punkter/${meeting.items['Status på Vollsmose']}` }
  }

  test('is saved of itself while the secretary writes, and says which version it is', async () => {
    const { path } = await itemOf()
    const secretary = await portal.signIn('sekretariat.bolig')
    expect((await secretary.get(path)).text).toContain('data-autosave')
    const first = await secretary.postForJson(path, { version: 0, text: 'Udkast', outcome: '', outcomeNote: '' })
    expect(first.body).toMatchObject({ version: 1, stored: { text: 'Udkast', outcome: '' } })
    const second = await secretary.postForJson(path, {
      version: 1,
      text: 'Udkast, længere',
      outcome: 'POSTPONED',
      outcomeNote: '',
    })
    expect(second.body).toMatchObject({
      version: 2,
      stored: { outcome: '' },
      note: expect.stringContaining('udsat til'),
    })
  })

  test('shows both texts when another secretary saved first, and loses neither', async () => {
    const { path } = await itemOf()
    const [housing, municipality] = [
      await portal.signIn('sekretariat.bolig'),
      await portal.signIn('sekretariat.kommune'),
    ]
    const draft = { version: 0, outcome: 'DISCUSSED', outcomeNote: '' }
    expect((await housing.post(path, { ...draft, text: 'Boligernes udgave' })).status).toBe(303)
    const autosaved = await municipality.postForJson(path, { ...draft, text: 'Kommunens udgave' })
    expect(autosaved.status).toBe(409)
    expect(autosaved.body).toMatchObject({ current: { text: 'Boligernes udgave' }, version: 1 })
    const answer = await municipality.post(path, { ...draft, text: 'Kommunens udgave' })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('En anden referent har gemt dette punkt, mens du skrev')
    expect(answer.text).toContain('Boligernes udgave')
    expect(answer.text).toContain('Kommunens udgave')
    expect(answer.text).toContain('name="version" value="1"')
    // What both left alike is no conflict, and no code of ours is shown.
    expect(answer.text).not.toContain('Resultat: gemt udgave')
    expect(answer.text).not.toMatch(/<pre[^>]*>(DISCUSSED)?<\/pre>/)
    const other = await municipality.post(path, {
      version: 0,
      text: 'Boligernes udgave',
      outcome: 'POSTPONED',
      outcomeNote: '',
    })
    expect(other.text).toContain('>Drøftet</pre>')
    expect(other.text).toContain('>Punktet er udsat</pre>')
    expect((await municipality.post(path, { ...draft, version: 1, text: 'Begge dele' })).status).toBe(303)
  })

  test('refuses an outcome that does not fit, at its field, and keeps what was typed', async () => {
    const { path } = await itemOf()
    const secretary = await portal.signIn('sekretariat.bolig')
    const answer = await secretary.post(path, { version: 0, text: 'Min tekst', outcome: 'FORWARDED', outcomeNote: '' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Skriv, hvem punktet er oversendt til.')
    expect(answer.text).toContain('href="#felt-outcomeNote"')
    expect(answer.text).toContain('Min tekst')
    const nonsense = await secretary.post(path, { version: 'x', text: '', outcome: 'MAYBE', outcomeNote: '' })
    expect(nonsense.status).toBe(422)
  })

  test('a form that is sent twice takes effect once', async () => {
    const { meeting, path } = await itemOf()
    const secretary = await portal.signIn('sekretariat.bolig')
    const form = { statementBy: cooperation.person('medlem.fab'), statementText: 'Uenig.', _once: 'a'.repeat(32) }
    const answers = await Promise.all([
      secretary.post(`${path}/udtalelser`, form),
      secretary.post(`${path}/udtalelser`, form),
    ])
    expect(answers.map(answer => answer.status)).toEqual([303, 303])
    const count = portal.db.sql.asStored<{ n: number }>(
      'SELECT count(*) AS n FROM MinutedStatement s JOIN AgendaItem i ON i.id = s.itemId WHERE i.meetingId = ?',
      meeting.id,
    )[0]
    expect(count?.n).toBe(1)
  })

  test('an item of another meeting is not reached through this one’s address', async () => {
    const { meeting } = await itemOf()
    const other = await givenCalledMeeting(portal.db, cooperation)
    const secretary = await portal.signIn('sekretariat.bolig')
    const path = `${sessionOf(meeting.id)}/punkter/${other.items['Status på Vollsmose']}`
    expect((await secretary.get(path)).status).toBe(404)
    expect((await secretary.post(path, { version: 0, text: '', outcome: '', outcomeNote: '' })).status).toBe(404)
  })

  test('a closed item disappears for the member who is recused from it', async () => {
    const meeting = await givenMeetingInSession(portal.db, cooperation)
    await giveOutcomes(portal.db, cooperation, meeting)
    const closed = `${sessionOf(meeting.id)}/punkter/${meeting.items['Køb af grunden på Skovvej']}`
    const member = await portal.signIn('medlem.fab')
    expect((await member.get(closed)).status).toBe(200)
    const secretary = await portal.signIn('sekretariat.bolig')
    await secretary.post(`${closed}/inhabilitet`, {
      recusedId: cooperation.person('medlem.fab'),
      recusalReason: 'Nabo',
    })
    expect((await member.get(closed)).status).toBe(404)
    const session = await member.get(sessionOf(meeting.id))
    expect(session.text).not.toContain('Køb af grunden på Skovvej')
    expect(session.text).toContain('Køb af fast ejendom')
  })

  test('a closed item’s guests are not shown to the member who is recused from it', async () => {
    const meeting = await givenMeetingInSession(portal.db, cooperation)
    const itemId = meeting.items['Køb af grunden på Skovvej'] ?? 0
    const secretary = cooperation.actor('sekretariat.bolig', duringMeeting)
    await admitGuest(secretary, { meetingId: meeting.id, itemId, name: 'Mægler Vagn Skov', organisation: '' })
    const member = await portal.signIn('medlem.fab')
    expect((await member.get(sessionOf(meeting.id))).text).toContain('Mægler Vagn Skov')
    await recuse(secretary, { itemId, personId: cooperation.person('medlem.fab'), reason: 'Nabo' })
    expect((await member.get(sessionOf(meeting.id))).text).not.toContain('Mægler Vagn Skov')
  })

  test('a guest is admitted for one item by the secretariat, and stands in the minutes (R45)', async () => {
    const { meeting } = await itemOf()
    const itemId = meeting.items['Status på Vollsmose']
    const secretary = await portal.signIn('sekretariat.bolig')
    const guest = { guestName: 'Forsker Asta Grønholt', guestOrganisation: 'SDU', guestItem: String(itemId) }
    expect((await secretary.post(`${sessionOf(meeting.id)}/gaester`, guest)).status).toBe(303)
    expect((await secretary.get(`/moeder/${meeting.id}/referat`)).text).toContain('Forsker Asta Grønholt')
    const member = await portal.signIn('medlem.fab')
    expect((await member.post(`${sessionOf(meeting.id)}/gaester`, guest)).status).toBe(403)
  })

  test('the meeting is not closed over items without outcome, and the chair is told which', async () => {
    const { meeting } = await itemOf()
    const chair = await portal.signIn('formand')
    const answer = await chair.post(`${sessionOf(meeting.id)}/luk`)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Mødet kan ikke lukkes. Punkt 1, 2, 3, 4, 5 og 6 mangler et resultat.')
    const secretary = await portal.signIn('sekretariat.bolig')
    expect((await secretary.post(`${sessionOf(meeting.id)}/luk`)).status).toBe(403)
  })
})
