import { z } from 'zod'
import type { SeatRole } from '../../../access/actor.ts'
import { checkbox, dayField, optionalDay, optionalId, optionalText } from '../../../http/forms/fields.ts'
import type { Day } from '../../../kernel/days.ts'
import { accountEmail } from '../accounts/index.ts'
import { personFields } from '../parties/index.ts'

export interface SeatRow {
  body: string
  role: SeatRole
  substituteForId: number | null
  from: Day
  to: Day | null
  appointedById: number
  appointedAtMeetingId: number | null
  appointedNote: string
}

export interface AuthorisationRow {
  organisation: string
  keeper: boolean
  signatory: boolean
  from: Day
  sourceBody: string
  sourceDay: Day | null
  sourceDocument: string
}

/** Says what a row lacks, at its fields. */
const lacks = (ctx: z.RefinementCtx) => (field: string, message: string) =>
  ctx.addIssue({ code: 'custom', path: [field], message })

/** A first day is asked for in a row that is in use alone. */
function firstDay(value: unknown, tell: (field: string, message: string) => void): Day | null {
  const read = dayField('Feltet »Fra« skal udfyldes.').safeParse(value)
  if (read.success) return read.data
  tell('from', read.error.issues[0]?.message ?? 'Feltet »Fra« skal udfyldes.')
  return null
}

const roles: readonly string[] = ['CHAIR', 'VICE_CHAIR', 'MEMBER', 'SUBSTITUTE', 'SECRETARY'] satisfies SeatRole[]

/** The day and who appoints are filled in before anybody has typed: a row is in use when something else is. */
const seatRow = z
  .object({
    body: optionalText(160),
    role: optionalText(20),
    substituteForId: optionalId,
    from: z.unknown().optional(),
    to: optionalDay,
    appointedById: optionalId,
    appointedAtMeetingId: optionalId,
    appointedNote: optionalText(300),
  })
  .transform(({ from: typed, role, ...row }, ctx): SeatRow | null => {
    const { body, substituteForId, to, appointedById, appointedAtMeetingId, appointedNote } = row
    if (!body && !role && !substituteForId && !to && !appointedAtMeetingId && !appointedNote) return null
    const tell = lacks(ctx)
    const from = firstDay(typed, tell)
    if (body === '') tell('body', 'Vælg det organ, personen udpeges til.')
    if (!roles.includes(role)) tell('role', 'Vælg en rolle.')
    if (appointedById === null) tell('appointedById', 'Vælg det organ, der har udpeget.')
    if (from === null || appointedById === null) return null
    return { ...row, role: role as SeatRole, from, appointedById }
  })

const authorisationRow = z
  .object({
    organisation: optionalText(160),
    keeper: checkbox,
    signatory: checkbox,
    from: z.unknown().optional(),
    sourceBody: optionalText(160),
    sourceDay: optionalDay,
    sourceDocument: optionalText(300),
  })
  .transform(({ from: typed, ...row }, ctx): AuthorisationRow | null => {
    const isUsed = row.keeper || row.signatory || row.sourceBody || row.sourceDay || row.sourceDocument
    if (!isUsed) return null
    const tell = lacks(ctx)
    const from = firstDay(typed, tell)
    if (row.organisation === '') tell('organisation', 'Vælg den organisation, bemyndigelsen gælder.')
    if (!row.keeper && !row.signatory) tell('keeper', 'Vælg mindst én bemyndigelse.')
    return from && { ...row, from }
  })

/** A form's rows come as a list or, with gaps, by their numbers; both become a list that keeps the numbers' order. */
const rowsOf = <Row extends z.ZodType>(row: Row) =>
  z.preprocess(value => {
    if (Array.isArray(value)) return value
    return typeof value === 'object' && value !== null ? Object.values(value) : []
  }, z.array(row).max(30))

/** The buttons that ask for one more row, and nothing else yet. */
export const moreRows = { seats: 'addSeat', authorisations: 'addAuthorisation' } as const

export const isAskingForRow = (values: Record<string, unknown>): boolean =>
  Object.values<unknown>(moreRows).includes(values.action)

/** A person, an account where it is wanted, seats and authorisations. Rows that nobody has touched are null. */
export const newPersonForm = z
  .object({
    ...personFields,
    account: checkbox,
    seats: rowsOf(seatRow),
    authorisations: rowsOf(authorisationRow),
    action: z.unknown().optional(),
  })
  .superRefine((form, ctx) => {
    // What is not to be saved yet is not read as if it were: the page is drawn again with one more row.
    if (isAskingForRow(form)) ctx.addIssue({ code: 'custom', path: ['action'], message: '' })
    if (!form.account) return
    const read = accountEmail.safeParse(form.email ?? '')
    if (!read.success)
      ctx.addIssue({
        code: 'custom',
        path: ['email'],
        message: form.email
          ? 'Skriv en e-mailadresse, fx navn@kommune.dk.'
          : 'Skriv den e-mail, personen skal logge ind med.',
      })
  })
