/** The door of what is known of the areas and the town: what other features may use. */

export { enterValue } from './indicators/enter-value.ts'
export { lastYearDue, numberText } from './indicators/indicator-rules.ts'
export { addIndicator, type IndicatorTerms } from './indicators/keep-indicator.ts'
export { editedNumber, optionalNumber, optionalYear } from './indicators/number-fields.ts'
export { type IndicatorRow, readIndicators, readSeries, type SeriesValue } from './indicators/queries.ts'
