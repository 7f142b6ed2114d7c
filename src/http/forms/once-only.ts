import type { Sending } from '../../database/write.ts'
import type { Answer } from '../pages/answers.ts'

const keptMs = 60_000

/**
 * A double click sends a form twice before the first answer is there: both get the first one's answer. What took effect
 * answers the same for a while, as long as nothing else was sent to the same address: its words are true until then.
 */
export class OnceOnly {
  readonly #answers = new Map<string, Promise<Answer>>()
  /** The sending that took effect last, by person and address. */
  readonly #last = new Map<string, string>()

  async answer(sending: Sending | null, address: string, take: () => Promise<Answer>): Promise<Answer> {
    if (!sending) {
      const given = await take()
      if (given.kind === 'redirect') this.#forget(address)
      return given
    }
    const key = `${sending.form} ${sending.content}`
    const known = this.#answers.get(key)
    if (known) return known
    const answer = take()
    this.#answers.set(key, answer)
    try {
      const given = await answer
      // What changed nothing may be sent again with the same token.
      if (given.kind === 'redirect') this.#keep(key, address)
      else this.#answers.delete(key)
      return given
    } catch (fault) {
      this.#answers.delete(key)
      throw fault
    }
  }

  #keep(key: string, address: string): void {
    this.#forget(address)
    this.#last.set(address, key)
    setTimeout(() => {
      this.#answers.delete(key)
      if (this.#last.get(address) === key) this.#last.delete(address)
    }, keptMs).unref()
  }

  #forget(address: string): void {
    const before = this.#last.get(address)
    if (before !== undefined) this.#answers.delete(before)
    this.#last.delete(address)
  }
}
