import { systemActor } from '../../src/access/actor.ts'
import type { Database } from '../../src/database/database.ts'
import { write } from '../../src/database/write.ts'
import { smallPdf } from '../../src/demo/pdf.ts'
import { type DecisionDraft, registerMandate } from '../../src/features/decisions/decisions/index.ts'
import type { NewMandate } from '../../src/features/decisions/mandates/index.ts'
import { day, instant } from '../../src/kernel/days.ts'
import { testNow } from '../support/app.ts'
import type { Cooperation } from '../support/builders.ts'

export const meetingDay = day('2026-03-12')

/** A meeting of the joint group in session with everyone present, and one item to decide on. */
export async function givenItemInSession(
  db: Database,
  { body }: Cooperation,
  given: {
    closed?: boolean
    kind?: 'DECISION' | 'INFORMATION'
    state?: 'CALLED' | 'IN_SESSION'
    bodySlug?: string
  } = {},
): Promise<{ meetingId: number; itemId: number }> {
  const bodyId = body(given.bodySlug ?? 'faelles-gruppe')
  return write(systemActor(db, instant(testNow)), async tx => {
    const serial = (await tx.meeting.count()) + 1
    const meeting = await tx.meeting.create({
      data: {
        number: `2026-M${serial}`,
        bodyId,
        day: meetingDay,
        startsAt: '09:00',
        endsAt: '12:00',
        place: 'Rådhuset',
        state: given.state ?? 'IN_SESSION',
        createdById: 1,
        createdAt: testNow,
      },
    })
    const item = await tx.agendaItem.create({
      data: {
        meetingId: meeting.id,
        position: 1,
        title: 'Fælles beboerrådgivning i Vollsmose',
        kind: given.kind ?? 'DECISION',
        coordination: true,
        recommendation: 'Sekretariaterne indstiller, at rådgivningen etableres.',
        closed: given.closed ?? false,
        closedReason: given.closed ? 'forhandlingsposition' : null,
        publicTitle: given.closed ? 'Aftale under forhandling' : null,
        createdById: 1,
      },
    })
    const seats = await tx.seat.findMany({
      where: { bodyId, role: { in: ['CHAIR', 'VICE_CHAIR', 'MEMBER'] }, to: null },
      include: { person: true, organisation: true },
    })
    await tx.attendance.createMany({
      data: seats.map(({ person, organisation, role, id }) => ({
        meetingId: meeting.id,
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
    return { result: { meetingId: meeting.id, itemId: item.id }, events: [] }
  })
}

/** Ends the session, so that others than the group and its secretariats can read what was decided. */
export const publish = (db: Database, meetingId: number): Promise<void> =>
  write(systemActor(db, instant(testNow)), async tx => {
    await tx.meeting.update({ where: { id: meetingId }, data: { state: 'MINUTES_OUT' } })
    return { result: undefined, events: [] }
  })

/** The deciding body's protocol, without which a mandate is a draft. */
export const protocol = { name: 'protokol.pdf', buffer: smallPdf('Protokol', ['Punkt 7: Tiltrådt.']) }

/** A mandate for everything in 2026 from the organisation's own deciding body. */
export async function givenMandate(
  db: Database,
  cooperation: Pick<Cooperation, 'organisation'>,
  slug: string,
  given: Partial<NewMandate> = {},
  at = '2026-01-05T09:00:00.000Z',
): Promise<{ id: number; number: string }> {
  const organisationId = cooperation.organisation(slug)
  const body = await db.prisma.body.findFirstOrThrow({ where: { kind: 'DECIDING_BODY', organisationId } })
  return registerMandate(systemActor(db, instant(at)), {
    organisationId,
    bodyId: body.id,
    title: 'Mandat for 2026',
    economic: true,
    limitPerDecision: null,
    total: null,
    legal: true,
    organisational: true,
    strategy: false,
    professionalDevelopment: false,
    coordination: false,
    from: day('2026-01-01'),
    to: day('2026-12-31'),
    sourceDay: day('2025-12-10'),
    sourceItem: '7',
    sourceNote: '',
    sourceDocument: protocol,
    ...given,
  })
}

/** A decision that both sides support, without consequences. */
export const draft = (
  item: { meetingId: number; itemId: number },
  given: Partial<DecisionDraft> = {},
): DecisionDraft => ({
  ...item,
  title: 'Fælles beboerrådgivning',
  text: 'Rådgivningen etableres fra 1. august.',
  publicTitle: null,
  publicText: null,
  sharedPosition: false,
  withChanges: false,
  subjectToApproval: false,
  consequences: [],
  stances: [
    { side: 'HOUSING', organisationId: null, kind: 'SUPPORTS', text: '' },
    { side: 'MUNICIPALITY', organisationId: null, kind: 'SUPPORTS', text: '' },
  ],
  followUps: [],
  noFollowUp: true,
  ...given,
})

export const drawn = async (db: Database, mandateId: number): Promise<number> =>
  Number((await db.prisma.mandate.findUniqueOrThrow({ where: { id: mandateId } })).drawn)
