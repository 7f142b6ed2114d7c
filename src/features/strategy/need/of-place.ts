import type { Actor } from '../../../access/actor.ts'
import type { AreaMeasure, RelatedFact, RelatedPlace } from '../../../http/feature.ts'
import { withQuery } from '../../../http/pages/paging.ts'
import { counted, plural } from '../../../kernel/text.ts'
import { placesOn, readPlaces } from '../../ground/places/index.ts'
import { balanceText } from './balance/balance-text.ts'
import { BalanceSheet, yearsAhead } from './balance/read-balance.ts'
import { standingEstimates } from './estimates/read-estimates.ts'
import { needPath, vacanciesPath } from './paths.ts'
import { countedYears, readVacancies, sumOfVacancies, vacanciesOfEstate } from './vacancies/read-vacancies.ts'

/** R42: on a district's page what each estimate says of it; on an area's and an estate's the homes that stand empty. */
export function needOfPlace(actor: Actor, place: RelatedPlace): RelatedFact[] {
  if ('estate' in place) return vacancyFact(vacanciesOfEstate(actor, place.estate))
  if ('area' in place) {
    const [year] = countedYears(actor.database)
    if (year === undefined) return []
    const on = placesOn(readPlaces(actor.database), actor.today)
    const own = new Set(on.areas.get(place.area)?.estates.map(({ id }) => id))
    return vacancyFact(readVacancies(actor, year).filter(({ estateId }) => own.has(estateId)))
  }
  const district = readPlaces(actor.database).districts.find(({ id }) => id === place.district)
  const estimates = standingEstimates(actor.database)
  if (!district || estimates.length === 0) return []
  const sheet = new BalanceSheet(actor)
  const choice = { districtId: place.district, type: 'all' as const }
  const [year] = yearsAhead(actor).filter(one => estimates.some(row => sheet.held(row, choice, one)))
  if (year === undefined) return []
  return estimates.slice(0, 3).flatMap(row => {
    const held = sheet.held(row, choice, year)
    return held
      ? [
          {
            term: `Boligbehov i ${year}`,
            text: `${balanceText(held.balance)} (${row.content.title})`,
            href: withQuery(needPath, { bydel: district.slug }),
          },
        ]
      : []
  })
}

function vacancyFact(rows: ReturnType<typeof readVacancies>): RelatedFact[] {
  const year = Math.max(...rows.map(row => row.year))
  const own = rows.filter(row => row.year === year)
  if (own.length === 0) return []
  const { vacant, homes } = sumOfVacancies(own)
  const share = homes > 0 ? ` af ${counted(homes, 'bolig', 'boliger')}` : ''
  return [
    {
      term: `Ledige boliger i ${year}`,
      text: `${vacant === 0 ? 'Ingen' : String(vacant)}${share}`,
      href: withQuery(vacanciesPath, { aar: year }),
    },
  ]
}

/** How many homes stand empty on each area, by the last year's count of the estates that it consists of. */
export const vacantMeasure: AreaMeasure = {
  order: 45,
  slug: 'ledige-boliger',
  label: 'Ledige boliger',
  values(actor, on) {
    const [year] = countedYears(actor.database)
    if (year === undefined) return new Map()
    const rows = readVacancies(actor, year)
    const { areas } = placesOn(readPlaces(actor.database), on)
    return new Map(
      [...areas.values()].flatMap(({ id, estates }): [number, number][] => {
        const own = rows.filter(({ estateId }) => estates.some(estate => estate.id === estateId))
        return own.length === 0 ? [] : [[id, sumOfVacancies(own).vacant]]
      }),
    )
  },
  text: value => plural(value, 'ledig bolig', 'ledige boliger'),
}
