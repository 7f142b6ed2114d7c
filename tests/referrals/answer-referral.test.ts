import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { systemActor } from '../../src/access/actor.ts'
import type { Database } from '../../src/database/database.ts'
import { write } from '../../src/database/write.ts'
import { recordDecision, revokeMandate } from '../../src/features/decisions/decisions/index.ts'
import { closeMeeting, minuteItem } from '../../src/features/decisions/minutes/index.ts'
import { answerReferral } from '../../src/features/decisions/referrals/index.ts'
import { planMeeting, prepareAgenda } from '../../src/features/meetings/meetings/index.ts'
import { day, instant } from '../../src/kernel/days.ts'
import { kroner } from '../../src/kernel/money.ts'
import { draft, drawn, givenItemInSession, givenMandate } from '../decisions/given.ts'
import { freshDatabase } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import { bound, givenPending, later, referralsOf, standing, stateOf, told } from './given.ts'

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

const keeper = () => cooperation.actor('mandat.hoejstrup', later)
const council = () => cooperation.actor('mandat.byraad', later)
const secretariat = () => cooperation.actor('sekretariat.kommune', later)
const first = async (decisionId: number) => {
  const [referral] = await referralsOf(db, decisionId)
  if (!referral) throw new Error('No referral was opened.')
  return referral
}
const plan = () =>
  planMeeting(secretariat(), {
    bodyId: cooperation.body('faelles-gruppe'),
    form: 'ORDINARY',
    day: day('2026-04-16'),
    startsAt: '09:00',
    endsAt: '12:00',
    place: 'Rådhuset',
  })
const onAgenda = (meetingId: number) =>
  db.prisma.agendaItem.findFirstOrThrow({ where: { meetingId, standing: null, removedAt: null } })

describe('a decision adopted subject to approval', () => {
  test('is put before every missing deciding body, with what is asked and a deadline', async () => {
    const { id, number } = await givenPending(db, cooperation, [
      bound(cooperation, 'by-og-kulturforvaltningen', 100_000, 'Ny aftale'),
    ])
    const referrals = await referralsOf(db, id)
    expect(referrals.map(({ number, dueDay, cells }) => [number, dueDay, cells.length])).toEqual([
      ['2026-F01', '2026-04-23', 1],
      ['2026-F02', '2026-04-23', 2],
    ])
    expect(referrals[1]?.question).toBe(
      `Det indstilles til Odense Byråd, at beslutning ${number} »Fælles beboerrådgivning« godkendes med den økonomiske konsekvens for By- og Kulturforvaltningen (100.000 kr.) og den juridiske konsekvens for By- og Kulturforvaltningen.`,
    )
  })
})

