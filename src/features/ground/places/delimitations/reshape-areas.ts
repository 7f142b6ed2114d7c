import type { Actor } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import { type Change, type Tx, write } from '../../../../database/write.ts'
import { type Day, longDay } from '../../../../kernel/days.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
import { dayBefore } from '../../../../kernel/periods.ts'
import { brokenRule, refuseAll } from '../../../../kernel/refusal.ts'
import { openArea, storeArea } from '../areas/keep-area.ts'
import { heldOn, standing } from '../dated-rules.ts'
import type { AreaRow, DelimitationRow, Places } from '../read-places.ts'
import { sameNameFault } from '../same-name.ts'
import { proposedFaults, storeDelimitation } from './delimit-area.ts'
import { periodsOf } from './delimitation-rules.ts'

interface NewPart {
  name: string
  estates: readonly number[]
  /** Where the form asks for its name. */
  field?: string
}

export interface SplitDraft {
  areaId: number
  from: Day
  reason: string
  /** New areas and their estates. Those of the area that are named nowhere are in none from the day on. */
  parts: readonly NewPart[]
  /** The estates that stay; none: the area is closed the day before. */
  staying: readonly number[]
}

/**
 * One area becomes several from a day on, in one act: each new one comes out of the area's delimitation, and the area
 * goes on with what stays, or ends the day before. What was given for it or decided about it stays with it.
 */
export const splitArea = (actor: Actor, given: SplitDraft): Promise<{ slugs: string[] }> =>
  write(actor, async tx => {
    requireRight(actor, 'manageOwnSide')
    const { areaId, from, parts, staying, reason } = given
    const { area, places } = await openArea(tx, areaId)
    const origin = originOf(places, area, from)
    refuseAll(splitFaults(places, given, origin))
    const closing = staying.length === 0
    const parting: Part[] = parts.map(({ name, estates }) => ({ name, estates }))
    if (!closing) parting.push({ area, estates: staying })
    const reshaped = await reshape(tx, actor, places, {
      ...{ act: 'SPLIT', from, reason, parts: parting, origins: [origin] },
      closing: closing ? [area] : [],
      districtId: districtOf(places, area, from),
    })
    const after = { from, reason, parts: parts.map(({ name }) => name), closed: closing }
    return { ...reshaped, events: [event('housingAreaSplit', 'housingArea', areaId, { after }), ...reshaped.events] }
  })

function splitFaults(places: Places, { parts, staying }: SplitDraft, origin: DelimitationRow): (Objection | null)[] {
  const named = [...parts.flatMap(({ estates }) => estates), ...staying]
  const names = parts.map(({ name }) => name.toLocaleLowerCase('da'))
  return [
    parts.length === 0 ? objection('Skriv navnet på mindst ét nyt boligområde.', 'parts[0][name]') : null,
    parts.length === 1 && staying.length === 0
      ? objection(
          'En deling giver mindst to områder. Lad afdelinger blive i området, eller skriv to nye.',
          'parts[0][name]',
        )
      : null,
    named.some(id => !origin.estates.includes(id)) || new Set(named).size !== named.length
      ? objection('Vælg for hver af områdets afdelinger, hvor den hører til.')
      : null,
    ...parts.map(({ name, estates, field = 'parts[0][name]' }, at) => {
      if (estates.length === 0) return objection(`Vælg mindst én afdeling til ${name}.`, field)
      if (names.indexOf(name.toLocaleLowerCase('da')) !== at) return objection('To nye områder har samme navn.', field)
      const same = sameNameFault(places.areas, name, null, 'et boligområde')
      return same && objection(same.sentence, field)
    }),
  ]
}

export interface MergerDraft {
  /** The area that the others become a part of. */
  areaId: number
  /** The others: they are closed the day before. */
  others: readonly number[]
  from: Day
  reason: string
}

