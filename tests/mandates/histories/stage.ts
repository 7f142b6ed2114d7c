import { systemActor } from '../../../src/access/actor.ts'
import type { Database } from '../../../src/database/database.ts'
import { type Tx, write } from '../../../src/database/write.ts'
import { type Day, instant } from '../../../src/kernel/days.ts'
import { freshDatabase } from '../../support/app.ts'
import { givenCooperation } from '../../support/builders.ts'

/** The organisations that a history names, by their place in the signature list. */
const slugs: Record<number, string> = {
  1: 'odense-kommune',
  2: 'by-og-kulturforvaltningen',
  3: 'boern-og-ungeforvaltningen',
  4: 'hoejstrup',
  6: 'socialt-boligbyggeri',
}

interface Scope {
  case: number | null
  tasks: string[]
  subjects: number[]
  areas: number[]
}

/** What a history stands on in a database: the parties, two cases, and meetings that are in session when needed. */
export interface Ground {
  organisation(place: number): number
  placeOf(organisationId: number): number
  /** Of the organisation at a place. */
  decidingBody(place: number): number
  case(nth: number): number
  subjectArea(nth: number): number
  area(nth: number): number
  itemInSession(tx: Tx, day: Day, scope: Scope): Promise<{ meetingId: number; itemId: number }>
  /** The title of decisions that only accept conditions; the history does not count them among its own. */
  acceptance: string
  idsOf(db: Database, kind: 'mandate' | 'decision' | 'referral'): Promise<number[]>
}

const acceptance = 'Vilkårene tiltrædes'
const now = '2026-01-01T09:00:00.000Z'

/** A database that every history begins with a copy of. */
export async function prepareGround(): Promise<{ folder: string; ground: Ground; remove(): Promise<void> }> {
  const { db, folder, close } = await freshDatabase()
  const cooperation = givenCooperation(db, now)
  const groupId = cooperation.body('faelles-gruppe')
  const places = Object.entries(slugs).map(([place, slug]) => ({
    place: Number(place),
    id: cooperation.organisation(slug),
  }))
  const prepared = await write(systemActor(db, instant(now)), async tx => {
    for (const { id, place } of places) await tx.organisation.update({ where: { id }, data: { position: place } })
    return { result: await scopesIn(tx, groupId), events: [] }
  })
  const bodies = await db.prisma.body.findMany({ where: { kind: 'DECIDING_BODY' }, orderBy: { id: 'asc' } })
  const seats = await db.prisma.seat.findMany({
    where: { bodyId: groupId, role: { in: ['CHAIR', 'VICE_CHAIR', 'MEMBER'] }, to: null },
    include: { person: true, organisation: true },
  })
  const organisation = (place: number) => places.find(one => one.place === place)?.id ?? 0
  let meetings = 0

  const ground: Ground = {
    organisation,
    placeOf: id => places.find(one => one.id === id)?.place ?? 0,
    decidingBody: place => bodies.find(({ organisationId }) => organisationId === organisation(place))?.id ?? 0,
    case: nth => prepared.cases[nth - 1] ?? 0,
    subjectArea: nth => prepared.subjectAreas[nth - 1] ?? 0,
    area: nth => prepared.areas[nth - 1] ?? 0,
    acceptance,
    async itemInSession(tx, day, scope) {
      meetings += 1
      const meeting = await tx.meeting.create({
        data: {
          number: `2026-M${1000 + meetings}`,
          bodyId: groupId,
          day,
          startsAt: '09:00',
          endsAt: '12:00',
          place: 'Rådhuset',
          state: 'IN_SESSION',
          createdById: 1,
          createdAt: now,
        },
      })
      const item = await tx.agendaItem.create({
        data: {
          meetingId: meeting.id,
          position: 1,
          title: 'Fælles rådgivning',
          kind: 'DECISION',
          strategy: scope.tasks.includes('strategy'),
          coordination: scope.tasks.includes('coordination'),
          caseId: scope.case === null ? null : (prepared.cases[scope.case - 1] ?? null),
          recommendation: 'Det indstilles, at rådgivningen etableres.',
          createdById: 1,
        },
      })
      await tx.attendance.createMany({
        data: seats.map(({ person, organisation: sent, role, id }) => ({
          meetingId: meeting.id,
          personId: person.id,
          seatId: id,
          name: person.name,
          title: person.title,
          role,
          organisation: sent.name,
          side: sent.side,
          status: 'PRESENT' as const,
        })),
      })
      return { meetingId: meeting.id, itemId: item.id }
    },
    async idsOf(db, kind) {
      const order = { orderBy: { id: 'asc' as const }, select: { id: true } }
      const rows =
        kind === 'mandate'
          ? await db.prisma.mandate.findMany(order)
          : kind === 'referral'
            ? await db.prisma.referral.findMany(order)
            : await db.prisma.decision.findMany({ ...order, where: { title: { not: acceptance } } })
      return rows.map(({ id }) => id)
    },
  }
  await db.close()
  return { folder, ground, remove: close }
}

async function scopesIn(tx: Tx, groupId: number) {
  const cases: number[] = []
  for (const serial of [901, 902]) {
    const made = await tx.case.create({
      data: { number: `2026-${serial}`, title: `Sag ${serial}`, openedAt: now, openedById: 1, bodyId: groupId },
    })
    cases.push(made.id)
  }
  for (const name of ['Vollsmose', 'Korsløkken'])
    await tx.housingArea.create({ data: { name, slug: name, from: '2008-01-01' } })
  const ids = (rows: { id: number }[]) => rows.map(({ id }) => id)
  return {
    cases,
    subjectAreas: ids(await tx.subjectArea.findMany({ orderBy: { id: 'asc' }, take: 2 })),
    areas: ids(await tx.housingArea.findMany({ orderBy: { id: 'asc' }, take: 2 })),
  }
}
