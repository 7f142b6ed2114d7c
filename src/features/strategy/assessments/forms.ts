import { z } from 'zod'
import { chosenId, dayField, text, version } from '../../../http/forms/fields.ts'

const empty = <Value extends z.ZodType>(value: Value) =>
  z
    .union([z.literal(''), value])
    .optional()
    .catch('')
    .default('')

export const assessmentsQuery = z.object({
  q: z.string().trim().max(100).optional().catch('').default(''),
  niveau: empty(z.string().regex(/^n\d$/)),
  vis: empty(z.enum(['afviger', 'indsats', 'forfalden', 'uden'])),
  sorter: z.enum(['navn', 'point', 'frist']).optional().catch('navn').default('navn'),
})
export type AssessmentsQuery = z.output<typeof assessmentsQuery>

export const areaAddress = z.object({ area: z.string().regex(/^[a-z\d-]{1,100}$/) })

export const assessForm = z.object({
  version,
  level: z.string({ error: 'Vælg et niveau.' }).regex(/^n\d$/, 'Vælg et niveau.'),
  reasons: text(4000, 'Skriv, hvorfor området vurderes sådan.'),
  itemId: chosenId('Vælg det punkt, hvor området blev vurderet.'),
  reviewOn: dayField('Skriv den dag, området skal vurderes igen.'),
  flag: z
    .union([z.literal('').transform(() => null), z.string().regex(/^\d{4}-[1-9]\d{0,5}$/)])
    .optional()
    .catch(null)
    .transform(number => number ?? null),
})
