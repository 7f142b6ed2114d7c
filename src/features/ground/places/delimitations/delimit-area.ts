import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { type Tx, write } from '../../../../database/write.ts'
import type { Day } from '../../../../kernel/days.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
import { notFound, refuseAll } from '../../../../kernel/refusal.ts'
import { openArea } from '../areas/keep-area.ts'
import type { DelimitationRow, Places } from '../read-places.ts'
import { delimitationFaults, periodsOf } from './delimitation-rules.ts'

export interface DelimitationDraft {
  from: Day
  estates: readonly number[]
  reason: string
}

/** The estates that the area consists of from a day on. What stood before stays, and ends the day before. */
export const delimitArea = (actor: Actor, given: DelimitationDraft & { areaId: number }): Promise<void> =>
  write(actor, async tx => {
    requireRight(actor, 'manageOwnSide')
    const { areaId, from, estates, reason } = given
    const { area, places } = await openArea(tx, areaId)
    const own = periodsOf(area, places.delimitations)
    const before = own.findLast(({ row }) => row.from <= from)?.row
    refuseAll([...proposedFaults(places, [{ areaId, from, estates }]), sameFault(before, estates)])
    const act = before ? 'CHANGE' : 'FIRST'
    await storeDelimitation(tx, actor, { areaId, from, act, reason, estates, correctsId: null, origins: [] })
    const change = { before: told(places, before), after: { ...told(places, { from, estates }), reason } }
    return { result: undefined, events: [event('housingAreaDelimited', 'housingArea', areaId, change)] }
  })

/** A mistaken one is replaced by another, which says why and points back at it; it stays readable. */
export const correctDelimitation = (
  actor: Actor,
  given: DelimitationDraft & { areaId: number; id: number },
): Promise<void> =>
  write(actor, async tx => {
    requireRight(actor, 'manageOwnSide')
    const { areaId, id, from, estates, reason } = given
    const { area, places } = await openArea(tx, areaId)
    const own = periodsOf(area, places.delimitations)
    const at = own.findIndex(({ row }) => row.id === id)
    const mistaken = own[at]?.row
    if (!mistaken) throw notFound('Afgrænsningen er rettet af en anden. Se områdets afgrænsninger igen.')
    const between = placeFault(from, own[at - 1]?.row.from, own[at + 1]?.row.from)
    const same = from === mistaken.from ? sameFault(mistaken, estates) : null
    refuseAll([between, ...proposedFaults(places, [{ areaId, from, estates, correctsId: id }]), same])
    const { origins } = mistaken
    await storeDelimitation(tx, actor, { areaId, from, act: 'CORRECTION', reason, estates, correctsId: id, origins })
    const change = { before: told(places, mistaken), after: { ...told(places, { from, estates }), reason } }
    return { result: undefined, events: [event('delimitationCorrected', 'housingArea', areaId, change)] }
  })

/** A correction stands where the mistaken one stood, between its neighbours. */
function placeFault(from: Day, before: Day | undefined, after: Day | undefined): Objection | null {
  if ((before === undefined || from > before) && (after === undefined || from < after)) return null
  return objection(
    'Vælg en dag mellem den forrige og den næste afgrænsning. Skal en af dem ændres, så ret den selv.',
    'from',
  )
}

const sameFault = (before: DelimitationRow | undefined, estates: readonly number[]): Objection | null =>
  before && before.estates.length === estates.length && before.estates.every(id => estates.includes(id))
    ? objection('Området består allerede af netop de afdelinger den dag.', 'estates')
    : null

export interface ProposedDelimitation {
  areaId: number
  from: Day
  estates: readonly number[]
  correctsId?: number
}

/** What would be wrong if they stood besides what stands. @param areas with other days than they have now */
export function proposedFaults(
  places: Places,
  proposed: readonly ProposedDelimitation[],
  areas: Places['areas'] = places.areas,
): Objection[] {
  const last = Math.max(0, ...places.delimitations.map(({ id }) => id))
  const rows = proposed.map((row, at) => ({ ...row, id: last + 1 + at, correctsId: row.correctsId ?? null }))
  return delimitationFaults(areas, places.estates, [...places.delimitations, ...rows])
}

export async function storeDelimitation(
  tx: Tx,
  actor: Actor,
  given: Pick<DelimitationRow, 'areaId' | 'from' | 'act' | 'reason' | 'correctsId'> & {
    estates: readonly number[]
    origins: readonly number[]
  },
): Promise<void> {
  const { estates, origins, ...data } = given
  await tx.areaDelimitation.create({
    data: {
      ...data,
      byId: personIdOf(actor),
      at: actor.at,
      estates: { create: [...new Set(estates)].map(estateId => ({ estateId })) },
      origins: { create: origins.map(originId => ({ originId })) },
    },
  })
}

/** In an event: its day, and its estates by name. */
function told(places: Places, row: { from: Day; estates: readonly number[] } | undefined) {
  if (!row) return null
  const names = new Map(places.estates.map(({ id, number, name }) => [id, `${number} ${name}`]))
  return { from: row.from, estates: row.estates.map(id => names.get(id) ?? '') }
}
