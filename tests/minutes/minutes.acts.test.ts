import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { rowReader } from '../../src/database/reader.ts'
import { write } from '../../src/database/write.ts'
import {
  answerObjection,
  approveMinutes,
  correctMinutes,
  loadMinutes,
  minuteItem,
  objectToMinutes,
  sealedMinutes,
  sendMinutes,
  signOffMinutes,
} from '../../src/features/decisions/minutes/index.ts'
import { freshDatabase } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import { afterMeeting, givenHeldMeeting, givenMinutesOut, signOffBySecretariats } from './given-meeting.ts'

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

const since = (key: string, at = afterMeeting) => cooperation.actor(key, at)
const stateOf = (id: number) =>
  db.sql.asStored<{ state: string }>('SELECT state FROM Meeting WHERE id = ?', id)[0]?.state
const versionOf = (id: number) =>
  db.sql.asStored<{ content: string; hash: string; number: number; approvedAt: string | null }>(
    'SELECT content, hash, number, approvedAt FROM MinutesVersion WHERE meetingId = ? ORDER BY number DESC',
    id,
  )[0]
const object = (meetingId: number, at = '2026-03-16T09:00:00.000Z') =>
  objectToMinutes(since('medlem.fab', at), { meetingId, itemPosition: 4, text: 'Vi blev ikke enige.' })

describe('sign-off of the minutes', () => {
  test('they are sent when both secretariats have signed off the same content', async () => {
    const meeting = await givenHeldMeeting(db, cooperation)
    const shownHash = sealedMinutes.hash(await loadMinutes(rowReader(db), meeting.id))
    await signOffMinutes(since('sekretariat.bolig'), { meetingId: meeting.id, shownHash })
    await expect(sendMinutes(since('sekretariat.bolig'), { meetingId: meeting.id })).rejects.toThrow(
      'mangler godkendelse fra kommunens sekretariat',
    )
    await signOffMinutes(since('sekretariat.kommune'), { meetingId: meeting.id, shownHash })
    const sent = await sendMinutes(since('sekretariat.bolig'), { meetingId: meeting.id })
    expect(sent).toEqual({ number: 1, objectionsUntil: '2026-03-20' })
    expect(versionOf(meeting.id)?.hash).toBe(shownHash)
  })

  test('a sign-off of another content than what stands is not taken', async () => {
    const meeting = await givenHeldMeeting(db, cooperation)
    const signing = signOffMinutes(since('sekretariat.bolig'), { meetingId: meeting.id, shownHash: 'other' })
    await expect(signing).rejects.toThrow('Indholdet er ændret, siden du åbnede siden')
  })

  test('an edit voids both and says so', async () => {
    const meeting = await givenHeldMeeting(db, cooperation)
    await signOffBySecretariats(db, cooperation, meeting.id, afterMeeting)
    const edited = await minuteItem(since('sekretariat.bolig'), {
      itemId: meeting.items['Status på Vollsmose'] ?? 0,
      text: 'Rettet.',
      outcome: 'DISCUSSED',
      outcomeNote: '',
    })
    expect(edited.notice).toBe('Begge godkendelser er bortfaldet, fordi punkt 4 er ændret.')
    await expect(sendMinutes(since('sekretariat.bolig'), { meetingId: meeting.id })).rejects.toThrow(
      'mangler godkendelse',
    )
  })

  test('an item keeps an outcome when the meeting is closed', async () => {
    const meeting = await givenHeldMeeting(db, cooperation)
    const clearing = minuteItem(since('sekretariat.bolig'), {
      itemId: meeting.items['Status på Vollsmose'] ?? 0,
      text: '',
      outcome: null,
      outcomeNote: '',
    })
    await expect(clearing).rejects.toThrow('skal have et resultat')
  })

  test('minutes that are out are not edited', async () => {
    const meeting = await givenMinutesOut(db, cooperation)
    const editing = minuteItem(since('sekretariat.bolig'), {
      itemId: meeting.items['Status på Vollsmose'] ?? 0,
      text: 'Rettet.',
      outcome: 'DISCUSSED',
      outcomeNote: '',
    })
    await expect(editing).rejects.toThrow('Referatet er sendt til indsigelse')
  })
})

