import type { PageFacts } from '../pages/answers.ts'
import type { FormState } from './forms.ts'

export interface Option {
  value: string
  text: string
}

/** One field of a form that needs nothing but its fields; `kind` names the component that draws it. */
export interface FormField {
  kind: 'text' | 'textarea' | 'select' | 'date' | 'checkbox' | 'checkboxes' | 'file'
  name: string
  label: string
  hint?: string
  required?: boolean
  /** Says »(valgfrit)« at the label. */
  optional?: boolean
  options?: Option[]
  type?: string
  autocomplete?: string
  rows?: number
  /** Of a file: the kinds that are taken in, and whether several are. */
  accept?: string
  multiple?: boolean
}

/** A page that is one form: views/layout/form-page.ejs. */
export interface FormPage extends PageFacts {
  heading: string
  lead?: string
  /** What else happens, before one presses the button. */
  warning?: string
  action: string
  submit: string
  danger?: boolean
  back: string
  /** What goes with the form unseen. */
  hidden?: { name: string; value: string }[]
  fields: FormField[]
  /** Below the form: another way to the same, or what helps to fill it in. */
  more?: { text: string; href: string } | null
  /** Names of the fields, for the page that shows both texts of a conflict. */
  labels: Record<string, string>
  /** What their choices are called. */
  choices: Record<string, Option[]>
  form: FormState
  /** A file goes with it. */
  multipart: boolean
}

export const formPage = (
  facts: Omit<FormPage, 'labels' | 'choices' | 'multipart'>,
): FormPage & Record<string, unknown> => ({
  ...facts,
  multipart: facts.fields.some(({ kind }) => kind === 'file'),
  labels: Object.fromEntries(facts.fields.map(({ name, label }) => [name, label])),
  choices: Object.fromEntries(facts.fields.flatMap(({ name, options }) => (options ? [[name, options]] : []))),
})
