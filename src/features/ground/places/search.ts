import type { Actor } from '../../../access/actor.ts'
import { untilCommit } from '../../../database/until-commit.ts'
import type { Hit, SearchKind } from '../../../http/feature.ts'
import { type Day, longDay } from '../../../kernel/days.ts'
import { wordsIn, wordsMatch } from '../../../kernel/match-words.ts'
import { areaPath, districtPath, estatePath } from './paths.ts'
import { placesOn } from './places-on.ts'
import { type Places, readPlaces } from './read-places.ts'

type Kind = Extract<keyof Places, 'areas' | 'districts' | 'estates'>

const kinds: Record<Kind, Pick<SearchKind, 'slug' | 'order' | 'heading' | 'more'> & { path(slug: string): string }> = {
  areas: { slug: 'boligomraader', order: 46, heading: 'Boligområder', more: 'Vis alle fundne områder', path: areaPath },
  estates: {
    slug: 'afdelinger',
    order: 44,
    heading: 'Afdelinger',
    more: 'Vis alle fundne afdelinger',
    path: estatePath,
  },
  districts: { slug: 'bydele', order: 48, heading: 'Bydele', more: 'Vis alle fundne bydele', path: districtPath },
}

/** What searching finds of the town's places, for the people of the two sides. They are few and kept at hand. */
export const placeSearch: SearchKind[] = (Object.keys(kinds) as Kind[]).map(kind => {
  const { path, ...shown } = kinds[kind]
  return {
    ...shown,
    closedText: 'Lukket',
    find: (actor, words, before, limit) => found(actor, kind, { words, before, path }).slice(0, limit),
  }
})

function found(
  actor: Actor,
  kind: Kind,
  { words, before, path }: { words: string; before: number; path: (slug: string) => string },
): Hit[] {
  if (!actor.system && !actor.person?.side) return []
  return named(actor.database, actor.today)
    [kind].filter(({ id, known }) => id < before && wordsMatch(words, known))
    .map(({ id, slug, title, about }) => ({ id, href: path(slug), title, about, closed: false }))
}

/** The places of a day with their words, the newest first: kept, since every search asks for all of them. */
const named = untilCommit<Day, Record<Kind, Named[]>>(2, (database, today) => {
  const now = placesOn(readPlaces(database), today)
  const of = (kind: Kind): Named[] =>
    [...now[kind].values()]
      .map(place => {
        const [title, about] = ['label' in place ? place.label : place.name, aboutOf(place)]
        return { id: place.id, slug: place.slug, title, about, known: wordsIn(`${title} ${about}`) }
      })
      .sort((one, other) => other.id - one.id)
  return { areas: of('areas'), districts: of('districts'), estates: of('estates') }
})

interface Named {
  id: number
  slug: string
  title: string
  about: string
  known: readonly string[]
}

/** »Mosen«, »Mosen, Boligforeningen Birk«, »Mosen, Sidste dag 1. november 2018« */
function aboutOf(place: ReturnType<typeof placesOn>[Kind] extends Map<number, infer Place> ? Place : never): string {
  const district = 'district' in place ? (place.district?.name ?? '') : ''
  const owner = 'owner' in place ? (place.owner?.name ?? '') : ''
  const ended = place.to === null ? '' : `Sidste dag ${longDay(place.to)}`
  return [district, owner, ended].filter(Boolean).join(', ')
}
