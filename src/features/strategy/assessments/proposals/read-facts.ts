import type { Actor } from '../../../../access/actor.ts'
import { untilCommitMade } from '../../../../database/until-commit.ts'
import { yearOf } from '../../../../kernel/days.ts'
import { type Places, readPlaces, undividedSince } from '../../../ground/places/index.ts'
import { lastYearDue, readerKey, readIndicators, readSeries, type SeriesValue } from '../../knowledge/index.ts'
import type { MethodContent, MethodTerm } from '../methods/method-content.ts'
import { type Proposal, propose, type TermFacts } from './propose.ts'

/** What is known for a method's terms, of all areas: read once, and asked of each. */
export interface KnownFigures {
  of(areaId: number, term: MethodTerm): TermFacts
}

const none: TermFacts = { value: null, year: null, yardstick: null, outdated: false }

/** The figures that this reader may see: what is kept back of small numbers is missing in the proposal too. */
export function knownFigures(actor: Actor, terms: readonly MethodTerm[]): KnownFigures {
  const indicators = new Map(readIndicators(actor.database).map(indicator => [indicator.id, indicator]))
  const series = readSeries(actor, [...new Set(terms.map(({ indicatorId }) => indicatorId))])
  const standing = new Map<string, SeriesValue[]>()
  for (const value of series) {
    if (value.corrected) continue
    const key = `${value.indicatorId} ${value.areaId ?? 'town'}`
    standing.set(key, [...(standing.get(key) ?? []), value])
  }
  const places = readPlaces(actor.database)
  const valueIn = (indicatorId: number, place: number | 'town', year: number) =>
    standing.get(`${indicatorId} ${place}`)?.find(one => one.year === year)?.value ?? null
  return {
    of(areaId, term) {
      const own = standing.get(`${term.indicatorId} ${areaId}`) ?? []
      const last = own.reduce<SeriesValue | null>((one, other) => (one && one.year >= other.year ? one : other), null)
      if (!last) return none
      const indicator = indicators.get(term.indicatorId)
      const outdated = indicator ? last.year < lastYearDue(actor.today, indicator.dueMonth) : false
      const { value, year } = last
      if (term.yardstick === 'THRESHOLD') return { value, year, outdated, yardstick: term.limit }
      if (term.yardstick === 'TOWN')
        return { value, year, outdated, yardstick: valueIn(term.indicatorId, 'town', year) }
      const then = year - (term.yearsBack ?? 0)
      const isOne = isSameArea(places, areaId, actor, then)
      return { value, year, outdated, yardstick: isOne ? valueIn(term.indicatorId, areaId, then) : null }
    },
  }
}

/** Whether the area has consisted of the same estates since that year: nothing is compared across a break. */
function isSameArea(places: Places, areaId: number, actor: Actor, year: number): boolean {
  const area = places.areas.find(({ id }) => id === areaId)
  const since = area ? undividedSince(area, places.delimitations, actor.today) : null
  return since !== null && yearOf(since) <= year
}

/** Each area's proposal, worked out when it is first asked for after a change or on another day. */
export const proposalsBy = (
  actor: Actor,
  { terms, levels }: Pick<MethodContent, 'terms' | 'levels'>,
): ((areaId: number) => Proposal) => {
  const key = JSON.stringify([readerKey(actor), actor.today, terms, levels])
  return kept(actor.database, key, () => {
    const figures = knownFigures(actor, terms)
    const proposals = new Map<number, Proposal>()
    return areaId => {
      const known = proposals.get(areaId)
      if (known) return known
      const proposal = propose({ terms, levels }, term => figures.of(areaId, term))
      proposals.set(areaId, proposal)
      return proposal
    }
  })
}
const kept = untilCommitMade<(areaId: number) => Proposal>(8)
