import { isOnSql } from '../../../kernel/periods.ts'
import { kindsAsked, wholeText } from './implementation-rules.ts'

/**
 * `isAsked`, `isAnswered` and `owesImplementation` as SQL: `r` a round, `u` a strategy that it asks about, `d` the draft
 * of it, `o` an organisation.
 */
export const askedSql = `(o.kind IN (${kindsAsked.map(kind => `'${kind}'`).join(', ')}) AND ${isOnSql('o', 'r.openedOn')})`

export const openSql = `r.id = (SELECT rl.id FROM ImplementationRound rl ORDER BY rl.year DESC, rl.half DESC LIMIT 1)`

const goals = `json_each(d.content, '$.stars') star, json_each(star.value, '$.goals') goal`
const answerTo = (key: string) => `EXISTS (SELECT 1 FROM ImplementationAnswer ga
  WHERE ga.subjectId = u.id AND ga.organisationId = o.id AND ga.goal = ${key})`

export const answeredSql = `(NOT EXISTS (SELECT 1 FROM ${goals} WHERE NOT ${answerTo(`json_extract(goal.value, '$.key')`)})
  AND (EXISTS (SELECT 1 FROM ${goals}) OR ${answerTo(`'${wholeText}'`)}))`

/** Beside `inForce` of the adopted texts; two values to bind, the day twice. */
export const owedSql = `(EXISTS (SELECT 1 FROM inForce f WHERE f.textId = u.textId) AND ${openSql} AND ${askedSql}
  AND ${isOnSql('o')} AND NOT ${answeredSql})`
