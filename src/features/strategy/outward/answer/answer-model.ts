import { dayInRow, longDay, momentInRow } from '../../../../kernel/days.ts'
import { byAndWhen } from '../../../../kernel/text.ts'
import type { OutwardInFull } from '../find-outward.ts'
import { followedKinds, followedNames } from '../labels.ts'
import { answerLetterPath } from '../paths.ts'

/** The answers that were filed, the latest first: that one counts. */
export const answersModel = ({ row, kept }: OutwardInFull) =>
  kept.answers.map((answer, at) => ({
    latest: at === 0,
    received: longDay(dayInRow(answer.receivedOn)),
    reference: answer.reference,
    summary: answer.summary,
    document: answer.document ? { text: answer.documentName, href: answerLetterPath(row.slug, answer.id) } : null,
    told: `Registreret ${byAndWhen(answer.by.name, momentInRow(answer.at))}.`,
    counts: (['FULL', 'PARTLY', 'NOT'] as const)
      .map(followed => ({
        text: followedNames[followed],
        kind: followedKinds[followed],
        count: answer.points.filter(point => point.followed === followed).length,
      }))
      .filter(({ count }) => count > 0),
    points: answer.points.map(({ position, asked, said, followed, outcome }) => ({
      position,
      asked,
      said,
      tag: { text: followedNames[followed], kind: followedKinds[followed] },
      outcome,
    })),
  }))
