import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { ownEvents } from '../../../../http/own-events.ts'
import { longDay, shortMoment } from '../../../../kernel/days.ts'
import { withUnit } from '../figures/figure-cell.ts'
import { directionNames, everyText, levelPlaces, monthNames, visibilityNames } from '../labels.ts'
import { editIndicatorPath, newVersionPath, thresholdPath } from '../paths.ts'
import { readThresholds, type ThresholdRow } from '../thresholds/read-thresholds.ts'
import { crumbsOf, foundIndicator } from './found.ts'
import { numberText } from './indicator-rules.ts'
import { indicatorTabs } from './indicator-tabs.ts'
import { editedNumber } from './number-fields.ts'
import type { IndicatorRow, VersionRow } from './queries.ts'

/** How an indicator is made up: its versions with what came between them, and its limits by year. */
export function aboutPage(actor: Actor, slug: string) {
  const indicator = foundIndicator(actor, slug)
  const mayKeep = mayDo(actor, 'keepIndicators')
  const thresholds = readThresholds(actor.database).filter(({ indicatorId }) => indicatorId === indicator.id)
  return {
    title: `${indicator.name}: definition og grænser`,
    active: 'indikatorer',
    crumbs: crumbsOf(indicator, { text: 'Definition og grænser' }),
    heading: indicator.name,
    tabs: indicatorTabs(slug, 'about'),
    facts: factsOf(indicator),
    versions: indicator.versions.map((version, at) => versionLine(version, indicator.versions[at - 1])).reverse(),
    thresholds: thresholds.map(one => thresholdLine(one, indicator, mayKeep)),
    mayKeep,
    editHref: mayKeep ? editIndicatorPath(slug) : null,
    versionHref: mayKeep && indicator.newest.hasFigures ? newVersionPath(slug) : null,
    thresholdHref: mayKeep ? thresholdPath(slug) : null,
    eventsHref: ownEvents(actor, 'indikator', indicator.id),
  }
}

const factsOf = (row: IndicatorRow) => [
  ...(row.theme ? [{ term: 'Tema', text: row.theme }] : []),
  { term: 'Leveres af', text: row.supplier || 'Ikke oplyst' },
  { term: 'Læses af', text: visibilityNames[row.visibility] },
  { term: 'Opgøres', text: everyText(row.everyYears) },
  { term: 'Et års værdi foreligger', text: `Senest i ${monthNames[row.dueMonth - 1]} året efter` },
  ...(row.nextRelease ? [{ term: 'Næste offentliggørelse', text: longDay(row.nextRelease) }] : []),
  ...(row.endedYear ? [{ term: 'Opgjort til og med', text: String(row.endedYear) }] : []),
]

function versionLine(version: VersionRow, before: VersionRow | undefined) {
  const { numerator, denominator, population, unit, decimals, direction, averagingYears, source } = version
  return {
    number: `Version ${version.number}`,
    broken: before && !version.comparable ? 'Databrud' : '',
    counted: [
      numerator && `Tæller: ${numerator}`,
      denominator && `Nævner: ${denominator}`,
      population && `Population: ${population}`,
      averagingYears > 1 ? `Gennemsnit af ${averagingYears} år` : '',
    ]
      .filter(Boolean)
      .join('\n'),
    unit: `${unit}, ${decimals === 0 ? 'hele tal' : `${decimals} ${decimals === 1 ? 'decimal' : 'decimaler'}`}`,
    direction: directionNames[direction],
    source,
    years: version.firstYear === null ? 'Ingen tal' : `${version.firstYear}–${version.lastYear ?? version.firstYear}`,
    reason: version.reason,
    told: `${version.by}, ${shortMoment(version.at)}`,
  }
}

function thresholdLine(one: ThresholdRow, { slug, decimals, unit }: IndicatorRow, mayKeep: boolean) {
  return {
    name: one.name,
    text: `${one.side === 'ABOVE' ? 'Over' : 'Under'} ${amountText(one, { decimals, unit })}`,
    years: one.toYear === null ? `Fra ${one.fromYear}` : `${one.fromYear}–${one.toYear}`,
    source: one.source,
    editHref: mayKeep ? `${thresholdPath(slug, one.id)}` : '',
  }
}

/** »40,0 %«, »3 gange tallet for hele landet« */
export function amountText(
  { kind, amount, reference }: Pick<ThresholdRow, 'kind' | 'amount' | 'reference'>,
  { decimals, unit }: { decimals: number; unit: string },
): string {
  if (kind === 'NUMBER') return withUnit(numberText(amount, decimals), unit)
  const whole = reference === 'REGION' || reference === 'COUNTRY' ? reference : 'TOWN'
  return `${editedNumber(amount)} gange tallet for ${levelPlaces[whole]}`
}
