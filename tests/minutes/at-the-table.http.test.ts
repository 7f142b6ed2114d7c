import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recuse } from '../../src/features/decisions/minutes/index.ts'
import { planMeeting, prepareAgenda } from '../../src/features/meetings/meetings/index.ts'
import { day } from '../../src/kernel/days.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { serve } from '../support/browser.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import { cookieOf } from '../support/session-cookie.ts'
import { duringMeeting, type GivenMeeting, givenMeetingInSession } from './given-meeting.ts'

// One meeting in session, which the tests share: each works at an item of its own.

let portal: TestApp
let cooperation: Cooperation
let meeting: GivenMeeting
let housing: Client
let municipality: Client

beforeAll(async () => {
  portal = await testApp({ now: duringMeeting })
  cooperation = givenCooperation(portal.db, duringMeeting)
  meeting = await givenMeetingInSession(portal.db, cooperation)
  housing = await portal.signIn('sekretariat.bolig')
  municipality = await portal.signIn('sekretariat.kommune')
}, 60_000)
afterAll(() => portal.close())

const session = () => `/moeder/${meeting.id}/afvikling`
const pathOf = (title: string) => `${session()}/punkter/${meeting.items[title]}`
const stored = (title: string) =>
  portal.db.sql.asStored<{ text: string; outcome: string | null }>(
    'SELECT text, outcome FROM Treatment WHERE itemId = ?',
    meeting.items[title] ?? 0,
  )[0]

describe('the item that is treated', () => {
  test('stands between the meeting’s items and the people who are there (R77)', async () => {
    const { text } = await housing.get(pathOf('Status på Vollsmose'))
    expect(text).toContain('aria-label="Mødets punkter"')
    expect(text).toMatch(/<a href="[^"]+" aria-current="page">\d\. Status på Vollsmose<\/a>/)
    expect(text).toContain('Til stede under punktet:')
    expect(text).toContain('data-key="n"')
  })

  test('has a decision entered under it in the same place, with all that lacks told at once (R68)', async () => {
    const path = pathOf('Fælles ventelisteprincipper')
    const page = await housing.get(`${path}/beslutning`)
    expect(page.text).toContain(`action="${path}/beslutning"`)
    expect(page.text).toContain('Referatets tekst')
    const empty = await housing.post(`${path}/beslutning`, { title: '', text: '', action: 'record' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Feltet »Titel« skal udfyldes.')
    expect(empty.text).toContain('Feltet »Beslutningens tekst« skal udfyldes.')
    expect(empty.text).toContain('Angiv, om kommunen støtter beslutningen.')
    const shared = await housing.post(`${path}/beslutning`, {
      'rows[0][organisationId]': cooperation.organisation('hoejstrup'),
      'rows[1][organisationId]': cooperation.organisation('kristiansdal'),
      'rows[2][organisationId]': cooperation.organisation('fab'),
      distributeTotal: '100',
      distributeBy: 'equal',
      action: 'distribute',
    })
    expect(shared.status).toBe(200)
    expect(
      [...shared.text.matchAll(/name="rows\[\d\]\[amount\]" type="text" value="([^"]*)"/g)].map(found => found[1]),
    ).toEqual(['33,34', '33,33', '33,33'])
    const nobodys = await housing.post(`${path}/beslutning`, {
      'rows[0][organisationId]': cooperation.organisation('hoejstrup'),
      distributeTotal: '100',
      distributeBy: 'last',
      action: 'distribute',
    })
    expect(nobodys.text).toContain('Der er ingen tidligere beslutning, hvor')
    const recorded = await housing.post(`${path}/beslutning`, {
      title: 'Fælles principper',
      text: 'Principperne følges.',
      stanceHousing: 'SUPPORTS',
      stanceMunicipality: 'SUPPORTS',
      noFollowUp: 'on',
      sharedPosition: 'on',
      action: 'record',
    })
    expect(recorded.headers.location).toBe(`${path}#beslutninger`)
    expect((await housing.get(path)).text).toContain('Beslutning 2026/1 er ført til protokols og trådt i kraft.')
    // The same once more asks whether it is another one.
    const again = await municipality.post(`${path}/beslutning`, {
      title: 'Fælles principper',
      text: 'Principperne følges.',
      stanceHousing: 'SUPPORTS',
      stanceMunicipality: 'SUPPORTS',
      noFollowUp: 'on',
      sharedPosition: 'on',
      action: 'record',
    })
    expect(again.status).toBe(422)
    expect(again.text).toContain('Bekræft, at din beslutning er en anden end beslutning 2026/1.')
  })

  test('is where one stands again after a follow-up', async () => {
    const item = meeting.items.Opfølgning ?? 0
    const { text } = await housing.get(`/opfoelgning/ny?punkt=${item}&moede=${meeting.id}`)
    expect(text).toContain(`name="sessionOf" value="${meeting.id}"`)
    const answer = await housing.post('/opfoelgning/ny', {
      itemId: item,
      sessionOf: meeting.id,
      text: 'Indhente tilbud',
      organisationId: cooperation.organisation('hoejstrup'),
      dueDay: '01.05.2026',
    })
    expect(answer.headers.location).toBe(`${pathOf('Opfølgning')}#opfoelgning`)
  })
})

describe('without scripts', () => {
  test('two who wrote in the same field choose what shall stand, and the button alone chooses nothing', async () => {
    const path = pathOf('Eventuelt')
    const base = { version: 0, outcome: '', outcomeNote: '' }
    const opened = /name="_base" value="([^"]*)"/.exec((await municipality.get(path)).text)?.[1] ?? ''
    const _base = opened.replaceAll('&#34;', '"').replaceAll('&quot;', '"')
    await housing.post(path, { ...base, text: 'Boligernes udgave', outcome: 'NOTED' })
    const met = await municipality.post(path, { ...base, _base, text: 'Kommunens udgave' })
    expect(met.status).toBe(409)
    expect(met.text).toContain('Referat: Hvad skal gælde?')
    // What one has not touched is no conflict: the other's result is in the form.
    expect(met.text).not.toContain('Resultat: Hvad skal gælde?')
    expect(met.text).toMatch(/<option value="NOTED" selected>/)
    const typed = { version: 1, text: 'Kommunens udgave', outcome: 'NOTED', outcomeNote: '', _disputed: 'text' }
    const pressed = await municipality.post(path, typed)
    expect(pressed.status).toBe(422)
    expect(pressed.text).toContain('Vælg, om den gemte udgave eller det, der står i feltet, skal gælde.')
    expect(stored('Eventuelt')?.text).toBe('Boligernes udgave')
    await municipality.post(path, { ...typed, '_chosen[text]': 'theirs' })
    expect(stored('Eventuelt')?.text).toBe('Boligernes udgave')
    await municipality.post(path, { ...typed, version: 2, '_chosen[text]': 'mine' })
    expect(stored('Eventuelt')?.text).toBe('Kommunens udgave')
  })
})