/** Several areas become one from a day on, in one act: the first goes on with the estates of all of them. */
export const mergeAreas = (actor: Actor, given: MergerDraft): Promise<{ slugs: string[] }> =>
  write(actor, async tx => {
    requireRight(actor, 'manageOwnSide')
    const { areaId, from, reason } = given
    const { area, places } = await openArea(tx, areaId)
    const others = places.areas.filter(({ id, to }) => given.others.includes(id) && id !== areaId && to === null)
    if (others.length === 0 || others.length !== given.others.length)
      throw brokenRule('Vælg de boligområder, der skal sammenlægges.', 'others')
    const origins = [area, ...others].map(one => originOf(places, one, from))
    const reshaped = await reshape(tx, actor, places, {
      ...{ act: 'MERGER', from, reason, origins, closing: others, districtId: null },
      parts: [{ area, estates: origins.flatMap(({ estates }) => estates) }],
    })
    const after = { from, reason, others: others.map(({ name }) => name) }
    return { ...reshaped, events: [event('housingAreasMerged', 'housingArea', areaId, { after }), ...reshaped.events] }
  })

/** What stands the day before, without anything told from the day on. */
function originOf(places: Places, area: AreaRow, from: Day): DelimitationRow {
  const own = periodsOf(area, places.delimitations).map(({ row }) => row)
  const before = own.findLast(row => row.from < from)
  if (!before)
    throw brokenRule(`${area.name} har ingen afgrænsning før den ${longDay(from)}. Afgræns området først.`, 'from')
  const later = own.find(row => row.from >= from)
  if (later)
    throw brokenRule(
      `${area.name} er afgrænset på ny fra den ${longDay(later.from)}. Vælg en dag efter den seneste afgrænsning.`,
      'from',
    )
  return before
}

const districtOf = (places: Places, area: AreaRow, on: Day): number | null =>
  heldOn(standing(places.areaDistricts.filter(({ areaId }) => areaId === area.id)), on)?.districtId ?? null

type Part = { estates: readonly number[] } & ({ name: string; area?: undefined } | { area: AreaRow })

interface Reshaping {
  act: 'SPLIT' | 'MERGER'
  from: Day
  reason: string
  parts: readonly Part[]
  origins: readonly DelimitationRow[]
  closing: readonly AreaRow[]
  /** Of the new areas. */
  districtId: number | null
}

/** Closes the old ones, makes the new ones and delimits them all: the history as a whole is asked, not its parts. */
async function reshape(tx: Tx, actor: Actor, places: Places, given: Reshaping): Promise<Change<{ slugs: string[] }>> {
  const { act, from, reason, parts, closing, districtId } = given
  const to = dayBefore(from)
  const events: NewEvent[] = []
  const areas = places.areas.map(area => (closing.some(({ id }) => id === area.id) ? { ...area, to } : area))
  for (const { id, name } of closing) {
    await tx.housingArea.update({ where: { id }, data: { to, version: { increment: 1 } } })
    events.push(event('housingAreaClosed', 'housingArea', id, { before: { to: null }, after: { name, to } }))
  }
  const shaped: { areaId: number; slug: string; estates: readonly number[] }[] = []
  for (const part of parts) {
    if (part.area) shaped.push({ areaId: part.area.id, slug: part.area.slug, estates: part.estates })
    else {
      const made = await storeArea(tx, actor, { ...places, areas }, { name: part.name, districtId, from })
      areas.push({ ...made.row, name: part.name, from, to: null, version: 1 })
      shaped.push({ areaId: made.row.id, slug: made.row.slug, estates: part.estates })
      events.push(...made.events)
    }
  }
  refuseAll(
    proposedFaults(
      places,
      shaped.map(({ areaId, estates }) => ({ areaId, from, estates })),
      areas,
    ),
  )
  const origins = given.origins.map(({ id }) => id)
  for (const { areaId, estates } of shaped)
    await storeDelimitation(tx, actor, { areaId, from, act, reason, correctsId: null, estates, origins })
  return { result: { slugs: shaped.map(({ slug }) => slug) }, events }
}
