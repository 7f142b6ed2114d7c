import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { byAndWhen, capitalised } from '../../../../kernel/text.ts'
import { figureWords } from '../figures/figure-cell.ts'
import type { KnownPlace } from '../figures/known-places.ts'
import { readRawFigures } from '../figures/read-figures.ts'
import { type ShownFigure, shownFigures } from '../figures/shown-figures.ts'
import { readTold, type ToldBy } from '../figures/told.ts'
import { crumbsOf, foundIndicator } from '../indicators/found.ts'
import type { IndicatorRow } from '../indicators/queries.ts'
import { isOfAParty } from '../indicators/visible.ts'
import { countsText } from '../indicators/year-lines.ts'
import { correctValuePath, deliveryPath, indicatorPath, seriesPath } from '../paths.ts'
import { foundPlace } from '../series/series-page.ts'

export interface FoundValue {
  place: KnownPlace
  standing: ShownFigure
  /** What stood there, the latest first. */
  before: ShownFigure[]
  told: ReadonlyMap<number, ToldBy>
  /** Of the version that counted it. */
  unit: string
  isNewest: boolean
}

/** A place's year: its figure by the newest version that tells of it, and what stood there before. @throws Refusal when there is none */
export function foundValue(actor: Actor, indicator: IndicatorRow, year: number, address: string): FoundValue {
  const place = foundPlace(actor, address)
  const all =
    place.measuredId === null
      ? []
      : shownFigures(
          actor,
          readRawFigures(actor.database, {
            versionIds: indicator.versions.map(({ id }) => id),
            placeIds: [place.measuredId],
            ...{ from: year, to: year, history: true },
          }),
        )
  const standing = indicator.versions
    .toReversed()
    .flatMap(({ id }) => all.find(one => one.versionId === id && !one.corrected) ?? [])[0]
  if (!standing) throw notFound('Der er ikke registreret en værdi for det sted og år.')
  const version = indicator.versions.find(({ id }) => id === standing.versionId)
  return {
    place,
    standing,
    before: all.filter(one => one.corrected && one.versionId === standing.versionId).toReversed(),
    told: readTold(actor.database, all),
    unit: version?.unit ?? '',
    isNewest: standing.versionId === indicator.newest.id,
  }
}

export function valuePage(actor: Actor, slug: string, year: number, address: string) {
  const indicator = foundIndicator(actor, slug)
  const { place, standing, before, told, unit, isNewest } = foundValue(actor, indicator, year, address)
  const by = told.get(standing.deliveryId)
  const counts = standing.hidden ? '' : countsText(standing)
  return {
    title: `${indicator.name}, ${place.name} ${year}`,
    active: 'indikatorer',
    crumbs: crumbsOf(indicator, { text: place.name, href: seriesPath(slug, address) }, { text: String(year) }),
    heading: `${place.name} ${year}`,
    facts: [
      { term: 'Indikator', text: indicator.name, href: indicatorPath(slug) },
      { term: 'Værdi', text: figureWords(standing, unit) },
      ...(counts ? [{ term: 'Tæller og nævner', text: counts }] : []),
      ...(by ? deliveryFacts(by, standing, isOfAParty(actor)) : []),
      ...(standing.reason ? [{ term: 'Årsag til rettelsen', text: standing.reason }] : []),
    ],
    correctHref: mayDo(actor, 'keepIndicators') && isNewest ? correctValuePath(slug, year, address) : null,
    before: before.map(figure => ({
      value: figureWords(figure, unit),
      source: told.get(figure.deliveryId)?.source ?? '',
      entered: enteredText(told.get(figure.deliveryId)),
      reason: figure.reason,
    })),
  }
}

const deliveryFacts = (by: ToldBy, { correctsId }: ShownFigure, opens: boolean) => [
  { term: 'Kilde', text: by.source },
  ...(by.supplier ? [{ term: 'Leveret af', text: by.supplier }] : []),
  { term: 'Levering', text: by.name || 'Indtastet', ...(opens && { href: deliveryPath(by.id) }) },
  { term: correctsId === null ? 'Registreret' : 'Rettet', text: enteredText(by) },
]

const enteredText = (by: ToldBy | undefined): string => (by ? capitalised(byAndWhen(by.by, by.at)) : '')
