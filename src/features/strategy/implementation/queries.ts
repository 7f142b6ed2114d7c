import type { Actor, Side } from '../../../access/actor.ts'
import { answeredForSql, representedBy } from '../../../access/represented.ts'
import { viewOf } from '../../../access/visibility.ts'
import type { Database } from '../../../database/database.ts'
import type { RowReader } from '../../../database/reader.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { adoptedSql, inForceSql } from '../../decisions/adoption/index.ts'
import { strategyKind } from '../strategies/index.ts'
import type { HalfYear } from './half-year.ts'
import type { ImplementationState } from './implementation-rules.ts'
import { answeredSql, askedSql, openSql, owedSql } from './owed-sql.ts'
import { type Question, questionsOf } from './questions.ts'

const subjects = `ImplementationRound r JOIN ImplementationSubject u ON u.roundId = r.id JOIN TextDraft d ON d.id = u.draftId`

const roundRow = rowsOf({
  id: column.number,
  year: column.number,
  half: column.number,
  openedOn: column.day,
  deadline: column.day,
  openedBy: column.text,
  open: column.flag,
})

/** A half-year's round. @throws Refusal when there is none */
export function findRound(db: Database, { year, half }: HalfYear): RowOf<typeof roundRow> {
  const found = db.sql.get(
    roundRow,
    `SELECT r.id, r.year, r.half, r.openedOn, r.deadline, p.name AS openedBy, ${openSql} AS open
     FROM ImplementationRound r JOIN Person p ON p.id = r.openedById WHERE r.year = ? AND r.half = ?`,
    year,
    half,
  )
  if (!found) throw notFound('Der er ikke spurgt om gennemførelsen i det halvår.')
  return found
}

const subjectRow = rowsOf({
  id: column.number,
  slug: column.text,
  title: column.text,
  version: column.number,
  content: column.text,
})

export interface RoundSubject {
  id: number
  slug: string
  title: string
  version: number
  questions: Question[]
}

/** The strategies that a round asks about. */
export const readSubjects = (db: Database, roundId: number): RoundSubject[] =>
  db.sql
    .all(
      subjectRow,
      `SELECT u.id, s.slug, d.title, d.version, d.content FROM ${subjects} JOIN SharedText s ON s.id = u.textId
       WHERE r.id = ? ORDER BY fold(d.title), u.id`,
      roundId,
    )
    .map(({ content, ...subject }) => ({ ...subject, questions: questionsOf(strategyKind.sealed.thaw(content)) }))

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
    `SELECT o.id, o.slug, o.name, o.side FROM ImplementationRound r JOIN Organisation o
     WHERE r.id = ? AND (${askedSql} OR EXISTS (SELECT 1 FROM ImplementationSubject u
       JOIN ImplementationAnswer a ON a.subjectId = u.id WHERE u.roundId = r.id AND a.organisationId = o.id))
     ORDER BY o.side, o.position, o.id`,
    roundId,
  )

const answerRow = rowsOf({
  subjectId: column.number,
  organisationId: column.number,
  goal: column.text,
  state: column.oneOf<ImplementationState>(),
  reason: column.text,
  evidence: column.text,
  by: column.text,
  as: column.orNull(column.text),
  at: column.moment,
  confirms: column.flag,
})
export type GivenAnswer = RowOf<typeof answerRow>

/** The answer that stands at each goal, of all organisations or of one. */
export const readStanding = (db: Database, roundId: number, organisationId: number | null = null): GivenAnswer[] =>
  db.sql.all(
    answerRow,
    `SELECT a.subjectId, a.organisationId, a.goal, a.state, a.reason, a.evidence, p.name AS by, x.name AS "as", a.at,
            a.confirmsId IS NOT NULL AS confirms
     FROM ImplementationAnswer a JOIN Person p ON p.id = a.byId LEFT JOIN Organisation x ON x.id = a.asId
     WHERE a.id IN (SELECT max(l.id) FROM ImplementationSubject u JOIN ImplementationAnswer l ON l.subjectId = u.id
       WHERE u.roundId = ? AND (? IS NULL OR l.organisationId = ?) GROUP BY l.subjectId, l.organisationId, l.goal)`,
    roundId,
    organisationId,
    organisationId,
  )

