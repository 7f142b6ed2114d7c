import type { Actor } from '../../../../access/actor.ts'
import { viewOf } from '../../../../access/visibility.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import type { RelatedFact, RelatedTo } from '../../../../http/feature.ts'
import { longDay } from '../../../../kernel/days.ts'
import { decisionPath } from '../../../decisions/decisions/paths.ts'
import { sentItems } from '../../../meetings/cases/index.ts'
import { agendaPath } from '../../../meetings/meetings/paths.ts'
import { versionPath } from '../paths.ts'

const decisionRow = rowsOf({
  id: column.number,
  number: column.text,
  title: column.text,
  year: column.number,
  serial: column.number,
  decidedOn: column.day,
})
const itemRow = rowsOf({
  title: column.text,
  position: column.number,
  meetingId: column.number,
  day: column.day,
})

/**
 * SQL for WITH RECURSIVE: `carried(itemId)`, the items that a version was put on agendas as, and those that they were
 * carried over to; one value to bind, the version.
 */
const carriedSql = `carried(itemId) AS (
    SELECT itemId FROM NeedCitation WHERE versionId = ? AND itemId IS NOT NULL
    UNION SELECT i.id FROM carried c CROSS JOIN AgendaItem i ON i.carriedFromId = c.itemId AND i.removedAt IS NULL
  )`

/** What builds on a version, as far as this reader may read it: decisions, and items that lay it before the group. */
export function readCitations(actor: Actor, versionId: number): { text: string; href: string; about: string }[] {
  const view = viewOf(actor)
  const sent = sentItems(view)
  const { sql } = actor.database
  const decisions = sql.all(
    decisionRow,
    `WITH RECURSIVE ${carriedSql}, cited(id) AS (
       SELECT decisionId FROM NeedCitation WHERE versionId = ? AND decisionId IS NOT NULL
       UNION SELECT d.id FROM carried c CROSS JOIN Decision d ON d.itemId = c.itemId
     )
     SELECT d.id, d.number, d.title, d.year, d.serial, d.decidedOn FROM cited x CROSS JOIN Decision d ON d.id = x.id
     WHERE ${view.decisions('d')} AND ${view.insideDecisions('d')} ORDER BY d.decidedOn DESC, d.id DESC`,
    versionId,
    versionId,
  )
  const items = sql.all(
    itemRow,
    `WITH RECURSIVE ${carriedSql}
     SELECT ${sent.field('m', 'i', 'title')} AS title, i.position, i.meetingId, m.day FROM carried c CROSS JOIN AgendaItem i ON i.id = c.itemId CROSS JOIN Meeting m ON m.id = i.meetingId
       LEFT JOIN Treatment t ON t.itemId = i.id
     WHERE ${view.agendas('m')} AND ${sent.onAgenda('m', 'i')} AND ${view.itemTexts('m', 'i', 't')} ORDER BY m.day DESC, i.id DESC`,
    versionId,
  )
  return [
    ...decisions.map(({ number, title, year, serial, decidedOn }) => ({
      ...{ text: `Beslutning ${number}: ${title}`, href: decisionPath({ year, serial }) },
      about: `Truffet den ${longDay(decidedOn)}`,
    })),
    ...items.map(({ title, position, meetingId, day }) => ({
      ...{ text: title, href: `${agendaPath(meetingId)}#punkt-${position}` },
      about: `Punkt ${position} på mødet den ${longDay(day)}`,
    })),
  ]
}

/** The newest decisions that this reader may read, to choose among. */
export const citableDecisions = (actor: Actor): { id: number; number: string; title: string }[] => {
  const view = viewOf(actor)
  return actor.database.sql.all(
    decisionRow,
    `SELECT d.id, d.number, d.title, d.year, d.serial, d.decidedOn FROM Decision d
     WHERE ${view.decisions('d')} AND ${view.insideDecisions('d')} ORDER BY d.decidedOn DESC, d.id DESC LIMIT 100`,
  )
}

const citedRow = rowsOf({
  itemId: column.number,
  number: column.text,
  version: column.number,
  title: column.text,
  organisation: column.text,
})
const cited = `x.number, v.number AS version, json_extract(v.content, '$.title') AS title, w.name AS organisation`
const joined = `CROSS JOIN NeedVersion v ON v.id = n.versionId CROSS JOIN NeedEstimate x ON x.id = v.estimateId CROSS JOIN Organisation w ON w.id = x.organisationId`

const factOf = (row: { number: string; version: number; title: string; organisation: string }): RelatedFact => ({
  term: 'Behovsvurdering',
  text: `${row.title}, version ${row.version} (${row.organisation})`,
  href: versionPath(row.number, row.version),
})

/** On a decision's page: the versions that it cites, and those that its item laid before the group. */
export function needOfDecision(actor: Actor, to: RelatedTo): RelatedFact[] {
  if (!('decision' in to)) return []
  return actor.database.sql
    .all(
      citedRow,
      `WITH RECURSIVE origin(itemId) AS (
         SELECT itemId FROM Decision WHERE id = ?
         UNION SELECT i.carriedFromId FROM origin o CROSS JOIN AgendaItem i ON i.id = o.itemId WHERE i.carriedFromId IS NOT NULL
       ), found(id) AS (
         SELECT id FROM NeedCitation WHERE decisionId = ?
         UNION SELECT n.id FROM origin o CROSS JOIN NeedCitation n ON n.itemId = o.itemId
       )
       SELECT DISTINCT 0 AS itemId, ${cited} FROM found f CROSS JOIN NeedCitation n ON n.id = f.id ${joined} ORDER BY x.number, v.number`,
      to.decision,
      to.decision,
    )
    .map(factOf)
}

/** At a meeting's items: the versions that they lay before the group, where the reader may read the item's own text. */
export function needOfItems(actor: Actor, meetingId: number): ReadonlyMap<number, RelatedFact[]> {
  const view = viewOf(actor)
  const rows = actor.database.sql.all(
    citedRow,
    `WITH RECURSIVE origin(itemId, at) AS (
       SELECT i.id, i.id FROM AgendaItem i JOIN Meeting m ON m.id = i.meetingId LEFT JOIN Treatment t ON t.itemId = i.id
       WHERE i.meetingId = ? AND i.removedAt IS NULL AND ${view.agendas('m')} AND ${view.itemTexts('m', 'i', 't')}
       UNION ALL SELECT i.carriedFromId, o.at FROM origin o JOIN AgendaItem i ON i.id = o.itemId WHERE i.carriedFromId IS NOT NULL
     )
     SELECT o.at AS itemId, ${cited} FROM origin o CROSS JOIN NeedCitation n ON n.itemId = o.itemId
       ${joined} ORDER BY o.at, n.id`,
    meetingId,
  )
  const found = new Map<number, RelatedFact[]>()
  for (const row of rows) found.set(row.itemId, [...(found.get(row.itemId) ?? []), factOf(row)])
  return found
}
