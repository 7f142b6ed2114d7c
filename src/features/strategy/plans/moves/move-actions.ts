import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import { rowReaderIn } from '../../../../database/reader.ts'
import { write } from '../../../../database/write.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
import { brokenRule, notFound, refuseAll } from '../../../../kernel/refusal.ts'
import type { ActionRow } from '../actions/actions-sql.ts'
import { seenBy } from '../actions/actions-sql.ts'
import { storeProgress } from '../actions/tell-progress.ts'
import { judgeMove, type MoveVerdict, type SaidMove } from './move-rules.ts'
import { readOpen } from './read-open.ts'

/** A row of the form. */
export const moveName = ({ planId, key }: Pick<ActionRow, 'planId' | 'key'>): string => `p${planId}${key}`

/** What becomes of the open actions, as many as the secretariats have come to: all are stored or none. */
export const moveActions = (
  actor: Actor,
  { strategy: slug, moves }: { strategy: string; moves: Readonly<Record<string, SaidMove>> },
): Promise<{ saved: number; left: number }> =>
  write(actor, async (tx, at) => {
    requireRight(actor, 'prepareTexts')
    const open = await readOpen(rowReaderIn(tx), slug, { today: actor.today, seen: seenBy(actor) })
    if (!open) throw notFound()
    const faults: Objection[] = []
    const chosen: { action: ActionRow; verdict: MoveVerdict & { kind: 'move' } }[] = []
    for (const action of open.actions) {
      const said = moves[moveName(action)]
      if (!said) continue
      const verdict = judgeMove(said, { field: `moves[${moveName(action)}]`, title: action.title, goals: open.goals })
      if (verdict.kind === 'faults') faults.push(...verdict.faults)
      if (verdict.kind === 'move') chosen.push({ action, verdict })
    }
    const known = new Set(open.actions.map(moveName))
    const gone = Object.entries(moves).some(([name, { fate }]) => fate !== null && !known.has(name))
    refuseAll([
      ...faults,
      gone
        ? objection('Nogle af handlingerne er ikke åbne mere. Genindlæs siden, og vælg for dem, der er tilbage.')
        : null,
    ])
    if (chosen.length === 0) throw brokenRule('Vælg for mindst én handling, hvad der skal ske med den.')

    const events: NewEvent[] = []
    for (const { action, verdict } of chosen) {
      const { fate, goal, reason } = verdict
      const { id } = await tx.actionMove.create({
        data: {
          planId: action.planId,
          action: action.key,
          draftId: open.strategy.draftId,
          fate,
          goal: goal?.key ?? null,
          goalName: goal?.name ?? '',
          reason,
          byId: personIdOf(actor),
          at,
        },
      })
      const after = { action: action.key, fate, goal: goal?.name ?? null, reason, version: open.strategy.version }
      events.push(event('actionMoved', 'actionMove', id, { after }))
      if (fate === 'CLOSED')
        events.push((await storeProgress(tx, actor, action, { state: 'GIVEN_UP', note: reason, as: null, at })).event)
    }
    return { result: { saved: chosen.length, left: open.actions.length - chosen.length }, events }
  })
