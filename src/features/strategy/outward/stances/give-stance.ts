import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { answersAs } from '../../../../access/represented.ts'
import { requireStep } from '../../../../access/steps.ts'
import { event } from '../../../../database/events.ts'
import { write } from '../../../../database/write.ts'
import { type Day, dayInRow, longDay } from '../../../../kernel/days.ts'
import { isPast } from '../../../../kernel/last-day.ts'
import { brokenRule, Conflict, refuseAll } from '../../../../kernel/refusal.ts'
import { organisationWithAdministrators } from '../../../ground/parties/index.ts'
import { loadOutward } from '../load-outward.ts'
import { outwardStateLabels } from '../outward-states.ts'
import { outwardWay } from '../outward-steps.ts'
import { type Position, stanceObjections } from './stance-rules.ts'

/** R24: the organisations are asked about the draft as it stands now, until a day; asked again, the new day counts. */
export const askForStances = (actor: Actor, { slug, until }: { slug: string; until: Day }): Promise<{ until: Day }> =>
  write(actor, async (tx, at) => {
    const { id, text, facts } = await loadOutward(tx, actor, slug)
    requireStep(outwardWay, actor, 'ASK', { ...facts, newDay: until })
    await tx.outwardHearing.create({
      data: { statementId: id, draftId: text.newest.id, until, byId: personIdOf(actor), at },
    })
    const after = { until, draft: text.newest.number }
    return { result: { until }, events: [event('outwardAsked', 'outward', id, { after })] }
  })

export interface NewStance {
  slug: string
  organisation: string
  /** The organisation's last stance, as the form was made from it; 0: it had none. */
  version: number
  position: Position
  text: string
}

/** An organisation's people say where it stands, until its last day; what they say later stands beside it and counts. */
export const giveStance = (
  actor: Actor,
  { slug, organisation: named, version, position, text }: NewStance,
): Promise<void> =>
  write(actor, async (tx, at) => {
    const organisation = await organisationWithAdministrators(tx, named, actor.today)
    const { administrators, name, to } = organisation
    requireRight(actor, 'answerForOrganisation', { organisation, administrators })
    const left = dayInRow(to)
    if (left !== null && isPast(left, actor.today))
      throw brokenRule(`${name} er udtrådt den ${longDay(left)} og kan ikke svare.`)
    const as = answersAs(actor, organisation)
    const { id, hearing, facts } = await loadOutward(tx, actor, slug)
    if (facts.state !== 'PREPARED')
      throw brokenRule(
        `Udtalelsen har status »${outwardStateLabels[facts.state]}«. Derfor kan organisationerne ikke længere svare.`,
      )
    const last = await tx.outwardStance.findFirst({
      where: { statementId: id, organisationId: organisation.id },
      orderBy: { id: 'desc' },
    })
    if ((last?.id ?? 0) !== version)
      throw new Conflict({ position: last?.position ?? '', text: last?.text ?? '' }, last?.id ?? 0)
    refuseAll(stanceObjections(dayInRow(hearing?.until) ?? null, { position, text }, actor.today))
    const row = await tx.outwardStance.create({
      data: {
        statementId: id,
        organisationId: organisation.id,
        position,
        text,
        asId: typeof as === 'number' ? as : null,
        byId: personIdOf(actor),
        at,
      },
    })
    const after = { organisation: organisation.slug, position, stance: row.id }
    return { result: undefined, events: [event('outwardStanceGiven', 'outward', id, { after })] }
  })
