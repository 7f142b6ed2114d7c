import { shortDay } from '../../kernel/days.ts'
import { parseDanishDay } from '../../kernel/written-day.ts'
import { choiceMark, labelMark } from './field-words.ts'
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
    const shown = (text: string) => inForm(name, text, choices) || nothing
    return saved === yours ? [] : [{ label: labels[name] ?? labelMark(name), saved: shown(saved), yours: shown(yours) }]
  })
}

/** What the other changed alone, which stands in the form now, in the same words. */
export const takenOver = (
  form: FormState,
  labels: Record<string, string> = {},
  choices: Choices = {},
): { label: string; saved: string }[] =>
  Object.entries(form.conflict?.taken ?? {}).map(([name, value]) => ({
    label: labels[name] ?? labelMark(name),
    saved: inForm(name, inWords(value, choices[name]), choices) || nothing,
  }))

const nothing = '(intet)'

/** Whoever gives no choices leaves it to the form itself, which offers them. */
const inForm = (name: string, text: string, choices: Choices): string =>
  choices[name] || text === '' ? text : choiceMark(name, text)

function inWords(value: string, options: Choices[string] = []): string {
  const chosen = options.filter(option => value.split('\n').includes(option.value))
  if (chosen.length > 0) return value === '' ? '' : chosen.map(option => option.text).join(', ')
  const text = value.replace(/\r\n/g, '\n').trim()
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseDanishDay(text) : null
  return day ? shortDay(day) : text
}
