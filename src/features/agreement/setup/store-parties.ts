import { event, type NewEvent } from '../../../database/events.ts'
import type { Tx } from '../../../database/write.ts'
import type { Day } from '../../../kernel/days.ts'
import { cooperationBodies } from '../../ground/bodies/index.ts'
import { storeFirstRules, storeOrganisation } from '../../ground/parties/index.ts'
import type { DepartmentAnswer, SetupAnswers } from './answers.ts'

/** Ids of what was stored, by its name or its address. */
export type Stored = ReadonlyMap<string, number>

/** What the answers name has been stored: the rules have asked. */
export function idOf(ids: Stored, name: string): number {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`Nothing was stored for »${name}«.`)
  return id
}

/** @returns ids by name */
export async function storeParties(tx: Tx, answers: SetupAnswers, from: Day, events: NewEvent[]): Promise<Stored> {
  const ids = new Map<string, number>()
  const store = async (name: string, rest: { kind: Kind; parentId?: number; decidingBody?: string }) => {
    const { id, events: told } = await storeOrganisation(tx, {
      name,
      shortName: name,
      about: '',
      website: null,
      from,
      parentId: null,
      ...rest,
    })
    ids.set(name, id)
    events.push(...told)
    return id
  }
  for (const { name, kind } of answers.organisations) await store(name, { kind })
  for (const { name, associations } of answers.organisations)
    for (const association of associations) {
      const associationId = await store(association, { kind: 'ASSOCIATION' })
      await administer(tx, { administratorId: idOf(ids, name), associationId, from }, events)
    }
  const municipality = await store(answers.municipality, { kind: 'MUNICIPALITY', decidingBody: answers.council })
  for (const { name, subjectAreas } of answers.departments) {
    const departmentId = await store(name, { kind: 'DEPARTMENT', parentId: municipality })
    await storeSubjectAreas(tx, departmentId, subjectAreas, events)
  }
  return ids
}

type Kind = 'HOUSING_ORGANISATION' | 'ADMINISTRATOR' | 'ASSOCIATION' | 'MUNICIPALITY' | 'DEPARTMENT'

async function administer(
  tx: Tx,
  data: { administratorId: number; associationId: number; from: Day },
  events: NewEvent[],
): Promise<void> {
  const { id } = await tx.administration.create({ data })
  events.push(event('administrationBegun', 'administration', id, { after: data }))
}

async function storeSubjectAreas(
  tx: Tx,
  departmentId: number,
  names: DepartmentAnswer['subjectAreas'],
  events: NewEvent[],
): Promise<void> {
  for (const name of names) {
    const { id } = await tx.subjectArea.create({ data: { name, departmentId } })
    events.push(event('subjectAreaAdded', 'subjectArea', id, { after: { name, departmentId } }))
  }
}

/** @returns ids by the body's address */
export async function storeBodies(
  tx: Tx,
  { organisations, departments }: SetupAnswers,
  from: Day,
  events: NewEvent[],
): Promise<Stored> {
  const ids = new Map<string, number>()
  // A majority of those who sign on each side, three at most: a small town's group can decide from the first day.
  const quorumHousing = Math.min(3, Math.floor(organisations.length / 2) + 1)
  const quorumMunicipality = Math.min(3, Math.floor(departments.length / 2) + 1)
  for (const body of cooperationBodies) {
    const { id } = await tx.body.create({ data: { ...body, from } })
    const counted = body.kind !== 'SECRETARIAT'
    await storeFirstRules(tx, {
      bodyId: id,
      from,
      quorumHousing: counted && body.side !== 'MUNICIPALITY' ? quorumHousing : 0,
      quorumMunicipality: counted && body.side !== 'HOUSING' ? quorumMunicipality : 0,
    })
    ids.set(body.slug, id)
    events.push(event('bodyCreated', 'body', id, { after: { name: body.name, kind: body.kind, from } }))
  }
  return ids
}
