import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { answersAs } from '../../../../access/represented.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
import { periodOf } from '../../../../kernel/periods.ts'
import { brokenRule, notFound, refuseAll } from '../../../../kernel/refusal.ts'
import { lastOf, loadOpen, type OpenStatement } from './load-open.ts'
import { isGiven, judgeRow, type PointAnswer, type SaidRow } from './statement-rules.ts'

/** A row of the page, by its round and its point. */
export const rowName = (roundId: number, point: string): string => `r${roundId}${point}`

interface NewAnswer {
  point: string
  answer: PointAnswer
  confirms: number | null
}

/**
 * What an organisation answers, as many rows as it has come to: all are stored or none, and all that is wrong is told at
 * once. What it answered before stays; a statement whose last point is answered is given.
 */
export const answerStandards = (
  actor: Actor,
  { organisation: slug, rows }: { organisation: string; rows: Readonly<Record<string, SaidRow>> },
): Promise<{ saved: number; given: string[]; left: number }> =>
  write(actor, async (tx, at) => {
    const organisation = await organisationWithAdministrators(tx, actor, slug)
    const { administrators } = organisation
    requireRight(actor, 'answerForOrganisation', { organisation, administrators })
    const as = answersAs(actor, organisation)
    const open = await loadOpen(tx, { ...organisation, ...periodOf(organisation) }, actor.today)
    const judged = open.map(statement => ({ statement, ...judge(statement, rows) }))
    refuseAll([...judged.flatMap(({ faults }) => faults), closedMeanwhile(open, rows)])
    if (judged.every(({ answers }) => answers.length === 0))
      throw brokenRule('Der er ingen nye svar at gemme. Vælg et svar ved mindst ét punkt.')

    const events: NewEvent[] = []
    for (const { statement, answers } of judged) {
      let last = 0
      for (const { point, answer, confirms } of answers) {
        const { id } = await tx.statementAnswer.create({
          data: {
            roundId: statement.roundId,
            organisationId: organisation.id,
            point,
            ...answer,
            confirmsId: confirms,
            asId: typeof as === 'number' ? as : null,
            byId: personIdOf(actor),
            at,
          },
        })
        last = id
      }
      const kind = kindOf(statement, answers)
      if (kind) events.push(event(kind, 'statement', last, { after: { points: answers.map(({ point }) => point) } }))
    }
    const result = {
      saved: judged.reduce((sum, { answers }) => sum + answers.length, 0),
      given: judged.flatMap(({ statement, answers }) =>
        kindOf(statement, answers) === 'statementGiven' ? [statement.title] : [],
      ),
      left: judged.reduce((sum, { statement, answers }) => sum + missingAfter(statement, answers), 0),
    }
    return { result, events }
  })

async function organisationWithAdministrators(tx: Tx, { today }: Actor, slug: string) {
  const found = await tx.organisation.findUnique({
    where: { slug },
    include: {
      administeredBy: { where: { from: { lte: today }, OR: [{ to: null }, { to: { gte: today } }] } },
    },
  })
  if (!found) throw notFound('Organisationen findes ikke.')
  return { ...found, administrators: found.administeredBy.map(({ administratorId }) => administratorId) }
}

function judge(statement: OpenStatement, rows: Readonly<Record<string, SaidRow>>) {
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
  return { answers, faults }
}

/** An answer to what is not asked any more is not dropped in silence. */
function closedMeanwhile(open: readonly OpenStatement[], rows: Readonly<Record<string, SaidRow>>): Objection | null {
  const known = new Set(open.flatMap(({ roundId, points }) => points.map(({ key }) => rowName(roundId, key))))
  return Object.entries(rows).some(([name, { state }]) => state !== null && !known.has(name))
    ? objection('Nogle af punkterne kan ikke besvares længere. Kopiér det, du vil beholde, og genindlæs siden.')
    : null
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
