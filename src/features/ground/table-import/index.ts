/** The door of files with tables: what other features may use. */

export { type Columns, type Heading, headingIn, namesOf } from './columns.ts'
export { type MadeWords, madeTexts, previewModel } from './import-pages.ts'
export { csvType, type TableImport, tableImportRoutes } from './import-routes.ts'
export { type Judgement, judgementOf, judgeTable, part, refuseOther, type Taken, takeRows } from './judge-table.ts'
export { readTable, type TableFile, type TableKind, type TableRow } from './read-table.ts'
export { type JudgedRow, type Remark, RowCourse } from './row-course.ts'
