import type { Database } from '../../../../database/database.ts'
import type { Day } from '../../../../kernel/days.ts'
import { type AddendumLine, addendumSentence, readAddenda, stands } from '../../../ground/parties/index.ts'

/** R4: what is told where a new version is opened for signature and signed: the addenda that do not hold yet. */
export const runningAddenda = (db: Database, today: Day): string[] =>
  readAddenda(db)
    .filter(addendum => stands(addendum) && (addendum.from === null || addendum.from > today))
    .map(runsOnText)

export function runsOnText({
  number,
  year,
  organisation,
  kind,
}: Pick<AddendumLine, 'number' | 'year' | 'organisation' | 'kind'>): string {
  const runs = `Tillæg ${number} til aftalen fra ${year} om, at ${organisation} ${addendumSentence[kind]}, er ikke trådt i kraft. Det går over til den nye version.`
  return kind === 'WITHDRAWAL' ? `${runs} Indtil tillægget gælder, er ${organisation} med og skal underskrive.` : runs
}
