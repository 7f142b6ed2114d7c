import { type Day, longDay } from '../../../kernel/days.ts'
import { isPast, lastsSql } from '../../../kernel/last-day.ts'
import { type Objection, objection } from '../../../kernel/objection.ts'

export type HearingStance = 'SUPPORTS' | 'WITH_REMARKS' | 'OBJECTS'

export const hearingStances: Record<HearingStance, string> = {
  SUPPORTS: 'Støtter',
  WITH_REMARKS: 'Støtter med forbehold',
  OBJECTS: 'Kan ikke støtte',
}

export const stanceKinds = { SUPPORTS: 'success', WITH_REMARKS: 'warning', OBJECTS: 'danger' } as const

/** Who is asked about something, and until when. `Asked` is the key of a party, a body or an organisation. */
export interface Hearing<Asked> {
  asked: readonly Asked[]
  /** The last day for answers; null: no day is set. */
  until: Day | null
}

export interface HearingAnswer<Asked> {
  by: Asked
  personId: number
  /** null: an answer to the whole, which is given on behalf of all who were asked as one. */
  sectionKey: string | null
  stance: HearingStance
}

/** The last day counts, to its end. */
export const isOpen = ({ until }: Pick<Hearing<unknown>, 'until'>, today: Day): boolean => !isPast(until, today)

/** The same as SQL; one value to bind: today. `until` is the column of the last day. */
export const openSql = (until: string): string => lastsSql(until)

/** Why an answer cannot be taken as it is written; all of it at once. */
export function answerObjections(
  { until }: Pick<Hearing<unknown>, 'until'>,
  answer: { stance: HearingStance; text: string },
  today: Day,
): Objection[] {
  if (until !== null && isPast(until, today)) return [objection(`Høringsfristen udløb den ${longDay(until)}.`)]
  return answer.stance !== 'SUPPORTS' && answer.text.trim() === ''
    ? [objection('Skriv forbeholdet eller indvendingen.', 'text')]
    : []
}

/**
 * The answers that count, of all in the order that they were given: a person's latest to a section, and the latest to
 * the whole of each who was asked.
 */
export function latestAnswers<Answer extends HearingAnswer<unknown>>(answers: readonly Answer[]): Answer[] {
  const latest = new Map<string, Answer>()
  for (const answer of answers) {
    const { by, sectionKey, personId } = answer
    latest.set(sectionKey === null ? `${by}` : `${by} ${sectionKey} ${personId}`, answer)
  }
  return [...latest.values()]
}

/** Those asked who have not answered for the whole. */
export const unanswered = <Asked>(
  { asked }: Pick<Hearing<Asked>, 'asked'>,
  answers: readonly HearingAnswer<Asked>[],
): Asked[] => asked.filter(one => !answers.some(({ by, sectionKey }) => by === one && sectionKey === null))

export interface HearingOutcome<Asked> {
  withRemarks: Asked[]
  withoutRemarks: Asked[]
  silent: Asked[]
  /** Those who answered without being asked. Their answers are kept. */
  unasked: Asked[]
}

/** The three groups at the end. Whoever has a remark to any section has remarks. */
export function outcomeOf<Asked>(
  hearing: Pick<Hearing<Asked>, 'asked'>,
  answers: readonly HearingAnswer<Asked>[],
): HearingOutcome<Asked> {
  const remarked = new Set(latestAnswers(answers).flatMap(({ by, stance }) => (stance === 'SUPPORTS' ? [] : [by])))
  const silent = unanswered(hearing, answers).filter(one => !remarked.has(one))
  return {
    withRemarks: hearing.asked.filter(one => remarked.has(one)),
    withoutRemarks: hearing.asked.filter(one => !remarked.has(one) && !silent.includes(one)),
    silent,
    unasked: [...new Set(answers.map(({ by }) => by))].filter(by => !hearing.asked.includes(by)),
  }
}

/** Answers under the sections that they are about, in the sections' order; a section without one is left out. */
export const bySection = <Section extends { key: string }, Answer extends HearingAnswer<unknown>>(
  sections: readonly Section[],
  answers: readonly Answer[],
): { section: Section; answers: Answer[] }[] =>
  sections
    .map(section => ({ section, answers: answers.filter(({ sectionKey }) => sectionKey === section.key) }))
    .filter(row => row.answers.length > 0)
