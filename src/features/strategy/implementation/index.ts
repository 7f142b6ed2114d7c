/** The door of the half-yearly rounds. */
export { askImplementation } from './ask-implementation.ts'
export { halfYearOf } from './half-year.ts'
export { implementationSource } from './implementation-source.ts'
export { rowName } from './judge-implementation.ts'
export { loadOpen as openImplementation } from './load-open.ts'
export { newestRound } from './queries.ts'
export { strategiesInForce } from './strategies-in-force.ts'
