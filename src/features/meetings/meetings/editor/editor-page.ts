import type { Actor } from '../../../../access/actor.ts'
import { rowReader } from '../../../../database/reader.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { withQuery } from '../../../../http/pages/paging.ts'
import { clockTime } from '../../../../kernel/days.ts'
import { plural } from '../../../../kernel/text.ts'
import type { AgendaContent, ContentItem } from '../agenda/agenda-content.ts'
import { canMove, clockTimes, itemGaps, minutesOver } from '../agenda/agenda-rules.ts'
import { hiddenText, type Sight, shownTitle } from '../agenda/agenda-view.ts'
import { asPlanned, bodyOf, contentOf, loadItems, type MeetingRow } from '../agenda/load-agenda.ts'
import { sentNumbers } from '../agenda/sent-numbers.ts'
import { sightOf } from '../agenda/sight.ts'
import { withdrawnNumbers } from '../items/item-numbers.ts'
import { kindLabels, meetingCrumbs, meetingTitle } from '../labels.ts'
import {
  agendaEditPath,
  agendaPath,
  copyItemsPath,
  editLinesPath,
  itemPath,
  meetingPath,
  newItemPath,
  newLinesPath,
} from '../paths.ts'
import { templatesOf } from '../templates/template-queries.ts'
import { addRow, purposes } from './editor-forms.ts'
import { lineField, listVersion } from './line-rules.ts'
import { signOffLines, waitingFor } from './waiting-to-come-on.ts'

const kinds = Object.entries(kindLabels).map(([value, text]) => ({ value, text }))
const purposeChoices = [
  { value: '', text: 'Vælg' },
  ...Object.entries(purposes).map(([value, text]) => ({ value, text })),
]

/** A line that nothing is typed in: most items are discussed for a quarter of an hour. */
const emptyLine = { title: '', kind: 'DISCUSSION', purpose: '', presenter: '', plannedMinutes: '15' }

/** The new lines as they were typed; with an empty one more where that was asked for, and then nothing is wrong yet. */
function freshAgain(form: FormState): FormState {
  const rows = Object.values((form.values.rows ?? {}) as Record<string, unknown>)
  if (form.values.action !== addRow) return { ...form, values: { ...form.values, rows } }
  return { ...form, values: { rows: [...rows, emptyLine] }, errors: {} }
}

interface Forms {
  /** The list, as it was sent and could not be saved. */
  form?: FormState
  /** The new lines, as they were sent and could not be saved. */
  fresh?: FormState
}

/** Where the secretariats make the agenda: its items as a list to write in, what waits to come on, and what it lacks. */
export async function agendaEditorPage(actor: Actor, meeting: MeetingRow, forms: Forms = {}) {
  const plan = asPlanned(meeting)
  const rows = { meeting: plan, ...(await loadItems(rowReader(actor.database), meeting.id)) }
  const content = contentOf(rows)
  const sight = sightOf(actor, bodyOf(meeting), meeting.id, rows.items)
  const sent = sentNumbers(actor.database, meeting.id)
  const fixed = new Set(sent.map(({ id }) => id))
  const minutes = content.items.map(item => item.plannedMinutes)
  const over = minutesOver(plan.startsAt, plan.endsAt, minutes)
  const items = lines(meeting, content, sight, fixed)
  const form =
    forms.form ??
    formOf({ lines: Object.fromEntries(items.flatMap(line => line.typed ?? [])) }, listVersion(rows.items))
  return {
    title: `Ret dagsordenen: ${meetingTitle(meeting)}`,
    active: 'moeder',
    crumbs: meetingCrumbs(meeting, { text: 'Dagsorden', href: agendaPath(meeting.id) }, { text: 'Ret' }),
    agendaHref: agendaPath(meeting.id),
    addHref: newItemPath(meeting.id),
    templates: templatesOf(actor, meeting.bodyId).map(({ id, name }) => ({
      text: name,
      href: withQuery(newItemPath(meeting.id), { skabelon: id }),
    })),
    planned: meeting.state === 'PLANNED',
    prepareAction: `${meetingPath(meeting.id)}/forbered`,
    called: meeting.state === 'CALLED',
    back: agendaEditPath(meeting.id),
    meetingId: meeting.id,
    withdrawn: withdrawnNumbers(sent, content.items),
    items: items.map(({ typed: _typed, ...line }) => line),
    form,
    labels: fieldLabels(items),
    kinds,
    action: editLinesPath(meeting.id),
    fresh: forms.fresh ? freshAgain(forms.fresh) : formOf({ rows: [emptyLine] }),
    freshAction: newLinesPath(meeting.id),
    purposes: purposeChoices,
    copyHref: copyItemsPath(meeting.id),
    waiting: waitingFor(actor, meeting),
    time: timeText(plan, minutes, over),
    over: over > 0,
    lacking: lackingLines(meeting, content, sight),
    signOffs: signOffLines(actor, meeting),
  }
}

