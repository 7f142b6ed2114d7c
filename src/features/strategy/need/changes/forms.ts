import { z } from 'zod'
import { choice, chosenId, optionalId, text, version, wholeNumber } from '../../../../http/forms/fields.ts'
import { cursorField } from '../../../../http/pages/paging.ts'
import { empty, yearFilter } from '../forms.ts'
import { keysOf } from '../labels.ts'
import { changeKinds, changeStates } from './labels.ts'

export const changesQuery = z.object({
  q: z.string().trim().max(100).optional().catch('').default(''),
  bydel: empty(z.string().regex(/^[a-z\d-]{1,100}$/)),
  type: empty(z.enum(keysOf(changeKinds))),
  status: empty(z.enum([...keysOf(changeStates), 'forsinket'])),
  aar: yearFilter,
  /** Empty: what is still to come. */
  vis: empty(z.enum(['alle'])),
  sorter: z.enum(['aar', 'bydel', 'boliger']).optional().catch('aar').default('aar'),
  efter: cursorField,
})
export type ChangesQuery = z.output<typeof changesQuery>

export const changeAddress = z.object({
  change: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
})

/** A number of homes; an empty field is none. */
const homes = z.preprocess(
  value => (value === '' || value === undefined ? '0' : value),
  wholeNumber(0, 9999, 'Skriv et helt antal boliger, fx 120.'),
)

const draft = {
  name: text(150, 'Skriv, hvad det er.'),
  kind: choice(keysOf(changeKinds), 'Vælg, hvad der sker med boligerne.'),
  districtId: chosenId('Vælg en bydel.'),
  estateId: optionalId,
  year: wholeNumber(1900, 2199, 'Skriv året med fire cifre, fx 2029.'),
  state: choice(keysOf(changeStates), 'Vælg en status.'),
  family: homes,
  youth: homes,
  elderly: homes,
  other: homes,
  origin: text(500, 'Skriv, hvor oplysningen står.'),
}
export const changeForm = z.object(draft)
export const correctChangeForm = z.object({ ...draft, version })
