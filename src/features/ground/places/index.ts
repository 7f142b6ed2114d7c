/** The door of the town's places: what other features may use. */

export { type AreaChoice, areaChoices } from './areas/choices.ts'
export { addArea, type NewArea } from './areas/keep-area.ts'
export { delimitArea } from './delimitations/delimit-area.ts'
export { periodsOf, undividedSince } from './delimitations/delimitation-rules.ts'
export { splitArea } from './delimitations/reshape-areas.ts'
export { addDistrict } from './districts/keep-district.ts'
export { estateTable } from './estate-import/estate-columns.ts'
export { saveEstates } from './estate-import/take-estates.ts'
export { addEstate } from './estates/keep-estate.ts'
export { judgeOutlines, loadOutlines } from './map/outlines.ts'
export { labelOf, type PlacesOn, placesOn } from './places-on.ts'
export { type Places, readPlaces, readPlacesIn } from './read-places.ts'
