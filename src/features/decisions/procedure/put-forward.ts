import type { Tx } from '../../../database/write.ts'
import type { Day } from '../../../kernel/days.ts'
import { nextNumberOf } from '../../ground/bodies/index.ts'
import type { ProcedureContent } from './procedure-content.ts'

/**
 * What a draft on an agenda sets for the meetings becomes a row among the body's rules, where everything asks that goes by
 * them. It governs no day until the decision under the item has taken effect, and none after that has fallen.
 */
export async function keepParameters(
  tx: Tx,
  put: {
    adoptionId: number
    content: ProcedureContent
    meeting: { bodyId: number; day: Day }
    fromDay: Day | null
  },
): Promise<void> {
  const { adoptionId, content, meeting, fromDay } = put
  await tx.rulesOfProcedure.create({
    data: {
      ...content.parameters,
      bodyId: meeting.bodyId,
      number: await nextNumberOf(tx, meeting.bodyId),
      from: fromDay ?? meeting.day,
      adoptionId,
    },
  })
}
