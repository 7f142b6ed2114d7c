import { z } from 'zod'
import { wholeNumber } from '../../../../http/forms/fields.ts'
import { cursorField } from '../../../../http/pages/paging.ts'

export const deliveriesQuery = z.object({
  q: z.string().trim().max(100).optional().catch('').default(''),
  vis: z.enum(['', 'filer']).optional().catch('').default(''),
  efter: cursorField,
})
export type DeliveriesQuery = z.output<typeof deliveriesQuery>

export const deliveryQuery = z.object({
  vis: z.enum(['', 'rettelser']).optional().catch('').default(''),
  efter: cursorField,
})
export type DeliveryQuery = z.output<typeof deliveryQuery>

export const deliveryAddress = z.object({ delivery: wholeNumber(1, 2_147_483_647) })
