import { z } from 'zod'
import type { Actor } from '../../../access/actor.ts'
import { readerOf } from '../../../access/event-subjects.ts'
import { inSteps } from '../../../database/in-steps.ts'
import { ofOneState } from '../../../database/one-state.ts'
import type { SqlValue } from '../../../database/prepared-reader.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import { type Cursor, cursorRow } from '../../../http/pages/paging.ts'
import { addDays, type Day, type Instant, momentOf } from '../../../kernel/days.ts'
import { fold } from '../../../kernel/fold.ts'
import { type EventLog, type EventSubject, isKind, sentenceOf } from './event-log.ts'
import { aboutCondition, toldOf } from './subjects.ts'

export interface EventFilter {
  q?: string | undefined
  kinds?: readonly string[] | undefined
  /** Who did it; null: the portal itself. */
  person?: number | null | undefined
  about?: { subject: EventSubject; id: number } | null | undefined
  from?: Day | null | undefined
  to?: Day | null | undefined
}

/** An event as this person may read it. */
export interface ToldEvent {
  id: number
  at: Instant
  kind: string
  sentence: string
  actor: string
  about: string
  href: string | null
  subject: EventSubject
  subjectId: number
  /** The page of what it is about shows this person all its facts. */
  shown: boolean
}

/** As `toldOf` writes it: the name, the address, and whether the page shows all of it. */
const told = z.tuple([z.union([z.string(), z.number()]), z.string().nullable(), z.number()])

const eventColumns = {
  id: column.number,
  at: column.moment,
  actor: column.text,
  kind: column.text,
  subject: column.oneOf<EventSubject>(),
  subjectId: column.number,
  told: column.json(told),
}
const eventRow = rowsOf(eventColumns)
/** With what stood before and after, each as JSON. */
const changedRow = rowsOf({ ...eventColumns, before: column.orNull(column.text), after: column.orNull(column.text) })

/** So many are looked through in one turn: each asks who may read it. */
const stepSize = 1_000

const columns = 'e.id, e.at, e.actor, e.kind, e.subject, e.subjectId'

/**
 * The newest first, of those alone that this person may read; looked through in steps, since a person who may read few,
 * or a word that few have, asks for many to be looked at.
 */
export function readEvents(
  log: EventLog,
  actor: Actor,
  filter: EventFilter,
  after: Cursor | null,
  most: number,
): Promise<ToldEvent[]> {
  const { sql } = actor.database
  const { conditions, values } = conditionsOf(log, filter)
  const toldSql = toldOf(log, readerOf(actor))
  const words = wordsIn(filter.q)
  const where = (...more: string[]) => [...conditions, ...more, '1 = 1'].join(' AND ')
  const beyond = (key: Cursor | null) => (key ? ['(e.at, e.id) < (?, ?)'] : [])
  const keyOf = (key: Cursor | null): SqlValue[] => (key ? [key.key, key.id] : [])
  const end = (key: Cursor | null): Cursor | null => {
    const step = sql.all(
      cursorRow,
      `SELECT e.at AS key, e.id FROM Event e WHERE ${where(...beyond(key))} ORDER BY e.at DESC, e.id DESC LIMIT ${stepSize}`,
      ...values,
      ...keyOf(key),
    )
    return step.length === stepSize ? (step.at(-1) ?? null) : null
  }
  const rows = (key: Cursor | null, last: Cursor | null): ToldEvent[] =>
    sql
      .all(
        eventRow,
        `SELECT * FROM (SELECT ${columns}, ${toldSql} AS told FROM Event e
           WHERE ${where(...beyond(key), ...(last ? ['(e.at, e.id) >= (?, ?)'] : []))})
         WHERE told IS NOT NULL ORDER BY at DESC, id DESC ${words.length === 0 ? `LIMIT ${most}` : ''}`,
        ...values,
        ...keyOf(key),
        ...keyOf(last),
      )
      .map(row => toldEvent(log, row))
      .filter(event => hasAll(words, event))
  return ofOneState(actor.database, pause => inSteps(most, after, { end, rows }, pause))
}

