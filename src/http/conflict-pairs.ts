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
    const said = (value: unknown) => inWords(String(value ?? ''), choices[name])
    const [saved, yours] = [said(current), said(typed(form, name))]
    return saved === yours ? [] : [{ label: labels[name] ?? 'Tekst', saved: saved || nothing, yours: yours || nothing }]
  })
}

const nothing = '(intet)'

function inWords(value: string, options: Choices[string] = []): string {
  const chosen = options.find(option => option.value === value)
  if (chosen) return value === '' ? '' : chosen.text
  const text = value.replace(/\r\n/g, '\n').trim()
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseDanishDay(text) : null
  return day ? shortDay(day) : text
}
