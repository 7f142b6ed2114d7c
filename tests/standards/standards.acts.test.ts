import { afterEach, beforeEach, expect, test } from 'vitest'
import { viewOf } from '../../src/access/visibility.ts'
import type { Database } from '../../src/database/database.ts'
import { write } from '../../src/database/write.ts'
import {
  loadText,
  putTextOnAgenda,
  readTextList,
  signOffText,
  takeBackTextSignOff,
  takeTextOffAgenda,
  textSight,
} from '../../src/features/decisions/adoption/index.ts'
import { recordDecision, withdrawDecision } from '../../src/features/decisions/decisions/index.ts'
import { recuse } from '../../src/features/decisions/minutes/index.ts'
import { planMeeting } from '../../src/features/meetings/meetings/index.ts'
import {
  addPoint,
  beginStandard,
  editPoint,
  editStandard,
  movePoint,
  removePoint,
} from '../../src/features/strategy/standards/change-standard.ts'
import { standardKind } from '../../src/features/strategy/standards/standard-kind.ts'
import { day } from '../../src/kernel/days.ts'
import { kroner } from '../../src/kernel/money.ts'
import { draft, publish } from '../decisions/given.ts'
import { inSession } from '../revision/stage.ts'
import { freshDatabase } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'

// The life of a standard: written by both secretariats, adopted by the joint group, in force with its decision alone.

let db: Database
let close: () => Promise<void>
let cooperation: Cooperation

beforeEach(async () => {
  const fresh = await freshDatabase()
  db = fresh.db
  close = fresh.close
  cooperation = givenCooperation(db)
})
afterEach(() => close())

const before = '2026-03-02T09:00:00.000Z'
const meetingDay = day('2026-03-12')
const at = '2026-03-12T10:00:00.000Z'
const housing = (when = before) => cooperation.actor('sekretariat.bolig', when)
const municipality = (when = before) => cooperation.actor('sekretariat.kommune', when)
const slug = 'tryg-flytning'
const standard = (today = meetingDay) => loadText(db.prisma, standardKind, slug, today)
const newest = async () => (await standard()).newest

const head = {
  title: 'Tryg flytning',
  purpose: 'Alle, der flytter, bliver taget godt imod.',
  appliesTo: 'ALL',
} as const
const written = async () => {
  await beginStandard(housing(), head)
  await addPoint(housing(), { slug, version: 1, text: 'Alle får besøg inden en uge.', evidence: 'Besøgslisten.' })
}
const signed = async (when = before) => {
  const { hash } = await newest()
  await signOffText(housing(when), standardKind, { slug, shownHash: hash })
  await signOffText(municipality(when), standardKind, { slug, shownHash: hash })
}
const meeting = async (on = meetingDay) =>
  (
    await planMeeting(housing(), {
      bodyId: cooperation.body('faelles-gruppe'),
      form: 'ORDINARY',
      day: on,
      startsAt: '13:00',
      endsAt: '15:00',
      place: 'Rådhuset',
    })
  ).id
const onAgenda = async (on = meetingDay, fromDay = null) => {
  const meetingId = await meeting(on)
  const { itemId } = await putTextOnAgenda(housing(), standardKind, { slug, meetingId, fromDay, caseId: 'NEW' })
  return { meetingId, itemId }
}
const decided = async (item: { meetingId: number; itemId: number }, given: Parameters<typeof draft>[1] = {}) => {
  await inSession(db, cooperation, item.meetingId, at)
  return recordDecision(municipality(at), draft(item, { title: 'Tryg flytning', ...given }))
}

test('a standard is in force when the decision about it has taken effect, and its parts link to each other', async () => {
  await written()
  await signed()
  const item = await onAgenda()
  expect(await standard()).toMatchObject({ state: 'ON_AGENDA', standing: null })
  const { number } = await decided(item)
  const now = await standard()
  expect(now).toMatchObject({ state: 'IN_FORCE', standing: { version: 1, number: 2 }, standingFrom: '2026-03-12' })
  expect(now.newest.adoptions).toMatchObject([{ item: { id: item.itemId }, decision: { number } }])
  expect((await db.prisma.agendaItem.findUniqueOrThrow({ where: { id: item.itemId } })).caseId).toBe(now.case?.id)
  expect(await standard(day('2026-03-11'))).toMatchObject({ standing: null })
})

