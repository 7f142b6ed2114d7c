import type { Actor } from '../../../../access/actor.ts'
import { answeredForSql, representedBy } from '../../../../access/represented.ts'
import { viewOf } from '../../../../access/visibility.ts'
import type { Database } from '../../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { adoptedSql, inForceSql } from '../../../decisions/adoption/index.ts'
import { standardKind } from '../standard-kind.ts'
import { askedSql, givenSql, openSql, owedSql } from './owed-sql.ts'

type Side = 'HOUSING' | 'MUNICIPALITY'
type State = 'FULL' | 'PARTLY' | 'NOT' | 'NOT_RELEVANT'

const round = 'StatementRound r JOIN TextDraft d ON d.id = r.draftId JOIN SharedText s ON s.id = r.textId'

const roundRow = rowsOf({
  id: column.number,
  year: column.number,
  openedOn: column.day,
  deadline: column.day,
  slug: column.text,
  title: column.text,
  version: column.number,
  content: column.text,
  openedBy: column.text,
  /** It can be answered still. */
  open: column.flag,
})

/** A year's round with the version that it is about. @throws Refusal when there is none */
export function findRound(db: Database, slug: string, year: number) {
  const found = db.sql.get(
    roundRow,
    `SELECT r.id, r.year, r.openedOn, r.deadline, s.slug, d.title, d.version, d.content, p.name AS openedBy, ${openSql} AS open
     FROM ${round} JOIN Person p ON p.id = r.openedById WHERE s.kind = ? AND s.slug = ? AND r.year = ?`,
    standardKind.key,
    slug,
    year,
  )
  if (!found) throw notFound('Der er ikke bedt om redegørelser for det år.')
  const { content, ...rest } = found
  return { ...rest, points: standardKind.sealed.thaw(content).points }
}
export type Round = ReturnType<typeof findRound>

const askedRow = rowsOf({
  id: column.number,
  slug: column.text,
  name: column.text,
  side: column.orNull(column.oneOf<Side>()),
})
export type AskedRow = RowOf<typeof askedRow>

/** Those who were asked, and whoever has answered, in the order of the signatures. */
export const readAsked = (db: Database, roundId: number): AskedRow[] =>
  db.sql.all(
    askedRow,
    `SELECT o.id, o.slug, o.name, o.side FROM StatementRound r JOIN TextDraft d ON d.id = r.draftId JOIN Organisation o
     WHERE r.id = ? AND (${askedSql} OR EXISTS
       (SELECT 1 FROM StatementAnswer a WHERE a.roundId = r.id AND a.organisationId = o.id))
     ORDER BY o.side, o.position, o.id`,
    roundId,
  )

const answerRow = rowsOf({
  id: column.number,
  organisationId: column.number,
  point: column.text,
  state: column.oneOf<State>(),
  reason: column.text,
  evidence: column.text,
  by: column.text,
  as: column.orNull(column.text),
  at: column.moment,
  confirms: column.flag,
})
export type GivenAnswer = RowOf<typeof answerRow>

/** All that has been answered in a round, in the order it was given: of it, a reader is shown what was given alone. */
export const readAnswers = (db: Database, roundId: number): GivenAnswer[] =>
  db.sql.all(
    answerRow,
    `SELECT a.id, a.organisationId, a.point, a.state, a.reason, a.evidence, p.name AS by, x.name AS "as", a.at,
            a.confirmsId IS NOT NULL AS confirms
     FROM StatementAnswer a JOIN Person p ON p.id = a.byId LEFT JOIN Organisation x ON x.id = a.asId
     WHERE a.roundId = ? ORDER BY a.id`,
    roundId,
  )

const yearRow = rowsOf({
  year: column.number,
  deadline: column.day,
  version: column.number,
  asked: column.number,
  given: column.number,
})

/** The years that a standard has been asked about, the latest first, with how many have given their statement. */
export const readYears = (db: Database, slug: string): RowOf<typeof yearRow>[] =>
  db.sql.all(
    yearRow,
    `SELECT r.year, r.deadline, d.version, count(*) AS asked, sum(${givenSql}) AS given
     FROM ${round} JOIN Organisation o ON ${askedSql} WHERE s.kind = ? AND s.slug = ? GROUP BY r.id ORDER BY r.year DESC`,
    standardKind.key,
    slug,
  )

const owedRow = rowsOf({
  organisation: column.text,
  organisationSlug: column.text,
  /** By somebody who represents it; else by its administrator. */
  own: column.flag,
  slug: column.text,
  title: column.text,
  year: column.number,
  deadline: column.day,
})

/** The statements that organisations owe that the person answers for, the first deadline first: one statement. */
export function readOwed(actor: Actor): RowOf<typeof owedRow>[] {
  const represented = representedBy(actor)
  if (represented.length === 0) return []
  return actor.database.sql.all(
    owedRow,
    `WITH RECURSIVE ${adoptedSql(viewOf(actor).decisions('d'))}, ${inForceSql}
     SELECT o.name AS organisation, o.slug AS organisationSlug, o.id IN (${represented.join(',')}) AS own, s.slug, d.title,
            r.year, r.deadline
     FROM ${round} JOIN Organisation o WHERE ${answeredForSql(actor, 'o.id')} AND ${owedSql}
     ORDER BY r.deadline, o.position, o.id, fold(d.title) LIMIT 500`,
    actor.today,
    actor.today,
    actor.today,
    actor.today,
    actor.today,
  )
}

const lateRow = rowsOf({
  slug: column.text,
  title: column.text,
  year: column.number,
  deadline: column.day,
  missing: column.number,
})

/** The rounds whose last day has passed and in which statements are missing, with how many, the oldest first: one statement. */
export const readLate = (actor: Actor): RowOf<typeof lateRow>[] =>
  actor.database.sql.all(
    lateRow,
    `WITH RECURSIVE ${adoptedSql(viewOf(actor).decisions('d'))}, ${inForceSql}
     SELECT s.slug, d.title, r.year, r.deadline, count(*) AS missing FROM ${round} JOIN Organisation o
     WHERE ${owedSql} AND r.deadline < ? GROUP BY r.id ORDER BY r.deadline, r.id LIMIT 20`,
    actor.today,
    actor.today,
    actor.today,
    actor.today,
  )
