import type { TableKind } from '../../../ground/table-import/index.ts'

/** What a pasted table tells of the need, in the order of the example; a version's own CSV is read as it is. */
export const lineColumns = {
  district: { label: 'Bydel', words: ['sted', 'område', 'kvarter'] },
  type: { label: 'Boligtype', words: ['type'] },
  size: { label: 'Størrelse', words: ['rum', 'antal rum'] },
  year: { label: 'År', words: ['årstal', 'ultimo'] },
  low: { label: 'Lavt', words: ['lav', 'lavt behov', 'minimum', 'min'] },
  middle: { label: 'Mellem', words: ['middel', 'behov', 'forventet', 'mellemste'] },
  high: { label: 'Højt', words: ['høj', 'højt behov', 'maksimum', 'max'] },
} as const

export type LineColumn = keyof typeof lineColumns

export const lineTable: TableKind<LineColumn> = {
  columns: lineColumns,
  most: { rows: 2000, letters: 200_000, bytes: 1024 * 1024 },
  tellsEnough: ({ at }) => at.has('year') && at.has('middle'),
  needs: 'År og Mellem',
  example: 'Bydel, Boligtype, Størrelse, År, Lavt, Mellem og Højt',
}