/** Null: there is no such event for this person. With what stood before and after, where its subject's page shows it. */
export function findEvent(log: EventLog, actor: Actor, id: number): (ToldEvent & Changed) | null {
  const row = actor.database.sql.get(
    changedRow,
    `SELECT * FROM (SELECT ${columns}, ${toldOf(log, readerOf(actor))} AS told, e.before, e.after FROM Event e WHERE e.id = ?)
     WHERE told IS NOT NULL`,
    id,
  )
  return row ? { ...toldEvent(log, row), before: row.before, after: row.after } : null
}

export type Changed = Pick<RowOf<typeof changedRow>, 'before' | 'after'>

function conditionsOf(log: EventLog, { kinds, person, about, from, to }: EventFilter) {
  const conditions: string[] = []
  const values: SqlValue[] = []
  const where = (condition: string, ...given: SqlValue[]) => {
    conditions.push(condition)
    values.push(...given)
  }
  if (kinds)
    where(
      `e.kind IN (${kinds
        .filter(kind => isKind(log, kind))
        .map(kind => `'${kind}'`)
        .join(',')})`,
    )
  if (person === null) where('e.personId IS NULL')
  else if (person !== undefined) where('e.personId = ?', person)
  if (about) {
    const { condition, values: ids } = aboutCondition(log, about.subject, about.id)
    where(condition, ...ids)
  }
  if (from) where('e.at >= ?', momentOf(from, '00:00'))
  if (to) where('e.at < ?', momentOf(addDays(to, 1), '00:00'))
  return { conditions, values }
}

function toldEvent(log: EventLog, { told, ...row }: RowOf<typeof eventRow>): ToldEvent {
  const [name, href, shown] = told
  return {
    ...row,
    about: `${log.subjects[row.subject].label} ${name}`,
    href,
    shown: shown === 1,
    sentence: isKind(log, row.kind) ? sentenceOf(log, row.actor, row.kind) : '',
  }
}

/** Searched for in what is shown, and in nothing else: what a person may not read is found by no word. */
const hasAll = (words: readonly string[], { sentence, about }: ToldEvent): boolean => {
  if (words.length === 0) return true
  const text = fold(`${sentence} ${about}`)
  return words.every(word => text.includes(word))
}

const wordsIn = (typed: string | undefined): string[] =>
  fold(typed ?? '')
    .split(/\s+/)
    .filter(word => word !== '')
    .slice(0, 12)

const toldRow = rowsOf({ told: column.json(told) })

/** What the list is about, as this person may read it; null: there is no such thing for him or her. */
export function nameOf(
  log: EventLog,
  actor: Actor,
  { subject, id }: { subject: EventSubject; id: number },
): string | null {
  const row = actor.database.sql.get(
    toldRow,
    `SELECT told FROM (SELECT e.id, ${toldOf(log, readerOf(actor))} AS told FROM Event e WHERE e.subject = '${subject}' AND e.subjectId = ?)
     WHERE told IS NOT NULL LIMIT 1`,
    id,
  )
  return row ? `${log.subjects[subject].label} ${row.told[0]}` : null
}

const personChoiceRow = rowsOf({ id: column.number, name: column.text, organisation: column.text })
export type PersonChoice = RowOf<typeof personChoiceRow>

/** Everybody whom the pages of the parties name: the choice tells nothing of who has done what. */
export const readPeople = (actor: Actor): PersonChoice[] =>
  actor.database.sql.all(
    personChoiceRow,
    `SELECT p.id, p.name, o.shortName AS organisation FROM Person p JOIN Organisation o ON o.id = p.organisationId
     WHERE p.id > 0 ORDER BY p.name, p.id LIMIT 2000`,
  )
