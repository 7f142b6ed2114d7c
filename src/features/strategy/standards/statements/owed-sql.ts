import { isOnSql } from '../../../../kernel/periods.ts'
import { kindsAsked } from './statement-rules.ts'

/** `isAsked`, `isOpen`, `isGiven` and `owesStatement` as SQL: `r` a round, `d` the draft that it is about, `o` an organisation. */

const asked = Object.entries(kindsAsked).map(
  ([audience, kinds]) => `WHEN '${audience}' THEN o.kind IN (${kinds.map(kind => `'${kind}'`).join(', ')})`,
)

export const askedSql = `(CASE json_extract(d.content, '$.appliesTo') ${asked.join(' ')} ELSE 0 END
  AND ${isOnSql('o', 'r.openedOn')})`

export const openSql = 'r.year = (SELECT max(rl.year) FROM StatementRound rl WHERE rl.textId = r.textId)'

export const givenSql = `NOT EXISTS (SELECT 1 FROM json_each(d.content, '$.points') point WHERE NOT EXISTS (
  SELECT 1 FROM StatementAnswer ga WHERE ga.roundId = r.id AND ga.organisationId = o.id
    AND ga.point = json_extract(point.value, '$.key')))`

/** Beside `inForce` of the adopted texts; two values to bind, the day twice. */
export const owedSql = `(EXISTS (SELECT 1 FROM inForce f WHERE f.textId = r.textId) AND ${openSql} AND ${askedSql}
  AND ${isOnSql('o')} AND NOT (${givenSql}))`
