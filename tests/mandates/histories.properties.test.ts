import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../support/runs.ts'
import { type Command, history } from './histories/commands.ts'
import { play } from './histories/play.ts'
import { PurePortal } from './histories/pure-portal.ts'

/** A shuffle that is the same every time for the same seed. */
function shuffledBy(seed: number) {
  let state = seed
  return <T>(list: T[]): T[] => {
    const rest = [...list]
    const out: T[] = []
    while (rest.length > 0) {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      out.push(...rest.splice(state % rest.length, 1))
    }
    return out
  }
}

const replayed = async (commands: Command[], seed: number | null) =>
  play(new PurePortal(seed === null ? list => list : shuffledBy(seed)), commands)

describe('mandates, decisions and referrals through any history', () => {
  test(
    'no decision is in effect uncovered, the ledger sums, and the reference model agrees at every step',
    async () => {
      await fc.assert(
        fc.asyncProperty(history(20), fc.nat(), async (commands, seed) => {
          const { faults } = await replayed(commands, seed)
          expect(faults).toEqual([])
        }),
        runs(700, 100_000),
      )
    },
    15 * 60_000,
  )

  test(
    'the same history gives the same result, in whatever order the mandates are read',
    async () => {
      await fc.assert(
        fc.asyncProperty(history(20), fc.nat(), async (commands, seed) => {
          const [one, other, again] = [
            await replayed(commands, null),
            await replayed(commands, seed),
            await replayed(commands, null),
          ]
          expect(other.last).toEqual(one.last)
          expect(again.last).toEqual(one.last)
        }),
        runs(200, 10_000),
      )
    },
    15 * 60_000,
  )
})
