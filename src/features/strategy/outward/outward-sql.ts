import { hasBegunSql, isCalledSql } from '../../../access/meeting-states.ts'
import type { View } from '../../../access/visibility.ts'
import { adoptedSql, inForceSql, recusedFromSql } from '../../decisions/adoption/index.ts'

/**
 * SQL for a statement that begins with WITH: `outward`, a row for each, with how far it has come as this reader may know.
 * Two values to bind, the day and the kind of text.
 *
 * The head of the letter (kind, title, addressee, number) is every party's from the first day, as it stands in the
 * newest draft; what the letter says is read where a draft may be. Whoever is recused from it behind closed doors has
 * no letter, neither its head nor its page. The CROSS JOINs go from the few adopted texts to what
 * they hang on, never through all decisions.
 */
export const outwardSql = (view: View): string => `WITH RECURSIVE
  ${adoptedSql(`${view.decisions('d')} AND ${view.insideDecisions('d')}`)}, ${inForceSql},
  onAgenda(draftId, meetingId, day, called, begun) AS (
    SELECT draftId, meetingId, day, called, begun FROM (
      SELECT a.draftId, m.id AS meetingId, m.day, ${isCalledSql('m.state')} AS called, ${hasBegunSql('m.state')} AS begun,
             row_number() OVER (PARTITION BY a.draftId ORDER BY u.adoptionId DESC, i.id DESC) AS place
      FROM underItem u CROSS JOIN Adoption a ON a.id = u.adoptionId CROSS JOIN AgendaItem i ON i.id = u.itemId
        CROSS JOIN Meeting m ON m.id = i.meetingId LEFT JOIN Treatment t ON t.itemId = i.id
      WHERE i.removedAt IS NULL AND m.state <> 'CANCELLED' AND ${view.agendas('m')} AND ${view.itemTexts('m', 'i', 't')}
        AND (t.outcome IS NULL OR NOT ${view.proceedings('m')})
    ) WHERE place = 1
  ),
  waiting(draftId) AS (
    SELECT a.draftId FROM underItem u CROSS JOIN Adoption a ON a.id = u.adoptionId
      CROSS JOIN Decision d ON d.itemId = u.itemId AND d.state = 'CONDITIONAL' WHERE ${view.decisions('d')} AND ${view.insideDecisions('d')}
  ),
  outward AS (
    SELECT o.id, s.id AS textId, s.slug, o.receivedOn, o.hearingWorkdays, p.name AS lead,
           coalesce((SELECT x.until FROM OutwardExtension x WHERE x.statementId = o.id ORDER BY x.id DESC LIMIT 1), o.deadline) AS deadline,
           n.title, json_extract(n.content, '$.kind') AS kind, json_extract(n.content, '$.addressee') AS addressee,
           json_extract(n.content, '$.reference') AS reference,
           (SELECT h.until FROM OutwardHearing h WHERE h.statementId = o.id ORDER BY h.id DESC LIMIT 1) AS heardUntil,
           (SELECT count(DISTINCT g.side) FROM TextSignOff g WHERE g.draftId = n.id AND g.takenBackAt IS NULL) = 2 AS signed,
           c.meetingId, c.day AS meetingDay, coalesce(c.called, 0) AS called, coalesce(c.begun, 0) AS begun,
           EXISTS (SELECT 1 FROM waiting w WHERE w.draftId = n.id) AS conditional,
           g.sentOn, e.kind AS ended, r.receivedOn AS answeredOn,
           ${outwardStateSql} AS state
    FROM OutwardStatement o JOIN SharedText s ON s.id = o.textId
      JOIN TextDraft n ON n.textId = s.id AND n.number = (SELECT max(number) FROM TextDraft WHERE textId = s.id)
      JOIN Person p ON p.id = o.leadId
      LEFT JOIN inForce f ON f.textId = s.id LEFT JOIN TextDraft fd ON fd.id = f.draftId
      LEFT JOIN onAgenda c ON c.draftId = n.id
      LEFT JOIN OutwardSending g ON g.statementId = o.id LEFT JOIN OutwardEnd e ON e.statementId = o.id
      LEFT JOIN OutwardAnswer r ON r.id = (SELECT max(id) FROM OutwardAnswer WHERE statementId = o.id)
    WHERE s.kind = ? AND NOT ${recusedFromSql(view, 's.id')}
  )`

/** `outwardState` as SQL, of the joins of `outward`. */
const outwardStateSql = `CASE WHEN e.id IS NOT NULL THEN e.kind WHEN r.id IS NOT NULL THEN 'ANSWERED'
  WHEN g.id IS NOT NULL THEN 'SENT' WHEN fd.hash = n.hash THEN 'ADOPTED' ELSE 'PREPARED' END`
