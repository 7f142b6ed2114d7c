import { RowCourse as Course, type JudgedRow as Judged } from '../table-import/index.ts'
import type { Column } from './columns.ts'
import type { FileRow } from './read-file.ts'

/** What is made, for the summary. */
export type Made = 'person' | 'correction' | 'account' | 'seat' | 'authorisation'

export type JudgedRow = Judged<Column, Made>
export type RowCourse = Course<Column, Made>

export const courseOf = (row: FileRow): RowCourse =>
  new Course<Column, Made>(row, { named: ['name', 'organisation'], correction: 'correction' })
