import type { Actor } from '../../../../access/actor.ts'
import { viewOf } from '../../../../access/visibility.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import type { AreaMeasure, RelatedFact, RelatedPlace } from '../../../../http/feature.ts'
import { withQuery } from '../../../../http/pages/paging.ts'
import { longDay } from '../../../../kernel/days.ts'
import { plural } from '../../../../kernel/text.ts'
import { decisionPath, decisionsPath } from '../paths.ts'

const placeRow = rowsOf({ number: column.text, title: column.text, decidedOn: column.day, areaId: column.number })

/** How many are told on the place's own page; the register has all. */
const mostTold = 5

/**
 * The newest decisions that are about a housing area, or about those of a district. One that is closed to the reader is
 * none: that it is about the area is a part of what is closed.
 */
export function decisionsOfPlace(actor: Actor, place: RelatedPlace): RelatedFact[] {
  if ('estate' in place) return []
  const areas = 'area' in place ? [place.area] : place.areas
  const view = viewOf(actor)
  const rows = actor.database.sql.all(
    placeRow,
    `SELECT d.number, d.title, d.decidedOn, min(x.areaId) AS areaId FROM DecisionArea x JOIN Decision d ON d.id = x.decisionId
     WHERE x.areaId IN (SELECT value FROM json_each(?)) AND ${view.decisions('d')} AND ${view.insideDecisions('d')}
     GROUP BY d.id ORDER BY d.decidedOn DESC, d.id DESC LIMIT ?`,
    JSON.stringify(areas),
    mostTold + 1,
  )
  const told = rows.slice(0, mostTold).map(({ number, title, decidedOn }) => ({
    term: `Beslutning ${number}`,
    text: `${title}, den ${longDay(decidedOn)}`,
    href: decisionPath(number),
  }))
  if (rows.length <= mostTold || !('area' in place)) return told
  const all = withQuery(decisionsPath, { omraade: place.area })
  return [...told, { term: 'Flere beslutninger', text: 'Vis alle beslutninger om området', href: all }]
}

const countRow = rowsOf({ areaId: column.number, decided: column.number })

/** How many decisions that the reader may read are about each housing area, until the day. */
export const decisionsMeasure: AreaMeasure = {
  order: 30,
  slug: 'beslutninger',
  label: 'Beslutninger om området',
  values(actor, on) {
    const view = viewOf(actor)
    const rows = actor.database.sql.all(
      countRow,
      `SELECT a.id AS areaId, (SELECT count(*) FROM DecisionArea x JOIN Decision d ON d.id = x.decisionId
         WHERE x.areaId = a.id AND d.decidedOn <= ? AND ${view.decisions('d')} AND ${view.insideDecisions('d')}) AS decided
       FROM HousingArea a`,
      on,
    )
    return new Map(rows.map(({ areaId, decided }) => [areaId, decided]))
  },
  text: value => plural(value, 'beslutning', 'beslutninger'),
}
