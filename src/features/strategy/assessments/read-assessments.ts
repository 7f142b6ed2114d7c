import type { Actor } from '../../../access/actor.ts'
import { viewOf } from '../../../access/visibility.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'

const assessmentRow = rowsOf({
  id: column.number,
  areaId: column.number,
  level: column.text,
  levelName: column.text,
  worrying: column.flag,
  reasons: column.text,
  proposed: column.text,
  method: column.text,
  methodSlug: column.text,
  methodVersion: column.number,
  reviewOn: column.day,
  /** The flag that it answers. */
  flag: column.orNull(column.text),
  meetingId: column.number,
  meetingDay: column.day,
  position: column.number,
  /** This reader may read the item on its agenda. */
  readable: column.flag,
  by: column.text,
  at: column.moment,
})
export type AssessmentRow = RowOf<typeof assessmentRow>

/** All assessments, the newest of each area first: some dozens a year. One statement. */
export function readAssessments(actor: Actor): AssessmentRow[] {
  const view = viewOf(actor)
  return actor.database.sql.all(
    assessmentRow,
    `SELECT a.id, a.areaId, a.level, a.levelName, a.worrying, a.reasons, a.proposed, n.title AS method, s.slug AS methodSlug,
            n.version AS methodVersion, a.reviewOn, f.number AS flag, m.id AS meetingId, m.day AS meetingDay, i.position,
            (${view.agendas('m')} AND ${view.itemTexts('m', 'i', 't')}) AS readable, p.name AS by, a.at
     FROM AreaAssessment a JOIN TextDraft n ON n.id = a.draftId JOIN SharedText s ON s.id = n.textId
       JOIN AgendaItem i ON i.id = a.itemId JOIN Meeting m ON m.id = i.meetingId LEFT JOIN Treatment t ON t.itemId = i.id
       JOIN Person p ON p.id = a.byId LEFT JOIN Flag f ON f.id = a.flagId
     ORDER BY a.areaId, a.id DESC`,
  )
}

/** The newest of each area, by its number. */
export const standingAssessments = (rows: readonly AssessmentRow[]): Map<number, AssessmentRow> => {
  const found = new Map<number, AssessmentRow>()
  for (const row of rows) if (!found.has(row.areaId)) found.set(row.areaId, row)
  return found
}

const initiativeRow = rowsOf({ areaId: column.number, number: column.text })

/** Areas for which an initiative was agreed upon a flag, with the newest such flag. One statement. */
export const initiativesByArea = (actor: Actor): Map<number, string> =>
  new Map(
    actor.database.sql
      .all(
        initiativeRow,
        `SELECT f.areaId, f.number FROM FlagStep s JOIN Flag f ON f.id = s.flagId
         WHERE s.kind = 'START_INITIATIVE' AND f.areaId IS NOT NULL AND s.id = (SELECT max(id) FROM FlagStep WHERE flagId = f.id)
         ORDER BY s.id`,
      )
      .map(({ areaId, number }) => [areaId, number]),
  )

const itemRow = rowsOf({
  id: column.number,
  meeting: column.text,
  day: column.day,
  position: column.number,
  title: column.text,
})

/** Items that the joint group has treated in the last year, which an assessment can come of: the newest first. */
export const treatedItems = (actor: Actor, from: string): RowOf<typeof itemRow>[] => {
  const view = viewOf(actor)
  return actor.database.sql.all(
    itemRow,
    `SELECT i.id, m.number AS meeting, m.day, i.position, i.title
     FROM Meeting m JOIN Body b ON b.id = m.bodyId AND b.kind = 'JOINT_GROUP' JOIN AgendaItem i ON i.meetingId = m.id
       JOIN Treatment t ON t.itemId = i.id
     WHERE m.day >= ? AND i.removedAt IS NULL AND i.standing IS NULL
       AND t.outcome IN ('NOTED', 'DISCUSSED', 'DECIDED', 'DECIDED_WITH_CHANGES') AND ${view.proceedings('m')} AND ${view.itemTexts('m', 'i', 't')}
     ORDER BY m.day DESC, i.position LIMIT 60`,
    from,
  )
}
