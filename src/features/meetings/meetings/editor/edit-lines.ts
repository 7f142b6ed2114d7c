import type { Actor } from '../../../../access/actor.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import { rowReaderIn } from '../../../../database/reader.ts'
import { type Tx, write } from '../../../../database/write.ts'
import type { OpenedWith } from '../../../../http/forms/three-way.ts'
import { brokenRule, Conflict, notFound } from '../../../../kernel/refusal.ts'
import { listDanish } from '../../../../kernel/text.ts'
import { moved } from '../agenda/agenda-rules.ts'
import { markChanged, openAgenda, orderedItems, renumber } from '../agenda/change-agenda.ts'
import { type ItemRow, loadItems, type MeetingRow } from '../agenda/load-agenda.ts'
import { sentNumbersIn } from '../agenda/sent-numbers.ts'
import { refuseWithheld } from '../agenda/withheld.ts'
import { removeItemIn } from '../items/edit-items.ts'
import { columnsOf } from '../items/item-draft.ts'
import {
  isSameLine,
  isUntouched,
  lineField,
  lineOf,
  listVersion,
  mergedLine,
  type NumberedLine,
  orderWanted,
} from './line-rules.ts'

/** Its number is where it is to stand; left out: where it stands. */
export type TypedLine = NumberedLine & { id: number }

export interface LinesEdit {
  meetingId: number
  /** The list that the form was made from: listVersion. */
  version: number
  /** What the form was opened with; without it only a list that is the same still is saved upon. */
  opened: OpenedWith | null
  lines: readonly TypedLine[]
  /** One place up or down, when the rest has been saved. */
  move: { itemId: number; to: 'up' | 'down' } | null
  /** The item that is taken off, when the rest has been saved. */
  remove: number | null
}

/**
 * Saves what was typed in the list of an agenda, all of it or nothing, and then moves or takes off the item whose button
 * was pressed: no word is lost by pressing it.
 *
 * What somebody else has saved since in other fields stays as it is.
 *
 * @throws Conflict when both have changed the same field, each in its own way
 * @throws Refusal when the agenda is closed, or an item that was sent is given another number
 */
export const editLines = (actor: Actor, input: LinesEdit): Promise<{ changed: boolean; notice: string | null }> =>
  write(actor, async tx => {
    const meeting = await openAgenda(tx, actor, input.meetingId)
    const { items } = await loadItems(rowReaderIn(tx), meeting.id)
    const { remove } = input
    if (remove !== null && !items.some(({ id }) => id === remove)) throw notFound('Punktet findes ikke.')
    const lines = mergedLines(items, input)
    const { told, events } = await saveTexts(tx, actor, items, lines)
    const order = await saveOrder(tx, meeting, items, { lines, move: input.move })
    const removed = remove === null ? null : await removeItemIn(tx, actor, { itemId: remove })
    const what = [told, ...(order ? ['punkternes rækkefølge er ændret'] : [])].filter(Boolean).join(', og ')
    const change = what ? await markChanged(tx, actor, meeting, what) : { events: [], notice: null }
    return {
      result: {
        changed: what !== '' || removed !== null,
        notice: removed?.result.notice ?? change.notice,
      },
      events: [...events, ...(order ? [order] : []), ...change.events, ...(removed?.events ?? [])],
    }
  })

/** @throws Conflict */
function mergedLines(items: readonly ItemRow[], { lines, version, opened }: LinesEdit): readonly TypedLine[] {
  const standing = listVersion(items)
  if (standing === version) return lines
  const merged = lines.map(typed => {
    const item = items.find(({ id }) => id === typed.id)
    const held = (field: string, text: string) => opened?.held(lineField(typed.id, field), text) ?? false
    // Somebody has taken it off: nothing of it is lost unless something was written in it.
    if (!item) return isUntouched(typed, held) ? [] : null
    const line = mergedLine(typed, { ...lineOf(item), number: item.position }, held)
    return line && [{ ...line, id: typed.id }]
  })
  if (merged.includes(null)) throw new Conflict({}, standing)
  return merged.flatMap(line => line ?? [])
}

/** Only what differs is written, so that the log tells what somebody did. */
async function saveTexts(tx: Tx, actor: Actor, items: readonly ItemRow[], lines: readonly TypedLine[]) {
  const events: NewEvent[] = []
  const numbers: string[] = []
  for (const item of items) {
    const typed = lines.find(({ id }) => id === item.id)
    if (!typed || isSameLine(typed, item)) continue
    await refuseWithheld(tx, actor, item.id)
    await tx.agendaItem.update({ where: { id: item.id }, data: { ...lineOf(typed), version: { increment: 1 } } })
    const before = columnsOf(item)
    events.push(event('itemEdited', 'item', item.id, { before, after: { ...before, ...lineOf(typed) } }))
    numbers.push(String(item.position))
  }
  if (numbers.length === 0) return { told: '', events }
  return { told: `${numbers.length === 1 ? 'punkt' : 'punkterne'} ${listDanish(numbers)} er ændret`, events }
}

/** @returns what is told of it; null: each stays where it is */
async function saveOrder(
  tx: Tx,
  meeting: MeetingRow,
  items: readonly ItemRow[],
  { lines, move }: Pick<LinesEdit, 'lines' | 'move'>,
): Promise<NewEvent | null> {
  const sent = new Set((await sentNumbersIn(rowReaderIn(tx), meeting.id)).map(({ id }) => id))
  const wanted = new Map(lines.flatMap(({ id, number }) => (number === undefined ? [] : [[id, number] as const])))
  for (const { id, position } of items) {
    const isMoved = (wanted.get(id) ?? position) !== position || move?.itemId === id
    if (isMoved && sent.has(id)) throw brokenRule(staysWhereSent(position), lineField(id, 'number'))
  }
  const standing = items.filter(({ id }) => !sent.has(id))
  const typed = orderWanted(standing, wanted)
  const order = move ? moved(typed, move.itemId, move.to) : typed
  const [before, after] = [standing.map(({ id }) => id), order.map(({ id }) => id)]
  if (before.join() === after.join()) return null
  await renumber(tx, meeting.id, [...(await orderedItems(tx, meeting.id)).filter(({ id }) => sent.has(id)), ...order])
  return event('agendaReordered', 'meeting', meeting.id, { before, after })
}

const staysWhereSent = (number: number): string =>
  `Punkt ${number} er udsendt med det nummer og beholder sin plads. Mødet kan selv vælge at behandle punkterne i en anden rækkefølge.`
