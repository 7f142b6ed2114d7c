import type { Database } from '../../../../database/database.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import type { Finding } from '../../../../database/verify/finding.ts'
import { contentHash } from '../../../../kernel/hash.ts'
import { letterKind } from '../letter/letter-kind.ts'
import { adoptedPart, thawLetter } from './sent-letter.ts'

const sendingRow = rowsOf({
  slug: column.text,
  hash: column.text,
  letter: column.text,
  letterHash: column.text,
  draftHash: column.text,
  content: column.text,
})

/** Whether every letter is word for word the text that the joint group adopted, and the one that was recorded as sent. */
export const verifySendings = (db: Database): Finding => ({
  check: 'Letters are word for word what was adopted and sent',
  wrong: db.sql
    .all(
      sendingRow,
      `SELECT s.slug, g.hash, g.letter, g.letterHash, n.hash AS draftHash, n.content
       FROM OutwardSending g JOIN TextDraft n ON n.id = g.draftId JOIN SharedText s ON s.id = n.textId ORDER BY g.id`,
    )
    .flatMap(({ slug, ...sent }) => faultsOf(sent).map(fault => `Letter ${slug}: ${fault}`)),
})

function faultsOf({ hash, letter, letterHash, draftHash, content }: Record<string, string>): string[] {
  const faults: string[] = []
  if (hash !== draftHash || letterKind.sealed.hash(letterKind.sealed.thaw(content ?? '')) !== hash)
    faults.push('its text is not the draft that was adopted.')
  try {
    const sent = thawLetter(letter ?? '')
    if (letterKind.sealed.hash(adoptedPart(sent)) !== hash) faults.push('it says something else than what was adopted.')
    if (contentHash(sent) !== letterHash) faults.push('it has been altered since it was sent.')
  } catch {
    faults.push('it cannot be read.')
  }
  return faults
}
