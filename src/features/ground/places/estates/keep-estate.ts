import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { type Change, type Tx, write } from '../../../../database/write.ts'
import { type Day, longDay, yearOf } from '../../../../kernel/days.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
import { brokenRule, Conflict, notFound, refuseAll } from '../../../../kernel/refusal.ts'
import { districtFault } from '../areas/keep-area.ts'
import { heldOn } from '../dated-rules.ts'
import { delimitationFaults } from '../delimitations/delimitation-rules.ts'
import { freeSlug } from '../free-slug.ts'
import { labelOf } from '../places-on.ts'
import { type EstateRow, type Places, readPlacesIn } from '../read-places.ts'
import { builtFault, chainOf, type EstateFacts, factFaults, ownerFaults } from './estate-rules.ts'

export interface EstateTerms {
  /** Its owner's own number of it. */
  number: string
  name: string
  /** The year; null: not told. */
  built: number | null
}

export interface NewEstate extends EstateTerms, EstateFacts {
  from: Day
  note: string
}

/** An estate with what is told of it from its first day on. The housing side's secretariat keeps them. */
export const addEstate = (actor: Actor, given: NewEstate): Promise<{ id: number; slug: string }> =>
  write(actor, async tx => addEstateIn(tx, actor, given, await readPlacesIn(tx)))

/** The same as a part of a greater change. @param places as they stand in it */
export async function addEstateIn(
  tx: Tx,
  actor: Actor,
  given: NewEstate,
  places: Places,
): Promise<Change<{ id: number; slug: string }>> {
  requireRight(actor, 'keepEstates')
  const { number, name, built, from, ownerId, districtId, homes, note } = given
  refuseAll([
    builtFault(built, yearOf(actor.today)),
    ownerId === null ? objection('Vælg den organisation eller forening, der ejer afdelingen.', 'ownerId') : null,
    ...factsFaults(places, given, from),
    numberFault(places, number, ownerId, null, from),
  ])
  const slug = freeSlug(name, 'afdeling', new Set(places.estates.map(row => row.slug)))
  const told = factData(actor, { from, ownerId, districtId, homes, note, correctsId: null })
  const { id } = await tx.estate.create({ data: { slug, number, name, built, from, facts: { create: told } } })
  const after = { number, name, built, from, ...toldOf(places, given), note }
  return { result: { id, slug }, events: [event('estateAdded', 'estate', id, { after })] }
}

export const editEstate = (actor: Actor, given: EstateTerms & { id: number; version: number }): Promise<void> =>
  write(actor, async tx => editEstateIn(tx, actor, given, await readPlacesIn(tx)))

export async function editEstateIn(
  tx: Tx,
  actor: Actor,
  given: EstateTerms & { id: number; version: number },
  places: Places,
): Promise<Change<undefined>> {
  requireRight(actor, 'keepEstates')
  const { id, version, number, name, built } = given
  const estate = openIn(places, id)
  const ownerId = ownerOf(places, id, actor.today)
  refuseAll([builtFault(built, yearOf(actor.today)), numberFault(places, number, ownerId, id, actor.today)])
  const after = { number, name, built }
  const saved = await tx.estate.updateMany({ where: { id, version }, data: { ...after, version: { increment: 1 } } })
  const before = { number: estate.number, name: estate.name, built: estate.built }
  if (saved.count === 0)
    throw new Conflict({ number: estate.number, name: estate.name, built: String(estate.built ?? '') }, estate.version)
  return { result: undefined, events: [event('estateEdited', 'estate', id, { before, after })] }
}

export interface FactDraft extends EstateFacts {
  from: Day
  note: string
}

/** What is otherwise from a day on: another owner after a merger, another district, homes that were built or pulled down. */
export const tellEstate = (actor: Actor, given: FactDraft & { id: number }): Promise<void> =>
  write(actor, async tx => tellEstateIn(tx, actor, given, await readPlacesIn(tx)))

export async function tellEstateIn(
  tx: Tx,
  actor: Actor,
  given: FactDraft & { id: number },
  places: Places,
): Promise<Change<undefined>> {
  requireRight(actor, 'keepEstates')
  const { id } = given
  const estate = openIn(places, id)
  const fact = { ...proposed(places, given), correctsId: null }
  refuseAll(allFaults(places, estate, fact, given))
  await storeFact(tx, actor, fact)
  const after = { from: given.from, ...toldOf(places, given), note: given.note }
  return { result: undefined, events: [event('estateTold', 'estate', id, { after })] }
}

/** What was told by mistake is replaced, and stays readable. */
export const correctEstateFact = (actor: Actor, given: FactDraft & { id: number; factId: number }): Promise<void> =>
  write(actor, async tx => {
    requireRight(actor, 'keepEstates')
    const places = await readPlacesIn(tx)
    const { id, factId } = given
    const estate = openIn(places, id)
    const mistaken = places.facts.find(fact => fact.id === factId && fact.estateId === id)
    if (!mistaken || places.facts.some(({ correctsId }) => correctsId === factId))
      throw notFound('Oplysningen er rettet af en anden. Se afdelingens oplysninger igen.')
    const fact = { ...proposed(places, given), correctsId: factId }
    refuseAll(allFaults(places, estate, fact, given))
    await storeFact(tx, actor, fact)
    const before = { from: mistaken.from, ...toldOf(places, mistaken), note: mistaken.note }
    const after = { from: given.from, ...toldOf(places, given), note: given.note }
    return { result: undefined, events: [event('estateCorrected', 'estate', id, { before, after })] }
  })

