import type { Day } from '../../../../kernel/days.ts'
import { longDay } from '../../../../kernel/days.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
import type { Followed } from '../labels.ts'

/** A row of the form: what the letter said, and what the addressee made of it. */
export interface AnsweredRow {
  asked: string
  said: string
  followed: Followed | null
  outcome: string
}

export interface AnsweredPoint extends AnsweredRow {
  followed: Followed
}

/** More points than anybody answers one by one. */
export const mostPoints = 60

/** A row in which nothing of an answer stands is none: what the letter said is filled in already. */
export const isAnswered = ({ said, followed, outcome }: AnsweredRow): boolean =>
  said !== '' || followed !== null || outcome !== ''

/** The points that were answered, or all that is wrong, each at its field: `points[2][said]`. */
export function judgePoints(rows: readonly AnsweredRow[]): { points: AnsweredPoint[]; faults: Objection[] } {
  const faults: Objection[] = []
  const points = rows.flatMap((row, at): AnsweredPoint[] => {
    if (!isAnswered(row)) return []
    const lacks = (field: keyof AnsweredRow, sentence: string) =>
      faults.push(objection(`Punkt ${at + 1}: ${sentence}`, `points[${at}][${field}]`))
    if (row.asked === '') lacks('asked', 'Skriv, hvad brevet sagde.')
    if (row.said === '') lacks('said', 'Skriv, hvad modtageren svarede.')
    if (row.followed === null) lacks('followed', 'Vælg, om det blev fulgt.')
    return row.followed === null ? [] : [{ ...row, followed: row.followed }]
  })
  if (faults.length === 0 && points.length === 0)
    faults.push(objection('Registrér svaret på mindst ét punkt.', 'points[0][said]'))
  return { points, faults }
}

/** The day that the answer came: not before the letter was sent, and not in the future. */
export function receivedObjections({ receivedOn, sentOn, today }: { receivedOn: Day; sentOn: Day | null; today: Day }) {
  const told: Objection[] = []
  if (receivedOn > today) told.push(objection('Svaret kan ikke være modtaget senere end i dag.', 'receivedOn'))
  if (sentOn !== null && receivedOn < sentOn)
    told.push(objection(`Brevet blev sendt den ${longDay(sentOn)}. Svaret kan ikke være modtaget før.`, 'receivedOn'))
  return told
}
