import type { Actor } from '../../../../access/actor.ts'
import { yearOf } from '../../../../kernel/days.ts'
import { fold } from '../../../../kernel/fold.ts'
import { type Oere, parseKroner } from '../../../../kernel/money.ts'
import { type HomeType, homeTypeNames, homeTypes, type Places, placesOn } from '../../../ground/places/index.ts'
import type { Remark, TableRow } from '../../../ground/table-import/index.ts'
import { stockDay } from '../balance/read-stock.ts'
import { type Cause, causeNames } from './labels.ts'
import type { Column } from './vacancy-columns.ts'

/** A row as it can be stored; null: the file does not say, and what stands stays. */
export interface VacancyValues {
  estateId: number
  estate: string
  year: number
  type: HomeType
  vacant: number
  rentLoss: Oere | null
  cause: Cause | null
  measures: string | null
  origin: string | null
}

type Read<Value> = { found: Value } | { reason: string }

/** What a row says, and what cannot be read in it, all at once. The estate is found by its owner and its number. */
export function valuesOf(
  row: TableRow<Column>,
  places: Places,
  actor: Actor,
): { values: VacancyValues; faults: Remark<Column>[] } {
  const faults: Remark<Column>[] = []
  const take = <Value>(column: Column, read: (text: string) => Read<Value>, missing?: string): Value | null => {
    const text = row.told(column)
    if (text === '') {
      if (missing) faults.push({ column, reason: missing })
      return null
    }
    const result = read(text)
    if ('found' in result) return result.found
    faults.push({ column, reason: result.reason })
    return null
  }
  const year = take('year', yearIn, 'Skriv året med fire cifre, fx 2026.')
  const estate = year === null ? null : take('number', number => estateIn({ row, places, actor, year, number }))
  if (row.told('number') === '') faults.push({ column: 'number', reason: 'Skriv afdelingens nummer.' })
  const values = {
    ...{ estateId: estate?.id ?? 0, estate: estate?.name ?? '', year: year ?? 0 },
    type: take('type', typeIn) ?? 'family',
    vacant: take('vacant', countIn, 'Skriv antallet. Skriv 0, hvis ingen er ledige.') ?? 0,
    rentLoss: take('loss', lossIn),
    cause: take('cause', causeIn),
    measures: take('measures', shorter(2000)),
    origin: take('source', shorter(500)),
  }
  return { values, faults }
}

const shorter =
  (most: number) =>
  (text: string): Read<string> =>
    text.length > most ? { reason: `Skriv højst ${most} tegn.` } : { found: text }

const yearIn = (text: string): Read<number> =>
  /^(19|20|21)\d{2}$/.test(text) ? { found: Number(text) } : { reason: 'Skriv året med fire cifre, fx 2026.' }

/** »1.028« is a thousand and twenty-eight: homes are counted whole. */
function countIn(text: string): Read<number> {
  const bare = text.replace(/^(\d{1,3})\.(\d{3})$/, '$1$2')
  return /^\d{1,5}$/.test(bare) ? { found: Number(bare) } : { reason: 'Skriv et helt antal boliger, fx 12.' }
}

function lossIn(text: string): Read<Oere> {
  const found = parseKroner(text)
  return found !== null && found >= 0 ? { found } : { reason: 'Skriv huslejetabet i kroner, fx 150.000.' }
}

const bare = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '')

function typeIn(text: string): Read<HomeType> {
  const found = homeTypes.find(type =>
    [homeTypeNames[type].one, homeTypeNames[type].many].some(word => bare(word) === bare(text)),
  )
  return found
    ? { found }
    : { reason: `Skriv ${homeTypes.map(type => homeTypeNames[type].many).join(', ')}, eller slet kolonnen.` }
}

function causeIn(text: string): Read<Cause> {
  const found = (Object.keys(causeNames) as Cause[]).find(cause => bare(causeNames[cause]) === bare(text))
  return found ? { found } : { reason: `Skriv en af disse: ${Object.values(causeNames).join(', ')}.` }
}

interface Asked {
  row: TableRow<Column>
  places: Places
  actor: Actor
  year: number
  number: string
}

/** By the number and the owner of that year: the name, the short name or a former name. */
function estateIn({ row, places, actor, year, number }: Asked): Read<{ id: number; name: string }> {
  const owner = row.told('owner')
  if (owner === '') return { reason: 'Skriv den organisation eller forening, der ejer afdelingen, i kolonnen Ejer.' }
  const owners = places.owners.filter(
    ({ id, name, shortName }) =>
      [name, shortName].some(one => fold(one) === fold(owner)) ||
      places.formerNames.some(former => former.organisationId === id && fold(former.name) === fold(owner)),
  )
  if (owners.length === 0) return { reason: `Ingen boligorganisation eller forening hedder »${owner}«.` }
  const thisYear = yearOf(actor.today)
  const on = year > thisYear ? actor.today : stockDay(year, thisYear, actor.today)
  const found = [...placesOn(places, on).estates.values()].filter(
    estate =>
      estate.number.toLocaleLowerCase('da') === number.toLocaleLowerCase('da') &&
      owners.some(({ id }) => id === estate.owner?.id),
  )
  const [estate] = found
  if (estate && found.length === 1) return { found: { id: estate.id, name: estate.name } }
  return { reason: `Ejeren har ingen afdeling med det nummer ved udgangen af ${year}. Se listen over afdelinger.` }
}