function lines(meeting: MeetingRow, { meeting: plan, items }: AgendaContent, sight: Sight, fixed: ReadonlySet<number>) {
  const clocks = clockTimes(
    plan.startsAt,
    items.map(item => item.plannedMinutes),
  )
  const movable = items.filter(({ id }) => !fixed.has(id))
  return items.map((item, index) => {
    const withheld = hiddenText(item, sight)
    const key = `i${item.id}`
    const mayMove = !withheld && item.standing === null && !fixed.has(item.id)
    return {
      id: item.id,
      key,
      number: item.position,
      title: shownTitle(item, sight),
      withheld,
      clock: clocks[index] ? clockTime(clocks[index].from).slice(4) : '',
      minutes: `${item.plannedMinutes} min.`,
      kind: kindLabels[item.kind],
      closed: item.closed,
      standing: item.standing !== null,
      attachments: !withheld && item.attachments.length > 0 ? plural(item.attachments.length, 'bilag', 'bilag') : '',
      gaps: withheld ? [] : itemGaps(item).map(gap => gap.sentence),
      editHref: withheld ? null : `${itemPath(meeting.id, item.id)}/rediger`,
      mayRemove: !withheld && item.standing !== 'APPROVE_AGENDA',
      mayMove,
      up: !withheld && canMove(movable, item.id, 'up'),
      down: !withheld && canMove(movable, item.id, 'down'),
      typed: withheld ? null : [[key, typedOf(item, mayMove)] as const],
    }
  })
}

const typedOf = ({ title, kind, presenter, plannedMinutes, position }: ContentItem, mayMove: boolean) => ({
  title,
  kind,
  presenter: presenter ?? '',
  plannedMinutes: String(plannedMinutes),
  ...(mayMove ? { number: String(position) } : {}),
})

/** What an error or a conflict calls the fields of the list. */
const fieldLabels = (items: readonly { id: number; number: number }[]): Record<string, string> =>
  Object.fromEntries(
    items.flatMap(({ id, number }) =>
      Object.entries({
        title: 'Titel',
        kind: 'Type',
        presenter: 'Oplæg ved',
        plannedMinutes: 'Minutter',
        number: 'Nummer',
      }).map(([field, label]) => [lineField(id, field), `${label}, punkt ${number}`]),
    ),
  )

/** »Punkterne varer 95 minutter af mødets 120.« */
function timeText(plan: { startsAt: string; endsAt: string }, minutes: readonly number[], over: number): string {
  const sum = minutes.reduce((all, one) => all + one, 0)
  if (over > 0) return `Punkterne varer tilsammen ${plural(over, 'minut', 'minutter')} længere end mødet.`
  return `Punkterne varer tilsammen ${plural(sum, 'minut', 'minutter')}. Mødet slutter ${clockTime(plan.endsAt)}.`
}

/** What the agenda lacks before it can be signed off, each with the item where it is mended. */
const lackingLines = (meeting: MeetingRow, { items }: AgendaContent, sight: Sight) =>
  items
    .filter(item => !hiddenText(item, sight))
    .flatMap(item =>
      itemGaps(item).map(({ sentence, field }) => ({
        text: sentence,
        href: `${itemPath(meeting.id, item.id)}/rediger#felt-${field ?? ''}`,
      })),
    )
