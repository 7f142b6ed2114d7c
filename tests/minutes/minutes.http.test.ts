import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { write } from '../../src/database/write.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import { htmlFaults } from '../support/html.ts'
import { afterMeeting, givenHeldMeeting, givenMinutesOut } from './given-meeting.ts'

let portal: TestApp
let cooperation: Cooperation

beforeEach(async () => {
  portal = await testApp({ now: afterMeeting })
  cooperation = givenCooperation(portal.db, afterMeeting)
})
afterEach(() => portal.close())

const minutesOf = (id: number) => `/moeder/${id}/referat`
const shownHash = (page: string) => /name="hash" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? ''
const signOff = async (client: Client, id: number) =>
  client.post(`${minutesOf(id)}/godkend`, { hash: shownHash((await client.get(minutesOf(id))).text) })

describe('minutes in preparation', () => {
  test('are rendered from the session, signed off by both secretariats and sent', async () => {
    const meeting = await givenHeldMeeting(portal.db, cooperation)
    const housing = await portal.signIn('sekretariat.bolig')
    const municipality = await portal.signIn('sekretariat.kommune')
    const draft = await housing.get(minutesOf(meeting.id))
    expect(draft.text).toContain('Behandlet: Status på Vollsmose.')
    expect(draft.text).toContain('Ellen Rosenvang')
    expect(draft.text).not.toContain('Send referat til indsigelse')
    expect((await signOff(housing, meeting.id)).status).toBe(303)
    expect((await municipality.get(minutesOf(meeting.id))).text).toContain('Afventer kommunens sekretariat.')
    expect((await signOff(municipality, meeting.id)).status).toBe(303)
    expect((await housing.get(minutesOf(meeting.id))).text).toContain('Send referat til indsigelse')
    expect((await housing.post(`${minutesOf(meeting.id)}/send`)).status).toBe(303)
    const sent = await housing.get(minutesOf(meeting.id))
    expect(sent.text).toContain('Indsigelser kan gøres til og med den 20. marts 2026.')
  })

  test('are signed off as shown: an edit meanwhile is told, and nothing is saved', async () => {
    const meeting = await givenHeldMeeting(portal.db, cooperation)
    const housing = await portal.signIn('sekretariat.bolig')
    const municipality = await portal.signIn('sekretariat.kommune')
    const hash = shownHash((await housing.get(minutesOf(meeting.id))).text)
    const item = `/moeder/${meeting.id}/afvikling/punkter/${meeting.items['Status på Vollsmose']}`
    await municipality.post(item, { version: 1, text: 'Rettet.', outcome: 'DISCUSSED', outcomeNote: '' })
    const answer = await housing.post(`${minutesOf(meeting.id)}/godkend`, { hash })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Indholdet er ændret, siden du åbnede siden. Din godkendelse er ikke gemt.')
  })

  test('are read by the group, and by nobody else', async () => {
    const meeting = await givenHeldMeeting(portal.db, cooperation)
    const member = await portal.signIn('medlem.fab')
    const page = await member.get(minutesOf(meeting.id))
    expect(page.status).toBe(200)
    expect(page.text).not.toContain('Godkend referatet for')
    expect((await member.post(`${minutesOf(meeting.id)}/godkend`, { hash: 'x' })).status).toBe(403)
    for (const key of ['laeser', 'strategi.kommune']) {
      expect((await (await portal.signIn(key)).get(minutesOf(meeting.id))).status, key).toBe(404)
    }
    expect((await (await portal.signIn('administrator')).get(minutesOf(meeting.id))).status).toBe(404)
  })
})

