import type { Actor, Side } from '../../../access/actor.ts'
import { inSecretariat, mayDo } from '../../../access/policy.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import type { WaitingLine, WaitingLines } from '../../../http/feature.ts'
import { addDays, type Day, dayOf, daysBetween } from '../../../kernel/days.ts'
import { acknowledgeBy } from './flag-rules.ts'
import { type FlagState, type FlagStepKind, flagStateSql } from './flag-states.ts'
import type { ItemFate } from './flag-steps.ts'
import { carriedSql, fateSql } from './item-fate.ts'
import { type FlagUrgency, stepNews } from './labels.ts'
import { flagPath } from './paths.ts'

/** What flags want of the secretariats, and what whoever raised one hears of it. */
export const flagsWaiting: WaitingLines[] = [
  { order: 46, lines: handlingLines },
  { order: 88, lines: newsLines },
]

/** Flags that are told of: more are never open at once. */
const most = 30
/** Days before the last one from which an acknowledgement is urgent. */
const urgentDays = 2
/** Days for which one is told of a step. */
const newsDays = 14

const openRow = rowsOf({
  number: column.text,
  place: column.text,
  urgency: column.oneOf<FlagUrgency>(),
  side: column.oneOf<Side>(),
  raisedOn: column.day,
  until: column.orNull(column.day),
  state: column.oneOf<FlagState>(),
  fate: column.orNull(column.oneOf<ItemFate>()),
})
type OpenRow = RowOf<typeof openRow>

const place = 'coalesce(fa.name, fe.name, fd.name) AS place'
const places = `LEFT JOIN HousingArea fa ON fa.id = f.areaId LEFT JOIN Estate fe ON fe.id = f.estateId
  LEFT JOIN District fd ON fd.id = f.districtId`

function handlingLines(actor: Actor): WaitingLine[] {
  if (!mayDo(actor, 'handleFlags')) return []
  const rows = actor.database.sql.all(
    openRow,
    `WITH RECURSIVE waits AS (
       SELECT f.id, f.number, ${place}, f.urgency, o.side, f.raisedOn, s.id AS lastId, s.until, ${flagStateSql('s.kind', 's.until')} AS state
       FROM Flag f LEFT JOIN FlagStep s ON s.id = (SELECT max(id) FROM FlagStep WHERE flagId = f.id)
         JOIN Organisation o ON o.id = f.organisationId ${places}
     ), ${carriedSql(`s.id IN (SELECT lastId FROM waits WHERE state = 'ON_AGENDA')`)},
     last AS (SELECT stepId, max(itemId) AS itemId FROM carried GROUP BY stepId)
     SELECT x.number, x.place, x.urgency, x.side, x.raisedOn, x.until, x.state,
       (SELECT ${fateSql} FROM last l CROSS JOIN AgendaItem i ON i.id = l.itemId CROSS JOIN Meeting m ON m.id = i.meetingId
          LEFT JOIN Treatment t ON t.itemId = i.id WHERE l.stepId = x.lastId) AS fate
     FROM waits x WHERE x.state IN ('NEW', 'ACKNOWLEDGED', 'ON_AGENDA', 'RETURNED') ORDER BY x.raisedOn, x.id LIMIT ?`,
    actor.today,
    most,
  )
  return rows.flatMap(row => handlingLine(actor, row) ?? [])
}

function handlingLine(actor: Actor, row: OpenRow): WaitingLine | null {
  const href = flagPath(row.number)
  const urgent = row.urgency === 'URGENT'
  if (row.state === 'NEW') {
    if (!inSecretariat(actor, row.side === 'HOUSING' ? 'MUNICIPALITY' : 'HOUSING')) return null
    const by = acknowledgeBy(row.raisedOn)
    return {
      ...{ text: `Kvittér for påpegningen af ${row.place}`, href, by },
      urgent: urgent || daysBetween(actor.today, by) <= urgentDays,
    }
  }
  if (row.state === 'RETURNED')
    return { text: `Tag påpegningen af ${row.place} op igen`, href, by: row.until, urgent: true }
  if (row.state === 'ACKNOWLEDGED' || row.fate === 'GONE')
    return { text: `Find et udfald for påpegningen af ${row.place}`, href, by: null, urgent }
  return row.fate === 'TREATED'
    ? { text: `Registrér udfaldet af påpegningen af ${row.place}`, href, by: null, urgent }
    : null
}

const newsRow = rowsOf({
  number: column.text,
  place: column.text,
  own: column.flag,
  kind: column.oneOf<FlagStepKind>(),
  at: column.moment,
})

/** R39: whoever raised a flag hears of its last step, and of the last one of the flag that it was joined to. */
function newsLines(actor: Actor): WaitingLine[] {
  if (actor.personId === null) return []
  const rows = actor.database.sql.all(
    newsRow,
    `WITH RECURSIVE mine(id, rootId) AS (
       SELECT f.id, f.id FROM Flag f WHERE f.personId = ?
       UNION SELECT m.id, s.joinedToId FROM mine m JOIN FlagStep s ON s.id = (SELECT max(id) FROM FlagStep WHERE flagId = m.rootId)
       WHERE s.joinedToId IS NOT NULL
     )
     SELECT f.number, ${place}, m.id = m.rootId AS own, s.kind, s.at
     FROM mine m JOIN Flag f ON f.id = m.rootId JOIN FlagStep s ON s.id = (SELECT max(id) FROM FlagStep WHERE flagId = m.rootId) ${places}
     WHERE s.at >= ? ORDER BY s.id DESC LIMIT ?`,
    actor.personId,
    addDays(actor.today, -newsDays - 1),
    most,
  )
  return rows
    .filter(({ at }) => isNews(dayOf(at), actor.today))
    .map(row => ({ text: newsText(row), href: flagPath(row.number), by: null, urgent: false }))
}

const isNews = (on: Day, today: Day): boolean => addDays(on, newsDays) >= today

/** »Din påpegning af Solvang er kvitteret« */
const newsText = ({ own, place: name, number, kind }: RowOf<typeof newsRow>): string =>
  own
    ? `Din påpegning af ${name} ${stepNews[kind]}`
    : `Påpegning ${number} af ${name}, som din er samlet med, ${stepNews[kind]}`
