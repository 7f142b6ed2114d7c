import type { Database } from '../../../../database/database.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import type { Finding } from '../../../../database/verify/finding.ts'
import { hiddenHash } from './decide-delivery.ts'

const decisionRow = rowsOf({
  id: column.number,
  deliveryId: column.number,
  count: column.number,
  rowsHash: column.text,
})
const hiddenRow = rowsOf({ observationId: column.number })
const strayRow = rowsOf({ observationId: column.number, deliveryId: column.number })

/** What was hidden stays hidden: the hash over each decision's figures, which the chain seals, is worked out anew. */
export function verifyDiscretion({ sql }: Database): Finding {
  const decisions = sql.all(
    decisionRow,
    'SELECT id, deliveryId, small + secondary AS count, rowsHash FROM DiscretionDecision ORDER BY id',
  )
  const wrong = decisions.flatMap(({ id, deliveryId, count, rowsHash }) => {
    const hidden = sql.all(
      hiddenRow,
      'SELECT observationId FROM HiddenFigure WHERE decisionId = ? ORDER BY observationId',
      id,
    )
    const found = hiddenHash(hidden.map(({ observationId }) => observationId))
    if (hidden.length !== count)
      return [`Of delivery ${deliveryId} ${hidden.length} figures are hidden and not ${count}.`]
    return found === rowsHash ? [] : [`Other figures of delivery ${deliveryId} are hidden than was decided.`]
  })
  const stray = sql.all(
    strayRow,
    `SELECT h.observationId, o.deliveryId FROM HiddenFigure h JOIN DiscretionDecision d ON d.id = h.decisionId
       JOIN Observation o ON o.id = h.observationId WHERE o.deliveryId <> d.deliveryId ORDER BY h.observationId LIMIT 100`,
  )
  return {
    check: 'Every figure that is hidden was decided to be',
    wrong: [
      ...wrong,
      ...stray.map(
        ({ observationId, deliveryId }) =>
          `Figure ${observationId} of delivery ${deliveryId} was hidden by another decision.`,
      ),
    ],
  }
}
