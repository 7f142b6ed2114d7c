import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import type { Tx } from '../../../../database/write.ts'
import type { Answering, AskedOrganisation, JudgedRows, SaidRows, StoredRows } from '../../../../http/answer-source.ts'
import type { Objection } from '../../../../kernel/objection.ts'
import { listDanish } from '../../../../kernel/text.ts'
import { lastOf, loadOpen, type OpenStatement } from './load-open.ts'
import { isGiven, judgeRow, type PointAnswer } from './statement-rules.ts'

/** A row of the page, by its round and its point. */
export const rowName = (roundId: number, point: string): string => `r${roundId}${point}`

interface NewAnswer {
  point: string
  answer: PointAnswer
  confirms: number | null
}

interface Judged {
  statement: OpenStatement
  answers: NewAnswer[]
  faults: Objection[]
}

/** What the rows about standards amount to. A statement whose last point is answered is given. */
export async function judgeStatements(
  tx: Tx,
  actor: Actor,
  organisation: AskedOrganisation,
  rows: SaidRows,
): Promise<JudgedRows> {
  const open = await loadOpen(tx, organisation, actor.today)
  const judged = open.map(statement => judge(statement, rows))
  return {
    faults: judged.flatMap(({ faults }) => faults),
    known: new Set(open.flatMap(({ roundId, points }) => points.map(({ key }) => rowName(roundId, key)))),
    saved: judged.reduce((sum, { answers }) => sum + answers.length, 0),
    left: judged.reduce((sum, { statement, answers }) => sum + missingAfter(statement, answers), 0),
    store: given => storeAnswers(tx, actor, organisation.id, judged, given),
  }
}

function judge(statement: OpenStatement, rows: SaidRows): Judged {
  const answers: NewAnswer[] = []
  const faults: Objection[] = []
  statement.points.forEach(({ key }, index) => {
    const name = rowName(statement.roundId, key)
    const said = rows[name]
    if (!said) return
    const verdict = judgeRow(said, {
      standing: lastOf(statement.rows, key),
      offered: lastOf(statement.before?.rows ?? [], key),
      field: `answers[${name}]`,
      number: index + 1,
    })
    if (verdict.kind === 'faults') faults.push(...verdict.faults)
    if (verdict.kind === 'answer') answers.push({ point: key, answer: verdict.answer, confirms: verdict.confirms })
  })
  return { statement, answers, faults }
}

async function storeAnswers(
  tx: Tx,
  actor: Actor,
  organisationId: number,
  judged: readonly Judged[],
  { as, at }: Answering,
): Promise<StoredRows> {
  const events: NewEvent[] = []
  for (const { statement, answers } of judged) {
    let last = 0
    for (const { point, answer, confirms } of answers) {
      const { id } = await tx.statementAnswer.create({
        data: {
          roundId: statement.roundId,
          organisationId,
          point,
          ...answer,
          confirmsId: confirms,
          asId: as,
          byId: personIdOf(actor),
          at,
        },
      })
      last = id
    }
    const kind = kindOf(statement, answers)
    if (kind) events.push(event(kind, 'statement', last, { after: { points: answers.map(({ point }) => point) } }))
  }
  const given = judged.flatMap(({ statement, answers }) =>
    kindOf(statement, answers) === 'statementGiven' ? [`»${statement.title}«`] : [],
  )
  return { events, told: givenText(given) }
}

const givenText = (titles: readonly string[]): string | null => {
  if (titles.length === 0) return null
  return titles.length === 1
    ? `Redegørelsen om ${titles[0] ?? ''} er afgivet.`
    : `Redegørelserne om ${listDanish(titles)} er afgivet.`
}

const missingAfter = ({ points, rows }: OpenStatement, answers: readonly NewAnswer[]): number => {
  const answered = new Set([...rows, ...answers].map(({ point }) => point))
  return points.filter(({ key }) => !answered.has(key)).length
}

function kindOf(statement: OpenStatement, answers: readonly NewAnswer[]) {
  if (answers.length === 0) return null
  if (isGiven(statement.points, new Set(statement.rows.map(({ point }) => point)))) return 'statementChanged'
  return missingAfter(statement, answers) === 0 ? 'statementGiven' : 'statementAnswered'
}
