import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { pageSize, takePage, withQuery } from '../../../../http/pages/paging.ts'
import { fold } from '../../../../kernel/fold.ts'
import { compareDanish } from '../../../../kernel/text.ts'
import { importPath } from '../../observation-import/paths.ts'
import { visibilityNames } from '../labels.ts'
import { indicatorPath, indicatorsPath, newIndicatorPath } from '../paths.ts'
import { isLate, missingYear } from '../status/late-rules.ts'
import { knowledgeTabs } from '../tabs.ts'
import type { ListQuery } from './forms.ts'
import { indicatorsFor } from './found.ts'
import type { IndicatorRow } from './queries.ts'

/** The catalogue: what is measured, by words, theme, who delivers it, who reads it and what is late. */
export function listPage(actor: Actor, { efter, ...filter }: ListQuery) {
  const all = indicatorsFor(actor)
  const found = all.filter(row => isFound(row, filter, actor)).sort(orders[filter.sorter])
  const from = efter ? found.findIndex(({ id }) => id === efter.id) + 1 : 0
  const shown = takePage(found.slice(from, from + pageSize + 1), ({ id }) => ({ key: 'x', id }))
  const kept = { ...filter, sorter: filter.sorter === 'navn' ? '' : filter.sorter }
  return {
    title: 'Indikatorer',
    active: 'indikatorer',
    crumbs: [{ text: 'Indikatorer' }],
    heading: 'Indikatorer',
    tabs: knowledgeTabs(actor, 'indicators'),
    lead: 'Det, som byen og boligområderne måles på. Tallene leveres år for år med deres kilde.',
    filters: {
      action: indicatorsPath,
      label: 'Søg i indikatorer',
      submit: 'Søg',
      clearHref: isFiltered(filter) ? indicatorsPath : null,
      fields: [
        { kind: 'search' as const, name: 'q', label: 'Søg i navn', value: filter.q },
        {
          ...{ kind: 'select' as const, name: 'vis', label: 'Vis', value: filter.vis },
          options: [
            { value: '', text: 'Alle, der opgøres' },
            { value: 'mangler', text: 'Mangler nye værdier' },
            { value: 'ophoerte', text: 'Opgøres ikke længere' },
          ],
        },
        {
          ...{ kind: 'select' as const, name: 'sorter', label: 'Rækkefølge', value: filter.sorter },
          options: [
            { value: 'navn', text: 'Navn' },
            { value: 'tema', text: 'Tema' },
            { value: 'nyeste', text: 'Sidst målt' },
          ],
        },
      ],
      more: [
        choiceField('tema', 'Tema', filter.tema, themesOf(all)),
        choiceField('leverandoer', 'Leverandør', filter.leverandoer, suppliersOf(all)),
        {
          ...{ kind: 'select' as const, name: 'adgang', label: 'Hvem kan læse tallene?', value: filter.adgang },
          options: [
            { value: '', text: 'Vis begge' },
            { value: 'alle', text: visibilityNames.OPEN },
            { value: 'parterne', text: visibilityNames.PARTIES },
          ],
        },
      ],
    },
    filtered: isFiltered(filter),
    mayKeep: mayDo(actor, 'keepIndicators'),
    newHref: newIndicatorPath,
    importHref: importPath,
    listHref: indicatorsPath,
    rows: shown.rows.map(row => lineOf(row, actor)),
    nextHref: shown.next ? withQuery(indicatorsPath, { ...kept, efter: shown.next }) : null,
    prevHref: efter ? withQuery(indicatorsPath, kept) : null,
  }
}

type Filter = Omit<ListQuery, 'efter'>

const isFiltered = ({ q, tema, leverandoer, adgang, vis }: Filter): boolean =>
  [q, tema, leverandoer, adgang, vis].some(value => value !== '')

function isFound(row: IndicatorRow, filter: Filter, actor: Actor): boolean {
  const words = fold(filter.q).split(/\s+/).filter(Boolean)
  return (
    words.every(word => fold(row.name).includes(word)) &&
    (filter.tema === '' || row.theme === filter.tema) &&
    (filter.leverandoer === '' || row.supplier === filter.leverandoer) &&
    (filter.adgang === '' || row.visibility === (filter.adgang === 'alle' ? 'OPEN' : 'PARTIES')) &&
    (filter.vis === 'ophoerte'
      ? row.endedYear !== null
      : filter.vis === 'mangler'
        ? isLate(row, actor.today)
        : row.endedYear === null)
  )
}

const byName = (one: IndicatorRow, other: IndicatorRow): number => compareDanish(one.name, other.name)
const orders: Record<Filter['sorter'], (one: IndicatorRow, other: IndicatorRow) => number> = {
  navn: byName,
  tema: (one, other) => compareDanish(one.theme, other.theme) || byName(one, other),
  nyeste: (one, other) => (other.lastYear ?? 0) - (one.lastYear ?? 0) || byName(one, other),
}

const distinct = (words: readonly string[]): string[] => [...new Set(words.filter(Boolean))].sort(compareDanish)
export const themesOf = (rows: readonly IndicatorRow[]): string[] => distinct(rows.map(({ theme }) => theme))
export const suppliersOf = (rows: readonly IndicatorRow[]): string[] => distinct(rows.map(({ supplier }) => supplier))

const choiceField = (name: string, label: string, value: string, choices: readonly string[]) => ({
  ...{ kind: 'select' as const, name, label, value },
  options: [{ value: '', text: 'Alle' }, ...choices.map(text => ({ value: text, text }))],
  shown: choices.length > 0,
})

function lineOf(row: IndicatorRow, actor: Actor) {
  const missing = row.endedYear === null ? missingYear(row, actor.today) : null
  return {
    name: row.name,
    href: indicatorPath(row.slug),
    theme: row.theme,
    unit: row.unit,
    supplier: row.supplier,
    lastYear: row.lastYear === null ? 'Ingen værdier' : String(row.lastYear),
    parties: row.visibility === 'PARTIES' ? visibilityNames.PARTIES : '',
    missing: missing === null ? null : { text: `Mangler ${missing}`, kind: 'warning' },
    ended: row.endedYear === null ? '' : `Opgjort til og med ${row.endedYear}`,
  }
}
