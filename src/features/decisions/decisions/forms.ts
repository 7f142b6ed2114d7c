import { z } from 'zod'
import {
  checkbox,
  choice,
  dayField,
  id,
  listOf,
  moneyField,
  nullableText,
  optionalId,
  optionalText,
  text,
  version,
  wholeNumber,
  yearNumber,
} from '../../../http/forms/fields.ts'
import { cursorField } from '../../../http/pages/paging.ts'
import { decisionStateKeys } from './decision-state.ts'
import type { ConsequenceDraft, FollowUpDraft, StanceDraft } from './record/decision-rules.ts'
import type { DecisionDraft } from './record/record-decision.ts'
import type { ReplacementDraft } from './record/replacement.ts'

/** A form's rows come as a list or, with gaps, by their numbers; both become a list that keeps the numbers' order. */
const rowsOf = <Row extends z.ZodType>(row: Row) =>
  z.preprocess(value => {
    if (Array.isArray(value)) return value
    return typeof value === 'object' && value !== null ? Object.values(value) : []
  }, z.array(row).max(60))

const consequenceRow = z.object({
  organisationId: optionalId,
  amount: moneyField,
  legal: nullableText(500),
  organisational: nullableText(500),
})

/** None chosen: a list of choices sends its empty first one. */
const stanceKind = z.preprocess(
  value => (value === '' ? undefined : value),
  choice(['SUPPORTS', 'WITH_RESERVATION', 'DOES_NOT_SUPPORT'], 'Vælg en holdning.').optional(),
)

const stanceRow = z
  .object({
    organisationId: optionalId,
    kind: stanceKind,
    text: optionalText(2000),
  })
  .superRefine((row, ctx) => {
    const begun = row.organisationId !== null || row.kind !== undefined || row.text !== ''
    if (begun && row.organisationId === null)
      ctx.addIssue({
        code: 'custom',
        path: ['organisationId'],
        message: 'Vælg den organisation, der vil have sin holdning noteret.',
      })
    if (begun && row.kind === undefined) ctx.addIssue({ code: 'custom', path: ['kind'], message: 'Vælg en holdning.' })
  })

const followUpRow = z
  .object({
    text: optionalText(1000),
    organisationId: optionalId,
    personId: optionalId,
    dueDay: z.unknown().optional(),
  })
  .transform((row, ctx): FollowUpDraft | null => {
    const untouched = row.text === '' && row.organisationId === null && !row.dueDay
    if (untouched) return null
    const due = dayField('Feltet »Frist« skal udfyldes.').safeParse(row.dueDay)
    if (!due.success)
      ctx.addIssue({
        code: 'custom',
        path: ['dueDay'],
        message: due.error.issues[0]?.message ?? 'Feltet »Frist« skal udfyldes.',
      })
    if (row.text === '') ctx.addIssue({ code: 'custom', path: ['text'], message: 'Feltet »Opgave« skal udfyldes.' })
    if (row.organisationId === null)
      ctx.addIssue({ code: 'custom', path: ['organisationId'], message: 'Vælg den organisation, der er ansvarlig.' })
    if (!due.success || row.text === '' || row.organisationId === null) return null
    return { text: row.text, organisationId: row.organisationId, personId: row.personId, dueDay: due.data }
  })

/** What the form of a decision may hold. Untouched rows are left out; what is lacking is the act's to say. */
const decisionFields = z.object({
  /** As it was typed, to draw the page again. */
  typed: z.record(z.string(), z.unknown()),
  action: z
    .enum(['record', 'check', 'addRow', 'addFollowUp', 'addStance', 'distribute'])
    .default('record')
    .catch('record'),
  /** An amount to share among the rows, and by what. */
  distributeTotal: moneyField,
  distributeBy: z.preprocess(
    value => (value === '' ? undefined : value),
    choice(['equal', 'homes', 'last'], 'Vælg en fordelingsnøgle.').optional(),
  ),
  title: optionalText(300),
  text: optionalText(20_000),
  publicTitle: nullableText(300),
  publicText: nullableText(20_000),
  sharedPosition: checkbox,
  withChanges: checkbox,
  strategy: checkbox,
  professionalDevelopment: checkbox,
  coordination: checkbox,
  areaIds: listOf(id),
  rows: rowsOf(consequenceRow),
  stanceHousing: stanceKind,
  stanceHousingText: optionalText(2000),
  stanceMunicipality: stanceKind,
  stanceMunicipalityText: optionalText(2000),
  stances: rowsOf(stanceRow),
  followUps: rowsOf(followUpRow),
  noFollowUp: checkbox,
  subjectToApproval: checkbox,
  reservation: nullableText(2000),
  /** The item's decisions that stood on the page, 2026/13,2026/14, and that this is another one. */
  standing: optionalText(2000),
  another: checkbox,
  replacementKind: z.preprocess(
    value => (value === '' ? undefined : value),
    choice(['REVERSES', 'REPLACES'], 'Vælg, om den tidligere beslutning omgøres eller erstattes.').optional(),
  ),
  replacesNumber: optionalText(20),
  /** The decision that the fields of what was spent were shown for. */
  spentFor: optionalText(20),
  spent: z.preprocess(
    value => (typeof value === 'object' && value !== null ? value : {}),
    z.record(z.string().regex(/^m\d{1,15}$/), moneyField),
  ),
})
export const decisionForm = z.preprocess(
  typed => (typeof typed === 'object' && typed !== null ? { ...typed, typed } : typed),
  decisionFields,
)
export type DecisionForm = z.output<typeof decisionForm>

