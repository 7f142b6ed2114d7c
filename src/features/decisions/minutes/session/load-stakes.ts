import type { RowReader } from '../../../../database/reader.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import { nothingAtStake, type StakeFacts } from './stakes-rules.ts'

const stakeRow = rowsOf({
  recommendation: column.text,
  economy: column.text,
  prepared: column.flag,
  adopts: column.flag,
  annulled: column.orNull(column.text),
})

/** What hangs on an item's decision, in one statement. What was put on an item follows it when it is carried over. */
export async function loadStakes(read: RowReader, itemId: number): Promise<StakeFacts> {
  const [row] = await read(
    stakeRow,
    `WITH RECURSIVE own(id) AS (
       SELECT ? UNION SELECT i.carriedFromId FROM own o JOIN AgendaItem i ON i.id = o.id WHERE i.carriedFromId IS NOT NULL
     )
     SELECT i.recommendation, i.economy,
       EXISTS (SELECT 1 FROM PreparedCheck p WHERE p.itemId = i.id AND p.removedAt IS NULL AND p.rows <> '[]') AS prepared,
       EXISTS (SELECT 1 FROM own o CROSS JOIN Adoption a ON a.itemId = o.id WHERE a.takenBackAt IS NULL)
         OR EXISTS (SELECT 1 FROM own o CROSS JOIN RevisionItem r ON r.itemId = o.id) AS adopts,
       (SELECT group_concat(d.number, '|') FROM Decision d WHERE d.itemId = i.id AND d.state = 'ANNULLED'
          AND EXISTS (SELECT 1 FROM Consequence c WHERE c.decisionId = d.id)) AS annulled
     FROM AgendaItem i WHERE i.id = ?`,
    itemId,
    itemId,
  )
  if (!row) return nothingAtStake
  const { annulled, ...facts } = row
  return { ...facts, annulled: annulled?.split('|') ?? [] }
}
