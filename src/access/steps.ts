import type { Objection } from '../kernel/objection.ts'
import { brokenRule, refuseAll } from '../kernel/refusal.ts'
import type { Steps, Transition } from '../kernel/steps/steps.ts'
import type { Actor } from './actor.ts'
import { mayDo, type Right, requireRight, type Subject } from './policy.ts'

/**
 * The server's check of a step: the table has it from here, the person may take it, and every condition holds.
 * @param subject what the right is asked about; 'asked' where the act has asked it of something else already
 * @returns the state that the step leads to
 * @throws Refusal forbidden, or rule with every condition that does not hold
 */
export function requireStep<Step extends string, State extends string, Facts extends { state: State }>(
  steps: Steps<Step, State, Facts, Right>,
  actor: Actor,
  step: Step,
  facts: Facts,
  subject: Subject | 'asked' = {},
): State {
  const transition = steps.transitionOf(step, facts.state)
  if (!transition) throw brokenRule(steps.wrongState(step, facts.state))
  if (subject !== 'asked') requireRight(actor, transition.right, subject)
  const verdict = steps.judge(step, facts)
  if (!verdict.allowed) refuseAll(verdict.objections)
  return transition.to
}

export interface PossibleStep<Step extends string, State extends string, Facts> {
  transition: Transition<Step, State, Facts, Right>
  /** Why the step cannot be taken yet; empty: it can. */
  objections: readonly Objection[]
}

/**
 * For buttons: the steps that the table has from here and that the person has the right to, each with what stands in
 * its way.
 * @param asked the facts as they will be when the step's own form has been filled in
 */
export const possibleSteps = <Step extends string, State extends string, Facts extends { state: State }>(
  steps: Steps<Step, State, Facts, Right>,
  actor: Actor,
  facts: Facts,
  subject: Subject = {},
  asked: (step: Step) => Facts = () => facts,
): PossibleStep<Step, State, Facts>[] =>
  steps
    .transitionsFrom(facts.state)
    .filter(({ right }) => mayDo(actor, right, subject))
    .map(transition => {
      const verdict = steps.judge(transition.step, asked(transition.step))
      return { transition, objections: verdict.allowed ? [] : verdict.objections }
    })
