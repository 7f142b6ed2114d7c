import { type Objection, objection } from '../../../../kernel/objection.ts'

export type Fate = 'MOVED' | 'KEPT' | 'CLOSED'

/** What a row of the form says of an open action. */
export interface SaidMove {
  fate: Fate | null
  goal: string
  reason: string
}

export type MoveVerdict =
  | { kind: 'nothing' }
  | { kind: 'move'; fate: Fate; goal: { key: string; name: string } | null; reason: string }
  | { kind: 'faults'; faults: Objection[] }

/**
 * §5: when another version of a strategy has come into force, each open action under it is moved to one of its goals, kept
 * where it stands with a reason, or closed with a reason. A row where nothing is chosen stays open.
 * @param field the row's name in the form
 */
export function judgeMove(
  said: SaidMove,
  { field, title, goals }: { field: string; title: string; goals: readonly { key: string; name: string }[] },
): MoveVerdict {
  const { fate, reason } = said
  if (fate === null) {
    return reason === '' ? { kind: 'nothing' } : fault(`Vælg, hvad der skal ske med »${title}«.`, `${field}[fate]`)
  }
  if (fate === 'MOVED') {
    const goal = goals.find(({ key }) => key === said.goal)
    return goal
      ? { kind: 'move', fate, goal, reason }
      : fault(`Vælg det mål, »${title}« flyttes til.`, `${field}[goal]`)
  }
  if (reason !== '') return { kind: 'move', fate, goal: null, reason }
  const told =
    fate === 'KEPT'
      ? `Skriv, hvorfor »${title}« beholdes, selv om strategien er ændret.`
      : `Skriv, hvorfor »${title}« lukkes.`
  return fault(told, `${field}[reason]`)
}

const fault = (sentence: string, field: string): MoveVerdict => ({
  kind: 'faults',
  faults: [objection(sentence, field)],
})
