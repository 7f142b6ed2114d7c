import { z } from 'zod'
import {
  checkbox,
  choice,
  chosenId,
  dayField,
  optionalId,
  optionalText,
  text,
  version,
} from '../../../http/forms/fields.ts'
import { cursorField } from '../../../http/pages/paging.ts'
import { flagStateLabels } from './flag-states.ts'
import { keysOf, sourceNames, themeNames, urgencyNames } from './labels.ts'
import { placeKeyPattern } from './place-ref.ts'

const empty = <Value extends z.ZodType>(value: Value) =>
  z
    .union([z.literal(''), value])
    .optional()
    .catch('')
    .default('')

export const listQuery = z.object({
  q: z.string().trim().max(100).optional().catch('').default(''),
  /** Empty: those that are open. */
  status: empty(z.enum([...keysOf(flagStateLabels), 'alle', 'overskredet'])),
  sted: empty(z.string().regex(placeKeyPattern)),
  tema: empty(z.enum(keysOf(themeNames))),
  part: empty(z.enum(['HOUSING', 'MUNICIPALITY'])),
  hast: empty(z.enum(keysOf(urgencyNames))),
  sorter: z.enum(['aeldste', 'nyeste', 'sted']).optional().catch('aeldste').default('aeldste'),
  efter: cursorField,
})
export type ListQuery = z.output<typeof listQuery>

/** A place that is chosen already, from its own page. */
export const newFlagQuery = z.object({ sted: empty(z.string().regex(placeKeyPattern)) })

export const flagAddress = z.object({ flag: z.string().regex(/^\d{4}-[1-9]\d{0,5}$/) })

const draft = {
  place: z.string({ error: 'Vælg stedet.' }).min(1, 'Vælg stedet.').max(30),
  seenOn: dayField('Skriv den dag, det blev set.'),
  source: choice(keysOf(sourceNames), 'Vælg, hvor det kommer fra.'),
  theme: choice(keysOf(themeNames), 'Vælg et tema.'),
  reason: text(4000, 'Skriv, hvad der er set, og hvorfor det bør tages op.'),
  urgency: choice(keysOf(urgencyNames), 'Vælg, hvor meget det haster.'),
  namesArePlaces: checkbox,
}
export const raiseForm = z.object(draft)
export const correctForm = z.object({ ...draft, version })

const guarded = { version, namesArePlaces: checkbox }
const why = text(4000, 'Feltet »Begrundelse« skal udfyldes.')
export const acknowledgeForm = z.object({ ...guarded, text: optionalText(2000) })
export const outcomeForm = z.object({ ...guarded, text: text(4000, 'Skriv, hvad der kom ud af det.') })
export const declineForm = z.object({ ...guarded, text: why })
export const followForm = z.object({
  ...guarded,
  until: dayField('Skriv den dag, påpegningen skal tages op igen.'),
  text: why,
})
export const joinForm = z.object({
  ...guarded,
  joinedTo: z.string({ error: 'Vælg en påpegning.' }).min(1, 'Vælg en påpegning.').max(20),
  text: optionalText(2000),
})
export const agendaForm = z.object({
  version,
  meetingId: chosenId('Vælg et møde i fælles boligstrategisk gruppe.'),
  kind: choice(['DISCUSSION', 'DECISION'], 'Vælg, om punktet skal drøftes eller besluttes.'),
  caseId: z
    .union([optionalId, z.literal('ny').transform(() => 'NEW' as const)])
    .optional()
    .transform(chosen => chosen ?? null),
})
