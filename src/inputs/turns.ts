/** There is no room to wait, or the wait was too long. */
export class NoTurn extends Error {}

interface Waiting {
  who: string
  go: () => void
}

/** Work that goes on a few at a time, and one of each person: nobody's row holds up another's. */
export class Turns {
  readonly #atOnce: number
  readonly #longestWait: number
  readonly #running = new Set<string>()
  readonly #waiting: Waiting[] = []

  constructor({ atOnce, longestWait }: { atOnce: number; longestWait: number }) {
    this.#atOnce = atOnce
    this.#longestWait = longestWait
  }

  /** @throws NoTurn when too many wait, or it did not come to it in time */
  async run<Result>(who: string, work: () => Promise<Result>): Promise<Result> {
    await this.#take(who)
    try {
      return await work()
    } finally {
      this.#running.delete(who)
      this.#next()
    }
  }

  #mayRun(who: string): boolean {
    return !this.#running.has(who) && this.#running.size < this.#atOnce
  }

  #take(who: string): Promise<void> {
    if (this.#mayRun(who)) {
      this.#running.add(who)
      return Promise.resolve()
    }
    const own = this.#waiting.filter(one => one.who === who).length
    if (this.#waiting.length >= mostWaiting || own >= mostWaitingEach) return Promise.reject(new NoTurn())
    return new Promise((resolve, reject) => {
      const one = { who, go: () => {} }
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(one), 1)
        reject(new NoTurn())
      }, this.#longestWait)
      one.go = () => {
        clearTimeout(timer)
        this.#running.add(who)
        resolve()
      }
      this.#waiting.push(one)
    })
  }

  /** The first in the row whose own earlier work is done. */
  #next(): void {
    const at = this.#waiting.findIndex(({ who }) => this.#mayRun(who))
    if (at === -1) return
    const [one] = this.#waiting.splice(at, 1)
    one?.go()
  }
}

const mostWaiting = 20
const mostWaitingEach = 3
