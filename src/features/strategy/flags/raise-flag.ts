import { type Actor, personIdOf } from '../../../access/actor.ts'
import { requireRight } from '../../../access/policy.ts'
import { requireStep } from '../../../access/steps.ts'
import { event } from '../../../database/events.ts'
import { nextNumber, type Tx, write } from '../../../database/write.ts'
import { type Day, yearOf } from '../../../kernel/days.ts'
import { Conflict, forbidden, refuseAll } from '../../../kernel/refusal.ts'
import { readPlacesIn } from '../../ground/places/index.ts'
import { flagObjections } from './flag-rules.ts'
import { flagWay } from './flag-steps.ts'
import { guardIn } from './guarded-text.ts'
import type { FlagSource, FlagTheme, FlagUrgency } from './labels.ts'
import { loadFlag } from './load-flag.ts'
import { columnsOf, type PlaceRef, placeNamed, placeOfKey } from './place-ref.ts'

export interface FlagDraft {
  /** »omraade-12« */
  place: string
  seenOn: Day
  source: FlagSource
  theme: FlagTheme
  reason: string
  urgency: FlagUrgency
  /** What looks like names in it is none of people. */
  namesArePlaces: boolean
}

/** R39: anyone of an organisation or a department points out a place; both sides read it at once. */
export const raiseFlag = (actor: Actor, draft: FlagDraft): Promise<{ number: string }> =>
  write(actor, async (tx, at) => {
    requireRight(actor, 'raiseFlag')
    if (!actor.person) throw forbidden('brugere, der er logget ind,')
    const columns = await columnsIn(tx, actor, draft)
    const year = yearOf(actor.today)
    const number = `${year}-${await nextNumber(tx, 'flag', year)}`
    const flag = await tx.flag.create({
      data: {
        ...{ number, ...columns, raisedOn: actor.today, raisedAt: at },
        ...{ personId: personIdOf(actor), organisationId: actor.person.organisationId },
      },
    })
    const after = { number, ...columns }
    return { result: { number }, events: [event('flagRaised', 'flag', flag.id, { after })] }
  })

/** Whoever raised it puts it right, until it has been acknowledged. */
export const correctFlag = (actor: Actor, input: FlagDraft & { number: string; version: number }): Promise<void> =>
  write(actor, async tx => {
    const flag = await loadFlag(tx, actor, input.number)
    requireStep(flagWay, actor, 'CORRECT', flag.facts)
    const { areaId, estateId, districtId, seenOn, source, theme, reason, namesOf, urgency } = flag
    const before = { areaId, estateId, districtId, seenOn, source, theme, reason, namesOf, urgency }
    if (flag.version !== input.version) throw new Conflict({ seenOn, source, theme, reason, urgency }, flag.version)
    const after = await columnsIn(tx, actor, input)
    await tx.flag.update({ where: { id: flag.id }, data: { ...after, version: { increment: 1 } } })
    return { result: undefined, events: [event('flagCorrected', 'flag', flag.id, { before, after })] }
  })

async function columnsIn(tx: Tx, actor: Actor, draft: FlagDraft) {
  const ref = placeOfKey(draft.place)
  const places = await readPlacesIn(tx)
  const place = ref ? placeNamed(places, ref) : undefined
  const { reason, namesArePlaces, seenOn, source, theme, urgency } = draft
  const guarded = await guardIn(tx, { field: 'reason', text: reason, namesArePlaces })
  refuseAll([...flagObjections({ place, seenOn }, actor.today), ...guarded.objections])
  const namesOf = guarded.names.join(', ')
  return { ...columnsOf(ref as PlaceRef), seenOn, source, theme, reason, urgency, namesOf }
}
