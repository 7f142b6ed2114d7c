import type { Actor } from '../../../access/actor.ts'
import { requireRight } from '../../../access/policy.ts'
import { answersAs } from '../../../access/represented.ts'
import type { NewEvent } from '../../../database/events.ts'
import { write } from '../../../database/write.ts'
import type { AnswerSource, SaidRows } from '../../../http/answer-source.ts'
import { objection } from '../../../kernel/objection.ts'
import { periodOf } from '../../../kernel/periods.ts'
import { brokenRule, refuseAll } from '../../../kernel/refusal.ts'
import { organisationWithAdministrators } from '../parties/index.ts'

/**
 * What an organisation answers, as many rows as it has come to, whichever features asked them: all are stored or none,
 * and all that is wrong is told at once. What it answered before stays.
 */
export const giveAnswers = (
  actor: Actor,
  sources: readonly AnswerSource[],
  { organisation: slug, rows }: { organisation: string; rows: SaidRows },
): Promise<{ saved: number; told: string[]; left: number }> =>
  write(actor, async (tx, at) => {
    const organisation = await organisationWithAdministrators(tx, slug, actor.today)
    requireRight(actor, 'answerForOrganisation', { organisation, administrators: organisation.administrators })
    const answering = answersAs(actor, organisation)
    const judged = []
    for (const source of sources)
      judged.push(await source.judge(tx, actor, { ...organisation, ...periodOf(organisation) }, rows))
    const known = new Set(judged.flatMap(one => [...one.known]))
    const gone = Object.entries(rows).some(([name, row]) => (row.state !== null || row.confirms) && !known.has(name))
    refuseAll([
      ...judged.flatMap(({ faults }) => faults),
      // An answer to what is not asked any more is not dropped in silence.
      gone
        ? objection('Nogle af punkterne kan ikke besvares længere. Kopiér det, du vil beholde, og genindlæs siden.')
        : null,
    ])
    const saved = judged.reduce((sum, one) => sum + one.saved, 0)
    if (saved === 0) throw brokenRule('Der er ingen nye svar at gemme. Bekræft eller vælg et svar ved mindst ét punkt.')

    const events: NewEvent[] = []
    const told: string[] = []
    for (const one of judged) {
      const stored = await one.store({ at, as: typeof answering === 'number' ? answering : null })
      events.push(...stored.events)
      if (stored.told) told.push(stored.told)
    }
    return { result: { saved, told, left: judged.reduce((sum, one) => sum + one.left, 0) }, events }
  })
