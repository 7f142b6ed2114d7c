import type { Database } from '../../../../database/database.ts'
import { type Day, dayOf, type Instant, longDay } from '../../../../kernel/days.ts'
import {
  type AddendumCapacity,
  type AddendumEnd,
  type AddendumKind,
  addendumCapacities,
  holdsFrom,
} from './addendum-rules.ts'

/** An addendum to the agreement: one organisation joins or leaves between two revisions (R4). */
export interface AddendumLine extends AddendumEnd {
  number: number
  /** The year of the version that it was written to. */
  year: number
  kind: AddendumKind
  organisationId: number
  organisation: string
  slug: string
  inForceFrom: Day
  signatures: number
  /** The first day on which it holds; null: not all have signed. */
  from: Day | null
}

interface AddendumRow extends Omit<AddendumLine, 'signatures' | 'from'> {
  signatures: string
}

/** Every addendum, or those about one organisation, in the order in which they were written. */
export const readAddenda = (db: Database, organisationId: number | null = null): AddendumLine[] =>
  db.sql
    .all<AddendumRow>(
      `SELECT a.number, v.year, a.kind, a.organisationId, o.name AS organisation, o.slug, a.inForceFrom, a.droppedAt, a.declinedAt,
              (SELECT json_group_array(json_array(s.capacity, s.signedAt)) FROM AddendumSignature s
               WHERE s.addendumId = a.id) AS signatures
       FROM Addendum a JOIN Organisation o ON o.id = a.organisationId JOIN AgreementVersion v ON v.id = a.versionId
       WHERE a.organisationId = coalesce(?, a.organisationId) ORDER BY a.id`,
      organisationId,
    )
    .map(row => {
      const signed = JSON.parse(row.signatures) as [AddendumCapacity, Instant][]
      const days = signed.map(([capacity, at]) => ({ capacity, day: dayOf(at) }))
      return { ...row, signatures: signed.length, from: holdsFrom(row.inForceFrom, days) }
    })

export const addendumPath = (year: number, number: number): string => `/aftalen/${year}/tillaeg/${number}`

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
