import { eventFacts } from '../../../../access/event-kinds.ts'
import type { Database } from '../../../../database/database.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import type { Finding } from '../../../../database/verify/finding.ts'
import { enteredFacts } from '../event-kinds.ts'
import { readSignatures, readVersions, textOfVersion, type VersionRow } from '../queries.ts'
import { addendumHash, addendumSeal } from './addendum-seal.ts'
import { sealedText, signatureSeal, versionSeal } from './agreement-text.ts'

/**
 * Whether every version is still word for word what was signed: its text gives its hash, each signature its seal, all
 * of them together the version's, and that is the one that the log of events recorded when it was entered.
 */
export const verifyAgreements = (db: Database): Finding => ({
  check: 'The agreement is word for word what was signed',
  wrong: [
    ...readVersions(db).flatMap(version => alterations(db, version).map(what => `Agreement ${version.year}: ${what}`)),
    ...alteredAddenda(db),
  ],
})

function alterations(db: Database, version: VersionRow): string[] {
  const wrong: string[] = []
  if (sealedText.hash(textOfVersion(db, version)) !== version.textHash) wrong.push('its text has been altered.')
  const signatures = readSignatures(db, version.id)
  for (const { id: _id, slug: _slug, seal, ...signature } of signatures) {
    if (signatureSeal(version.textHash, signature) !== seal)
      wrong.push(`the signature for ${signature.organisationName} has been altered.`)
  }
  const seal = versionSeal({ ...factsOf(version), signatures: signatures.map(one => one.seal) })
  if (seal !== version.seal) wrong.push('its dates or its list of signatures have been altered.')
  if (!recordedSeals(db, version.id).includes(version.seal)) wrong.push('it is not the one that was entered.')
  return wrong
}

const factsOf = ({ year, number, textHash, date, datePrecision, inForceFrom }: VersionRow) => ({
  year,
  number,
  textHash,
  date,
  datePrecision,
  inForceFrom,
})

const entryRow = rowsOf({
  after: column.orNull(column.text),
})

/** The latest entry counts: a summary's text may have come later. */
const recordedSeals = (db: Database, id: number): string[] =>
  db.sql
    .all(
      entryRow,
      `SELECT after FROM Event WHERE subject = 'agreement' AND subjectId = ?
         AND kind IN ('agreementEntered', 'agreementTextEntered') ORDER BY id DESC LIMIT 1`,
      id,
    )
    .map(({ after }) => String(eventFacts(enteredFacts, after).seal ?? ''))

const addendumRow = rowsOf({
  id: column.number,
  year: column.number,
  number: column.number,
  kind: column.text,
  organisationId: column.number,
  text: column.text,
  inForceFrom: column.day,
  textHash: column.text,
})

const addendumSignatureRow = rowsOf({
  addendumId: column.number,
  capacity: column.text,
  signatory: column.text,
  title: column.orNull(column.text),
  textHash: column.text,
  signedAt: column.moment,
  seal: column.text,
})

function alteredAddenda(db: Database): string[] {
  const addenda = db.sql.all(
    addendumRow,
    `SELECT a.id, v.year, a.number, a.kind, a.organisationId, a.text, a.inForceFrom, a.textHash
     FROM Addendum a JOIN AgreementVersion v ON v.id = a.versionId`,
  )
  const signatures = db.sql.all(
    addendumSignatureRow,
    'SELECT addendumId, capacity, signatory, title, textHash, signedAt, seal FROM AddendumSignature',
  )
  return addenda.flatMap(addendum => {
    const name = `Addendum ${addendum.number} to the agreement of ${addendum.year}`
    const own = signatures.filter(({ addendumId }) => addendumId === addendum.id)
    const altered = own.filter(one => one.textHash !== addendum.textHash || addendumSeal(one) !== one.seal)
    return [
      ...(addendumHash(addendum) === addendum.textHash ? [] : [`${name}: its text has been altered.`]),
      ...altered.map(({ signatory }) => `${name}: the signature of ${signatory} has been altered.`),
    ]
  })
}
