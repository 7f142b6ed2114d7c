import type { Actor } from '../../../access/actor.ts'
import type { Database } from '../../../database/database.ts'
import { rowReader } from '../../../database/reader.ts'
import { moneyText } from '../../../http/forms/fields.ts'
import { type FormState, formOf } from '../../../http/forms/forms.ts'
import { type Day, longDay } from '../../../kernel/days.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { casesForItems } from '../../meetings/cases/index.ts'
import { meetingPath } from '../../meetings/meetings/paths.ts'
import { checkDecision, choicesOf, type MandateCheck, matrixOf } from '../mandates/index.ts'
import { mandatesPath } from '../mandates/paths.ts'
import { rowFaults, type TrialForm, trialForm, triedIn } from './forms.ts'
import { itemText, obtainText } from './labels.ts'
import {
  findItem,
  type ItemRow,
  type PreparedRow,
  readLimits,
  readOpenItems,
  readPrepared,
  subjectAreasOf,
} from './queries.ts'

const blankRows = 3

export interface Shown {
  form: FormState
  check?: MandateCheck | null
  addRows?: number
}

/** Where a secretariat tries a decision before the meeting, to see which mandates to obtain. */
export function trialPage(actor: Actor, { form, check = null, addRows = 0 }: Shown) {
  const db = actor.database
  const items = readOpenItems(actor)
  const chosen = items.find(item => String(item.id) === String(form.values.itemId ?? ''))
  const limits = readLimits(db)
  return {
    title: 'Kontrollér en beslutning på forhånd',
    active: 'mandater',
    crumbs: [{ text: 'Mandater', href: mandatesPath }, { text: 'Kontrollér en beslutning på forhånd' }],
    form,
    itemTitle: chosen ? itemText(chosen) : null,
    itemHref: chosen ? `${meetingPath(chosen.meetingId)}/punkter/${chosen.id}/mandater` : null,
    items: [
      { value: '', text: 'Ikke knyttet til et punkt' },
      ...items.map(item => ({ value: String(item.id), text: itemText(item) })),
    ],
    cases: [
      { value: '', text: 'Ingen bestemt sag' },
      ...casesForItems(db, actor, null).map(({ id, number, title }) => ({
        value: String(id),
        text: `${number} ${title}`,
      })),
    ],
    subjectAreas: checkboxes('subjectAreaIds', limits.subjectAreas, form),
    areas: checkboxes('areaIds', limits.areas, form),
    rows: numbered(form, addRows),
    organisations: [
      { value: '', text: 'Vælg organisation' },
      ...choicesOf(db).organisations.map(({ value, text }) => ({ value, text })),
    ],
    ...resultOf(check),
  }
}

/** The check's answer, also as the fragment that is drawn while the form is filled in. */
export const resultOf = (check: MandateCheck | null) => ({
  matrix: check && matrixOf(check),
  shownDay: check && longDay(check.on),
  obtain: check ? obtainText(check) : [],
})

function checkboxes(name: string, names: Map<number, string>, form: FormState) {
  const given = form.values[name]
  const typed = new Set((Array.isArray(given) ? given : [given]).map(String))
  return [...names].map(([id, text]) => ({ id: `${name}-${id}`, value: id, text, checked: typed.has(String(id)) }))
}

function numbered(form: FormState, add: number) {
  const given = form.values.rows
  const count = Array.isArray(given)
    ? given.length
    : typeof given === 'object' && given !== null
      ? Object.keys(given).length
      : 0
  const rows = Array.from({ length: Math.max(count, blankRows) + add }, (_, index) => index)
  return rows.map(index => ({ number: index + 1, prefix: `rows[${index}]` }))
}

/** What the form starts from: nothing, an agenda item, or a check that was prepared for one. */
export function startingForm(
  actor: Actor,
  from: { punkt?: number | undefined; kontrol?: number | undefined },
): FormState {
  if (from.kontrol) {
    const [prepared] = readPrepared(actor, { checkId: from.kontrol })
    if (!prepared) throw notFound()
    return formOf(valuesOfPrepared(prepared))
  }
  if (!from.punkt) return formOf({ day: actor.today })
  const item = findItem(actor, from.punkt)
  if (!item) throw notFound()
  return formOf(valuesOfItem(item, subjectAreasOf(actor.database, item.id)))
}

const ticked = (value: number | boolean): string => (value ? '1' : '')

const valuesOfItem = (item: ItemRow, subjectAreaIds: number[]): Record<string, unknown> => ({
  itemId: String(item.id),
  day: item.meetingDay,
  strategy: ticked(item.strategy),
  professionalDevelopment: ticked(item.professionalDevelopment),
  coordination: ticked(item.coordination),
  caseId: item.caseId === null ? '' : String(item.caseId),
  subjectAreaIds: subjectAreaIds.map(String),
})

function valuesOfPrepared(prepared: PreparedRow): Record<string, unknown> {
  const { tasks, caseId, subjectAreaIds, areaIds } = prepared.scope
  return {
    itemId: String(prepared.itemId),
    replaces: String(prepared.id),
    day: prepared.check.on,
    strategy: ticked(tasks.strategy),
    professionalDevelopment: ticked(tasks.professionalDevelopment),
    coordination: ticked(tasks.coordination),
    caseId: caseId ? String(caseId) : '',
    subjectAreaIds: (subjectAreaIds ?? []).map(String),
    areaIds: (areaIds ?? []).map(String),
    rows: prepared.rows.map(row => ({
      organisationId: String(row.organisationId),
      amount: moneyText(row.amount),
      legal: row.legal ?? '',
      organisational: row.organisational ?? '',
    })),
  }
}

/** The check of what was typed, on the day of the item's meeting, or the day that was typed. Nothing is stored. */
export async function checkTrial(actor: Actor, form: TrialForm): Promise<MandateCheck | null> {
  const { rows, scope } = triedIn(form)
  if (rows.length === 0) return null
  const seen = new Set<number>()
  const each = rows.filter(
    ({ organisationId }) =>
      isKnown(actor.database, organisationId) && !seen.has(organisationId) && seen.add(organisationId),
  )
  return checkDecision(rowReader(actor.database), each, scope, dayOfTrial(actor, form))
}

function dayOfTrial(actor: Actor, form: TrialForm): Day {
  const item = form.itemId === null ? null : findItem(actor, form.itemId)
  return item?.meetingDay ?? form.day ?? actor.today
}

/** The form with what is wrong in its rows, told at each. */
export function faultsIn(db: Database, form: TrialForm): FormState {
  const errors: Record<string, string> = {}
  for (const { field, text } of rowFaults(form)) errors[field] ??= text
  for (const [index, { organisationId }] of form.rows.entries())
    if (organisationId !== null && !isKnown(db, organisationId))
      errors[`rows[${index}][organisationId]`] ??= 'Vælg en organisation på listen.'
  if (form.action === 'attach' && form.itemId === null)
    errors.itemId = 'Vælg det punkt, forhåndskontrollen skal knyttes til.'
  if (form.action !== 'addRow' && Object.keys(errors).length === 0 && triedIn(form).rows.length === 0)
    errors['rows[0][organisationId]'] = 'Skriv mindst én konsekvens.'
  return { values: form.typed, errors }
}

/** The page from values that no form has been read from: with the check of what can be read of them. */
export async function trialAgain(actor: Actor, form: FormState) {
  const parsed = trialForm.safeParse(form.values)
  return trialPage(actor, { form, check: parsed.success ? await checkTrial(actor, parsed.data) : null })
}

const isKnown = (db: Database, id: number): boolean =>
  choicesOf(db).organisations.some(({ value }) => value === String(id))
