import { csvOf } from '../../../../kernel/csv.ts'
import { dayOf, longDay, shortDay } from '../../../../kernel/days.ts'
import { thousands } from '../../../../kernel/text.ts'
import { homeTypeNames } from '../../../ground/places/index.ts'
import type { NeedLine, NeedType } from '../balance/balance-rules.ts'
import { needSizeNames, needTypeNames, statusNames, wholeTown } from '../labels.ts'
import { estimatePath, estimatesPath, versionPath } from '../paths.ts'
import { lineColumns } from './line-columns.ts'
import { linesBefore, type NeedContent, type StatedLine } from './need-content.ts'
import type { EstimateVersion } from './read-estimates.ts'

/** How an estimate is told of on lists and on its own page. */

export const tagsOf = ({ withdrawn, content, version, newest }: EstimateVersion) => ({
  status: statusNames[content.status],
  standing:
    withdrawn !== null
      ? { text: 'Trukket tilbage', kind: 'danger' as const }
      : version < newest
        ? { text: `Afløst af version ${newest}`, kind: 'warning' as const }
        : null,
})

/** »2027–2040« */
export function yearsText(lines: readonly NeedLine[]): string {
  const years = lines.map(({ year }) => year)
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return first === last ? String(first) : `${first}–${last}`
}

/** »Hele byen«, »12 bydele« */
export function coversText(lines: readonly NeedLine[]): string {
  const districts = new Set(lines.flatMap(({ districtId }) => districtId ?? []))
  const town = lines.some(({ districtId }) => districtId === null) ? wholeTown : ''
  const named = districts.size === 0 ? '' : districts.size === 1 ? '1 bydel' : `${districts.size} bydele`
  return [town, named].filter(Boolean).join(' og ')
}

export const estimateCrumbs = ({ number }: { number: string }, ...after: { text: string }[]) => [
  { text: 'Behovsvurderinger', href: estimatesPath },
  { text: `Behovsvurdering ${number}`, ...(after.length > 0 && { href: estimatePath(number) }) },
  ...after,
]

export const factsOf = ({ content, organisation, by, at, withdrawn, withdrawnAt, withdrawnBy }: EstimateVersion) => [
  { term: 'Lavet af', text: organisation },
  { term: 'Opgjort', text: longDay(content.calculatedOn) },
  { term: 'Gælder', text: `${coversText(content.lines)}, ${yearsText(content.lines)}` },
  { term: 'Kilde', text: content.source },
  { term: 'Offentliggjort', text: `${shortDay(dayOf(at))} af ${by}` },
  ...(withdrawn !== null && withdrawnAt
    ? [{ term: 'Trukket tilbage', text: `${shortDay(dayOf(withdrawnAt))} af ${withdrawnBy}: ${withdrawn}` }]
    : []),
]

/** A line of the figures, beside what the version before said of the same. */
export function figureRows(content: NeedContent, before: NeedContent | null) {
  const was = before ? linesBefore(before.lines) : null
  return content.lines.map(line => {
    const earlier = was?.(line)
    const changed = earlier && (['low', 'middle', 'high'] as const).some(key => earlier[key] !== line[key])
    return {
      ...namesOf(line),
      ...{ low: thousands(line.low), middle: thousands(line.middle), high: thousands(line.high) },
      before: !was || (earlier && !changed) ? '' : earlier ? rangeText(earlier) : 'Ny',
    }
  })
}

/** What the version before told and this one does not. */
export function leftOut(content: NeedContent, before: NeedContent | null) {
  if (!before) return []
  const is = linesBefore(content.lines)
  return before.lines.filter(line => !is(line)).map(line => ({ ...namesOf(line), before: rangeText(line) }))
}

/** »1.240 (1.180–1.310)« */
export const rangeText = ({ low, middle, high }: Pick<NeedLine, 'low' | 'middle' | 'high'>): string =>
  low === high ? thousands(middle) : `${thousands(middle)} (${thousands(low)}–${thousands(high)})`

const namesOf = ({ district, type, size, year }: StatedLine) => ({
  ...{ district: district || wholeTown, type: needTypeNames[type], size: needSizeNames[size], year: String(year) },
})

/** The figures as they can be pasted into the next version. */
export function linesCsv(lines: readonly StatedLine[]): Buffer {
  const head = Object.values(lineColumns).map(({ label }) => label)
  return csvOf(
    head,
    lines.map(({ district, type, size, year, low, middle, high }) => [
      ...[district || wholeTown, typeWord(type), needSizeNames[size], String(year)],
      ...[String(low), String(middle), String(high)],
    ]),
  )
}

const typeWord = (type: NeedType): string => (type === 'all' ? needTypeNames.all : homeTypeNames[type].heading)

/** The same as text for a form: without the mark that a file begins with. */
export const linesText = (lines: readonly StatedLine[]): string =>
  linesCsv(lines)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .trim()

export const listLine = (row: EstimateVersion) => ({
  ...{ title: row.content.title, href: estimatePath(row.number) },
  about: `Behovsvurdering ${row.number}, version ${row.version}`,
  organisation: row.organisation,
  covers: coversText(row.content.lines),
  years: yearsText(row.content.lines),
  calculated: shortDay(row.content.calculatedOn),
  ...tagsOf(row),
})

export const versionLine = (row: EstimateVersion, shown: number) => ({
  ...{ version: `Version ${row.version}`, href: row.version === shown ? '' : versionPath(row.number, row.version) },
  ...{ when: shortDay(dayOf(row.at)), by: row.by, changed: row.content.changed },
  tag: row.version === row.newest && row.withdrawn === null ? { text: 'Gældende', kind: 'success' as const } : null,
})
