import type { Actor } from '../../../../access/actor.ts'
import { isClosedOnAgenda } from '../../../../access/openness.ts'
import { event } from '../../../../database/events.ts'
import { write } from '../../../../database/write.ts'
import { brokenRule, Conflict } from '../../../../kernel/refusal.ts'
import { refuseWithheld } from '../../../meetings/meetings/index.ts'
import { saveTreatment } from './minute-item.ts'
import { isClosedItem, kindOf, loadTreatedItem, openForMinutes } from './session-facts.ts'
import { type ItemKind, outcomesFor } from './session-rules.ts'

export interface SettleInput {
  itemId: number
  version?: number
  kind: ItemKind
  closed: boolean
  /** Needed when the meeting moves the item to the closed part. */
  closedReason: string
  publicTitle: string
}

/**
 * R57: the meeting changes an item's kind, or moves it between the open and the closed part. Both are minuted; the
 * agenda stays what it was. An outcome that the new kind cannot have falls away.
 */
export const settleItem = (actor: Actor, input: SettleInput): Promise<{ version: number; outcomeFell: boolean }> =>
  write(actor, async tx => {
    const item = await loadTreatedItem(tx, input.itemId)
    await openForMinutes(tx, actor, item.meetingId, state => state === 'IN_SESSION')
    await refuseWithheld(tx, actor, item.id)
    const version = item.treatment?.version ?? 0
    const before = { kind: kindOf(item), closed: isClosedItem(item) }
    if (input.version !== undefined && input.version !== version) {
      const part = before.closed ? 'closed' : 'open'
      throw new Conflict({ kind: before.kind, part }, version, 'En anden har ændret punktet, mens du skrev.')
    }
    const changes = before.kind !== input.kind || before.closed !== input.closed
    if (changes && item.decisions.length > 0) {
      throw brokenRule(
        'Punktet har en beslutning, der er ført til protokols. Annullér beslutningen, før punktet ændres.',
      )
    }
    if (input.closed && !before.closed) requireReason(input)
    const outcome = item.treatment?.outcome ?? null
    const outcomeFell = outcome !== null && !outcomesFor(input.kind).includes(outcome)
    const saved = await saveTreatment(tx, actor, item, {
      kindChangedTo: input.kind === item.kind ? null : input.kind,
      openedInstead: isClosedOnAgenda(item) && !input.closed,
      closedInstead: !isClosedOnAgenda(item) && input.closed,
      ...(outcomeFell ? { outcome: null, outcomeNote: '' } : {}),
    })
    if (input.closed) {
      // A decision of the item that was taken back is hidden wherever the item is.
      await tx.decision.updateMany({ where: { itemId: item.id, closed: false }, data: { closed: true } })
      await tx.agendaItem.update({
        where: { id: item.id },
        data: {
          closedReason: input.closedReason || item.closedReason,
          publicTitle: input.publicTitle || item.publicTitle,
        },
      })
    }
    return {
      result: { version: saved, outcomeFell },
      events: [event('itemSettled', 'item', item.id, { before, after: { kind: input.kind, closed: input.closed } })],
    }
  })

function requireReason({ closedReason, publicTitle }: SettleInput): void {
  if (closedReason.trim() === '') throw brokenRule('Feltet »Lukkegrund« skal udfyldes.', 'closedReason')
  if (publicTitle.trim() === '') throw brokenRule('Feltet »Offentlig titel« skal udfyldes.', 'publicTitle')
}
