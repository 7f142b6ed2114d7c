import type { WaitingLine, WaitingLines } from '../../../http/feature.ts'
import { type Day, daysBetween, longDay } from '../../../kernel/days.ts'
import { mandatePath } from './paths.ts'
import { mandatesToSee, type WaitingMandate } from './queries.ts'

export const mandatesWaiting: WaitingLines[] = [
  { order: 40, lines: actor => mandatesToSee(actor).map(row => lineOf(row, actor.today)) },
]

/** A draft waits for its protocol, and what runs out for its renewal: to keepers and both secretariats. */
const lineOf = ({ id, number, organisation, to }: WaitingMandate, today: Day): WaitingLine => ({
  text: to
    ? `Mandat ${number} for ${organisation} udløber den ${longDay(to)}`
    : `Vedhæft protokollen til mandat ${number} for ${organisation}`,
  href: mandatePath(id),
  by: null,
  urgent: to !== null && daysBetween(today, to) <= 14,
})
