import type { Actor } from '../../../access/actor.ts'
import { requireRight } from '../../../access/policy.ts'
import { event } from '../../../database/events.ts'
import { type Tx, write } from '../../../database/write.ts'
import { type Day, longDay } from '../../../kernel/days.ts'
import { periodOf } from '../../../kernel/periods.ts'
import { brokenRule, Conflict, notFound } from '../../../kernel/refusal.ts'
import { slugOf } from '../../../kernel/text.ts'

export interface AreaTerms {
  name: string
  /** The bydel; empty: not told. */
  district: string
}

/** A housing area that mandates can be given for and decisions can concern, from today on. Both secretariats keep them. */
export const addArea = (actor: Actor, { name, district, from }: AreaTerms & { from: Day }): Promise<number> =>
  write(actor, async tx => {
    requireRight(actor, 'manageOwnSide')
    await refuseSameName(tx, name, null)
    const { id } = await tx.housingArea.create({ data: { slug: await freeSlug(tx, name), name, district, from } })
    return { result: id, events: [event('housingAreaAdded', 'housingArea', id, { after: { name, district, from } })] }
  })

/** What was decided under the old name keeps it: checks are stored as they were made. */
export const renameArea = (actor: Actor, given: AreaTerms & { id: number; version: number }): Promise<void> =>
  write(actor, async tx => {
    requireRight(actor, 'manageOwnSide')
    const { id, version, name, district } = given
    const area = await openArea(tx, id)
    await refuseSameName(tx, name, id)
    const saved = await tx.housingArea.updateMany({
      where: { id, version },
      data: { name, district, version: { increment: 1 } },
    })
    if (saved.count === 0) throw new Conflict({ name: area.name, district: area.district }, area.version)
    const before = { name: area.name, district: area.district }
    return {
      result: undefined,
      events: [event('housingAreaRenamed', 'housingArea', id, { before, after: { name, district } })],
    }
  })

/** No longer to be chosen after its last day. What was given for it or decided about it stays as it is. */
export const closeArea = (actor: Actor, { id, version, to }: { id: number; version: number; to: Day }): Promise<void> =>
  write(actor, async tx => {
    requireRight(actor, 'manageOwnSide')
    const area = await openArea(tx, id)
    if (to < area.from) throw brokenRule(`Området er først oprettet den ${longDay(area.from)}.`, 'to')
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
    const area = await tx.housingArea.findUnique({ where: { id } })
    if (!area) throw notFound()
    const { name, to } = area
    if (to === null) throw brokenRule(`${name} er ikke lukket.`)
    if (area.version !== version) throw new Conflict({ to }, area.version)
    // Meanwhile another may have been given its name.
    await refuseSameName(tx, name, id)
    await tx.housingArea.update({ where: { id }, data: { to: null, version: { increment: 1 } } })
    const change = { before: { to }, after: { name, to: null } }
    return { result: undefined, events: [event('housingAreaReopened', 'housingArea', id, change)] }
  })

async function openArea(tx: Tx, id: number) {
  const row = await tx.housingArea.findUnique({ where: { id } })
  if (!row) throw notFound()
  const area = { ...row, ...periodOf(row) }
  if (area.to !== null) throw brokenRule(`${area.name} er lukket den ${longDay(area.to)} og kan ikke ændres.`)
  return area
}

/** Two areas in use by one name could not be told apart where they are chosen. */
async function refuseSameName(tx: Tx, name: string, id: number | null): Promise<void> {
  const open = await tx.housingArea.findMany({ where: { to: null }, select: { id: true, name: true } })
  const sought = name.toLocaleLowerCase('da')
  const same = open.find(area => area.id !== id && area.name.toLocaleLowerCase('da') === sought)
  if (same) throw brokenRule(`Der er allerede et boligområde, der hedder ${same.name}.`, 'name')
}

async function freeSlug(tx: Tx, name: string): Promise<string> {
  const slug = slugOf(name) || 'omraade'
  const taken = new Set((await tx.housingArea.findMany({ select: { slug: true } })).map(area => area.slug))
  let free = slug
  for (let serial = 2; taken.has(free); serial += 1) free = `${slug}-${serial}`
  return free
}
