import { existsSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { actorOf } from '../../../access/actor.ts'
import { requireRight } from '../../../access/policy.ts'
import type { Database } from '../../../database/database.ts'
import { column, rowsOf } from '../../../database/rows.ts'
import type { Instant } from '../../../kernel/days.ts'
import { cleanFileName } from '../../../kernel/file-names.ts'
import { deliverFile } from './deliver-file.ts'
import { verdicts } from './judge/judged-figure.ts'
import { mappingFaults } from './mapping/mapping.ts'
import { judgeRows } from './waiting/judge-rows.ts'
import { readOutcome } from './waiting/outcome.ts'
import { openIndicators } from './waiting/read-facts.ts'
import { takeFile } from './waiting/take-file.ts'
import { discard, partsOf } from './waiting/waiting-files.ts'

const accountRow = rowsOf({ personId: column.number })
const accountSql = 'SELECT personId FROM Account WHERE email = ? AND disabledAt IS NULL'

const longest = 120_000
const shownReasons = 20

/**
 * Takes figures in from a file on the operator's command, in the name of somebody in a secretariat: by headings that are
 * known from before, or that say enough themselves. A server may run beside it.
 * @returns the exit code: 0 done, 1 it could not be done, 2 it was asked for wrongly
 */
export async function importObservationsCommand(
  database: Database,
  words: string[],
  print: (line: string) => void,
  now: Instant,
  patienceMs: number,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      by: { type: 'string' },
      source: { type: 'string', default: '' },
      supplier: { type: 'string', default: '' },
      reason: { type: 'string', default: '' },
      'without-rejected': { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
    },
  })
  const say = (text: string, code: number): number => {
    print(text)
    return code
  }
  const [file] = positionals
  if (!file || !values.by) return say('Say which file, and in whose name: import observations FILE --by EMAIL', 2)
  if (!existsSync(resolve(file))) return say(`There is no file ${resolve(file)}.`, 1)
  const personId = database.sql.get(accountRow, accountSql, values.by.trim().toLowerCase())?.personId
  if (personId === undefined) return say(`There is no account ${values.by}.`, 1)
  const actor = { ...actorOf(database, personId, now), patienceMs }
  requireRight(actor, 'keepIndicators')
  const taken = await takeFile(actor, { name: cleanFileName(basename(file)), buffer: readFileSync(resolve(file)) })
  try {
    const faults = taken.sheets.flatMap(sheet => {
      const of = taken.mapping?.[sheet.name]
      return of ? mappingFaults(sheet, of, openIndicators(actor)) : []
    })
    for (const { sheet, sentence } of faults) print(`${sheet === '' ? '' : `${sheet}: `}${sentence}`)
    if (faults.length > 0)
      return say('Nothing is stored. Import such a file once in the portal: its headings are known then.', 1)
    const judged = await judgeRows(actor, taken, longest)
    if (!judged.outcome) return say(judged.refused || 'The rows were not judged in time. Nothing is stored.', 1)
    for (const verdict of verdicts) print(`${String(judged.outcome.counts[verdict]).padStart(8)} ${verdict}`)
    const { rows } = readOutcome(partsOf(database, judged.id).outcome, {
      ...{ verdict: 'rejected', words: '', from: 0, most: shownReasons },
    })
    for (const { sheet, line, letter, remarks } of rows)
      print(`  ${sheet === '' ? '' : `${sheet} `}${letter}${line}: ${remarks.map(({ reason }) => reason).join(' ')}`)
    if (values['dry-run']) return say('A dry run: nothing is stored.', 0)
    const { stored, corrected } = await deliverFile(actor, judged, {
      ...{ source: values.source, supplier: values.supplier, note: '', reason: values.reason },
      ...{ without: values['without-rejected'], shown: judged.outcome.hash },
    })
    return say(`Stored: ${stored} figures, ${corrected} of them corrections.`, 0)
  } finally {
    await discard(database, taken.id)
  }
}
