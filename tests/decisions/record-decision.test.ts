import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { systemActor } from '../../src/access/actor.ts'
import type { Database } from '../../src/database/database.ts'
import { write } from '../../src/database/write.ts'
import { recordDecision, withdrawDecision } from '../../src/features/decisions/decisions/index.ts'
import { day, instant } from '../../src/kernel/days.ts'
import { kroner } from '../../src/kernel/money.ts'
import { freshDatabase, testNow } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import { draft, drawn, givenItemInSession, givenMandate } from './given.ts'

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

const secretariat = () => cooperation.actor('sekretariat.kommune')
const bound = (slug: string, amount: number | null, legal: string | null = null) => ({
  organisationId: cooperation.organisation(slug),
  amount: amount === null ? null : kroner(amount),
  legal,
  organisational: null,
})
const decisionOf = (id: number) =>
  db.prisma.decision.findUniqueOrThrow({
    where: { id },
    include: {
      consequences: true,
      entries: true,
      followUps: true,
      stances: true,
      item: { include: { treatment: true } },
    },
  })

describe('recording a decision', () => {
  test('inside the mandates: it takes effect, and draws in the same act', async () => {
    const item = await givenItemInSession(db, cooperation)
    const mandate = await givenMandate(db, cooperation, 'hoejstrup', { total: kroner(500_000) })
    const { id, number, state } = await recordDecision(
      secretariat(),
      draft(item, { consequences: [bound('hoejstrup', 150_000)] }),
    )
    expect({ number, state }).toEqual({ number: '2026/1', state: 'EFFECTIVE' })
    expect(await decisionOf(id)).toMatchObject({
      economic: true,
      legal: false,
      effectiveOn: '2026-03-12',
      entries: [{ mandateId: mandate.id, kind: 'DRAW', amount: BigInt(kroner(150_000)) }],
      item: { treatment: { outcome: 'DECIDED' } },
    })
    expect(await drawn(db, mandate.id)).toBe(kroner(150_000))
  })

  test('the check is kept as it stood, also when more is drawn later', async () => {
    const item = await givenItemInSession(db, cooperation)
    await givenMandate(db, cooperation, 'hoejstrup', { total: kroner(500_000) })
    const first = await recordDecision(secretariat(), draft(item, { consequences: [bound('hoejstrup', 150_000)] }))
    await recordDecision(secretariat(), draft(item, { consequences: [bound('hoejstrup', 100_000)] }))
    expect(JSON.parse((await decisionOf(first.id)).check)).toMatchObject({
      adoptable: true,
      rows: [{ economicVerdict: { state: 'COVERED', remainingAfter: kroner(350_000) } }],
    })
  })

  test('a department’s amount is drawn from the council’s mandate', async () => {
    const item = await givenItemInSession(db, cooperation)
    const mandate = await givenMandate(db, cooperation, 'odense-kommune', { total: kroner(500_000) })
    const rows = [bound('by-og-kulturforvaltningen', 100_000), bound('odense-kommune', 50_000)]
    await recordDecision(secretariat(), draft(item, { consequences: rows }))
    expect(await drawn(db, mandate.id)).toBe(kroner(150_000))
  })

  test('it names its item’s subject areas, so that a mandate for a policy area can cover it', async () => {
    const [own, other] = await db.prisma.subjectArea.findMany({ orderBy: { id: 'asc' }, take: 2 })
    const areaIds = (area: { id: number } | undefined) => (area ? [area.id] : [])
    await givenMandate(db, cooperation, 'hoejstrup', { subjectAreaIds: areaIds(own) })
    const about = async (area: { id: number } | undefined) => {
      const item = await givenItemInSession(db, cooperation)
      await write(systemActor(db, instant(testNow)), async tx => {
        const rows = areaIds(area).map(subjectAreaId => ({ itemId: item.itemId, subjectAreaId }))
        await tx.itemSubjectArea.createMany({ data: rows })
        return { result: undefined, events: [] }
      })
      const given = { subjectToApproval: true, consequences: [bound('hoejstrup', 10)] }
      return recordDecision(secretariat(), draft(item, given))
    }
    expect(await about(own)).toMatchObject({ state: 'EFFECTIVE' })
    expect(await about(other)).toMatchObject({ state: 'CONDITIONAL' })
  })

  test('a decision without consequences needs no mandate', async () => {
    const item = await givenItemInSession(db, cooperation)
    const { state } = await recordDecision(secretariat(), draft(item, { sharedPosition: true }))
    expect(state).toBe('EFFECTIVE')
  })

  test('numbers follow on within the year, and an annulled one is not used again', async () => {
    const item = await givenItemInSession(db, cooperation)
    const first = await recordDecision(secretariat(), draft(item))
    await withdrawDecision(secretariat(), { decisionId: first.id, version: 1, reason: 'Forkert punkt' })
    expect((await recordDecision(secretariat(), draft(item))).number).toBe('2026/2')
  })

  test('its follow-ups stand on the body’s list, with the item they came from', async () => {
    const item = await givenItemInSession(db, cooperation)
    const followUps = [
      {
        text: 'Ansætte en rådgiver',
        organisationId: cooperation.organisation('hoejstrup'),
        personId: null,
        dueDay: day('2026-06-01'),
      },
    ]
    const { id } = await recordDecision(secretariat(), draft(item, { followUps, noFollowUp: false }))
    expect((await decisionOf(id)).followUps).toMatchObject([
      { text: 'Ansætte en rådgiver', itemId: item.itemId, bodyId: cooperation.body('faelles-gruppe') },
    ])
  })

  test('it is told in the log of events', async () => {
    const item = await givenItemInSession(db, cooperation)
    const { id } = await recordDecision(secretariat(), draft(item))
    const events = await db.prisma.event.findMany({ where: { subject: 'decision', subjectId: id } })
    expect(events).toMatchObject([{ kind: 'decisionRecorded', actor: 'Mads Tværgaard' }])
  })
})

