import type { Database } from '../database/database.ts'
import { column, rowsOf } from '../database/rows.ts'
import { untilCommit } from '../database/until-commit.ts'
import type { Actor, ActorSeat, BodyKind, Side } from './actor.ts'
import { keptSql } from './kept-mandates.ts'
import { isCalledSql, minutesAreOutSql } from './meeting-states.ts'
import { closedSql } from './openness.ts'
import { type BodySubject, prepares, readsBody, readsClosedOf } from './policy.ts'
import { standInTitleSql, type WithheldCase } from './withheld-case.ts'

/**
 * One visibility rule for pages, lists, counts, search and files (domain §6): what a person may not see exists nowhere
 * for them. The bodies are few, so the rule is worked out into lists of their ids, and SQL conditions name those.
 *
 * The plus signs keep SQLite from looking meetings up by these conditions: nearly every meeting meets them, and a list
 * of the newest would be gathered from all of history and sorted (0.6 s at 100,000 decisions) instead of read from the
 * index of its order until the page is full (0.5 ms).
 */
export interface View {
  readsBody(body: BodySubject): boolean
  readsDrafts(body: BodySubject): boolean
  readsClosed(body: BodySubject): boolean
  /** SQL condition: the meeting itself (its day and place) may be seen. `m` is the meeting's alias. */
  meetings(m: string): string
  /** SQL condition: the meeting's agenda may be read: it has been sent, also when cancelled since, or one prepares it. */
  agendas(m: string): string
  /** SQL condition: one prepares the meeting, and reads its drafts. */
  drafts(m: string): string
  /** SQL condition: what was treated may be read: the minutes are out, or one belongs to the body. */
  proceedings(m: string): string
  /** SQL condition: one belongs to the meeting's body, or prepares its meetings. */
  members(m: string): string
  /** SQL condition: the minutes may be read and are out; before that, and while they are taken back, by those who write them. */
  minutes(m: string): string
  /**
   * SQL condition: an item's own text may be read, as far as its openness decides it: the item is open, or one reads the
   * body's closed items and is not recused from this one. `i` is its alias, `m` its meeting's, `t` its treatment's.
   */
  itemTexts(m: string, i: string, t: string): string
  /** SQL condition: the item is closed, and one is recused from it. `i` is its alias, `t` its treatment's. */
  recused(i: string, t: string): string
  /**
   * SQL condition: the decision may be seen, as its meeting's proceedings may. Its row has its meeting's body, so for
   * most readers no meeting is looked up. `d` is the decision's alias.
   */
  decisions(d: string): string
  /** SQL condition: of a decision that may be seen, also its own text, rows and amounts. `d` is its alias. */
  insideDecisions(d: string): string
  /** SQL condition: the follow-up may be seen. `f` is its alias, and its row is joined by `followUpJoins`. */
  followUps(f: string): string
  /**
   * SQL condition: a mandate may be seen. They are open to both parties; one that is given for a single decision tells
   * whom that binds and for how much, and is read by those who read the decision, and by those who keep it.
   */
  mandates(m: string): string
  /** SQL condition: one keeps the organisation's mandates. `organisationId` is a column. */
  keepsFor(organisationId: string): string
  /** SQL condition: a case may be seen. `c` is the case's alias. */
  cases(c: string): string
  /**
   * SQL condition: of a case that may be seen, also its own title and texts: it is open, or one reads the closed items
   * of the body that answers for it, and is recused from none of its items. `c` is its alias.
   */
  insideCases(c: string): string
  /** SQL: the case's title as it is read, its own or the one that stands in for it. `c` is its alias. */
  caseTitle(c: string): string
  /**
   * SQL condition: a document from before the portal may be seen, as a meeting of its body may. One that was withdrawn is
   * for those alone who look after the body's documents. `r` is its alias.
   */
  earlier(r: string): string
  /** SQL condition: of one that may be seen, also its own title, number, text and files. `r` is its alias. */
  insideEarlier(r: string): string
  /** SQL: its title as it is read, its own or the one that stands in for it. `r` is its alias. */
  earlierTitle(r: string): string
  /** The same of a case that is closed, where its row has been read: whether its own title and texts may be read. */
  readsCase(found: WithheldCase): boolean
}

