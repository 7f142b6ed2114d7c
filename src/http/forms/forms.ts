import type { z } from 'zod'
import type { Objection } from '../../kernel/objection.ts'
import { labelMark } from './field-words.ts'

/** What a form's page is drawn from: what was typed, and what is wrong with it. */
export interface FormState {
  values: Record<string, unknown>
  errors: Record<string, string>
  /** An error of the form as a whole. */
  message?: string
  /** What the message is about when it is no error: why the form comes back, and where to look. */
  notice?: { heading: string; link?: { href: string; text: string } | undefined }
  /** Somebody saved meanwhile: what stands now, by field, and the version to save upon. */
  conflict?: FormConflict
  /** The version that the form is made from. */
  version?: number
  status?: number
  /** What the form was opened with, when that is not what it shows: three-way.ts. */
  base?: string | undefined
  /** The draft that the form goes on from. */
  draft?: string | undefined
}

export interface FormConflict {
  /** What stands now in the fields that both have changed. */
  current: Record<string, string>
  /** What the other changed in fields that one has not touched: it stands in the form now. */
  taken?: Record<string, string>
  version: number
  message: string
  heading?: string
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

/** Names of fields whose content is kept nowhere, not even on the page that shows what was typed. */
export const isSecret = (name: string): boolean => secrets.has(name)

const secrets = new Set(['adgangskode', 'password', 'declinePassword', 'current', 'next', 'again'])

/** The texts among what was typed, for a page that can only show them to be copied: neither choices nor the portal's own. */
export function typedTexts(values: Record<string, unknown>): string[] {
  return Object.entries(values).flatMap(([name, value]): string[] => {
    if (name.startsWith('_') || isSecret(name)) return []
    if (Array.isArray(value)) return typedTexts(Object.fromEntries(value.entries()))
    if (typeof value === 'object' && value !== null) return typedTexts(value as Record<string, unknown>)
    const text = typeof value === 'string' ? value.trim() : ''
    return text === '' || /^(\d+|[A-Z_]+|[\da-f]{64})$/.test(text) ? [] : [text]
  })
}

/** Said at the field, which stands beside it. The list above the form names the field: errorNamed. */
const unnamedError = 'Kontrollér værdien i feltet.'

/** An error as the list above a form tells it, where the field's own label is out of sight. */
export const errorNamed = (message: string, name: string, labels: Record<string, string> = {}): string =>
  message === unnamedError ? `Feltet »${labels[name] ?? labelMark(name)}« er ikke udfyldt korrekt.` : message

/** A rule's sentences at their fields: the first at each, and those that belong to none over the form. */
export function toldAt(told: readonly Objection[]): Pick<FormState, 'errors' | 'message'> {
  const errors: Record<string, string> = {}
  const whole: string[] = []
  for (const { sentence, field } of told) {
    if (!field) whole.push(sentence)
    else errors[field] ??= sentence
  }
  return whole.length > 0 ? { errors, message: whole.join(' ') } : { errors }
}

/** The first message at each field. A field in a row is named as the form names it: consequences[0][amount]. */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of error.issues) {
    const [first, ...rest] = issue.path
    const name = String(first ?? '') + rest.map(part => `[${String(part)}]`).join('')
    errors[name] ??= issue.code === 'custom' || !isZodsOwn(issue.message) ? issue.message : unnamedError
  }
  return errors
}

/** zod's own sentences are English; a person reads only ours. */
const isZodsOwn = (message: string) => /^(Invalid|Too (small|big)|Unrecognized|Expected)/.test(message)
