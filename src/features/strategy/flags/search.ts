import type { Actor } from '../../../access/actor.ts'
import { jointGroup } from '../../../access/joint-group.ts'
import { readsBody } from '../../../access/policy.ts'
import { column, rowsOf } from '../../../database/rows.ts'
import type { Hit, SearchKind } from '../../../http/feature.ts'
import { type FlagState, flagStateLabels, flagStateSql } from './flag-states.ts'
import { type FlagTheme, themeNames } from './labels.ts'
import { flagPath } from './paths.ts'

export const flagSearch: SearchKind[] = [
  { slug: 'paapegninger', order: 46, heading: 'Påpegninger', more: 'Vis alle påpegninger', closedText: 'Lukket', find },
]

const hitRow = rowsOf({
  id: column.number,
  number: column.text,
  place: column.text,
  theme: column.oneOf<FlagTheme>(),
  state: column.oneOf<FlagState>(),
})

/** By what was written, and by the name of the place as it was then. */
function find(actor: Actor, words: string, before: number, limit: number): Hit[] {
  const group = jointGroup(actor.database)
  if (!group || !(actor.system || readsBody(actor, group.body))) return []
  return actor.database.sql
    .all(
      hitRow,
      `SELECT f.id, f.number, coalesce(fa.name, fe.name, fd.name) AS place, f.theme, ${flagStateSql('s.kind', 's.until')} AS state
       FROM FlagSearch JOIN Flag f ON f.id = FlagSearch.rowid
         LEFT JOIN FlagStep s ON s.id = (SELECT max(id) FROM FlagStep WHERE flagId = f.id)
         LEFT JOIN HousingArea fa ON fa.id = f.areaId LEFT JOIN Estate fe ON fe.id = f.estateId LEFT JOIN District fd ON fd.id = f.districtId
       WHERE FlagSearch MATCH ? AND FlagSearch.rowid < ? ORDER BY FlagSearch.rowid DESC LIMIT ?`,
      actor.today,
      words,
      before,
      limit,
    )
    .map(({ id, number, place, theme, state }) => ({
      ...{ id, href: flagPath(number), title: `${place}: ${themeNames[theme]}`, closed: false },
      about: `Påpegning ${number}, ${flagStateLabels[state].toLowerCase()}`,
    }))
}
