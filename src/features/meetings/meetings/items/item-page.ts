import type { Actor } from '../../../../access/actor.ts'
import type { Database } from '../../../../database/database.ts'
import { rowReader } from '../../../../database/reader.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import type { Option } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { withQuery } from '../../../../http/pages/paging.ts'
import { isOnSql } from '../../../../kernel/periods.ts'
import { acceptedExtensions, acceptedKinds, kindName, sizeText } from '../../../ground/documents/index.ts'
import { subjectAreaChoices } from '../../../ground/subject-areas/index.ts'
import { casesForItems } from '../../cases/index.ts'
import { involvementLabels } from '../agenda/agenda-rules.ts'
import { hiddenText } from '../agenda/agenda-view.ts'
import {
  type AttachmentRow,
  bodyOf,
  type InvolvementRow,
  type ItemRow,
  loadItems,
  type MeetingRow,
  readItems,
} from '../agenda/load-agenda.ts'
import { sightOf } from '../agenda/sight.ts'
import { kindLabels, meetingCrumbs } from '../labels.ts'
import {
  agendaEditPath,
  agendaPath,
  attachmentPath,
  itemPath,
  meetingPath,
  newItemPath,
  newItemTemplatePath,
} from '../paths.ts'
import { valuesOf as textsOf } from '../templates/template-page.ts'
import { findTemplateRow, templatesOf } from '../templates/template-queries.ts'

/** That one attaches at a time. */
export const mostFiles = 20

const kinds = Object.entries(kindLabels).map(([value, text]) => ({ value, text }))

/** The form of a new item. */
export const newItemPage = (actor: Actor, meeting: MeetingRow, form: FormState = formOf(emptyItem)) =>
  itemPage(actor, meeting, null, form)

const emptyItem = { kind: 'DISCUSSION', plannedMinutes: 15 }

/** The same with what a template of the body's says; a template of another body, or one that is gone, says nothing. */
export function newItemFrom(actor: Actor, meeting: MeetingRow, templateId: number | null) {
  const template = templateId === null ? null : findTemplateRow(actor, templateId)
  if (template?.bodyId !== meeting.bodyId) return newItemPage(actor, meeting)
  return { ...newItemPage(actor, meeting, formOf(textsOf(template))), begunFrom: template.name }
}

/** The form of an item that is there, with its attachments beside it; null when it is not on this agenda. */
export async function editItemPage(actor: Actor, meeting: MeetingRow, itemId: number, form?: FormState) {
  const rows = await loadItems(rowReader(actor.database), meeting.id)
  const item = rows.items.find(row => row.id === itemId)
  if (!item) return null
  const involvements = rows.involvements.filter(row => row.itemId === itemId)
  const areas = rows.subjectAreas.filter(row => row.itemId === itemId).map(row => String(row.id))
  const state = form ?? formOf(valuesOf(item, involvements, areas), item.version)
  const attachments = rows.attachments.filter(row => row.itemId === itemId)
  return itemPage(actor, meeting, { item, attachments, next: nextItem(actor, meeting, itemId) }, state)
}

/** The item after this one, of those that the person may read; null: it is the last. */
export function nextItem(actor: Actor, meeting: MeetingRow, itemId: number): { id: number; position: number } | null {
  const { items } = readItems(actor.database, meeting.id)
  const sight = sightOf(actor, bodyOf(meeting), meeting.id, items)
  const at = items.findIndex(({ id }) => id === itemId)
  return items.slice(at + 1).find(item => !hiddenText(item, sight)) ?? null
}

interface Existing {
  item: ItemRow
  attachments: AttachmentRow[]
  next: { position: number } | null
}

function itemPage(actor: Actor, meeting: MeetingRow, existing: Existing | null, form: FormState) {
  const db = actor.database
  const heading = existing ? `Punkt ${existing.item.position}: ${existing.item.title}` : 'Nyt punkt'
  const path = existing ? itemPath(meeting.id, existing.item.id) : `${meetingPath(meeting.id)}/punkter`
  const typedAreas = new Set(asList(form.values.subjectAreaIds).filter(one => typeof one === 'string'))
  const typedInvolvements = asRecord(form.values.involvements)
  const areas = subjectAreaChoices(db, actor.today, [...typedAreas].map(Number))
  const organisations = involvedOrganisations(db, meeting.day)
  const cases = [
    { value: '', text: 'Ingen sag' },
    ...casesForItems(db, actor, bodyOf(meeting).side).map(one => ({
      value: String(one.id),
      text: `${one.number} ${one.title}`,
    })),
  ]
  return {
    title: heading,
    active: 'moeder',
    crumbs: meetingCrumbs(
      meeting,
      { text: 'Dagsorden', href: agendaPath(meeting.id) },
      { text: 'Ret', href: agendaEditPath(meeting.id) },
      { text: existing ? `Punkt ${existing.item.position}` : 'Nyt punkt' },
    ),
    heading,
    form,
    ...conflictWords(cases, areas, organisations),
    action: existing ? `${path}/rediger` : path,
    cancelHref: agendaEditPath(meeting.id),
    submit: existing ? 'Gem' : 'Tilføj punkt',
    next: nextStep(existing),
    parts: laterParts(form),
    begunFrom: null as string | null,
    templates: existing
      ? []
      : templatesOf(actor, meeting.bodyId).map(template => ({
          text: template.name,
          href: withQuery(newItemPath(meeting.id), { skabelon: template.id }),
        })),
    templateHref:
      existing && mayBecomeTemplate(existing.item) ? withQuery(newItemTemplatePath, { punkt: existing.item.id }) : null,
    closedOpen: Boolean(form.values.closed || form.errors.closedReason || form.errors.publicTitle),
    files: existing ? null : { accept: acceptedExtensions, hint: filesHint },
    standing: existing?.item.standing != null,
    kinds,
    cases,
    subjectAreas: areas.map(area => ({
      id: area.id,
      text: `${area.name} (${area.department})`,
      checked: typedAreas.has(String(area.id)),
    })),
    anyInvolved: Object.values(typedInvolvements).some(row => asRecord(row).status),
    involvements: organisations.map(organisation => {
      const typed = asRecord(typedInvolvements[`o${organisation.id}`])
      return {
        key: `o${organisation.id}`,
        name: organisation.name,
        status: String(typed.status ?? ''),
        note: String(typed.note ?? ''),
      }
    }),
    involvementChoices: [
      { value: '', text: 'Berøres ikke' },
      ...Object.entries(involvementLabels).map(([value, text]) => ({ value, text })),
    ],
    mandatesHref: existing && !existing.item.standing ? `${path}/mandater` : null,
    attachments: existing && {
      action: `${path}/bilag`,
      accept: acceptedExtensions,
      hint: filesHint,
      rows: existing.attachments.map(row => ({
        href: attachmentPath(row.id),
        title: row.title,
        about: `${kindName(row.mediaType)}, ${sizeText(row.size)}`,
        removeAction: `${meetingPath(meeting.id)}/bilag/${row.id}/fjern`,
      })),
    },
  }
}

