import { type Day, longDay } from '../../../kernel/days.ts'
import { type Objection, objection } from '../../../kernel/objection.ts'
import { parameterFaults, type RuledBody, type RuleParameters } from './rules/rule-parameters.ts'

export interface BodyCorrectionFacts {
  body: { from: Day; to: Day | null }
  /** Whose mandates it gives. */
  organisation: { name: string; from: Day } | null
  otherNames: readonly string[]
  /** The first seat or the first meeting. */
  firstUse: Day | null
}

/** What stands in the way of a body's correction, all at once: nothing that is registered may become impossible. */
export function bodyFaults(facts: BodyCorrectionFacts, draft: { name: string; from: Day }): Objection[] {
  const { body, organisation, firstUse } = facts
  const found: Objection[] = []
  const sought = draft.name.toLocaleLowerCase('da')
  if (facts.otherNames.some(name => name.toLocaleLowerCase('da') === sought))
    found.push(objection(`Der er allerede et organ, der hedder ${draft.name}.`, 'name'))
  if (body.to !== null && draft.from > body.to)
    found.push(objection(`Organet ophørte den ${longDay(body.to)}. Vælg en tidligere dag.`, 'from'))
  else if (firstUse !== null && draft.from > body.from && draft.from > firstUse)
    found.push(
      objection(
        `Organet har en plads eller et møde fra den ${longDay(firstUse)}. Vælg en dag, der ikke er senere.`,
        'from',
      ),
    )
  else if (organisation && draft.from < organisation.from)
    found.push(
      objection(`${organisation.name} er først med i samarbejdet fra den ${longDay(organisation.from)}.`, 'from'),
    )
  return found
}

/** R62: what the joint group has adopted itself is changed by its decision alone. */
export const adoptedFault = (adopted: boolean): Objection | null =>
  adopted
    ? objection('Gruppen har vedtaget sin egen forretningsorden. Den ændres kun ved en ny beslutning i gruppen.')
    : null

export interface RulesFacts {
  body: RuledBody
  /** Rules that the body has adopted by a decision are in force, or are to be. */
  adopted: boolean
  inSession: string | null
  /** The last meeting that was held under the rules as they stand. */
  lastHeld: Day | null
  /** The day that the rules as they stand hold from. */
  latest: Day
}

/**
 * What stands in the way of changing rules that no decision has adopted, all at once. A meeting is read by the rules of its
 * day (§7), so rules that one has been held under are not changed under it: its notice and its quorum would read otherwise
 * than they did. The change then holds from a later day.
 * @param from the day that it holds from; null: what stands is corrected
 */
export function rulesFaults(facts: RulesFacts, rules: RuleParameters, from: Day | null): Objection[] {
  const adopted = adoptedFault(facts.adopted)
  if (adopted) return [adopted]
  if (facts.inSession !== null)
    return [objection(`Møde ${facts.inSession} er åbent. Ret forretningsordenen, når mødet er lukket.`)]
  return [...dayFaults(facts, from), ...parameterFaults(facts.body, rules)]
}

function dayFaults({ lastHeld, latest }: RulesFacts, from: Day | null): Objection[] {
  if (lastHeld !== null && from === null)
    return [objection('Der er afholdt møder efter forretningsordenen. Skriv den dag, ændringen gælder fra.', 'from')]
  if (lastHeld !== null && from !== null && from <= lastHeld)
    return [
      objection(
        `Det seneste møde er afholdt den ${longDay(lastHeld)}. Vælg en senere dag: Mødet beholder sine regler.`,
        'from',
      ),
    ]
  if (from !== null && from <= latest)
    return [
      objection(
        `Den seneste version gælder fra den ${longDay(latest)}. Vælg en senere dag, eller lad feltet være tomt for at rette versionen.`,
        'from',
      ),
    ]
  return []
}
