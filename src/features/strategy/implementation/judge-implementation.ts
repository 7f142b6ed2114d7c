import { type Actor, personIdOf } from '../../../access/actor.ts'
import { event, type NewEvent } from '../../../database/events.ts'
import { rowReaderIn } from '../../../database/reader.ts'
import type { Tx } from '../../../database/write.ts'
import type { Answering, AskedOrganisation, JudgedRows, SaidRows, StoredRows } from '../../../http/answer-source.ts'
import type { Objection } from '../../../kernel/objection.ts'
import { type ImplementationAnswer, judgeRow } from './implementation-rules.ts'
import { lastOf, loadOpen, type OpenSubject } from './load-open.ts'

/** A row of the page, by the round's strategy and the goal. */
export const rowName = (subjectId: number, goal: string): string => `g${subjectId}${goal}`

interface NewAnswer {
  goal: string
  answer: ImplementationAnswer
  confirms: number | null
}

interface Judged {
  subject: OpenSubject
  answers: NewAnswer[]
  faults: Objection[]
}

/** What the rows about the strategies amount to. */
export async function judgeImplementation(
  tx: Tx,
  actor: Actor,
  organisation: AskedOrganisation,
  rows: SaidRows,
): Promise<JudgedRows> {
  const open = await loadOpen(rowReaderIn(tx), organisation, actor.today)
  const judged = open.map(subject => judge(subject, rows))
  return {
    faults: judged.flatMap(({ faults }) => faults),
    known: new Set(open.flatMap(({ subjectId, questions }) => questions.map(({ key }) => rowName(subjectId, key)))),
    saved: judged.reduce((sum, { answers }) => sum + answers.length, 0),
    left: judged.reduce((sum, { subject, answers }) => sum + missingAfter(subject, answers), 0),
    store: given => storeAnswers(tx, actor, organisation.id, judged, given),
  }
}

function judge(subject: OpenSubject, rows: SaidRows): Judged {
  const answers: NewAnswer[] = []
  const faults: Objection[] = []
  for (const { key, named } of subject.questions) {
    const name = rowName(subject.subjectId, key)
    const said = rows[name]
    if (!said) continue
    const verdict = judgeRow(said, {
      standing: lastOf(subject.rows, key),
      offered: subject.before.get(key) ?? null,
      field: `answers[${name}]`,
      named,
    })
    if (verdict.kind === 'faults') faults.push(...verdict.faults)
    if (verdict.kind === 'answer') answers.push({ goal: key, answer: verdict.answer, confirms: verdict.confirms })
  }
  return { subject, answers, faults }
}

const missingAfter = ({ questions, rows }: OpenSubject, answers: readonly NewAnswer[]): number =>
  questions.filter(({ key }) => lastOf(rows, key) === null && !answers.some(({ goal }) => goal === key)).length

async function storeAnswers(
  tx: Tx,
  actor: Actor,
  organisationId: number,
  judged: readonly Judged[],
  { as, at }: Answering,
): Promise<StoredRows> {
  const events: NewEvent[] = []
  for (const { subject, answers } of judged) {
    let last = 0
    for (const { goal, answer, confirms } of answers) {
      const { id } = await tx.implementationAnswer.create({
        data: {
          subjectId: subject.subjectId,
          organisationId,
          goal,
          ...answer,
          confirmsId: confirms,
          asId: as,
          byId: personIdOf(actor),
          at,
        },
      })
      last = id
    }
    if (answers.length === 0) continue
    const changes = answers.every(({ goal }) => lastOf(subject.rows, goal) !== null)
    const kind = changes ? 'implementationChanged' : 'implementationStated'
    events.push(event(kind, 'implementation', last, { after: { goals: answers.map(({ goal }) => goal) } }))
  }
  const whole = judged.filter(({ subject, answers }) => answers.length > 0 && missingAfter(subject, answers) === 0)
  return { events, told: whole.length > 0 ? 'Alle mål i de strategier, du har svaret på, er besvaret.' : null }
}
