import type { Actor } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { type Day, longDay } from '../../../../kernel/days.ts'
import { brokenRule, Conflict, notFound, refuseAll } from '../../../../kernel/refusal.ts'
import { freeSlug } from '../free-slug.ts'
import { type DistrictRow, type Places, readPlacesIn } from '../read-places.ts'
import { sameNameFault } from '../same-name.ts'

export interface DistrictTerms {
  name: string
  /** The division of the town that it belongs to. */
  definition: string
  /** Where its limits stand. */
  source: string
}

/** Rival divisions may each have a district of one name: within one division the names differ. */
const nameFault = (places: Places, { name, definition }: DistrictTerms, id: number | null) =>
  sameNameFault(
    places.districts.filter(row => row.definition === definition),
    name,
    id,
    'en bydel i inddelingen',
  )

/** A district of the town, from a day on. Both secretariats keep them. */
export const addDistrict = (
  actor: Actor,
  given: DistrictTerms & { from: Day },
): Promise<{ id: number; slug: string }> =>
  write(actor, async tx => {
    requireRight(actor, 'manageOwnSide')
    const places = await readPlacesIn(tx)
    refuseAll([nameFault(places, given, null)])
    const { name, definition, source, from } = given
    const slug = freeSlug(name, 'bydel', new Set(places.districts.map(row => row.slug)))
    const { id } = await tx.district.create({ data: { slug, name, definition, source, from } })
    const after = { name, definition, source, from }
    return { result: { id, slug }, events: [event('districtAdded', 'district', id, { after })] }
  })

export const editDistrict = (actor: Actor, given: DistrictTerms & { id: number; version: number }): Promise<void> =>
  write(actor, async tx => {
    requireRight(actor, 'manageOwnSide')
    const { id, version, name, definition, source } = given
    const { district, places } = await openDistrict(tx, id)
    refuseAll([nameFault(places, given, id)])
    const after = { name, definition, source }
    const saved = await tx.district.updateMany({
      where: { id, version },
      data: { ...after, version: { increment: 1 } },
    })
    const before = { name: district.name, definition: district.definition, source: district.source }
    if (saved.count === 0) throw new Conflict(before, district.version)
    return { result: undefined, events: [event('districtEdited', 'district', id, { before, after })] }
  })

/** No longer to be chosen after its last day. What lies in it stays there until somebody says otherwise, and is told so. */
export const closeDistrict = (
  actor: Actor,
  { id, version, to }: { id: number; version: number; to: Day },
): Promise<void> =>
  write(actor, async tx => {
    requireRight(actor, 'manageOwnSide')
    const { district } = await openDistrict(tx, id)
    const { name, from } = district
    if (to < from) throw brokenRule(`Bydelen er først oprettet den ${longDay(from)}.`, 'to')
    const saved = await tx.district.updateMany({ where: { id, version }, data: { to, version: { increment: 1 } } })
    if (saved.count === 0) throw new Conflict({ to: '' }, district.version)
    const change = { before: { to: null }, after: { name, to } }
    return { result: undefined, events: [event('districtClosed', 'district', id, change)] }
  })

export const reopenDistrict = (actor: Actor, { id, version }: { id: number; version: number }): Promise<void> =>
  write(actor, async tx => {
    requireRight(actor, 'manageOwnSide')
    const places = await readPlacesIn(tx)
    const district = places.districts.find(row => row.id === id)
    if (!district) throw notFound()
    const { name, to } = district
    if (to === null) throw brokenRule(`${name} er ikke lukket.`)
    if (district.version !== version) throw new Conflict({ to }, district.version)
    const same = nameFault(places, district, id)
    refuseAll([same && { sentence: same.sentence }])
    await tx.district.update({ where: { id }, data: { to: null, version: { increment: 1 } } })
    const change = { before: { to }, after: { name, to: null } }
    return { result: undefined, events: [event('districtReopened', 'district', id, change)] }
  })

async function openDistrict(tx: Tx, id: number): Promise<{ district: DistrictRow; places: Places }> {
  const places = await readPlacesIn(tx)
  const district = places.districts.find(row => row.id === id)
  if (!district) throw notFound()
  if (district.to !== null)
    throw brokenRule(`${district.name} er lukket den ${longDay(district.to)} og kan ikke ændres.`)
  return { district, places }
}
