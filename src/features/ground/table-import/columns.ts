import { fold } from '../../../kernel/fold.ts'

/** What a file can tell in its columns: what each is called, and by which other words. In the order of the example file. */
export type Columns<C extends string> = Readonly<Record<C, { label: string; words: readonly string[] }>>

/** The column of reasons in what is given back: read as nothing when the file comes again. */
export const reasonLabel = 'Årsag'

export interface Heading<C extends string> {
  /** Which column of the file tells what. */
  at: ReadonlyMap<C, number>
  /** Headings that tell nothing: they are named before anything is stored. */
  unknown: string[]
  /** Columns that two headings claim. */
  twice: string[]
}

export const namesOf = <C extends string>(columns: Columns<C>): C[] => Object.keys(columns) as C[]

/** Letters and figures alone, so that »E-mail«, »e mail:« and »EMAIL« are one. */
const bare = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '')

/** Reads the line of headings, in any order and loosely spelled. */
export function headingIn<C extends string>(columns: Columns<C>, cells: readonly string[]): Heading<C> {
  const meanings = new Map<string, C>(
    namesOf(columns).flatMap(column => {
      const { label, words } = columns[column]
      return [label, ...words].map((word): [string, C] => [bare(word), column])
    }),
  )
  const at = new Map<C, number>()
  const unknown: string[] = []
  const twice: string[] = []
  for (const [index, cell] of cells.entries()) {
    if (cell === '' || bare(cell) === bare(reasonLabel)) continue
    const column = meanings.get(bare(cell))
    if (!column) unknown.push(cell)
    else if (at.has(column)) twice.push(columns[column].label)
    else at.set(column, index)
  }
  return { at, unknown, twice }
}
