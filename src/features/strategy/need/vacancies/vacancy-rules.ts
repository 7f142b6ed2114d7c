import { holdsCpr, noCpr } from '../../../../kernel/cpr.ts'
import type { Oere } from '../../../../kernel/money.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
import { plural } from '../../../../kernel/text.ts'
import { type Homes, type HomeType, homeTypeNames } from '../../../ground/places/index.ts'
import type { Cause } from './labels.ts'

const firstYear = 1990

export interface VacancyFacts {
  year: number
  type: HomeType
  vacant: number
  rentLoss: Oere | null
  cause: Cause | null
  measures: string
  source: string
  /** The estate as it was at the end of the year, or today; undefined: there is none that was chosen. */
  estate: { name: string; isThere: boolean; homes: Homes | null } | undefined
}

/** §5: what is wrong with a count of homes that nobody lives in; all of it at once. */
export function vacancyObjections(facts: VacancyFacts, thisYear: number): (Objection | null)[] {
  const { year, type, vacant, rentLoss, cause, estate, measures, source } = facts
  const homes = estate?.homes?.[type] ?? null
  const { one, many } = homeTypeNames[type]
  return [
    estate ? null : objection('Vælg afdelingen fra listen.', 'estateId'),
    year < firstYear || year > thisYear ? objection(`Skriv et år fra ${firstYear} til ${thisYear}.`, 'year') : null,
    estate && !estate.isThere ? objection(`${estate.name} var ikke i brug i ${year}.`, 'year') : null,
    homes !== null && vacant > homes
      ? objection(`${estate?.name} har ${homes === 0 ? `ingen ${many}` : plural(homes, one, many)}.`, 'vacant')
      : null,
    vacant > 0 && cause === null ? objection('Vælg, hvorfor boligerne er ledige.', 'cause') : null,
    vacant === 0 && cause !== null
      ? objection('Ingen boliger er ledige. Lad årsagen være tom, eller skriv antallet.', 'cause')
      : null,
    rentLoss !== null && rentLoss < 0 ? objection('Huslejetabet kan ikke være mindre end nul.', 'rentLoss') : null,
    holdsCpr(measures) ? objection(noCpr, 'measures') : null,
    holdsCpr(source) ? objection(noCpr, 'origin') : null,
  ]
}
