import { z } from 'zod'
import type { Sheet } from '../../../../inputs/sheets/table.ts'
import { fold } from '../../../../kernel/fold.ts'
import { contentHash } from '../../../../kernel/hash.ts'
import { type Heading, headingKey, headingsOf, yearIn } from './headings.ts'

/** What a column tells. */
export const parts = [
  'ignored',
  'place',
  'level',
  'indicator',
  'year',
  'value',
  'numerator',
  'denominator',
  'missing',
] as const
export type Part = (typeof parts)[number]

/** The levels that a file can tell of. */
export const levels = ['ESTATE', 'AREA', 'DISTRICT', 'TOWN', 'REGION', 'COUNTRY'] as const

export const columnMapping = z.object({
  part: z.enum(parts),
  /** Whose value it is, by its address; empty: the row or the sheet says. */
  indicator: z.string().max(120).default(''),
})
export type ColumnMapping = z.infer<typeof columnMapping>

/** What a sheet's columns tell. The year of a column stands in its heading, so that next year's needs no new mapping. */
export const sheetMapping = z.object({
  read: z.boolean().default(true),
  line: z.number().int().min(1).max(1_000_000),
  /** Of the whole sheet, where no column says; empty: not told. */
  indicator: z.string().max(120).default(''),
  year: z.number().int().min(1900).max(2199).nullable().default(null),
  level: z.enum(['', ...levels]).default(''),
  /** What a full stop in a number means, where it can mean two things; empty: asked about. */
  point: z.enum(['', 'decimal', 'thousands']).default(''),
  /** By the heading's key. */
  columns: z.record(z.string(), columnMapping),
})
export type SheetMapping = z.infer<typeof sheetMapping>

/** By the sheet's name; the only sheet of a text file has none. */
export type FileMapping = Record<string, SheetMapping>

/** An indicator as a mapping can name it. */
export interface NamedIndicator {
  slug: string
  name: string
}

const words: Record<Exclude<Part, 'ignored'>, readonly string[]> = {
  place: ['sted', 'stednavn', 'omraade', 'boligomraade', 'bydel', 'afdeling', 'afdelingsnr', 'navn', 'boligafdeling'],
  level: ['niveau', 'stedtype', 'type', 'geografi'],
  indicator: ['indikator', 'noegletal', 'maaling', 'variabel', 'emne'],
  year: ['aar', 'aarstal', 'periode', 'opgoerelsesaar'],
  value: ['vaerdi', 'tal', 'andel', 'procent', 'pct', 'maalt', 'resultat', 'antal'],
  numerator: ['taeller', 'antal personer', 'antal med'],
  denominator: ['naevner', 'i alt', 'antal i alt', 'grundlag', 'ud af'],
  missing: ['mangler', 'manglende', 'aarsag til manglende', 'hvorfor mangler', 'manglende vaerdi'],
}

/** What a heading most likely tells: by its words, by an indicator's name, or as the value of the year that it names. */
export function likelyColumn(heading: Heading, indicators: readonly NamedIndicator[]): ColumnMapping {
  const bare = heading.key.replace('{aar}', '').replace(/\s+/g, ' ').trim()
  const named = indicators.find(({ name }) => headingKey(name) === bare)
  if (named) return { part: 'value', indicator: named.slug }
  const found = Object.entries(words).find(([, list]) => list.includes(bare))?.[0] as Part | undefined
  if (found === 'year' && heading.year !== null) return { part: 'value', indicator: '' }
  if (found) return { part: found, indicator: '' }
  const measured = indicators.find(({ name }) => bare.startsWith(`${headingKey(name)} `))
  const rest = measured ? bare.slice(headingKey(measured.name).length).trim() : ''
  for (const part of ['value', 'numerator', 'denominator'] as const)
    if (measured && words[part].includes(rest)) return { part, indicator: measured.slug }
  return { part: heading.year !== null && plainYear.test(bare) ? 'value' : 'ignored', indicator: '' }
}

/** Words beside a year that say no more than the year does. */
const plainYear = /^(aar|i|ultimo|primo|(pr )?(1 januar|31 december)?)$/

/** A mapping to begin with, of what the sheet itself says. */
export function likelyMapping(sheet: Sheet, indicators: readonly NamedIndicator[]): SheetMapping {
  const { headings } = headingsOf(sheet)
  const named = indicators.find(({ name }) => fold(name) === fold(sheet.name.replace(/\b(19|20)\d\d\b/, '').trim()))
  return {
    read: !sheet.hidden,
    line: headingLine(sheet),
    indicator: named?.slug ?? '',
    year: yearIn(sheet.name),
    level: levelNamed(headings.map(({ key }) => key)),
    point: '',
    columns: Object.fromEntries(headings.map(one => [one.key, likelyColumn(one, indicators)])),
  }
}

