import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireStep } from '../../../../access/steps.ts'
import { event } from '../../../../database/events.ts'
import { write } from '../../../../database/write.ts'
import { type Day, dayInRow } from '../../../../kernel/days.ts'
import { Conflict, refuseAll } from '../../../../kernel/refusal.ts'
import type { IncomingFile } from '../../../ground/documents/index.ts'
import { loadOutward } from '../load-outward.ts'
import { outwardWay } from '../outward-steps.ts'
import { storedLetter } from '../register-outward.ts'
import { type AnsweredRow, judgePoints, receivedObjections } from './answer-rules.ts'

export interface FiledAnswer {
  slug: string
  /** The answer that stood when the form was made; 0: none. */
  version: number
  receivedOn: Day
  reference: string
  summary: string
  points: readonly AnsweredRow[]
  files: readonly IncomingFile[]
}

/** R24: the answer point by point, with what was followed and what became of it. Filed again, the last one counts. */
export const fileAnswer = (actor: Actor, input: FiledAnswer): Promise<{ points: number }> =>
  write(actor, async (tx, at) => {
    const { id, answer, sending, facts } = await loadOutward(tx, actor, input.slug)
    requireStep(outwardWay, actor, 'FILE_ANSWER', facts)
    const { receivedOn, reference, summary, files } = input
    if ((answer?.id ?? 0) !== input.version)
      throw new Conflict(
        { receivedOn: answer?.receivedOn ?? '', reference: answer?.reference ?? '', summary: answer?.summary ?? '' },
        answer?.id ?? 0,
      )
    const { points, faults } = judgePoints(input.points)
    refuseAll([
      ...receivedObjections({ receivedOn, sentOn: dayInRow(sending?.sentOn) ?? null, today: actor.today }),
      ...faults,
    ])
    const kept = answer ? { documentId: answer.documentId, documentName: answer.documentName } : {}
    const row = await tx.outwardAnswer.create({
      data: {
        statementId: id,
        receivedOn,
        reference,
        summary,
        ...kept,
        ...(await storedLetter(tx, actor, files)),
        byId: personIdOf(actor),
        at,
        points: { create: points.map((point, index) => ({ ...point, position: index + 1 })) },
      },
    })
    const after = { answer: row.id, receivedOn, reference, points: points.length }
    return { result: { points: points.length }, events: [event('outwardAnswerFiled', 'outward', id, { after })] }
  })
