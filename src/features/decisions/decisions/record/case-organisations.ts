import type { Actor } from '../../../../access/actor.ts'
import { viewOf } from '../../../../access/visibility.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import { takenSql } from '../decision-state.ts'

const idRow = rowsOf({ id: column.number })

/**
 * The organisations that a decision under the item most likely binds: those that the item and its case's other items
 * concern, and those that the case's decisions bind, as far as the person may read them. Those of the item come first.
 */
export const caseOrganisations = (
  actor: Actor,
  { itemId, caseId }: { itemId: number; caseId: number | null },
): number[] => {
  const view = viewOf(actor)
  return actor.database.sql
    .all(
      idRow,
      `SELECT organisationId AS id FROM (
         SELECT v.organisationId, 1 AS place FROM ItemInvolvement v WHERE v.itemId = ?
         UNION ALL
         SELECT v.organisationId, 2 FROM AgendaItem i CROSS JOIN ItemInvolvement v ON v.itemId = i.id
           CROSS JOIN Meeting m ON m.id = i.meetingId LEFT JOIN Treatment t ON t.itemId = i.id
         WHERE i.caseId = ? AND i.removedAt IS NULL AND ${view.agendas('m')} AND ${view.itemTexts('m', 'i', 't')}
         UNION ALL
         SELECT c.organisationId, 3 FROM Decision d CROSS JOIN Consequence c ON c.decisionId = d.id
         WHERE d.caseId = ? AND ${takenSql('d')} AND ${view.decisions('d')} AND ${view.insideDecisions('d')})
       GROUP BY organisationId ORDER BY min(place), organisationId`,
      itemId,
      caseId,
      caseId,
    )
    .map(({ id }) => id)
}
