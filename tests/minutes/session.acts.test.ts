import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { rowReader } from '../../src/database/reader.ts'
import { write } from '../../src/database/write.ts'
import {
  closeMeeting,
  endRecusal,
  enterStatement,
  loadMinutes,
  minuteItem,
  openMeeting,
  recordAttendance,
  recuse,
  sendApologies,
  settleItem,
} from '../../src/features/decisions/minutes/index.ts'
import { Conflict } from '../../src/kernel/refusal.ts'
import { freshDatabase } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import { duringMeeting, givenCalledMeeting, givenMeetingInSession, giveOutcomes } from './given-meeting.ts'

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

const during = (key: string) => cooperation.actor(key, duringMeeting)
const attendanceOf = (meetingId: number, key: string) =>
  db.sql.asStored<{ status: string; standsInForId: number | null; id: number; name: string }>(
    'SELECT id, name, status, standsInForId FROM Attendance WHERE meetingId = ? AND personId = ?',
    meetingId,
    cooperation.person(key),
  )[0]

describe('opening and closing', () => {
  test('the chair opens the meeting, and is present and its mødeleder', async () => {
    const meeting = await givenCalledMeeting(db, cooperation)
    await openMeeting(during('formand'), { meetingId: meeting.id })
    expect(attendanceOf(meeting.id, 'formand')?.status).toBe('PRESENT')
  })

  test('neither a member nor a secretariat opens it', async () => {
    const meeting = await givenCalledMeeting(db, cooperation)
    for (const key of ['medlem.fab', 'sekretariat.bolig', 'laeser']) {
      await expect(openMeeting(during(key), { meetingId: meeting.id })).rejects.toMatchObject({ code: 'forbidden' })
    }
  })

  test('it cannot be opened before its day', async () => {
    const meeting = await givenCalledMeeting(db, cooperation)
    const early = cooperation.actor('formand', '2026-03-11T12:00:00.000Z')
    await expect(openMeeting(early, { meetingId: meeting.id })).rejects.toThrow('først åbnes på mødedagen')
  })

  test('it is not closed while items have no outcome, and those are named', async () => {
    const meeting = await givenMeetingInSession(db, cooperation)
    const closing = closeMeeting(during('formand'), { meetingId: meeting.id })
    await expect(closing).rejects.toThrow('Mødet kan ikke lukkes. Punkt 1, 2, 3, 4, 5 og 6 mangler et resultat.')
  })

  test('it is not closed over an outcome that no longer holds', async () => {
    const meeting = await givenMeetingInSession(db, cooperation)
    await giveOutcomes(db, cooperation, meeting)
    const item = meeting.items['Fælles ventelisteprincipper'] ?? 0
    await minuteItem(during('sekretariat.bolig'), {
      itemId: item,
      text: '',
      outcome: 'DECIDED',
      outcomeNote: '',
      withoutConsequences: true,
      whileWriting: true,
    })
    await expect(closeMeeting(during('formand'), { meetingId: meeting.id })).rejects.toThrow(
      'Punkt 3: Skriv, hvad der blev tiltrådt',
    )
  })
})

describe('attendance', () => {
  test('apologies before the meeting bring the substitute, who is present when it opens', async () => {
    const meeting = await givenCalledMeeting(db, cooperation)
    const at = '2026-03-10T09:00:00.000Z'
    await sendApologies(cooperation.actor('medlem.bykultur', at), {
      meetingId: meeting.id,
      standInPersonId: cooperation.person('bjergskov'),
    })
    await openMeeting(during('formand'), { meetingId: meeting.id })
    const away = attendanceOf(meeting.id, 'medlem.bykultur')
    expect(away?.status).toBe('APOLOGIES')
    expect(attendanceOf(meeting.id, 'bjergskov')).toMatchObject({ status: 'PRESENT', standsInForId: away?.id })
  })

  test('only a substitute for the seat comes instead', async () => {
    const meeting = await givenMeetingInSession(db, cooperation)
    const entering = recordAttendance(during('sekretariat.bolig'), {
      meetingId: meeting.id,
      personId: cooperation.person('medlem.fab'),
      status: 'APOLOGIES',
      standInPersonId: cooperation.person('bjergskov'),
    })
    await expect(entering).rejects.toMatchObject({ field: 'standInPersonId' })
  })

  test('one substitute does not stand in for two', async () => {
    const meeting = await givenMeetingInSession(db, cooperation)
    const absent = (key: string) =>
      recordAttendance(during('sekretariat.bolig'), {
        meetingId: meeting.id,
        personId: cooperation.person(key),
        status: 'APOLOGIES',
        standInPersonId: cooperation.person('sandkjaer'),
      })
    await absent('medlem.fab')
    await expect(absent('medlem.hoejstrup')).rejects.toThrow('er allerede stedfortræder for en anden')
  })

  test('two secretaries who enter the same person do not overwrite each other', async () => {
    const meeting = await givenMeetingInSession(db, cooperation)
    const input = { meetingId: meeting.id, personId: cooperation.person('medlem.fab'), version: 2 }
    await recordAttendance(during('sekretariat.bolig'), { ...input, status: 'ABSENT' })
    const second = recordAttendance(during('sekretariat.kommune'), { ...input, status: 'PRESENT' })
    await expect(second).rejects.toBeInstanceOf(Conflict)
  })

  test('attendance is not taken from under what was decided', async () => {
    const meeting = await givenMeetingInSession(db, cooperation)
    await giveOutcomes(db, cooperation, meeting)
    const housing = ['naestformand', 'medlem.hoejstrup', 'medlem.kristiansdal', 'medlem.fab', 'lysbro', 'graavang']
    const absent = (key: string) =>
      recordAttendance(during('sekretariat.bolig'), {
        meetingId: meeting.id,
        personId: cooperation.person(key),
        status: 'ABSENT',
      })
    let refused = ''
    for (const key of housing) await absent(key).catch(fault => (refused ||= String(fault)))
    expect(refused).toMatch(/ikke beslutningsdygtigt under punkt 1: Der mangler 1 medlem fra boligorganisationerne/)
  })
})