/** What a follow-up `f` comes from: its item `i`, that one's meeting `m` and treatment `t`, and its decision `d`. */
export const followUpJoins = `LEFT JOIN AgendaItem i ON i.id = f.itemId LEFT JOIN Meeting m ON m.id = i.meetingId
  LEFT JOIN Treatment t ON t.itemId = i.id LEFT JOIN Decision d ON d.id = f.decisionId`

export function viewOf(actor: Actor): View {
  const bodies = bodiesOf(actor.database)
  if (!actor.person) return makeView(actor, bodies)
  const known = views.get(actor.seats)
  if (known?.bodies === bodies) return known.view
  const view = makeView(actor, bodies)
  views.set(actor.seats, { bodies, view })
  return view
}

/**
 * By a person's seats, which are read once and kept as long as nothing changes. By the actor, who is made anew for each
 * request, it would hold each until the engine's next full collection.
 */
const views = new WeakMap<ActorSeat[], { bodies: BodySubject[]; view: View }>()

/** What one may read of the same bodies who belongs to none of them: all that is open and out, and nothing closed. */
export const openPartOf = (actor: Actor): View => makeView(actor, bodiesOf(actor.database), () => false)

type Reads = (actor: Actor, body: BodySubject) => boolean
const readsAsSeated: Reads = (actor, body) => actor.system || readsClosedOf(actor, body)

