import { type Day, longDay } from '../../../../kernel/days.ts'
import { fold } from '../../../../kernel/fold.ts'
import { isPlausible, readDay } from '../../../../kernel/written-day.ts'
import type { Remark, TableRow } from '../../table-import/index.ts'
import { type HomeType, homeTypes } from '../estates/estate-rules.ts'
import type { Places } from '../read-places.ts'
import type { Column } from './estate-columns.ts'

/** A row as it can be stored; null: the file does not say, and what stands stays. */
export interface EstateValues {
  number: string
  name: string | null
  ownerId: number | null
  districtId: number | null
  homes: Partial<Record<HomeType, number>>
  built: number | null
  from: Day | null
  note: string
}

type Read<Value> = { found: Value } | { reason: string }

/** What a row says, and what cannot be read in it, all at once. Owners and districts are found by name. */
export function valuesOf(row: TableRow<Column>, places: Places): { values: EstateValues; faults: Remark<Column>[] } {
  const faults: Remark<Column>[] = []
  const take = <Value>(column: Column, read: (text: string) => Read<Value>): Value | null => {
    const text = row.told(column)
    if (text === '') return null
    const result = read(text)
    if ('found' in result) return result.found
    faults.push({ column, reason: result.reason })
    return null
  }
  const homes: Partial<Record<HomeType, number>> = {}
  for (const type of homeTypes) {
    const count = take(type, countIn)
    if (count !== null) homes[type] = count
  }
  const values = {
    number: take('number', shorter(20)) ?? '',
    name: take('name', shorter(120)),
    ownerId: take('owner', text => ownerIn(places, text)),
    districtId: take('district', text => districtIn(places, text)),
    homes,
    built: take('built', yearIn),
    from: take('from', dayIn),
    note: take('note', shorter(500)) ?? '',
  }
  if (row.told('number') === '') faults.push({ column: 'number', reason: 'Skriv afdelingens nummer.' })
  if (row.told('owner') === '')
    faults.push({ column: 'owner', reason: 'Skriv den organisation eller forening, der ejer afdelingen.' })
  return { values, faults }
}

const shorter =
  (most: number) =>
  (text: string): Read<string> =>
    text.length > most ? { reason: `Skriv højst ${most} tegn.` } : { found: text }

/** »1.028« is a thousand and twenty-eight here, as »1028« is: homes are counted whole. */
function countIn(text: string): Read<number> {
  const bare = text.replace(/^(\d{1,3})\.(\d{3})$/, '$1$2')
  return /^\d{1,5}$/.test(bare) ? { found: Number(bare) } : { reason: 'Skriv et helt antal boliger, fx 120.' }
}

const yearIn = (text: string): Read<number> =>
  /^\d{4}$/.test(text) ? { found: Number(text) } : { reason: 'Skriv byggeåret med fire cifre, fx 1972.' }

function dayIn(text: string): Read<Day> {
  const found = readDay(text)
  if (found === null) return { reason: 'Skriv datoen som dd.mm.åååå, fx 23.11.2026.' }
  return isPlausible(found) ? { found } : { reason: 'Skriv en dato mellem 1900 og 2199, fx 23.11.2026.' }
}

const alike = (one: string, other: string): boolean => fold(one) === fold(other)

function ownerIn({ owners, formerNames }: Places, text: string): Read<number> {
  const named = owners.filter(({ id, name, shortName }) => {
    const former = formerNames.some(one => one.organisationId === id && alike(one.name, text))
    return alike(name, text) || alike(shortName, text) || former
  })
  const [owner] = named
  if (owner && named.length === 1) return { found: owner.id }
  return {
    reason: owner
      ? 'Flere organisationer hedder sådan. Skriv det fulde navn.'
      : 'Ingen boligorganisation eller forening hedder sådan. Skriv navnet, som det står under Parter.',
  }
}

function districtIn({ districts }: Places, text: string): Read<number> {
  const open = districts.filter(({ to, name }) => to === null && alike(name, text))
  const [district] = open
  if (district && open.length === 1) return { found: district.id }
  return {
    reason: district
      ? 'Flere bydele hedder sådan, i hver sin inddeling. Vælg bydelen på afdelingens egen side.'
      : 'Ingen bydel hedder sådan. Tilføj den under Bydele, eller ret navnet.',
  }
}

/** »fra den 1. december 2026« */
export const sinceText = (from: Day): string => `fra den ${longDay(from)}`
