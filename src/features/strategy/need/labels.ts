import type { Option } from '../../../http/forms/form-page.ts'
import { homeTypeNames } from '../../ground/places/index.ts'
import type { NeedSize, NeedType } from './balance/balance-rules.ts'
import type { NeedStatus } from './estimates/need-content.ts'

/** What an estimate's figures are of. */
export const needTypeNames: Record<NeedType, string> = {
  all: 'Alle boligtyper',
  family: homeTypeNames.family.heading,
  youth: homeTypeNames.youth.heading,
  elderly: homeTypeNames.elderly.heading,
  other: homeTypeNames.other.heading,
}

export const needSizeNames: Record<NeedSize, string> = {
  all: 'Alle størrelser',
  one: '1 rum',
  two: '2 rum',
  three: '3 rum',
  four: '4 rum',
  five: '5 rum eller flere',
}

export const statusNames: Record<NeedStatus, { text: string; kind: 'neutral' | 'info' | 'success' }> = {
  WORKING: { text: 'Arbejdstal', kind: 'neutral' },
  PRELIMINARY: { text: 'Foreløbig', kind: 'info' },
  FINAL: { text: 'Endelig', kind: 'success' },
}

export const wholeTown = 'Hele byen'

export const keysOf = <Names extends object>(names: Names) => Object.keys(names) as [keyof Names & string]

export const optionsOf = (names: Record<string, string | { text: string }>): Option[] =>
  Object.entries(names).map(([value, name]) => ({ value, text: typeof name === 'string' ? name : name.text }))
