import type { Actor } from '../../../../access/actor.ts'
import { type Day, day, longDay, yearOf } from '../../../../kernel/days.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { readPlaces, undividedSince } from '../../../ground/places/index.ts'
import { areaPath } from '../../../ground/places/paths.ts'
import { countText, criterionKeys, listKinds, listNames } from '../labels.ts'
import { listPath, listsPath } from '../paths.ts'
import { type JudgedEntry, judgeList, type ListRow, readLists } from '../read-lists.ts'
import { criterionCells, criterionColumns } from './criteria-cells.ts'
import { neverAdded, notRecorded, yearsOf } from './lists-page.ts'

/** An area's history, years × lists: on it or not, or not known, and its figures beside the limits of each year. */
export function areaListsPage(actor: Actor, slug: string) {
  const places = readPlaces(actor.database)
  const area = places.areas.find(one => one.slug === slug)
  if (!area) throw notFound()
  const all = readLists(actor.database)
  const years = yearsOf(all)
  const listed = all.lists.flatMap(list =>
    judgeList(actor.database, list).flatMap(judged => (judged.entry.areaId === area.id ? [{ list, judged }] : [])),
  )
  return {
    title: `${area.name} på de statslige lister`,
    active: 'lister',
    crumbs: [{ text: 'Statslige lister', href: listsPath }, { text: area.name }],
    heading: `${area.name} på de statslige lister`,
    areaHref: areaPath(area.slug),
    areaName: area.name,
    neverAdded,
    kinds: listKinds.map(kind => ({ text: listNames[kind].name })),
    years: years.map(year => ({
      organisation: String(year),
      notes: breakIn(places, area, year),
      cells: listKinds.map(kind => {
        const list = all.lists.find(one => one.kind === kind && yearOf(one.issuedOn) === year)
        if (!list) return notRecorded
        const own = listed.find(one => one.list.id === list.id)
        const there = area.from <= list.issuedOn && (area.to === null || area.to >= list.issuedOn)
        return {
          href: listPath(list.slug),
          tag: own ? 'warning' : 'neutral',
          text: own ? 'På listen' : there ? 'Ikke på listen' : 'Området fandtes ikke',
          about: `${listNames[kind].name} ${year}`,
          wrong: own?.judged.agreement.kind === 'DISAGREES' ? 'Afviger' : '',
        }
      }),
    })),
    columns: criterionColumns,
    figures: figuresOf(listed),
  }
}

/** The delimitation became another since the list of the year before: what stands above and below is not the same area. */
function breakIn(
  places: ReturnType<typeof readPlaces>,
  area: { id: number; name: string; from: Day; to: Day | null },
  year: number,
): string[] {
  const since = undividedSince(area, places.delimitations, day(`${year}-12-01`))
  const isBreak = since && yearOf(since) === year && since !== area.from
  return isBreak ? [`Databrud: Ny afgrænsning fra den ${longDay(since)}`] : []
}

/** The area's figures, one line a list: as each list has them. */
const figuresOf = (listed: readonly { list: ListRow; judged: JudgedEntry }[]) =>
  listed.map(({ list, judged }) => {
    const cells = criterionCells(judged.entry.figures, judged.verdict)
    return {
      list: `${listNames[list.kind].short} ${yearOf(list.issuedOn)}`,
      href: listPath(list.slug),
      residents: judged.entry.residents === null ? '' : countText(judged.entry.residents),
      ...Object.fromEntries(
        criterionKeys.flatMap(key => [
          [key, cells[key].value],
          [`${key}_tag`, cells[key].mark],
          [`${key}_soft`, [cells[key].limit, cells[key].persons].filter(Boolean).join('. ')],
        ]),
      ),
    }
  })
