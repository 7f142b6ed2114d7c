import type { MadeWords } from '../table-import/index.ts'
import type { Made } from './judged-row.ts'

/** »3 personer tilføjes«, »4 pladser gives«: what would be made, kind by kind. */
export const madeWords: MadeWords<Made> = {
  person: ['person tilføjes', 'personer tilføjes'],
  correction: ['oplysning rettes', 'oplysninger rettes'],
  account: ['konto oprettes', 'konti oprettes'],
  seat: ['plads gives', 'pladser gives'],
  authorisation: ['bemyndigelse gives', 'bemyndigelser gives'],
}