describe('items', () => {
  test('two secretaries who write under the same item see each other’s text', async () => {
    const meeting = await givenMeetingInSession(db, cooperation)
    const itemId = meeting.items['Status på Vollsmose'] ?? 0
    const draft = { itemId, version: 0, outcome: null, outcomeNote: '' }
    await minuteItem(during('sekretariat.bolig'), { ...draft, text: 'Boligernes udgave' })
    const second = minuteItem(during('sekretariat.kommune'), { ...draft, text: 'Kommunens udgave' })
    await expect(second).rejects.toMatchObject({ current: { text: 'Boligernes udgave' }, version: 1 })
  })

  test('while writing, the text is kept also when the outcome does not hold yet', async () => {
    const meeting = await givenMeetingInSession(db, cooperation)
    const itemId = meeting.items['Status på Vollsmose'] ?? 0
    const saved = await minuteItem(during('sekretariat.bolig'), {
      itemId,
      text: 'Punktet tages op igen.',
      outcome: 'POSTPONED',
      outcomeNote: '',
      whileWriting: true,
    })
    expect(saved).toMatchObject({ stored: { outcome: '' }, objection: expect.stringContaining('udsat til') })
    const row = db.sql.asStored<{ text: string }>('SELECT text FROM Treatment WHERE itemId = ?', itemId)[0]
    expect(row?.text).toBe('Punktet tages op igen.')
  })

  test('the same text sent once more, upon a version that is passed, is saved and no conflict', async () => {
    const meeting = await givenMeetingInSession(db, cooperation)
    const itemId = meeting.items['Status på Vollsmose'] ?? 0
    const sent = { itemId, version: 0, text: 'Svaret kom aldrig frem.', outcome: null, outcomeNote: '' }
    const first = await minuteItem(during('sekretariat.bolig'), sent)
    expect(await minuteItem(during('sekretariat.bolig'), sent)).toMatchObject({ version: first.version })
    const other = minuteItem(during('sekretariat.kommune'), { ...sent, text: 'En anden tekst.' })
    await expect(other).rejects.toBeInstanceOf(Conflict)
  })

  test('nothing is adopted with a sentence instead of a decision, unless it is stated that nothing follows', async () => {
    const meeting = await givenMeetingInSession(db, cooperation)
    const itemId = meeting.items['Fælles ventelisteprincipper'] ?? 0
    const adopted = {
      itemId,
      text: 'Gruppen tilsluttede sig principperne.',
      outcome: 'DECIDED' as const,
      outcomeNote: '',
    }
    const sentence = minuteItem(during('sekretariat.bolig'), adopted)
    await expect(sentence).rejects.toMatchObject({ field: 'withoutConsequences' })
    const written = await minuteItem(during('sekretariat.bolig'), { ...adopted, whileWriting: true })
    expect(written).toMatchObject({ stored: { outcome: '', text: adopted.text } })
    await minuteItem(during('sekretariat.bolig'), { ...adopted, withoutConsequences: true })
    const minutes = await loadMinutes(rowReader(db), meeting.id)
    expect(minutes.items.find(item => item.id === itemId)).toMatchObject({ withoutConsequences: true })
    expect(minutes.items.filter(item => 'withoutConsequences' in item)).toHaveLength(1)
    const granted = { ...adopted, text: 'Gruppen bevilger 860.000 kr.', withoutConsequences: true }
    await expect(minuteItem(during('sekretariat.bolig'), granted)).rejects.toMatchObject({
      field: 'outcome',
      message: expect.stringContaining('Referatets tekst nævner 860.000 kr.'),
    })
  })

  test('nothing is adopted when the meeting is not quorate', async () => {
    const meeting = await givenCalledMeeting(db, cooperation)
    await openMeeting(during('formand'), { meetingId: meeting.id })
    const adopting = minuteItem(during('sekretariat.bolig'), {
      itemId: meeting.items['Fælles ventelisteprincipper'] ?? 0,
      text: 'Tiltrådt.',
      outcome: 'DECIDED',
      outcomeNote: '',
      withoutConsequences: true,
    })
    await expect(adopting).rejects.toThrow(
      'Mødet er ikke beslutningsdygtigt under punkt 3: Der mangler 3 medlemmer fra boligorganisationerne og 2 medlemmer fra kommunen.',
    )
  })

  test('the meeting makes a decision item a discussion, and its outcome falls', async () => {
    const meeting = await givenMeetingInSession(db, cooperation)
    await giveOutcomes(db, cooperation, meeting)
    const settled = await settleItem(during('sekretariat.kommune'), {
      itemId: meeting.items['Fælles ventelisteprincipper'] ?? 0,
      kind: 'DISCUSSION',
      closed: false,
      closedReason: '',
      publicTitle: '',
    })
    expect(settled.outcomeFell).toBe(true)
  })

  test('moving an item to the closed part needs its reason', async () => {
    const meeting = await givenMeetingInSession(db, cooperation)
    const moving = settleItem(during('sekretariat.bolig'), {
      itemId: meeting.items['Status på Vollsmose'] ?? 0,
      kind: 'DISCUSSION',
      closed: true,
      closedReason: '',
      publicTitle: 'Et område',
    })
    await expect(moving).rejects.toMatchObject({ field: 'closedReason' })
  })
})