describe('changes of the meeting', () => {
  const title = 'Køb af grunden på Skovvej'
  let served: Awaited<ReturnType<typeof serve>>
  beforeAll(async () => {
    served = await serve(portal)
  })
  afterAll(() => served.close())

  /** A line of events over HTTP, as a browser opens it. */
  async function follow(client: Client, path = `${session()}/strom`) {
    const stop = new AbortController()
    const answer = await fetch(served.origin + path, {
      headers: { accept: 'text/event-stream', cookie: cookieOf(client) },
      signal: stop.signal,
    })
    const heard = { text: '', ended: false, answer, close: () => stop.abort() }
    void (async () => {
      const decoder = new TextDecoder()
      for await (const part of answer.body ?? []) heard.text += decoder.decode(part)
      heard.ended = true
    })().catch(() => {
      heard.ended = true
    })
    return heard
  }
  const told = (heard: { text: string }, text: string) =>
    expect.poll(() => heard.text, { timeout: 5000 }).toContain(text)
  const minute = (client: Client, about: string, text: string) =>
    client.postForJson(pathOf(about), { version: stored(about) ? 1 : 0, text, outcome: '', outcomeNote: '' })

  test('are told to those who follow it, and those of a closed item to nobody who may not see it (R69)', async () => {
    const [member, recused] = [await portal.signIn('medlem.fab'), await portal.signIn('medlem.hoejstrup')]
    const [one, other] = [await follow(member), await follow(recused)]
    expect(one.answer.headers.get('cache-control')).toContain('no-transform')
    const closed = meeting.items[title] ?? 0
    await recuse(cooperation.actor('sekretariat.bolig', duringMeeting), {
      itemId: closed,
      personId: cooperation.person('medlem.hoejstrup'),
      reason: '',
    })
    await minute(housing, title, 'Prisen blev drøftet.')
    await told(one, `"thing":${closed}`)
    await minute(housing, 'Næste møde', 'Den 4. maj.')
    await told(other, `"thing":${meeting.items['Næste møde']}`)
    expect(other.text).not.toContain(`"thing":${closed}`)
    // What it says is told to nobody: each asks for it by a page.
    expect(one.text).not.toContain('Prisen')
    one.close()
    other.close()
  })

  test('are told to nobody outside the group, and no more when one has signed out', async () => {
    const reader = await portal.signIn('laeser')
    expect((await follow(reader)).answer.status).toBe(404)
    const leaving = await portal.signIn('medlem.bykultur')
    const line = await follow(leaving)
    await leaving.post('/log-ud')
    await minute(municipality, 'Opfølgning', 'Intet nyt.')
    await expect.poll(() => line.ended, { timeout: 5000 }).toBe(true)
    expect(line.text).not.toContain('changed')
  })

  test('stand beside who is where and who writes, among those who minute', async () => {
    const item = meeting.items['Næste møde'] ?? 0
    const line = await follow(housing, `${session()}/strom?punkt=${item}`)
    const second = await follow(municipality, `${session()}/strom?punkt=${item}`)
    await told(line, `"at":${item},"writes":false`)
    await municipality.postForJson(`${pathOf('Næste møde')}/skriver`)
    await told(line, `"at":${item},"writes":true`)
    second.close()
    line.close()
  })

  test('are shown in large for a whole room, and of a closed item only to those who may read it', async () => {
    const screen = `/moeder/${meeting.id}/skaerm`
    const member = await portal.signIn('medlem.fab')
    const shown = await member.get(`${screen}?punkt=${meeting.items[title]}`)
    expect(shown.text).toContain('Prisen blev drøftet.')
    expect(shown.text).not.toContain('inhabil')
    const recused = await portal.signIn('medlem.hoejstrup')
    const hidden = await recused.get(`${screen}?punkt=${meeting.items[title]}`)
    expect(hidden.text).toContain('Køb af fast ejendom')
    expect(hidden.text).not.toContain('Prisen blev drøftet.')
    expect(hidden.text).not.toContain(title)
    expect((await member.get(screen)).text).toMatch(/<h1>1\. Godkendelse af dagsorden<\/h1>/)
    expect((await member.get(`${screen}/live`)).text).not.toContain('<html')
    expect((await (await portal.signIn('laeser')).get(screen)).status).toBe(404)
    const decided = await member.get(`${screen}?punkt=${meeting.items['Fælles ventelisteprincipper']}`)
    expect(decided.text).toContain('Beslutning 2026/1: Fælles principper')
  })
})

