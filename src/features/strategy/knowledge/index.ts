/** The door of what is known of the areas and the town: what other features may use. */

export {
  type Delivered,
  type DeliveryDraft,
  deliverIn,
  deliverObservations,
  judgeObservations,
} from './deliveries/deliver.ts'
export { enterValue } from './deliveries/enter-value.ts'
export type { ObservationDraft, RowVerdict } from './deliveries/judge-rows.ts'
export { type MissingKind, type PlaceLevel, type PlaceRef, placeKey, type RawFigure } from './figures/figure.ts'
export { type MeasuredPlaceRow, readMeasuredPlaces } from './figures/places.ts'
export { type FigureQuery, readRawFigures } from './figures/read-figures.ts'
export { readSeries, type SeriesValue } from './figures/read-series.ts'
export { type ShownFigure, shownFigures } from './figures/shown-figures.ts'
export { addVersion } from './indicators/add-version.ts'
export { lastYearDue, numberText } from './indicators/indicator-rules.ts'
export { addIndicator, type IndicatorTerms } from './indicators/keep-indicator.ts'
export { editedNumber, optionalNumber, optionalYear } from './indicators/number-fields.ts'
export { type IndicatorRow, readIndicators, type VersionRow } from './indicators/queries.ts'
export { readerKey } from './indicators/visible.ts'
export { estatesInArea } from './series/estates-in.ts'
export { breaksOf, piecesOf, type SeriesBreak } from './series/series-rules.ts'
export { setThreshold } from './thresholds/keep-threshold.ts'
