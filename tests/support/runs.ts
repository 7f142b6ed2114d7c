/** How many examples a property is tried on: few in `npm test`, many in `npm run test:deep`. */
export const deep = process.env.DEEP === '1'
export const runs = (few: number, many: number): { numRuns: number } => ({ numRuns: deep ? many : few })
