import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findingsIn } from '../../src/findings.ts'
import { freshDatabase } from '../support/app.ts'
import { deep, runs } from '../support/runs.ts'
import { ActsPortal } from './histories/acts-portal.ts'
import { type Command, history } from './histories/commands.ts'
import { play } from './histories/play.ts'
import { type Ground, prepareGround } from './histories/stage.ts'

// The same histories as on the pure rules, through the acts and a real database: far fewer, as each writes to the disk.

let folder: string
let ground: Ground
let remove: () => Promise<void>

beforeAll(async () => {
  ;({ folder, ground, remove } = await prepareGround())
})
afterAll(() => remove())

async function played(commands: Command[]): Promise<string[]> {
  const { db, folder: own, close } = await freshDatabase(folder)
  try {
    const { faults } = await play(new ActsPortal(db, ground), commands)
    const wrong = findingsIn(db, `${own}/documents`).flatMap(finding => finding.wrong)
    return [...faults, ...wrong]
  } finally {
    await close()
  }
}

test(
  'the acts do on a database what the reference model says, and verify finds nothing wrong',
  async () => {
    await fc.assert(
      fc.asyncProperty(history(deep ? 20 : 14), async commands => {
        expect(await played(commands)).toEqual([])
      }),
      runs(5, 250),
    )
  },
  15 * 60_000,
)
