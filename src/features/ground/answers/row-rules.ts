import { type Objection, objection } from '../../../kernel/objection.ts'

/** What an organisation says in a row. */
export interface RowAnswer<State extends string> {
  state: State
  reason: string
  evidence: string
}

/** An answer that stands in a row already. */
export interface StandingRow<State extends string> extends RowAnswer<State> {
  id: number
  /** Who gave it, for whoever meets it. */
  by: string
}

/** What one is told where a row cannot be stored; `owed` says too which choices must be explained. */
export interface RowWords<State extends string> {
  /** The choices that there are. */
  states: readonly State[]
  /** Something was typed, and nothing chosen. */
  choose: string
  /** Somebody else has answered while one wrote. */
  meanwhile: (by: string) => string
  /** The reason that a choice owes; null: it owes none. */
  owed: (state: State) => string | null
}

export type RowVerdict<State extends string> =
  | { kind: 'nothing' }
  | { kind: 'answer'; answer: RowAnswer<State>; confirms: number | null }
  | { kind: 'faults'; faults: Objection[] }

interface SaidRow {
  state: string | null
  reason: string
  evidence: string
  seen: number | null
  confirms?: boolean
  offered?: number | null
}

interface ShownRow<State extends string> {
  standing: StandingRow<State> | null
  offered: StandingRow<State> | null
  field: string
  words: RowWords<State>
}

/**
 * What a row amounts to. Last time's answer is offered and counts only when it is confirmed: a row without a choice is no
 * answer, and is none either where nothing was typed in it: what stands goes on standing.
 * @param standing the organisation's own answer this time; @param offered last time's; @param field the row's name
 */
export function judgeRow<State extends string>(said: SaidRow, row: ShownRow<State>): RowVerdict<State> {
  const { standing, offered, field, words } = row
  if (said.confirms) return judgeConfirmed(said, row)
  // Somebody else has answered since the page was drawn: what it showed was last time's.
  const unseen = standing !== null && standing.id !== said.seen
  const shown = unseen ? (offered ?? standing) : (standing ?? offered)
  const state = words.states.find(one => one === said.state)
  if (state === undefined) {
    const typed =
      said.state !== null || said.reason !== (shown?.reason ?? '') || said.evidence !== (shown?.evidence ?? '')
    return typed ? { kind: 'faults', faults: [objection(words.choose, `${field}[state]`)] } : { kind: 'nothing' }
  }
  const owed = words.owed(state)
  // Why one chose what must be explained says nothing of a choice that needs no reason: it stays with its own answer.
  const outdated = owed === null && shown !== null && words.owed(shown.state) !== null && said.reason === shown.reason
  const answer: RowAnswer<State> = { state, reason: outdated ? '' : said.reason, evidence: said.evidence }
  if (standing !== null && isSame(answer, standing)) return { kind: 'nothing' }
  const faults: Objection[] = []
  if (unseen && standing !== null) faults.push(objection(words.meanwhile(standing.by), `${field}[state]`))
  if (owed !== null && answer.reason === '') faults.push(objection(owed, `${field}[reason]`))
  if (faults.length > 0) return { kind: 'faults', faults }
  const confirms = standing === null && offered !== null && isSame(answer, offered) ? offered.id : null
  return { kind: 'answer', answer, confirms }
}

/** The row is ticked as unchanged: last time's answer as it was shown, and nothing else besides. */
function judgeConfirmed<State extends string>(
  said: SaidRow,
  { standing, offered, field, words: { meanwhile } }: ShownRow<State>,
): RowVerdict<State> {
  const faults = (sentence: string): RowVerdict<State> => ({
    kind: 'faults',
    faults: [objection(sentence, `${field}[confirms]`)],
  })
  if (standing !== null) {
    // A second press: what is confirmed stands already.
    const confirmed = offered ?? { ...standing, reason: said.reason, evidence: said.evidence }
    return isSame(standing, confirmed) ? { kind: 'nothing' } : faults(meanwhile(standing.by))
  }
  if (offered === null || offered.id !== said.offered) return faults(goneSentence)
  const { state, reason, evidence } = offered
  const changed = (said.state !== null && said.state !== state) || said.reason !== reason || said.evidence !== evidence
  if (changed) return faults(bothSentence)
  return { kind: 'answer', answer: { state, reason, evidence }, confirms: offered.id }
}

const goneSentence = 'Svaret fra sidst er et andet end det, siden viste. Genindlæs siden, og bekræft igen.'
const bothSentence =
  'Du har både bekræftet svaret fra sidst og ændret det. Fjern krydset ved »Bekræft uændret«, eller lad svaret stå, som det var.'

const isSame = <State extends string>(one: RowAnswer<State>, other: RowAnswer<State>): boolean =>
  one.state === other.state && one.reason === other.reason && one.evidence === other.evidence
