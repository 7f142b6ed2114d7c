import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { jointGroup } from '../../../../access/joint-group.ts'
import { type OrganisationSubject, requireRight, type Subject } from '../../../../access/policy.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import { rowReaderIn } from '../../../../database/reader.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { brokenRule, Conflict, notFound } from '../../../../kernel/refusal.ts'
import { type ActionState, noteOwed } from './action-rules.ts'
import { type ActionRow, readActions, seenBy } from './actions-sql.ts'
import { stateNames } from './labels.ts'

/** Who answers for an action: the secretariats, and the people of the responsible organisation. */
export const responsibleFor = (actor: Actor, organisation: OrganisationSubject | null): Subject => ({
  ...jointGroup(actor.database),
  ...(organisation && { organisation }),
})

/**
 * Where an action has come to, told by those who answer for it. The plan that was adopted is not touched: the state stands
 * beside it, with who and when.
 */
export const tellProgress = (
  actor: Actor,
  input: { plan: string; key: string; version: number; state: ActionState; note: string },
): Promise<void> =>
  write(actor, async (tx, at) => {
    const action = await findAction(tx, actor, input.plan, input.key)
    const organisation =
      action.organisationId === null ? null : await tx.organisation.findUnique({ where: { id: action.organisationId } })
    requireRight(actor, 'followUp', responsibleFor(actor, organisation))
    if (action.carried) throw brokenRule('Handlingen er videreført i en senere handlingsplan. Fortæl om den dér.')
    if (action.told !== input.version)
      throw new Conflict({ state: stateNames[action.state], note: await lastNote(tx, action) }, action.told)
    const owed = noteOwed(input.state, 'handlingen')
    if (owed !== null && input.note === '') throw brokenRule(owed, 'note')
    if (input.state === action.state && input.note === '')
      throw brokenRule('Status er uændret. Vælg en anden status, eller skriv en note.', 'note')
    const stored = await storeProgress(tx, actor, action, { state: input.state, note: input.note, as: null, at })
    return { result: undefined, events: [stored.event] }
  })

/** An action of a plan that is in force. @throws Refusal when there is none */
export async function findAction(tx: Tx, actor: Actor, plan: string, key: string): Promise<ActionRow> {
  const [found] = await readActions(
    rowReaderIn(tx),
    { today: actor.today, seen: seenBy(actor), where: 'x.plan = ? AND x.key = ?' },
    plan,
    key,
  )
  if (!found) throw notFound('Handlingen står ikke i nogen handlingsplan, der gælder.')
  return found
}

const lastNote = async (tx: Tx, { told }: ActionRow): Promise<string> =>
  (await tx.actionProgress.findUnique({ where: { id: told } }))?.note ?? ''

export async function storeProgress(
  tx: Tx,
  actor: Actor,
  action: Pick<ActionRow, 'planId' | 'key' | 'state'>,
  said: { state: ActionState; note: string; as: number | null; at: string },
): Promise<{ event: NewEvent }> {
  const { state, note, as, at } = said
  const { id } = await tx.actionProgress.create({
    data: { planId: action.planId, action: action.key, state, note, asId: as, byId: personIdOf(actor), at },
  })
  const after = { action: action.key, state, note }
  return { event: event('actionTold', 'plannedAction', id, { before: { state: action.state }, after }) }
}
