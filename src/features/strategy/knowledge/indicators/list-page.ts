import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { pageSize, takePage, withQuery } from '../../../../http/pages/paging.ts'
import { fold } from '../../../../kernel/fold.ts'
import { compareDanish } from '../../../../kernel/text.ts'
import { indicatorPath, indicatorsPath } from '../paths.ts'
import type { ListQuery } from './forms.ts'
import { lastYearDue } from './indicator-rules.ts'
import { directionNames } from './labels.ts'
import { type IndicatorRow, readIndicators } from './queries.ts'

export function listPage(actor: Actor, { efter, ...filter }: ListQuery) {
  const words = fold(filter.q).split(/\s+/).filter(Boolean)
  const all = readIndicators(actor.database)
  const found = all
    .filter(({ name }) => words.every(word => fold(name).includes(word)))
    .filter(row => filter.vis === '' || missingYear(row, actor) !== null)
    .sort((one, other) =>
      filter.sorter === 'nyeste'
        ? (other.lastYear ?? 0) - (one.lastYear ?? 0) || compareDanish(one.name, other.name)
        : compareDanish(one.name, other.name),
    )
  const from = efter ? found.findIndex(({ id }) => id === efter.id) + 1 : 0
  const shown = takePage(found.slice(from, from + pageSize + 1), ({ id }) => ({ key: 'x', id }))
  const kept = { ...filter, sorter: filter.sorter === 'navn' ? '' : filter.sorter }
  const mayKeep = mayDo(actor, 'keepIndicators')
  return {
    title: 'Indikatorer',
    active: 'indikatorer',
    crumbs: [{ text: 'Indikatorer' }],
    heading: 'Indikatorer',
    lead: 'Det, som byen og boligområderne måles på. Værdierne registreres år for år med deres kilde.',
    filters: {
      ...filter,
      shown: [
        { value: '', text: 'Alle' },
        { value: 'mangler', text: 'Mangler nye værdier' },
      ],
      sorts: [
        { value: 'navn', text: 'Navn' },
        { value: 'nyeste', text: 'Sidst målt' },
      ],
    },
    filtered: filter.q !== '' || filter.vis !== '',
    mayKeep,
    newHref: `${indicatorsPath}/ny`,
    listHref: indicatorsPath,
    rows: shown.rows.map(row => lineOf(row, actor)),
    nextHref: shown.next ? withQuery(indicatorsPath, { ...kept, efter: shown.next }) : null,
    prevHref: efter ? withQuery(indicatorsPath, kept) : null,
  }
}

/** The year whose value should be there by now, and is not of any place. */
function missingYear({ lastYear, everyYears, dueMonth }: IndicatorRow, { today }: Actor): number | null {
  const due = lastYearDue(today, dueMonth)
  if (lastYear === null) return due
  return lastYear + everyYears <= due ? lastYear + everyYears : null
}

function lineOf(row: IndicatorRow, actor: Actor) {
  const missing = missingYear(row, actor)
  return {
    name: row.name,
    href: indicatorPath(row.slug),
    unit: row.unit,
    direction: directionNames[row.direction],
    lastYear: row.lastYear === null ? 'Ingen værdier' : String(row.lastYear),
    missing: missing === null ? null : { text: `Mangler ${missing}`, kind: 'warning' },
  }
}
