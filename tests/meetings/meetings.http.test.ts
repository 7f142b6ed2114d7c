import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { formsOn, formTo } from '../support/form-on-page.ts'
import { htmlFaults } from '../support/html.ts'
import { type MeetingStage, stageFor } from './stage.ts'

let portal: TestApp
let stage: MeetingStage
let housing: Client
let municipality: Client
let chair: Client
let reader: Client
let otherSide: Client

beforeAll(async () => {
  portal = await testApp()
  stage = await stageFor(portal.db)
  housing = await portal.signIn('sekretariat.bolig')
  municipality = await portal.signIn('sekretariat.kommune')
  chair = await portal.signIn('formand')
  reader = await portal.signIn('laeser')
  otherSide = await portal.signIn('strategi.kommune')
})
afterAll(() => portal.close())

const plan = {
  form: 'ORDINARY',
  day: '2026-04-16',
  startsAt: '13:00',
  endsAt: '15.00',
  place: 'Rådhuset',
  note: '',
}
const item = { title: 'Tryghed i Vollsmose', kind: 'DISCUSSION', strategy: '1', plannedMinutes: '20' }
const hashOn = (html: string) => /name="hash" value="([0-9a-f]{64})"/.exec(html)?.[1] ?? ''

describe('the main way, as people press it', () => {
  let id: number
  let itemId: number

  test('a secretariat plans a meeting', async () => {
    expect((await housing.get('/moeder/ny')).text).toContain('Opret møde')
    const bodyId = stage.cooperation.body('faelles-gruppe')
    const answer = await housing.post('/moeder', { ...plan, bodyId })
    expect(answer.status).toBe(303)
    id = Number(/\/moeder\/(\d+)$/.exec(answer.headers.location ?? '')?.[1])
    const shown = await housing.get(`/moeder/${id}`)
    expect(shown.text).toContain('Mødet er oprettet.')
    expect(shown.text).toContain('Torsdag den 16. april 2026, kl. 13.00–15.00')
    expect(shown.text).toContain('Dagsordenen skal forberedes og udsendes.')
    expect(shown.text).toContain('Opret dagsorden')
  })

  test('it stands in the list for all of both sides, with its state', async () => {
    for (const client of [housing, chair, reader]) {
      const list = await client.get('/moeder')
      expect(list.status).toBe(200)
      expect(list.text).toContain(`href="/moeder/${id}"`)
      expect(list.text).toContain('Planlagt')
    }
  })

  test('the preparation brings the standing items, and an item is put on', async () => {
    const begun = await municipality.post(`/moeder/${id}/forbered`)
    expect(begun.headers.location).toBe(`/moeder/${id}/dagsorden/rediger`)
    expect((await municipality.get(`/moeder/${id}/dagsorden/rediger`)).text).toContain('Godkendelse af dagsorden')
    expect((await housing.get(`/moeder/${id}/punkter/nyt`)).status).toBe(200)
    const added = await housing.post(`/moeder/${id}/punkter`, {
      ...item,
      summary: 'Vi drøfter **tryghed**.',
      'involvements[o2][status]': 'HEARD',
      'involvements[o2][note]': '',
    })
    expect(added.status).toBe(303)
    itemId = Number(/punkter\/(\d+)\/rediger/.exec(added.headers.location ?? '')?.[1])
    const form = await housing.get(`/moeder/${id}/punkter/${itemId}/rediger`)
    expect(form.text).toContain('value="Tryghed i Vollsmose"')
  })

  test('a draft is the secretariats’ alone', async () => {
    expect((await chair.get(`/moeder/${id}/dagsorden`)).status).toBe(404)
    expect((await housing.get(`/moeder/${id}/dagsorden`)).text).toContain('<strong>tryghed</strong>')
    expect((await chair.get(`/moeder/${id}`)).status).toBe(200)
    expect((await chair.get(`/moeder/${id}`)).text).not.toContain(`/moeder/${id}/dagsorden"`)
  })

  test('an attachment is checked by its content, and read by those who read the item', async () => {
    const upload = (name: string, content: string) =>
      housing.upload(
        `/moeder/${id}/punkter/${itemId}/bilag`,
        { title: 'Notat' },
        { field: 'fil', name, content: Buffer.from(content) },
      )
    const wrong = await upload('notat.pdf', '<script>alert(1)</script>')
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('passer ikke til dens navn')
    expect((await upload('notat.pdf', '%PDF-1.7\nhej\n%%EOF')).status).toBe(303)
    const agenda = await housing.get(`/moeder/${id}/dagsorden`)
    const href = /href="(\/bilag\/\d+)"/.exec(agenda.text)?.[1] ?? ''
    const file = await housing.get(href)
    expect(file.status).toBe(200)
    expect(file.headers['content-type']).toBe('application/pdf')
    expect((await chair.get(href)).status).toBe(404)
  })

  test('both sign off what is shown; the hash of something else is refused with why', async () => {
    const refused = await housing.post(`/moeder/${id}/dagsorden/godkend`, { hash: 'a'.repeat(64) })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Indholdet er ændret, siden du åbnede siden.')
    const shown = await housing.get(`/moeder/${id}/dagsorden`)
    expect((await housing.post(`/moeder/${id}/dagsorden/godkend`, { hash: hashOn(shown.text) })).status).toBe(303)
    expect((await housing.get(`/moeder/${id}/dagsorden`)).text).toContain('Afventer kommunens sekretariat.')
    expect((await housing.get('/moeder')).text).toContain('Afventer kommunens sekretariat')
    const other = await municipality.get(`/moeder/${id}/dagsorden`)
    expect((await municipality.post(`/moeder/${id}/dagsorden/godkend`, { hash: hashOn(other.text) })).status).toBe(303)
    expect((await municipality.get(`/moeder/${id}`)).text).toContain('Dagsordenen er godkendt og skal udsendes.')
  })

  test('it is sent once, also when the button is pressed twice', async () => {
    const once = 'x'.repeat(24)
    const [first, second] = await Promise.all([
      housing.post(`/moeder/${id}/dagsorden/udsend`, { _once: once }),
      housing.post(`/moeder/${id}/dagsorden/udsend`, { _once: once }),
    ])
    expect([first.status, second.status]).toEqual([303, 303])
    expect(await portal.db.prisma.agendaVersion.count({ where: { meetingId: id } })).toBe(1)
    expect((await housing.get(`/moeder/${id}`)).text).toMatch(
      /Dagsordenen er udsendt til \d+ medlemmer den 12\. marts 2026 kl\. 10\.00\./,
    )
  })

  test('now every representative reads it, and the attachment', async () => {
    const agenda = await chair.get(`/moeder/${id}/dagsorden`)
    expect(agenda.text).toContain('3. Tryghed i Vollsmose')
    expect(agenda.text).toContain('kl. 13.15–13.35')
    const href = /href="(\/bilag\/\d+)"/.exec(agenda.text)?.[1] ?? ''
    expect((await chair.get(href)).status).toBe(200)
    expect((await reader.get(`/moeder/${id}/dagsorden`)).status).toBe(200)
  })

  test('a member asks, the secretariat answers, and the group reads both (R70)', async () => {
    const path = `/moeder/${id}/punkter/${itemId}/spoergsmaal`
    expect((await chair.post(path, { text: '' })).status).toBe(422)
    expect((await chair.post(path, { text: 'Hvem betaler?' })).status).toBe(303)
    const page = await housing.get(path)
    const answer = /action="(\/moeder\/\d+\/spoergsmaal\/\d+\/svar)"/.exec(page.text)?.[1] ?? ''
    const opened = formTo(page.text, answer).fields
    expect((await housing.post(answer, { ...opened, answer: 'Parterne, hver sin del.' })).status).toBe(303)
    expect((await chair.get(`/moeder/${id}/dagsorden`)).text).toContain('Parterne, hver sin del.')
    expect((await reader.get(path)).status).toBe(404)
    expect((await reader.get(`/moeder/${id}/dagsorden`)).text).not.toContain('Hvem betaler?')
  })

  test('two who answer one question at once are each shown the other’s answer, and none is lost', async () => {
    const path = `/moeder/${id}/punkter/${itemId}/spoergsmaal`
    await chair.post(path, { text: 'Hvornår begynder arbejdet?' }).expect(303)
    await chair.post(path, { text: 'Hvem har tilsyn?' }).expect(303)
    const shown = (await housing.get(path)).text
    const [, first = '', second = ''] = formsOn(shown)
      .map(({ action }) => action)
      .filter(action => action.endsWith('/svar'))
    const opened = formTo((await municipality.get(path)).text, first).fields
    const saved = { ...formTo(shown, first).fields, answer: 'Til foråret.' }
    expect((await housing.post(first, saved)).status).toBe(303)
    const met = await municipality.post(first, { ...opened, answer: 'Den 1. maj.' })
    expect(met.status).toBe(409)
    expect(met.text).toContain('En anden har besvaret spørgsmålet, mens du skrev.')
    expect(met.text).toContain('Svar: gemt udgave</h3><pre class="conflict__text">Til foråret.</pre>')
    expect(met.text).toContain('Svar: din udgave</h3><pre class="conflict__text">Den 1. maj.</pre>')
    expect(met.text.match(/class="conflict"/g)).toHaveLength(1)
    expect(await htmlFaults(met.text)).toEqual([])
    expect((await housing.get(path)).text).not.toContain('Den 1. maj.')
    // An answer to another question is in nobody's way.
    const other = { ...formTo((await municipality.get(path)).text, second).fields, answer: 'Kommunen.' }
    expect((await municipality.post(second, other)).status).toBe(303)
    const again = formTo(met.text, first).fields
    expect(again.answer).toBe('Den 1. maj.')
    expect((await municipality.post(first, again)).status).toBe(303)
    const after = (await chair.get(path)).text
    expect(after).toContain('Den 1. maj.')
    expect(after).toContain('Kommunen.')
  })

  test('an edit after the sending is the secretariats’ until it goes out as a supplement', async () => {
    const edited = await housing.post(`/moeder/${id}/punkter/${itemId}/rediger`, {
      ...item,
      version: '1',
      economy: '40.000 kr. fra hver part',
    })
    expect(edited.headers.location).toMatch(new RegExp(`^/moeder/${id}/dagsorden/rediger#punkt-`))
    expect((await chair.get(`/moeder/${id}/dagsorden`)).text).not.toContain('40.000 kr.')
    const draft = await housing.get(`/moeder/${id}/dagsorden`)
    expect(draft.text).toContain('Ændringer, der ikke er udsendt')
    expect(draft.text).toContain('Ændret: resumé, økonomi og inddragelse')
    for (const client of [housing, municipality]) {
      const hash = hashOn((await client.get(`/moeder/${id}/dagsorden`)).text)
      expect((await client.post(`/moeder/${id}/dagsorden/godkend`, { hash })).status).toBe(303)
    }
    expect((await housing.post(`/moeder/${id}/dagsorden/udsend-tillaeg`)).status).toBe(303)
    expect((await chair.get(`/moeder/${id}/dagsorden`)).text).toContain('40.000 kr.')
    const version = await chair.get(`/moeder/${id}/dagsorden/versioner/2`)
    expect(version.text).toContain('Punkt 3: Resumé, økonomi og inddragelse er ændret.')
    expect((await chair.get(`/moeder/${id}/dagsorden/versioner/1`)).text).not.toContain('40.000 kr.')
    expect((await chair.get(`/moeder/${id}/dagsorden/versioner/9`)).status).toBe(404)
  })

  test('it is cancelled with a reason, and its item is carried over by one click', async () => {
    expect((await housing.get(`/moeder/${id}/aflys`)).status).toBe(200)
    expect((await housing.post(`/moeder/${id}/aflys`, { reason: ' ' })).status).toBe(422)
    expect((await housing.post(`/moeder/${id}/aflys`, { reason: 'For mange afbud.' })).status).toBe(303)
    const next = await stage.plan('faelles-gruppe', '2026-05-20')
    const page = await housing.get(`/moeder/${id}`)
    expect(page.text).toContain('For mange afbud.')
    expect(page.text).toContain('Overfør punktet til det valgte møde')
    const carried = await housing.post(`/moeder/${id}/punkter/${itemId}/overfoer`, { toMeeting: next })
    expect(carried.status).toBe(303)
    expect((await housing.get(`/moeder/${next}/dagsorden/rediger`)).text).toContain('Tryghed i Vollsmose')
    expect((await housing.post(`/moeder/${id}/punkter/${itemId}/overfoer`, { toMeeting: next })).status).toBe(422)
  })
})

