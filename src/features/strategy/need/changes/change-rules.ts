import { holdsCpr, noCpr } from '../../../../kernel/cpr.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
import { type Homes, totalOf } from '../../../ground/places/index.ts'
import type { ChangeState } from '../balance/balance-rules.ts'

/** How far ahead homes are planned, and how far back they are told of. */
const yearsAhead = 30
const yearsBack = 20

export interface ChangeFacts {
  name: string
  source: string
  year: number
  state: ChangeState
  homes: Homes
  /** The chosen district; undefined: there is none in use. */
  district: { id: number; name: string } | undefined
  /** The chosen estate with the district that it stands in; undefined: there is none; null: none was chosen. */
  estate: { name: string; districtId: number | null } | null | undefined
}

/** What is wrong with a change in the homes; all of it at once. */
export function changeObjections(facts: ChangeFacts, thisYear: number): (Objection | null)[] {
  const { name, source, year, state, homes, district, estate } = facts
  return [
    district ? null : objection('Vælg bydelen fra listen.', 'districtId'),
    estate === undefined ? objection('Vælg afdelingen fra listen.', 'estateId') : null,
    district && estate && estate.districtId !== null && estate.districtId !== district.id
      ? objection(`${estate.name} ligger i en anden bydel. Vælg den bydel, afdelingen ligger i.`, 'districtId')
      : null,
    year < thisYear - yearsBack || year > thisYear + yearsAhead
      ? objection(`Skriv et år fra ${thisYear - yearsBack} til ${thisYear + yearsAhead}.`, 'year')
      : null,
    state === 'DONE' && year > thisYear
      ? objection('Det, der er gennemført, kan ikke ligge i et senere år.', 'state')
      : null,
    totalOf(homes) === 0 ? objection('Skriv mindst én bolig.', 'family') : null,
    holdsCpr(name) ? objection(noCpr, 'name') : null,
    holdsCpr(source) ? objection(noCpr, 'origin') : null,
  ]
}

/** It should have happened by now, and nobody has said that it did. */
export const isLate = ({ year, state }: Pick<ChangeFacts, 'year' | 'state'>, thisYear: number): boolean =>
  year < thisYear && (state === 'PLANNED' || state === 'DECIDED')
