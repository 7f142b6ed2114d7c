import { z } from 'zod'
import type { Actor } from '../../../../access/actor.ts'
import { cursorField, pageSize, takePage, withQuery } from '../../../../http/pages/paging.ts'
import { fold } from '../../../../kernel/fold.ts'
import { readKnownPlaces } from '../figures/known-places.ts'
import { levelNames } from '../labels.ts'
import { placePath, placesPath } from '../paths.ts'
import { knowledgeTabs } from '../tabs.ts'

export const placesQuery = z.object({
  q: z.string().trim().max(100).optional().catch('').default(''),
  type: z.enum(['omraader', 'bydele', 'afdelinger', 'helheder']).optional().catch('omraader').default('omraader'),
  efter: cursorField,
})

const levels = {
  omraader: ['AREA'],
  bydele: ['DISTRICT'],
  afdelinger: ['ESTATE'],
  helheder: ['TOWN', 'REGION', 'COUNTRY'],
} as const

/** The places that figures have been told of, by name. */
export function placesPage(actor: Actor, { q, type, efter }: z.output<typeof placesQuery>) {
  const words = fold(q).split(/\s+/).filter(Boolean)
  const found = readKnownPlaces(actor.database).filter(
    place =>
      (levels[type] as readonly string[]).includes(place.level) &&
      (place.measuredId !== null || place.level === 'AREA') &&
      words.every(word => fold(place.name).includes(word)),
  )
  const from = efter ? found.findIndex(place => (place.ref.id ?? 0) === efter.id) + 1 : 0
  const shown = takePage(found.slice(from, from + pageSize + 1), place => ({ key: 'x', id: place.ref.id ?? 0 }))
  const kept = { q, type: type === 'omraader' ? '' : type }
  return {
    title: 'Tal for stederne',
    active: 'indikatorer',
    crumbs: [{ text: 'Steder' }],
    heading: 'Tal for stederne',
    tabs: knowledgeTabs(actor, 'places'),
    lead: 'Alle indikatorer for ét sted ad gangen, ved siden af hele byen og grænseværdierne.',
    filters: {
      action: placesPath,
      label: 'Søg i steder',
      submit: 'Søg',
      clearHref: q === '' ? null : withQuery(placesPath, { type: kept.type }),
      fields: [
        { kind: 'search' as const, name: 'q', label: 'Søg i navn', value: q },
        {
          ...{ kind: 'select' as const, name: 'type', label: 'Type', value: type },
          options: [
            { value: 'omraader', text: levelNames.AREA },
            { value: 'bydele', text: levelNames.DISTRICT },
            { value: 'afdelinger', text: levelNames.ESTATE },
            { value: 'helheder', text: 'Byen, regionen og landet' },
          ],
        },
      ],
    },
    rows: shown.rows.map(place => ({
      name: { text: place.name, href: placePath(place.address) },
      ended: place.to === null ? '' : 'Lukket',
      figures: place.measuredId === null ? 'Ingen tal endnu' : 'Har tal',
    })),
    nextHref: shown.next ? withQuery(placesPath, { ...kept, efter: shown.next }) : null,
    prevHref: efter ? withQuery(placesPath, kept) : null,
  }
}
