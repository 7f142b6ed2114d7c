import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createFollowUp } from '../../src/features/decisions/followups/index.ts'
import { day } from '../../src/kernel/days.ts'
import { type MeetingStage, stageFor } from '../meetings/stage.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { formsOn, formTo } from '../support/form-on-page.ts'

let portal: TestApp
let stage: MeetingStage
let housing: Client
let municipality: Client

beforeAll(async () => {
  portal = await testApp()
  stage = await stageFor(portal.db)
  housing = await portal.signIn('sekretariat.bolig')
  municipality = await portal.signIn('sekretariat.kommune')
})
afterAll(() => portal.close())

let serial = 0
async function openedCase(title = `Sag ${++serial}`): Promise<string> {
  const bodyId = stage.cooperation.body('faelles-gruppe')
  const answer = await housing.post('/sager', { bodyId, title, summary: 'Først.', journalNumber: '' })
  return answer.headers.location ?? ''
}
const titled = (title: string) => portal.db.prisma.case.count({ where: { title } })
const later = (minutes: number) =>
  portal.clock.set(new Date(Date.parse('2026-03-12T09:00:00Z') + minutes * 60_000).toISOString())

describe('a form that was saved, gone back to, corrected and sent again', () => {
  test('is shown with both texts when it edits something, and says whose saving stands against it', async () => {
    const path = await openedCase()
    const form = formTo((await housing.get(`${path}/rediger`)).text, `${path}/rediger`)
    expect((await housing.post(form.action, { ...form.fields, title: 'Med fejk' })).status).toBe(303)
    const again = await housing.post(form.action, { ...form.fields, title: 'Med fejl rettet' })
    expect(again.status).toBe(409)
    expect(again.text).toContain('Du har selv gemt imens')
    expect(again.text).not.toContain('En anden har gemt')
    expect(again.text).toContain('Med fejk')
    const shown = formTo(again.text, form.action)
    expect(shown.fields.title).toBe('Med fejl rettet')
    expect((await housing.post(shown.action, shown.fields)).status).toBe(303)
    expect(await titled('Med fejl rettet')).toBe(1)
  })

  test('is shown with the name of whoever saved in between, and of nobody else', async () => {
    const path = await openedCase()
    const edit = `${path}/rediger`
    const nameOf = (key: string) =>
      portal.db.prisma.person
        .findUniqueOrThrow({ where: { id: stage.cooperation.person(key) } })
        .then(({ name }) => name)
    const [own, other] = [await nameOf('sekretariat.bolig'), await nameOf('sekretariat.kommune')]
    const opened = formTo((await housing.get(edit)).text, edit).fields
    await housing.post(edit, { ...opened, title: 'Først gemt' }).expect(303)
    // What another saves elsewhere is in nobody's way.
    const elsewhere = `${await openedCase()}/rediger`
    const apart = formTo((await municipality.get(elsewhere)).text, elsewhere).fields
    await municipality.post(elsewhere, { ...apart, title: 'En anden sag' }).expect(303)
    const alone = (await housing.post(edit, { ...opened, title: 'Rettet alene' }).expect(409)).text
    expect(alone).toContain('Du har selv gemt imens')
    expect(alone).not.toContain(`${other} har gemt`)

    const theirs = formTo((await municipality.get(edit)).text, edit).fields
    await municipality.post(edit, { ...theirs, title: 'Gemt af kommunen' }).expect(303)
    const met = (await housing.post(edit, { ...opened, title: 'Rettet efter Tilbage' }).expect(409)).text
    expect(met).toContain(`${other} har gemt imens`)
    expect(met).toMatch(new RegExp(`Du gemte formularen den .* Derefter gemte ${other} den `))
    expect(met).not.toContain('Du har selv gemt imens')
    expect(met).toContain('Gemt af kommunen')

    // Saved by oneself again after the other: one's own saving is the last, and the other still saved in between.
    await housing.post(edit, { ...formTo(met, edit).fields, title: 'Gemt igen' }).expect(303)
    const third = (await municipality.post(edit, { ...theirs, title: 'Kommunen retter' }).expect(409)).text
    expect(third).toContain(`${own} har gemt imens`)
    expect(third).not.toContain(`${other} har gemt`)
  })

  test('is shown again with what it made when it makes something, and makes no second one in silence', async () => {
    const form = formTo((await housing.get('/sager/ny')).text, '/sager')
    const fields = { ...form.fields, bodyId: stage.cooperation.body('faelles-gruppe') }
    const made = await housing.post('/sager', { ...fields, title: 'Støj ved banne' })
    const again = await housing.post('/sager', { ...fields, title: 'Støj ved banen' })
    expect(again.status).toBe(409)
    expect(again.text).toContain('Formularen er sendt før')
    expect(again.text).toContain(`href="${made.headers.location}"`)
    expect(await titled('Støj ved banen')).toBe(0)
    const shown = formTo(again.text, '/sager')
    expect(shown.fields.title).toBe('Støj ved banen')
    expect((await housing.post('/sager', shown.fields)).status).toBe(303)
    expect(await titled('Støj ved banen')).toBe(1)
    expect(await titled('Støj ved banne')).toBe(1)
  })
})

