import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import type { RelatedFact } from '../../../../http/feature.ts'
import { ownEvents } from '../../../../http/own-events.ts'
import { type Day, longDay, shortDay, shortMoment } from '../../../../kernel/days.ts'
import { organisationPath } from '../../parties/paths.ts'
import { standing } from '../dated-rules.ts'
import { membershipsOf } from '../delimitations/history.ts'
import { dayFacts, homeCount, homesText, homeTypeNames } from '../labels.ts'
import { areaPath, correctFactPath, districtPath, estatePath, estatesPath, partOf, tellPath } from '../paths.ts'
import { longPlace } from '../place-words.ts'
import { type EstateOn, labelOf, ownerOn, placesOn } from '../places-on.ts'
import { type EstateRow, type FactRow, type Places, readPlaces } from '../read-places.ts'
import { homeTypes, totalOf } from './estate-rules.ts'

/** An estate as of a day, and all that has been told of it. */
export function estatePage(actor: Actor, row: EstateRow, dag: Day | null, related: readonly RelatedFact[]) {
  const { on, asOf, ...day } = dayFacts(actor, dag, estatePath(row.slug))
  const places = readPlaces(actor.database)
  const estate = placesOn(places, on).estates.get(row.id) as EstateOn
  const mayKeep = mayDo(actor, 'keepEstates')
  const { homes, owner } = estate
  return {
    title: labelOf(row),
    active: 'boligomraader',
    crumbs: [{ text: 'Afdelinger', href: estatesPath }, { text: labelOf(row) }],
    eventsHref: ownEvents(actor, 'afdeling', row.id),
    heading: labelOf(row),
    ...day,
    tag: estate.isThere ? null : longPlace(row, on, 'Ophørt'),
    warning: owner?.ended && row.to === null ? endedText(places, owner.id) : null,
    facts: factsOf(estate, asOf),
    related,
    homes: homes
      ? [...homeTypes.map(type => ({ type: homeTypeNames[type].heading, count: homes[type] })), totalLine(homes)]
      : [],
    told: toldLines(places, row, mayKeep),
    corrected: correctedLines(places, row),
    memberships: membershipsOf(places, row.id),
    actions: mayKeep ? actionsOf(row) : [],
  }
}

const totalLine = (homes: Parameters<typeof totalOf>[0]) => ({ type: 'I alt', count: totalOf(homes) })

/** An organisation that was merged into another leaves its estates with it: nobody knows whose they are until it is told. */
function endedText(places: Places, ownerId: number): string {
  const owner = places.owners.find(({ id }) => id === ownerId)
  const successor = places.owners.find(({ id }) => id === owner?.successorId)
  const ended = owner?.to ? ` den ${longDay(owner.to)}` : ''
  const next = successor ? ` ${successor.name} er dens efterfølger.` : ''
  return `${owner?.name ?? 'Ejeren'} er ophørt${ended}, og der er ikke registreret en ny ejer.${next}`
}

const factsOf = ({ owner, district, area, homes, built, from, to, number }: EstateOn, asOf: Day | null) => [
  { term: 'Afdelingsnr.', text: number },
  owner
    ? { term: 'Ejer', text: owner.name, href: organisationPath(owner.slug) }
    : { term: 'Ejer', text: 'Ikke oplyst' },
  district
    ? { term: 'Bydel', text: district.name, href: districtPath(district.slug, asOf) }
    : { term: 'Bydel', text: 'Ikke oplyst' },
  area
    ? { term: 'Boligområde', text: area.name, href: areaPath(area.slug, asOf) }
    : { term: 'Boligområde', text: 'Indgår ikke i et boligområde' },
  { term: 'Boliger', text: homes ? homeCount(totalOf(homes)) : 'Ikke oplyst' },
  { term: 'Byggeår', text: built === null ? 'Ikke oplyst' : String(built) },
  { term: 'Registreret fra', text: longDay(from) },
  ...(to === null ? [] : [{ term: 'Sidste dag', text: longDay(to) }]),
]

/** What was told from which day, the newest first. */
function toldLines(places: Places, row: EstateRow, mayKeep: boolean) {
  return standing(places.facts.filter(({ estateId }) => estateId === row.id))
    .reverse()
    .map(fact => ({
      from: { text: shortDay(fact.from), href: estatePath(row.slug, fact.from) },
      ...cellsOf(places, fact),
      note: fact.note,
      told: toldBy(fact),
      correctHref: mayKeep && row.to === null ? correctFactPath(row.slug, fact.id) : '',
      about: `oplysningerne fra den ${longDay(fact.from)}`,
    }))
}

function correctedLines(places: Places, row: EstateRow) {
  const own = places.facts.filter(({ estateId }) => estateId === row.id)
  return own.flatMap(fact => {
    const by = own.find(({ correctsId }) => correctsId === fact.id)
    if (!by) return []
    return [{ from: shortDay(fact.from), ...cellsOf(places, fact), why: by.note, corrected: toldBy(by) }]
  })
}

const toldBy = ({ by, at }: FactRow): string => (by ? `${by}, ${shortMoment(at)}` : shortMoment(at))

const cellsOf = (places: Places, { ownerId, districtId, homes, from }: FactRow) => ({
  owner: ownerId === null ? '' : (ownerOn(places, ownerId, from)?.name ?? ''),
  district: places.districts.find(({ id }) => id === districtId)?.name ?? '',
  homes: homes ? homesText(homes) : '',
})

function actionsOf({ slug, to }: EstateRow) {
  const path = estatePath(slug)
  if (to !== null) return [{ text: 'Genåbn afdelingen', href: partOf(path, 'genaabn') }]
  return [
    { text: 'Registrér nye oplysninger', href: tellPath(slug) },
    { text: 'Ret stamdata', href: partOf(path, 'ret') },
    { text: 'Registrér ophør', href: partOf(path, 'ophoer') },
  ]
}
