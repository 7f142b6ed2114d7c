import { shortDay } from '../kernel/days.ts'
import { parseDanishDay } from '../kernel/written-day.ts'
import { type FormState, typed } from './forms.ts'

export interface ConflictPair {
  label: string
  saved: string
  yours: string
}

export type Choices = Record<string, readonly { value: string; text: string }[]>

/**
 * What stands now beside what was typed, in the words that the form itself uses. A field that both left alike, or that
 * neither has anything in, is no conflict.
 */
export function conflictPairs(
  form: FormState,
  labels: Record<string, string> = {},
  choices: Choices = {},
): ConflictPair[] {
  return Object.entries(form.conflict?.current ?? {}).flatMap(([name, current]) => {
    const said = (value: unknown) =>
      inWords(Array.isArray(value) ? value.join('\n') : String(value ?? ''), choices[name])
    const [saved, yours] = [said(current), said(typed(form, name))]
    return saved === yours ? [] : [{ label: labels[name] ?? 'Tekst', saved: saved || nothing, yours: yours || nothing }]
  })
}

/** What the other changed alone, which stands in the form now, in the same words. */
export const takenOver = (
  form: FormState,
  labels: Record<string, string> = {},
  choices: Choices = {},
): { label: string; saved: string }[] =>
  Object.entries(form.conflict?.taken ?? {}).map(([name, value]) => ({
    label: labels[name] ?? 'Tekst',
    saved: inWords(value, choices[name]) || nothing,
  }))

const nothing = '(intet)'

function inWords(value: string, options: Choices[string] = []): string {
  const chosen = options.filter(option => value.split('\n').includes(option.value))
  if (chosen.length > 0) return value === '' ? '' : chosen.map(option => option.text).join(', ')
  const text = value.replace(/\r\n/g, '\n').trim()
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseDanishDay(text) : null
  return day ? shortDay(day) : text
}