const listRow = rowsOf({
  year: column.number,
  half: column.number,
  deadline: column.day,
  strategies: column.number,
  asked: column.number,
  answered: column.number,
})

/** The rounds, the latest first, with how many organisations have answered all that they were asked. */
export const readRounds = (db: Database): RowOf<typeof listRow>[] =>
  db.sql.all(
    listRow,
    `SELECT year, half, deadline, max(strategies) AS strategies, count(*) AS asked, sum(answered) AS answered FROM (
       SELECT r.id, r.year, r.half, r.deadline, count(*) AS strategies, min(${answeredSql}) AS answered
       FROM ${subjects} JOIN Organisation o ON ${askedSql} GROUP BY r.id, o.id
     ) GROUP BY id ORDER BY year DESC, half DESC`,
  )

const owedRow = rowsOf({
  organisation: column.text,
  organisationSlug: column.text,
  /** By somebody who represents it; else by its administrator. */
  own: column.flag,
  year: column.number,
  half: column.number,
  deadline: column.day,
  strategies: column.number,
})

/** The organisations that a person answers for and that owe answers, with about how many strategies: one statement. */
export function readOwed(actor: Actor): RowOf<typeof owedRow>[] {
  const represented = representedBy(actor)
  if (represented.length === 0) return []
  return actor.database.sql.all(
    owedRow,
    `WITH RECURSIVE ${adoptedSql(viewOf(actor).decisions('d'))}, ${inForceSql}
     SELECT o.name AS organisation, o.slug AS organisationSlug, o.id IN (${represented.join(',')}) AS own, r.year, r.half,
            r.deadline, count(*) AS strategies
     FROM ${subjects} JOIN Organisation o WHERE ${answeredForSql(actor, 'o.id')} AND ${owedSql}
     GROUP BY o.id ORDER BY o.position, o.id LIMIT 500`,
    ...Array<string>(5).fill(actor.today),
  )
}

const lateRow = rowsOf({ year: column.number, half: column.number, deadline: column.day, missing: column.number })

/** The round whose last day has passed and in which answers are missing, with how many organisations lack some: one statement. */
export const readLate = (actor: Actor): RowOf<typeof lateRow>[] =>
  actor.database.sql.all(
    lateRow,
    `WITH RECURSIVE ${adoptedSql(viewOf(actor).decisions('d'))}, ${inForceSql}
     SELECT r.year, r.half, r.deadline, count(DISTINCT o.id) AS missing FROM ${subjects} JOIN Organisation o
     WHERE ${owedSql} AND r.deadline < ? GROUP BY r.id`,
    ...Array<string>(4).fill(actor.today),
  )

const newestRow = rowsOf({ openedAt: column.moment, deadline: column.day })

/** The half-year that is asked about now; null: none has been. */
export const newestRound = async (read: RowReader): Promise<RowOf<typeof newestRow> | null> =>
  (
    await read(newestRow, 'SELECT openedAt, deadline FROM ImplementationRound ORDER BY year DESC, half DESC LIMIT 1')
  )[0] ?? null

const ofTextRow = rowsOf({
  year: column.number,
  half: column.number,
  slug: column.text,
  asked: column.number,
  answered: column.number,
})

/** The latest half-year in which a strategy was asked about, with how many have answered: one statement. */
export const readLatestOf = (db: Database, textId: number): RowOf<typeof ofTextRow> | undefined =>
  db.sql.get(
    ofTextRow,
    `SELECT r.year, r.half, s.slug, count(*) AS asked, sum(${answeredSql}) AS answered
     FROM ${subjects} JOIN SharedText s ON s.id = u.textId JOIN Organisation o ON ${askedSql}
     WHERE u.textId = ? GROUP BY u.id ORDER BY r.year DESC, r.half DESC LIMIT 1`,
    textId,
  )
