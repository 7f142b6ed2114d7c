import type { Database } from '../../../../database/database.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import { compareDanish } from '../../../../kernel/text.ts'

export interface Choice {
  value: string
  text: string
}

interface Choices {
  version: number
  organisations: (Choice & { slug: string; kind: string; parentId: number | null })[]
  bodies: (Choice & { kind: string; organisationId: number | null })[]
}

const kept = new WeakMap<Database, Choices>()

const organisationRow = rowsOf({
  id: column.number,
  slug: column.text,
  name: column.text,
  kind: column.text,
  parentId: column.orNull(column.number),
})
const bodyRow = rowsOf({
  id: column.number,
  name: column.text,
  kind: column.text,
  organisationId: column.orNull(column.number),
})

/** Organisations and bodies for lists to choose from: few, changed seldom, kept until anything is committed. */
export function choicesOf(database: Database): Choices {
  const version = database.dataVersion()
  const known = kept.get(database)
  if (known?.version === version) return known
  const organisations = database.sql
    .all(
      organisationRow,
      `SELECT id, slug, name, kind, parentId FROM Organisation WHERE kind <> 'EXTERNAL' ORDER BY id`,
    )
    .map(({ id, slug, name, kind, parentId }) => ({ value: String(id), text: name, slug, kind, parentId }))
    .sort((a, b) => compareDanish(a.text, b.text))
  const bodies = database.sql
    .all(bodyRow, `SELECT id, name, kind, organisationId FROM Body ORDER BY id`)
    .map(({ id, name, kind, organisationId }) => ({ value: String(id), text: name, kind, organisationId }))
  const found = { version, organisations, bodies }
  kept.set(database, found)
  return found
}
