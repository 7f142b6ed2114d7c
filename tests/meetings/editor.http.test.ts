import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { proposeItem } from '../../src/features/meetings/meetings/index.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { formTo } from '../support/form-on-page.ts'
import { htmlFaults } from '../support/html.ts'
import { type MeetingStage, stageFor } from './stage.ts'

/** Where an agenda is made (§7, R65): a list to write in, new lines, what waits, and items of another meeting. */

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

const editor = (meetingId: number) => `/moeder/${meetingId}/dagsorden/rediger`
const listOn = async (client: Client, meetingId: number) =>
  formTo((await client.get(editor(meetingId))).text, `/moeder/${meetingId}/dagsorden/linjer`)
const stored = (meetingId: number) =>
  portal.db.prisma.agendaItem.findMany({ where: { meetingId, removedAt: null }, orderBy: { position: 'asc' } })
const titles = async (meetingId: number) => (await stored(meetingId)).map(({ title }) => title).slice(2, -2)

describe('the list', () => {
  test('changes titles, kinds, speakers, minutes and order at once, and tells the log only what was changed', async () => {
    const meetingId = await stage.prepared()
    const [a, b] = [await stage.put(meetingId, { title: 'A' }), await stage.put(meetingId, { title: 'B' })]
    const form = await listOn(housing, meetingId)
    const answer = await housing.post(form.action, {
      ...form.fields,
      [`lines[i${a.id}][title]`]: 'A, skrevet om',
      [`lines[i${a.id}][kind]`]: 'DECISION',
      [`lines[i${a.id}][presenter]`]: 'Boligkontoret',
      [`lines[i${a.id}][plannedMinutes]`]: '25',
      [`lines[i${b.id}][number]`]: '3',
    })
    expect(answer.status).toBe(303)
    expect(await titles(meetingId)).toEqual(['B', 'A, skrevet om'])
    expect((await stored(meetingId)).find(({ id }) => id === a.id)).toMatchObject({
      kind: 'DECISION',
      presenter: 'Boligkontoret',
      plannedMinutes: 25,
      strategy: true,
    })
    const events = await portal.db.prisma.event.findMany({ where: { kind: { in: ['itemEdited', 'agendaReordered'] } } })
    expect(events.map(({ kind }) => kind).toSorted()).toEqual(['agendaReordered', 'itemEdited'])
    const page = (await housing.get(editor(meetingId))).text
    expect(await htmlFaults(page)).toEqual([])
  })

  test('tells all that is wrong at its field, keeps what was typed, and changes nothing', async () => {
    const meetingId = await stage.prepared()
    const [a, b] = [await stage.put(meetingId, { title: 'A' }), await stage.put(meetingId, { title: 'B' })]
    const form = await listOn(housing, meetingId)
    const answer = await housing.post(form.action, {
      ...form.fields,
      [`lines[i${a.id}][title]`]: '',
      [`lines[i${b.id}][plannedMinutes]`]: 'en time',
      [`lines[i${b.id}][title]`]: 'Skrevet og ikke gemt',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Feltet »Titel« skal udfyldes.')
    expect(answer.text).toContain('Skriv antal hele minutter, mindst 1 og højst 480.')
    expect(answer.text).toContain('value="Skrevet og ikke gemt"')
    expect(answer.text).toContain('value="en time"')
    expect(await titles(meetingId)).toEqual(['A', 'B'])
  })

  test('two who write in different fields both keep their words, and in the same field the second chooses', async () => {
    const meetingId = await stage.prepared()
    const [a, b] = [await stage.put(meetingId, { title: 'A' }), await stage.put(meetingId, { title: 'B' })]
    const [one, other] = [await listOn(housing, meetingId), await listOn(municipality, meetingId)]
    const third = await listOn(municipality, meetingId)
    await housing.post(one.action, { ...one.fields, [`lines[i${a.id}][title]`]: 'Den enes' })
    const answer = await municipality.post(other.action, {
      ...other.fields,
      [`lines[i${a.id}][plannedMinutes]`]: '40',
      [`lines[i${b.id}][number]`]: '3',
    })
    expect(answer.status).toBe(303)
    expect(await titles(meetingId)).toEqual(['B', 'Den enes'])
    expect((await stored(meetingId)).find(({ id }) => id === a.id)).toMatchObject({ plannedMinutes: 40 })

    const late = await municipality.post(third.action, { ...third.fields, [`lines[i${a.id}][title]`]: 'Den andens' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Den enes')
    expect(late.text).toContain('value="Den andens"')
    expect(await titles(meetingId)).toEqual(['B', 'Den enes'])
  })

  test('what was typed is saved with the button that moves or takes off', async () => {
    const meetingId = await stage.prepared()
    const [a, b] = [await stage.put(meetingId, { title: 'A' }), await stage.put(meetingId, { title: 'B' })]
    const form = await listOn(housing, meetingId)
    const typed = { ...form.fields, [`lines[i${a.id}][title]`]: 'A igen' }
    await housing.post(form.action, { ...typed, move: `${b.id}:up` })
    expect(await titles(meetingId)).toEqual(['B', 'A igen'])
    const again = await listOn(housing, meetingId)
    await housing.post(again.action, { ...again.fields, [`lines[i${a.id}][title]`]: 'Kun A', remove: String(b.id) })
    expect(await titles(meetingId)).toEqual(['Kun A'])
  })

  test('words in an item that another took off meanwhile are shown, and none of another meeting is taken off', async () => {
    const [meetingId, another] = [await stage.prepared(), await stage.prepared()]
    const [a, foreign] = [await stage.put(meetingId, { title: 'A' }), await stage.put(another, { title: 'B' })]
    const [one, other] = [await listOn(housing, meetingId), await listOn(municipality, meetingId)]
    const untouched = await listOn(municipality, meetingId)
    const elsewhere = await housing.post(one.action, { ...one.fields, remove: String(foreign.id) })
    expect(elsewhere.status).toBe(404)
    expect(await titles(another)).toEqual(['B'])
    await housing.post(one.action, { ...one.fields, remove: String(a.id) })
    const typed = { ...other.fields, [`lines[i${a.id}][presenter]`]: 'Skrevet imens' }
    expect((await municipality.post(other.action, typed)).status).toBe(409)
    expect((await municipality.post(untouched.action, untouched.fields)).status).toBe(303)
  })

  test('is for the secretariats of the body, while the agenda is open', async () => {
    const meetingId = await stage.prepared()
    await stage.put(meetingId)
    const member = await portal.signIn('medlem.hoejstrup')
    const form = await listOn(housing, meetingId)
    expect((await member.post(form.action, { ...form.fields, _csrf: member.csrf })).status).toBe(403)
  })
})

describe('new lines', () => {
  const rows = (...lines: Record<string, string>[]) =>
    Object.fromEntries(
      lines.flatMap((line, index) => Object.entries(line).map(([name, value]) => [`rows[${index}][${name}]`, value])),
    )
  const line = { title: 'Ventelister', kind: 'DISCUSSION', purpose: 'strategy', presenter: '', plannedMinutes: '15' }

  test('come on together, in their order, and empty ones are left out', async () => {
    const meetingId = await stage.prepared()
    const action = `/moeder/${meetingId}/dagsorden/nye-punkter`
    const decision = { ...line, title: 'Byggeri', kind: 'DECISION', purpose: 'procedural', plannedMinutes: '30' }
    const answer = await housing.post(action, rows(line, decision, { ...line, title: '' }))
    expect(answer.headers.location).toBe(`${editor(meetingId)}#nye-punkter`)
    expect(await titles(meetingId)).toEqual(['Ventelister', 'Byggeri'])
    const [first, second] = (await stored(meetingId)).slice(2)
    expect(first).toMatchObject({ kind: 'DISCUSSION', strategy: true, procedural: false })
    expect(second).toMatchObject({ kind: 'DECISION', procedural: true, plannedMinutes: 30 })
  })

  test('tell at the line what lacks, and none is added', async () => {
    const meetingId = await stage.prepared()
    const action = `/moeder/${meetingId}/dagsorden/nye-punkter`
    const answer = await housing.post(action, rows(line, { ...line, title: 'Uden opgave', purpose: '' }))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Vælg, hvad punktet hører under.')
    expect(answer.text).toContain('value="Uden opgave"')
    expect(await titles(meetingId)).toEqual([])
  })

  test('a line more is given without scripts, with what was typed', async () => {
    const meetingId = await stage.prepared()
    const action = `/moeder/${meetingId}/dagsorden/nye-punkter`
    const answer = await housing.post(action, { ...rows(line), action: 'addRow' })
    expect(answer.text).toContain('name="rows[1][title]"')
    expect(answer.text).toContain('value="Ventelister"')
    expect(answer.text).not.toContain('Der er fejl i formularen')
    expect(await titles(meetingId)).toEqual([])
  })
})

test('a member’s proposal comes on with a press, and one stands on in the list', async () => {
  const meetingId = await stage.prepared()
  const bodyId = stage.cooperation.body('faelles-gruppe')
  const proposed = { bodyId, title: 'Cykelparkering', kind: 'DISCUSSION' as const, text: 'Der mangler pladser.' }
  const { id } = await proposeItem(stage.cooperation.actor('medlem.hoejstrup'), proposed)
  const page = (await housing.get(editor(meetingId))).text
  const form = formTo(page, `/punktforslag/${id}/optag`)
  const answer = await housing.post(form.action, form.fields)
  expect(answer.headers.location).toMatch(new RegExp(`^${editor(meetingId)}#punkt-`))
  expect(await titles(meetingId)).toEqual(['Cykelparkering'])
  expect((await housing.get(editor(meetingId))).text).not.toContain(`/punktforslag/${id}/optag`)
})

describe('items of another meeting', () => {
  test('the last meeting’s are offered, all chosen, and come with their texts and attachments', async () => {
    const last = await stage.prepared('faelles-gruppe', '2026-03-19')
    const kept = await stage.put(last, { title: 'Fast tema', presentation: 'Teksten følger med.' })
    await stage.put(last, { title: 'Ikke igen' })
    const meetingId = await stage.prepared('faelles-gruppe', '2026-03-26')
    const page = (await housing.get(`/moeder/${meetingId}/dagsorden/kopier`)).text
    expect(page).toContain('Fast tema')
    expect(page).not.toContain('Godkendelse af dagsorden')
    expect(await htmlFaults(page)).toEqual([])
    const action = `/moeder/${meetingId}/dagsorden/kopier`
    const answer = await housing.post(action, { from: String(last), items: String(kept.id), attachments: '1' })
    expect(answer.headers.location).toBe(editor(meetingId))
    expect(await titles(meetingId)).toEqual(['Fast tema'])
    expect((await stored(meetingId))[2]).toMatchObject({ presentation: 'Teksten følger med.', carriedFromId: null })
  })

  test('without a choice it says so, and of another body nothing is taken', async () => {
    const meetingId = await stage.prepared('faelles-gruppe', '2026-03-26')
    const action = `/moeder/${meetingId}/dagsorden/kopier`
    const other = await stage.prepared('strategigruppe-bolig', '2026-03-19')
    const { id } = await stage.put(other, { title: 'Kun boligernes' })
    const none = await housing.post(action, { from: String(meetingId), items: '' })
    expect(none.status).toBe(422)
    expect(none.text).toContain('Vælg mindst ét punkt.')
    expect((await housing.post(action, { from: String(other), items: String(id) })).text).toContain(
      'Vælg et møde i samme organ.',
    )
    expect((await municipality.post(action, { from: String(other), items: String(id) })).status).toBe(403)
    expect(await titles(meetingId)).toEqual([])
  })
})

describe('an item’s own form', () => {
  const pdf = (text: string) => Buffer.from(`%PDF-1.7\n${text}\n%%EOF`)
  const attached = async (itemId: number) =>
    (
      await portal.db.prisma.attachment.findMany({ where: { itemId, removedAt: null }, orderBy: { position: 'asc' } })
    ).map(({ title }) => title)

  test('takes several files at once, each called as it is, all of them or none', async () => {
    const meetingId = await stage.prepared()
    const { id } = await stage.put(meetingId)
    const path = `/moeder/${meetingId}/punkter/${id}/bilag`
    const first = { field: 'fil', name: 'Notat.pdf', content: pdf('et') }
    const both = await housing.upload(path, { title: '' }, first).attach('fil', pdf('to'), 'Budget.pdf')
    expect(both.status).toBe(303)
    expect(await attached(id)).toEqual(['Notat', 'Budget'])
    const again = await housing
      .upload(path, { title: '' }, { field: 'fil', name: 'Nyt.pdf', content: pdf('tre') })
      .attach('fil', pdf('to'), 'Budget igen.pdf')
    expect(again.status).toBe(422)
    expect(again.text).toContain('»Budget igen.pdf« er allerede bilag til punktet. Ingen af filerne er tilføjet.')
    expect(await attached(id)).toEqual(['Notat', 'Budget'])
  })

  test('leads to the item that follows, past one that the person may not read, and from the last one back', async () => {
    const meetingId = await stage.prepared()
    const [a, b] = [await stage.put(meetingId, { title: 'A' }), await stage.put(meetingId, { title: 'B' })]
    const path = (id: number) => `/moeder/${meetingId}/punkter/${id}/rediger`
    const form = formTo((await housing.get(path(a.id))).text, path(a.id))
    expect((await housing.post(path(a.id), { ...form.fields, next: '1' })).headers.location).toBe(path(b.id))
    const standing = await stored(meetingId)
    const last = standing.at(-1)?.id ?? 0
    expect((await housing.get(path(last))).text).not.toContain('Gem, og gå til punkt')
    const end = formTo((await housing.get(path(last))).text, path(last))
    expect((await housing.post(path(last), { ...end.fields, next: '1' })).headers.location).toBe(
      `${editor(meetingId)}#punkt-${last}`,
    )
  })
})
