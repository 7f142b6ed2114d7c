/**
 * How many examples a property is tried on: few in `npm test`, and the same ones every time, so that it is red only for
 * what was changed; many and new ones in `npm run test:deep`, which looks for what nobody has thought of.
 */
export const deep = process.env.DEEP === '1'
export const runs = (few: number, many: number): { numRuns: number; seed?: number } =>
  deep ? { numRuns: many } : { numRuns: few, seed: 2008 }
