import { longMoment } from '../../../../kernel/days.ts'
import { byAndWhen } from '../../../../kernel/text.ts'
import type { MinutesContent } from '../document/minutes-content.ts'
import type { ObjectionRow } from '../document/minutes-queries.ts'
import { minutesPath } from '../paths.ts'
import { hiddenNumbers, type Reading } from './minutes-reading.ts'

/** Objections as they stand at what they are about, each with its answer or the way to give it. */
export interface ObjectionLine {
  anchor: string
  /** The item's number; null: the minutes as a whole. */
  number: number | null
  by: string
  about: string
  text: string
  answer: string | null
  /** Whether it was upheld, by whom and when; null: nobody has answered. */
  answered: string | null
  answerHref: string | null
}

/** @param answers whether this person may answer them */
export function objectionLines(
  { objections, meeting, reader }: Reading,
  copy: MinutesContent,
  answers: boolean,
): ObjectionLine[] {
  if (!reader.readsClosed) return []
  const hidden = hiddenNumbers(copy)
  return objections
    .filter(({ itemPosition }) => itemPosition === null || !hidden.has(itemPosition))
    .map(objection => ({
      anchor: `indsigelse-${objection.id}`,
      number: objection.itemPosition,
      by: `${objection.name}, ${longMoment(objection.at)}`,
      about: `Gjort mod version ${objection.version}`,
      text: objection.text,
      answer: objection.answer,
      answered: answeredText(objection),
      answerHref: answers && !objection.answeredAt ? `${minutesPath(meeting.id)}/indsigelser/${objection.id}` : null,
    }))
}

const answeredText = ({ answeredAt, answeredBy, upheld }: ObjectionRow): string | null =>
  answeredAt
    ? `${upheld ? 'Taget til følge' : 'Ikke taget til følge'} ${byAndWhen(answeredBy ?? 'systemet', answeredAt)}.`
    : null
