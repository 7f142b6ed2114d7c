import type { Actor } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { write } from '../../../../database/write.ts'
import { objection } from '../../../../kernel/objection.ts'
import { Conflict, notFound, refuseAll } from '../../../../kernel/refusal.ts'
import { type MissingKind, type PlaceRef, placeKey } from '../figures/figure.ts'
import { numberText } from '../indicators/indicator-rules.ts'
import { readIndicatorsIn } from '../indicators/queries.ts'
import { missingNames } from '../labels.ts'
import { deliverIn } from './deliver.ts'
import { judgeRow, type ObservationDraft, standingKey } from './judge-rows.ts'
import { placeNameIn } from './place-name.ts'
import { readStandingIn } from './read-standing.ts'

export interface EnteredValue {
  indicator: string
  place: PlaceRef
  year: number
  /** In the indicator's unit; null: it is missing. */
  value: number | null
  missing?: MissingKind | null
  numerator?: number | null
  denominator?: number | null
  source: string
  /** The figure that this one corrects, as the form showed it; null: none was there. */
  corrects: number | null
  /** Why it is corrected. */
  reason: string
}

/**
 * A year's figure for a place, typed with its source. One that is corrected stays beside it, with who and when.
 * @throws Conflict when somebody else has corrected the same meanwhile
 */
export const enterValue = (actor: Actor, given: EnteredValue): Promise<{ corrected: boolean }> =>
  write(actor, async tx => {
    requireRight(actor, 'keepIndicators')
    const { corrects, reason, source, place, year } = given
    const indicator = (await readIndicatorsIn(tx)).find(({ slug }) => slug === given.indicator)
    if (!indicator) throw notFound()
    const { decimals } = indicator
    const row: ObservationDraft = {
      ...{ versionId: indicator.newest.id, place, year, value: given.value, missing: given.missing ?? null, reason },
      ...{ numerator: given.numerator ?? null, denominator: given.denominator ?? null },
    }
    const context = await readStandingIn(tx, [row], actor.today)
    const standing = context.figures.get(standingKey(row.versionId, placeKey(place), year))
    const told = (one: { value: number | null; missing: MissingKind | null }) =>
      one.value === null ? missingNames[one.missing ?? 'NOT_COLLECTED'] : numberText(one.value, decimals)
    const now = !standing ? '' : standing.withheld ? withheldText : told(standing)
    if (standing && corrects !== null && standing.id !== corrects)
      throw new Conflict({ value: now, source: await sourceOf(tx, standing.deliveryId) }, standing.id)
    const verdict = judgeRow(row, context, new Set())
    const placeName = await placeNameIn(tx, place)
    const unchanged =
      verdict.kind === 'UNCHANGED' && corrects !== null && (await sourceOf(tx, verdict.standing.deliveryId)) === source
    refuseAll([
      standing && corrects === null
        ? objection(`Der er allerede registreret ${now} for ${placeName} i ${year}. Ret den værdi i stedet.`, 'year')
        : null,
      ...(verdict.kind === 'REFUSED' ? verdict.objections : []),
      corrects !== null && reason === '' ? objection('Skriv, hvorfor værdien rettes.', 'reason') : null,
      unchanged ? objection('Værdien er den samme som før. Ret den, før du gemmer.', 'value') : null,
    ])
    const delivery = { name: '', fileHash: null, source, supplier: indicator.supplier, note: '' }
    await deliverIn(tx, actor, delivery, [row], { always: true })
    const after = { place: placeName, year, value: told({ value: row.value, missing: row.missing ?? null }), source }
    return {
      result: { corrected: standing !== undefined },
      events: [
        standing
          ? event('valueCorrected', 'indicator', indicator.id, { before: { value: now }, after: { ...after, reason } })
          : event('valueEntered', 'indicator', indicator.id, { after }),
      ],
    }
  })

/** What stands and is hidden is not told by a refusal either. */
const withheldText = 'et tal, der er skjult af diskretionshensyn,'

const sourceOf = async (tx: Parameters<typeof deliverIn>[0], deliveryId: number): Promise<string> =>
  (await tx.observationDelivery.findUniqueOrThrow({ where: { id: deliveryId } })).source
