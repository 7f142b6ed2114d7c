import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { type Change, type Tx, write } from '../../../../database/write.ts'
import { type Instant, yearOf } from '../../../../kernel/days.ts'
import { formatKroner, type Oere, oere } from '../../../../kernel/money.ts'
import { brokenRule, Conflict, notFound, refuseAll } from '../../../../kernel/refusal.ts'
import { type HomeType, homeTypeNames, type Places, placesOn, readPlacesIn } from '../../../ground/places/index.ts'
import { stockDay } from '../balance/read-stock.ts'
import type { Cause } from './labels.ts'
import { vacancyObjections } from './vacancy-rules.ts'

export interface VacancyCount {
  vacant: number
  /** In øre for the whole year; null: not told. */
  rentLoss: Oere | null
  cause: Cause | null
  measures: string
  origin: string
}

export interface VacancyDraft extends VacancyCount {
  estateId: number
  year: number
  type: HomeType
}

/** The yearly count: how many homes of a type stood empty in an estate, what rent was lost, and why. */
export const countVacant = (actor: Actor, draft: VacancyDraft): Promise<{ id: number }> =>
  write(actor, async (tx, at) => {
    const { estateId, year, type } = draft
    const twin = await tx.vacantHomes.findUnique({ where: { estateId_year_type: { estateId, year, type } } })
    if (twin)
      throw brokenRule(
        `Ledige ${homeTypeNames[type].many} i afdelingen er allerede registreret for ${year}. Ret tallet i stedet.`,
        'year',
      )
    return countVacantIn(tx, actor, draft, await readPlacesIn(tx), at)
  })

/** @throws Refusal with all that is wrong at once */
export async function countVacantIn(
  tx: Tx,
  actor: Actor,
  draft: VacancyDraft,
  places: Places,
  at: Instant,
): Promise<Change<{ id: number }>> {
  requireRight(actor, 'keepNeed')
  refuseWrong(actor, draft, places)
  const { estateId, year, type } = draft
  const counted = columnsOf(draft)
  const row = await tx.vacantHomes.create({
    data: { ...{ estateId, year, type }, ...counted, byId: personIdOf(actor), at },
  })
  const after = { estateId, year, type, ...shown(draft) }
  return { result: { id: row.id }, events: [event('vacancyCounted', 'vacantHomes', row.id, { after })] }
}

/** A count is put right; the estate, the year and the type are what it is of. What stood before stays in the log. */
export const correctVacancy = (actor: Actor, input: VacancyCount & { id: number; version: number }): Promise<void> =>
  write(actor, async (tx, at) => correctVacancyIn(tx, actor, input, await readPlacesIn(tx), at))

export async function correctVacancyIn(
  tx: Tx,
  actor: Actor,
  input: VacancyCount & { id: number; version: number },
  places: Places,
  at: Instant,
): Promise<Change<undefined>> {
  requireRight(actor, 'keepNeed')
  const row = await tx.vacantHomes.findUnique({ where: { id: input.id } })
  if (!row) throw notFound('Tallet findes ikke.')
  const before = shown({
    ...{ vacant: row.vacant, rentLoss: row.rentLoss === null ? null : oere(row.rentLoss) },
    ...{ cause: (row.cause || null) as Cause | null, measures: row.measures, origin: row.source },
  })
  if (row.version !== input.version) throw new Conflict(before, row.version)
  const { estateId, year } = row
  refuseWrong(actor, { ...input, estateId, year, type: row.type as HomeType }, places)
  await tx.vacantHomes.update({
    where: { id: row.id },
    data: { ...columnsOf(input), byId: personIdOf(actor), at, version: { increment: 1 } },
  })
  const told = event('vacancyCorrected', 'vacantHomes', row.id, { before, after: shown(input) })
  return { result: undefined, events: [told] }
}

function refuseWrong(actor: Actor, draft: VacancyDraft, places: Places): void {
  const thisYear = yearOf(actor.today)
  const { estateId, year, type, vacant, rentLoss, cause, measures, origin } = draft
  const known = year >= 1900 && year <= thisYear
  const then = placesOn(places, known ? stockDay(year, thisYear, actor.today) : actor.today).estates.get(estateId)
  const facts = { year, type, vacant, rentLoss, cause, measures, source: origin, estate: then }
  refuseAll(vacancyObjections(facts, thisYear))
}

const columnsOf = ({ vacant, rentLoss, cause, measures, origin }: VacancyCount) => ({
  ...{ vacant, rentLoss: rentLoss === null ? null : BigInt(rentLoss), cause: cause ?? '', measures, source: origin },
})

/** As a form and the log of events show it. */
const shown = ({ vacant, rentLoss, cause, measures, origin }: VacancyCount): Record<string, string> => ({
  ...{ vacant: String(vacant), rentLoss: rentLoss === null ? '' : formatKroner(rentLoss), cause: cause ?? '' },
  ...{ measures, origin },
})
