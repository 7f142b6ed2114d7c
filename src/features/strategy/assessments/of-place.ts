import type { Actor } from '../../../access/actor.ts'
import type { AreaMeasure, RelatedFact, RelatedPlace } from '../../../http/feature.ts'
import { longDay } from '../../../kernel/days.ts'
import { phrase, sentence } from '../../../kernel/text.ts'
import { proposedText } from './assess-area.ts'
import { termLine } from './pages/area-page.ts'
import { assessedAreas, lacksInitiative } from './pages/list-page.ts'
import { areaAssessmentPath } from './paths.ts'

/** Why is the area worrying? Its own page says it: the level, the reasons, and each term that gives points. */
export function assessmentsOfPlace(actor: Actor, place: RelatedPlace): RelatedFact[] {
  if ('estate' in place) return []
  const areas = new Set('area' in place ? [place.area] : place.areas)
  const found = assessedAreas(actor).filter(({ area }) => areas.has(area.id))
  if (!('area' in place))
    return found
      .filter(({ assessed }) => assessed !== null)
      .map(({ area, assessed }) => ({
        ...{ term: `Vurdering af ${area.name}`, text: assessed?.levelName ?? '', href: areaAssessmentPath(area.slug) },
      }))
  return found.flatMap(one => {
    const { area, assessed, proposal } = one
    const href = areaAssessmentPath(area.slug)
    if (!assessed && !proposal) return []
    const given = proposal?.terms.filter(({ points }) => (points ?? 0) > 0) ?? []
    return [
      {
        ...{ term: 'Fælles vurdering', href },
        text: assessed
          ? `${assessed.levelName}, vurderet på mødet den ${longDay(assessed.meetingDay)}. ${sentence(assessed.reasons)}`
          : 'Ikke vurderet',
      },
      ...(lacksInitiative(one) ? [{ term: 'Indsats', text: 'Ingen indsats er aftalt', href }] : []),
      ...(proposal ? [{ term: 'Metodens forslag', text: proposedText(proposal), href }] : []),
      ...given.map(term => {
        const line = termLine(term)
        const points = term.points === 1 ? '1 point' : `${term.points} point`
        return {
          term: `Point for ${phrase(line.name)}`,
          text: `${line.value} i ${line.year} mod ${line.against} (${line.against_soft}): ${points}`,
          href,
        }
      }),
    ]
  })
}

/** The level that people have assessed each area to be, as its place in the method's order. */
export const levelMeasure: AreaMeasure = {
  order: 35,
  slug: 'vurdering',
  label: 'Fælles vurdering',
  values(actor) {
    return new Map(
      assessedAreas(actor).flatMap(({ area, assessed }) =>
        assessed ? [[area.id, Number(assessed.level.slice(1)) - 1] as const] : [],
      ),
    )
  },
  text: value => `Niveau ${value + 1}`,
}
