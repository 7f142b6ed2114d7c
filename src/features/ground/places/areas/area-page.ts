import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import type { RelatedFact } from '../../../../http/feature.ts'
import { ownEvents } from '../../../../http/own-events.ts'
import { type Day, longDay } from '../../../../kernel/days.ts'
import { periodText } from '../../../../kernel/periods.ts'
import { correctedOf, historyOf, originsOf, successorsOf } from '../delimitations/history.ts'
import { estateLines, homesColumns } from '../estate-lines.ts'
import { dayFacts, estateCount, homeCount, homesText, missingText } from '../labels.ts'
import { areaPath, areasPath, delimitPath, districtPath, mergePath, partOf, splitPath } from '../paths.ts'
import { longPlace } from '../place-words.ts'
import { type AreaOn, placesOn } from '../places-on.ts'
import { type AreaRow, type Places, readPlaces } from '../read-places.ts'

/** An area as of a day: its estates and homes, what it was before, and all that hangs on it that the reader may see. */
export function areaPage(actor: Actor, row: AreaRow, dag: Day | null, related: readonly RelatedFact[]) {
  const path = areaPath(row.slug)
  const { on, asOf, ...day } = dayFacts(actor, dag, path)
  const places = readPlaces(actor.database)
  const area = placesOn(places, on).areas.get(row.id) as AreaOn
  const mayKeep = mayDo(actor, 'manageOwnSide')
  return {
    title: row.name,
    active: 'boligomraader',
    crumbs: [{ text: 'Boligområder', href: areasPath }, { text: row.name }],
    eventsHref: ownEvents(actor, 'boligomraade', row.id),
    heading: row.name,
    ...day,
    tag: area.isThere ? null : longPlace(row, on),
    facts: factsOf(places, area, asOf),
    related,
    estates: estateLines(area.estates, asOf, { area: false }),
    homesColumns,
    missing: missingText(area.homes),
    noEstates: area.isThere
      ? { text: 'Området er ikke afgrænset den dag.', delimit: mayKeep && row.to === null }
      : { text: `Området var ikke i brug den ${longDay(on)}.`, delimit: false },
    history: historyOf(places, row, mayKeep),
    corrected: correctedOf(places, row),
    actions: mayKeep ? actionsOf(places, row) : [],
  }
}

function factsOf(places: Places, area: AreaOn, asOf: Day | null) {
  const { delimitation, district, homes } = area
  const origins = delimitation ? originsOf(places, delimitation).filter(({ id }) => id !== area.id) : []
  const link = (term: string) => (one: AreaRow) => ({ term, text: one.name, href: areaPath(one.slug) })
  return [
    district
      ? { term: 'Bydel', text: district.name, href: districtPath(district.slug, asOf) }
      : { term: 'Bydel', text: 'Ikke oplyst' },
    { term: 'Bruges', text: periodText(area) },
    ...(delimitation
      ? [
          { term: 'Afdelinger', text: estateCount(area.estates.length) },
          { term: 'Boliger', text: `${homeCount(homes.total)}${homes.total > 0 ? `: ${homesText(homes.homes)}` : ''}` },
          { term: 'Afgrænset siden', text: longDay(delimitation.from) },
        ]
      : []),
    ...origins.map(link('Kommer fra')),
    ...successorsOf(places, area).map(link('Fortsætter i')),
  ]
}

function actionsOf(places: Places, { id, slug, to }: AreaRow) {
  const path = areaPath(slug)
  if (to !== null) return [{ text: 'Genåbn boligområdet', href: partOf(path, 'genaabn') }]
  const isDelimited = places.delimitations.some(({ areaId }) => areaId === id)
  return [
    { text: isDelimited ? 'Registrér en ny afgrænsning' : 'Afgræns området', href: delimitPath(slug) },
    ...(isDelimited ? [{ text: 'Del området', href: splitPath(slug) }] : []),
    ...(isDelimited && mergeable(places, id).length > 0
      ? [{ text: 'Sammenlæg med andre', href: mergePath(slug) }]
      : []),
    { text: 'Ret navnet', href: partOf(path, 'ret') },
    { text: 'Registrér bydel', href: partOf(path, 'bydel') },
    { text: 'Luk boligområdet', href: partOf(path, 'luk') },
  ]
}

/** The areas that this one can be merged with: in use, and delimited. */
export const mergeable = (places: Places, id: number): AreaRow[] =>
  places.areas.filter(
    area => area.id !== id && area.to === null && places.delimitations.some(({ areaId }) => areaId === area.id),
  )