export const consequencesOf = (form: DecisionForm): ConsequenceDraft[] =>
  form.rows.flatMap(({ organisationId, ...row }) => (organisationId === null ? [] : [{ organisationId, ...row }]))

/** A row with a consequence and nobody to bear it would be lost in silence. */
export const rowsWithoutOrganisation = (form: DecisionForm): number[] =>
  form.rows.flatMap((row, index) =>
    row.organisationId === null && (row.amount || row.legal || row.organisational) ? [index] : [],
  )

/** @param sides the side of each organisation, for its own stance */
export function draftOf(
  form: DecisionForm,
  meetingId: number,
  itemId: number,
  sides: ReadonlyMap<number, 'HOUSING' | 'MUNICIPALITY'>,
  replaces: ReplacementDraft | null,
): DecisionDraft {
  const { title, text: wording, publicTitle, publicText, sharedPosition, withChanges, noFollowUp } = form
  const { subjectToApproval, reservation, strategy, professionalDevelopment, coordination } = form
  return {
    meetingId,
    itemId,
    title,
    text: wording,
    publicTitle,
    publicText,
    sharedPosition,
    withChanges,
    noFollowUp,
    subjectToApproval,
    reservation,
    besides: form.another ? form.standing.split(',') : [],
    tasks: { strategy, professionalDevelopment, coordination },
    areaIds: form.areaIds,
    consequences: consequencesOf(form),
    stances: stancesOf(form, sides),
    followUps: form.followUps.filter(followUp => followUp !== null),
    followUpRows: form.followUps.flatMap((followUp, row) => (followUp === null ? [] : [row])),
    replaces,
  }
}

function stancesOf(form: DecisionForm, sides: ReadonlyMap<number, 'HOUSING' | 'MUNICIPALITY'>): StanceDraft[] {
  const stances: StanceDraft[] = []
  if (form.stanceHousing)
    stances.push({ side: 'HOUSING', organisationId: null, kind: form.stanceHousing, text: form.stanceHousingText })
  if (form.stanceMunicipality)
    stances.push({
      side: 'MUNICIPALITY',
      organisationId: null,
      kind: form.stanceMunicipality,
      text: form.stanceMunicipalityText,
    })
  for (const { organisationId, kind, text: words } of form.stances) {
    const side = organisationId === null ? undefined : sides.get(organisationId)
    if (side && kind) stances.push({ side, organisationId, kind, text: words })
  }
  return stances
}

export const withdrawForm = z.object({ version, reason: text(1000, 'Feltet »Begrundelse« skal udfyldes.') })

export const itemAddress = z.object({ meeting: id, item: id })
export const decisionAddress = z.object({
  year: yearNumber,
  serial: wholeNumber(1, 1_000_000),
})

const filterId = z.preprocess(value => (value === '' ? undefined : value), id.optional())

export const registerQuery = z.object({
  q: z.string().max(200).optional(),
  aar: z.preprocess(value => (value === '' ? undefined : value), yearNumber.optional()),
  organ: filterId,
  organisation: filterId,
  omraade: filterId,
  konsekvens: z.enum(['economic', 'legal', 'organisational']).optional().catch(undefined),
  tilstand: z.enum(decisionStateKeys).optional().catch(undefined),
  opgave: z.enum(['strategy', 'professionalDevelopment', 'coordination']).optional().catch(undefined),
  holdning: z.string().optional(),
  efter: cursorField,
})
export const sharedQuery = z.object({ efter: cursorField })
export type RegisterQuery = z.output<typeof registerQuery>
