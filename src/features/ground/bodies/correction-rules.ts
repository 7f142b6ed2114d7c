import type { BodyKind, Side } from '../../../access/actor.ts'
import { type Day, longDay } from '../../../kernel/days.ts'
import { type Objection, objection } from '../../../kernel/objection.ts'

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

/** What the rules of procedure say that govern a body until it adopts its own (R62). */
export interface FirstRules {
  noticeWorkdays: number
  proposalDeadlineWorkdays: number
  quorumHousing: number
  quorumMunicipality: number
  objectionDays: number
  writtenProcedureAllowed: boolean
}

/** The sides whose members are counted in a body; in a secretariat nobody is. */
export const countedSides = ({ kind, side }: { kind: BodyKind; side: Side | null }): Side[] =>
  kind === 'SECRETARIAT' ? [] : side === null ? ['HOUSING', 'MUNICIPALITY'] : [side]

/** R62: what the body has adopted itself is changed by its decision alone. */
export const adoptedFault = (adopted: boolean): Objection | null =>
  adopted ? objection('Organet har vedtaget sin egen forretningsorden. Den ændres kun ved en ny beslutning.') : null

export interface FirstRulesFacts {
  body: { kind: BodyKind; side: Side | null }
  adopted: boolean
  inSession: string | null
  /** The last meeting that was held under the rules as they stand. */
  lastHeld: Day | null
}

/** A meeting in one of these has been held. */

/**
 * What stands in the way of correcting the default rules, all at once. A meeting is read by the rules of its day (§7),
 * so rules that one has been held under are not changed under it: its notice and its quorum would read otherwise than
 * they did. The correction then holds from a later day.
 * @param from the day that it holds from, which is asked for once a meeting has been held
 */
export function firstRulesFaults(facts: FirstRulesFacts, rules: FirstRules, from: Day | null): Objection[] {
  const adopted = adoptedFault(facts.adopted)
  if (adopted) return [adopted]
  if (facts.inSession !== null)
    return [objection(`Møde ${facts.inSession} er åbent. Ret forretningsordenen, når mødet er lukket.`)]
  const counted = countedSides(facts.body)
  const found: Objection[] = []
  const { lastHeld } = facts
  if (lastHeld !== null && from === null)
    found.push(objection('Der er afholdt møder efter forretningsordenen. Skriv den dag, ændringen gælder fra.', 'from'))
  else if (lastHeld !== null && from !== null && from <= lastHeld)
    found.push(
      objection(
        `Det seneste møde er afholdt den ${longDay(lastHeld)}. Vælg en senere dag: Mødet beholder sine regler.`,
        'from',
      ),
    )
  if (counted.includes('HOUSING') && rules.quorumHousing < 1)
    found.push(objection('Mindst ét medlem fra boligorganisationerne skal være til stede.', 'quorumHousing'))
  if (counted.includes('MUNICIPALITY') && rules.quorumMunicipality < 1)
    found.push(objection('Mindst ét medlem fra kommunen skal være til stede.', 'quorumMunicipality'))
  if (rules.proposalDeadlineWorkdays < rules.noticeWorkdays)
    found.push(
      objection(
        'Fristen for forslag skal ligge før udsendelsen af dagsordenen: Skriv mindst lige så mange hverdage som i varslet.',
        'proposalDeadlineWorkdays',
      ),
    )
  return found
}
