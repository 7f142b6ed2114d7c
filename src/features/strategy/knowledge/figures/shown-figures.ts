import type { Actor } from '../../../../access/actor.ts'
import { readIndicators } from '../indicators/queries.ts'
import { readsIndicator } from '../indicators/visible.ts'
import type { RawFigure } from './figure.ts'

declare const passed: unique symbol

/** A figure that has passed what decides whether it may be shown: only these are printed. */
export interface ShownFigure extends RawFigure {
  /** Kept back, since it would tell of few people (diskretionering): value, numerator and denominator are null. */
  hidden: boolean
  readonly [passed]: true
}

/**
 * The one door of all figures on their way to a page, a picture or a file: what this reader may see of them. Those of an
 * indicator that is for the parties alone are left out for everybody else.
 */
export function shownFigures(actor: Actor, figures: readonly RawFigure[]): ShownFigure[] {
  const read = new Set(
    readIndicators(actor.database)
      .filter(indicator => readsIndicator(actor, indicator))
      .map(({ id }) => id),
  )
  return figures.filter(({ indicatorId }) => read.has(indicatorId)).map(shown)
}

/** What was decided with the delivery holds for every reader (§5, with discretion): nothing of its numbers goes on. */
const shown = (figure: RawFigure): ShownFigure =>
  (figure.withheld
    ? { ...figure, value: null, numerator: null, denominator: null, missing: null, hidden: true }
    : { ...figure, hidden: false }) as ShownFigure
