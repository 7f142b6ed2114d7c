import { type Day, longDay } from '../../../../kernel/days.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
import { type DecisionState, stands } from '../decision-state.ts'

/** When a meeting is held. */
export interface Held {
  day: Day
  /** »14:30«. */
  startsAt: string
}

export interface EarlierFacts {
  number: string
  state: DecisionState
  meeting: Held
}

/**
 * Why a decision of this meeting cannot reverse or replace another of the same body; null: it can. What was decided last
 * stands (§7): a decision that is entered late belongs to the day of its meeting, and that meeting knew nothing of one
 * that came after it. Of the same meeting, each may replace what was decided before it.
 */
export function whyNotReplaceable(earlier: EarlierFacts, meeting: Held): Objection | null {
  if (!stands(earlier))
    return no(`Beslutning ${earlier.number} gælder ikke længere og kan derfor ikke omgøres eller erstattes.`)
  if (!isAfter(earlier.meeting, meeting)) return null
  return no(
    `Beslutning ${earlier.number} er truffet på et møde, der blev afholdt efter dette, nemlig den ${longDay(earlier.meeting.day)}. Den kan kun omgøres eller erstattes på det møde eller et senere. Registrér denne beslutning uden at omgøre eller erstatte den anden.`,
  )
}

const no = (sentence: string): Objection => objection(sentence, 'replacesNumber')

const isAfter = (one: Held, other: Held): boolean =>
  one.day > other.day || (one.day === other.day && one.startsAt > other.startsAt)
