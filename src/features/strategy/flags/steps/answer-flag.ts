import type { Actor } from '../../../../access/actor.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import type { Tx } from '../../../../database/write.ts'
import { type Instant, longDay } from '../../../../kernel/days.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
import { placesOn, readPlaces } from '../../../ground/places/index.ts'
import { flagWay } from '../flag-steps.ts'
import { themeNames } from '../labels.ts'
import { loadFlag } from '../load-flag.ts'
import { columnsOf, type PlaceRef } from '../place-ref.ts'
import { readAtPlace } from '../queries.ts'
import { storeStep } from './take-step.ts'

/** Flags on an area, or on an estate in it, that an assessment of the area can be the outcome of. */
export function answerableFlags(actor: Actor, areaId: number): { number: string; text: string }[] {
  const estates = placesOn(readPlaces(actor.database), actor.today).areas.get(areaId)?.estates ?? []
  const places: PlaceRef[] = [
    { level: 'area', id: areaId },
    ...estates.map(({ id }): PlaceRef => ({ level: 'estate', id })),
  ]
  return places
    .flatMap(place => readAtPlace(actor, columnsOf(place)))
    .filter(({ state }) => flagWay.transitionOf('ASSESS', state))
    .map(({ number, place, theme, raisedOn }) => ({
      number,
      text: `${number}: ${place}, ${themeNames[theme].toLowerCase()} (${longDay(raisedOn)})`,
    }))
}

/**
 * The assessment is the flag's outcome, in the transaction that registers it; what is in the way is told at its field.
 * @param text what the flag's own history says of it
 */
export async function answerFlagIn(
  tx: Tx,
  actor: Actor,
  at: Instant,
  { number, field, text }: { number: string; field: string; text: string },
): Promise<{ objections: Objection[]; flagId: number; take(): Promise<NewEvent[]> }> {
  const flag = await loadFlag(tx, actor, number)
  const verdict = flagWay.judge('ASSESS', flag.facts)
  return {
    objections: verdict.allowed ? [] : verdict.objections.map(({ sentence }) => objection(sentence, field)),
    flagId: flag.id,
    async take() {
      await storeStep(tx, actor, at, { flagId: flag.id, kind: 'ASSESS', text })
      return [event('flagAssessed', 'flag', flag.id, { after: { text, until: null, joinedTo: null } })]
    },
  }
}