describe('what is not covered', () => {
  test('is not recorded until the person confirms the reservation', async () => {
    const item = await givenItemInSession(db, cooperation)
    const act = recordDecision(secretariat(), draft(item, { consequences: [bound('hoejstrup', 150_000)] }))
    await expect(act).rejects.toThrow(
      'Den kan kun tiltrædes med forbehold for godkendelse i organisationsbestyrelsen i Boligforeningen Højstrup.',
    )
    expect(await db.prisma.decision.count()).toBe(0)
  })

  test('is adopted subject to approval, naming every missing body; what is covered is drawn', async () => {
    const item = await givenItemInSession(db, cooperation)
    const mandate = await givenMandate(db, cooperation, 'fab', { total: kroner(900_000) })
    const { id, state } = await recordDecision(
      secretariat(),
      draft(item, { consequences: [bound('fab', 650_000), bound('hoejstrup', 500_000)], subjectToApproval: true }),
    )
    expect(state).toBe('CONDITIONAL')
    const decision = await decisionOf(id)
    expect(decision.effectiveOn).toBeNull()
    expect(decision.item.treatment).toMatchObject({
      outcome: 'ADOPTED_SUBJECT_TO_APPROVAL',
      outcomeNote: 'med forbehold for godkendelse i organisationsbestyrelsen i Boligforeningen Højstrup',
    })
    expect(await drawn(db, mandate.id)).toBe(kroner(650_000))
  })

  test('a reservation for other bodies than were confirmed is confirmed anew', async () => {
    const item = await givenItemInSession(db, cooperation)
    const act = recordDecision(
      secretariat(),
      draft(item, {
        consequences: [bound('hoejstrup', 150_000)],
        subjectToApproval: true,
        reservation: 'med forbehold for godkendelse i Odense Byråd',
      }),
    )
    await expect(act).rejects.toThrow('Beslutningen er ikke dækket af mandat for Boligforeningen Højstrup')
  })

  test('an association is not covered by its administrator’s mandate', async () => {
    const item = await givenItemInSession(db, cooperation)
    await givenMandate(db, cooperation, 'hoejstrup')
    const association = await db.prisma.administration.findFirstOrThrow({ include: { association: true } })
    const act = recordDecision(
      secretariat(),
      draft(item, { consequences: [bound(association.association.slug, 50_000)] }),
    )
    await expect(act).rejects.toThrow(association.association.name)
  })
})

