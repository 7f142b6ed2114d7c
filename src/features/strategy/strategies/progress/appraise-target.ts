import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { write } from '../../../../database/write.ts'
import { yearOf } from '../../../../kernel/days.ts'
import { objection } from '../../../../kernel/objection.ts'
import { brokenRule, Conflict, refuseAll } from '../../../../kernel/refusal.ts'
import { loadText } from '../../../decisions/adoption/index.ts'
import { strategyKind } from '../strategy-kind.ts'
import { targetsOf } from '../strategy-numbers.ts'
import type { AppraisedState } from './progress-rules.ts'

export interface SaidAppraisal {
  slug: string
  target: string
  year: number
  state: AppraisedState
  reasons: string
  /** The appraisal that this one corrects, as the form showed it; null: none of that year was there. */
  corrects: number | null
}

/**
 * A year's written appraisal of a qualitative target in force. One that is corrected stays beside it, with who and when.
 * @throws Conflict when somebody else has corrected the same meanwhile
 */
export const appraiseTarget = (actor: Actor, said: SaidAppraisal): Promise<{ corrected: boolean }> =>
  write(actor, async (tx, at) => {
    requireRight(actor, 'prepareTexts')
    const { slug, target: key, year, state, reasons, corrects } = said
    const { id: textId, standing: inForce } = await loadText(tx, strategyKind, slug, actor.today)
    const found = inForce ? targetsOf(inForce.content).find(({ target }) => target.key === key) : undefined
    if (!inForce || found?.target.measure !== 'QUALITATIVE')
      throw brokenRule('Delmålet står ikke i den strategi, der gælder, eller det måles med en indikator.')
    const standing = await tx.targetAppraisal.findFirst({
      where: { textId, target: key, year, correctedBy: null },
      orderBy: { id: 'desc' },
    })
    if (standing && corrects !== null && standing.id !== corrects)
      throw new Conflict({ state: standing.state, reasons: standing.reasons }, standing.id)
    const first = yearOf(inForce.content.from)
    refuseAll([
      standing && corrects === null
        ? objection(`Delmålet er allerede vurderet for ${year}. Ret den vurdering i stedet.`, 'year')
        : null,
      year < first ? objection(`Strategien begynder i ${first}.`, 'year') : null,
      year > yearOf(actor.today) ? objection(`Året ${year} er ikke begyndt.`, 'year') : null,
      standing && corrects !== null && standing.state === state && standing.reasons === reasons
        ? objection('Vurderingen er den samme som før. Ret den, før du gemmer.', 'reasons')
        : null,
    ])
    await tx.targetAppraisal.create({
      data: {
        textId,
        target: key,
        year,
        state,
        reasons,
        correctsId: standing?.id ?? null,
        byId: personIdOf(actor),
        at,
      },
    })
    const after = { target: found.number, year, state }
    return {
      result: { corrected: standing !== null },
      events: [
        standing
          ? event('appraisalCorrected', 'text', textId, { before: { state: standing.state }, after })
          : event('targetAppraised', 'text', textId, { after }),
      ],
    }
  })
