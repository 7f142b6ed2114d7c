import type { Actor } from '../../../access/actor.ts'
import { requireRight } from '../../../access/policy.ts'
import { event } from '../../../database/events.ts'
import { type Tx, write } from '../../../database/write.ts'
import { type Day, dayInRow, longDay } from '../../../kernel/days.ts'
import type { Objection } from '../../../kernel/objection.ts'
import { brokenRule, Conflict, notFound, refuseAll } from '../../../kernel/refusal.ts'

export interface SubjectAreaTerms {
  name: string
  departmentId: number
}

/** A subject area (sagsområde) that items, mandates and decisions can concern, and the department that is asked about it. */
export const addSubjectArea = (actor: Actor, { name, departmentId }: SubjectAreaTerms): Promise<void> =>
  write(actor, async tx => {
    requireRight(actor, 'manageOwnSide')
    await refuseTerms(tx, actor, { name, departmentId }, null)
    const { id } = await tx.subjectArea.create({ data: { name, departmentId } })
    return {
      result: undefined,
      events: [event('subjectAreaAdded', 'subjectArea', id, { after: { name, departmentId } })],
    }
  })

/**
 * Renames it or moves it to another department: it stays the same area for all that was given for it or decided.
 * @throws Conflict with what stands when somebody else saved first
 */
export const changeSubjectArea = (
  actor: Actor,
  { id, version, name, departmentId }: SubjectAreaTerms & { id: number; version: number },
): Promise<void> =>
  write(actor, async tx => {
    requireRight(actor, 'manageOwnSide')
    const area = await openArea(tx, id, version)
    const before = { name: area.name, departmentId: area.departmentId }
    await refuseTerms(tx, actor, { name, departmentId }, id)
    await tx.subjectArea.update({ where: { id }, data: { name, departmentId, version: { increment: 1 } } })
    const change = { before, after: { name, departmentId } }
    return { result: undefined, events: [event('subjectAreaChanged', 'subjectArea', id, change)] }
  })

/** No longer to be chosen after its last day. What was given for it or decided about it stays as it is. */
export const closeSubjectArea = (
  actor: Actor,
  { id, version, to }: { id: number; version: number; to: Day },
): Promise<void> =>
  write(actor, async tx => {
    requireRight(actor, 'manageOwnSide')
    const area = await openArea(tx, id, version)
    await tx.subjectArea.update({ where: { id }, data: { to, version: { increment: 1 } } })
    const change = { before: { to: null }, after: { name: area.name, to } }
    return { result: undefined, events: [event('subjectAreaClosed', 'subjectArea', id, change)] }
  })

/** Closed by mistake, or needed again: it is the same area for all that was given for it or decided. */
export const reopenSubjectArea = (actor: Actor, { id, version }: { id: number; version: number }): Promise<void> =>
  write(actor, async tx => {
    requireRight(actor, 'manageOwnSide')
    const area = await tx.subjectArea.findUnique({ where: { id }, include: { department: true } })
    if (!area) throw notFound()
    const { name, to, department } = area
    if (to === null) throw brokenRule(`${name} er ikke lukket.`)
    if (area.version !== version) throw new Conflict({ to }, area.version)
    if (department.to !== null && department.to < actor.today)
      throw brokenRule(`${name} hører under ${department.name}, der er udtrådt. Tilføj et nyt sagsområde.`)
    await tx.subjectArea.update({ where: { id }, data: { to: null, version: { increment: 1 } } })
    const change = { before: { to }, after: { name, to: null } }
    return { result: undefined, events: [event('subjectAreaReopened', 'subjectArea', id, change)] }
  })

async function openArea(tx: Tx, id: number, version: number) {
  const area = await tx.subjectArea.findUnique({ where: { id } })
  if (!area) throw notFound()
  if (area.to !== null) throw brokenRule(`${area.name} er lukket den ${longDay(dayInRow(area.to))} og kan ikke ændres.`)
  const { name, departmentId } = area
  if (area.version !== version) throw new Conflict({ name, departmentId: String(departmentId) }, area.version)
  return area
}

/** Two areas by one name could not be told apart where they are chosen. */
async function refuseTerms(tx: Tx, actor: Actor, terms: SubjectAreaTerms, id: number | null): Promise<void> {
  const told: Objection[] = []
  const sought = terms.name.toLocaleLowerCase('da')
  const known = await tx.subjectArea.findMany({ select: { id: true, name: true, to: true } })
  const same = known.find(area => area.id !== id && area.name.toLocaleLowerCase('da') === sought)
  if (same)
    told.push({
      sentence: same.to
        ? `Et lukket sagsområde hedder ${same.name}. Vælg et andet navn.`
        : `Der er allerede et sagsområde, der hedder ${same.name}.`,
      field: 'name',
    })
  const department = await tx.organisation.findUnique({ where: { id: terms.departmentId } })
  if (department?.kind !== 'DEPARTMENT' || (department.to !== null && department.to < actor.today))
    told.push({ sentence: 'Vælg en af kommunens forvaltninger.', field: 'departmentId' })
  refuseAll(told)
}
