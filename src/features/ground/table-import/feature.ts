import type { Feature } from '../../../http/feature.ts'

/** Files with a table in them: read, judged row by row, shown and confirmed. It has no addresses of its own. */
export const tableImportFeature: Feature = { name: 'table-import' }
