import { z } from 'zod'
import { choice, chosenId, dayField, optionalText, text, version, wholeNumber } from '../../../http/forms/fields.ts'
import { cursorField } from '../../../http/pages/paging.ts'
import { staleApproval } from '../../../kernel/refusal.ts'
import { mostPoints } from './answer/answer-rules.ts'
import { followedNames, meansNames } from './labels.ts'
import { outwardKinds } from './letter/letter-content.ts'
import { mostHearingWorkdays } from './outward-rules.ts'
import { outwardStateLabels } from './outward-states.ts'

const keysOf = <Names extends object>(names: Names) => Object.keys(names) as [keyof Names & string]

const empty = <Value extends z.ZodType>(value: Value) =>
  z
    .union([z.literal(''), value])
    .optional()
    .catch('')
    .default('')

export const listQuery = z.object({
  q: z.string().trim().max(100).optional().catch('').default(''),
  status: empty(z.enum([...keysOf(outwardStateLabels), 'overskredet'])),
  type: empty(z.enum(keysOf(outwardKinds))),
  modtager: empty(z.string().trim().max(200)),
  sorter: z.enum(['frist', 'modtaget', 'titel']).optional().catch('frist').default('frist'),
  efter: cursorField,
})
export type ListQuery = z.output<typeof listQuery>

export const outwardAddress = z.object({ text: z.string().regex(/^[a-z\d-]{1,100}$/) })
export const stanceAddress = outwardAddress.extend({ organisation: z.string().regex(/^[a-z0-9-]{1,120}$/) })
export const sectionAddress = outwardAddress.extend({ section: z.string().regex(/^s\d{1,4}$/) })
export const answerAddress = outwardAddress.extend({ answer: wholeNumber(1, 2_147_483_647) })

const head = {
  kind: choice(keysOf(outwardKinds), 'Vælg, hvad der skal skrives.'),
  title: text(200, 'Feltet »Emne« skal udfyldes.'),
  addressee: text(200, 'Skriv, hvem brevet er til.'),
  reference: optionalText(100),
}
const facts = {
  receivedOn: dayField('Skriv den dag, brevet blev modtaget.'),
  deadline: dayField('Skriv modtagerens frist.'),
  hearingWorkdays: wholeNumber(0, mostHearingWorkdays, `Skriv et antal hverdage fra 0 til ${mostHearingWorkdays}.`),
  leadId: chosenId('Vælg en ansvarlig.'),
}
export const newOutwardForm = z.object({ ...head, ...facts })
export const correctForm = z.object({ version, ...facts })
export const extendForm = z.object({
  until: dayField('Skriv den nye frist.'),
  granted: text(1000, 'Skriv, hvem der har givet den senere frist og hvordan.'),
})
export const askForm = z.object({ until: dayField('Skriv den sidste dag, organisationerne kan svare.') })
export const withdrawForm = z.object({ reason: text(2000, 'Feltet »Begrundelse« skal udfyldes.') })
export const closeForm = z.object({ reason: text(4000, 'Skriv, hvad der kom ud af det.') })

export const stanceForm = z.object({
  version,
  position: choice(['NO_REMARKS', 'REMARKS', 'OWN_STATEMENT'], 'Vælg organisationens holdning.'),
  text: optionalText(10_000),
})

export const headForm = z.object({ version, ...head })
export const sectionForm = z.object({
  version,
  heading: text(200, 'Feltet »Overskrift« skal udfyldes.'),
  text: text(20_000, 'Skriv afsnittets tekst.'),
})
export const versionForm = z.object({ version })
export const moveForm = z.object({ version, direction: z.enum(['UP', 'DOWN'], { error: 'Vælg op eller ned.' }) })

export const sendForm = z.object({
  hash: z.string({ error: staleApproval }).min(1, staleApproval).max(80),
  means: choice(keysOf(meansNames), 'Vælg, hvordan brevet er sendt.'),
  sentOn: dayField('Skriv den dag, brevet er sendt.'),
  note: optionalText(1000),
})

const followed = z.preprocess(
  value => (value === '' || value === undefined ? null : value),
  z.union([z.null(), z.enum(keysOf(followedNames))], { error: 'Vælg et af de tre svar.' }),
)
const point = z.object({
  asked: optionalText(2000),
  said: optionalText(4000),
  followed,
  outcome: optionalText(4000),
})
export const answerForm = z.object({
  version,
  receivedOn: dayField('Skriv den dag, svaret blev modtaget.'),
  reference: optionalText(100),
  summary: text(4000, 'Skriv i korte træk, hvad svaret gik ud på.'),
  points: z.preprocess(
    value => (Array.isArray(value) ? value : Object.values((value as object | undefined) ?? {})),
    z.array(point).max(mostPoints),
  ),
})
