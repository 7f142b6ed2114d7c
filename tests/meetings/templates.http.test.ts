import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { write } from '../../src/database/write.ts'
import { copyItems } from '../../src/features/meetings/meetings/editor/copy-items.ts'
import { cancelMeeting, carryOver } from '../../src/features/meetings/meetings/index.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { formTo } from '../support/form-on-page.ts'
import { htmlFaults } from '../support/html.ts'
import { type MeetingStage, stageFor } from './stage.ts'

/** What an item begins with (R61): a template, files that come with it, and who was disqualified from what it copies. */

let portal: TestApp
let stage: MeetingStage
let housing: Client
let municipality: Client
let member: Client
let bodyId: number

beforeAll(async () => {
  portal = await testApp()
  stage = await stageFor(portal.db)
  housing = await portal.signIn('sekretariat.bolig')
  municipality = await portal.signIn('sekretariat.kommune')
  member = await portal.signIn('formand')
  bodyId = stage.cooperation.body('faelles-gruppe')
})
afterAll(() => portal.close())

const filled = (name: string) => ({
  bodyId: String(bodyId),
  name,
  title: 'Status på ',
  kind: 'DECISION',
  coordination: '1',
  recommendation: 'Sekretariaterne indstiller, at\n1. gruppen drøfter',
  presentation: '\tFør\tNu\nHenvendelser\t1\t',
  plannedMinutes: '25',
})
const templates = () => portal.db.prisma.itemTemplate.findMany({ orderBy: { id: 'asc' } })
const made = async (name: string) => {
  await housing.post('/punktskabeloner', filled(name)).expect(303)
  return (await templates()).at(-1)?.id ?? 0
}

