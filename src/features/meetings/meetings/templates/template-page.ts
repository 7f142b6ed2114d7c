import type { Actor } from '../../../../access/actor.ts'
import { prepares } from '../../../../access/policy.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { takePage, withQuery } from '../../../../http/pages/paging.ts'
import { shortMoment } from '../../../../kernel/days.ts'
import { kindLabels } from '../labels.ts'
import { itemTemplatePath, itemTemplatesPath, meetingsPath, newItemTemplatePath } from '../paths.ts'
import { meetingBodies } from '../queries.ts'
import type { TemplatesQuery } from './template-forms.ts'
import { itemForTemplate, listTemplates, type TemplateRow } from './template-queries.ts'

const kinds = Object.entries(kindLabels).map(([value, text]) => ({ value, text }))

const bodiesOf = (actor: Actor) =>
  meetingBodies(actor.database)
    .filter(body => prepares(actor, body))
    .map(body => ({ value: String(body.id), text: body.name }))

const crumbs = [
  { text: 'Møder', href: meetingsPath },
  { text: 'Skabeloner til punkter', href: itemTemplatesPath },
]

/** What the items of one's bodies may begin with. */
export function templatesPage(actor: Actor, query: TemplatesQuery) {
  const { q, organ, efter } = query
  const found = takePage(listTemplates(actor, query), row => ({ key: row.name, id: row.id }))
  return {
    title: 'Skabeloner til punkter',
    active: 'moeder',
    crumbs: [{ text: 'Møder', href: meetingsPath }, { text: 'Skabeloner til punkter' }],
    newHref: withQuery(newItemTemplatePath, { organ }),
    filtered: q !== '' || organ !== null,
    fields: [
      { kind: 'search' as const, name: 'q', label: 'Søg i navn og titel', value: q },
      {
        kind: 'select' as const,
        name: 'organ',
        label: 'Organ',
        value: organ === null ? '' : String(organ),
        options: [{ value: '', text: 'Alle' }, ...bodiesOf(actor)],
      },
    ],
    rows: found.rows.map(row => ({
      href: `${itemTemplatePath(row.id)}/rediger`,
      name: row.name,
      title: row.title,
      kind: kindLabels[row.kind],
      minutes: `${row.plannedMinutes} min.`,
      body: row.bodyName,
      changed: shortMoment(row.changedAt),
    })),
    nextHref: found.next ? withQuery(itemTemplatesPath, { q, organ, efter: found.next }) : null,
    prevHref: efter ? withQuery(itemTemplatesPath, { q, organ }) : null,
  }
}

/** A new template: empty, or with the texts of an item that one would use again. */
export function newTemplatePage(
  actor: Actor,
  query: { organ: number | null; punkt: number | null },
  typed?: FormState,
) {
  const item = query.punkt === null ? null : itemForTemplate(actor, query.punkt)
  const bodies = bodiesOf(actor)
  const bodyId = String(item?.bodyId ?? query.organ ?? bodies[0]?.value ?? '')
  const begun = item
    ? { ...valuesOf(item), name: item.title.slice(0, 60), bodyId }
    : { kind: 'DISCUSSION', plannedMinutes: '15', bodyId }
  return {
    ...formPage(typed ?? formOf(begun)),
    title: 'Ny skabelon',
    crumbs: [...crumbs, { text: 'Ny skabelon' }],
    heading: 'Ny skabelon',
    action: itemTemplatesPath,
    submit: 'Gem skabelonen',
    bodies,
    body: null,
    removeAction: null,
    templateName: '',
  }
}

export function editTemplatePage(row: TemplateRow, typed?: FormState) {
  return {
    ...formPage(typed ?? formOf({ ...valuesOf(row), name: row.name }, row.version)),
    title: `Skabelon: ${row.name}`,
    crumbs: [...crumbs, { text: row.name }],
    heading: row.name,
    action: `${itemTemplatePath(row.id)}/rediger`,
    submit: 'Gem skabelonen',
    bodies: [],
    body: row.bodyName,
    removeAction: `${itemTemplatePath(row.id)}/fjern`,
    templateName: row.name,
  }
}

const formPage = (form: FormState) => ({
  active: 'moeder',
  form,
  kinds,
  labels: fieldLabels,
  choices: { kind: kinds },
  cancelHref: itemTemplatesPath,
})

const fieldLabels = {
  name: 'Skabelonens navn',
  title: 'Titel',
  kind: 'Type',
  summary: 'Resumé',
  recommendation: 'Indstilling',
  presentation: 'Sagsfremstilling',
  effect: 'Effekt',
  economy: 'Økonomi',
  presenter: 'Oplæg ved',
  plannedMinutes: 'Varighed i minutter',
}

type Texts = Omit<TemplateRow, 'id' | 'bodyId' | 'bodyName' | 'name' | 'changedAt' | 'version'>

const on = (value: boolean) => (value ? '1' : '')

/** As fields of a form: of a template's own, and of the item that begins with it. */
export const valuesOf = (texts: Texts): Record<string, unknown> => ({
  title: texts.title,
  kind: texts.kind,
  strategy: on(texts.strategy),
  professionalDevelopment: on(texts.professionalDevelopment),
  coordination: on(texts.coordination),
  procedural: on(texts.procedural),
  summary: texts.summary,
  recommendation: texts.recommendation,
  presentation: texts.presentation,
  effect: texts.effect,
  economy: texts.economy,
  presenter: texts.presenter ?? '',
  plannedMinutes: String(texts.plannedMinutes),
})
