import type { Actor } from '../../../access/actor.ts'
import { event } from '../../../database/events.ts'
import { write } from '../../../database/write.ts'
import { brokenRule, Conflict } from '../../../kernel/refusal.ts'
import { readableCase } from './readable-case.ts'

export interface Withholding {
  caseId: number
  version: number
  withheldReason: string
  /** What the others read instead of the case's title. */
  publicTitle: string
}

/**
 * Closes a case as an item is closed (R69): from now on its title, text and journal number are for those who read the
 * closed items of its body. A case that has ended can be closed too, and what was said when it was closed can be changed.
 * @throws Conflict with what is said as it stands when somebody else saved first
 */
export const withholdCase = (actor: Actor, input: Withholding) =>
  write(actor, async tx => {
    const found = await readableCase(tx, actor, input.caseId)
    const after = { withheldReason: input.withheldReason.trim(), publicTitle: input.publicTitle.trim() }
    if (after.withheldReason === '') throw brokenRule('Udfyld »Lukkegrund«: hvorfor sagen er lukket.', 'withheldReason')
    if (after.publicTitle === '')
      throw brokenRule('Udfyld »Offentlig titel«: den titel, andre ser i stedet.', 'publicTitle')
    const before = { withheldReason: found.withheldReason ?? '', publicTitle: found.publicTitle ?? '' }
    const { count } = await tx.case.updateMany({
      where: { id: found.id, version: input.version },
      data: { withheld: true, ...after, version: { increment: 1 } },
    })
    if (count === 0) throw new Conflict(before, found.version)
    const kind = found.withheld ? 'caseWithholdingEdited' : 'caseWithheld'
    return { result: { number: found.number }, events: [event(kind, 'case', found.id, { before, after })] }
  })

/** Opens a closed case again for all who can see it; what was said when it was closed is kept in the events alone. */
export const unveilCase = (actor: Actor, input: { caseId: number }) =>
  write(actor, async tx => {
    const found = await readableCase(tx, actor, input.caseId)
    if (!found.withheld) throw brokenRule('Sagen er allerede åben.')
    const { withheldReason, publicTitle } = found
    await tx.case.update({
      where: { id: found.id },
      data: { withheld: false, withheldReason: null, publicTitle: null, version: { increment: 1 } },
    })
    const change = { before: { withheldReason, publicTitle } }
    return { result: { number: found.number }, events: [event('caseUnveiled', 'case', found.id, change)] }
  })