describe('the meeting changes its own agenda', () => {
  const path = () => `${session()}/dagsorden`

  test('with items put on, taken off and moved, which stand in the minutes by themselves (R65)', async () => {
    const lacking = await housing.post(`${path()}/tilfoej`, {
      addedTitle: '',
      addedKind: 'DISCUSSION',
      addedMinutes: '10',
    })
    expect(lacking.status).toBe(422)
    expect(lacking.text).toContain('Feltet »Titel på det nye punkt« skal udfyldes.')
    const added = {
      addedTitle: 'Vandskade i Skovparken',
      addedKind: 'DECISION',
      addedTask: 'coordination',
      addedMinutes: '15',
      addedAfterId: meeting.items['Godkendelse af dagsorden'],
      addedReason: 'Skaden skete i går',
    }
    expect((await housing.post(`${path()}/tilfoej`, added)).status).toBe(303)
    const { text } = await housing.get(session())
    expect(text.indexOf('8. Vandskade i Skovparken')).toBeLessThan(text.indexOf('2. Opfølgning'))
    const treated = await housing.post(`${path()}/tag-af`, { removedId: meeting.items.Eventuelt })
    expect(treated.text).toContain('Punktet er allerede behandlet.')
    const [row] = portal.db.sql.asStored<{ id: number }>("SELECT id FROM AgendaItem WHERE title LIKE 'Vandskade%'")
    expect(
      (await housing.post(`${path()}/tag-af`, { removedId: row?.id, removedReason: 'Tages med på mail' })).status,
    ).toBe(303)
    const minutes = (await housing.get(`/moeder/${meeting.id}/referat`)).text
    expect(minutes).toContain(
      '»Vandskade i Skovparken« blev sat på dagsordenen som punkt 8. Begrundelse: Skaden skete i går.',
    )
    expect(minutes).toContain('Punkt 8 blev taget af dagsordenen. Begrundelse: Tages med på mail.')
    const member = await portal.signIn('medlem.fab')
    expect((await member.post(`${path()}/tilfoej`, added)).status).toBe(403)
  })

  test('and postpones an item to a chosen meeting, whose agenda has it by that', async () => {
    const title = 'Status på Vollsmose'
    const secretary = cooperation.actor('sekretariat.bolig', duringMeeting)
    const next = await planMeeting(secretary, {
      bodyId: cooperation.body('faelles-gruppe'),
      form: 'ORDINARY',
      day: day('2026-05-21'),
      startsAt: '13:00',
      endsAt: '15:00',
      place: 'Rådhuset',
    })
    await prepareAgenda(secretary, { meetingId: next.id })
    const page = await housing.get(pathOf(title))
    expect(page.text).toContain('21. maj 2026 (møde ')
    const version = /name="version" value="(\d+)"/.exec(page.text)?.[1]
    const answer = await housing.post(`${pathOf(title)}/udsaet`, { version, toMeetingId: next.id })
    expect(answer.status).toBe(303)
    expect(stored(title)?.outcome).toBe('POSTPONED')
    const after = (await housing.get(pathOf(title))).text
    expect(after).toContain('mødet den 21. maj 2026')
    expect(after).toContain('Punktet er overført til møde')
    expect((await housing.get(`/moeder/${next.id}/dagsorden`)).text).toContain(title)
    const again = await housing.post(`${pathOf(title)}/udsaet`, { version, toMeetingId: next.id })
    expect(again.status).toBe(409)
  })

  test('and is told how long an item has taken', async () => {
    const first = pathOf('Godkendelse af dagsorden')
    await housing.post(`${first}/begynd`)
    portal.clock.set('2026-03-12T12:42:00.000Z')
    await housing.post(`${pathOf('Opfølgning')}/begynd`)
    const { text } = await housing.get(first)
    expect(text).toContain('12 af 5 minutter brugt')
    expect(text).toContain('Behandles nu')
    expect((await housing.get(`/moeder/${meeting.id}/skaerm`)).text).toContain('<h1>2. Opfølgning</h1>')
  })
})

