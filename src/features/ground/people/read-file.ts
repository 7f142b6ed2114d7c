import { readTable, type TableFile, type TableKind, type TableRow } from '../table-import/index.ts'
import { type Column, columns } from './columns.ts'

/** More is no list of a cooperation's people, and a change that long would keep all others waiting. */
const most = { rows: 150, letters: 200_000, bytes: 1024 * 1024 } as const

export const peopleTable: TableKind<Column> = {
  columns,
  most,
  tellsEnough: ({ at }) => at.has('name') && (at.has('organisation') || at.has('email')),
  needs: 'Navn og Organisation',
  example: 'Navn, E-mail og Organisation',
}

export type PeopleFile = TableFile<Column>
export type FileRow = TableRow<Column>

/** The people that a file tells of. @throws Refusal on the field where the text was given */
export const readPeopleFile = (source: string, field: 'fil' | 'source'): PeopleFile =>
  readTable(peopleTable, source, field)
