import { z } from 'zod'
import { normalEmail } from '../../../access/sign-in-rules.ts'
import { checkbox, emptyForm, id, optionalId, optionalText, text, version } from '../../../http/forms/fields.ts'
import { cursorField } from '../../../http/pages/paging.ts'

export const accountParams = z.object({ account: id })

export const listQuery = z.object({ q: optionalText(100).optional(), efter: cursorField })

const next = z.string({ error: 'Skriv en ny adgangskode.' }).min(1, 'Skriv en ny adgangskode.').max(1000).prefault('')
const again = z.string({ error: 'Gentag adgangskoden.' }).max(1000).prefault('')

const refuseDifference = (form: { next: string; again: string }, ctx: z.RefinementCtx): void => {
  if (form.next !== form.again)
    ctx.addIssue({ code: 'custom', path: ['again'], message: 'De to adgangskoder er ikke ens.' })
}

export const passwordForm = z
  .object({
    current: z
      .string({ error: 'Skriv din nuværende adgangskode.' })
      .min(1, 'Skriv din nuværende adgangskode.')
      .max(1000)
      .prefault(''),
    next,
    again,
  })
  .superRefine((form, ctx) => {
    refuseDifference(form, ctx)
    if (form.next === form.current)
      ctx.addIssue({ code: 'custom', path: ['next'], message: 'Vælg en anden adgangskode end den nuværende.' })
  })

/** In the place of a one-time code. */
export const choosePasswordForm = z.object({ next, again }).superRefine(refuseDifference)

/** Letters of any language, one @, and a host of at least two parts. */
const emailPattern =
  /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}@([\p{L}\p{M}\p{N}]([\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}]{2,}$/u

/** What one signs in with. */
export const accountEmail = z.preprocess(
  value => (typeof value === 'string' ? normalEmail(value) : ''),
  z
    .string()
    .min(1, 'Feltet »E-mail« skal udfyldes.')
    .max(200)
    .pipe(z.email({ pattern: emailPattern, error: 'Skriv en e-mailadresse, fx navn@kommune.dk.' })),
)

/** For someone already known by name, or for a new person. */
export const newAccountForm = z
  .object({
    person: optionalId,
    name: optionalText(120),
    title: optionalText(120),
    organisation: optionalId,
    email: accountEmail,
    administrator: checkbox,
  })
  .superRefine((form, ctx) => {
    if (form.person !== null) return
    if (form.name === '')
      ctx.addIssue({ code: 'custom', path: ['name'], message: 'Vælg en person, eller skriv et navn.' })
    if (form.organisation === null)
      ctx.addIssue({ code: 'custom', path: ['organisation'], message: 'Vælg den organisation, personen hører til.' })
  })

export const addressForm = z.object({
  version,
  email: accountEmail,
  reason: text(500, 'Feltet »Begrundelse« skal udfyldes.'),
})

export const logQuery = z.object({ efter: cursorField })

export const disableForm = z.object({ reason: text(500, 'Feltet »Begrundelse« skal udfyldes.') })

export { emptyForm }
