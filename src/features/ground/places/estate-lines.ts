import type { Column } from '../../../http/pages/table.ts'
import type { Day } from '../../../kernel/days.ts'
import { compareDanish } from '../../../kernel/text.ts'
import { organisationPath } from '../parties/paths.ts'
import { homeTypes, totalOf } from './estates/estate-rules.ts'
import { homesText, homeTypeNames } from './labels.ts'
import { areaPath, districtPath, estatePath } from './paths.ts'
import type { EstateOn } from './places-on.ts'

/** The columns with an estate's homes by type, and all of them. */
export const homesColumns: Column[] = [
  ...homeTypes.map((type): Column => ({ text: homeTypeNames[type].heading, key: type, kind: 'number', none: '–' })),
  { text: 'Boliger i alt', key: 'total', kind: 'number', none: 'Ikke oplyst' },
]

/** Estates as a table's rows, by owner and number. */
export const estateLines = (estates: readonly EstateOn[], asOf: Day | null, { area }: { area: boolean }) =>
  [...estates]
    .sort(
      (one, other) =>
        compareDanish(one.owner?.name ?? '', other.owner?.name ?? '') || compareDanish(one.number, other.number),
    )
    .map(estate => estateLine(estate, asOf, { area }))

export const estateLine = (estate: EstateOn, asOf: Day | null, { area }: { area: boolean } = { area: true }) => ({
  name: { text: estate.label, href: estatePath(estate.slug, asOf) },
  number: estate.number,
  ended: estate.to === null ? '' : 'Ophørt',
  owner: estate.owner ? { text: estate.owner.name, href: organisationPath(estate.owner.slug) } : '',
  ownerEnded: estate.owner?.ended ? 'Ejeren er ophørt' : '',
  district: estate.district ? { text: estate.district.name, href: districtPath(estate.district.slug, asOf) } : '',
  area: area && estate.area ? { text: estate.area.name, href: areaPath(estate.area.slug, asOf) } : '',
  built: estate.built === null ? '' : String(estate.built),
  ...(estate.homes ? Object.fromEntries(homeTypes.map(type => [type, estate.homes?.[type] || ''])) : {}),
  total: estate.homes ? totalOf(estate.homes) : '',
  kinds: estate.homes ? homesText(estate.homes) : '',
})
