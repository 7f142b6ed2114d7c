import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { type Day, longDay } from '../../../../kernel/days.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
import { brokenRule, Conflict, notFound, refuseAll } from '../../../../kernel/refusal.ts'
import { standing } from '../dated-rules.ts'
import { delimitationFaults } from '../delimitations/delimitation-rules.ts'
import { freeSlug } from '../free-slug.ts'
import { type AreaRow, type Places, readPlacesIn } from '../read-places.ts'
import { sameNameFault } from '../same-name.ts'

export interface NewArea {
  name: string
  /** The bydel; null: not told. */
  districtId: number | null
  from: Day
}

const aKind = 'et boligområde'

/** A housing area that mandates can be given for and decisions can concern, from a day on. Both secretariats keep them. */
export const addArea = (actor: Actor, given: NewArea): Promise<{ id: number; slug: string }> =>
  write(actor, async tx => {
    requireRight(actor, 'manageOwnSide')
    const places = await readPlacesIn(tx)
    refuseAll([
      sameNameFault(places.areas, given.name, null, aKind),
      districtFault(places, given.districtId, given.from),
    ])
    const { row, events } = await storeArea(tx, actor, places, given)
    return { result: { id: row.id, slug: row.slug }, events }
  })

/** The row of a new area and that of its district. What stood in its way has been asked. */
export async function storeArea(
  tx: Tx,
  actor: Actor,
  places: Places,
  { name, districtId, from }: NewArea,
): Promise<{ row: { id: number; slug: string }; events: NewEvent[] }> {
  const slug = freeSlug(name, 'omraade', new Set(places.areas.map(area => area.slug)))
  const row = await tx.housingArea.create({ data: { slug, name, from }, select: { id: true, slug: true } })
  if (districtId !== null) await storeDistrict(tx, actor, { areaId: row.id, districtId, from, correctsId: null })
  const district = nameOf(places, districtId)
  return { row, events: [event('housingAreaAdded', 'housingArea', row.id, { after: { name, district, from } })] }
}

const storeDistrict = (
  tx: Tx,
  actor: Actor,
  data: { areaId: number; districtId: number; from: Day; correctsId: number | null },
) => tx.areaDistrict.create({ data: { ...data, byId: personIdOf(actor), at: actor.at } })

const nameOf = (places: Places, id: number | null): string | null =>
  places.districts.find(district => district.id === id)?.name ?? null

/** A district that is there on the day. */
export function districtFault(places: Places, id: number | null, from: Day): Objection | null {
  if (id === null) return null
  const found = places.districts.find(district => district.id === id)
  if (!found) return objection('Vælg en bydel på listen.', 'districtId')
  if (found.to !== null && from > found.to)
    return objection(`${found.name} er lukket den ${longDay(found.to)}. Vælg en anden bydel.`, 'districtId')
  return null
}

/** What was decided under the old name keeps it: checks are stored as they were made. */
export const renameArea = (actor: Actor, given: { id: number; version: number; name: string }): Promise<void> =>
  write(actor, async tx => {
    requireRight(actor, 'manageOwnSide')
    const { id, version, name } = given
    const { area, places } = await openArea(tx, id)
    refuseAll([sameNameFault(places.areas, name, id, aKind)])
    const saved = await tx.housingArea.updateMany({
      where: { id, version },
      data: { name, version: { increment: 1 } },
    })
    if (saved.count === 0) throw new Conflict({ name: area.name }, area.version)
    const change = { before: { name: area.name }, after: { name } }
    return { result: undefined, events: [event('housingAreaRenamed', 'housingArea', id, change)] }
  })

/**
 * The district that the area lies in from a day on. The same first day again corrects what was told from it; the history
 * of the area's districts stays.
 */
export const placeArea = (actor: Actor, given: { id: number; districtId: number; from: Day }): Promise<void> =>
  write(actor, async tx => {
    requireRight(actor, 'manageOwnSide')
    const { id, districtId, from } = given
    const { area, places } = await openArea(tx, id)
    const own = standing(places.areaDistricts.filter(({ areaId }) => areaId === id))
    const before = own.findLast(row => row.from <= from)
    refuseAll([
      districtFault(places, districtId, from),
      from < area.from
        ? objection(`${area.name} er først oprettet den ${longDay(area.from)}. Vælg en senere dag.`, 'from')
        : null,
      before?.districtId === districtId
        ? objection(`${area.name} ligger allerede i ${nameOf(places, districtId)} den dag.`, 'districtId')
        : null,
    ])
    await storeDistrict(tx, actor, {
      areaId: id,
      districtId,
      from,
      correctsId: before?.from === from ? before.id : null,
    })
    const change = {
      before: { district: nameOf(places, before?.districtId ?? null) },
      after: { district: nameOf(places, districtId), from },
    }
    return { result: undefined, events: [event('housingAreaMoved', 'housingArea', id, change)] }
  })

/** No longer to be chosen after its last day. What was given for it or decided about it stays as it is. */
export const closeArea = (actor: Actor, { id, version, to }: { id: number; version: number; to: Day }): Promise<void> =>
  write(actor, async tx => {
    requireRight(actor, 'manageOwnSide')
    const { area, places } = await openArea(tx, id)
    if (to < area.from) throw brokenRule(`Området er først oprettet den ${longDay(area.from)}.`, 'to')
    refuseAll(historyFaults(places, { ...area, to }).map(({ sentence }) => objection(sentence, 'to')))
    const saved = await tx.housingArea.updateMany({ where: { id, version }, data: { to, version: { increment: 1 } } })
    if (saved.count === 0) throw new Conflict({ to: '' }, area.version)
    return {
      result: undefined,
      events: [event('housingAreaClosed', 'housingArea', id, { before: { to: null }, after: { name: area.name, to } })],
    }
  })

/** Closed by mistake, or needed again: it is the same area for all that was given for it or decided. */
export const reopenArea = (actor: Actor, { id, version }: { id: number; version: number }): Promise<void> =>
  write(actor, async tx => {
    requireRight(actor, 'manageOwnSide')
    const places = await readPlacesIn(tx)
    const area = places.areas.find(row => row.id === id)
    if (!area) throw notFound()
    const { name, to } = area
    if (to === null) throw brokenRule(`${name} er ikke lukket.`)
    if (area.version !== version) throw new Conflict({ to }, area.version)
    // Meanwhile another may have been given its name, or its estates.
    const same = sameNameFault(places.areas, name, id, aKind)
    refuseAll([same && objection(same.sentence), ...historyFaults(places, { ...area, to: null }).map(withoutField)])
    await tx.housingArea.update({ where: { id }, data: { to: null, version: { increment: 1 } } })
    const change = { before: { to }, after: { name, to: null } }
    return { result: undefined, events: [event('housingAreaReopened', 'housingArea', id, change)] }
  })

const withoutField = ({ sentence }: Objection): Objection => objection(sentence)

/** Of the delimitations, if the area had other days. */
const historyFaults = (places: Places, changed: AreaRow): Objection[] =>
  delimitationFaults(
    places.areas.map(area => (area.id === changed.id ? changed : area)),
    places.estates,
    places.delimitations,
  )

/** @throws Refusal where there is none, or it is closed */
export async function openArea(tx: Tx, id: number): Promise<{ area: AreaRow; places: Places }> {
  const places = await readPlacesIn(tx)
  const area = places.areas.find(row => row.id === id)
  if (!area) throw notFound()
  if (area.to !== null) throw brokenRule(`${area.name} er lukket den ${longDay(area.to)} og kan ikke ændres.`)
  return { area, places }
}