describe('templates', () => {
  test('a secretariat makes one, the other reads and edits it, and a member is told of none', async () => {
    const empty = await municipality.get('/punktskabeloner')
    expect(empty.text).toContain('Der er ingen skabeloner endnu')
    const id = await made('Status')
    const list = (await municipality.get('/punktskabeloner')).text
    expect(list).toContain('Status på')
    expect(await htmlFaults(list)).toEqual([])
    const page = (await municipality.get(`/punktskabeloner/${id}/rediger`)).text
    expect(await htmlFaults(page)).toEqual([])
    // The empty corner of the table is still there.
    expect((await templates()).at(-1)?.presentation).toBe('\tFør\tNu\nHenvendelser\t1\t')
    const form = formTo(page, `/punktskabeloner/${id}/rediger`)
    const own = formTo((await housing.get(`/punktskabeloner/${id}/rediger`)).text, form.action)
    await municipality.post(form.action, { ...form.fields, title: 'Status på indsatsen' }).expect(303)
    expect((await templates()).at(-1)).toMatchObject({ title: 'Status på indsatsen', version: 2, coordination: true })
    const late = await housing.post(own.action, { ...own.fields, title: 'Skrevet uden at vide det' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Skrevet uden at vide det')
    expect((await member.get('/punktskabeloner')).status).toBe(403)
    expect((await member.get(`/punktskabeloner/${id}/rediger`)).status).toBe(404)
    expect((await member.post('/punktskabeloner', filled('Nej'))).status).toBe(403)
  })

  test('all that is wrong is told at once, and a name is one template’s only', async () => {
    await made('Høring')
    const answer = await housing.post('/punktskabeloner', { ...filled(''), kind: '', plannedMinutes: 'ti' })
    expect(answer.status).toBe(422)
    for (const told of ['»Skabelonens navn« skal udfyldes', 'Vælg, om punktet er til', 'Skriv antal hele minutter'])
      expect(answer.text).toContain(told)
    const twice = await housing.post('/punktskabeloner', filled('høring'))
    expect(twice.status).toBe(422)
    expect(twice.text).toContain('allerede en skabelon med det navn')
  })

  test('a new item begins with one, and is nothing but an item afterwards', async () => {
    const id = await made('Begyndelse')
    const meetingId = await stage.prepared()
    const editor = (await housing.get(`/moeder/${meetingId}/dagsorden/rediger`)).text
    expect(editor).toContain(`/punkter/nyt?skabelon=${id}`)
    const page = (await housing.get(`/moeder/${meetingId}/punkter/nyt?skabelon=${id}`)).text
    expect(page).toContain('Punktet begynder med skabelonen »Begyndelse«')
    expect(await htmlFaults(page)).toEqual([])
    const form = formTo(page, `/moeder/${meetingId}/punkter`)
    expect(form.fields).toMatchObject({ kind: 'DECISION', coordination: '1', plannedMinutes: '25' })
    await housing.post(form.action, { ...form.fields, title: 'Status på cykler' }).expect(303)
    const item = await portal.db.prisma.agendaItem.findFirstOrThrow({ where: { title: 'Status på cykler' } })
    expect(item.recommendation).toBe('Sekretariaterne indstiller, at\n1. gruppen drøfter')
    const remove = formTo((await housing.get(`/punktskabeloner/${id}/rediger`)).text, `/punktskabeloner/${id}/fjern`)
    await housing.post(remove.action, remove.fields).expect(303)
    expect((await housing.get(`/punktskabeloner/${id}/rediger`)).status).toBe(404)
    expect((await housing.get(`/moeder/${meetingId}/punkter/nyt?skabelon=${id}`)).text).not.toContain('Begyndelse')
    expect((await housing.get('/punktskabeloner?q=begynd')).text).toContain('Ingen skabeloner fundet')
  })

  test('an open item gives its texts to one; a closed one does not', async () => {
    const meetingId = await stage.prepared()
    const open = await stage.put(meetingId, { title: 'Nattero', presentation: 'Sådan gør vi.' })
    const closed = await stage.put(meetingId, {
      title: 'Køb af grund',
      presentation: 'Prisen er fortrolig.',
      closed: true,
      closedReason: 'Forhandling',
      publicTitle: 'Ejendomssag',
    })
    const item = (await housing.get(`/moeder/${meetingId}/punkter/${open.id}/rediger`)).text
    expect(item).toContain(`/punktskabeloner/ny?punkt=${open.id}`)
    expect((await housing.get(`/punktskabeloner/ny?punkt=${open.id}`)).text).toContain('Sådan gør vi.')
    expect((await housing.get(`/moeder/${meetingId}/punkter/${closed.id}/rediger`)).text).not.toContain('ny?punkt=')
    expect((await housing.get(`/punktskabeloner/ny?punkt=${closed.id}`)).text).not.toContain('fortrolig')
  })
})

describe('a new item', () => {
  const pdf = (words: string) => Buffer.from(`%PDF-1.7\n${words}\n%%EOF`)

  test('brings its files with it, all of them or nothing at all', async () => {
    const meetingId = await stage.prepared()
    const fields = { title: 'Med bilag', kind: 'DISCUSSION', strategy: '1', plannedMinutes: '10', another: '1' }
    const send = (first: Buffer, second: Buffer) =>
      housing
        .upload(`/moeder/${meetingId}/punkter`, fields, { field: 'fil', name: 'notat.pdf', content: first })
        .attach('fil', second, 'bilag.pdf')
    const refused = await send(pdf('a'), Buffer.from('<script>alert(1)</script>'))
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('value="Med bilag"')
    expect(await portal.db.prisma.agendaItem.count({ where: { title: 'Med bilag' } })).toBe(0)
    const added = await send(pdf('a'), pdf('b'))
    expect(added.headers.location).toBe(`/moeder/${meetingId}/punkter/nyt`)
    const item = await portal.db.prisma.agendaItem.findFirstOrThrow({
      where: { title: 'Med bilag' },
      include: { attachments: { orderBy: { position: 'asc' } } },
    })
    expect(item.attachments.map(({ title }) => title)).toEqual(['notat', 'bilag'])
    expect((await housing.get(`/moeder/${meetingId}/punkter/nyt`)).text).toContain('er tilføjet med 2 bilag')
  })
})

describe('whoever is disqualified from a closed item', () => {
  test('is so from its copy and from what it is carried over to, but not where the item was opened', async () => {
    const meetingId = await stage.prepared(undefined, '2026-04-16')
    const next = await stage.prepared(undefined, '2026-05-21')
    const secret = { closed: true, closedReason: 'Forhandling', publicTitle: 'Ejendomssag' }
    const closed = await stage.put(meetingId, { title: 'Køb', ...secret })
    const open = await stage.put(meetingId, { title: 'Salg' })
    const personId = stage.cooperation.person('formand')
    const at = '2026-03-01T10:00:00.000Z'
    await write(stage.housing(), async tx => {
      for (const itemId of [closed.id, open.id])
        await tx.recusal.create({ data: { itemId, personId, reason: 'Naboejer', at } })
      const ended = { personId: stage.cooperation.person('medlem.fab'), at, endedAt: at }
      await tx.recusal.create({ data: { itemId: closed.id, ...ended } })
      return { result: null, events: [] }
    })
    await copyItems(stage.housing(), {
      meetingId: next,
      from: meetingId,
      itemIds: [closed.id, open.id],
      attachments: false,
    })
    const copies = await portal.db.prisma.agendaItem.findMany({
      where: { meetingId: next, title: { in: ['Køb', 'Salg'] } },
      include: { recusals: true },
    })
    expect(copies.map(({ title, recusals }) => [title, recusals.map(one => one.personId)])).toEqual([
      ['Køb', [personId]],
      ['Salg', []],
    ])
    await cancelMeeting(stage.housing(), { meetingId, reason: 'For få tilmeldte' })
    const carried = await carryOver(stage.housing(), { itemId: closed.id, toMeetingId: next })
    expect(await portal.db.prisma.recusal.findMany({ where: { itemId: carried.id } })).toMatchObject([
      { personId, reason: 'Naboejer', endedAt: null },
    ])
  })
})
