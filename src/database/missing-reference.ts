import { brokenRule, type Refusal } from '../kernel/refusal.ts'

/**
 * A row would point at something that is not there: what a form offers is chosen from lists, so it has been removed
 * meanwhile, or the form was not one of ours. The database refuses it (foreign keys); this is what a person reads.
 */
export const missingReference = (fault: unknown): Refusal | null =>
  typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === 'P2003'
    ? brokenRule('Noget af det, du har valgt, findes ikke længere. Genindlæs siden, og vælg på ny.')
    : null
