import type { Actor, Side } from '../../../access/actor.ts'
import { cooperationOf } from '../../../access/cooperation.ts'
import { viewOf } from '../../../access/visibility.ts'
import type { Database } from '../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import { type Day, day } from '../../../kernel/days.ts'
import type { KnownOrganisation } from './import/match-organisations.ts'
import { governingRhythms, type RhythmFacts } from './rhythm/revision-rhythm.ts'
import { type RoundState, roundStateSql } from './rhythm/round-states.ts'
import type { AgreementText, DatePrecision } from './version/agreement-text.ts'
import { inForceSql, latestFirstSql } from './version/in-force.ts'
import { storedNames, storedOrigins } from './version/stored-text.ts'

/** What pages and acts read of the agreement. */

const versionRow = rowsOf({
  id: column.number,
  year: column.number,
  number: column.number,
  title: column.text,
  parties: column.text,
  dateText: column.text,
  date: column.day,
  datePrecision: column.oneOf<DatePrecision>(),
  inForceFrom: column.day,
  textKind: column.oneOf<'SUMMARY' | 'FULL'>(),
  textHash: column.text,
  seal: column.text,
  roundId: column.orNull(column.number),
  roundYear: column.orNull(column.number),
  sourceName: column.orNull(column.text),
  enteredAt: column.moment,
  enteredBy: column.orNull(column.text),
  signatures: column.number,
  /** What the version itself states of its revision; null: nothing, so that the one before it is followed. */
  rhythmId: column.orNull(column.number),
  firstYear: column.orNull(column.number),
  everyYears: column.orNull(column.number),
  rhythmSection: column.orNull(column.text),
})
export type VersionRow = RowOf<typeof versionRow>

const versionColumns = `v.id, v.year, v.number, v.title, v.parties, v.dateText, v.date, v.datePrecision, v.inForceFrom,
  v.textKind, v.textHash, v.seal, v.roundId, r.year AS roundYear, v.sourceName, v.enteredAt, p.name AS enteredBy,
  (SELECT count(*) FROM AgreementSignature s WHERE s.versionId = v.id) AS signatures,
  h.id AS rhythmId, h.firstYear, h.everyYears, h.section AS rhythmSection`
const versionTables = `AgreementVersion v LEFT JOIN RevisionRound r ON r.id = v.roundId
  LEFT JOIN Person p ON p.id = v.enteredById
  LEFT JOIN RevisionRhythm h ON h.id = (SELECT max(id) FROM RevisionRhythm WHERE versionId = v.id)`

/** Every version, the latest first. */
export const readVersions = (db: Database): VersionRow[] =>
  db.sql.all(versionRow, `SELECT ${versionColumns} FROM ${versionTables} ${latestFirstSql('v')}`)

/** How the versions are revised, the oldest first: what dueStatus asks for. */
export const rhythmFactsOf = (db: Database, latestFirst: readonly VersionRow[]): RhythmFacts => ({
  rhythms: governingRhythms(
    latestFirst.toReversed().map(({ inForceFrom, firstYear, everyYears, rhythmSection }) => ({
      inForceFrom,
      rhythm: firstYear && everyYears ? { firstYear, everyYears, section: rhythmSection ?? '' } : null,
    })),
  ),
  recordedFrom: cooperationOf(db).recordedFrom ?? day('1900-01-01'),
})

/** The version in force on a day. */
export const versionInForce = (db: Database, on: Day): VersionRow | undefined =>
  db.sql.get(versionRow, `SELECT ${versionColumns} FROM ${versionTables} ${inForceSql('v')}`, on)

const sectionRow = rowsOf({
  id: column.number,
  versionId: column.number,
  position: column.number,
  key: column.text,
  number: column.text,
  heading: column.text,
  body: column.text,
  summary: column.text,
  origins: column.json(storedOrigins),
})
export type SectionRow = RowOf<typeof sectionRow>

export const readSections = (db: Database, versionId: number): SectionRow[] =>
  db.sql.all(
    sectionRow,
    `SELECT id, versionId, position, key, number, heading, body, summary, origins FROM AgreementSection
       WHERE versionId = ? ORDER BY position`,
    versionId,
  )

const summaryYear = rowsOf({
  key: column.text,
  year: column.number,
})

