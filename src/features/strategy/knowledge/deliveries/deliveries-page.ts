import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { pageSize, takePage, withQuery } from '../../../../http/pages/paging.ts'
import { longMoment, shortMoment } from '../../../../kernel/days.ts'
import { fold } from '../../../../kernel/fold.ts'
import { shortHash } from '../../../../kernel/hash.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { plural } from '../../../../kernel/text.ts'
import { importPath } from '../../observation-import/paths.ts'
import { figureWords } from '../figures/figure-cell.ts'
import { readKnownPlaces } from '../figures/known-places.ts'
import { type ShownFigure, shownFigures } from '../figures/shown-figures.ts'
import { indicatorsFor } from '../indicators/found.ts'
import { numberText } from '../indicators/indicator-rules.ts'
import { deliveriesPath, deliveryPath, valuePath } from '../paths.ts'
import { knowledgeTabs } from '../tabs.ts'
import type { DeliveriesQuery, DeliveryQuery } from './forms.ts'
import { type DeliveryRow, findDelivery, readBrought, readDeliveries } from './queries.ts'

const typed = 'Indtastet'
const countText = (count: number): string => (count === 1 ? '1 tal' : `${numberText(count, 0)} tal`)

/** Who delivered which file when: the newest first. */
export function deliveriesPage(actor: Actor, { q, vis, efter }: DeliveriesQuery) {
  const words = fold(q).split(/\s+/).filter(Boolean).slice(0, 6)
  const rows = readDeliveries(actor.database, {
    ...{ words, files: vis === 'filer', before: efter?.id ?? Number.MAX_SAFE_INTEGER, limit: pageSize + 1 },
  })
  const shown = takePage(rows, ({ id }) => ({ key: 'x', id }))
  return {
    title: 'Leveringer',
    active: 'indikatorer',
    crumbs: [{ text: 'Leveringer' }],
    heading: 'Leveringer',
    importHref: mayDo(actor, 'keepIndicators') ? importPath : null,
    tabs: knowledgeTabs(actor, 'deliveries'),
    lead: 'Hvem der har leveret hvilke tal hvornår. En levering ændres aldrig: en rettelse kommer med en ny.',
    filtered: q !== '' || vis !== '',
    listHref: deliveriesPath,
    filters: {
      action: deliveriesPath,
      label: 'Søg i leveringer',
      submit: 'Søg',
      clearHref: q !== '' || vis !== '' ? deliveriesPath : null,
      fields: [
        { kind: 'search' as const, name: 'q', label: 'Søg i fil, kilde, leverandør og navn', value: q },
        {
          ...{ kind: 'select' as const, name: 'vis', label: 'Vis', value: vis },
          options: [
            { value: '', text: 'Alle' },
            { value: 'filer', text: 'Kun filer' },
          ],
        },
      ],
    },
    rows: shown.rows.map(row => ({
      name: { text: row.name || typed, href: deliveryPath(row.id) },
      source: row.source,
      supplier: row.supplier,
      count: countText(row.rows),
      when: shortMoment(row.at),
      by: row.by,
    })),
    nextHref: shown.next ? withQuery(deliveriesPath, { q, vis, efter: shown.next }) : null,
    prevHref: efter ? withQuery(deliveriesPath, { q, vis }) : null,
  }
}

/** A delivery with what it brought, and what each correction stands in the place of. */
export function deliveryPage(actor: Actor, id: number, { vis, efter }: DeliveryQuery) {
  const delivery = findDelivery(actor.database, id)
  if (!delivery) throw notFound()
  const limit = pageSize + 1
  const figures = shownFigures(
    actor,
    readBrought(actor.database, id, { after: efter?.id ?? 0, corrections: vis === 'rettelser', limit }),
  )
  const own = figures.filter(({ deliveryId }) => deliveryId === id)
  const shown = takePage(own, one => ({ key: 'x', id: one.id }))
  const byId = new Map(figures.map(figure => [figure.id, figure]))
  const indicators = new Map(indicatorsFor(actor).map(indicator => [indicator.id, indicator]))
  const places = new Map(readKnownPlaces(actor.database).map(place => [place.measuredId, place]))
  const path = deliveryPath(id)
  const rowOf = (figure: ShownFigure) => {
    const indicator = indicators.get(figure.indicatorId)
    const place = places.get(figure.placeId)
    const unit = indicator?.versions.find(one => one.id === figure.versionId)?.unit ?? ''
    const before = figure.correctsId === null ? undefined : byId.get(figure.correctsId)
    return {
      indicator: indicator?.name ?? '',
      place: place?.name ?? '',
      year: {
        text: String(figure.year),
        href: indicator && place ? valuePath(indicator.slug, figure.year, place.address) : '',
      },
      value: figureWords(figure, unit),
      before: before ? figureWords(before, unit) : '',
      reason: figure.reason,
      since: figure.corrected ? 'Rettet siden' : '',
    }
  }
  return {
    title: delivery.name || `${typed}: ${delivery.source}`,
    active: 'indikatorer',
    crumbs: [{ text: 'Leveringer', href: deliveriesPath }, { text: delivery.name || typed }],
    heading: delivery.name || 'Indtastede tal',
    facts: factsOf(delivery),
    filters: {
      action: path,
      label: 'Vælg, hvilke tal der vises',
      fields: [
        {
          ...{ kind: 'select' as const, name: 'vis', label: 'Vis', value: vis },
          options: [
            { value: '', text: 'Alle tal' },
            { value: 'rettelser', text: 'Kun rettelser' },
          ],
        },
      ],
    },
    rows: shown.rows.map(rowOf),
    nextHref: shown.next ? withQuery(path, { vis, efter: shown.next }) : null,
    prevHref: efter ? withQuery(path, { vis }) : null,
  }
}

const factsOf = (row: DeliveryRow) => [
  { term: 'Kilde', text: row.source },
  { term: 'Leveret af', text: row.supplier || 'Ikke oplyst' },
  { term: 'Indlæst af', text: `${row.by}, ${longMoment(row.at)}` },
  { term: 'Indhold', text: plural(row.rows, 'tal', 'tal') },
  ...(row.hidden > 0
    ? [
        {
          term: 'Skjult af diskretionshensyn',
          text: `${plural(row.hidden, 'tal', 'tal')}. Det blev afgjort, da leveringen kom, og ændres ikke.`,
        },
      ]
    : []),
  ...(row.fileHash ? [{ term: 'Filens kontrolsum', text: shortHash(row.fileHash) }] : []),
  ...(row.note ? [{ term: 'Bemærkning', text: row.note }] : []),
]