describe('a form that is sent again as it was', () => {
  test('acts once and leads where it led before, also much later and for another process', async () => {
    const form = formTo((await housing.get('/sager/ny')).text, '/sager')
    const fields = { ...form.fields, bodyId: stage.cooperation.body('faelles-gruppe'), title: 'Kun én gang' }
    const first = await housing.post('/sager', fields)
    const second = await housing.post('/sager', fields)
    expect(second.headers.location).toBe(first.headers.location)
    // Another sending to the same address ends what is kept in memory: what answers now is what the files say.
    await openedCase()
    later(90)
    const third = await housing.post('/sager', fields)
    expect(third.status).toBe(303)
    expect(third.headers.location).toBe(first.headers.location)
    expect((await housing.get(third.headers.location ?? '')).text).toContain(
      'Formularen blev sendt den 12. marts 2026 kl. 10.00 og er kun registreret én gang.',
    )
    expect(await titled('Kun én gang')).toBe(1)
  })

  test('never says that it saved what something else has replaced since', async () => {
    const path = await openedCase()
    const form = formTo((await housing.get(`${path}/rediger`)).text, `${path}/rediger`)
    const first = { ...form.fields, title: 'Den første' }
    await housing.post(form.action, first)
    const fresh = formTo((await housing.get(form.action)).text, form.action)
    await housing.post(form.action, { ...fresh.fields, title: 'Den anden' })
    await housing.get(path)
    const again = await housing.post(form.action, first)
    const page = await housing.get(again.headers.location ?? '')
    expect(page.text).not.toContain('Sagen er rettet.')
    expect(page.text).toContain('er kun registreret én gang')
    expect(page.text).toContain('Den anden')
  })
})

describe('two forms', () => {
  test('of one page never share a token', async () => {
    for (const path of ['/', '/sager/ny', `${await openedCase()}`]) {
      const tokens = formsOn((await housing.get(path)).text).map(form => form.fields._once)
      expect(tokens.length).toBeGreaterThan(1)
      expect(new Set(tokens).size).toBe(tokens.length)
      expect(tokens.every(token => typeof token === 'string')).toBe(true)
    }
  })

  test('of a follow-up take effect one after the other within a minute: the note, and the end', async () => {
    const meetingId = await stage.prepared()
    const { id: itemId } = await stage.put(meetingId)
    const { id } = await createFollowUp(stage.housing(), {
      itemId,
      text: 'Indhent tal for støj',
      organisationId: stage.cooperation.organisation('fab'),
      personId: null,
      dueDay: day('2026-05-01'),
    })
    const page = (await housing.get(`/opfoelgning/${id}`)).text
    const note = formTo(page, `/opfoelgning/${id}/noter`)
    const end = formTo(page, `/opfoelgning/${id}/afslut`)
    expect((await housing.post(note.action, { ...note.fields, text: 'Ringet til FAB.' })).status).toBe(303)
    expect((await housing.post(end.action, { ...end.fields, note: 'Tallene er her.' })).status).toBe(303)
    const row = await portal.db.prisma.followUp.findUniqueOrThrow({ where: { id } })
    expect(row.closedAt).not.toBeNull()
  })

  test('with one token act each for itself: by address and by person', async () => {
    const [one, other] = [await openedCase(), await openedCase()]
    const token = 'one-token-for-everything'
    const closing = (client: Client, path: string) => client.post(`${path}/afslut`, { _once: token, reason: 'Færdig.' })
    expect((await closing(housing, one)).status).toBe(303)
    expect((await closing(municipality, other)).status).toBe(303)
    const closed = await portal.db.prisma.case.count({ where: { closedReason: 'Færdig.' } })
    expect(closed).toBe(2)
  })
})

test('a button that moves works again from a page that was gone back to', async () => {
  const meetingId = await stage.prepared()
  await stage.put(meetingId, { title: 'A' })
  await stage.put(meetingId, { title: 'B' })
  const item = await portal.db.prisma.agendaItem.findFirstOrThrow({ where: { meetingId, title: 'B' } })
  const page = (await housing.get(`/moeder/${meetingId}/dagsorden/rediger`)).text
  const form = formTo(page, `/moeder/${meetingId}/dagsorden/linjer`)
  const place = async () => (await portal.db.prisma.agendaItem.findUniqueOrThrow({ where: { id: item.id } })).position
  const before = await place()
  await housing.post(form.action, { ...form.fields, move: `${item.id}:up` })
  expect(await place()).toBe(before - 1)
  await housing.post(form.action, { ...form.fields, move: `${item.id}:down` })
  expect(await place()).toBe(before)
})
