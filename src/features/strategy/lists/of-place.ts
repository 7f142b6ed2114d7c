import type { Actor } from '../../../access/actor.ts'
import type { RelatedFact, RelatedPlace } from '../../../http/feature.ts'
import { yearOf } from '../../../kernel/days.ts'
import { listDanish } from '../../../kernel/text.ts'
import { listNames } from './labels.ts'
import { areaListsPath } from './paths.ts'
import { readLists } from './read-lists.ts'

/** The lists of the last year for which one is recorded that an area is on, with the way to all its years. */
export function listsOfPlace(actor: Actor, place: RelatedPlace): RelatedFact[] {
  if ('estate' in place) return []
  const all = readLists(actor.database)
  const newest = all.lists[0]
  if (!newest) return []
  const year = yearOf(newest.issuedOn)
  const areas = new Set('area' in place ? [place.area] : place.areas)
  const known = new Map(all.entries.filter(({ areaId }) => areas.has(areaId)).map(entry => [entry.areaId, entry]))
  return [...known.values()].map(({ areaId, area, areaSlug }) => {
    const on = all.lists.filter(
      list =>
        yearOf(list.issuedOn) === year && all.entries.some(one => one.listId === list.id && one.areaId === areaId),
    )
    const names = listDanish(on.map(({ kind }) => listNames[kind].short.toLowerCase()))
    return {
      term: 'area' in place ? 'Statslige lister' : `Statslige lister, ${area}`,
      text: on.length === 0 ? `På ingen liste i ${year}, men har været det` : `I ${year}: ${names}`,
      href: areaListsPath(areaSlug),
    }
  })
}
