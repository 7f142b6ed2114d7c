import { z } from 'zod'
import type { Database } from '../../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { type Day, dayOf, instant, longDay } from '../../../../kernel/days.ts'
import { type AddendumKind, addendumCapacities, holdsFrom } from './addendum-rules.ts'

/** An addendum to the agreement: one organisation joins or leaves between two revisions (R4). */
export interface AddendumLine extends Omit<RowOf<typeof addendumRow>, 'signatures'> {
  signatures: number
  /** The first day on which it holds; null: not all have signed. */
  from: Day | null
}

const addendumRow = rowsOf({
  number: column.number,
  /** The year of the version that it was written to. */
  year: column.number,
  kind: column.oneOf<AddendumKind>(),
  organisationId: column.number,
  organisation: column.text,
  slug: column.text,
  inForceFrom: column.day,
  droppedAt: column.orNull(column.moment),
  declinedAt: column.orNull(column.moment),
  signatures: column.json(z.array(z.tuple([z.enum(addendumCapacities), z.string().transform(instant)]))),
})

/** Every addendum, or those about one organisation, in the order in which they were written. */
export const readAddenda = (db: Database, organisationId: number | null = null): AddendumLine[] =>
  db.sql
    .all(
      addendumRow,
      `SELECT a.number, v.year, a.kind, a.organisationId, o.name AS organisation, o.slug, a.inForceFrom, a.droppedAt, a.declinedAt,
              (SELECT json_group_array(json_array(s.capacity, s.signedAt)) FROM AddendumSignature s
               WHERE s.addendumId = a.id) AS signatures
       FROM Addendum a JOIN Organisation o ON o.id = a.organisationId JOIN AgreementVersion v ON v.id = a.versionId
       WHERE a.organisationId = coalesce(?, a.organisationId) ORDER BY a.id`,
      organisationId,
    )
    .map(row => {
      const days = row.signatures.map(([capacity, at]) => ({ capacity, day: dayOf(at) }))
      return { ...row, signatures: days.length, from: holdsFrom(row.inForceFrom, days) }
    })

/** »Gælder fra den 1. april 2026« */
export function standingText(addendum: AddendumLine, today: Day): string {
  const { droppedAt, declinedAt, organisation, from, signatures } = addendum
  if (declinedAt) return `Afvist af ${organisation} den ${longDay(dayOf(declinedAt))}`
  if (droppedAt) return 'Annulleret'
  if (from === null) {
    const signed = signatures === 0 ? 'Ingen' : `${signatures} af ${addendumCapacities.length}`
    return `Ikke trådt i kraft: ${signed} har underskrevet`
  }
  return from > today ? `Træder i kraft den ${longDay(from)}` : `Gælder fra den ${longDay(from)}`
}
