import type { Database } from '../../../../database/database.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import type { Finding } from '../../../../database/verify/finding.ts'

const ledgerRow = rowsOf({
  number: column.text,
  drawn: column.number,
  ledger: column.number,
  adjusted: column.number,
  adjustments: column.number,
  total: column.orNull(column.number),
})

/** R67: a mandate is drawn by exactly what its ledger says, never below zero and never beyond its total. Amounts in øre. */
export const verifyLedgers = ({ sql }: Pick<Database, 'sql'>): Finding => ({
  check: 'Mandates are drawn as their ledgers say',
  wrong: sql
    .all(
      ledgerRow,
      `SELECT m.number, m.drawn, m.adjusted, m.total,
              coalesce(sum(CASE WHEN e.kind IN ('DRAW', 'EARLIER_DRAW') THEN e.amount
                            WHEN e.kind IN ('RELEASE', 'EARLIER_RELEASE') THEN -e.amount END), 0) AS ledger,
              coalesce(sum(CASE e.kind WHEN 'RAISE' THEN e.amount WHEN 'LOWER' THEN -e.amount END), 0) AS adjustments
       FROM Mandate m LEFT JOIN MandateEntry e ON e.mandateId = m.id
       GROUP BY m.id
       HAVING m.drawn <> ledger OR m.adjusted <> adjustments OR m.drawn < 0
         OR (m.total IS NOT NULL AND m.drawn > m.total + m.adjusted)`,
    )
    .map(
      row =>
        `Mandate ${row.number}: drawn ${row.drawn}, ledger ${row.ledger}, total ${row.total ?? 'none'}, ` +
        `adjusted ${row.adjusted}, adjustments ${row.adjustments} (øre).`,
    ),
})

const numberRow = rowsOf({ number: column.text })

/** §7: what was registered is documented by the event that made it. */
export const verifyMandateEvents = ({ sql }: Pick<Database, 'sql'>): Finding => ({
  check: 'Every mandate has its event',
  wrong: sql
    .all(
      numberRow,
      `SELECT number FROM Mandate m
       WHERE NOT EXISTS (SELECT 1 FROM Event e WHERE e.subject = 'mandate' AND e.subjectId = m.id)`,
    )
    .map(({ number }) => `Mandate ${number} has no event.`),
})
