import { type Actor, personIdOf } from '../../../access/actor.ts'
import { agendaIsOpen } from '../../../access/meeting-states.ts'
import { requireRight } from '../../../access/policy.ts'
import { event } from '../../../database/events.ts'
import { rowReaderIn } from '../../../database/reader.ts'
import { type Tx, write } from '../../../database/write.ts'
import { type Day, dayInRow } from '../../../kernel/days.ts'
import { brokenRule, notFound } from '../../../kernel/refusal.ts'
import { refuseWithheld } from '../../meetings/meetings/index.ts'
import type { Tried } from '../mandates/index.ts'
import { checkDecision } from '../mandates/index.ts'

export interface NewPreparedCheck extends Tried {
  itemId: number
  /** The prepared check of the same item that this one takes the place of. */
  replaces?: number | null
}

/** Attaches a tried decision to its agenda item, checked as the mandates stand now, on the meeting's day. */
export const prepareCheck = (actor: Actor, tried: NewPreparedCheck): Promise<{ id: number; meetingId: number }> =>
  write(actor, async (tx, at) => {
    const item = await itemIn(tx, actor, tried.itemId)
    if (tried.rows.length === 0)
      throw brokenRule('Skriv mindst én konsekvens, før forhåndskontrollen knyttes til punktet.', 'rows')
    const on = dayInRow(item.meeting.day)
    await refuseForeignRows(tx, tried, on)
    const check = await checkDecision(rowReaderIn(tx), tried.rows, tried.scope, on)
    if (tried.replaces) await endCheck(tx, tried.replaces, item.id, at)
    const { rows, scope } = tried
    const prepared = await tx.preparedCheck.create({
      data: {
        itemId: item.id,
        rows: JSON.stringify({ rows, scope }),
        content: JSON.stringify(check),
        on,
        at,
        byId: personIdOf(actor),
      },
    })
    return {
      result: { id: prepared.id, meetingId: item.meetingId },
      events: [
        event('checkPrepared', 'agendaItem', item.id, {
          after: { check: prepared.id, rows, scope, adoptable: check.adoptable, replaces: tried.replaces ?? null },
        }),
      ],
    }
  })

/** A tried decision is no longer expected. The row stays, with when it was taken off. */
export const removePreparedCheck = (actor: Actor, checkId: number): Promise<void> =>
  write(actor, async (tx, at) => {
    const found = await tx.preparedCheck.findUnique({ where: { id: checkId } })
    if (!found) throw notFound()
    await itemIn(tx, actor, found.itemId)
    await endCheck(tx, checkId, found.itemId, at)
    return {
      result: undefined,
      events: [event('checkRemoved', 'agendaItem', found.itemId, { before: { check: checkId } })],
    }
  })

async function itemIn(tx: Tx, actor: Actor, itemId: number) {
  const item = await tx.agendaItem.findUnique({
    where: { id: itemId },
    include: { meeting: { include: { body: true } } },
  })
  if (!item || item.removedAt !== null) throw notFound()
  requireRight(actor, 'prepareMeeting', { body: item.meeting.body })
  await refuseWithheld(tx, actor, itemId)
  if (!agendaIsOpen(item.meeting.state))
    throw brokenRule('Mødet er åbnet. Nu kontrolleres beslutningen, når den føres til protokols.', 'itemId')
  return item
}

async function endCheck(tx: Tx, checkId: number, itemId: number, at: string): Promise<void> {
  const ended = await tx.preparedCheck.updateMany({
    where: { id: checkId, itemId, removedAt: null },
    data: { removedAt: at },
  })
  if (ended.count === 0) throw brokenRule('Forhåndskontrollen er allerede fjernet eller afløst af en anden.')
}

/** Only a party that exists on the day can be bound; an external one never. */
async function refuseForeignRows(tx: Tx, { rows }: Tried, on: Day): Promise<void> {
  const bound = await tx.organisation.count({
    where: {
      id: { in: rows.map(row => row.organisationId) },
      kind: { not: 'EXTERNAL' },
      from: { lte: on },
      OR: [{ to: null }, { to: { gte: on } }],
    },
  })
  if (bound !== rows.length) throw brokenRule('En beslutning kan kun binde parternes egne organisationer.', 'rows')
}