/** For each section of a version: the year of the first version that had the same words and the same summary. */
export const readSummaryYears = (db: Database, versionId: number): Map<string, number> =>
  new Map(
    db.sql
      .all(
        summaryYear,
        `SELECT s.key, min(v.year) AS year FROM AgreementSection s
         JOIN AgreementSection o ON o.key = s.key AND o.body = s.body AND o.summary = s.summary
         JOIN AgreementVersion v ON v.id = o.versionId
         WHERE s.versionId = ? AND s.summary <> '' GROUP BY s.key`,
        versionId,
      )
      .map(({ key, year }) => [key, year]),
  )

const appendixRow = rowsOf({
  heading: column.text,
  dateText: column.text,
  body: column.text,
})
export type AppendixRow = RowOf<typeof appendixRow>

export const readAppendices = (db: Database, versionId: number): AppendixRow[] =>
  db.sql.all(
    appendixRow,
    'SELECT heading, dateText, body FROM AgreementAppendix WHERE versionId = ? ORDER BY position',
    versionId,
  )

const signatureRow = rowsOf({
  side: column.oneOf<Side>(),
  organisationId: column.orNull(column.number),
  organisationName: column.text,
  signatory: column.text,
  title: column.orNull(column.text),
  administers: column.json(storedNames),
  administersText: column.text,
  onBehalf: column.orNull(column.flag),
  capacity: column.text,
  signedAt: column.orNull(column.moment),
  id: column.number,
  /** Of the organisation that it was sealed with, or that it has been linked to since. */
  slug: column.orNull(column.text),
  seal: column.text,
})
export type SignatureRow = RowOf<typeof signatureRow>

export const readSignatures = (db: Database, versionId: number): SignatureRow[] =>
  db.sql.all(
    signatureRow,
    `SELECT s.side, s.organisationId, s.organisationName, s.signatory, s.title, s.administers, s.administersText,
            s.onBehalf, s.capacity, s.signedAt, s.seal, s.id, o.slug
     FROM AgreementSignature s LEFT JOIN Organisation o ON o.id = coalesce(s.organisationId,
       (SELECT l.organisationId FROM SignatureLink l WHERE l.signatureId = s.id ORDER BY l.id DESC LIMIT 1))
     WHERE s.versionId = ? ORDER BY s.position`,
    versionId,
  )

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
  db.sql.get(versionRow, `SELECT ${versionColumns} FROM ${versionTables} WHERE v.year = ?`, year)

const roundLine = rowsOf({
  year: column.number,
  state: column.oneOf<RoundState>(),
  resultYear: column.orNull(column.number),
})
export type RoundLine = RowOf<typeof roundLine>

/** The rounds of revision, the latest first. */
export const readRounds = (db: Database): RoundLine[] =>
  db.sql.all(
    roundLine,
    `SELECT r.year, v.year AS resultYear, ${roundStateSql('r')} AS state
     FROM RevisionRound r LEFT JOIN AgreementVersion v ON v.roundId = r.id ORDER BY r.year DESC`,
  )

const numberRow = rowsOf({ number: column.text })

/** The latest open decision of the joint group with consequences that the person reads: its page shows the check at work. */
export const latestCheckedDecision = (actor: Actor): { number: string } | undefined =>
  actor.database.sql.get(
    numberRow,
    // From the newest of the group back to the first that will do: the plus signs keep SQLite from gathering all that are
    // economic or legal, to sort them.
    `SELECT d.number FROM Decision d
     WHERE d.bodyId = (SELECT b.id FROM Body b WHERE b.kind = 'JOINT_GROUP')
       AND +d.closed = 0 AND (+d.economic = 1 OR +d.legal = 1 OR +d.organisational = 1)
       AND ${viewOf(actor).decisions('d')}
     ORDER BY d.decidedOn DESC, d.id DESC LIMIT 1`,
  )

const knownRow = rowsOf({
  id: column.number,
  side: column.orNull(column.oneOf<Side>()),
  kind: column.text,
  name: column.text,
})

/** Every organisation with a side, by all its names. */
export function readKnownOrganisations(db: Database): KnownOrganisation[] {
  const rows = db.sql.all(
    knownRow,
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
