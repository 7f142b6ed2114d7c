import { type Actor, personIdOf } from '../../../access/actor.ts'
import { requireStep } from '../../../access/steps.ts'
import { event, type NewEvent } from '../../../database/events.ts'
import { type Tx, write } from '../../../database/write.ts'
import { type Day, dayInRow, longDay } from '../../../kernel/days.ts'
import { brokenRule } from '../../../kernel/refusal.ts'
import { openCaseIn } from '../../meetings/cases/index.ts'
import { addItemIn, agendaIsOpen, removeItemIn } from '../../meetings/meetings/index.ts'
import type { LoadedText } from './load-text.ts'
import { openText } from './open-text.ts'
import type { TextKind } from './text-kind.ts'
import { textWay } from './text-steps.ts'

/** One that is open, a new one of the text's own, or none. A case is read by both parties, before the agenda is sent. */
export type CaseChoice = number | 'NEW' | null

/** The draft becomes an item for decision on the joint group's agenda (§7): the decision under it brings it into force. */
export const putTextOnAgenda = <Content extends object>(
  actor: Actor,
  kind: TextKind<Content>,
  input: { slug: string; meetingId: number; fromDay: Day | null; caseId: CaseChoice },
): Promise<{ itemId: number; position: number; notice: string | null }> =>
  write(actor, async tx => {
    const text = await openText(tx, kind, input.slug, actor.today)
    requireStep(textWay, actor, 'PUT_ON_AGENDA', text.facts)
    const meeting = await jointMeeting(tx, input.meetingId)
    if (input.fromDay !== null && input.fromDay < meeting.day)
      throw brokenRule(
        `Teksten kan tidligst gælde fra mødet den ${longDay(dayInRow(meeting.day))}. Vælg en senere dag, eller lad feltet være tomt.`,
        'fromDay',
      )
    const { newest } = text
    const gathered = await caseOf(tx, actor, kind, text, { bodyId: meeting.bodyId, choice: input.caseId })
    const said = kind.item({
      content: newest.content,
      version: newest.version,
      replaces: text.standing?.version ?? null,
      path: `${kind.path(input.slug)}/udkast`,
    })
    const added = await addItemIn(tx, actor, {
      meetingId: input.meetingId,
      kind: 'DECISION',
      ...kind.tasks,
      caseId: gathered.id,
      ...said,
      economy: 'Ingen økonomiske konsekvenser.',
      plannedMinutes: 20,
    })
    const { id: itemId, position, notice } = added.result
    const { id: adoptionId } = await tx.adoption.create({
      data: {
        draftId: newest.id,
        itemId,
        fromDay: input.fromDay,
        createdById: personIdOf(actor),
        createdAt: actor.at,
      },
    })
    await kind.putForward?.(tx, {
      adoptionId,
      content: newest.content,
      meeting: { bodyId: meeting.bodyId, day: dayInRow(meeting.day) },
      fromDay: input.fromDay,
    })
    const after = { draft: newest.number, hash: newest.hash, meeting: meeting.number, position, fromDay: input.fromDay }
    return {
      result: { itemId, position, notice },
      events: [...gathered.events, ...added.events, event('textPutOnAgenda', 'text', text.id, { after })],
    }
  })

/** What both parties adopt is adopted by the joint group alone. @throws Refusal for a meeting of another body */
export async function jointMeeting(tx: Tx, meetingId: number) {
  const meeting = await tx.meeting.findUnique({ where: { id: meetingId }, include: { body: true } })
  if (meeting?.body.kind !== 'JOINT_GROUP')
    throw brokenRule('Vælg et møde i fælles boligstrategisk gruppe.', 'meetingId')
  return meeting
}

/** The case that everything about the text is gathered under: the one it has, or what was chosen when it first came on. */
async function caseOf<Content extends object>(
  tx: Tx,
  actor: Actor,
  kind: TextKind<Content>,
  text: LoadedText<Content>,
  { bodyId, choice }: { bodyId: number; choice: CaseChoice },
): Promise<{ id: number | null; events: NewEvent[] }> {
  if (text.case) return { id: text.case.id, events: [] }
  if (choice === null) return { id: null, events: [] }
  if (choice !== 'NEW') {
    await tx.sharedText.update({ where: { id: text.id }, data: { caseId: choice } })
    return { id: choice, events: [] }
  }
  const { result, events } = await openCaseIn(tx, actor, {
    bodyId,
    title: kind.caseTitle(kind.titleOf(text.newest.content)),
  })
  await tx.sharedText.update({ where: { id: text.id }, data: { caseId: result.id } })
  return { id: result.id, events }
}

/** Taken back before anything is decided: to be changed, or not to be adopted after all. The item goes with it where it can. */
export const takeTextOffAgenda = <Content extends object>(
  actor: Actor,
  kind: TextKind<Content>,
  input: { slug: string; reason: string },
): Promise<void> =>
  write(actor, async tx => {
    const text = await openText(tx, kind, input.slug, actor.today)
    requireStep(textWay, actor, 'TAKE_OFF_AGENDA', text.facts)
    const adoption = text.newest.adoptions.filter(({ takenBackAt }) => takenBackAt === null).at(-1)
    if (!adoption) throw brokenRule('Teksten står ikke på nogen dagsorden.')
    await tx.adoption.update({ where: { id: adoption.id }, data: { takenBackAt: actor.at } })
    const removed: NewEvent[] = []
    const { state } = await tx.meeting.findUniqueOrThrow({ where: { id: adoption.item.meeting.id } })
    if (agendaIsOpen(state)) removed.push(...(await removeItemIn(tx, actor, { itemId: adoption.item.id })).events)
    const after = { draft: text.newest.number, reason: input.reason }
    return { result: undefined, events: [...removed, event('textTakenOffAgenda', 'text', text.id, { after })] }
  })
