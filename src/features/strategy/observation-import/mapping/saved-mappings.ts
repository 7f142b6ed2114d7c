import type { Actor } from '../../../../access/actor.ts'
import { personIdOf } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import type { Database } from '../../../../database/database.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { type Tx, write } from '../../../../database/write.ts'
import type { Sheet } from '../../../../inputs/sheets/table.ts'
import type { Instant } from '../../../../kernel/days.ts'
import { contentHash } from '../../../../kernel/hash.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { headingsOf } from './headings.ts'
import { type FileMapping, type SheetMapping, sheetMapping, sheetSignature } from './mapping.ts'

const savedRow = rowsOf({
  id: column.number,
  signature: column.text,
  sheet: column.text,
  headings: column.text,
  mapping: column.json<SheetMapping>(sheetMapping),
  source: column.text,
  supplier: column.text,
  by: column.orNull(column.text),
  at: column.moment,
})
export type SavedMapping = RowOf<typeof savedRow>

/** What is known of sheets that came before: of each the last that was said. One statement. */
export const readSavedMappings = (database: Database): SavedMapping[] =>
  database.sql.all(
    savedRow,
    `SELECT m.id, m.signature, m.sheet, m.headings, m.mapping, m.source, m.supplier, p.name AS "by", m.at
     FROM SheetMapping m LEFT JOIN Person p ON p.id = m.byId
     WHERE m.id = (SELECT max(id) FROM SheetMapping WHERE signature = m.signature) AND NOT m.forgotten
     ORDER BY m.id DESC LIMIT 500`,
  )

/** Keeps what the columns of the delivered sheets told, where it is not kept already. */
export async function saveMappings(
  tx: Tx,
  actor: Actor,
  given: { sheets: readonly Sheet[]; mapping: FileMapping; source: string; supplier: string },
): Promise<NewEvent[]> {
  const events: NewEvent[] = []
  for (const sheet of given.sheets) {
    const mapping = given.mapping[sheet.name]
    if (!mapping?.read) continue
    const signature = sheetSignature(sheet)
    const last = await tx.sheetMapping.findFirst({ where: { signature }, orderBy: { id: 'desc' } })
    // The year of a sheet's name and the line of its headings are the file's own.
    const kept: SheetMapping = { ...mapping, line: 1 }
    const facts = { mapping: JSON.stringify(kept), source: given.source, supplier: given.supplier }
    const same =
      last &&
      !last.forgotten &&
      contentHash([last.mapping, last.source, last.supplier]) === contentHash(Object.values(facts))
    if (same) continue
    const { id } = await tx.sheetMapping.create({
      data: {
        signature,
        sheet: sheet.name,
        headings: headingsText(sheet),
        ...facts,
        byId: personIdOf(actor),
        at: actor.at,
      },
    })
    events.push(event('sheetMapped', 'sheetMapping', id, {}))
  }
  return events
}

/** »Sted, 2015, 2016 …« */
const headingsText = (sheet: Sheet): string => {
  const labels = headingsOf(sheet).headings.map(({ label }) => label)
  return labels.length > 12 ? `${labels.slice(0, 12).join(', ')} …` : labels.join(', ')
}

/** The next file with these headings is asked about again. */
export const forgetMapping = (actor: Actor, id: number): Promise<void> =>
  write(actor, async (tx, at: Instant) => {
    requireRight(actor, 'keepIndicators')
    const found = await tx.sheetMapping.findUnique({ where: { id } })
    const last =
      found && (await tx.sheetMapping.findFirst({ where: { signature: found.signature }, orderBy: { id: 'desc' } }))
    if (!found || !last || last.forgotten) throw notFound()
    const { signature, sheet, headings, mapping, source, supplier } = last
    const row = await tx.sheetMapping.create({
      data: { signature, sheet, headings, mapping, source, supplier, forgotten: true, byId: personIdOf(actor), at },
    })
    return { result: undefined, events: [event('sheetForgotten', 'sheetMapping', row.id, {})] }
  })
