import { z } from 'zod'
import { inRowFile } from '../../../../database/folder/row-file.ts'
import { fold } from '../../../../kernel/fold.ts'
import type { MissingKind } from '../judge/facts.ts'
import { type Remark, type Storable, type Verdict, verdicts } from '../judge/judged-figure.ts'

/** What came of judging a file, in short. */
export const outcome = z.object({
  counts: z.record(z.enum(verdicts), z.number()),
  /** How many of those that are stored take the place of a figure. */
  corrections: z.number(),
  /** The sheets with rejected rows, in the order of their files. */
  rejectedSheets: z.array(z.string()),
  /** Rows under the headings that told nothing. */
  hash: z.string(),
})
export type Outcome = z.infer<typeof outcome>

/** How the outcome's file is laid out: every figure with its verdict, in the order of the file. */
export const outcomeTables = `
  CREATE TABLE figure (
    n INTEGER PRIMARY KEY, verdict TEXT NOT NULL, sheet TEXT NOT NULL, line INTEGER NOT NULL, letter TEXT NOT NULL,
    place TEXT NOT NULL, indicator TEXT NOT NULL, year INTEGER, told TEXT NOT NULL, before TEXT NOT NULL,
    remarks TEXT NOT NULL, words TEXT NOT NULL,
    versionId INTEGER, placeKey TEXT, value INTEGER, numerator REAL, denominator REAL, missing TEXT, correctsId INTEGER
  ) STRICT;`

export interface OutcomeRow {
  n: number
  verdict: Verdict
  sheet: string
  line: number
  letter: string
  place: string
  indicator: string
  year: number | null
  told: string
  before: string
  remarks: Remark[]
}

interface StoredRow {
  n: number
  versionId: number
  placeKey: string
  year: number
  value: number | null
  numerator: number | null
  denominator: number | null
  missing: MissingKind | null
  correctsId: number | null
}

const shown = 'n, verdict, sheet, line, letter, place, indicator, year, told, before, remarks'

/** A page of the figures, those first that something has to be done about, by verdict and by words that stand anywhere in their line. */
export function readOutcome(
  file: string,
  { verdict, words, from, most }: { verdict: Verdict | null; words: string; from: number; most: number },
): { rows: OutcomeRow[]; count: number } {
  const sought = fold(words.trim())
  return inRowFile(file, ({ all, value }) => {
    const where = `WHERE (@verdict IS NULL OR verdict = @verdict) AND (@sought = '' OR instr(words, @sought) > 0)`
    const count = Number(value(`SELECT count(*) FROM figure ${where}`, { verdict, sought }))
    const rows = all(
      `SELECT ${shown} FROM figure ${where} ORDER BY verdict = 'rejected' DESC, verdict = 'warned' DESC, n LIMIT @most OFFSET @from`,
      {
        ...{ verdict, sought, most, from },
      },
    ) as (Omit<OutcomeRow, 'remarks'> & { remarks: string })[]
    return { count, rows: rows.map(row => ({ ...row, remarks: JSON.parse(row.remarks) as Remark[] })) }
  })
}

/** Those that are stored, some at a time: nobody waits for all of them. */
export function* storablesIn(file: string, portion: number): Generator<Storable[]> {
  let last = -1
  for (;;) {
    const rows = inRowFile(
      file,
      ({ all }) =>
        all(
          `SELECT n, versionId, placeKey, year, value, numerator, denominator, missing, correctsId FROM figure
           WHERE n > @last AND versionId IS NOT NULL AND verdict IN ('ready', 'corrected', 'warned') ORDER BY n LIMIT @portion`,
          { last, portion },
        ) as StoredRow[],
    )
    const end = rows.at(-1)
    if (!end) return
    last = end.n
    yield rows.map(({ n: _n, placeKey, ...row }) => ({ ...row, place: placeKey }))
  }
}
