import type { Request } from 'express'
import type { Answer } from './answers.ts'

/** A double click sends a form twice before the first answer is there: both get the first one's answer. */
export class OnceOnly {
  readonly #inFlight = new Map<string, Promise<Answer>>()

  async answer(req: Request, take: () => Promise<Answer>): Promise<Answer> {
    const token = (req.body as { _once?: unknown } | undefined)?._once
    if (typeof token !== 'string' || token.length < 16) return take()
    const running = this.#inFlight.get(token)
    if (running) return running
    const answer = take()
    this.#inFlight.set(token, answer)
    try {
      const given = await answer
      // What changed nothing may be sent again with the same token; what took effect answers the same for a while.
      if (given.kind === 'redirect') setTimeout(() => this.#inFlight.delete(token), 60_000).unref()
      else this.#inFlight.delete(token)
      return given
    } catch (fault) {
      this.#inFlight.delete(token)
      throw fault
    }
  }
}