/** What the places are, where the heading over them says so. */
function levelNamed(keys: readonly string[]): SheetMapping['level'] {
  const named = {
    boligomraade: 'AREA',
    bydel: 'DISTRICT',
    boligafdeling: 'ESTATE',
    afdelingsnr: 'ESTATE',
    afdeling: 'ESTATE',
  } as const
  const found = Object.entries(named).find(([word]) => keys.includes(word))
  return found && !words.level.some(word => keys.includes(word)) ? found[1] : ''
}

const headingLine = (sheet: Sheet): number => {
  const { last, headings } = headingsOf(sheet)
  return headings.some(({ merged }) => merged !== null) ? last - 1 : last
}

/**
 * What a sheet is recognised by next time: its name and its headings, whichever years they name and however many years
 * there are.
 */
export function sheetSignature(sheet: Sheet): string {
  // The column of reasons of a file that was given back tells nothing.
  const keys = headingsOf(sheet).headings.flatMap(({ key }) => (key === 'aarsag' ? [] : [key]))
  return contentHash({ name: headingKey(sheet.name), keys: [...new Set(keys)].sort() })
}

/** A saved mapping on this file's sheet: its line of headings is where this one has it, and its own year is in its name. */
export const recognised = (saved: SheetMapping, sheet: Sheet): SheetMapping => ({
  ...saved,
  line: headingLine(sheet),
  year: yearIn(sheet.name) ?? saved.year,
})

const unused: ColumnMapping = { part: 'ignored', indicator: '' }

export interface MappingFault {
  sheet: string
  /** The heading's key; empty: the sheet as a whole. */
  key: string
  sentence: string
}

/** What a mapping lacks for the rows to be judged: said before any row is, since every row would be wrong. */
export function mappingFaults(
  sheet: Sheet,
  mapping: SheetMapping,
  indicators: readonly NamedIndicator[],
): MappingFault[] {
  if (!mapping.read) return []
  const { headings } = headingsOf(sheet, mapping.line)
  const told = headings.map(heading => ({ heading, ...(mapping.columns[heading.key] ?? unused) }))
  const of = (part: Part) => told.filter(column => column.part === part)
  const values = [...of('value'), ...of('numerator'), ...of('denominator')]
  const known = new Set(indicators.map(({ slug }) => slug))
  const faults: MappingFault[] = []
  const say = (sentence: string, key = '') => faults.push({ sheet: sheet.name, key, sentence })
  if (headings.length === 0) say('Der er ingen overskrifter på linjen. Vælg den linje, de står på.')
  for (const part of ['place', 'level', 'indicator', 'year', 'missing'] as const)
    for (const { heading } of of(part).slice(1)) say('To kolonner fortæller det samme. Vælg kun den ene.', heading.key)
  if (of('place').length === 0 && !['TOWN', 'REGION', 'COUNTRY'].includes(mapping.level))
    say('Vælg den kolonne, der fortæller, hvilket sted rækken handler om.')
  if (values.length === 0) say('Vælg mindst én kolonne med værdier.')
  const hasIndicator = of('indicator').length > 0 || mapping.indicator !== ''
  if (values.some(({ indicator }) => indicator === '') && !hasIndicator)
    say('Vælg den indikator, som værdierne hører til, eller den kolonne, der fortæller det.')
  if (values.some(({ heading }) => heading.year === null) && of('year').length === 0 && mapping.year === null)
    say('Vælg det år, som værdierne hører til, eller den kolonne, der fortæller det.')
  for (const slug of new Set([mapping.indicator, ...values.map(({ indicator }) => indicator)]))
    if (slug !== '' && !known.has(slug)) say('Den valgte indikator findes ikke længere. Vælg en anden.')
  for (const { heading } of twice(values)) say('To kolonner fortæller det samme. Vælg kun den ene.', heading.key)
  return faults
}

const cellKey = (column: { heading: Heading; part: Part; indicator: string }): string =>
  [column.heading.year ?? '', column.indicator, column.part].filter(one => one !== '').join(' ')

/** Columns of values that another before them tells already. */
function twice(columns: readonly { heading: Heading; part: Part; indicator: string }[]) {
  const seen = new Set<string>()
  return columns.filter(column => {
    const key = cellKey(column)
    const again = seen.has(key)
    seen.add(key)
    return again
  })
}