describe('minutes that are out', () => {
  test('show those outside the group a closed item’s stand-in and its reason only', async () => {
    const meeting = await givenMinutesOut(portal.db, cooperation)
    const reader = await portal.signIn('laeser')
    const page = await reader.get(minutesOf(meeting.id))
    expect(page.status).toBe(200)
    expect(page.text).toContain('Behandlet: Status på Vollsmose.')
    expect(page.text).toContain('Køb af fast ejendom')
    expect(page.text).toContain('Begrundelse: Forhandlingsposition')
    expect(page.text).not.toContain('Skovvej')
    const version = await reader.get(`${minutesOf(meeting.id)}/versioner/1`)
    expect(version.status).toBe(200)
    expect(version.text).not.toContain('Skovvej')
    expect((await reader.get(`${minutesOf(meeting.id)}/versioner/2`)).status).toBe(404)
  })

  test('are objected to by a member, answered, taken back and sent anew', async () => {
    const meeting = await givenMinutesOut(portal.db, cooperation)
    const member = await portal.signIn('medlem.fab')
    const path = `${minutesOf(meeting.id)}/indsigelse`
    expect((await member.get(path)).text).toContain('til og med den 20. marts 2026')
    const empty = await member.post(path, { itemPosition: '', text: '' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Feltet »Indsigelse« skal udfyldes.')
    expect((await member.post(path, { itemPosition: '4', text: 'Vi blev ikke enige.' })).status).toBe(303)

    const secretary = await portal.signIn('sekretariat.bolig')
    const page = await secretary.get(minutesOf(meeting.id))
    expect(page.text).toContain('Vi blev ikke enige.')
    expect(page.text).toContain('Referatet kan godkendes, når alle indsigelser er besvaret.')
    const [answerPath] = /\/moeder\/\d+\/referat\/indsigelser\/\d+/.exec(page.text) ?? ['']
    expect((await secretary.post(answerPath, { upheld: 'yes', answer: 'Det rettes.' })).status).toBe(303)
    const again = await secretary.get(minutesOf(meeting.id))
    expect(again.text).toContain('Version 1 er taget tilbage til rettelse.')
    expect(again.text).toContain('Begge godkendelser er bortfaldet, fordi en indsigelse er taget til følge.')
    expect((await (await portal.signIn('laeser')).get(minutesOf(meeting.id))).status).toBe(404)
  })

  test('two secretaries who answer the same objection both see both answers', async () => {
    const meeting = await givenMinutesOut(portal.db, cooperation)
    const member = await portal.signIn('medlem.fab')
    await member.post(`${minutesOf(meeting.id)}/indsigelse`, { itemPosition: '', text: 'Nej.' })
    const objection = portal.db.sql.asStored<{ id: number }>('SELECT id FROM Objection')[0]?.id
    const path = `${minutesOf(meeting.id)}/indsigelser/${objection}`
    const [first, second] = [await portal.signIn('sekretariat.bolig'), await portal.signIn('sekretariat.kommune')]
    await first.post(path, { upheld: 'no', answer: 'Vores svar' })
    const late = await second.post(path, { upheld: 'no', answer: 'Et andet svar' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Vores svar')
    expect(late.text).toContain('Et andet svar')
  })

  test('an objection from outside the body is not taken', async () => {
    const meeting = await givenMinutesOut(portal.db, cooperation)
    for (const key of ['laeser', 'strategi.bolig', 'sekretariat.bolig']) {
      const outsider = await portal.signIn(key)
      const answer = await outsider.post(`${minutesOf(meeting.id)}/indsigelse`, { itemPosition: '', text: 'Nej' })
      expect(answer.status, key).toBe(403)
    }
  })

  test('are approved by the calendar the day after the deadline, and sealed with their checksum', async () => {
    const meeting = await givenMinutesOut(portal.db, cooperation)
    portal.clock.set('2026-03-20T22:59:00.000Z')
    const reader = await portal.signIn('laeser')
    expect((await reader.get(minutesOf(meeting.id))).text).toContain('Referat til indsigelse')
    portal.clock.set('2026-03-20T23:01:00.000Z')
    const sealed = await reader.get(minutesOf(meeting.id))
    expect(sealed.text).toContain('Indsigelsesfristen udløb den 20. marts 2026. Referatet er godkendt.')
    expect(sealed.text).toContain('Kontrolsummen passer til teksten.')
    const hash = portal.db.sql.asStored<{ hash: string }>('SELECT hash FROM MinutesVersion')[0]?.hash
    expect(sealed.text).toContain(hash)
  })

  test('keep names, titles and roles as they were on the day', async () => {
    const meeting = await givenMinutesOut(portal.db, cooperation)
    portal.clock.set('2026-03-23T09:00:00.000Z')
    await write(cooperation.actor('sekretariat.bolig', '2026-03-22T09:00:00.000Z'), async tx => {
      await tx.person.update({ where: { id: cooperation.person('formand') }, data: { name: 'Helt Anden' } })
      return { result: undefined, events: [] }
    })
    const page = await (await portal.signIn('laeser')).get(minutesOf(meeting.id))
    expect(page.text).toContain('Ellen Rosenvang, direktør, Borgmesterforvaltningen (formand)')
    expect(page.text).not.toContain('Helt Anden')
    expect(page.text).toContain('Kontrolsummen passer til teksten.')
  })

  test('are corrected beside the sealed text, with author, time and reason', async () => {
    const meeting = await givenMinutesOut(portal.db, cooperation)
    portal.clock.set('2026-03-23T09:00:00.000Z')
    const secretary = await portal.signIn('sekretariat.kommune')
    const path = `${minutesOf(meeting.id)}/berigtigelse`
    expect((await secretary.get(path)).status).toBe(200)
    const form = { itemPosition: '4', text: 'Tallet er 47.', reason: 'Slåfejl' }
    expect((await secretary.post(path, form)).status).toBe(303)
    const page = await (await portal.signIn('laeser')).get(minutesOf(meeting.id))
    expect(page.text).toContain('Tallet er 47.')
    expect(page.text).toContain('Tilføjet af Mads Tværgaard den 23. marts 2026 kl. 10.00. Begrundelse: Slåfejl')
    expect((await (await portal.signIn('medlem.fab')).post(path, form)).status).toBe(403)
  })

  test('a secretariat approves them after the deadline, once', async () => {
    const meeting = await givenMinutesOut(portal.db, cooperation)
    const secretary = await portal.signIn('sekretariat.kommune')
    const early = await secretary.post(`${minutesOf(meeting.id)}/godkendelse`, { atMeetingId: '' })
    expect(early.status).toBe(422)
    expect(early.text).toContain('Indsigelsesfristen er ikke udløbet.')
    portal.clock.set('2026-03-23T09:00:00.000Z')
    expect((await secretary.post(`${minutesOf(meeting.id)}/godkendelse`, { atMeetingId: '' })).status).toBe(303)
    const twice = await secretary.post(`${minutesOf(meeting.id)}/godkendelse`, { atMeetingId: '' })
    expect(twice.status).toBe(422)
  })
})

describe('minutes from draft to seal', () => {
  test('each item is written where it is read, and two who do see both texts (R77)', async () => {
    const meeting = await givenHeldMeeting(portal.db, cooperation)
    const [housing, municipality] = [
      await portal.signIn('sekretariat.bolig'),
      await portal.signIn('sekretariat.kommune'),
    ]
    const item = `${minutesOf(meeting.id)}/punkter/${meeting.items['Status på Vollsmose']}`
    const page = (await housing.get(minutesOf(meeting.id))).text
    const position = new RegExp(`href="${item}#punkt-(\\d+)"`).exec(page)?.[1]
    expect(position).toBeTruthy()
    const written = await housing.get(item)
    expect(written.text).toContain('Behandlet: Status på Vollsmose.</textarea>')
    expect(await htmlFaults(written.text)).toEqual([])
    const form = { version: 1, text: 'Byggeriet går som planlagt.', outcome: 'DISCUSSED', outcomeNote: '' }
    const saved = await housing.post(item, form)
    expect(saved.status).toBe(303)
    expect(saved.headers.location).toBe(`${minutesOf(meeting.id)}#punkt-${position}`)
    expect((await housing.get(minutesOf(meeting.id))).text).toContain('Byggeriet går som planlagt.')
    const late = await municipality.post(item, { ...form, text: 'Byggeriet er forsinket.' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Byggeriet går som planlagt.')
    expect(late.text).toContain('Byggeriet er forsinket.')
    const wrong = await housing.post(item, { ...form, version: 2, outcome: 'POSTPONED' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Skriv, hvad punktet er udsat til')
    expect((await (await portal.signIn('medlem.fab')).get(item)).status).toBe(403)
  })

  test('an objection stands at its item, is answered there, and the next version shows what it changed (R70, R80)', async () => {
    const meeting = await givenMinutesOut(portal.db, cooperation)
    const secretary = await portal.signIn('sekretariat.bolig')
    const member = await portal.signIn('medlem.fab')
    const reader = await portal.signIn('laeser')
    const own = minutesOf(meeting.id)
    expect((await reader.get(own)).text).toContain(
      'Gøres der ikke indsigelse, anses referatet for godkendt den 21. marts 2026.',
    )
    expect((await reader.get(`${own}/versioner/1/aendringer`)).status).toBe(404)
    const item = meeting.items['Status på Vollsmose']
    const [way] = new RegExp(`${own}/indsigelse\\?punkt=4`).exec((await member.get(own)).text) ?? ['']
    expect((await member.get(way)).text).toMatch(/<option value="4" selected>/)
    const objected = await member.post(`${own}/indsigelse`, { itemPosition: '4', text: 'Tidsplanen mangler.' })
    expect(objected.headers.location).toBe(`${own}#punkt-4`)
    const asked = (await secretary.get(own)).text
    expect(asked).not.toContain('Gøres der ikke indsigelse')
    const section = /id="punkt-4"[\s\S]*?<\/section>/.exec(asked)?.[0] ?? ''
    expect(section).toContain('Tidsplanen mangler.')
    const [answer] = /\/moeder\/\d+\/referat\/indsigelser\/\d+/.exec(section) ?? ['']
    await secretary.post(answer, { upheld: 'yes', answer: 'Den er tilføjet.' })
    const text = 'Behandlet: Status på Vollsmose. Tidsplanen er til 2028.'
    const typed = { version: 1, text, outcome: 'DISCUSSED', outcomeNote: '' }
    expect((await secretary.post(`${own}/punkter/${item}`, typed)).status).toBe(303)
    expect((await secretary.get(`${own}/aendringer`)).text).toContain('Tidsplanen')
    expect((await reader.get(`${own}/aendringer`)).status).toBe(404)
    for (const one of [secretary, await portal.signIn('sekretariat.kommune')]) await signOff(one, meeting.id)
    await secretary.post(`${own}/send`)
    const changes = await reader.get(`${own}/versioner/2/aendringer`)
    expect(changes.text).toContain('1 afsnit er ændret')
    expect(changes.text).toMatch(/<ins>[^<]*<span[^>]*>[^<]*<\/span>[^<]*Tidsplanen/)
    expect(changes.text).not.toContain('Skovvej')
    expect(await htmlFaults(changes.text)).toEqual([])
    expect((await reader.get(`${own}/versioner/2/aendringer?vis=side`)).text).toContain('Version 1')
    expect((await reader.get(own)).text).toContain(`${own}/versioner/2/aendringer`)
    expect((await reader.get(`${own}/aendringer`)).status).toBe(404)
  })

  test('once they are sealed no way on the meeting’s pages leads to a refusal, and nothing is offered to be changed', async () => {
    const meeting = await givenMinutesOut(portal.db, cooperation)
    portal.clock.set('2026-03-23T09:00:00.000Z')
    const pages = [minutesOf(meeting.id), `/moeder/${meeting.id}/afvikling`, `/moeder/${meeting.id}`]
    pages.push(`/moeder/${meeting.id}/afvikling/punkter/${meeting.items['Status på Vollsmose']}`)
    for (const key of ['sekretariat.kommune', 'medlem.fab']) {
      const client = await portal.signIn(key)
      const ways = new Set<string>()
      for (const path of pages) {
        const main = /<main[\s\S]*<\/main>/.exec((await client.get(path)).text)?.[0] ?? ''
        expect(main, path).not.toMatch(/<form[^>]*method="post"/)
        expect(main).not.toMatch(/Ret punktet|Gør indsigelse|Godkend referat/)
        for (const [, href] of main.matchAll(/href="(\/[^"#]*)/g)) ways.add(href?.replaceAll('&amp;', '&') ?? '')
      }
      for (const way of ways) expect((await client.get(way)).status, way).toBeLessThan(400)
    }
  })
})

test('the pages of the session and the minutes are valid HTML', async () => {
  const meeting = await givenMinutesOut(portal.db, cooperation)
  const secretary = await portal.signIn('sekretariat.bolig')
  const session = `/moeder/${meeting.id}/afvikling`
  const item = `${session}/punkter/${meeting.items['Status på Vollsmose']}`
  for (const path of [minutesOf(meeting.id), `${minutesOf(meeting.id)}/versioner/1`, session, item]) {
    expect(await htmlFaults((await secretary.get(path)).text), path).toEqual([])
  }
})
