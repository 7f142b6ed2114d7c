import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { type FormPage, formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { type Day, longDay } from '../../../../kernel/days.ts'
import { hasEnded, isOn, periodText, untilText } from '../../../../kernel/periods.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { conditionNames } from '../labels.ts'
import { organisationPath, partiesPath } from '../paths.ts'
import type { OrganisationInFull } from '../queries.ts'
import { type ConditionRow, readConditions } from './condition-queries.ts'

export interface ConditionLine {
  organisation: string
  kind: string
  title: string
  text: string
  period: string
}

/** The conditions that two organisations at most are subject to today: a department's, and its municipality's. */
export const conditionLines = (actor: Actor, organisationIds: readonly number[]): ConditionLine[] =>
  readConditions(actor.database, organisationIds)
    .filter(row => isOn(row, actor.today))
    .map(lineOf)

const lineOf = (row: ConditionRow): ConditionLine => ({
  organisation: row.organisation,
  kind: conditionNames[row.kind],
  title: row.title,
  text: row.text,
  period: periodText(row),
})

/** On the organisation's own page: what holds, what is to come, and apart from it what has ended. */
export function conditionsOf(actor: Actor, found: OrganisationInFull) {
  const path = `${organisationPath(found.slug)}/vilkaar`
  const mayKeep = mayDo(actor, 'keepConditions', { organisation: found })
  const rows = readConditions(actor.database, [found.id, found.parentId ?? 0])
  const line = (row: ConditionRow) => ({
    ...lineOf(row),
    of: row.organisationId === found.id ? null : row.organisation,
    coming: row.from > actor.today,
    endPath: mayKeep && row.organisationId === found.id && isOpen(row, actor.today) ? `${path}/${row.id}/ophoer` : null,
  })
  return {
    now: rows.filter(row => !hasEnded(row, actor.today)).map(line),
    before: rows.filter(row => hasEnded(row, actor.today)).map(line),
    newPath: mayKeep ? `${path}/nyt` : null,
  }
}

const isOpen = (row: ConditionRow, today: Day): boolean => !hasEnded(row, today)

type Page = FormPage & Record<string, unknown>

function frame(found: OrganisationInFull, title: string, tail: string) {
  const path = organisationPath(found.slug)
  return {
    title: `${title}: ${found.name}`,
    heading: title,
    active: 'parter',
    crumbs: [{ text: 'Parter', href: partiesPath }, { text: found.name, href: path }, { text: title }],
    action: `${path}/vilkaar/${tail}`,
    back: path,
  }
}

export const newConditionPage = (actor: Actor, found: OrganisationInFull, form?: FormState): Page =>
  formPage({
    ...frame(found, 'Registrér vilkår', 'nyt'),
    lead: 'Et politisk eller administrativt vilkår, som organisationen er underlagt. Det vises sammen med organisationens mandater og udvider dem aldrig.',
    submit: 'Registrér vilkår',
    form: form ?? formOf({ from: actor.today }),
    fields: [
      {
        kind: 'select',
        name: 'kind',
        label: 'Følger af',
        required: true,
        options: Object.entries(conditionNames).map(([value, text]) => ({ value, text })),
      },
      { kind: 'text', name: 'title', label: 'Titel', required: true, hint: 'Fx »Vedtægtens § 11«.' },
      { kind: 'textarea', name: 'text', label: 'Vilkår', required: true, rows: 5 },
      { kind: 'date', name: 'from', label: 'Gælder fra', required: true },
      {
        kind: 'date',
        name: 'to',
        label: 'Gælder til og med',
        hint: 'Lad feltet være tomt, hvis der ingen slutdato er.',
      },
    ],
  })

export function endConditionPage(actor: Actor, found: OrganisationInFull, id: number, form?: FormState): Page {
  const row = readConditions(actor.database, [found.id]).find(one => one.id === id)
  if (!row) throw notFound()
  return formPage({
    ...frame(found, 'Afslut vilkår', `${id}/ophoer`),
    lead: `${conditionNames[row.kind]}: ${row.title}, fra den ${longDay(row.from)}${row.to === null ? '' : ` ${untilText(row.to)}`}. Vilkåret kan fortsat læses. Er vilkåret ændret, så registrér det nye som et vilkår for sig.`,
    submit: 'Afslut vilkår',
    form: form ?? formOf({ to: actor.today }),
    fields: [{ kind: 'date', name: 'to', label: 'Sidste dag', required: true }],
  })
}
