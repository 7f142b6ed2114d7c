import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { followUpStateOn } from '../../src/access/follow-up-state.ts'
import type { Database } from '../../src/database/database.ts'
import { recordDecision } from '../../src/features/decisions/decisions/index.ts'
import {
  changeFollowUp,
  closeFollowUp,
  createFollowUp,
  noteOnFollowUp,
  openFollowUpsOf,
} from '../../src/features/decisions/followups/index.ts'
import { day } from '../../src/kernel/days.ts'
import { draft, givenItemInSession, publish } from '../decisions/given.ts'
import { freshDatabase } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'

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

const secretariat = () => cooperation.actor('sekretariat.bolig')
const task = (given: Partial<Parameters<typeof createFollowUp>[1]> = {}) => ({
  text: 'Indhente tilbud på rådgivning',
  organisationId: cooperation.organisation('hoejstrup'),
  personId: null,
  dueDay: day('2026-05-01'),
  ...given,
})

test('overdue follows from the date alone', () => {
  const open = { dueDay: day('2026-05-01'), closedAt: null }
  expect(followUpStateOn(open, day('2026-05-01'))).toBe('OPEN')
  expect(followUpStateOn(open, day('2026-05-02'))).toBe('OVERDUE')
  expect(followUpStateOn({ ...open, closedAt: '2026-06-01T08:00:00.000Z' }, day('2026-07-01'))).toBe('CLOSED')
})

describe('a follow-up', () => {
  test('stands on the body’s next agenda until it is closed (R78)', async () => {
    const { itemId } = await givenItemInSession(db, cooperation)
    const { id } = await createFollowUp(secretariat(), task({ itemId }))
    const body = cooperation.body('faelles-gruppe')
    expect(openFollowUpsOf(secretariat(), body)).toMatchObject([{ id, overdue: false, decision: null }])
    await closeFollowUp(secretariat(), { id, version: 1, note: 'Tilbud er indhentet' })
    expect(openFollowUpsOf(secretariat(), body)).toEqual([])
  })

  test('of a decision names the decision', async () => {
    const item = await givenItemInSession(db, cooperation)
    const { id } = await recordDecision(secretariat(), draft(item))
    await createFollowUp(secretariat(), task({ decisionId: id }))
    const [open] = openFollowUpsOf(secretariat(), cooperation.body('faelles-gruppe'))
    expect(open).toMatchObject({ decision: '2026/1' })
  })

  test('is noted upon and closed by the responsible organisation too, not by others', async () => {
    const { itemId, meetingId } = await givenItemInSession(db, cooperation)
    const { id } = await createFollowUp(secretariat(), task({ itemId }))
    await publish(db, meetingId)
    await noteOnFollowUp(cooperation.actor('medlem.hoejstrup'), { id, text: 'To tilbud er modtaget' })
    await expect(noteOnFollowUp(cooperation.actor('medlem.fab'), { id, text: 'x' })).rejects.toThrow('kan gøre dette.')
    await closeFollowUp(cooperation.actor('medlem.hoejstrup'), { id, version: 1, note: 'Valgt' })
    await expect(closeFollowUp(secretariat(), { id, version: 2, note: 'Igen' })).rejects.toThrow('er afsluttet')
  })

  test('is not closed in silence', async () => {
    const { itemId } = await givenItemInSession(db, cooperation)
    const { id } = await createFollowUp(secretariat(), task({ itemId }))
    await expect(closeFollowUp(secretariat(), { id, version: 1, note: ' ' })).rejects.toThrow(
      'Feltet »Resultat« skal udfyldes.',
    )
  })

  test('that two people change at once loses neither change in silence', async () => {
    const { itemId } = await givenItemInSession(db, cooperation)
    const { id } = await createFollowUp(secretariat(), task({ itemId }))
    const change = { id, version: 1, organisationId: cooperation.organisation('fab'), personId: null }
    await changeFollowUp(secretariat(), { ...change, dueDay: day('2026-06-01') })
    const late = changeFollowUp(cooperation.actor('sekretariat.kommune'), { ...change, dueDay: day('2026-07-01') })
    await expect(late).rejects.toMatchObject({ current: { dueDay: '1. juni 2026' }, version: 2 })
  })

  test('names nobody outside the responsible organisation', async () => {
    const { itemId } = await givenItemInSession(db, cooperation)
    const act = createFollowUp(secretariat(), task({ itemId, personId: cooperation.person('medlem.fab') }))
    await expect(act).rejects.toThrow('høre til den ansvarlige organisation')
  })

  test('of a closed item is not seen by those outside the group', async () => {
    const { itemId, meetingId } = await givenItemInSession(db, cooperation, { closed: true })
    await createFollowUp(secretariat(), task({ itemId }))
    await publish(db, meetingId)
    const body = cooperation.body('faelles-gruppe')
    expect(openFollowUpsOf(cooperation.actor('laeser'), body)).toEqual([])
    expect(openFollowUpsOf(cooperation.actor('medlem.hoejstrup'), body)).toHaveLength(1)
  })

  test('is not seen by readers before the minutes are out', async () => {
    const { itemId, meetingId } = await givenItemInSession(db, cooperation)
    await createFollowUp(secretariat(), task({ itemId }))
    const body = cooperation.body('faelles-gruppe')
    expect(openFollowUpsOf(cooperation.actor('laeser'), body)).toEqual([])
    await publish(db, meetingId)
    expect(openFollowUpsOf(cooperation.actor('laeser'), body)).toHaveLength(1)
  })
})
