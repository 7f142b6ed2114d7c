import { readPlainText } from '../../../inputs/plain-text.ts'
import { holdsCpr } from '../../../kernel/cpr.ts'
import { readCsv, type Separator } from '../../../kernel/read-csv.ts'
import { brokenRule } from '../../../kernel/refusal.ts'
import { listDanish, plural } from '../../../kernel/text.ts'
import { type Columns, type Heading, headingIn } from './columns.ts'

/** A kind of file: what it tells, and how much of it is taken at once. */
export interface TableKind<C extends string> {
  columns: Columns<C>
  most: { rows: number; letters: number; bytes: number }
  /** Whether its headings tell enough; where not, what it must have at least: »Navn og Organisation«. */
  tellsEnough(heading: Heading<C>): boolean
  needs: string
  /** For the sentence on a file without a line: »Navn, E-mail og Organisation«. */
  example: string
}

export interface TableRow<C extends string> {
  line: number
  /** As they stand in the file, in its own order. */
  cells: string[]
  /** What the file tells in a column; nothing where it has none. */
  told(column: C): string
}

export interface TableFile<C extends string> {
  kind: TableKind<C>
  head: string[]
  heading: Heading<C>
  rows: TableRow<C>[]
}

/** @throws Refusal where the bytes are no text */
export function textOfFile(bytes: Buffer): string {
  const read = readPlainText(bytes)
  if (!read) throw brokenRule('Filen er ikke en tekstfil. Gem regnearket som CSV, og vælg filen igen.', 'fil')
  return read.text
}

/**
 * What a file tells, row by row. Nothing is judged yet but the file itself.
 * @throws Refusal on the field where the text was given: too large, without what it must have, or with CPR numbers in it
 */
export function readTable<C extends string>(kind: TableKind<C>, source: string, field: 'fil' | 'source'): TableFile<C> {
  const refuse = (sentence: string) => brokenRule(sentence, field)
  const { most } = kind
  if (source.length > most.letters)
    throw refuse(
      `Filen er for stor. Den må højst have ${most.rows} rækker og ${most.letters.toLocaleString('da')} tegn.`,
    )
  const [first, ...rest] = readCsv(withoutHint(source), hinted(source))
  if (!first) throw refuse(`Filen er tom. Den første linje skal være overskrifter, fx ${kind.example}.`)
  const heading = headingIn(kind.columns, first.cells)
  if (heading.twice.length > 0)
    throw refuse(`To kolonner fortæller det samme: ${listDanish(heading.twice)}. Slet den ene.`)
  if (!kind.tellsEnough(heading))
    throw refuse(`Den første linje skal være overskrifter og mindst have kolonnerne ${kind.needs}.`)
  if (rest.length === 0) throw refuse('Filen har ingen rækker under overskrifterne.')
  if (rest.length > most.rows)
    throw refuse(`Filen har ${rest.length} rækker. Del den i filer med højst ${most.rows} rækker.`)
  const personal = rest.filter(({ cells }) => cells.some(holdsCpr)).map(({ line }) => String(line))
  if (personal.length > 0) throw refuse(cprText(personal))
  return {
    kind,
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
export function labelIn<C extends string>({ kind, heading, head }: TableFile<C>, column: C): string {
  const at = heading.at.get(column)
  return (at === undefined ? '' : head[at]) || kind.columns[column].label
}