describe('approved', () => {
  test('puts the decision into effect on the deciding body’s meeting day, however late it is entered', async () => {
    const { id } = await givenPending(db, cooperation, [bound(cooperation, 'by-og-kulturforvaltningen', 100_000)])
    const [ofBoard, ofCouncil] = await referralsOf(db, id)
    const met = (answeredOn: string) => ({ answeredOn: day(answeredOn), answer: 'APPROVED' as const, standing: null })
    await answerReferral(council(), { ...told(ofCouncil?.id ?? 0), ...met('2026-03-17') })
    await answerReferral(keeper(), { ...told(ofBoard?.id ?? 0), ...met('2026-03-16') })
    expect(await stateOf(db, id)).toMatchObject({ state: 'EFFECTIVE', effectiveOn: '2026-03-17' })
  })

  test('gives a mandate for that decision alone, and the last approval puts it into effect from the body’s meeting day', async () => {
    const { id } = await givenPending(db, cooperation, [bound(cooperation, 'by-og-kulturforvaltningen', 100_000)])
    const [ofBoard, ofCouncil] = await referralsOf(db, id)
    const one = await answerReferral(council(), { ...told(ofCouncil?.id ?? 0), answer: 'APPROVED', standing: null })
    expect(one.state).toBe('CONDITIONAL')
    const other = await answerReferral(keeper(), { ...told(ofBoard?.id ?? 0), answer: 'APPROVED', standing: null })
    expect(other.state).toBe('EFFECTIVE')
    expect(await stateOf(db, id)).toMatchObject({ state: 'EFFECTIVE', effectiveOn: '2026-03-18' })
    const [board1, council1] = await referralsOf(db, id)
    expect(council1?.mandate).toMatchObject({
      organisationId: cooperation.organisation('by-og-kulturforvaltningen'),
      onlyDecisionId: id,
      economic: true,
      legal: false,
      total: BigInt(kroner(100_000)),
      drawn: BigInt(kroner(100_000)),
      sourceItem: '7',
    })
    expect(board1?.mandate?.drawn).toBe(BigInt(kroner(500_000)))
    const checks = await db.prisma.decisionCheck.findMany({ where: { decisionId: id }, orderBy: { id: 'asc' } })
    expect(checks.map(check => check.cause)).toEqual(['recorded', 'answered', 'answered'])
  })

  test('may give a standing mandate, which later decisions draw on', async () => {
    const { id } = await givenPending(db, cooperation)
    const referral = await first(id)
    await answerReferral(keeper(), { ...told(referral.id), answer: 'APPROVED', standing: standing(kroner(900_000)) })
    const { mandate } = await first(id)
    expect(mandate).toMatchObject({ onlyDecisionId: null, total: BigInt(kroner(900_000)) })
    expect(await drawn(db, mandate?.id ?? 0)).toBe(kroner(500_000))
  })

  test('with a mandate that does not reach what was asked is not entered', async () => {
    const { id } = await givenPending(db, cooperation)
    const referral = await first(id)
    const act = answerReferral(keeper(), {
      ...told(referral.id),
      answer: 'APPROVED',
      standing: standing(kroner(100_000)),
    })
    await expect(act).rejects.toThrow('Mandatet dækker ikke det, der er spurgt om.')
    expect(await first(id)).toMatchObject({ answer: null, version: 1 })
  })

  test('is not undone by a mandate that expired while the last approval was awaited', async () => {
    await givenMandate(db, cooperation, 'fab', { total: kroner(200_000), to: day('2026-03-15') })
    const { id } = await givenPending(db, cooperation, [bound(cooperation, 'fab', 150_000)])
    const referral = await first(id)
    const { state } = await answerReferral(keeper(), { ...told(referral.id), answer: 'APPROVED', standing: null })
    expect(state).toBe('EFFECTIVE')
  })

  test('by the keeper alone, once, with the protocol, and after the decision', async () => {
    const { id } = await givenPending(db, cooperation)
    const referral = await first(id)
    const approve = { ...told(referral.id), answer: 'APPROVED' as const, standing: null }
    for (const key of ['mandat.byraad', 'sekretariat.bolig', 'medlem.hoejstrup', 'formand'])
      await expect(answerReferral(cooperation.actor(key, later), approve)).rejects.toThrow('kan gøre dette.')
    await expect(answerReferral(keeper(), { ...approve, protocol: null })).rejects.toThrow('Vedhæft protokollen')
    await expect(answerReferral(keeper(), { ...approve, answeredOn: day('2026-03-01') })).rejects.toThrow('12. marts')
    await expect(answerReferral(keeper(), { ...approve, answeredOn: day('2026-03-25') })).rejects.toThrow(
      'kan ikke ligge efter i dag',
    )
    await expect(answerReferral(keeper(), { ...approve, protocolItem: ' ' })).rejects.toThrow('Punkt i protokollen')
    await expect(answerReferral(keeper(), { ...approve, version: 9 })).rejects.toThrow('En anden har svaret')
    await answerReferral(keeper(), approve)
    await expect(answerReferral(keeper(), { ...approve, version: 2 })).rejects.toThrow('allerede besvaret')
  })
})

describe('declined', () => {
  test('lapses: what it drew is released, nobody else is asked, and it comes on the next agenda', async () => {
    const next = await plan()
    const covering = await givenMandate(db, cooperation, 'fab', { total: kroner(200_000) })
    const { id, number } = await givenPending(db, cooperation, [
      bound(cooperation, 'fab', 150_000),
      bound(cooperation, 'by-og-kulturforvaltningen', 100_000),
      bound(cooperation, 'kristiansdal', 10_000),
    ])
    expect(await drawn(db, covering.id)).toBe(kroner(150_000))
    const referrals = await referralsOf(db, id)
    const of = (slug: string) => referrals.find(one => one.organisationId === cooperation.organisation(slug))?.id ?? 0
    await answerReferral(council(), { ...told(of('odense-kommune')), answer: 'APPROVED', standing: null })
    await answerReferral(keeper(), {
      ...told(of('hoejstrup')),
      protocol: null,
      answer: 'DECLINED',
      reason: 'Bestyrelsen har ikke råd.',
    })
    expect((await stateOf(db, id)).state).toBe('LAPSED')
    expect(await drawn(db, covering.id)).toBe(0)
    const after = await referralsOf(db, id)
    expect(after.find(one => one.id === of('kristiansdal'))?.withdrawnWhy).toContain('bortfaldet')
    expect(after.find(one => one.id === of('odense-kommune'))?.mandate).toMatchObject({
      revokedFrom: '2026-03-19',
      drawn: 0n,
    })
    const item = await onAgenda(next.id)
    expect(item.title).toContain(number)
    expect(item.presentation).toContain('Bestyrelsen har ikke råd.')
  })

  test('waits for the next meeting that is planned when there is none', async () => {
    const { id } = await givenPending(db, cooperation)
    const referral = await first(id)
    await answerReferral(keeper(), { ...told(referral.id), answer: 'DECLINED', reason: 'Nej.' })
    expect(await db.prisma.awaitedItem.count({ where: { itemId: null } })).toBe(1)
    const { id: meetingId } = await plan()
    await prepareAgenda(secretariat(), { meetingId })
    expect((await onAgenda(meetingId)).title).toContain('Bortfaldet beslutning')
    expect(await db.prisma.awaitedItem.count({ where: { itemId: null } })).toBe(0)
  })
})

