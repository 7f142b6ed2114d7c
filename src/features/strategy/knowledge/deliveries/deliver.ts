import { setImmediate as turn } from 'node:timers/promises'
import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import type { Database } from '../../../../database/database.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import { rowReaderIn } from '../../../../database/reader.ts'
import { type Tx, write } from '../../../../database/write.ts'
import type { Day } from '../../../../kernel/days.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import { decideDelivery } from '../discretion/decide-delivery.ts'
import { type PlaceRef, placeKey } from '../figures/figure.ts'
import { stepsOf } from '../indicators/indicator-rules.ts'
import { judgeRow, type ObservationDraft, type RowVerdict, type Standing } from './judge-rows.ts'
import { readPlaceIds, readStanding, readStandingIn } from './read-standing.ts'
import { hashOn, noRows, portion, type SealedRow } from './rows-hash.ts'

/** What comes together: a file, or figures that somebody typed. */
export interface DeliveryDraft {
  /** The file's; empty: typed. */
  name: string
  fileHash: string | null
  /** Where the figures stand. */
  source: string
  /** Who delivered them. */
  supplier: string
  note: string
  /** Why figures are corrected by it, where a row gives no reason of its own. */
  correctionReason?: string
}

export interface Delivered {
  /** Null: every row stood there already, and nothing was stored. */
  deliveryId: number | null
  verdicts: RowVerdict[]
  counts: DeliveryCounts
}

export type DeliveryCounts = Record<RowVerdict['kind'], number>

export function countsOf(verdicts: readonly RowVerdict[]): DeliveryCounts {
  const counts: DeliveryCounts = { NEW: 0, UNCHANGED: 0, CORRECTION: 0, REFUSED: 0 }
  for (const { kind } of verdicts) counts[kind] += 1
  return counts
}

/** What each row would do if all were delivered now: nothing is stored. In the rows' order. */
export async function judgeObservations(
  database: Database,
  rows: readonly ObservationDraft[],
  today: Day,
): Promise<RowVerdict[]> {
  return judgeAll(rows, await readStanding(database, rows, today))
}

/**
 * R36: takes many figures in at once, all of them or none. What stands already changes nothing; what is otherwise stands
 * beside it as a correction.
 * @throws Refusal when a row is refused, with the first of the sentences
 */
export const deliverObservations = (
  actor: Actor,
  delivery: DeliveryDraft,
  rows: readonly ObservationDraft[],
): Promise<Delivered> =>
  write(actor, async tx => {
    requireRight(actor, 'keepIndicators')
    return deliverIn(tx, actor, delivery, rows)
  })

/**
 * The same within an act's own transaction, which has asked for the right.
 * @param always also what stands there already is stored, as a correction: its source is another
 */
export async function deliverIn(
  tx: Tx,
  actor: Actor,
  delivery: DeliveryDraft,
  rows: readonly ObservationDraft[],
  { always = false }: { always?: boolean } = {},
): Promise<{ result: Delivered; events: NewEvent[] }> {
  const standing = await readStandingIn(tx, rows, actor.today)
  const verdicts = await judgeAll(rows, standing)
  const counts = countsOf(verdicts)
  const refused = verdicts.findIndex(({ kind }) => kind === 'REFUSED')
  if (refused !== -1) throw refusedRow(verdicts[refused], refused)
  const stored = rows.flatMap((row, at) => {
    const verdict = verdicts[at]
    if (!verdict || verdict.kind === 'REFUSED' || (verdict.kind === 'UNCHANGED' && !always)) return []
    return [{ row, corrects: verdict.kind === 'NEW' ? null : verdict.standing }]
  })
  if (stored.length === 0) return { result: { deliveryId: null, verdicts, counts }, events: [] }
  const placeIds = await withPlaces(
    tx,
    stored.map(({ row }) => row.place),
    standing.placeIds,
  )
  const { correctionReason, ...facts } = delivery
  const sealedOf = ({ row, corrects }: (typeof stored)[number]): SealedRow => {
    const correctsId = corrects?.id ?? null
    return [
      row.versionId,
      placeIds.get(placeKey(row.place)) ?? 0,
      row.year,
      row.value === null ? null : stepsOf(row.value, standing.versions.get(row.versionId)?.decimals ?? 0),
      row.numerator ?? null,
      row.denominator ?? null,
      row.missing ?? null,
      correctsId,
      correctsId === null ? '' : row.reason || correctionReason || reasonOf(delivery),
    ]
  }
  const portions: SealedRow[][] = []
  let rowsHash = noRows
  for (let from = 0; from < stored.length; from += portion) {
    const some = stored.slice(from, from + portion).map(sealedOf)
    rowsHash = hashOn(rowsHash, some)
    portions.push(some)
    if (portions.length % 8 === 0) await turn()
  }
  const { id } = await tx.observationDelivery.create({
    data: { ...facts, rows: stored.length, rowsHash, byId: personIdOf(actor), at: actor.at },
  })
  await store(tx, id, portions)
  await decideDelivery(tx, id, actor.at)
  const after = { name: delivery.name, supplier: delivery.supplier, new: counts.NEW, corrected: counts.CORRECTION }
  return {
    result: { deliveryId: id, verdicts, counts },
    events: [event('observationsDelivered', 'observationDelivery', id, { after })],
  }
}

const reasonOf = ({ name, source }: DeliveryDraft): string =>
  name === '' ? `Ny opgørelse: ${source}` : `Ny levering: ${name}`

function refusedRow(verdict: RowVerdict | undefined, at: number) {
  const [first] = verdict?.kind === 'REFUSED' ? verdict.objections : []
  return brokenRule(`Række ${at + 1}: ${first?.sentence ?? ''}`, first?.field)
}

/** Others are answered after each portion: tens of thousands of rows are judged. */
async function judgeAll(rows: readonly ObservationDraft[], standing: Standing): Promise<RowVerdict[]> {
  const seen = new Set<string>()
  const verdicts: RowVerdict[] = []
  for (const [at, row] of rows.entries()) {
    verdicts.push(judgeRow(row, standing, seen))
    if (at % 4000 === 3999) await turn()
  }
  return verdicts
}

/** The numbers of the places, of which those that figures are told of for the first time are added. */
async function withPlaces(
  tx: Tx,
  places: readonly PlaceRef[],
  known: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, number>> {
  const added = new Map(
    places.map(place => [placeKey(place), place]).filter(([key]) => !known.has(key as string)) as [string, PlaceRef][],
  )
  if (added.size === 0) return known
  await tx.measuredPlace.createMany({
    data: [...added.values()].map(({ level, id }) => ({
      level,
      estateId: level === 'ESTATE' ? (id ?? null) : null,
      areaId: level === 'AREA' ? (id ?? null) : null,
      districtId: level === 'DISTRICT' ? (id ?? null) : null,
    })),
  })
  return readPlaceIds(rowReaderIn(tx))
}

async function store(tx: Tx, deliveryId: number, portions: readonly SealedRow[][]): Promise<void> {
  const cells = Array.from({ length: 9 }, (_, at) => `value ->> ${at}`).join(', ')
  for (const some of portions)
    await tx.$executeRawUnsafe(
      `INSERT INTO Observation (versionId, placeId, year, value, numerator, denominator, missing, correctsId, reason, deliveryId)
       SELECT ${cells}, ${deliveryId} FROM json_each(?) ORDER BY key`,
      JSON.stringify(some),
    )
}
