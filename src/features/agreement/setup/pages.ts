import { type FormState, formOf } from '../../../http/forms/forms.ts'
import { page } from '../../../http/pages/answers.ts'
import { type Day, dayInRow, type Instant, longDay } from '../../../kernel/days.ts'
import { organisationNames, type SetupAnswers } from './answers.ts'
import type { HandedOut } from './store-people.ts'
import { summaryLines } from './summary.ts'

/** Before the portal is set up, and for whoever comes by an address that opens no longer. */
export const notSetUpPage = (message: string, status = 503) =>
  page('setup/closed', { title: 'Portalen er ikke sat op endnu', message }, { status })

/** Where the agreement is chosen, or left out. */
export const documentPage = (form: FormState = formOf()) =>
  page('setup/document', { title: 'Sæt portalen op', form }, { status: form.status ?? 200 })

export interface Carried {
  /** What the other steps have been told, for hidden fields. */
  hidden: [string, string][]
}

/** The agreement's parties, names and dates, to be corrected beside its text. */
export function partiesPage(form: FormState) {
  const more = form.values.handling === 'linjer' ? 5 : 0
  return page(
    'setup/parties',
    {
      title: 'Sæt portalen op: parterne',
      form,
      labels: partyLabels,
      source: String(form.values.source ?? '')
        .split('\n')
        .map(line => line.trim()),
      hidden: carried(form.values, ['source', 'navn', 'administrator', 'housingSecretary', 'municipalSecretary']),
      departments: rowsOf(form.values.departments, 'subjectAreas', 4 + more),
      organisations: rowsOf(form.values.organisations, 'associations', 4 + more),
      kinds: [
        { value: 'HOUSING_ORGANISATION', text: 'Ejer boliger' },
        { value: 'ADMINISTRATOR', text: 'Administrerer kun for andre' },
      ],
    },
    { status: form.status ?? 200 },
  )
}

/** Room for those that are there, and for two more at least; a list of names is as high as it has names. */
function rowsOf(filled: unknown, list: string, least: number): { at: number; lines: number }[] {
  const rows: unknown[] = Array.isArray(filled) ? filled : []
  return Array.from({ length: Math.max(rows.length + 2, least) }, (_one, at) => {
    const row = rows[at]
    const names =
      typeof row === 'object' && row !== null && list in row ? String((row as Record<string, unknown>)[list]) : ''
    return { at, lines: Math.max(1, names.trim().split('\n').length) }
  })
}

/** Who can sign in first. */
export function peoplePage(form: FormState, answers: Parameters<typeof organisationNames>[0]) {
  const names = organisationNames(answers)
  const options = (among: string[]) => among.map(name => ({ value: name, text: name }))
  return page(
    'setup/people',
    {
      title: 'Sæt portalen op: de første brugere',
      form,
      labels: peopleLabels,
      hidden: carried(
        form.values,
        Object.keys(form.values).filter(name => !people.has(name) && name !== 'handling'),
      ),
      housing: options(names.HOUSING),
      municipal: options(names.MUNICIPALITY),
      all: options([...names.MUNICIPALITY, ...names.HOUSING]),
    },
    { status: form.status ?? 200 },
  )
}

const people = new Set(['administrator', 'housingSecretary', 'municipalSecretary'])

/** All that would be made, before it is. */
export const summaryPage = (form: FormState, answers: SetupAnswers, today: Day, strangers: readonly string[]) =>
  page('setup/summary', {
    title: 'Sæt portalen op: gennemse',
    form,
    sections: summaryLines(answers, strangers).map(({ heading, lines }) => ({ heading, lines: underEachOther(lines) })),
    withDocument: String(form.values.source ?? '') !== '',
    hidden: carried(
      form.values,
      Object.keys(form.values).filter(name => name !== 'handling'),
    ),
    today: longDay(today),
  })

/** Lines that are indented in the terminal stand under the one before them. */
function underEachOther(lines: string[]): { text: string; below: string[] }[] {
  const found: { text: string; below: string[] }[] = []
  for (const line of lines) {
    const last = found.at(-1)
    if (last && line.startsWith('  ')) last.below.push(line.trim())
    else found.push({ text: line, below: [] })
  }
  return found
}

/** The codes are shown this once. */
export const donePage = (people: HandedOut[], expiresAt: Instant) =>
  page('setup/done', {
    title: 'Portalen er sat op',
    people,
    until: longDay(dayInRow(expiresAt.slice(0, 10))),
  })

/** What was typed on other steps, as hidden fields of this one. */
function carried(values: Record<string, unknown>, names: string[]): [string, string][] {
  return names.filter(name => !name.startsWith('_')).flatMap(name => fieldsOf(name, values[name]))
}

function fieldsOf(name: string, value: unknown): [string, string][] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value))
    return value.flatMap((one, at) => fieldsOf(typeof one === 'object' ? `${name}[${at}]` : `${name}[]`, one))
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([key, inner]) => fieldsOf(`${name}[${key}]`, inner))
  return [[name, String(value)]]
}

const partyLabels: Record<string, string> = {
  name: 'Samarbejdets navn',
  town: 'By',
  municipality: 'Kommunens navn',
  housing: 'Boligorganisationernes fælles navn',
  council: 'Kommunens øverste organ',
  date: 'Aftalens dato',
  firstYear: 'Første revision',
  everyYears: 'Antal år mellem to revisioner',
  contactEmail: 'E-mail til kontakten',
  contactPhone: 'Telefon til kontakten',
}

const peopleLabels: Record<string, string> = Object.fromEntries(
  (
    [
      ['administrator', 'Systemadministrator'],
      ['housingSecretary', 'Boligorganisationernes sekretariat'],
      ['municipalSecretary', 'Kommunens sekretariat'],
    ] as const
  ).flatMap(([key, who]) =>
    (
      [
        ['name', 'navn'],
        ['email', 'e-mail'],
        ['organisation', 'organisation'],
      ] as const
    ).map(([field, what]) => [`${key}[${field}]`, `${who}, ${what}`]),
  ),
)