describe('approved on conditions', () => {
  const onConditions = async () => {
    const next = await plan()
    const { id } = await givenPending(db, cooperation)
    const referral = await first(id)
    const { state } = await answerReferral(keeper(), {
      ...told(referral.id),
      answer: 'APPROVED_ON_CONDITIONS',
      conditions: 'Højst to år.',
    })
    expect(state).toBe('CONDITIONAL')
    expect((await first(id)).mandate).toBeNull()
    const item = await onAgenda(next.id)
    expect(item).toMatchObject({ kind: 'DECISION' })
    expect(item.presentation).toContain('\n\n    Højst to år.')
    await inSession(next.id)
    return { id, itemId: item.id, meetingId: next.id }
  }

  /** The meeting is held, with everyone there. */
  const inSession = (meetingId: number) =>
    write(systemActor(db, instant(later)), async tx => {
      await tx.meeting.update({ where: { id: meetingId }, data: { state: 'IN_SESSION' } })
      const seats = await tx.seat.findMany({
        where: {
          bodyId: cooperation.body('faelles-gruppe'),
          role: { in: ['CHAIR', 'VICE_CHAIR', 'MEMBER'] },
          to: null,
        },
        include: { person: true, organisation: true },
      })
      await tx.attendance.createMany({
        data: seats.map(({ person, organisation, role, id }) => ({
          meetingId,
          personId: person.id,
          seatId: id,
          name: person.name,
          title: person.title,
          role,
          organisation: organisation.name,
          side: organisation.side,
          status: 'PRESENT' as const,
        })),
      })
      return { result: undefined, events: [] }
    })

  test('counts once the group has accepted them by a decision', async () => {
    const { id, itemId, meetingId } = await onConditions()
    const actor = cooperation.actor('sekretariat.bolig', '2026-04-16T09:00:00.000Z')
    await recordDecision(actor, draft({ meetingId, itemId }))
    expect(await stateOf(db, id)).toMatchObject({ state: 'EFFECTIVE', effectiveOn: '2026-04-16' })
    expect((await first(id)).mandate).toMatchObject({ onlyDecisionId: id, drawn: BigInt(kroner(500_000)) })
  })

  test('puts the decision into effect on the meeting’s day, however late the acceptance is entered', async () => {
    const { id, itemId, meetingId } = await onConditions()
    const actor = cooperation.actor('sekretariat.bolig', '2026-04-20T09:00:00.000Z')
    await recordDecision(actor, draft({ meetingId, itemId }))
    expect(await stateOf(db, id)).toMatchObject({ state: 'EFFECTIVE', effectiveOn: '2026-04-16' })
  })

  test('lapses when the meeting closes and has not supported them', async () => {
    const { id, itemId, meetingId } = await onConditions()
    const at = '2026-04-16T09:00:00.000Z'
    await minuteItem(cooperation.actor('sekretariat.bolig', at), {
      itemId,
      text: 'Gruppen kunne ikke tiltræde vilkårene.',
      outcome: 'REJECTED',
      outcomeNote: '',
    })
    expect((await stateOf(db, id)).state).toBe('CONDITIONAL')
    await closeMeeting(cooperation.actor('formand', at), { meetingId })
    expect((await stateOf(db, id)).state).toBe('LAPSED')
    expect((await first(id)).withdrawnWhy).toContain('tiltrådte ikke vilkårene')
  })

  test('come again when the meeting did not reach them', async () => {
    const { id, itemId, meetingId } = await onConditions()
    const at = '2026-04-16T09:00:00.000Z'
    await minuteItem(cooperation.actor('sekretariat.bolig', at), {
      itemId,
      text: '',
      outcome: 'NOT_REACHED',
      outcomeNote: '',
    })
    await closeMeeting(cooperation.actor('formand', at), { meetingId })
    expect((await stateOf(db, id)).state).toBe('CONDITIONAL')
    expect(await db.prisma.awaitedItem.count({ where: { itemId: null } })).toBe(1)
  })
})