test('both secretariats sign off the very draft, and an edit asks for both again', async () => {
  await written()
  const { hash } = await newest()
  expect(await signOffText(housing(), standardKind, { slug, shownHash: hash })).toEqual({ complete: false })
  await expect(signOffText(housing(), standardKind, { slug, shownHash: hash })).rejects.toThrow('allerede godkendt')
  const meetingId = await meeting()
  await expect(
    putTextOnAgenda(housing(), standardKind, { slug, meetingId, fromDay: null, caseId: null }),
  ).rejects.toThrow('Teksten har status »Under udarbejdelse«')
  const edited = await editPoint(municipality(), {
    slug,
    version: 2,
    key: 'p1',
    text: 'Alle får besøg.',
    evidence: 'Listen.',
  })
  expect(edited).toEqual({ number: 3, voided: true })
  await expect(signOffText(municipality(), standardKind, { slug, shownHash: hash })).rejects.toThrow('er ændret')
  expect((await standard()).facts.unsignedBy).toHaveLength(2)
})

test('what lacks is told before anybody can sign it off', async () => {
  await beginStandard(housing(), { ...head, purpose: '' })
  const { hash } = await newest()
  await expect(signOffText(housing(), standardKind, { slug, shownHash: hash })).rejects.toThrow(
    'Standardens formål mangler. Standarden har ingen punkter.',
  )
  await addPoint(housing(), { slug, version: 1, text: 'Alle får besøg.', evidence: '' })
  await expect(signOffText(housing(), standardKind, { slug, shownHash: (await newest()).hash })).rejects.toThrow(
    'Punkt 1 siger ikke, hvad der viser, at det er opfyldt.',
  )
})

test('adopted subject to approval it waits, visibly', async () => {
  await written()
  await signed()
  const item = await onAgenda()
  await decided(item, {
    subjectToApproval: true,
    consequences: [
      {
        organisationId: cooperation.organisation('hoejstrup'),
        amount: kroner(50_000),
        legal: null,
        organisational: null,
      },
    ],
  })
  expect(await standard()).toMatchObject({ state: 'AWAITS_APPROVAL', standing: null })
})

test('a decision that is taken back takes the text with it, and the version before stands again', async () => {
  await written()
  await signed()
  await decided(await onAgenda())
  await editPoint(housing(at), {
    slug,
    version: 2,
    key: 'p1',
    text: 'Alle får besøg inden tre dage.',
    evidence: 'Listen.',
  })
  expect(await newest()).toMatchObject({ version: 2, number: 3 })
  // The version in force is not touched by what is written on the next.
  expect((await standard()).standing).toMatchObject({ version: 1, number: 2 })
  await signed(at)
  const next = await onAgenda(day('2026-03-19'))
  const later = '2026-03-19T13:00:00.000Z'
  await inSession(db, cooperation, next.meetingId, later)
  const { id } = await recordDecision(municipality(later), draft(next, { title: 'Tryg flytning, version 2' }))
  const after = day('2026-03-20')
  expect((await standard(after)).standing).toMatchObject({ version: 2 })
  await withdrawDecision(municipality(later), { decisionId: id, version: 1, reason: 'Indført ved en fejl.' })
  expect(await standard(after)).toMatchObject({ state: 'FALLEN', standing: { version: 1, number: 2 } })
  // What is written after a version that was in force is never called by its number again.
  await editStandard(housing('2026-03-20T09:00:00.000Z'), {
    slug,
    version: 3,
    ...head,
    title: 'Tryg ind- og udflytning',
  })
  expect(await newest()).toMatchObject({ version: 3 })
})

test('while it stands on an agenda nothing of it is changed; taken off, it is written on, and its item goes', async () => {
  await written()
  await signed()
  const item = await onAgenda()
  await expect(removePoint(housing(), { slug, version: 2, key: 'p1' })).rejects.toThrow(
    'Teksten har status »På dagsordenen«',
  )
  await expect(takeBackTextSignOff(housing(), standardKind, { slug })).rejects.toThrow('På dagsordenen')
  await takeTextOffAgenda(municipality(), standardKind, { slug, reason: 'Et punkt mangler.' })
  expect(await standard()).toMatchObject({ state: 'SIGNED_OFF' })
  expect((await db.prisma.agendaItem.findUniqueOrThrow({ where: { id: item.itemId } })).removedAt).not.toBeNull()
  await addPoint(housing(), { slug, version: 2, text: 'Alle får en kontaktperson.', evidence: 'Navn på listen.' })
  expect(await standard()).toMatchObject({ state: 'DRAFT' })
})

test('two who write different points do not meet; two who write the same are both shown', async () => {
  await written()
  await addPoint(housing(), { slug, version: 2, text: 'Alle får en kontaktperson.', evidence: 'Navn på listen.' })
  await editPoint(municipality(), { slug, version: 3, key: 'p1', text: 'Alle får besøg.', evidence: 'Besøgslisten.' })
  await editPoint(housing(), {
    slug,
    version: 3,
    key: 'p2',
    text: 'Alle får en fast kontakt.',
    evidence: 'Navn på listen.',
  })
  const { content } = await newest()
  expect(content.points.map(({ text }) => text)).toEqual(['Alle får besøg.', 'Alle får en fast kontakt.'])
  await expect(
    editPoint(housing(), { slug, version: 3, key: 'p1', text: 'Alle ringes op.', evidence: 'Besøgslisten.' }),
  ).rejects.toMatchObject({ name: 'Conflict', current: { text: 'Alle får besøg.', evidence: 'Besøgslisten.' } })
})

