import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { yearOf } from '../../../../kernel/days.ts'
import { hasEnded } from '../../../../kernel/periods.ts'
import { Conflict, notFound, refuseAll } from '../../../../kernel/refusal.ts'
import { placesOn, readPlacesIn } from '../../../ground/places/index.ts'
import type { ChangeKind, ChangeState } from '../balance/balance-rules.ts'
import { changeObjections } from './change-rules.ts'

export interface ChangeDraft {
  name: string
  kind: ChangeKind
  districtId: number
  estateId: number | null
  year: number
  state: ChangeState
  family: number
  youth: number
  elderly: number
  other: number
  origin: string
}

/** Homes that are planned, or that go: counted into the years ahead until it is done or given up. */
export const tellChange = (actor: Actor, draft: ChangeDraft): Promise<{ id: number }> =>
  write(actor, async (tx, at) => {
    requireRight(actor, 'keepNeed')
    await refuseWrong(tx, actor, draft, null)
    const after = columnsOf(draft)
    const { id } = await tx.stockChange.create({ data: { ...after, byId: personIdOf(actor), at } })
    return { result: { id }, events: [event('stockChangeTold', 'stockChange', id, { after })] }
  })

/** What stood before stays in the log. */
export const correctChange = (actor: Actor, input: ChangeDraft & { id: number; version: number }): Promise<void> =>
  write(actor, async (tx, at) => {
    requireRight(actor, 'keepNeed')
    const row = await tx.stockChange.findUnique({ where: { id: input.id } })
    if (!row) throw notFound('Ændringen findes ikke.')
    const { name, kind, districtId, estateId, year, state, family, youth, elderly, other, source } = row
    const before = { name, kind, districtId, estateId, year, state, family, youth, elderly, other, source }
    if (row.version !== input.version)
      throw new Conflict(textsOf({ ...before, origin: source, estateId: estateId ?? '' }), row.version)
    await refuseWrong(tx, actor, input, row)
    const after = columnsOf(input)
    const told = { ...after, byId: personIdOf(actor), at, version: { increment: 1 } }
    await tx.stockChange.update({ where: { id: row.id }, data: told })
    return { result: undefined, events: [event('stockChangeCorrected', 'stockChange', row.id, { before, after })] }
  })

const textsOf = (values: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))

async function refuseWrong(
  tx: Tx,
  actor: Actor,
  { name, origin, year, state, districtId, estateId, ...homes }: ChangeDraft,
  known: { districtId: number; estateId: number | null } | null,
): Promise<void> {
  const { districts, estates } = placesOn(await readPlacesIn(tx), actor.today)
  const district = districts.get(districtId)
  const estate = estateId === null ? null : estates.get(estateId)
  const facts = {
    ...{ name, source: origin, year, state },
    homes: { family: homes.family, youth: homes.youth, elderly: homes.elderly, other: homes.other },
    district: district && (!hasEnded(district, actor.today) || known?.districtId === districtId) ? district : undefined,
    estate: estate && { name: estate.name, districtId: estate.district?.id ?? null },
  }
  refuseAll(changeObjections(facts, yearOf(actor.today)))
}

const columnsOf = (draft: ChangeDraft) => ({
  ...{ name: draft.name, kind: draft.kind, districtId: draft.districtId, estateId: draft.estateId, year: draft.year },
  ...{ state: draft.state, family: draft.family, youth: draft.youth, elderly: draft.elderly, other: draft.other },
  source: draft.origin,
})