test('a revocation touches what waits, asks the body anew, and leaves what is in effect', async () => {
  const mandate = await givenMandate(db, cooperation, 'hoejstrup', { total: kroner(700_000) })
  const item = await givenItemInSession(db, cooperation)
  const done = await recordDecision(
    cooperation.actor('sekretariat.kommune'),
    draft(item, { consequences: [bound(cooperation, 'hoejstrup', 100_000)] }),
  )
  const pending = await recordDecision(
    cooperation.actor('sekretariat.kommune'),
    draft(item, {
      consequences: [bound(cooperation, 'hoejstrup', 500_000), bound(cooperation, 'fab', 10)],
      subjectToApproval: true,
    }),
  )
  await revokeMandate(keeper(), { mandateId: mandate.id, version: 1, from: day('2026-03-19'), reason: 'Ny bestyrelse' })
  expect((await stateOf(db, done.id)).state).toBe('EFFECTIVE')
  expect(await drawn(db, mandate.id)).toBe(kroner(100_000))
  const referrals = await referralsOf(db, pending.id)
  expect(referrals.map(one => one.organisationId)).toEqual([
    cooperation.organisation('fab'),
    cooperation.organisation('hoejstrup'),
  ])
})

describe('a later decision in its place', () => {
  const replaced = async (given: { amount: number; total: number }) => {
    const mandate = await givenMandate(db, cooperation, 'hoejstrup', { total: kroner(given.total) })
    const item = await givenItemInSession(db, cooperation)
    const actor = cooperation.actor('sekretariat.kommune')
    const earlier = await recordDecision(
      actor,
      draft(item, { consequences: [bound(cooperation, 'hoejstrup', given.amount)] }),
    )
    return { mandate, item, actor, earlier }
  }

  test('counts on what is released, and releases what was not spent', async () => {
    const { mandate, item, actor, earlier } = await replaced({ amount: 400_000, total: 500_000 })
    const spent = [{ mandateId: mandate.id, amount: kroner(50_000) }]
    const replaces = { decisionId: earlier.id, kind: 'REPLACES' as const, spent }
    const { id, state } = await recordDecision(
      actor,
      draft(item, { consequences: [bound(cooperation, 'hoejstrup', 450_000)], replaces }),
    )
    expect(state).toBe('EFFECTIVE')
    expect(await stateOf(db, earlier.id)).toMatchObject({ state: 'SUPERSEDED', supersededById: id })
    expect(await drawn(db, mandate.id)).toBe(kroner(500_000))
  })

  test('leaves the earlier one in force until it takes effect itself', async () => {
    const { mandate, item, actor, earlier } = await replaced({ amount: 400_000, total: 500_000 })
    const replaces = { decisionId: earlier.id, kind: 'REVERSES' as const, spent: [] }
    const { id } = await recordDecision(
      actor,
      draft(item, {
        consequences: [bound(cooperation, 'hoejstrup', 450_000), bound(cooperation, 'fab', 10)],
        subjectToApproval: true,
        replaces,
      }),
    )
    expect((await stateOf(db, earlier.id)).state).toBe('EFFECTIVE')
    expect(await drawn(db, mandate.id)).toBe(kroner(500_000))
    const referral = await first(id)
    await answerReferral(systemActor(db, instant(later)), { ...told(referral.id), answer: 'APPROVED', standing: null })
    expect((await stateOf(db, earlier.id)).state).toBe('SUPERSEDED')
    expect(await drawn(db, mandate.id)).toBe(kroner(450_000))
  })

  test('is of the same meeting or a later one: what is entered late takes nothing of what was decided after it', async () => {
    const { mandate, actor, earlier: newest } = await replaced({ amount: 400_000, total: 500_000 })
    const item = await givenItemInSession(db, cooperation)
    await write(actor, async tx => {
      await tx.meeting.update({ where: { id: item.meetingId }, data: { day: '2026-03-05' } })
      return { result: null, events: [] }
    })
    const replaces = { decisionId: newest.id, kind: 'REPLACES' as const, spent: [] }
    await expect(recordDecision(actor, draft(item, { replaces }))).rejects.toThrow(
      `Beslutning ${newest.number} er truffet på et møde, der blev afholdt efter dette, nemlig den 12. marts 2026.`,
    )
    expect((await stateOf(db, newest.id)).state).toBe('EFFECTIVE')
    expect(await drawn(db, mandate.id)).toBe(kroner(400_000))
  })

  test('spends no more than was drawn, and is of the same body', async () => {
    const { mandate, item, actor, earlier } = await replaced({ amount: 400_000, total: 500_000 })
    const spent = [{ mandateId: mandate.id, amount: kroner(400_001) }]
    const replaces = { decisionId: earlier.id, kind: 'REVERSES' as const, spent }
    await expect(recordDecision(actor, draft(item, { replaces }))).rejects.toThrow('højst være brugt 400.000 kr.')
  })
})
