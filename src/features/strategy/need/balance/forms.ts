import { z } from 'zod'
import { empty, yearFilter } from '../forms.ts'
import { needTypes } from './balance-rules.ts'

export const balanceQuery = z.object({
  /** Empty: the whole town. */
  bydel: empty(z.string().regex(/^[a-z\d-]{1,100}$/)),
  /** Empty: all types. */
  type: empty(z.enum(needTypes)),
  /** Of the districts beside each other; empty: the first year that an estimate tells of ahead. */
  aar: yearFilter,
})
export type BalanceQuery = z.output<typeof balanceQuery>
