import type { Actor } from '../../../access/actor.ts'
import { viewOf } from '../../../access/visibility.ts'
import { column, rowsOf } from '../../../database/rows.ts'
import type { AreaMeasure, RelatedFact, RelatedPlace } from '../../../http/feature.ts'
import { withQuery } from '../../../http/pages/paging.ts'
import { plural } from '../../../kernel/text.ts'
import { inForceSql } from './mandate-period.ts'
import { mandatesPath } from './paths.ts'

const areaRow = rowsOf({ areaId: column.number, name: column.text, given: column.number, inForce: column.number })

/** The mandates that are given for a housing area alone, or for those of a district: how many, and how many hold today. */
export function mandatesOfPlace(actor: Actor, place: RelatedPlace): RelatedFact[] {
  if ('estate' in place) return []
  const areas = 'area' in place ? [place.area] : place.areas
  const rows = actor.database.sql.all(
    areaRow,
    `SELECT x.areaId, a.name, count(*) AS given, sum(${inForceSql('m')}) AS inForce
     FROM MandateArea x JOIN Mandate m ON m.id = x.mandateId JOIN HousingArea a ON a.id = x.areaId
     WHERE x.areaId IN (SELECT value FROM json_each(?)) AND ${viewOf(actor).mandates('m')}
     GROUP BY x.areaId ORDER BY a.name`,
    actor.today,
    JSON.stringify(areas),
  )
  return rows.map(({ areaId, name, given, inForce }) => ({
    term: 'area' in place ? 'Mandater' : `Mandater for ${name}`,
    text: `${plural(given, 'mandat', 'mandater')}, ${inForce === 0 ? 'ingen' : inForce} gælder i dag`,
    // An empty day: of every day.
    href: `${withQuery(mandatesPath, { omraade: areaId })}&dag=`,
  }))
}

const countRow = rowsOf({ areaId: column.number, inForce: column.number })

/** How many mandates hold on the day for each housing area alone. */
export const mandatesMeasure: AreaMeasure = {
  order: 20,
  slug: 'mandater',
  label: 'Mandater, der gælder',
  values(actor, on) {
    const rows = actor.database.sql.all(
      countRow,
      `SELECT a.id AS areaId, (SELECT count(*) FROM MandateArea x JOIN Mandate m ON m.id = x.mandateId
         WHERE x.areaId = a.id AND ${inForceSql('m')} AND ${viewOf(actor).mandates('m')}) AS inForce
       FROM HousingArea a`,
      on,
    )
    return new Map(rows.map(({ areaId, inForce }) => [areaId, inForce]))
  },
  text: value => plural(value, 'mandat', 'mandater'),
}
