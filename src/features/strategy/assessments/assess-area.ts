import { type Actor, personIdOf } from '../../../access/actor.ts'
import { requireRight } from '../../../access/policy.ts'
import { event } from '../../../database/events.ts'
import { write } from '../../../database/write.ts'
import { holdsCpr, noCpr } from '../../../kernel/cpr.ts'
import { addDays, type Day, longDay } from '../../../kernel/days.ts'
import { objection } from '../../../kernel/objection.ts'
import { brokenRule, Conflict, notFound, refuseAll } from '../../../kernel/refusal.ts'
import { answerableFlags, answerFlagIn } from '../flags/index.ts'
import { methodsInForce } from './proposals/methods-in-force.ts'
import { isCertain, missingIn, type Proposal } from './proposals/propose.ts'
import { proposalsBy } from './proposals/read-facts.ts'
import { treatedItems } from './read-assessments.ts'

export interface AssessmentDraft {
  areaId: number
  /** Of the method's levels. */
  level: string
  reasons: string
  /** The item of a meeting that assessed it. */
  itemId: number
  reviewOn: Day
  /** The number of the flag that it answers; null: none. */
  flag: string | null
  /** The area's last assessment as the form was made from it; 0: it had none. */
  version: number
}

/** Items of this long ago can be what an assessment comes of. */
export const mostDaysBack = 400

/** R35: people assess with reasons, at a meeting; what the method proposed that day is kept beside it, and neither changes. */
export const assessArea = (actor: Actor, draft: AssessmentDraft): Promise<void> =>
  write(actor, async (tx, at) => {
    requireRight(actor, 'assessAreas')
    const area = await tx.housingArea.findUnique({ where: { id: draft.areaId } })
    if (!area) throw notFound('Boligområdet findes ikke.')
    const [method] = methodsInForce(actor)
    if (!method) throw brokenRule('Der er ingen vurderingsmetode i kraft. Vedtag en metode, før områder vurderes.')
    const last = await tx.areaAssessment.findFirst({ where: { areaId: area.id }, orderBy: { id: 'desc' } })
    if ((last?.id ?? 0) !== draft.version)
      throw new Conflict({ level: last?.level ?? '', reasons: last?.reasons ?? '' }, last?.id ?? 0)
    const level = method.content.levels.find(({ key }) => key === draft.level)
    const items = treatedItems(actor, addDays(actor.today, -mostDaysBack))
    const answered =
      draft.flag === null
        ? null
        : await answerFlagIn(tx, actor, at, {
            ...{ number: draft.flag, field: 'flag' },
            text: `Området er vurderet som ${(level?.name ?? '').toLowerCase()}. Begrundelsen står ved vurderingen.`,
          })
    refuseAll([
      level ? null : objection('Vælg et niveau.', 'level'),
      items.some(({ id }) => id === draft.itemId)
        ? null
        : objection('Vælg et punkt, som et møde har behandlet.', 'itemId'),
      draft.reviewOn > actor.today ? null : objection('Vælg en dag efter i dag.', 'reviewOn'),
      draft.reviewOn > addDays(actor.today, 1100)
        ? objection(`Vælg en dag senest den ${longDay(addDays(actor.today, 1100))}.`, 'reviewOn')
        : null,
      holdsCpr(draft.reasons) ? objection(noCpr, 'reasons') : null,
      ...(answered?.objections ?? []),
      draft.flag !== null && !answerableFlags(actor, area.id).some(({ number }) => number === draft.flag)
        ? objection('Vælg en åben påpegning af området fra listen.', 'flag')
        : null,
    ])
    const proposed = proposedText(proposalsBy(actor, method.content)(area.id))
    const { reasons, itemId, reviewOn } = draft
    const row = await tx.areaAssessment.create({
      data: {
        ...{ areaId: area.id, draftId: method.draftId, level: draft.level, levelName: level?.name ?? '' },
        ...{ worrying: level?.worrying ?? false, reasons, proposed, itemId, reviewOn, byId: personIdOf(actor), at },
        flagId: answered?.flagId ?? null,
      },
    })
    const after = { level: level?.name, reasons, proposed, reviewOn }
    const told = event('areaAssessed', 'areaAssessment', row.id, { after })
    return { result: undefined, events: [told, ...((await answered?.take()) ?? [])] }
  })

/** The same where areas stand under each other: how many figures are missing, and not which. */
export function proposedLevel(proposal: Proposal): { level: string; points: string } {
  const { from, to, least, most } = proposal
  const missing = missingIn(proposal).length
  return {
    level: isCertain(proposal) ? from.name : `Mellem ${from.name} og ${to.name}`,
    points: missing === 0 ? `${least} point` : `${least}–${most} point, ${missing} tal mangler`,
  }
}

/** »Udsat (9 point)«, »Mellem Bekymrende og Udsat (6–9 point; mangler Kriminalitet)« */
export function proposedText(proposal: Proposal): string {
  const { from, to, least, most } = proposal
  if (isCertain(proposal) && least === most) return `${from.name} (${least} point)`
  const missing = missingIn(proposal).map(({ term }) => term.indicator)
  const level = isCertain(proposal) ? from.name : `Mellem ${from.name} og ${to.name}`
  return `${level} (${least}–${most} point; mangler ${missing.join(', ')})`
}
