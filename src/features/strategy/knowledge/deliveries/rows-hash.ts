import { hashBytes } from '../../../../kernel/hash.ts'

/** An observation as it is sealed with its delivery: its columns in the order of the schema. */
export type SealedRow = readonly [
  versionId: number,
  placeId: number,
  year: number,
  value: number | null,
  numerator: number | null,
  denominator: number | null,
  missing: string | null,
  correctsId: number | null,
  reason: string,
]

/** How many rows are hashed, stored and read together: some milliseconds' work. */
export const portion = 500

/** What stands before the first portion. */
export const noRows = 'observations 1'

/** The hash of a delivery's rows goes on with the next portion of them. */
export const hashOn = (before: string, rows: readonly SealedRow[]): string =>
  hashBytes([before, ...rows.map(row => JSON.stringify(row))].join('\n'))
