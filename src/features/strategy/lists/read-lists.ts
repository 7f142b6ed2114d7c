import type { Database } from '../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import { untilCommit } from '../../../database/until-commit.ts'
import { yearOf } from '../../../kernel/days.ts'
import { readPlaces, undividedSince } from '../../ground/places/index.ts'
import { figuresSchema, metSchema } from './figures.ts'
import { judgeCategory, type References } from './rules/judge-area.ts'
import { type Agreement, type InARow, recompute, yearsInARow } from './rules/recompute.ts'
import { type ListKind, type ReferenceKey, ruleOf } from './rules/statutory-rules.ts'

const listRow = rowsOf({
  id: column.number,
  slug: column.text,
  kind: column.oneOf<ListKind>(),
  issuer: column.text,
  issuedOn: column.day,
  rule: column.text,
  source: column.text,
  note: column.text,
  documentName: column.text,
  version: column.number,
})
export type ListRow = RowOf<typeof listRow>

const entryRow = rowsOf({
  id: column.number,
  listId: column.number,
  areaId: column.number,
  area: column.text,
  areaSlug: column.text,
  name: column.text,
  residents: column.orNull(column.number),
  figures: column.json(figuresSchema),
  met: column.orNull(column.json(metSchema)),
  version: column.number,
})
export type EntryRow = RowOf<typeof entryRow>

const referenceRow = rowsOf({
  id: column.number,
  key: column.oneOf<ReferenceKey>(),
  year: column.number,
  value: column.number,
  source: column.text,
  by: column.text,
  at: column.moment,
})
export type ReferenceRow = RowOf<typeof referenceRow>

/** All that is recorded of lists: a town has six a year, with a handful of areas on each. */
export interface Lists {
  lists: ListRow[]
  entries: EntryRow[]
  references: ReferenceRow[]
}

/** Three statements, kept until anything is committed: everybody who reads them reads the same. */
export const readLists = (database: Database): Lists => kept(database, 'all')

const kept = untilCommit<'all', Lists>(1, ({ sql }) => ({
  lists: sql.all(
    listRow,
    `SELECT id, slug, kind, issuer, issuedOn, rule, source, note, documentName, version FROM PublicList ORDER BY issuedOn DESC, id`,
  ),
  entries: sql.all(
    entryRow,
    `SELECT e.id, e.listId, e.areaId, a.name AS area, a.slug AS areaSlug, e.name, e.residents, e.figures, e.met, e.version
     FROM ListEntry e JOIN HousingArea a ON a.id = e.areaId WHERE e.withdrawn IS NULL ORDER BY fold(a.name), e.id`,
  ),
  references: sql.all(
    referenceRow,
    `SELECT r.id, r.key, r.year, r.value, r.source, p.name AS by, r.at FROM ListReference r JOIN Person p ON p.id = r.byId
     ORDER BY r.year DESC, r.id DESC`,
  ),
}))

/** What limits ride on in a year: the value that was entered last. */
export function referencesOf({ references }: Lists, year: number): References {
  const found: References = {}
  for (const { key, year: of, value } of references) if (of === year) found[key] ??= value
  return found
}

export interface JudgedEntry {
  entry: EntryRow
  verdict: ReturnType<typeof recompute>['verdict']
  agreement: Agreement
}

/** A list's entries, each held against its rules by its own figures. */
export function judgeList(database: Database, list: ListRow): JudgedEntry[] {
  const all = readLists(database)
  const references = referencesOf(all, yearOf(list.issuedOn))
  return all.entries
    .filter(({ listId }) => listId === list.id)
    .map(entry => ({ entry, ...recompute(list, entry, references, inARow(database, all, list, entry.areaId)) }))
}

/** Areas that meet the list's rules by what another list of the day says of them, and are not on it. */
export function notIssued(database: Database, list: ListRow): EntryRow[] {
  const rule = ruleOf(list.rule)?.categories.find(({ kind }) => kind === list.kind)
  if (!rule) return []
  const all = readLists(database)
  const references = referencesOf(all, yearOf(list.issuedOn))
  const sameDay = new Set(all.lists.filter(({ issuedOn }) => issuedOn === list.issuedOn).map(({ id }) => id))
  const own = new Set(all.entries.filter(({ listId }) => listId === list.id).map(({ areaId }) => areaId))
  const others = new Map(
    all.entries
      .filter(({ listId, areaId }) => sameDay.has(listId) && !own.has(areaId))
      .map(entry => [entry.areaId, entry]),
  )
  return [...others.values()].filter(entry => judgeCategory(rule, entry, references).isOn === true)
}

function inARow(database: Database, all: Lists, list: ListRow, areaId: number): InARow {
  const parallel = all.lists.filter(({ kind }) => kind === 'PARALLEL')
  const issued = new Set(parallel.map(({ issuedOn }) => yearOf(issuedOn)))
  const years = new Map(parallel.map(({ id, issuedOn }) => [id, yearOf(issuedOn)]))
  const on = new Set(all.entries.flatMap(entry => (entry.areaId === areaId ? (years.get(entry.listId) ?? []) : [])))
  const places = readPlaces(database)
  const area = places.areas.find(({ id }) => id === areaId)
  const since = area ? undividedSince(area, places.delimitations, list.issuedOn) : null
  return yearsInARow(yearOf(list.issuedOn), issued, on, since ? yearOf(since) : 0)
}

/** How many of a list's areas the portal comes to another result for. */
export const disagreementsOf = (database: Database, list: ListRow): number =>
  judgeList(database, list).filter(({ agreement }) => agreement.kind === 'DISAGREES').length +
  notIssued(database, list).length
