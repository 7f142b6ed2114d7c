import { z } from 'zod'
import { checkbox, emptyForm, id, optionalId, optionalText, text } from '../../http/fields.ts'
import { cursorField } from '../../http/paging.ts'

export const accountParams = z.object({ account: id })

export const listQuery = z.object({ q: optionalText(100).optional(), efter: cursorField })

export const passwordForm = z
  .object({
    current: z.string().min(1, 'Skriv din nuværende adgangskode.').max(200).prefault(''),
    next: z.string().min(1, 'Skriv en ny adgangskode.').max(1000).prefault(''),
    again: z.string().max(1000).prefault(''),
  })
  .superRefine((form, ctx) => {
    if (form.next !== form.again)
      ctx.addIssue({ code: 'custom', path: ['again'], message: 'De to adgangskoder er ikke ens.' })
    if (form.next === form.current)
      ctx.addIssue({ code: 'custom', path: ['next'], message: 'Vælg en anden adgangskode end den nuværende.' })
  })

const email = z.preprocess(
  value => (typeof value === 'string' ? value.trim().toLowerCase() : ''),
  z
    .string()
    .min(1, 'Feltet »E-mail« skal udfyldes.')
    .max(200)
    .pipe(z.email('Skriv en e-mailadresse, fx navn@odense.dk.')),
)

/** For someone already known by name, or for a new person. */
export const newAccountForm = z
  .object({
    person: optionalId,
    name: optionalText(120),
    title: optionalText(120),
    organisation: optionalId,
    email,
    administrator: checkbox,
  })
  .superRefine((form, ctx) => {
    if (form.person !== null) return
    if (form.name === '')
      ctx.addIssue({ code: 'custom', path: ['name'], message: 'Vælg en person, eller skriv et navn.' })
    if (form.organisation === null)
      ctx.addIssue({ code: 'custom', path: ['organisation'], message: 'Vælg den organisation, personen hører til.' })
  })

export const disableForm = z.object({ reason: text(500, 'Feltet »Begrundelse« skal udfyldes.') })

export { emptyForm }