describe('a decision is refused', () => {
  const refused = async (given: Parameters<typeof draft>[1], why: string, itemGiven = {}) => {
    const item = await givenItemInSession(db, cooperation, itemGiven)
    await expect(recordDecision(secretariat(), draft(item, given))).rejects.toThrow(why)
    expect(await db.prisma.decision.count()).toBe(0)
  }

  test('outside a session (R68)', () => refused({}, 'mens mødet er i gang', { state: 'CALLED' }))
  test('on an item of another kind (R57)', () => refused({}, 'ikke et beslutningspunkt', { kind: 'INFORMATION' }))
  test('without a title', () => refused({ title: ' ' }, 'Titel'))
  test('when nothing is said of follow-up (R71)', () => refused({ noFollowUp: false }, 'ingen opfølgning'))
  test('when a side is silent', () => refused({ stances: [] }, 'Angiv, om boligorganisationerne støtter'))

  test('when a side does not support', () =>
    refused(
      {
        stances: [
          { side: 'HOUSING', organisationId: null, kind: 'DOES_NOT_SUPPORT', text: '' },
          { side: 'MUNICIPALITY', organisationId: null, kind: 'SUPPORTS', text: '' },
        ],
      },
      '»Ikke tiltrådt«',
    ))

  test('when a shared position has consequences', () =>
    refused({ sharedPosition: true, consequences: [bound('hoejstrup', 1)] }, 'En fælles holdning binder ingen'))

  test('when a row names an organisation twice', () =>
    refused({ consequences: [bound('hoejstrup', 1), bound('hoejstrup', 2)] }, 'én konsekvensrække'))

  test('when a closed item’s decision says nothing in public', () => refused({}, 'offentliggøres', { closed: true }))

  test('when an external party is bound', async () => {
    const external = await db.prisma.organisation.findFirstOrThrow({ where: { kind: 'EXTERNAL' } })
    await refused({ consequences: [bound(external.slug, 1)], subjectToApproval: true }, 'parternes egne organisationer')
  })

  test('when the meeting is not quorate for the item', async () => {
    const item = await givenItemInSession(db, cooperation)
    await write(systemActor(db, instant(testNow)), async tx => {
      await tx.attendance.updateMany({ where: { side: 'HOUSING' }, data: { status: 'APOLOGIES' } })
      return { result: undefined, events: [] }
    })
    await expect(recordDecision(secretariat(), draft(item))).rejects.toThrow('ikke beslutningsdygtigt')
  })

  test('for those who do not prepare the meeting', async () => {
    const item = await givenItemInSession(db, cooperation)
    for (const key of ['formand', 'medlem.hoejstrup', 'laeser', 'mandat.byraad', 'administrator'])
      await expect(recordDecision(cooperation.actor(key), draft(item))).rejects.toThrow('kan gøre dette.')
  })

  test('by the other side’s secretariat in a side’s own group', async () => {
    const item = await givenItemInSession(db, cooperation, { bodySlug: 'strategigruppe-bolig' })
    await expect(recordDecision(secretariat(), draft(item))).rejects.toThrow('kan gøre dette.')
    const { state } = await recordDecision(cooperation.actor('sekretariat.bolig'), draft(item, { stances: [] }))
    expect(state).toBe('EFFECTIVE')
  })
})

describe('withdrawing a decision entered by mistake', () => {
  test('releases what it drew, closes its follow-ups and leaves the item without an outcome', async () => {
    const item = await givenItemInSession(db, cooperation)
    const mandate = await givenMandate(db, cooperation, 'hoejstrup', { total: kroner(200_000) })
    const { id } = await recordDecision(secretariat(), draft(item, { consequences: [bound('hoejstrup', 200_000)] }))
    await withdrawDecision(secretariat(), { decisionId: id, version: 1, reason: 'Forkert beløb' })
    const decision = await decisionOf(id)
    expect(decision).toMatchObject({ state: 'ANNULLED', number: '2026/1', item: { treatment: { outcome: null } } })
    expect(decision.entries.map(entry => entry.kind)).toEqual(['DRAW', 'RELEASE'])
    expect(await drawn(db, mandate.id)).toBe(0)
    await recordDecision(secretariat(), draft(item, { consequences: [bound('hoejstrup', 200_000)] }))
  })

  test('is for as long as the meeting is in session, and once', async () => {
    const item = await givenItemInSession(db, cooperation)
    const { id } = await recordDecision(secretariat(), draft(item))
    await expect(withdrawDecision(secretariat(), { decisionId: id, version: 9, reason: 'x' })).rejects.toThrow()
    await withdrawDecision(secretariat(), { decisionId: id, version: 1, reason: 'x' })
    await expect(withdrawDecision(secretariat(), { decisionId: id, version: 2, reason: 'x' })).rejects.toThrow(
      'gælder ikke længere',
    )
  })
})
