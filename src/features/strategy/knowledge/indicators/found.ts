import type { Actor } from '../../../../access/actor.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { indicatorPath, indicatorsPath } from '../paths.ts'
import { findIndicator, type IndicatorRow, readIndicators } from './queries.ts'
import { readsIndicator } from './visible.ts'

/** All that this reader may see, by name. */
export const indicatorsFor = (actor: Actor): IndicatorRow[] =>
  readIndicators(actor.database).filter(indicator => readsIndicator(actor, indicator))

/** @throws Refusal when there is none with that address that the reader may see */
export function foundIndicator(actor: Actor, slug: string): IndicatorRow {
  const found = findIndicator(actor.database, slug)
  if (!found || !readsIndicator(actor, found)) throw notFound()
  return found
}

export const crumbsOf = ({ name, slug }: IndicatorRow, ...after: { text: string; href?: string }[]) => [
  { text: 'Indikatorer', href: indicatorsPath },
  { text: name, ...(after.length > 0 && { href: indicatorPath(slug) }) },
  ...after,
]