describe('what is refused', () => {
  test('a form that is not filled in keeps what was typed and says what is missing', async () => {
    const answer = await housing.post('/moeder', {
      ...plan,
      bodyId: stage.cooperation.body('faelles-gruppe'),
      place: '',
      day: '31.2.2026',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Feltet »Sted« skal udfyldes.')
    expect(answer.text).toContain('Skriv datoen som dd.mm.åååå')
  })

  test('a day in the past is the rule’s answer at its field', async () => {
    const bodyId = stage.cooperation.body('faelles-gruppe')
    const answer = await housing.post('/moeder', { ...plan, bodyId, day: '2026-03-01' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Mødedagen skal være i dag eller senere.')
  })

  test('members and readers prepare nothing', async () => {
    const id = await stage.prepared()
    for (const client of [chair, reader]) {
      expect((await client.get('/moeder/ny')).status).toBe(403)
      expect((await client.post(`/moeder/${id}/punkter`, item)).status).toBe(403)
      expect((await client.post(`/moeder/${id}/dagsorden/godkend`, { hash: 'a'.repeat(64) })).status).toBe(403)
      expect((await client.post(`/moeder/${id}/aflys`, { reason: 'x' })).status).toBe(403)
    }
    expect((await portal.anonymous().get(`/moeder/${id}`)).headers.location).toContain('/log-ind')
  })

  test('a side’s own meeting does not exist for the other side', async () => {
    const id = await stage.plan('strategigruppe-bolig')
    for (const client of [municipality, otherSide, reader]) {
      expect((await client.get(`/moeder/${id}`)).status).toBe(404)
      expect((await client.get('/moeder')).text).not.toContain(`"/moeder/${id}"`)
    }
    expect((await housing.get(`/moeder/${id}`)).status).toBe(200)
  })

  test('two who edit the same item: the second gets both texts and loses none', async () => {
    const id = await stage.prepared()
    const { id: itemId } = await stage.put(id)
    const path = `/moeder/${id}/punkter/${itemId}/rediger`
    expect((await housing.post(path, { ...item, version: '1', summary: 'Den enes' })).status).toBe(303)
    const late = await municipality.post(path, { ...item, version: '1', summary: 'Den andens' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Den enes')
    expect(late.text).toContain('Den andens')
    expect(late.text).toContain('name="version" value="2"')
  })

  test('an item of another meeting is not on this one', async () => {
    const [one, other] = [await stage.prepared(), await stage.prepared()]
    const { id: itemId } = await stage.put(one)
    expect((await housing.get(`/moeder/${other}/punkter/${itemId}/rediger`)).status).toBe(404)
    expect((await housing.post(`/moeder/${other}/punkter/${itemId}/overfoer`)).status).toBe(404)
  })

  test('what does not exist', async () => {
    for (const path of ['/moeder/9999', '/moeder/x', '/moeder/9999/dagsorden', '/bilag/9999', '/punktforslag/9999']) {
      expect((await housing.get(path)).status).toBe(404)
    }
  })
})

describe('a closed item', () => {
  test('shows its stand-in and the reason to those outside the group, and its attachment exists for nobody there', async () => {
    const id = await stage.prepared()
    const { id: itemId } = await stage.put(id, {
      title: 'Køb af Nørregade 7',
      summary: 'Prisen er 2 mio.',
      closed: true,
      closedReason: 'Forhandlingsposition',
      publicTitle: 'En ejendomshandel',
    })
    await housing.upload(
      `/moeder/${id}/punkter/${itemId}/bilag`,
      {},
      { field: 'fil', name: 'pris.pdf', content: Buffer.from('%PDF-1.7\npris\n%%EOF') },
    )
    await stage.called(id)
    const seen = await chair.get(`/moeder/${id}/dagsorden`)
    expect(seen.text).toContain('Køb af Nørregade 7')
    const href = /href="(\/bilag\/\d+)"/.exec(seen.text)?.[1] ?? ''
    expect((await chair.get(href)).status).toBe(200)
    for (const path of [`/moeder/${id}/dagsorden`, `/moeder/${id}/dagsorden/versioner/1`]) {
      const outside = await reader.get(path)
      expect(outside.text).toContain('En ejendomshandel')
      expect(outside.text).toContain('Lukket punkt. Begrundelse: Forhandlingsposition.')
      expect(outside.text).not.toMatch(/Nørregade|2 mio|pris/)
    }
    expect((await reader.get(href)).status).toBe(404)
  })
})

test('whoever opens an agenda after another sees it by the own right, and as it is now', async () => {
  const id = await stage.prepared()
  const draft = {
    title: 'Køb af Nørregade 9',
    summary: 'Prisen er 3 mio.',
    closed: true,
    closedReason: 'Forhandlingsposition',
    publicTitle: 'En ejendomshandel',
  }
  const { id: itemId } = await stage.put(id, draft)
  const { id: openId } = await stage.put(id, { title: 'Åbent punkt' })
  await stage.called(id)
  const agenda = async (client: Client) => (await client.get(`/moeder/${id}/dagsorden`)).text
  for (const client of [chair, reader, chair, otherSide, reader, housing]) {
    const inside = client === chair || client === housing
    expect((await agenda(client)).includes('Nørregade 9')).toBe(inside)
    expect((await agenda(client)).includes('Åbent punkt')).toBe(true)
  }
  const other = new Sqlite(portal.db.file)
  other.prepare('UPDATE AgendaItem SET closed = 0 WHERE id = ?').run(itemId)
  // Closed as it was sent, until the supplement says otherwise.
  expect(await agenda(reader)).not.toContain('Nørregade 9')
  other.prepare('UPDATE AgendaItem SET sentClosed = 0 WHERE id = ?').run(itemId)
  expect(await agenda(reader)).toContain('Nørregade 9')
  other.prepare('UPDATE AgendaItem SET closed = 1 WHERE id IN (?, ?)').run(itemId, openId)
  expect(await agenda(reader)).not.toMatch(/Nørregade 9|Åbent punkt/)
  other.close()
})

describe('proposals', () => {
  test('a member proposes, a secretariat takes it on, and the item says by whom', async () => {
    const id = await stage.prepared()
    expect((await chair.get(`/punktforslag/nyt?moede=${id}`)).text).toContain('frist den')
    const bodyId = stage.cooperation.body('faelles-gruppe')
    const form = { bodyId, meetingId: id, title: 'Fælles venteliste', kind: 'DISCUSSION', text: 'En *kort* drøftelse.' }
    expect((await chair.post('/punktforslag', { ...form, text: '' })).status).toBe(422)
    expect((await reader.post('/punktforslag', form)).status).toBe(403)
    const proposed = await chair.post('/punktforslag', form)
    expect(proposed.status).toBe(303)
    const path = proposed.headers.location ?? ''
    expect((await housing.get('/punktforslag')).text).toContain('Fælles venteliste')
    expect((await reader.get(path)).status).toBe(404)
    expect((await chair.post(`${path}/optag`, { meetingId: id })).status).toBe(403)
    const taken = await housing.post(`${path}/optag`, { meetingId: id, coordination: '1' })
    expect(taken.headers.location).toMatch(/\/punkter\/\d+\/rediger$/)
    // The agenda is not out yet: a link to it would lead the proposer to nothing.
    expect((await chair.get(path)).text).toContain('Forslaget er optaget på en dagsorden, der ikke er udsendt endnu.')
    expect((await chair.get(path)).text).not.toContain(`/moeder/${id}/dagsorden`)
    expect((await housing.get(path)).text).toContain('Forslaget er optaget som')
    expect((await housing.post(`${path}/optag`, { meetingId: id })).status).toBe(422)
  })

  test('it is declined with a reason, or withdrawn by the proposer alone', async () => {
    const bodyId = stage.cooperation.body('faelles-gruppe')
    const propose = async (title: string) =>
      (await chair.post('/punktforslag', { bodyId, meetingId: '', title, kind: 'DECISION', text: 'Tekst' })).headers
        .location ?? ''
    const declined = await propose('Afvises')
    expect((await housing.post(`${declined}/afvis`, { reason: '' })).status).toBe(422)
    expect((await housing.post(`${declined}/afvis`, { reason: 'Hører til i byrådet.' })).status).toBe(303)
    expect((await chair.get(declined)).text).toContain('Hører til i byrådet.')
    const withdrawn = await propose('Trækkes')
    expect((await housing.post(`${withdrawn}/traek-tilbage`)).status).toBe(403)
    expect((await chair.post(`${withdrawn}/traek-tilbage`)).status).toBe(303)
    expect((await chair.get('/punktforslag?vis=besvarede')).text).toContain('Trukket tilbage')
  })

  test('after the deadline it is proposed to a later meeting', async () => {
    const id = await stage.prepared('faelles-gruppe', '2026-03-13')
    const bodyId = stage.cooperation.body('faelles-gruppe')
    const late = await chair.post('/punktforslag', {
      bodyId,
      meetingId: id,
      title: 'For sent',
      kind: 'DISCUSSION',
      text: 'Tekst',
    })
    expect(late.status).toBe(422)
    expect(late.text).toContain('Fristen for forslag til mødet udløb den')
  })
})

describe('lists and previews', () => {
  test('filter by body, year, state and words, and say when nothing fits', async () => {
    expect((await housing.get('/moeder?organ=strategigruppe-bolig')).text).not.toContain(
      'Fælles boligstrategisk gruppe</td>',
    )
    expect((await housing.get('/moeder?aar=2031')).text).toContain('Ingen møder fundet')
    expect((await housing.get('/moeder?tilstand=CANCELLED')).text).toContain('Aflyst')
    expect((await housing.get('/moeder?q=Vollsmose')).text).toContain('/moeder/')
    expect((await housing.get(`/moeder?q=${encodeURIComponent('faelles boligstrategisk gruppe')}`)).text).toContain(
      '/moeder/',
    )
    expect((await housing.get('/moeder?tilstand=NONSENSE&efter=%00')).status).toBe(200)
  })

  test('Markdown is previewed by the pages’ own renderer, cleaned', async () => {
    const shown = await chair.post('/forhaandsvisning', { text: '**fed** <script>alert(1)</script>' })
    expect(shown.text).toContain('<strong>fed</strong>')
    expect(shown.text).not.toContain('<script>')
  })

  test('a preview is bounded in length and in number, and says so', async () => {
    expect((await housing.post('/forhaandsvisning', { text: 'a'.repeat(50_001) })).status).toBe(422)
    let refused = 0
    for (let asked = 0; asked < 61; asked += 1) {
      const { status } = await housing.post('/forhaandsvisning', { text: 'a' })
      if (status === 429) refused += 1
    }
    expect(refused).toBeGreaterThan(0)
    expect((await municipality.post('/forhaandsvisning', { text: 'a' })).status).toBe(200)
  })
})

test('two meetings of one day stand by the hour, wherever meetings stand, also where the list goes on', async () => {
  const planned = async (startsAt: string, endsAt: string) => {
    const bodyId = stage.cooperation.body('faelles-gruppe')
    const answer = await housing.post('/moeder', { ...plan, day: '2026-04-09', startsAt, endsAt, bodyId })
    return answer.headers.location ?? ''
  }
  const late = await planned('13:00', '15:00')
  const early = await planned('09:00', '10:00')
  const order = (html: string) => [...html.matchAll(/href="(\/moeder\/\d+)(?:\/dagsorden)?"/g)].map(([, href]) => href)
  const among = (html: string) => order(html).filter(href => href === late || href === early)
  expect(among((await housing.get('/')).text.split('id="moeder"')[1] ?? '')).toEqual([early, late])
  expect(among((await housing.get('/moeder')).text)).toEqual([late, early])
  const rest = await housing.get(`/moeder?efter=${encodeURIComponent(`2026-04-09 13:00~${late.split('/').pop()}`)}`)
  expect(among(rest.text)).toEqual([early])
})
