import type { Database } from '../../../../database/database.ts'
import { untilCommit } from '../../../../database/until-commit.ts'
import type { Day } from '../../../../kernel/days.ts'
import { compareDanish } from '../../../../kernel/text.ts'
import { labelOf, readPlaces } from '../../../ground/places/index.ts'
import { areaPath, districtPath, estatePath } from '../../../ground/places/paths.ts'
import { levelNames } from '../labels.ts'
import { type PlaceLevel, type PlaceRef, placeKey } from './figure.ts'
import { readMeasuredPlaces } from './places.ts'

/** A place that there are figures of, or could be. */
export interface KnownPlace {
  ref: PlaceRef
  level: PlaceLevel
  name: string
  /** In the address of its figures. */
  address: string
  /** To its own page; empty: it has none. */
  href: string
  /** In MeasuredPlace; null: no figure has been told of it. */
  measuredId: number | null
  /** Its last day; null: it is there. */
  to: Day | null
}

/** Before the name in an address; the areas' own names stand alone. */
const prefixes = { ESTATE: 'afdeling.', AREA: '', DISTRICT: 'bydel.' } as const
const wholes = { TOWN: 'hele-byen', REGION: 'niveau.region', COUNTRY: 'niveau.land' } as const

/** All of them: the wholes first, the largest last; then areas, districts and estates, each by name. */
export const readKnownPlaces = (database: Database): KnownPlace[] => kept(database, 'all')

const kept = untilCommit<'all', KnownPlace[]>(1, database => {
  const { areas, districts, estates } = readPlaces(database)
  const measured = new Map(
    readMeasuredPlaces(database).map(({ id, level, areaId, districtId, estateId }) => {
      const own = areaId ?? districtId ?? estateId
      return [own === null ? level : `${level} ${own}`, id]
    }),
  )
  const of = (ref: PlaceRef, facts: Pick<KnownPlace, 'name' | 'address' | 'href' | 'to'>): KnownPlace => ({
    ref,
    level: ref.level,
    ...facts,
    measuredId: measured.get(placeKey(ref)) ?? null,
  })
  const whole = (level: keyof typeof wholes) =>
    of({ level }, { name: levelNames[level], address: wholes[level], href: '', to: null })
  const some = (
    level: keyof typeof prefixes,
    rows: readonly { id: number; slug: string; name: string; to: Day | null }[],
    path: (slug: string) => string,
  ) =>
    rows
      .map(({ id, slug, name, to }) =>
        of({ level, id }, { name, address: `${prefixes[level]}${slug}`, href: path(slug), to }),
      )
      .sort((one, other) => compareDanish(one.name, other.name))
  return [
    ...(['TOWN', 'REGION', 'COUNTRY'] as const).map(whole),
    ...some('AREA', areas, areaPath),
    ...some('DISTRICT', districts, districtPath),
    ...some(
      'ESTATE',
      estates.map(estate => ({ ...estate, name: labelOf(estate) })),
      estatePath,
    ),
  ]
})

export const findKnownPlace = (database: Database, address: string): KnownPlace | undefined =>
  readKnownPlaces(database).find(place => place.address === address)
