import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { makeRowFile } from '../../../../database/folder/row-file.ts'
import type { Sheet } from '../../../../inputs/sheets/table.ts'
import { csvOf } from '../../../../kernel/csv.ts'
import { fold } from '../../../../kernel/fold.ts'

import { textOf } from '../judge/judge-figure.ts'
import type { JudgedFigure } from '../judge/judged-figure.ts'
import { headingsOf } from '../mapping/headings.ts'
import type { FileMapping } from '../mapping/mapping.ts'
import { type Outcome, outcomeTables } from './outcome.ts'

/** The column of reasons in what is given back: read as nothing when the file comes again. */
export const reasonLabel = 'Årsag'

/** Keeps what was judged in a file where pages can look it up, and the rejected rows beside it, as they came. */
export async function writeOutcome(given: {
  judged: readonly JudgedFigure[]
  sheets: readonly Sheet[]
  mapping: FileMapping
  to: string
  rejected: string
}): Promise<Outcome> {
  const { judged, sheets, mapping } = given
  const counts = { rejected: 0, warned: 0, corrected: 0, ready: 0, unchanged: 0 }
  let corrections = 0
  const hash = createHash('sha256')
  const rows = function* (): Generator<unknown[]> {
    for (const [n, figure] of judged.entries()) {
      const { verdict, sheet, line, letter, place, indicator, year, told, before, store } = figure
      counts[verdict] += 1
      if (store?.correctsId) corrections += 1
      const remarks = JSON.stringify(figure.remarks)
      const reasons = figure.remarks.map(({ reason }) => reason).join(' ')
      const words = fold(`${sheet} ${line} ${place} ${indicator} ${year ?? ''} ${told} ${reasons}`)
      hash.update(`${verdict} ${line} ${JSON.stringify(store)} ${remarks}\n`)
      yield [
        ...[n, verdict, sheet, line, letter, place, indicator, year, told, before, remarks, words],
        ...[store?.versionId, store?.place, store?.value, store?.numerator, store?.denominator].map(orNull),
        ...[store?.missing, store?.correctsId].map(orNull),
      ]
    }
  }
  makeRowFile(
    given.to,
    {
      tables: outcomeTables,
      insert: `INSERT INTO figure VALUES (${new Array(19).fill('?').join(', ')})`,
      after: 'CREATE INDEX figure_verdict ON figure (verdict, n)',
    },
    rows(),
  )
  const rejectedSheets: string[] = []
  for (const sheet of sheets) {
    const content = rejectedRows(sheet, mapping, judged)
    if (content === null) continue
    await writeFile(`${given.rejected}${rejectedSheets.length}`, content, { mode: 0o600 })
    rejectedSheets.push(sheet.name)
  }
  return { counts, corrections, rejectedSheets, hash: hash.digest('hex') }
}

const orNull = (value: unknown): unknown => value ?? null

/** The rows with anything rejected in them, as they came, and why: to be corrected and read again. */
function rejectedRows(sheet: Sheet, mapping: FileMapping, judged: readonly JudgedFigure[]): Buffer | null {
  const of = mapping[sheet.name]
  if (!of?.read) return null
  const reasons = new Map<number, string[]>()
  for (const { sheet: name, line, verdict, remarks } of judged) {
    if (name !== sheet.name || verdict !== 'rejected') continue
    const told = remarks.map(({ column, reason }) => (column === '' ? reason : `${column}: ${reason}`))
    reasons.set(line, [...(reasons.get(line) ?? []), ...told])
  }
  if (reasons.size === 0) return null
  const { last, headings } = headingsOf(sheet, of.line)
  const kept = headings.filter(({ label }) => label !== reasonLabel)
  return csvOf(
    [...kept.map(({ label }) => label), reasonLabel],
    sheet.rows.flatMap(({ line, cells }) => {
      const why = line > last ? reasons.get(line) : undefined
      return why ? [[...kept.map(({ index }) => textOf(cells[index] ?? null)), [...new Set(why)].join(' ')]] : []
    }),
  )
}