function makeView(actor: Actor, bodies: BodySubject[], readsInside: Reads = readsAsSeated): View {
  const among = (found: readonly BodySubject[]) => `(${found.map(body => body.id).join(',')})`
  const read = bodies.filter(body => actor.system || readsBody(actor, body))
  const reads = among(read)
  const drafts = among(bodies.filter(body => actor.system || prepares(actor, body)))
  const closed = among(bodies.filter(body => readsInside(actor, body)))
  // Whoever belongs to a body reads all that it treated; of the others, what they have published.
  const others = among(read.filter(body => !readsInside(actor, body)))
  const person = actor.personId
  const steppedOut = (itemId: string) =>
    `EXISTS (SELECT 1 FROM Recusal r WHERE r.itemId = ${itemId} AND r.personId = ${person} AND r.endedAt IS NULL)`
  const ofClosed = (bodyId: string, itemId: string) => `(+${bodyId} IN ${closed} AND NOT ${steppedOut(itemId)})`
  const internal = actor.system
    ? '1 = 1'
    : actor.person?.side
      ? // Only a side's own group and secretariat read what it keeps to itself (R11).
        `sideInternal IN (${ownSides(actor)})`
      : '1 = 0'
  const itemTexts = (m: string, i: string, t: string) =>
    `(NOT ${closedSql(i, t)} OR ${ofClosed(`${m}.bodyId`, `${i}.id`)})`
  const proceedings = (m: string) =>
    `(+${m}.bodyId IN ${closed} OR (+${m}.bodyId IN ${others} AND ${minutesAreOutSql(`+${m}.state`)}))`
  const decisions = (d: string) => `(+${d}.bodyId IN ${closed} OR (+${d}.bodyId IN ${others} AND EXISTS
    (SELECT 1 FROM Meeting dm WHERE dm.id = ${d}.meetingId AND ${minutesAreOutSql('dm.state')})))`
  const isShared = (body: BodySubject) => body.kind === 'JOINT_GROUP'
  const readsShared = bodies.some(body => isShared(body) && readsInside(actor, body))
  const insideCases = (c: string) => `(NOT ${c}.withheld
    OR (CASE WHEN ${c}.sideInternal IS NULL THEN ${readsShared ? 1 : 0} ELSE +${c}.bodyId IN ${closed} END
      AND NOT EXISTS (SELECT 1 FROM AgendaItem ri JOIN Recusal r ON r.itemId = ri.id
        WHERE ri.caseId = ${c}.id AND r.personId = ${person} AND r.endedAt IS NULL)))`
  const readsClosed = (id: number) => bodies.some(body => body.id === id && readsInside(actor, body))
  // Nobody is recused from what was treated before the portal: there is no item to be recused from.
  const insideEarlier = (r: string) => `(NOT ${r}.closed OR +${r}.bodyId IN ${closed})`
  const insideDecisions = (d: string) => `(NOT ${d}.closed OR ${ofClosed(`${d}.bodyId`, `${d}.itemId`)})`
  return {
    readsBody: body => actor.system || readsBody(actor, body),
    readsDrafts: body => actor.system || prepares(actor, body),
    readsClosed: body => readsInside(actor, body),
    meetings: m => `+${m}.bodyId IN ${reads}`,
    agendas: m => `(+${m}.bodyId IN ${drafts} OR (+${m}.bodyId IN ${reads} AND (${isCalledSql(`+${m}.state`)}
         OR (+${m}.state = 'CANCELLED' AND EXISTS (SELECT 1 FROM AgendaVersion av WHERE av.meetingId = ${m}.id)))))`,
    drafts: m => `${m}.bodyId IN ${drafts}`,
    proceedings,
    members: m => `+${m}.bodyId IN ${closed}`,
    minutes: m => `(+${m}.bodyId IN ${drafts} OR (${minutesAreOutSql(`+${m}.state`)} AND ${proceedings(m)}))`,
    itemTexts,
    recused: (i, t) => `(${closedSql(i, t)} AND ${steppedOut(`${i}.id`)})`,
    decisions,
    insideDecisions,
    mandates:
      m => `(${m}.onlyDecisionId IS NULL OR ${keptSql(actor, `${m}.organisationId`)} OR EXISTS (SELECT 1 FROM Decision od
      WHERE od.id = ${m}.onlyDecisionId AND ${decisions('od')} AND ${insideDecisions('od')}))`,
    keepsFor: organisationId => keptSql(actor, organisationId),
    // Where what was treated may be read, and of a closed item or decision where its own text may.
    followUps: f => `(i.id IS NULL AND +${f}.bodyId IN ${reads} OR i.id IS NOT NULL AND ${proceedings('m')}
      AND ${itemTexts('m', 'i', 't')} AND (d.id IS NULL OR ${insideDecisions('d')}))`,
    insideCases,
    caseTitle: c => `CASE WHEN ${insideCases(c)} THEN ${c}.title ELSE ${standInTitleSql(c)} END`,
    earlier: r => `(+${r}.bodyId IN ${reads} AND (${r}.withdrawnAt IS NULL OR +${r}.bodyId IN ${drafts}))`,
    insideEarlier,
    earlierTitle: r => `CASE WHEN ${insideEarlier(r)} THEN ${r}.title ELSE ${r}.publicTitle END`,
    readsCase: found =>
      (found.sideInternal === null ? readsShared : readsClosed(found.bodyId)) &&
      (person === null || !found.recused.includes(person)),
    cases: c =>
      `(${c}.sideInternal IS NULL AND ${actor.system || actor.person?.side ? '1 = 1' : '1 = 0'} OR ${internal.replace('sideInternal', `${c}.sideInternal`)})`,
  }
}

function ownSides(actor: Actor): string {
  const sides = new Set(
    actor.seats
      .filter(seat => seat.bodyKind === 'STRATEGY_GROUP' || seat.bodyKind === 'SECRETARIAT')
      .map(seat => seat.bodySide),
  )
  const named = [...sides].filter(side => side !== null).map(side => `'${side}'`)
  return named.length > 0 ? named.join(',') : `''`
}

/** The bodies with meetings in the portal. */
export const bodiesOf = (database: Database): BodySubject[] => allBodies(database, 'all')

/** Those whose meetings the actor prepares, as one of their secretariats. */
export const preparedBodies = (actor: Actor): ReadonlySet<number> =>
  new Set(bodiesOf(actor.database).flatMap(body => (prepares(actor, body) ? [body.id] : [])))

const bodyRow = rowsOf({
  id: column.number,
  kind: column.oneOf<BodyKind>(),
  side: column.orNull(column.oneOf<Side>()),
})

const allBodies = untilCommit<'all', BodySubject[]>(1, database =>
  database.sql.all(bodyRow, `SELECT id, kind, side FROM Body ORDER BY id`),
)
