import type { Actor } from '../../../../access/actor.ts'
import { closedSql } from '../../../../access/openness.ts'
import { viewOf } from '../../../../access/visibility.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { pageSize } from '../../../../http/pages/paging.ts'
import { likeText } from '../../cases/index.ts'
import type { ItemKind } from '../agenda/agenda-rules.ts'
import type { TemplatesQuery } from './template-forms.ts'

const templateRow = rowsOf({
  id: column.number,
  bodyId: column.number,
  bodyName: column.text,
  name: column.text,
  title: column.text,
  kind: column.oneOf<ItemKind>(),
  strategy: column.flag,
  professionalDevelopment: column.flag,
  coordination: column.flag,
  procedural: column.flag,
  summary: column.text,
  recommendation: column.text,
  presentation: column.text,
  effect: column.text,
  economy: column.text,
  presenter: column.orNull(column.text),
  plannedMinutes: column.number,
  changedAt: column.moment,
  version: column.number,
})
export type TemplateRow = RowOf<typeof templateRow>

const selected = `SELECT p.id, p.bodyId, b.name AS bodyName, p.name, p.title, p.kind, p.strategy, p.professionalDevelopment,
    p.coordination, p.procedural, p.summary, p.recommendation, p.presentation, p.effect, p.economy, p.presenter,
    p.plannedMinutes, p.changedAt, p.version
  FROM ItemTemplate p JOIN Body b ON b.id = p.bodyId`

/** Templates are read by those who prepare their body's meetings. */
const readable = (actor: Actor): string => `p.removedAt IS NULL AND ${viewOf(actor).drafts('p')}`

/** By name, one more than a page holds. */
export function listTemplates(actor: Actor, { q, organ, efter }: TemplatesQuery): TemplateRow[] {
  const where = [readable(actor)]
  const values: (string | number)[] = []
  if (q !== '') {
    where.push(`(fold(p.name) LIKE ? ESCAPE '\\' OR fold(p.title) LIKE ? ESCAPE '\\')`)
    values.push(likeText(q), likeText(q))
  }
  if (organ !== null) {
    where.push('p.bodyId = ?')
    values.push(organ)
  }
  if (efter) {
    where.push('(p.name, p.id) > (?, ?)')
    values.push(efter.key, efter.id)
  }
  return actor.database.sql.all(
    templateRow,
    `${selected} WHERE ${where.join(' AND ')} ORDER BY p.name, p.id LIMIT ${pageSize + 1}`,
    ...values,
  )
}

/** One that the person may read; null: there is none. */
export const findTemplateRow = (actor: Actor, id: number): TemplateRow | null =>
  actor.database.sql.get(templateRow, `${selected} WHERE p.id = ? AND ${readable(actor)}`, id) ?? null

const choiceRow = rowsOf({ id: column.number, name: column.text })

/** What a new item of the body may begin with. */
export const templatesOf = (actor: Actor, bodyId: number): { id: number; name: string }[] =>
  actor.database.sql.all(
    choiceRow,
    `SELECT p.id, p.name FROM ItemTemplate p WHERE p.bodyId = ? AND ${readable(actor)} ORDER BY p.name, p.id LIMIT 100`,
    bodyId,
  )

const itemRow = rowsOf({
  bodyId: column.number,
  title: column.text,
  kind: column.oneOf<ItemKind>(),
  strategy: column.flag,
  professionalDevelopment: column.flag,
  coordination: column.flag,
  procedural: column.flag,
  summary: column.text,
  recommendation: column.text,
  presentation: column.text,
  effect: column.text,
  economy: column.text,
  presenter: column.orNull(column.text),
  plannedMinutes: column.number,
})

/** An open item as the beginning of a template; a closed one's texts are not for all who read templates. */
export const itemForTemplate = (actor: Actor, id: number): RowOf<typeof itemRow> | null =>
  actor.database.sql.get(
    itemRow,
    `SELECT m.bodyId, i.title, i.kind, i.strategy, i.professionalDevelopment, i.coordination, i.procedural, i.summary,
        i.recommendation, i.presentation, i.effect, i.economy, i.presenter, i.plannedMinutes
     FROM AgendaItem i JOIN Meeting m ON m.id = i.meetingId LEFT JOIN Treatment t ON t.itemId = i.id
     WHERE i.id = ? AND i.removedAt IS NULL AND i.standing IS NULL AND NOT ${closedSql('i', 't')}
       AND ${viewOf(actor).drafts('m')} AND ${viewOf(actor).itemTexts('m', 'i', 't')}`,
    id,
  ) ?? null
