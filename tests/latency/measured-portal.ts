import { once } from 'node:events'
import { join } from 'node:path'
import { type Built, freePort, startPortal } from '../support/built-portal.ts'

const probe = join(import.meta.dirname, 'turn-probe.mjs')

/** The built portal in a process of its own, which tells how long one turn of its event loop worked. */
export interface Measured {
  port: number
  /** Milliseconds of the longest turn while the act was under way. */
  longestTurn(name: string, act: () => Promise<unknown>): Promise<number>
  stop(): void
}

export async function measuredPortal(folder: string, limit: number): Promise<Measured> {
  const port = await freePort()
  const { process: served }: Built = await startPortal({ folder, port, nodeWords: ['--import', probe], channel: true })
  const told = async (word: unknown) => {
    const answer = once(served, 'message')
    served.send(word as object)
    return (await answer)[0] as unknown
  }
  return {
    port,
    async longestTurn(name, act) {
      await told('begin')
      const fault = await act().then(
        () => null,
        (thrown: unknown) => thrown,
      )
      const { longest } = (await told({ end: name.replace(/[^\w-]+/g, '_').slice(0, 120), limit })) as {
        longest: number
      }
      if (fault) throw fault
      return longest
    },
    stop: () => served.kill('SIGKILL'),
  }
}
