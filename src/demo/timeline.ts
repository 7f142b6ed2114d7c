import type { Instant } from '../kernel/days.ts'

interface Step {
  at: Instant
  what: string
  run: (at: Instant) => Promise<void>
}

/**
 * The demo's story in the order in which it happens: scenes plan their steps, and the steps of all scenes are played
 * together by their moments, so that numbers, mandates and events fall as they would have.
 */
export class Timeline {
  readonly #steps: Step[] = []
  readonly #until: Instant

  /** Steps after this moment have not happened yet, and are not played. */
  constructor(until: Instant) {
    this.#until = until
  }

  at(at: Instant, what: string, run: (at: Instant) => Promise<void>): void {
    this.#steps.push({ at, what, run })
  }

  async play(): Promise<number> {
    // Steps of one moment keep the order in which they were planned: the sort is stable.
    const past = this.#steps
      .filter(step => step.at <= this.#until)
      .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
    for (const step of past) {
      try {
        await step.run(step.at)
      } catch (fault) {
        throw new Error(`${step.at} ${step.what}: ${fault instanceof Error ? fault.message : String(fault)}`, {
          cause: fault,
        })
      }
    }
    return past.length
  }
}
