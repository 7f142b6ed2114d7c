import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { pageOf, withQuery } from '../../../../http/pages/paging.ts'
import { csvOf } from '../../../../kernel/csv.ts'
import { dayOf } from '../../../../kernel/days.ts'
import { holdsWords } from '../../../../kernel/match-words.ts'
import { compareDanish } from '../../../../kernel/text.ts'
import { optionsOf, statusNames } from '../labels.ts'
import { estimatePath, estimatesCsvPath, estimatesPath, newEstimatePath } from '../paths.ts'
import { active, needTabs } from '../tabs.ts'
import { coversText, listLine, yearsText } from './estimate-lines.ts'
import type { EstimatesQuery } from './forms.ts'
import { type EstimateVersion, readEstimates } from './read-estimates.ts'

const all = { value: '', text: 'Alle' }
const sorts = [
  { value: 'nyeste', text: 'Nyeste først' },
  { value: 'titel', text: 'Titel' },
  { value: 'organisation', text: 'Organisation' },
]
const shown = [
  { value: '', text: 'Gældende' },
  { value: 'tilbagetrukne', text: 'Trukket tilbage' },
  { value: 'alle', text: 'Alle' },
]

type Filter = Omit<EstimatesQuery, 'efter'>

/** R42: everybody's estimates of the need, beside each other. */
export function estimatesPage(actor: Actor, query: EstimatesQuery) {
  const { efter, ...filter } = query
  const everything = readEstimates(actor.database)
  const kept = { ...filter, sorter: filter.sorter === 'nyeste' ? '' : filter.sorter }
  const { rows, ...pages } = pageOf(chosen(everything, filter), efter, { path: estimatesPath, query: kept })
  const owners = new Map(everything.map(({ organisationSlug, organisation }) => [organisationSlug, organisation]))
  const { sorter: _, ...narrowed } = filter
  return {
    title: 'Behovsvurderinger',
    active,
    crumbs: [{ text: 'Behovsvurderinger' }],
    ways: needTabs('estimates'),
    newHref: mayDo(actor, 'keepNeed') ? newEstimatePath : null,
    filters: {
      ...{ action: estimatesPath, label: 'Søg i behovsvurderinger', submit: 'Søg' },
      clearHref: Object.values(narrowed).some(Boolean) ? estimatesPath : null,
      fields: [
        { kind: 'search', name: 'q', label: 'Søg i titel, metode og kilde', value: filter.q },
        {
          ...{ kind: 'select', name: 'af', label: 'Lavet af', value: filter.af },
          options: [
            all,
            ...[...owners]
              .map(([value, text]) => ({ value, text }))
              .sort((one, other) => compareDanish(one.text, other.text)),
          ],
        },
        {
          ...{ kind: 'select', name: 'status', label: 'Status', value: filter.status },
          options: [all, ...optionsOf(statusNames)],
        },
        { kind: 'select', name: 'vis', label: 'Vis', value: filter.vis, options: shown },
        { kind: 'select', name: 'sorter', label: 'Rækkefølge', value: filter.sorter, options: sorts },
      ],
    },
    none: everything.length === 0,
    rows: rows.map(listLine),
    csvHref: withQuery(estimatesCsvPath, kept),
    ...pages,
  }
}

const orders: Record<Filter['sorter'], (one: EstimateVersion, other: EstimateVersion) => number> = {
  nyeste: (one, other) => other.id - one.id,
  titel: (one, other) => compareDanish(one.content.title, other.content.title) || other.id - one.id,
  organisation: (one, other) => compareDanish(one.organisation, other.organisation) || other.id - one.id,
}

const chosen = (rows: readonly EstimateVersion[], { q, status, af, vis, sorter }: Filter): EstimateVersion[] =>
  rows
    .filter(
      row =>
        (vis === 'alle' || (row.withdrawn !== null) === (vis === 'tilbagetrukne')) &&
        (status === '' || row.content.status === status) &&
        (af === '' || row.organisationSlug === af) &&
        holdsWords([row.number, row.organisation, row.content.title, row.content.method, row.content.source], q),
    )
    .sort(orders[sorter])

/** The list as it is filtered, whole. */
export function estimatesCsv(actor: Actor, { efter: _, ...filter }: EstimatesQuery): { name: string; content: Buffer } {
  const head = [
    ...['Nummer', 'Version', 'Titel', 'Lavet af', 'Status', 'Opgjort', 'Gælder', 'År', 'Metode', 'Kilde'],
    ...['Offentliggjort', 'Trukket tilbage', 'Kontrolkode', 'Adresse'],
  ]
  const lines = chosen(readEstimates(actor.database), filter).map(({ content, ...row }) => [
    ...[row.number, String(row.version), content.title, row.organisation, statusNames[content.status].text],
    ...[content.calculatedOn, coversText(content.lines), yearsText(content.lines), content.method, content.source],
    ...[dayOf(row.at), row.withdrawn ?? '', row.hash, estimatePath(row.number)],
  ])
  return { name: `behovsvurderinger-${actor.today}.csv`, content: csvOf(head, lines) }
}
