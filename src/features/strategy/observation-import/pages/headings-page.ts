import type { Actor } from '../../../../access/actor.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { plural } from '../../../../kernel/text.ts'
import type { SheetBeginning } from '../apart/inspect-file.ts'
import type { HeadingsForm } from '../forms.ts'
import { textOf } from '../judge/judge-figure.ts'
import { levelChoices, partNames, pointChoices } from '../labels.ts'
import { type Heading, headingsOf } from '../mapping/headings.ts'
import { type FileMapping, likelyColumn, type MappingFault, mappingFaults, parts } from '../mapping/mapping.ts'
import { headingsPath, importPath } from '../paths.ts'
import { openIndicators } from '../waiting/read-facts.ts'
import type { WaitingFile } from '../waiting/waiting-files.ts'
import { importCrumbs, stepsBar } from './steps-bar.ts'

/** Columns with one key are named together: the years of a wide table are one choice. */
interface Column {
  key: string
  headings: Heading[]
}

function columnsOf(sheet: SheetBeginning, line: number): Column[] {
  const found = new Map<string, Column>()
  for (const heading of headingsOf(sheet, line).headings) {
    const known = found.get(heading.key)
    if (known) known.headings.push(heading)
    else found.set(heading.key, { key: heading.key, headings: [heading] })
  }
  return [...found.values()]
}

const fieldOf = (sheet: number, column: number): string => `kolonne[s${sheet}k${column}]`

/** What was chosen, as a mapping: columns by their keys. Those that the form says nothing of are guessed again. */
export function mappingOf(actor: Actor, { sheets }: WaitingFile, form: HeadingsForm): FileMapping {
  const indicators = openIndicators(actor)
  return Object.fromEntries(
    sheets.map((sheet, at) => {
      const said = form.ark[at]
      const line = said?.linje ?? 1
      const columns = columnsOf(sheet, line).map(({ key, headings: [first] }, column) => {
        const chosen = form.kolonne[`s${at}k${column}`]
        const likely = first ? likelyColumn(first, indicators) : { part: 'ignored' as const, indicator: '' }
        return [key, chosen ? { part: chosen.hvad, indicator: chosen.indikator } : likely] as const
      })
      return [
        sheet.name,
        {
          ...{ read: said?.laes ?? false, line, indicator: said?.indikator ?? '', year: said?.aar ?? null },
          ...{ level: said?.niveau ?? '', point: said?.punktum ?? '', columns: Object.fromEntries(columns) },
        },
      ]
    }),
  )
}

export const faultsOf = (actor: Actor, { sheets }: WaitingFile, mapping: FileMapping): MappingFault[] =>
  sheets.flatMap(sheet => {
    const of = mapping[sheet.name]
    return of ? mappingFaults(sheet, of, openIndicators(actor)) : []
  })

/** What the columns tell, sheet by sheet, beside the first rows of each. */
export function headingsPage(
  actor: Actor,
  waiting: WaitingFile,
  mapping: FileMapping,
  faults: MappingFault[] = [],
  form?: FormState,
) {
  const indicators = openIndicators(actor).map(({ slug, name }) => ({ value: slug, text: name }))
  const errors: Record<string, string> = {}
  const values: Record<string, unknown> = { ark: [], kolonne: {} }
  const sheets = waiting.sheets.map((sheet, at) => {
    const of = mapping[sheet.name]
    const line = of?.line ?? 1
    const columns = columnsOf(sheet, line)
    const own = faults.filter(fault => fault.sheet === sheet.name)
    for (const { key, sentence } of own) {
      const column = columns.findIndex(one => one.key === key)
      errors[column === -1 ? `ark[${at}][laes]` : `${fieldOf(at, column)}[hvad]`] ??= sentence
    }
    ;(values.ark as unknown[]).push({
      ...{
        laes: of?.read ? '1' : '',
        linje: String(line),
        indikator: of?.indicator ?? '',
        aar: String(of?.year ?? ''),
      },
      ...{ niveau: of?.level ?? '', punktum: of?.point ?? '' },
    })
    const title = sheet.name === '' ? waiting.name : sheet.name
    for (const [column, { key }] of columns.entries()) {
      const chosen = of?.columns[key]
      ;(values.kolonne as Record<string, unknown>)[`s${at}k${column}`] = {
        hvad: chosen?.part ?? 'ignored',
        indikator: chosen?.indicator ?? '',
      }
    }
    return {
      title,
      count: plural(sheet.count, 'række', 'rækker'),
      known: waiting.recognised.includes(sheet.name),
      hidden: sheet.hidden,
      name: (field: string) => `ark[${at}][${field}]`,
      lines: sheet.rows.map(row => ({
        value: String(row.line),
        text: `Linje ${row.line}: ${row.cells.map(textOf).filter(Boolean).slice(0, 4).join(', ').slice(0, 60)}`,
      })),
      columns: columns.map(({ headings }, column) => columnModel(sheet, line, headings, fieldOf(at, column))),
    }
  })
  return {
    title: 'Overskrifter',
    active: 'indikatorer',
    crumbs: importCrumbs(waiting.name),
    steps: stepsBar('headings', waiting.id),
    path: headingsPath(waiting.id),
    back: importPath,
    name: waiting.name,
    notes: waiting.notes,
    refused: waiting.refused,
    form: form ?? { ...formOf(values), errors },
    sheets,
    parts: parts.map(value => ({ value, text: partNames[value] })),
    indicators: [{ value: '', text: 'Står i en kolonne' }, ...indicators],
    columnIndicators: [{ value: '', text: 'Arkets' }, ...indicators],
    levels: levelChoices,
    points: pointChoices,
  }
}

function columnModel(sheet: SheetBeginning, line: number, headings: readonly Heading[], field: string) {
  const [first, last] = [headings[0], headings.at(-1)]
  const several = headings.length > 1 && first && last
  const { last: end } = headingsOf(sheet, line)
  const examples = sheet.rows
    .filter(row => row.line > end)
    .map(row => textOf(row.cells[first?.index ?? 0] ?? null))
    .filter(Boolean)
  return {
    field,
    label: several ? `${first.label} … ${last.label}` : (first?.label ?? ''),
    letter: several ? `${first.letter}–${last.letter}, ${headings.length} kolonner` : (first?.letter ?? ''),
    merged: first?.merged
      ? `Flettede celler i ${[...new Set(headings.map(({ merged }) => merged))].filter(Boolean).slice(0, 3).join(', ')}`
      : '',
    examples: [...new Set(examples)].slice(0, 3).join(', ').slice(0, 80),
  }
}
