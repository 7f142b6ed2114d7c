import type { Actor } from '../../../../access/actor.ts'
import type { Database } from '../../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { untilCommit } from '../../../../database/until-commit.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { type NeedContent, needContent } from './need-content.ts'

const versionRow = rowsOf({
  id: column.number,
  estimateId: column.number,
  number: column.text,
  organisation: column.text,
  organisationSlug: column.text,
  withdrawn: column.orNull(column.text),
  withdrawnBy: column.orNull(column.text),
  withdrawnAt: column.orNull(column.moment),
  version: column.number,
  /** The one that counts. */
  newest: column.number,
  content: column.text,
  hash: column.text,
  by: column.text,
  at: column.moment,
})

const columns = `v.id, v.estimateId, x.number, o.name AS organisation, o.slug AS organisationSlug, x.withdrawn, w.name AS withdrawnBy, x.withdrawnAt,
  v.number AS version, (SELECT max(number) FROM NeedVersion WHERE estimateId = x.id) AS newest, v.content, v.hash, p.name AS by, v.at`
const joined = `NeedEstimate x JOIN Organisation o ON o.id = x.organisationId LEFT JOIN Person w ON w.id = x.withdrawnById
  JOIN NeedVersion v ON v.estimateId = x.id JOIN Person p ON p.id = v.byId`

/** A version of an estimate, with what it says. */
export type EstimateVersion = Omit<RowOf<typeof versionRow>, 'content'> & { content: NeedContent }

const thawed = ({ content, ...row }: RowOf<typeof versionRow>): EstimateVersion => ({
  ...row,
  content: needContent.thaw(content),
})

const kept = untilCommit<'all', EstimateVersion[]>(1, database =>
  database.sql
    .all(
      versionRow,
      `SELECT ${columns} FROM ${joined} WHERE v.number = (SELECT max(number) FROM NeedVersion WHERE estimateId = x.id)
       ORDER BY x.id DESC`,
    )
    .map(thawed),
)

/** The version that counts of each estimate, the newest estimate first. A town has some dozens of them. */
export const readEstimates = (database: Database): EstimateVersion[] => kept(database, 'all')

/** Those that figures are worked out from. */
export const standingEstimates = (database: Database): EstimateVersion[] =>
  readEstimates(database).filter(({ withdrawn }) => withdrawn === null)

/** All versions of one, the newest first. @throws Refusal when there is none with that number */
export function readVersions(actor: Actor, number: string): EstimateVersion[] {
  const found = actor.database.sql
    .all(versionRow, `SELECT ${columns} FROM ${joined} WHERE x.number = ? ORDER BY v.number DESC`, number)
    .map(thawed)
  if (found.length === 0) throw notFound('Behovsvurderingen findes ikke.')
  return found
}
