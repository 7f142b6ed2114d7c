import type { Actor } from '../../../access/actor.ts'
import { viewOf } from '../../../access/visibility.ts'
import { keptRows } from '../../../database/kept-rows.ts'
import { column, rowsOf } from '../../../database/rows.ts'
import type { RelatedFact, RelatedTo } from '../../../http/feature.ts'
import { adoptedSql, inForceSql } from '../../decisions/adoption/index.ts'
import { standardPath } from './paths.ts'
import type { StandardContent } from './standard-content.ts'
import { standardKind } from './standard-kind.ts'
import { kindsAsked } from './statements/statement-rules.ts'

const standardRow = rowsOf({
  slug: column.text,
  title: column.text,
  version: column.number,
  appliesTo: column.oneOf<StandardContent['appliesTo']>(),
})

/** On an organisation's page: the standards in force that apply to it. One statement. */
export function standardsOf(actor: Actor, to: RelatedTo): RelatedFact[] {
  if (!('organisation' in to)) return []
  const view = viewOf(actor)
  return keptRows(
    actor.database,
    standardRow,
    `WITH RECURSIVE ${adoptedSql(`${view.decisions('d')} AND ${view.insideDecisions('d')}`)}, ${inForceSql}
       SELECT s.slug, n.title, n.version, json_extract(n.content, '$.appliesTo') AS appliesTo
       FROM inForce f JOIN SharedText s ON s.id = f.textId JOIN TextDraft n ON n.id = f.draftId
       WHERE s.kind = ? ORDER BY fold(n.title), s.id`,
    actor.today,
    standardKind.key,
  )
    .filter(({ appliesTo }) => (kindsAsked[appliesTo] as readonly string[]).includes(to.kind))
    .map(({ slug, title, version }) => ({
      term: 'Fælles standard',
      text: `${title}, version ${version}`,
      href: standardPath(slug),
    }))
}
