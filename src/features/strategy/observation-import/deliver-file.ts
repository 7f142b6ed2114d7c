import { setImmediate as turn } from 'node:timers/promises'
import type { Actor } from '../../../access/actor.ts'
import { requireRight } from '../../../access/policy.ts'
import { write } from '../../../database/write.ts'
import { objection } from '../../../kernel/objection.ts'
import { brokenRule, refuseAll } from '../../../kernel/refusal.ts'
import { plural } from '../../../kernel/text.ts'
import { deliverIn, type ObservationDraft, type PlaceRef, readIndicators } from '../knowledge/index.ts'
import { saveMappings } from './mapping/saved-mappings.ts'
import { isJudged } from './waiting/judge-rows.ts'
import { storablesIn } from './waiting/outcome.ts'
import { discard, partsOf, type WaitingFile } from './waiting/waiting-files.ts'

export interface FileDelivery {
  source: string
  supplier: string
  note: string
  /** Why figures are corrected; asked for where any are. */
  reason: string
  /** That the rejected rows are left out is known; asked for where there are any. */
  without: boolean
  /** The judgement that was shown. */
  shown: string
}

export interface DeliveredFile {
  deliveryId: number | null
  stored: number
  corrected: number
}

const otherwise = 'Noget er ændret i portalen, siden rækkerne blev bedømt. Intet er gemt. Se rækkerne igennem igen.'

/**
 * R36, R37: takes in the figures of a file that was judged, all of them or none; what its columns told is kept for the
 * next one. Rejected rows are left out, and it is told how many.
 * @throws Refusal where what was shown is not what would happen by now
 */
export async function deliverFile(actor: Actor, waiting: WaitingFile, given: FileDelivery): Promise<DeliveredFile> {
  requireRight(actor, 'keepIndicators')
  const { outcome, mapping, sheets, id } = waiting
  if (!outcome || !mapping || outcome.hash !== given.shown || !isJudged(actor, waiting)) throw brokenRule(otherwise)
  const { counts, corrections } = outcome
  const stored = counts.ready + counts.corrected + counts.warned
  refuseAll([
    given.source === '' ? objection('Skriv, hvor tallene kommer fra.', 'source') : null,
    corrections > 0 && given.reason === '' ? objection('Skriv, hvorfor tal rettes.', 'reason') : null,
    counts.rejected > 0 && !given.without
      ? objection('Bekræft, at de afviste rækker udelades, eller ret dem i filen først.', 'without')
      : null,
    stored === 0 ? objection('Der er intet nyt at indlæse i filen.') : null,
  ])
  const rows = await draftsIn(actor, partsOf(actor.database, id).outcome)
  const done = await write(actor, async tx => {
    const note = [
      given.note,
      counts.rejected > 0 ? `${plural(counts.rejected, 'række', 'rækker')} blev afvist og er ikke med.` : '',
    ]
    const { result, events } = await deliverIn(
      tx,
      actor,
      {
        ...{ name: waiting.name, fileHash: waiting.hash, source: given.source, supplier: given.supplier },
        ...{ note: note.filter(Boolean).join(' '), correctionReason: given.reason },
      },
      rows,
    )
    const found = result.counts
    if (found.NEW + found.CORRECTION !== stored || found.CORRECTION !== corrections) throw brokenRule(otherwise)
    const mapped = await saveMappings(tx, actor, { sheets, mapping, source: given.source, supplier: given.supplier })
    return {
      result: { deliveryId: result.deliveryId, stored, corrected: corrections },
      events: [...events, ...mapped],
    }
  })
  await discard(actor.database, id)
  return done
}

/** Others are answered between the portions. */
async function draftsIn(actor: Actor, outcome: string): Promise<ObservationDraft[]> {
  const decimals = new Map(readIndicators(actor.database).map(({ newest }) => [newest.id, newest.decimals]))
  const rows: ObservationDraft[] = []
  for (const some of storablesIn(outcome, 2_000)) {
    await turn()
    for (const { versionId, place, year, value, numerator, denominator, missing } of some)
      rows.push({
        ...{ versionId, year, numerator, denominator, missing, place: placeRefOf(place) },
        value:
          value === null
            ? null
            : Number((value / 10 ** (decimals.get(versionId) ?? 0)).toFixed(decimals.get(versionId) ?? 0)),
      })
  }
  return rows
}

function placeRefOf(key: string): PlaceRef {
  const [level, id] = key.split(' ')
  return id === undefined ? ({ level } as PlaceRef) : ({ level, id: Number(id) } as PlaceRef)
}