describe('text blocks', () => {
  test('are kept by the secretariats together, each by one title, and set in where minutes are written', async () => {
    const draft = { title: 'Godkendt', text: 'Dagsordenen blev godkendt uden bemærkninger.' }
    expect((await housing.post('/tekstblokke', { title: '', text: '' })).text).toContain(
      'Feltet »Titel« skal udfyldes.',
    )
    expect((await housing.post('/tekstblokke', draft)).status).toBe(303)
    expect((await municipality.post('/tekstblokke', draft)).text).toContain(
      'Der er allerede en tekstblok med den titel.',
    )
    expect((await municipality.get('/tekstblokke?q=godkendt')).text).toContain(draft.text)
    expect((await municipality.get('/tekstblokke?q=vandskade')).text).toContain('Ingen tekstblokke fundet')
    const [{ id } = { id: 0 }] = portal.db.sql.asStored<{ id: number }>('SELECT id FROM TextBlock')
    const edited = { ...draft, text: 'Dagsordenen blev godkendt.' }
    expect((await municipality.post(`/tekstblokke/${id}`, { ...edited, version: 1 })).status).toBe(303)
    expect((await housing.post(`/tekstblokke/${id}`, { ...draft, version: 1 })).status).toBe(409)
    expect((await housing.get(pathOf('Næste møde'))).text).toContain('data-block="Godkendt"')
    const member = await portal.signIn('medlem.fab')
    expect((await member.get('/tekstblokke')).status).toBe(403)
    expect((await member.get(pathOf('Næste møde'))).text).not.toContain('data-block=')
    expect((await housing.post(`/tekstblokke/${id}/fjern`)).status).toBe(303)
    expect((await housing.get(`/tekstblokke/${id}`)).status).toBe(404)
  })
})
