import type { z } from 'zod'

/** What a form's page is drawn from: what was typed, and what is wrong with it. */
export interface FormState {
  values: Record<string, unknown>
  errors: Record<string, string>
  /** An error of the form as a whole. */
  message?: string
  /** Somebody saved meanwhile: what stands now, by field, and the version to save upon. */
  conflict?: { current: Record<string, string>; version: number; message: string }
  /** The version that the form is made from. */
  version?: number
  status?: number
}

export const formOf = (values: Record<string, unknown> = {}, version?: number): FormState => ({
  values,
  errors: {},
  version,
})

/** What was typed in a field, by the field's name, which may reach into rows: consequences[0][amount]. */
export function typed(form: { values: Record<string, unknown> }, name: string): unknown {
  let value: unknown = form.values
  for (const part of name.split(/[[\]]+/)) {
    if (part === '') continue
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return ''
    value = (value as Record<string, unknown>)[part]
  }
  // A list is several choices of one name; rows where a field is asked for were never typed in it.
  const isRows = typeof value === 'object' && !(Array.isArray(value) && value.every(one => typeof one !== 'object'))
  return isRows ? '' : (value ?? '')
}

/** The first message at each field. A field in a row is named as the form names it: consequences[0][amount]. */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of error.issues) {
    const [first, ...rest] = issue.path
    const name = String(first ?? '') + rest.map(part => `[${String(part)}]`).join('')
    errors[name] ??=
      issue.code === 'custom' || !isZodsOwn(issue.message) ? issue.message : 'Kontrollér værdien i feltet.'
  }
  return errors
}

/** zod's own sentences are English; a person reads only ours. */
const isZodsOwn = (message: string) => /^(Invalid|Too (small|big)|Unrecognized|Expected)/.test(message)
