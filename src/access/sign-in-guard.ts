import { RateLimiterMemory } from 'rate-limiter-flexible'

const quarter = 15 * 60

export const guardLimits = {
  /** Tries at one account from one place in a quarter of an hour. */
  here: 8,
  /** Tries from one place at whatever accounts, in a quarter of an hour: an office has one address. */
  place: 200,
  /** Failed tries at one account in an hour, from places where its person has never signed in, before those wait. */
  strangers: 10,
  /** How much longer each further one waits, and the longest, in milliseconds. */
  step: 250,
  longest: 4000,
  /** How many may wait at one account. */
  waiting: 6,
}

export type Admission = 'admitted' | 'limited' | 'limited anew'

/**
 * What makes guessing slow. From one place an account can be tried a few times, then not for a while. From many places
 * it is tried by one after the other, each waiting longer; a place where the person has signed in before does not wait,
 * so that nobody can be shut out by somebody else's guesses. E-mails come in their normal form.
 */
export class SignInGuard {
  readonly #here: RateLimiterMemory
  readonly #place: RateLimiterMemory
  readonly #strangers: RateLimiterMemory
  readonly #lines = new Map<string, { waiting: number; last: Promise<void> }>()
  readonly #isKnown: (email: string, place: string) => boolean
  readonly #limits: typeof guardLimits

  constructor(isKnown: (email: string, place: string) => boolean, limits = guardLimits) {
    this.#isKnown = isKnown
    this.#limits = limits
    this.#here = new RateLimiterMemory({ points: limits.here, duration: quarter })
    this.#place = new RateLimiterMemory({ points: limits.place, duration: quarter })
    this.#strangers = new RateLimiterMemory({ points: limits.strangers, duration: 3600 })
  }

  /** Counts a try, and waits as long as it must. */
  async admit(email: string, place: string): Promise<Admission> {
    const anywhere = await consumed(this.#place, place)
    if (anywhere > this.#limits.place) return anywhere === this.#limits.place + 1 ? 'limited anew' : 'limited'
    const here = await consumed(this.#here, hereKey(email, place))
    if (here > this.#limits.here) return here === this.#limits.here + 1 ? 'limited anew' : 'limited'
    // Each further try waits a little longer, so that guessing is slow well before it is stopped.
    if (here > 3) await pause(this.#limits.step * (here - 3))
    if (this.#isKnown(email, place)) return 'admitted'
    return (await this.#inLine(email)) ? 'admitted' : 'limited'
  }

  async failed(email: string, place: string): Promise<void> {
    if (!this.#isKnown(email, place)) await consumed(this.#strangers, email)
  }

  async succeeded(email: string, place: string): Promise<void> {
    await this.#here.delete(hereKey(email, place))
  }

  /** @returns false when too many wait at this account already */
  async #inLine(email: string): Promise<boolean> {
    const failures = (await this.#strangers.get(email))?.consumedPoints ?? 0
    if (failures < this.#limits.strangers) return true
    const line = this.#lines.get(email) ?? { waiting: 0, last: Promise.resolve() }
    if (line.waiting >= this.#limits.waiting) return false
    this.#lines.set(email, line)
    line.waiting += 1
    const wait = Math.min(this.#limits.longest, this.#limits.step * (failures - this.#limits.strangers + 1))
    line.last = line.last.then(() => pause(wait))
    await line.last
    line.waiting -= 1
    if (line.waiting === 0) this.#lines.delete(email)
    return true
  }
}

const hereKey = (email: string, place: string): string => `${email} ${place}`

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

/** How many tries there have been with this one, also beyond the limit. */
async function consumed(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    return (await limiter.consume(key)).consumedPoints
  } catch (rejected) {
    if (rejected instanceof Error) throw rejected
    return (rejected as { consumedPoints: number }).consumedPoints
  }
}
