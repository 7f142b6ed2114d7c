import { readPlainText } from '../../../inputs/plain-text.ts'
import { holdsCpr } from '../../../kernel/cpr.ts'
import { readCsv, type Separator } from '../../../kernel/read-csv.ts'
import { brokenRule } from '../../../kernel/refusal.ts'
import { listDanish, plural } from '../../../kernel/text.ts'
import { type Column, columns, type Heading, headingOf } from './columns.ts'

/** More is no list of a cooperation's people, and a change that long would keep all others waiting. */
export const most = { rows: 150, letters: 200_000, bytes: 1024 * 1024 } as const

export interface FileRow {
  line: number
  /** As they stand in the file, in its own order. */
  cells: string[]
  /** What the file tells in a column; nothing where it has none. */
  told(column: Column): string
}

export interface PeopleFile {
  head: string[]
  heading: Heading
  rows: FileRow[]
}

/** @throws Refusal where the bytes are no text */
export function textOfFile(bytes: Buffer): string {
  const read = readPlainText(bytes)
  if (!read) throw brokenRule('Filen er ikke en tekstfil. Gem regnearket som CSV, og vælg filen igen.', 'fil')
  return read.text
}

/**
 * The people that a file tells of. Nothing is judged yet but the file itself.
 * @throws Refusal on the field where the text was given: too large, without names, or with CPR numbers in it
 */
export function readPeopleFile(source: string, field: 'fil' | 'source'): PeopleFile {
  const refuse = (sentence: string) => brokenRule(sentence, field)
  if (source.length > most.letters)
    throw refuse(`Filen er for stor. Den må højst have ${most.rows} rækker og 200.000 tegn.`)
  const [first, ...rest] = readCsv(withoutHint(source), hinted(source))
  if (!first) throw refuse('Filen er tom. Den første linje skal være overskrifter, fx Navn, E-mail og Organisation.')
  const heading = headingOf(first.cells)
  if (heading.twice.length > 0)
    throw refuse(`To kolonner fortæller det samme: ${listDanish(heading.twice)}. Slet den ene.`)
  if (!heading.at.has('name') || !(heading.at.has('organisation') || heading.at.has('email')))
    throw refuse('Den første linje skal være overskrifter og mindst have kolonnerne Navn og Organisation.')
  if (rest.length === 0) throw refuse('Filen har ingen rækker under overskrifterne.')
  if (rest.length > most.rows)
    throw refuse(`Filen har ${rest.length} rækker. Del den i filer med højst ${most.rows} rækker.`)
  const personal = rest.filter(({ cells }) => cells.some(holdsCpr)).map(({ line }) => String(line))
  if (personal.length > 0) throw refuse(cprText(personal))
  return {
    head: first.cells,
    heading,
    rows: rest.map(({ line, cells }) => ({
      ...{ line, cells },
      told: column => cells[heading.at.get(column) ?? -1]?.replace(/\s+/g, ' ') ?? '',
    })),
  }
}

/** »sep=;«, which Excel writes and reads before the table. */
const hint = /^\uFEFF?sep=([;,\t])\r?\n/i

/** The hint stays as an empty line: rows keep the numbers that a person counts. */
const withoutHint = (source: string): string =>
  source
    .replace(/\r\n?/g, '\n')
    .replace(hint, '\n')
    .replace(/^\uFEFF/, '')

const hinted = (source: string): Separator | undefined => hint.exec(source)?.[1] as Separator | undefined

function cprText(lines: readonly string[]): string {
  const where = lines.length > 10 ? plural(lines.length, 'række', 'rækker') : `række ${listDanish(lines)}`
  return `Der står noget, der ligner et CPR-nummer, i ${where}. Portalen må ikke indeholde CPR-numre. Slet dem i filen, og indlæs den igen. Intet er gemt.`
}

/** What the file's heading calls a column, and otherwise our own name for it. */
export const labelIn = (file: PeopleFile, column: Column): string => {
  const at = file.heading.at.get(column)
  return (at === undefined ? '' : file.head[at]) || columns[column].label
}
