import { type Day, longDay } from '../../../../kernel/days.ts'
import { isPast } from '../../../../kernel/last-day.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
import { isOn, type Period } from '../../../../kernel/periods.ts'
import { type HearingOutcome, outcomeOf } from '../../../ground/hearing/index.ts'

/** An answer has remarks or none: whoever supports a text and has none, and whoever only has none, say the same. */
export type AnswerStance = 'SUPPORTS' | 'WITH_REMARKS'

export const stanceNames: Record<AnswerStance, string> = {
  SUPPORTS: 'Ingen bemærkninger',
  WITH_REMARKS: 'Bemærkninger',
}

/** Who can be asked. An administrator owns no homes: it may answer for its associations. */
const askableKinds: readonly string[] = ['HOUSING_ORGANISATION', 'ASSOCIATION', 'DEPARTMENT']

/** §5: those that are there on the day, each for itself. A municipality without departments is asked as one. */
export const askableOn = <Organisation extends Period & { kind: string; side: string | null }>(
  organisations: readonly Organisation[],
  on: Day,
): Organisation[] => {
  const there = organisations.filter(one => one.side !== null && isOn(one, on))
  const hasDepartments = there.some(({ kind }) => kind === 'DEPARTMENT')
  return there.filter(({ kind }) => askableKinds.includes(kind) || (kind === 'MUNICIPALITY' && !hasDepartments))
}

/** Whom the secretariats ask: all, a party's, or those that they choose. */
export type Audience = 'ALL' | 'HOUSING' | 'MUNICIPALITY' | 'SOME'

export const audienceNames: Record<Audience, string> = {
  ALL: 'Alle organisationer hos begge parter',
  HOUSING: 'Boligorganisationerne',
  MUNICIPALITY: 'Kommunens forvaltninger',
  SOME: 'Kun de organisationer, der er valgt nedenfor',
}

/** The organisations that are asked, or why none are. @param chosen by their numbers, where only some are asked */
export function askedAmong<Organisation extends { id: number; side: string | null }>(
  askable: readonly Organisation[],
  audience: Audience,
  chosen: readonly number[],
): { asked: Organisation[]; objection: Objection | null } {
  const asked = askable.filter(({ id, side }) =>
    audience === 'SOME' ? chosen.includes(id) : audience === 'ALL' || side === audience,
  )
  if (audience === 'SOME' && chosen.some(id => !askable.some(one => one.id === id)))
    return {
      asked,
      objection: objection('En af de valgte organisationer kan ikke spørges længere. Vælg igen.', 'asked'),
    }
  if (asked.length > 0) return { asked, objection: null }
  return {
    asked,
    objection:
      audience === 'SOME'
        ? objection('Vælg mindst én organisation.', 'asked')
        : objection('Der er ingen organisationer at spørge. Vælg andre.', 'audience'),
  }
}

/** What an organisation has typed. */
export interface SaidAnswer {
  stance: AnswerStance | null
  whole: string
  /** By the sections' keys. */
  sections: Readonly<Record<string, string>>
}

/** Why no answer is taken any more; null: one is. */
export function overSentence(hearing: { until: Day; isClosed: boolean }, today: Day): string | null {
  if (hearing.isClosed) return 'Høringen er lukket. Der kan ikke svares mere.'
  return isPast(hearing.until, today)
    ? `Høringsfristen udløb den ${longDay(hearing.until)}. Svaret kan ikke afgives, medmindre sekretariaterne forlænger fristen.`
    : null
}

/** Why an answer cannot be taken as it is written; all of it at once. */
export function answerFaults(
  hearing: { until: Day; isClosed: boolean },
  said: SaidAnswer,
  known: readonly string[],
  today: Day,
): Objection[] {
  const over = overSentence(hearing, today)
  if (over !== null) return [objection(over)]
  const remarks = remarksIn(said)
  if (remarks.some(({ sectionKey }) => sectionKey !== null && !known.includes(sectionKey)))
    return [objection('Et af afsnittene står ikke i det udkast, der er i høring. Genindlæs siden.')]
  if (said.stance === null) return [objection('Vælg, om I har bemærkninger.', 'stance')]
  if (said.stance === 'WITH_REMARKS' && remarks.length === 0)
    return [objection('Skriv bemærkningerne, eller vælg »Ingen bemærkninger«.', 'whole')]
  return said.stance === 'SUPPORTS' && remarks.length > 0
    ? [objection('I har skrevet bemærkninger. Vælg »Bemærkninger«, eller slet teksten.', 'stance')]
    : []
}

/** Remarks that say something, the sections' first. */
export const remarksIn = ({ whole, sections }: Pick<SaidAnswer, 'whole' | 'sections'>) => [
  ...Object.entries(sections).flatMap(([sectionKey, text]) => (text === '' ? [] : [{ sectionKey, text }])),
  ...(whole === '' ? [] : [{ sectionKey: null, text: whole }]),
]

interface Given {
  organisationId: number
  byId: number
  stance: AnswerStance
}

/** Each organisation's last answer, in the order in which they were given. */
export function standingAnswers<Answer extends { organisationId: number }>(answers: readonly Answer[]): Answer[] {
  const last = new Map(answers.map(answer => [answer.organisationId, answer]))
  return answers.filter(answer => last.get(answer.organisationId) === answer)
}

/** The three groups, and whoever answered without being asked: by the organisations' numbers. */
export const groupsOf = (asked: readonly number[], answers: readonly Given[]): HearingOutcome<number> =>
  outcomeOf(
    { asked },
    standingAnswers(answers).map(({ organisationId, byId, stance }) => ({
      by: organisationId,
      personId: byId,
      sectionKey: null,
      stance,
    })),
  )
