import type { Database } from '../../../database/database.ts'
import { column, rowsOf } from '../../../database/rows.ts'
import type { Finding } from '../../../database/verify/finding.ts'
import { needContent } from './estimates/need-content.ts'

const versionRow = rowsOf({
  estimate: column.text,
  number: column.number,
  before: column.number,
  content: column.text,
  hash: column.text,
})

/** Every version says what it was published with, and none is missing between two. */
export function verifyNeed(database: Database): Finding {
  const rows = database.sql.all(
    versionRow,
    `SELECT x.number AS estimate, v.number, v.content, v.hash,
       (SELECT count(*) FROM NeedVersion o WHERE o.estimateId = v.estimateId AND o.number < v.number) AS before
     FROM NeedVersion v JOIN NeedEstimate x ON x.id = v.estimateId ORDER BY v.id`,
  )
  const wrong: string[] = []
  for (const { estimate, number, before, content, hash } of rows) {
    if (before !== number - 1) wrong.push(`Need ${estimate}: a version before ${number} is missing.`)
    if (needContent.hash(needContent.thaw(content)) !== hash)
      wrong.push(`Need ${estimate}, version ${number} says something else than what was published.`)
  }
  return { check: 'Every estimate of the need says what was published', wrong }
}