describe('recusal and statements', () => {
  test('a recusal is entered once, and may be ended when it was a mistake', async () => {
    const meeting = await givenMeetingInSession(db, cooperation)
    const input = {
      itemId: meeting.items['Status på Vollsmose'] ?? 0,
      personId: cooperation.person('medlem.fab'),
      reason: 'Ejer nabogrunden',
    }
    const { id } = await recuse(during('sekretariat.bolig'), input)
    await expect(recuse(during('sekretariat.bolig'), input)).rejects.toThrow('allerede registreret')
    await endRecusal(during('sekretariat.bolig'), { itemId: input.itemId, recusalId: id })
    await recuse(during('sekretariat.bolig'), input)
  })

  test('a participant enters a dissent alone, but not for another, and not when recused', async () => {
    const meeting = await givenMeetingInSession(db, cooperation)
    const itemId = meeting.items['Status på Vollsmose'] ?? 0
    const personId = cooperation.person('medlem.fab')
    const text = 'FAB ønskede et andet udgangspunkt.'
    await enterStatement(during('medlem.fab'), { itemId, personId, text })
    await expect(enterStatement(during('medlem.hoejstrup'), { itemId, personId, text })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await recuse(during('sekretariat.bolig'), { itemId, personId, reason: '' })
    await expect(enterStatement(during('medlem.fab'), { itemId, personId, text })).rejects.toThrow('deltog i punktet')
  })

  test('whoever is recused from a closed item writes nothing under it, and is told nothing of what stands there', async () => {
    const meeting = await givenMeetingInSession(db, cooperation)
    const itemId = meeting.items['Køb af grunden på Skovvej'] ?? 0
    const secretary = during('sekretariat.kommune')
    await minuteItem(secretary, { itemId, version: 0, text: 'Fortroligt.', outcome: null, outcomeNote: '' })
    await recuseSecretary(itemId, cooperation.person('sekretariat.bolig'))
    const own = during('sekretariat.bolig')
    const written = minuteItem(own, { itemId, version: 0, text: 'Mit.', outcome: null, outcomeNote: '' })
    await expect(written).rejects.toMatchObject({ code: 'notFound' })
    const moved = settleItem(own, {
      itemId,
      version: 0,
      kind: 'DISCUSSION',
      closed: false,
      closedReason: '',
      publicTitle: '',
    })
    await expect(moved).rejects.toMatchObject({ code: 'notFound' })
    await minuteItem(secretary, { itemId, version: 1, text: 'Stadig fortroligt.', outcome: null, outcomeNote: '' })
  })

  /** A secretary is not in the joint group's attendance, where recusals are entered: the row is laid by hand. */
  const recuseSecretary = (itemId: number, personId: number) =>
    write(during('sekretariat.kommune'), async (tx, at) => {
      await tx.recusal.create({ data: { itemId, personId, reason: 'Part i sagen', at } })
      return { result: null, events: [] }
    })
})