describe('objections', () => {
  test('come from the body’s members until the end of the deadline day', async () => {
    const meeting = await givenMinutesOut(db, cooperation)
    await object(meeting.id, '2026-03-20T22:30:00.000Z')
    await expect(object(meeting.id, '2026-03-20T23:30:00.000Z')).rejects.toThrow(
      'Indsigelsesfristen udløb den 20. marts 2026.',
    )
    const reader = objectToMinutes(since('laeser'), { meetingId: meeting.id, itemPosition: null, text: 'Nej' })
    await expect(reader).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('an unanswered one stands in the way of approval', async () => {
    const meeting = await givenMinutesOut(db, cooperation)
    const { id } = await object(meeting.id)
    const later = since('sekretariat.kommune', '2026-03-25T09:00:00.000Z')
    await expect(approveMinutes(later, { meetingId: meeting.id })).rejects.toThrow('1 indsigelse mangler svar.')
    await answerObjection(later, {
      meetingId: meeting.id,
      objectionId: id,
      answer: 'Referatet er rigtigt.',
      upheld: false,
    })
    await approveMinutes(later, { meetingId: meeting.id })
    expect(versionOf(meeting.id)?.approvedAt).toBe(later.at)
  })

  test('one that is upheld takes the minutes back, and they are signed off and sent anew', async () => {
    const meeting = await givenMinutesOut(db, cooperation)
    const { id } = await object(meeting.id)
    const answered = await answerObjection(since('sekretariat.bolig', '2026-03-17T09:00:00.000Z'), {
      meetingId: meeting.id,
      objectionId: id,
      answer: 'Det rettes.',
      upheld: true,
    })
    expect(answered.takenBack).toBe(true)
    expect(stateOf(meeting.id)).toBe('MINUTES_IN_PREPARATION')
    const again = '2026-03-18T09:00:00.000Z'
    await expect(sendMinutes(since('sekretariat.bolig', again), { meetingId: meeting.id })).rejects.toThrow('mangler')
    await signOffBySecretariats(db, cooperation, meeting.id, again)
    const sent = await sendMinutes(since('sekretariat.bolig', again), { meetingId: meeting.id })
    expect(sent).toEqual({ number: 2, objectionsUntil: '2026-03-25' })
  })

  test('it is answered once', async () => {
    const meeting = await givenMinutesOut(db, cooperation)
    const { id } = await object(meeting.id)
    const answer = (key: string, text: string) =>
      answerObjection(since(key), { meetingId: meeting.id, objectionId: id, answer: text, upheld: false })
    await answer('sekretariat.bolig', 'Vores svar')
    await expect(answer('sekretariat.kommune', 'Et andet')).rejects.toMatchObject({ current: { answer: 'Vores svar' } })
  })
})

describe('approval and seal', () => {
  test('is not given before the deadline has run out', async () => {
    const meeting = await givenMinutesOut(db, cooperation)
    const early = approveMinutes(since('sekretariat.bolig', '2026-03-20T09:00:00.000Z'), { meetingId: meeting.id })
    await expect(early).rejects.toThrow('Indsigelsesfristen er ikke udløbet.')
  })

  test('sealed minutes stay what they were when a person is renamed (R80)', async () => {
    const meeting = await givenMinutesOut(db, cooperation)
    const before = versionOf(meeting.id)
    const secretary = since('sekretariat.bolig')
    await write(secretary, async tx => {
      await tx.person.update({ where: { id: cooperation.person('formand') }, data: { name: 'Et nyt navn' } })
      await tx.organisation.update({ where: { id: cooperation.organisation('fab') }, data: { name: 'Fusionen' } })
      return { result: undefined, events: [] }
    })
    const sealed = versionOf(meeting.id)
    expect(sealed).toEqual(before)
    expect(sealedMinutes.hash(sealedMinutes.thaw(sealed?.content ?? ''))).toBe(sealed?.hash)
    expect(sealed?.content).toContain('Ellen Rosenvang')
    expect(sealedMinutes.hash(await loadMinutes(rowReader(db), meeting.id))).toBe(sealed?.hash)
  })

  test('a correction is appended to approved minutes only', async () => {
    const meeting = await givenMinutesOut(db, cooperation)
    const correct = (at: string) =>
      correctMinutes(since('sekretariat.kommune', at), {
        meetingId: meeting.id,
        itemPosition: 4,
        text: 'Tallet er 47.',
        reason: 'Slåfejl',
      })
    await expect(correct('2026-03-20T09:00:00.000Z')).rejects.toThrow('Kun et godkendt referat kan berigtiges')
    await correct('2026-03-21T09:00:00.000Z')
  })
})
