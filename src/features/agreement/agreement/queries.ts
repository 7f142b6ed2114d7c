import type { Actor, Side } from '../../../access/actor.ts'
import { cooperationOf } from '../../../access/cooperation.ts'
import { viewOf } from '../../../access/visibility.ts'
import type { Database } from '../../../database/database.ts'
import type { Day, Instant } from '../../../kernel/days.ts'
import type { KnownOrganisation } from './import/match-organisations.ts'
import { governingRhythms, type RhythmFacts } from './rhythm/revision-rhythm.ts'
import type { AgreementText, DatePrecision, Origin, SealedSignature } from './version/agreement-text.ts'

/** What pages and acts read of the agreement. */

export interface VersionRow {
  id: number
  year: number
  number: number
  title: string
  parties: string
  dateText: string
  date: Day
  datePrecision: DatePrecision
  inForceFrom: Day
  textKind: 'SUMMARY' | 'FULL'
  textHash: string
  seal: string
  roundId: number | null
  roundYear: number | null
  sourceName: string | null
  enteredAt: Instant
  enteredBy: string | null
  signatures: number
  /** What the version itself states of its revision; null: nothing, so that the one before it is followed. */
  rhythmId: number | null
  firstYear: number | null
  everyYears: number | null
  rhythmSection: string | null
}

const versionColumns = `v.id, v.year, v.number, v.title, v.parties, v.dateText, v.date, v.datePrecision, v.inForceFrom,
  v.textKind, v.textHash, v.seal, v.roundId, r.year AS roundYear, v.sourceName, v.enteredAt, p.name AS enteredBy,
  (SELECT count(*) FROM AgreementSignature s WHERE s.versionId = v.id) AS signatures,
  h.id AS rhythmId, h.firstYear, h.everyYears, h.section AS rhythmSection`
const versionTables = `AgreementVersion v LEFT JOIN RevisionRound r ON r.id = v.roundId
  LEFT JOIN Person p ON p.id = v.enteredById
  LEFT JOIN RevisionRhythm h ON h.id = (SELECT max(id) FROM RevisionRhythm WHERE versionId = v.id)`

/** Every version, the latest first. */
export const readVersions = (db: Database): VersionRow[] =>
  db.sql.all(`SELECT ${versionColumns} FROM ${versionTables} ORDER BY v.inForceFrom DESC, v.number DESC`)

/** How the versions are revised, the oldest first: what dueStatus asks for. */
export const rhythmFactsOf = (db: Database, latestFirst: readonly VersionRow[]): RhythmFacts => ({
  rhythms: governingRhythms(
    latestFirst.toReversed().map(({ inForceFrom, firstYear, everyYears, rhythmSection }) => ({
      inForceFrom,
      rhythm: firstYear && everyYears ? { firstYear, everyYears, section: rhythmSection ?? '' } : null,
    })),
  ),
  recordedFrom: cooperationOf(db).recordedFrom ?? ('1900-01-01' as Day),
})

/** The version in force on a day. */
export const versionInForce = (db: Database, on: Day): VersionRow | undefined =>
  db.sql.get(
    `SELECT ${versionColumns} FROM ${versionTables} WHERE v.inForceFrom <= ?
     ORDER BY v.inForceFrom DESC, v.number DESC LIMIT 1`,
    on,
  )

export interface SectionRow {
  id: number
  versionId: number
  position: number
  key: string
  number: string
  heading: string
  body: string
  summary: string
  origins: Origin[]
}

export const readSections = (db: Database, versionId: number): SectionRow[] =>
  db.sql
    .all<Omit<SectionRow, 'origins'> & { origins: string }>(
      `SELECT id, versionId, position, key, number, heading, body, summary, origins FROM AgreementSection
       WHERE versionId = ? ORDER BY position`,
      versionId,
    )
    .map(row => ({ ...row, origins: JSON.parse(row.origins) }))

/** For each section of a version: the year of the first version that had the same words and the same summary. */
export const readSummaryYears = (db: Database, versionId: number): Map<string, number> =>
  new Map(
    db.sql
      .all<{ key: string; year: number }>(
        `SELECT s.key, min(v.year) AS year FROM AgreementSection s
         JOIN AgreementSection o ON o.key = s.key AND o.body = s.body AND o.summary = s.summary
         JOIN AgreementVersion v ON v.id = o.versionId
         WHERE s.versionId = ? AND s.summary <> '' GROUP BY s.key`,
        versionId,
      )
      .map(({ key, year }) => [key, year]),
  )

