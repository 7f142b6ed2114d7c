import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { yearOf } from '../../../../kernel/days.ts'
import { fold } from '../../../../kernel/fold.ts'
import { compareDanish, listDanish, plural } from '../../../../kernel/text.ts'
import type { ListsQuery } from '../forms.ts'
import { listKinds, listNames } from '../labels.ts'
import { areaListsPath, listPath, listsPath, newListPath, referencesPath, warningPath } from '../paths.ts'
import { disagreementsOf, type Lists, readLists } from '../read-lists.ts'

export const neverAdded =
  'Listerne overlapper: Et område kan stå på flere af dem samme år. Derfor lægger portalen dem aldrig sammen.'

/** Of a year no such list is recorded. */
export const notRecorded = { href: '', text: 'Ikke registreret', about: '', wrong: '', tag: 'neutral' }

/** Years × lists, and the areas that have been on any. */
export function listsPage(actor: Actor, { q, sorter }: ListsQuery) {
  const all = readLists(actor.database)
  return {
    title: 'Statslige lister',
    active: 'lister',
    crumbs: [{ text: 'Statslige lister' }],
    neverAdded,
    newHref: mayDo(actor, 'keepLists') ? newListPath : null,
    referencesHref: referencesPath,
    warningHref: warningPath,
    none: all.lists.length === 0,
    kinds: listKinds.map(kind => ({ text: listNames[kind].name })),
    years: yearsOf(all).map(year => ({
      organisation: String(year),
      cells: listKinds.map(kind => {
        const list = all.lists.find(one => one.kind === kind && yearOf(one.issuedOn) === year)
        if (!list) return notRecorded
        const count = all.entries.filter(({ listId }) => listId === list.id).length
        const wrong = disagreementsOf(actor.database, list)
        return {
          href: listPath(list.slug),
          text: count === 0 ? 'Ingen' : plural(count, 'område', 'områder'),
          about: `${listNames[kind].name} ${year}`,
          wrong: wrong > 0 ? `Afviger for ${wrong}` : '',
          tag: count > 0 ? 'info' : 'neutral',
        }
      }),
    })),
    filters: {
      action: listsPath,
      label: 'Søg i områder, der har stået på en liste',
      submit: 'Søg',
      clearHref: q ? listsPath : null,
      fields: [
        { kind: 'search', name: 'q', label: 'Søg i boligområder', value: q },
        {
          ...{ kind: 'select', name: 'sorter', label: 'Rækkefølge', value: sorter },
          options: [
            { value: 'navn', text: 'Navn' },
            { value: 'seneste', text: 'Senest på en liste' },
          ],
        },
      ],
    },
    areas: areasOf(all, q, sorter),
  }
}

export const yearsOf = ({ lists }: Lists): number[] => [...new Set(lists.map(({ issuedOn }) => yearOf(issuedOn)))]

function areasOf(all: Lists, q: string, sorter: ListsQuery['sorter']) {
  const names = new Map(all.entries.map(({ areaSlug, area }) => [areaSlug, area]))
  const found = [...names].map(([slug, name]) => {
    const own = all.lists.filter(({ id }) => all.entries.some(entry => entry.listId === id && entry.areaSlug === slug))
    const last = Math.max(...own.map(({ issuedOn }) => yearOf(issuedOn)))
    const kinds = listKinds.filter(kind => own.some(one => one.kind === kind && yearOf(one.issuedOn) === last))
    return {
      name,
      href: areaListsPath(slug),
      last,
      lastText: `${last}: ${listDanish(kinds.map(kind => listNames[kind].short))}`,
    }
  })
  return found
    .filter(({ name }) => fold(name).includes(fold(q)))
    .sort((one, other) => (sorter === 'seneste' ? other.last - one.last : 0) || compareDanish(one.name, other.name))
}
