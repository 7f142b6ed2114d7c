import type { Actor } from '../../../../access/actor.ts'
import { daysBetween, longDay, shortDay } from '../../../../kernel/days.ts'
import { compareDanish, plural } from '../../../../kernel/text.ts'
import { indicatorsFor } from '../indicators/found.ts'
import { suppliersOf } from '../indicators/list-page.ts'
import type { IndicatorRow } from '../indicators/queries.ts'
import { indicatorPath, statusPath } from '../paths.ts'
import { knowledgeTabs } from '../tabs.ts'
import { dueDayOf, missingYear, nextYear } from './late-rules.ts'

/** Datastatus: what is late, from whom, and when the next figures come. The longest late first. */
export function statusPage(actor: Actor, { leverandoer }: { leverandoer: string }) {
  const all = indicatorsFor(actor).filter(({ endedYear, lastYear }) => endedYear === null || endedYear !== lastYear)
  const lines = all
    .filter(({ supplier }) => leverandoer === '' || supplier === leverandoer)
    .flatMap(row => lineOf(row, actor))
    .sort((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : compareDanish(one.name, other.name)))
  const late = lines.filter(line => line.late)
  const suppliers = suppliersOf(all)
  return {
    title: 'Datastatus',
    active: 'indikatorer',
    crumbs: [{ text: 'Datastatus' }],
    heading: 'Datastatus',
    tabs: knowledgeTabs(actor, 'status'),
    lead:
      late.length === 0
        ? 'Ingen tal er forsinkede.'
        : `${plural(late.length, 'indikator mangler', 'indikatorer mangler')} tal, som skulle have været leveret.`,
    filters: {
      action: statusPath,
      label: 'Vælg leverandør',
      clearHref: leverandoer === '' ? null : statusPath,
      fields: [
        {
          ...{ kind: 'select' as const, name: 'leverandoer', label: 'Leverandør', value: leverandoer },
          options: [{ value: '', text: 'Alle' }, ...suppliers.map(text => ({ value: text, text }))],
          shown: suppliers.length > 0,
        },
      ],
    },
    late,
    coming: lines.filter(line => !line.late),
  }
}

function lineOf(row: IndicatorRow, { today }: Actor) {
  const missing = missingYear(row, today)
  const year = missing ?? nextYear(row, today)
  if (year === null) return []
  const due = dueDayOf(row, year)
  return [
    {
      name: row.name,
      href: indicatorPath(row.slug),
      supplier: row.supplier,
      lastYear: row.lastYear === null ? '' : String(row.lastYear),
      year: String(year),
      due,
      dueText: shortDay(due),
      late: missing !== null,
      lateText: missing === null ? '' : `${plural(daysBetween(due, today), 'dag', 'dage')} forsinket`,
      next: row.nextRelease === null ? '' : `Meldt til den ${longDay(row.nextRelease)}`,
    },
  ]
}
