import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireStep } from '../../../../access/steps.ts'
import { event } from '../../../../database/events.ts'
import { write } from '../../../../database/write.ts'
import type { Day } from '../../../../kernel/days.ts'
import { isPast } from '../../../../kernel/last-day.ts'
import { objection } from '../../../../kernel/objection.ts'
import { periodOf } from '../../../../kernel/periods.ts'
import { brokenRule, refuseAll } from '../../../../kernel/refusal.ts'
import { loadText } from '../load-text.ts'
import type { TextKind } from '../text-kind.ts'
import { textWay } from '../text-steps.ts'
import { type Audience, askableOn, askedAmong } from './hearing-rules.ts'
import { loadHearing } from './load-hearing.ts'

export interface NewHearing {
  slug: string
  /** The number of the draft that the form showed: exactly that one is heard about. */
  version: number
  audience: Audience
  asked: readonly number[]
  until: Day
  question: string
}

/** §5: the secretariats ask the organisations about a draft that lacks nothing. */
export const openTextHearing = <Content extends object>(
  actor: Actor,
  kind: TextKind<Content>,
  input: NewHearing,
): Promise<{ number: number; asked: number }> =>
  write(actor, async tx => {
    const text = await loadText(tx, kind, input.slug, actor.today)
    requireStep(textWay, actor, 'OPEN_HEARING', { ...text.facts, newDeadline: input.until })
    const { newest } = text
    if (newest.number !== input.version)
      throw brokenRule(
        'Udkastet er ændret, siden du åbnede siden. Læs ændringerne, og send derefter udkastet i høring.',
      )
    const there = await tx.organisation.findMany({ orderBy: [{ side: 'asc' }, { position: 'asc' }] })
    const askable = askableOn(
      there.map(one => ({ ...one, ...periodOf(one) })),
      actor.today,
    )
    const found = askedAmong(askable, input.audience, input.asked)
    refuseAll([found.objection])
    const number = (text.hearings.at(-1)?.number ?? 0) + 1
    await tx.textHearing.create({
      data: {
        textId: text.id,
        number,
        draftId: newest.id,
        until: input.until,
        question: input.question,
        openedById: personIdOf(actor),
        openedAt: actor.at,
        asked: { create: found.asked.map(({ id }) => ({ organisationId: id })) },
      },
    })
    const after = {
      hearing: number,
      draft: newest.number,
      hash: newest.hash,
      until: input.until,
      asked: found.asked.length,
    }
    return {
      result: { number, asked: found.asked.length },
      events: [event('textHearingOpened', 'text', text.id, { after })],
    }
  })

/** A later last day, also when the last one has passed: then answers are taken again. */
export const extendTextHearing = <Content extends object>(
  actor: Actor,
  kind: TextKind<Content>,
  input: { slug: string; number: number; until: Day },
): Promise<void> =>
  write(actor, async tx => {
    const text = await loadText(tx, kind, input.slug, actor.today)
    requireStep(textWay, actor, 'EXTEND_HEARING', { ...text.facts, newDeadline: input.until })
    const last = text.hearings.at(-1)
    if (last?.number !== input.number) throw brokenRule('Kun den seneste høring af teksten kan forlænges.')
    await tx.textHearing.update({ where: { id: last.id }, data: { until: input.until } })
    const change = { before: { until: last.until }, after: { hearing: last.number, until: input.until } }
    return { result: undefined, events: [event('textHearingExtended', 'text', text.id, change)] }
  })

/** Before its last day: with a reason, unless everybody who was asked has answered. */
export const closeTextHearing = <Content extends object>(
  actor: Actor,
  kind: TextKind<Content>,
  input: { slug: string; number: number; reason: string },
): Promise<void> =>
  write(actor, async tx => {
    const text = await loadText(tx, kind, input.slug, actor.today)
    requireStep(textWay, actor, 'CLOSE_HEARING', text.facts)
    const hearing = await loadHearing(tx, kind, text, input.number, actor.today)
    if (hearing.over !== null) throw brokenRule('Høringen er allerede afsluttet.')
    const early = !isPast(hearing.until, actor.today) && hearing.groups.silent.length > 0
    refuseAll([
      early && input.reason === ''
        ? objection('Skriv, hvorfor høringen lukkes, før alle har svaret og fristen er udløbet.', 'reason')
        : null,
    ])
    await tx.textHearing.update({
      where: { id: hearing.id },
      data: { closedAt: actor.at, closedById: personIdOf(actor), closedReason: input.reason },
    })
    const after = { hearing: hearing.number, reason: input.reason, unanswered: hearing.groups.silent.length }
    return { result: undefined, events: [event('textHearingClosed', 'text', text.id, { after })] }
  })