test('points are moved and removed, and no key is given twice', async () => {
  await written()
  await addPoint(housing(), { slug, version: 2, text: 'To', evidence: 'b' })
  await movePoint(housing(), { slug, version: 3, key: 'p2', direction: 'UP' })
  expect((await newest()).content.points.map(({ key }) => key)).toEqual(['p2', 'p1'])
  await expect(movePoint(housing(), { slug, version: 4, key: 'p2', direction: 'UP' })).rejects.toThrow(
    'står ikke i udkastet',
  )
  await removePoint(housing(), { slug, version: 4, key: 'p2' })
  await addPoint(housing(), { slug, version: 5, text: 'Tre', evidence: 'c' })
  expect((await newest()).content.points.map(({ key }) => key)).toEqual(['p1', 'p3'])
})

test('only the secretariats write, and only on the joint group’s agenda', async () => {
  await expect(beginStandard(cooperation.actor('medlem.hoejstrup', before), head)).rejects.toThrow(
    'Kun medarbejdere i de to sekretariater',
  )
  await written()
  await signed()
  const other = await planMeeting(housing(), {
    bodyId: cooperation.body('strategigruppe-bolig'),
    form: 'ORDINARY',
    day: meetingDay,
    startsAt: '10:00',
    endsAt: '11:00',
    place: 'Kontoret',
  })
  await expect(
    putTextOnAgenda(housing(), standardKind, { slug, meetingId: other.id, fromDay: null, caseId: null }),
  ).rejects.toThrow('Vælg et møde i fælles boligstrategisk gruppe.')
  const meetingId = await meeting()
  await expect(
    putTextOnAgenda(housing(), standardKind, { slug, meetingId, fromDay: day('2026-03-01'), caseId: null }),
  ).rejects.toThrow('tidligst gælde fra mødet den 12. marts 2026')
})

test('what was decided stands for others when the minutes are out, and an agenda when it is sent', async () => {
  await written()
  await signed()
  const other = viewOf(cooperation.actor('strategi.bolig', at))
  const seen = () => loadText(db.prisma, standardKind, slug, meetingDay, other)
  const item = await onAgenda()
  // The agenda has not been sent: to whoever does not prepare it the draft has been put nowhere.
  expect((await seen()).newest.adoptions).toEqual([])
  await decided(item)
  expect(await seen()).toMatchObject({ state: 'ON_AGENDA', standing: null })
  await publish(db, item.meetingId)
  expect(await seen()).toMatchObject({ state: 'IN_FORCE', standing: { version: 1 } })
})

test('what is put forward behind closed doors is read by those inside alone', async () => {
  await written()
  await signed()
  const other = viewOf(cooperation.actor('strategi.bolig', at))
  const item = await onAgenda()
  const closed = { closed: true, closedReason: 'Forhandling', publicTitle: 'En aftale' }
  await write(housing(), async tx => {
    await tx.agendaItem.update({ where: { id: item.itemId }, data: closed })
    return { result: undefined, events: [] }
  })
  await decided(item, { publicTitle: 'En aftale', publicText: 'Der er truffet en beslutning.' })
  await publish(db, item.meetingId)
  expect(await loadText(db.prisma, standardKind, slug, meetingDay, other)).toMatchObject({ standing: null })
  expect(await standard()).toMatchObject({ standing: { version: 1 } })
})

test('whoever has stepped out of it behind closed doors reads the text nowhere', async () => {
  await written()
  await signed()
  const item = await onAgenda()
  await write(housing(), async tx => {
    const closed = { closed: true, closedReason: 'Forhandling', publicTitle: 'En aftale' }
    await tx.agendaItem.update({ where: { id: item.itemId }, data: closed })
    return { result: undefined, events: [] }
  })
  await inSession(db, cooperation, item.meetingId, at)
  const member = cooperation.actor('medlem.hoejstrup', at)
  const seen = () => loadText(db.prisma, standardKind, slug, meetingDay, textSight(member))
  const listed = () => readTextList(member, standardKind, { q: '', vis: '', sorter: 'titel', after: null })
  expect(await seen()).toMatchObject({ state: 'ON_AGENDA' })
  expect(listed()).toHaveLength(1)
  await recuse(municipality(at), { itemId: item.itemId, personId: member.personId ?? 0, reason: 'Egen sag' })
  await expect(seen()).rejects.toThrow('Siden findes ikke.')
  expect(listed()).toEqual([])
})
