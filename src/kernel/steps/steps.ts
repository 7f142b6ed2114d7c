import { type Objection, objection } from '../objection.ts'

/** What must hold for a step to be taken. It is asked of facts, and of nothing else. */
export interface Condition<Facts> {
  key: string
  /** What must hold, as a sentence for the documentation. */
  text: string
  /** Why it does not hold; null when it does. */
  fails: (facts: Facts) => Objection | null
}

/** @param field of the step's form, where what is missing is typed there */
export const condition = <Facts>(
  key: string,
  text: string,
  fails: (facts: Facts) => string | null,
  field?: string,
): Condition<Facts> => ({
  key,
  text,
  fails: facts => {
    const sentence = fails(facts)
    return sentence === null ? null : objection(sentence, field)
  },
})

/** One row of a table: from any of these states to that one. */
export interface Transition<Step extends string, State extends string, Facts, Right extends string = string> {
  step: Step
  from: readonly State[]
  to: State
  /** The right in the access policy that the one who takes the step must have. */
  right: Right
  /** Who that is, in Danish. */
  who: string
  /** The button. */
  label: string
  conditions: readonly Condition<Facts>[]
}

export interface StepTable<Step extends string, State extends string, Facts, Right extends string = string> {
  /** What takes the steps, as a sentence begins: »Mødet«. */
  of: string
  /** The states by the names that people read. */
  states: Readonly<Record<State, string>>
  /** What cannot be done where the table has no such step: »dagsordenen ikke udsendes«. */
  refused: Readonly<Record<Step, string>>
  transitions: readonly Transition<Step, State, Facts, Right>[]
}

export type StepVerdict<State> = { allowed: true; to: State } | { allowed: false; objections: readonly Objection[] }

export interface Steps<Step extends string, State extends string, Facts, Right extends string = string>
  extends StepTable<Step, State, Facts, Right> {
  /** The transition that a step is from a state; undefined when the table has none. */
  transitionOf(step: Step, from: State): Transition<Step, State, Facts, Right> | undefined
  transitionsFrom(state: State): Transition<Step, State, Facts, Right>[]
  /** Whether the step may be taken now, with every reason why not. Who may take it is the access policy's. */
  judge(step: Step, facts: Facts): StepVerdict<State>
  /** Why a step that the table does not have from here cannot be taken. */
  wrongState(step: Step, state: State): string
}

/**
 * The way of a thing through its states: the only source for the buttons that pages show, for the server's check and
 * for the documentation. A step that is not in the table cannot be taken.
 * @throws Error when a step leads two ways from one state
 */
export function stepsOf<
  Step extends string,
  State extends string,
  Facts extends { state: State },
  Right extends string,
>(table: StepTable<Step, State, Facts, Right>): Steps<Step, State, Facts, Right> {
  refuseTwoWays(table.transitions)
  const transitionOf = (step: Step, from: State) =>
    table.transitions.find(transition => transition.step === step && transition.from.includes(from))
  const wrongState = (step: Step, state: State) =>
    `${table.of} har status »${table.states[state]}«. Derfor kan ${table.refused[step]}.`
  return {
    ...table,
    transitionOf,
    wrongState,
    transitionsFrom: state => table.transitions.filter(({ from }) => from.includes(state)),
    judge(step, facts) {
      const transition = transitionOf(step, facts.state)
      if (!transition) return { allowed: false, objections: [objection(wrongState(step, facts.state))] }
      const objections = transition.conditions.flatMap(({ fails }) => fails(facts) ?? [])
      return objections.length === 0 ? { allowed: true, to: transition.to } : { allowed: false, objections }
    },
  }
}

function refuseTwoWays(transitions: readonly { step: string; from: readonly string[] }[]): void {
  const ways = transitions.flatMap(({ step, from }) => from.map(state => `${step} from ${state}`))
  const twice = ways.filter((way, at) => ways.indexOf(way) !== at)
  if (twice.length > 0) throw new Error(`The table has two rows for ${twice.join(', ')}.`)
}
