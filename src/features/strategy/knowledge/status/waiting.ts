import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import type { WaitingLine, WaitingLines } from '../../../../http/feature.ts'
import { withQuery } from '../../../../http/pages/paging.ts'
import type { Day } from '../../../../kernel/days.ts'
import { compareDanish, listDanish } from '../../../../kernel/text.ts'
import { indicatorsFor } from '../indicators/found.ts'
import { statusPath } from '../paths.ts'
import { dueDayOf, missingYear } from './late-rules.ts'

/** R36: figures that should have come by now, a line for each who delivers them. */
export const lateFigures: WaitingLines[] = [{ order: 48, lines: lateLines }]

/** So many suppliers have a line of their own: the rest are read on the page. */
const most = 10
/** So many indicators are named in a line. */
const named = 2

function lateLines(actor: Actor): WaitingLine[] {
  if (!mayDo(actor, 'keepIndicators')) return []
  const bySupplier = new Map<string, { name: string; due: Day }[]>()
  for (const row of indicatorsFor(actor)) {
    const year = missingYear(row, actor.today)
    if (year === null) continue
    bySupplier.set(row.supplier, [
      ...(bySupplier.get(row.supplier) ?? []),
      { name: row.name, due: dueDayOf(row, year) },
    ])
  }
  return [...bySupplier]
    .map(([supplier, late]) => ({ supplier, late, due: late.map(({ due }) => due).sort()[0] ?? null }))
    .sort((one, other) => compareDanish(one.due ?? '', other.due ?? '') || compareDanish(one.supplier, other.supplier))
    .slice(0, most)
    .map(({ supplier, late, due }) => ({
      text: `Skaf forsinkede tal${supplier === '' ? '' : ` fra ${supplier}`}: ${namesOf(late.map(({ name }) => name))}`,
      ...{ href: withQuery(statusPath, { leverandoer: supplier }), by: due, urgent: false },
    }))
}

/** »Fraflytninger, Dømte og 3 andre« */
function namesOf(names: readonly string[]): string {
  const rest = names.length - named
  if (rest <= 1) return listDanish(names)
  return listDanish([...names.slice(0, named), `${rest} andre`])
}