/** Pulled down, sold or merged into another: no part of an area after its last day. */
export const closeEstate = (actor: Actor, { id, version, to }: { id: number; version: number; to: Day }) =>
  write(actor, async tx => {
    requireRight(actor, 'keepEstates')
    const places = await readPlacesIn(tx)
    const estate = openIn(places, id)
    if (to < estate.from) throw brokenRule(`Afdelingen er først oprettet den ${longDay(estate.from)}.`, 'to')
    const facts = places.facts.filter(({ estateId }) => estateId === id)
    const closed = { ...estate, to }
    refuseAll(
      [...factFaults(closed, facts), ...membershipFaults(places, closed)].map(({ sentence }) =>
        objection(sentence, 'to'),
      ),
    )
    const saved = await tx.estate.updateMany({ where: { id, version }, data: { to, version: { increment: 1 } } })
    if (saved.count === 0) throw new Conflict({ to: '' }, estate.version)
    const change = { before: { to: null }, after: { to } }
    return { result: undefined, events: [event('estateClosed', 'estate', id, change)] }
  })

export const reopenEstate = (actor: Actor, { id, version }: { id: number; version: number }): Promise<void> =>
  write(actor, async tx => {
    requireRight(actor, 'keepEstates')
    const places = await readPlacesIn(tx)
    const estate = places.estates.find(row => row.id === id)
    if (!estate) throw notFound()
    if (estate.to === null) throw brokenRule(`${labelOf(estate)} er ikke ophørt.`)
    if (estate.version !== version) throw new Conflict({ to: estate.to }, estate.version)
    const same = numberFault(places, estate.number, ownerOf(places, id, actor.today), id, actor.today)
    refuseAll([same && objection(same.sentence)])
    await tx.estate.update({ where: { id }, data: { to: null, version: { increment: 1 } } })
    const change = { before: { to: estate.to }, after: { to: null } }
    return { result: undefined, events: [event('estateReopened', 'estate', id, change)] }
  })

const proposed = (
  places: Places,
  { id: estateId, from, ownerId, districtId, homes, note }: FactDraft & { id: number },
) => ({
  ...{ id: Math.max(0, ...places.facts.map(({ id }) => id)) + 1, estateId, from },
  ...{ ownerId, districtId, homes, note },
})

type Fact = ReturnType<typeof proposed> & { correctsId: number | null }

function allFaults(places: Places, estate: EstateRow, fact: Fact, given: FactDraft): (Objection | null)[] {
  const { ownerId, districtId, homes } = given
  if (ownerId === null && districtId === null && homes === null)
    return [objection('Udfyld ejer, bydel eller boliger: Mindst én af dem skal være oplyst.', 'ownerId')]
  const facts = places.facts.filter(({ estateId }) => estateId === estate.id)
  return [
    ...factFaults({ ...estate, name: labelOf(estate) }, [...facts, fact]),
    ...factsFaults(places, given, given.from),
    ownerId === null ? null : numberFault(places, estate.number, ownerId, estate.id, given.from),
  ]
}

const factsFaults = (places: Places, { ownerId, districtId }: EstateFacts, from: Day): (Objection | null)[] => [
  ...(ownerId === null
    ? []
    : ownerFaults(
        places.owners.find(({ id }) => id === ownerId),
        from,
      )),
  districtFault(places, districtId, from),
]

/** An owner's estates are told apart by their numbers. */
function numberFault(
  places: Places,
  number: string,
  ownerId: number | null,
  id: number | null,
  on: Day,
): Objection | null {
  if (ownerId === null) return null
  const sought = number.toLocaleLowerCase('da')
  const same = places.estates.find(
    estate =>
      estate.id !== id &&
      estate.to === null &&
      estate.number.toLocaleLowerCase('da') === sought &&
      ownerOf(places, estate.id, on) === ownerId,
  )
  return same ? objection(`Ejeren har allerede en afdeling med nummer ${number}: ${same.name}.`, 'number') : null
}

const ownerOf = (places: Places, id: number, on: Day): number | null =>
  heldOn(
    chainOf(
      places.facts.filter(({ estateId }) => estateId === id),
      'ownerId',
    ),
    on,
  )?.ownerId ?? null

const membershipFaults = (places: Places, changed: EstateRow): Objection[] =>
  delimitationFaults(
    places.areas,
    places.estates.map(estate => (estate.id === changed.id ? changed : estate)),
    places.delimitations,
  )

function openIn(places: Places, id: number): EstateRow {
  const estate = places.estates.find(row => row.id === id)
  if (!estate) throw notFound()
  if (estate.to !== null) throw brokenRule(`${labelOf(estate)} er ophørt den ${longDay(estate.to)} og kan ikke ændres.`)
  return estate
}

const factData = (
  actor: Actor,
  { homes, from, ownerId, districtId, note, correctsId }: Omit<Fact, 'id' | 'estateId'>,
) => ({ from, ownerId, districtId, note, correctsId, ...homes, byId: personIdOf(actor), at: actor.at })

async function storeFact(tx: Tx, actor: Actor, { estateId, ...fact }: Omit<Fact, 'id'>): Promise<void> {
  await tx.estateFact.create({ data: { estateId, ...factData(actor, fact) } })
}

/** In an event: by name. */
const toldOf = (places: Places, { ownerId, districtId, homes }: EstateFacts) => ({
  owner: places.owners.find(({ id }) => id === ownerId)?.name ?? null,
  district: places.districts.find(({ id }) => id === districtId)?.name ?? null,
  homes,
})