export interface AppendixRow {
  heading: string
  dateText: string
  body: string
}

export const readAppendices = (db: Database, versionId: number): AppendixRow[] =>
  db.sql.all('SELECT heading, dateText, body FROM AgreementAppendix WHERE versionId = ? ORDER BY position', versionId)

export interface SignatureRow extends SealedSignature {
  id: number
  /** Of the organisation that it was sealed with, or that it has been linked to since. */
  slug: string | null
  seal: string
}

export const readSignatures = (db: Database, versionId: number): SignatureRow[] =>
  db.sql
    .all<Omit<SignatureRow, 'administers' | 'onBehalf'> & { administers: string; onBehalf: number | null; side: Side }>(
      `SELECT s.side, s.organisationId, s.organisationName, s.signatory, s.title, s.administers, s.administersText,
              s.onBehalf, s.capacity, s.signedAt, s.seal, s.id, o.slug
       FROM AgreementSignature s LEFT JOIN Organisation o ON o.id = coalesce(s.organisationId,
         (SELECT l.organisationId FROM SignatureLink l WHERE l.signatureId = s.id ORDER BY l.id DESC LIMIT 1))
       WHERE s.versionId = ? ORDER BY s.position`,
      versionId,
    )
    .map(row => ({
      ...row,
      administers: JSON.parse(row.administers),
      onBehalf: row.onBehalf === null ? null : row.onBehalf === 1,
    }))

/** A version's words as they were signed. */
export const textOfVersion = (
  db: Database,
  version: Pick<VersionRow, 'id' | 'title' | 'parties' | 'dateText'>,
): AgreementText => ({
  title: version.title.split('\n'),
  parties: version.parties,
  dateText: version.dateText,
  sections: readSections(db, version.id).map(({ key, number, heading, body, origins }) => ({
    key,
    number,
    heading,
    body,
    origins,
  })),
  appendices: readAppendices(db, version.id),
})

export const findVersion = (db: Database, year: number): VersionRow | undefined =>
  db.sql.get(`SELECT ${versionColumns} FROM ${versionTables} WHERE v.year = ?`, year)

export interface RoundLine {
  year: number
  /** The steps taken, the oldest first, as a list in JSON. */
  steps: string
  resultYear: number | null
}

/** The rounds of revision, the latest first, each with the steps that were taken. */
export const readRounds = (db: Database): RoundLine[] =>
  db.sql.all(
    `SELECT r.year, v.year AS resultYear,
            (SELECT json_group_array(s.kind ORDER BY s.id) FROM RevisionStep s WHERE s.roundId = r.id) AS steps
     FROM RevisionRound r LEFT JOIN AgreementVersion v ON v.roundId = r.id ORDER BY r.year DESC`,
  )

/** The latest open decision of the joint group with consequences that the person reads: its page shows the check at work. */
export const latestCheckedDecision = (actor: Actor): { number: string } | undefined =>
  actor.database.sql.get(
    `SELECT d.number FROM Decision d JOIN Body b ON b.id = d.bodyId
     WHERE b.kind = 'JOINT_GROUP' AND d.closed = 0 AND (d.economic = 1 OR d.legal = 1 OR d.organisational = 1)
       AND ${viewOf(actor).decisions('d')}
     ORDER BY d.decidedOn DESC, d.id DESC LIMIT 1`,
  )

/** Every organisation with a side, by all its names. */
export function readKnownOrganisations(db: Database): KnownOrganisation[] {
  const rows = db.sql.all<{ id: number; side: Side | null; kind: string; name: string }>(
    `SELECT o.id, o.side, o.kind, o.name FROM Organisation o WHERE o.side IS NOT NULL
     UNION ALL
     SELECT o.id, o.side, o.kind, n.name FROM OrganisationName n JOIN Organisation o ON o.id = n.organisationId
     WHERE o.side IS NOT NULL`,
  )
  const known = new Map<number, KnownOrganisation>()
  for (const { name, ...row } of rows) {
    const one = known.get(row.id) ?? { ...row, names: [] }
    one.names.push(name)
    known.set(row.id, one)
  }
  return [...known.values()]
}
