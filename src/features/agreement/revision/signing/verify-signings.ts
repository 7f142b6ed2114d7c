import { eventFacts } from '../../../../access/event-kinds.ts'
import type { Database } from '../../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import type { Finding } from '../../../../database/verify/finding.ts'
import { namesIn, sealedText, signatureSeal } from '../../agreement/index.ts'
import { signedFacts } from '../event-kinds.ts'
import { sealedOf } from './sign-agreement.ts'

/**
 * Whether a text on its way to be signed is still the one that was drafted, signed off and shown, and every signature
 * given so far is the one that was given: also before the version is in force. The log of events has each seal.
 */
export const verifySignings = (db: Database): Finding => ({
  check: 'Drafts and signatures under way are as they were given',
  wrong: [...alteredDrafts(db), ...alteredSignatures(db)],
})

const draftRow = rowsOf({
  year: column.number,
  number: column.number,
  content: column.text,
  hash: column.text,
  /** Of the signings that were opened for it. */
  signed: column.orNull(column.text),
})

const alteredDrafts = (db: Database): string[] =>
  db.sql
    .all(
      draftRow,
      `SELECT r.year, d.number, d.content, d.hash, (SELECT group_concat(s.textHash) FROM Signing s WHERE s.draftId = d.id) AS signed
       FROM ConsolidatedDraft d JOIN RevisionRound r ON r.id = d.roundId ORDER BY d.id`,
    )
    .flatMap(({ year, number, content, hash, signed }) => {
      const name = `Draft ${number} of the revision of ${year}`
      const other = (signed?.split(',') ?? []).some(text => text !== hash)
      return [
        ...(hashIn(content) === hash ? [] : [`${name}: its text has been altered.`]),
        ...(other ? [`${name}: it is not the text that signing was opened for.`] : []),
      ]
    })

/** Null when it can no longer be read as a text at all. */
function hashIn(content: string): string | null {
  try {
    return sealedText.hash(sealedText.thaw(content))
  } catch {
    return null
  }
}

const signedRow = rowsOf({
  year: column.number,
  signingId: column.number,
  openedFor: column.text,
  side: column.oneOf<'HOUSING' | 'MUNICIPALITY'>(),
  organisationId: column.number,
  organisationName: column.text,
  signatory: column.orNull(column.text),
  title: column.orNull(column.text),
  administers: column.text,
  onBehalfOf: column.orNull(column.text),
  capacity: column.orNull(column.text),
  textHash: column.orNull(column.text),
  signedAt: column.orNull(column.moment),
  seal: column.orNull(column.text),
})
type SignedRow = RowOf<typeof signedRow>

function alteredSignatures(db: Database): string[] {
  const recorded = sealsInLog(db)
  return db.sql
    .all(
      signedRow,
      `SELECT r.year, s.id AS signingId, s.textHash AS openedFor, q.side, q.organisationId, q.organisationName, q.signatory,
              q.title, q.administers, q.onBehalfOf, q.capacity, q.textHash, q.signedAt, q.seal
       FROM RequiredSignature q JOIN Signing s ON s.id = q.signingId JOIN RevisionRound r ON r.id = s.roundId
       WHERE q.signedAt IS NOT NULL OR q.seal IS NOT NULL ORDER BY q.id`,
    )
    .flatMap(row => {
      const name = `The signature for ${row.organisationName} in the revision of ${row.year}`
      if (row.textHash !== row.openedFor || row.seal !== sealOf(row)) return [`${name} has been altered.`]
      return recorded.has(`${row.signingId} ${row.seal}`) ? [] : [`${name} is not the one that was given.`]
    })
}

function sealOf(row: SignedRow): string | null {
  try {
    return signatureSeal(
      row.openedFor,
      sealedOf({ ...row, administers: namesIn(row.administers), onBehalfOf: namesIn(row.onBehalfOf) }),
    )
  } catch {
    return null
  }
}

const logRow = rowsOf({
  subjectId: column.number,
  after: column.orNull(column.text),
})

const sealsInLog = (db: Database): Set<string> =>
  new Set(
    db.sql
      .all(logRow, `SELECT subjectId, after FROM Event WHERE subject = 'signing' AND kind = 'agreementSigned'`)
      .map(({ subjectId, after }) => `${subjectId} ${String(eventFacts(signedFacts, after).seal)}`),
  )
