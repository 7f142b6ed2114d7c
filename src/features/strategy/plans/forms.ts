import { z } from 'zod'
import {
  checkbox,
  choice,
  chosenId,
  dayField,
  id,
  nullableText,
  optionalDay,
  optionalId,
  optionalText,
  text,
  version,
  wholeNumber,
} from '../../../http/forms/fields.ts'
import { cursorField } from '../../../http/pages/paging.ts'
import { textAddress } from '../../decisions/adoption/index.ts'
import { actionStates } from './actions/action-rules.ts'

export const actionAddress = textAddress.extend({ action: z.string().regex(/^h\d{1,4}$/) })
export const planOfYear = textAddress.extend({ year: wholeNumber(1900, 2199) })

export const beginForm = z.object({
  strategyId: chosenId('Vælg en strategi, der gælder for alle parter.'),
  year: wholeNumber(1900, 2199, 'Skriv årstallet med fire cifre.'),
  carry: checkbox,
})
export const introForm = z.object({ version, intro: optionalText(10_000) })

const saidAction = {
  title: text(200, 'Skriv, hvad der skal gøres.'),
  text: optionalText(4000),
  goal: nullableText(20),
  organisationId: optionalId,
  personId: optionalId,
  partners: optionalText(500),
  areaId: optionalId,
  deadline: optionalDay,
}
export const actionForm = z.object({ version, ...saidAction })
export const newActionForm = z.object({ version, followUpId: optionalId, ...saidAction })
export const versionForm = z.object({ version })

const filterId = z.preprocess(value => (value === '' ? undefined : value), id.optional()).catch(undefined)
export const fromFollowUpQuery = z.object({ opfoelgning: filterId })

export const progressForm = z.object({
  version,
  state: choice(actionStates, 'Vælg, hvor langt handlingen er.'),
  note: optionalText(2000),
})
export const followUpForm = z.object({
  text: text(1000, 'Feltet »Opgave« skal udfyldes.'),
  organisationId: chosenId('Vælg den organisation, der er ansvarlig.'),
  personId: optionalId,
  dueDay: dayField('Feltet »Frist« skal udfyldes.'),
})

const word = z
  .string()
  .regex(/^[a-z\d-]{0,100}$/)
  .optional()
  .catch('')
  .default('')
export const actionsQuery = z.object({
  q: z.string().trim().max(100).optional().catch('').default(''),
  aar: z.preprocess(value => (value === '' ? undefined : value), wholeNumber(1900, 2199).optional()).catch(undefined),
  gruppe: z.enum(['', 'omraade', 'maaned']).optional().catch('').default(''),
  vis: z.enum(['', 'aabne', 'overskredne', 'gennemfoert', 'opgivet', 'mine']).optional().catch('').default(''),
  part: z.enum(['', 'HOUSING', 'MUNICIPALITY']).optional().catch('').default(''),
  organisation: filterId,
  omraade: filterId,
  maaned: z
    .enum(['', ...Array.from({ length: 12 }, (_, at) => String(at + 1))])
    .optional()
    .catch('')
    .default(''),
  strategi: word,
  efter: cursorField,
})
export type ActionsQuery = z.output<typeof actionsQuery>

/** One decision for each open action: those that nothing is chosen for stay open. */
export const movesForm = z.object({
  moves: z
    .record(
      z.string(),
      z.object({
        fate: z.preprocess(
          value => (value === '' || value === undefined ? null : value),
          z.union([z.null(), z.enum(['MOVED', 'KEPT', 'CLOSED'])], { error: 'Vælg, hvad der skal ske.' }),
        ),
        goal: optionalText(20),
        reason: optionalText(2000),
      }),
    )
    .optional()
    .default({}),
})
export type SaidMoves = z.output<typeof movesForm>['moves']
