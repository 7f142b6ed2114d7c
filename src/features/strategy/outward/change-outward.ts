import { type Actor, personIdOf } from '../../../access/actor.ts'
import { requireStep } from '../../../access/steps.ts'
import { event } from '../../../database/events.ts'
import { write } from '../../../database/write.ts'
import type { Day } from '../../../kernel/days.ts'
import { Conflict, refuseAll } from '../../../kernel/refusal.ts'
import type { IncomingFile } from '../../ground/documents/index.ts'
import { loadOutward } from './load-outward.ts'
import { datesObjections, letterObjection, type OutwardDates } from './outward-rules.ts'
import { outwardWay } from './outward-steps.ts'
import { leadObjection, storedLetter } from './register-outward.ts'

export interface Correction extends OutwardDates {
  slug: string
  version: number
  leadId: number
  files: readonly IncomingFile[]
}

/** What was registered is put right: days, lead, and the letter that was received. The letter’s head is its draft’s. */
export const correctOutward = (actor: Actor, input: Correction): Promise<void> =>
  write(actor, async tx => {
    const outward = await loadOutward(tx, actor, input.slug)
    requireStep(outwardWay, actor, 'CORRECT', outward.facts)
    const { receivedOn, deadline, hearingWorkdays, leadId } = input
    const before = {
      receivedOn: outward.receivedOn,
      deadline: outward.deadline,
      hearingWorkdays: outward.hearingWorkdays,
      leadId: outward.leadId,
    }
    if (outward.version !== input.version) throw new Conflict(shownOf(before), outward.version)
    refuseAll([
      ...datesObjections(input, actor.today),
      leadObjection(actor, leadId, outward.leadId),
      letterObjection(outward.text.newest.content.kind, outward.documentId !== null || input.files.length > 0),
    ])
    const after = { receivedOn, deadline, hearingWorkdays, leadId }
    await tx.outwardStatement.update({
      where: { id: outward.id },
      data: { ...after, ...(await storedLetter(tx, actor, input.files)), version: { increment: 1 } },
    })
    return { result: undefined, events: [event('outwardCorrected', 'outward', outward.id, { before, after })] }
  })

const shownOf = (columns: Record<string, string | number>): Record<string, string> =>
  Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, String(value)]))

/** The addressee has given more time. */
export const extendDeadline = (
  actor: Actor,
  { slug, until, granted }: { slug: string; until: Day; granted: string },
): Promise<void> =>
  write(actor, async (tx, at) => {
    const { id, facts } = await loadOutward(tx, actor, slug)
    requireStep(outwardWay, actor, 'EXTEND', { ...facts, newDay: until })
    await tx.outwardExtension.create({ data: { statementId: id, until, granted, byId: personIdOf(actor), at } })
    const [before, after] = [{ deadline: facts.deadline }, { deadline: until, granted }]
    return { result: undefined, events: [event('outwardExtended', 'outward', id, { before, after })] }
  })

/** Nothing more is done with it: withdrawn before it was sent, with why; closed after, with what came of it. */
export const endOutward = (
  actor: Actor,
  { slug, step, reason }: { slug: string; step: 'CLOSE' | 'WITHDRAW'; reason: string },
): Promise<void> =>
  write(actor, async (tx, at) => {
    const { id, facts } = await loadOutward(tx, actor, slug)
    requireStep(outwardWay, actor, step, facts)
    const kind = step === 'CLOSE' ? 'CLOSED' : 'WITHDRAWN'
    await tx.outwardEnd.create({ data: { statementId: id, kind, reason, byId: personIdOf(actor), at } })
    const told = step === 'CLOSE' ? 'outwardClosed' : 'outwardWithdrawn'
    return { result: undefined, events: [event(told, 'outward', id, { after: { reason } })] }
  })
