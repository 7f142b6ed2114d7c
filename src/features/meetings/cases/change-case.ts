import { type Actor, personIdOf } from '../../../access/actor.ts'
import { requireRight } from '../../../access/policy.ts'
import { event } from '../../../database/events.ts'
import { type Change, nextNumber, type Tx, write } from '../../../database/write.ts'
import { dayOf, yearOf } from '../../../kernel/days.ts'
import { brokenRule, Conflict, notFound } from '../../../kernel/refusal.ts'
import { readableCase } from './readable-case.ts'

export interface CaseDraft {
  title: string
  summary?: string
  /** The municipality's own journal number, when there is one. */
  journalNumber?: string | null
}

/** Opens a case in the body where it begins. In a side's own body it is that side's until it is forwarded (R11). */
export const openCase = (actor: Actor, input: CaseDraft & { bodyId: number }): Promise<OpenedCase> =>
  write(actor, tx => openCaseIn(tx, actor, input))

export interface OpenedCase {
  id: number
  number: string
}

/** The same inside another act, which is undone with it. */
export async function openCaseIn(
  tx: Tx,
  actor: Actor,
  input: CaseDraft & { bodyId: number },
): Promise<Change<OpenedCase>> {
  const body = await tx.body.findUnique({ where: { id: input.bodyId } })
  if (!body) throw notFound('Organet findes ikke.')
  requireRight(actor, 'prepareMeeting', { body })
  if (body.kind === 'DECIDING_BODY')
    throw brokenRule('En sag kan ikke oprettes i et besluttende organ. Vælg et af samarbejdets egne organer.', 'bodyId')
  const year = yearOf(dayOf(actor.at))
  const serial = await nextNumber(tx, 'case', year)
  const number = `${year}-${String(serial).padStart(3, '0')}`
  const opened = await tx.case.create({
    data: {
      number,
      ...columns(input),
      bodyId: body.id,
      sideInternal: body.side,
      openedAt: actor.at,
      openedById: personIdOf(actor),
    },
  })
  const after = { number, ...columns(input), body: body.slug, sideInternal: body.side }
  return { result: { id: opened.id, number }, events: [event('caseOpened', 'case', opened.id, { after })] }
}

/** @throws Conflict with the case's texts as they stand when somebody else saved first */
export const editCase = (actor: Actor, input: CaseDraft & { caseId: number; version: number }) =>
  write(actor, async tx => {
    const found = await preparedCase(tx, actor, input.caseId)
    const before = columns(found)
    const { count } = await tx.case.updateMany({
      where: { id: found.id, version: input.version },
      data: { ...columns(input), version: { increment: 1 } },
    })
    if (count === 0) throw new Conflict({ ...before, journalNumber: before.journalNumber ?? '' }, found.version)
    return {
      result: { number: found.number },
      events: [event('caseEdited', 'case', found.id, { before, after: columns(input) })],
    }
  })

/** A case is closed with the reason; its timeline stays. */
export const closeCase = (actor: Actor, input: { caseId: number; reason: string }) =>
  write(actor, async tx => {
    const found = await preparedCase(tx, actor, input.caseId)
    if (input.reason.trim() === '') throw brokenRule('Feltet »Begrundelse« skal udfyldes.', 'reason')
    await tx.case.update({
      where: { id: found.id },
      data: { closedAt: actor.at, closedReason: input.reason, version: { increment: 1 } },
    })
    const after = { reason: input.reason }
    return { result: { number: found.number }, events: [event('caseClosed', 'case', found.id, { after })] }
  })

/** A side hands its own case to the joint group. It keeps its number and its history, and both sides read it from now. */
export const forwardCase = (actor: Actor, input: { caseId: number }) =>
  write(actor, async tx => {
    const found = await preparedCase(tx, actor, input.caseId)
    if (!found.sideInternal) throw brokenRule('Sagen er allerede oversendt til fælles boligstrategisk gruppe.')
    await tx.case.update({ where: { id: found.id }, data: { sideInternal: null, version: { increment: 1 } } })
    const change = { before: { sideInternal: found.sideInternal }, after: { sideInternal: null } }
    return { result: { number: found.number }, events: [event('caseForwarded', 'case', found.id, change)] }
  })

async function preparedCase(tx: Tx, actor: Actor, id: number) {
  const found = await readableCase(tx, actor, id)
  if (found.closedAt) throw brokenRule('Sagen er afsluttet og kan ikke ændres.')
  return found
}

const columns = ({ title, summary, journalNumber }: CaseDraft) => ({
  title,
  summary: summary ?? '',
  journalNumber: journalNumber || null,
})
