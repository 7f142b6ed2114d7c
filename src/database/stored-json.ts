import { z } from 'zod'
import type { Day, Instant } from '../kernel/days.ts'
import { type Oere, oere } from '../kernel/money.ts'

/** Days, moments and amounts inside JSON that the portal itself stored. */
export const storedDay = z.custom<Day>(value => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value))
export const storedMoment = z.custom<Instant>(value => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value))
/** In øre. */
export const storedAmount = z.int().transform((amount): Oere => oere(amount))
