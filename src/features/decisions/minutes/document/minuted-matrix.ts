import { type MandateCheck, matrixOf } from '../../mandates/index.ts'
import type { MinutedMatrix } from './minutes-content.ts'

/** The mandate check in words: minutes tell what it said that day, whatever the mandates' rows say later. */
export function minutedMatrix(check: MandateCheck): MinutedMatrix | null {
  if (check.rows.length === 0) return null
  const { summary, rows } = matrixOf(check)
  return {
    summary,
    rows: rows.map(({ organisation, cells }) => ({
      organisation,
      cells: cells.map(({ kind, what, verdict, sentence }) => ({ kind, what, verdict, sentence })),
    })),
  }
}
