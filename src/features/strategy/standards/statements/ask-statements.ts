import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { write } from '../../../../database/write.ts'
import type { Day } from '../../../../kernel/days.ts'
import { objection } from '../../../../kernel/objection.ts'
import { refuseAll } from '../../../../kernel/refusal.ts'
import { loadText } from '../../../decisions/adoption/index.ts'
import { standardKind } from '../standard-kind.ts'
import { objectionsToRound } from './statement-rules.ts'

/** What all parties see: agendas that are sent, decisions whose minutes are out. */
const everybody = { readsClosed: () => false, readsDrafts: () => false }

/**
 * §5: the secretariats ask for a year's statements on a standard. The round is about the version that is in force today;
 * one that comes later leaves it as it is.
 */
export const askForStatements = (
  actor: Actor,
  { slug, year, deadline }: { slug: string; year: number; deadline: Day },
): Promise<{ year: number }> =>
  write(actor, async (tx, at) => {
    requireRight(actor, 'prepareTexts')
    const { id: textId, standing } = await loadText(tx, standardKind, slug, actor.today, everybody)
    const latest = await tx.statementRound.findFirst({ where: { textId }, orderBy: { year: 'desc' } })
    refuseAll([
      standing
        ? null
        : objection(
            'Standarden gælder ikke for alle parter endnu. Redegørelserne kan åbnes, når beslutningen er trådt i kraft og referatet er udsendt.',
          ),
      ...objectionsToRound({ year, deadline, today: actor.today, latestYear: latest?.year ?? null }),
    ])
    const round = await tx.statementRound.create({
      data: {
        textId,
        draftId: standing?.id ?? 0,
        year,
        openedOn: actor.today,
        deadline,
        openedById: personIdOf(actor),
        openedAt: at,
      },
    })
    const after = { year, version: standing?.version, deadline }
    return { result: { year }, events: [event('statementsAsked', 'statementRound', round.id, { after })] }
  })
