import type { Actor } from '../../../access/actor.ts'
import { inSecretariat } from '../../../access/policy.ts'
import { type View, viewOf } from '../../../access/visibility.ts'

/**
 * SQL condition: the draft is open to readers who do not write it. It has been put on an agenda that the reader may read,
 * or the organisations have been asked about it. `d` is its alias.
 */
export const openDraftsSql = (view: View, d: string): string =>
  `(EXISTS (SELECT 1 FROM TextHearing oh WHERE oh.draftId = ${d}.id) OR EXISTS (
    SELECT 1 FROM Adoption oa JOIN AgendaItem oi ON oi.id = oa.itemId JOIN Meeting om ON om.id = oi.meetingId
      LEFT JOIN Treatment ot ON ot.itemId = oi.id
    WHERE oa.draftId = ${d}.id AND ${view.agendas('om')} AND ${view.itemTexts('om', 'oi', 'ot')}))`

/**
 * SQL condition: somebody reads the draft, as `seenDrafts` has it: whoever writes the texts reads all drafts, of every
 * text but one that he or she is recused from behind closed doors. `d` is its alias.
 */
export function readDraftsSql(actor: Actor, d: string): string {
  const view = viewOf(actor)
  const open = openDraftsSql(view, d)
  if (!inSecretariat(actor, null)) return open
  return `(${open} OR NOT EXISTS (
    SELECT 1 FROM TextDraft wd JOIN Adoption wa ON wa.draftId = wd.id JOIN AgendaItem wi ON wi.id = wa.itemId
      JOIN Meeting wm ON wm.id = wi.meetingId LEFT JOIN Treatment wt ON wt.itemId = wi.id
    WHERE wd.textId = ${d}.textId AND NOT ${view.itemTexts('wm', 'wi', 'wt')}))`
}

/**
 * SQL condition: the text has been put on a closed item, or on one that it was carried over to, and somebody is recused
 * from it: as `seenDrafts` has it, he or she writes and reads no more on it. `textId` is a column.
 */
export const recusedFromSql = (view: View, textId: string): string => `EXISTS (
    WITH RECURSIVE treated(itemId) AS (
      SELECT ra.itemId FROM TextDraft rd JOIN Adoption ra ON ra.draftId = rd.id WHERE rd.textId = ${textId}
      UNION ALL SELECT ri.id FROM treated r0 JOIN AgendaItem ri ON ri.carriedFromId = r0.itemId AND ri.removedAt IS NULL
    )
    SELECT 1 FROM treated CROSS JOIN AgendaItem ri ON ri.id = treated.itemId JOIN Meeting rm ON rm.id = ri.meetingId
      LEFT JOIN Treatment rt ON rt.itemId = ri.id
    WHERE ${view.agendas('rm')} AND ${view.recused('ri', 'rt')})`
