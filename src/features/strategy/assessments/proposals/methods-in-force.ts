import { z } from 'zod'
import type { Actor } from '../../../../access/actor.ts'
import { viewOf } from '../../../../access/visibility.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { adoptedSql, inForceSql } from '../../../decisions/adoption/index.ts'
import type { MethodContent } from '../methods/method-content.ts'
import { methodKind } from '../methods/method-kind.ts'

const methodRow = rowsOf({
  textId: column.number,
  draftId: column.number,
  slug: column.text,
  version: column.number,
  from: column.day,
  content: column.json(z.custom<MethodContent>()),
})
export type MethodInForce = RowOf<typeof methodRow>

/** The methods that are in force today as far as this reader may know, the newest first: the first is the one that counts. */
export function methodsInForce(actor: Actor): MethodInForce[] {
  const view = viewOf(actor)
  return actor.database.sql.all(
    methodRow,
    `WITH RECURSIVE ${adoptedSql(`${view.decisions('d')} AND ${view.insideDecisions('d')}`)}, ${inForceSql}
     SELECT s.id AS textId, n.id AS draftId, s.slug, n.version, f."from", n.content
     FROM inForce f CROSS JOIN SharedText s ON s.id = f.textId AND +s.kind = ? JOIN TextDraft n ON n.id = f.draftId
     ORDER BY f."from" DESC, s.id DESC`,
    actor.today,
    methodKind.key,
  )
}
