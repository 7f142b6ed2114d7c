import type { Database } from '../../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import type { AppraisedState } from './progress-rules.ts'

const appraisalRow = rowsOf({
  id: column.number,
  textId: column.number,
  target: column.text,
  year: column.number,
  state: column.oneOf<AppraisedState>(),
  reasons: column.text,
  corrected: column.flag,
  correction: column.flag,
  by: column.text,
  at: column.moment,
})
export type AppraisalRow = RowOf<typeof appraisalRow>

/** All that was written of some texts' targets, what was corrected since among it, in the order it was written. One statement. */
export const readAppraisals = (db: Database, textIds: readonly number[]): AppraisalRow[] =>
  db.sql.all(
    appraisalRow,
    `SELECT a.id, a.textId, a.target, a.year, a.state, a.reasons, p.name AS "by", a.at,
            EXISTS (SELECT 1 FROM TargetAppraisal c WHERE c.correctsId = a.id) AS corrected,
            a.correctsId IS NOT NULL AS correction
     FROM TargetAppraisal a JOIN Person p ON p.id = a.byId
     WHERE a.textId IN (SELECT value FROM json_each(?)) ORDER BY a.id`,
    JSON.stringify(textIds),
  )