const filesHint = `${acceptedKinds}. Højst ${mostFiles} filer og 25 MB tilsammen. Filer kan også slippes her eller sættes ind.`

/** A closed item's texts are not for all who read templates, and a standing item comes by itself. */
const mayBecomeTemplate = ({ closed, standing }: ItemRow): boolean => !closed && standing === null

/** Where one goes from here besides back to the list: the item that follows, or one more. */
function nextStep(existing: Existing | null): { text: string; name: string } | null {
  if (!existing) return { text: 'Tilføj, og skriv et punkt mere', name: 'another' }
  return existing.next && { text: `Gem, og gå til punkt ${existing.next.position}`, name: 'next' }
}

/** What few items have stands folded until there is something in it, or something wrong with it. */
const laterParts = ({ values, errors }: FormState) =>
  [
    { name: 'effect', label: fieldLabels.effect },
    { name: 'economy', label: fieldLabels.economy },
  ].map(part => ({ ...part, open: Boolean(values[part.name] || errors[part.name]) }))

/** What a conflict calls the fields, and what their choices are called. */
function conflictWords(
  cases: Option[],
  areas: { id: number; name: string }[],
  involved: { id: number; name: string }[],
) {
  const named = (field: string, words: (name: string) => string) =>
    involved.map(({ id, name }) => [`involvements[o${id}][${field}]`, words(name)] as const)
  const statuses = Object.entries(involvementLabels).map(([value, text]) => ({ value, text }))
  return {
    labels: {
      ...fieldLabels,
      ...Object.fromEntries(named('status', name => `Inddragelse af ${name}`)),
      ...Object.fromEntries(named('note', name => `Bemærkning om ${name}`)),
    },
    choices: {
      kind: kinds,
      caseId: cases,
      subjectAreaIds: areas.map(({ id, name }) => ({ value: String(id), text: name })),
      ...Object.fromEntries(ticks.map(name => [name, [{ value: '1', text: 'Ja' }]])),
      ...Object.fromEntries(involved.map(({ id }) => [`involvements[o${id}][status]`, statuses])),
    },
  }
}

const ticks = ['strategy', 'professionalDevelopment', 'coordination', 'procedural', 'closed']

const fieldLabels = {
  kind: 'Type',
  strategy: 'Strategi',
  professionalDevelopment: 'Faglig udvikling',
  coordination: 'Koordinering',
  procedural: 'Proceduremæssigt punkt',
  caseId: 'Sag',
  subjectAreaIds: 'Sagsområder',
  closed: 'Punktet er lukket',
  title: 'Titel',
  summary: 'Resumé',
  recommendation: 'Indstilling',
  presentation: 'Sagsfremstilling',
  effect: 'Effekt',
  economy: 'Økonomi',
  presenter: 'Oplæg ved',
  guests: 'Gæster under punktet',
  closedReason: 'Lukkegrund',
  publicTitle: 'Offentlig titel',
  plannedMinutes: 'Varighed i minutter',
}

const on = (value: boolean) => (value ? '1' : '')

function valuesOf(
  item: ItemRow,
  involvements: readonly InvolvementRow[],
  subjectAreaIds: string[],
): Record<string, unknown> {
  return {
    ...item,
    caseId: item.caseId ? String(item.caseId) : '',
    strategy: on(item.strategy),
    professionalDevelopment: on(item.professionalDevelopment),
    coordination: on(item.coordination),
    procedural: on(item.procedural),
    closed: on(item.closed),
    closedReason: item.closedReason ?? '',
    publicTitle: item.publicTitle ?? '',
    presenter: item.presenter ?? '',
    guests: item.guests ?? '',
    subjectAreaIds,
    involvements: Object.fromEntries(
      involvements.map(({ organisationId, status, note }) => [`o${organisationId}`, { status, note }]),
    ),
  }
}

const asList = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : value === undefined || value === '' ? [] : [String(value)]

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}

const involvedRow = rowsOf({ id: column.number, name: column.text })

/** The municipality's departments and the housing organisations of the day: whom an item may concern. */
const involvedOrganisations = (db: Database, on: string): RowOf<typeof involvedRow>[] =>
  db.sql.all(
    involvedRow,
    `SELECT id, name FROM Organisation WHERE kind IN ('DEPARTMENT', 'HOUSING_ORGANISATION', 'ADMINISTRATOR')
       AND ${isOnSql('Organisation')} ORDER BY side DESC, position, name`,
    on,
    on,
  )
