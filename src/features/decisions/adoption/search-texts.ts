import type { Actor } from '../../../access/actor.ts'
import { viewOf } from '../../../access/visibility.ts'
import { column, rowsOf } from '../../../database/rows.ts'
import type { Hit, SearchKind } from '../../../http/feature.ts'
import { adoptedSql, inForceSql } from './adopted-sql.ts'
import { readDraftsSql } from './open-drafts.ts'
import { draftPathOf } from './paths.ts'
import type { TextKind } from './text-kind.ts'

/** What searching finds of a kind of text: what is in force, and the newest draft that the reader reads. */
export const textSearch = <Content extends object>(
  kind: TextKind<Content>,
  { order, more }: { order: number; more: string },
): SearchKind => ({
  slug: kind.key,
  order,
  heading: kind.list.text,
  more,
  closedText: 'Lukket',
  find: (actor, words, before, limit) => findTexts(actor, kind, words, before, limit),
})

const hitRow = rowsOf({
  id: column.number,
  slug: column.text,
  title: column.text,
  version: column.number,
  inForce: column.flag,
})

function findTexts<Content extends object>(
  actor: Actor,
  kind: TextKind<Content>,
  words: string,
  before: number,
  limit: number,
): Hit[] {
  const view = viewOf(actor)
  return actor.database.sql
    .all(
      hitRow,
      `WITH RECURSIVE ${adoptedSql(`${view.decisions('d')} AND ${view.insideDecisions('d')}`)}, ${inForceSql}
       SELECT n.id, s.slug, n.title, n.version, f.draftId IS n.id AS inForce
       FROM TextDraftSearch JOIN TextDraft n ON n.id = TextDraftSearch.rowid JOIN SharedText s ON s.id = n.textId
         LEFT JOIN inForce f ON f.textId = n.textId
       WHERE TextDraftSearch MATCH ? AND TextDraftSearch.rowid < ? AND s.kind = ? AND (f.draftId IS n.id OR n.number = (
         SELECT max(x.number) FROM TextDraft x WHERE x.textId = n.textId AND ${readDraftsSql(actor, 'x')}))
       ORDER BY TextDraftSearch.rowid DESC LIMIT ?`,
      actor.today,
      words,
      before,
      kind.key,
      limit,
    )
    .map(({ id, slug, title, version, inForce }) => ({
      id,
      href: inForce ? kind.path(slug) : draftPathOf(kind.path(slug)),
      title,
      about: inForce ? `Version ${version}, som gælder` : `Udkast til version ${version}`,
      closed: false,
    }))
}
