import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Built,
  buildPortal,
  ended,
  freePort,
  runCommand,
  runPortal,
  startPortal,
} from '../support/built-portal.ts'
import { readOnlyDisk } from '../support/disturbances.ts'
import { ownFolder } from '../support/run-folder.ts'
import { deep } from '../support/runs.ts'
import { partiesFolder } from '../support/templates.ts'

/** Starts that do not come to their end. */

const begun: Built[] = []
const folders: string[] = []

beforeAll(buildPortal, 180_000)
afterAll(() => {
  for (const { process } of begun) process.kill('SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const kept = (built: Built): Built => {
  begun.push(built)
  return built
}

function emptyData(): string {
  const folder = ownFolder('cut-off')
  folders.push(folder)
  mkdirSync(folder, { recursive: true })
  return folder
}

test('a first demo that is killed on the way leaves no half cooperation, and the next start begins anew', async () => {
  const folder = emptyData()
  const part = join(folder, 'demo.part', 'portal.db')
  for (let round = 0; round < 2; round += 1) {
    const portal = kept(runPortal({ folder, port: await freePort() }))
    while (!existsSync(part) && portal.process.exitCode === null) await wait(5)
    await wait(Math.random() * 500)
    portal.process.kill('SIGKILL')
    await ended(portal)
    expect(portal.output.out).toContain('Loading the demo')
    expect(existsSync(join(folder, 'portal.db'))).toBe(false)
    // What it had begun is not gone on with.
    if (existsSync(part)) rmSync(part)
  }
}, 60_000)

test.runIf(deep)(
  'one that is killed after it was put in place is whole, and the next start clears away what it was made in',
  async () => {
    const folder = emptyData()
    cpSync(await partiesFolder(), folder, { recursive: true })
    const aside = join(folder, 'demo.part')
    mkdirSync(join(aside, 'documents'), { recursive: true })
    writeFileSync(join(aside, 'documents', 'left'), 'left')
    const portal = kept(await startPortal({ folder, port: await freePort() }))
    expect(portal.output.out).toContain('is used as it stands')
    expect(existsSync(aside)).toBe(false)
    portal.process.kill('SIGTERM')
    expect(await ended(portal)).toBe(0)
  },
  60_000,
)

// In depth: at any moment of a whole first demo, what lies there is nothing or all of it.
test.runIf(deep)(
  'a first demo that is killed at any moment is begun anew or whole',
  async () => {
    let whole = 0
    for (let round = 0; round < 40; round += 1) {
      const folder = emptyData()
      const portal = kept(runPortal({ folder, port: await freePort() }))
      const first = Date.now()
      // Half of them near the moment at which it is put in place.
      const placed = () => existsSync(join(folder, 'portal.db'))
      if (round % 2 === 0) await wait(Math.random() * 20_000)
      else while (!placed() && Date.now() - first < 120_000) await wait(0)
      portal.process.kill('SIGKILL')
      await ended(portal)
      if (placed()) whole += 1
      const next = kept(await startPortal({ folder, port: await freePort() }))
      const sql = new Sqlite(join(folder, 'portal.db'), { readonly: true })
      expect(sql.prepare('SELECT count(*) FROM Meeting').pluck().get()).toBeGreaterThan(20)
      sql.close()
      expect(existsSync(join(folder, 'demo.part'))).toBe(false)
      next.process.kill('SIGTERM')
      expect(await ended(next)).toBe(0)
      rmSync(folder, { recursive: true, force: true })
    }
    expect(whole).toBeGreaterThan(0)
  },
  3_600_000,
)

test.runIf(deep)(
  'told to stop while it starts, it ends well and leaves data that the next start takes',
  async () => {
    const folder = emptyData()
    cpSync(await partiesFolder(), folder, { recursive: true })
    const isBegun = () => existsSync(join(folder, 'portal.lock'))
    for (const moment of [() => wait(100), () => wait(500), async () => void (await until(isBegun))]) {
      rmSync(join(folder, 'portal.lock'), { force: true })
      const portal = kept(runPortal({ folder, port: await freePort() }))
      await moment()
      const hadBegun = isBegun()
      portal.process.kill('SIGTERM')
      const code = await ended(portal)
      // Before the program is read the system itself ends it, and nothing was touched.
      if (hadBegun || code !== null) expect(code, portal.output.err).toBe(0)
      else expect(portal.process.signalCode).toBe('SIGTERM')
      expect(portal.output.err).toBe('')
    }
    const verify = kept(runCommand(folder, ['verify']))
    expect(await ended(verify), verify.output.out).toBe(0)
  },
  120_000,
)

test('a data folder that can only be read is named, without an inner tale', async ctx => {
  const disk = readOnlyDisk(await partiesFolder())
  if (!disk) return ctx.skip()
  try {
    const portal = kept(runPortal({ folder: disk.folder, port: await freePort() }))
    expect(await ended(portal)).toBe(1)
    expect(portal.output.err).toContain(disk.folder)
    expect(portal.output.err).toContain('cannot be written. Look at its owner, its rights and the disk.')
    expect(portal.output.err).not.toMatch(/^ +at /m)
  } finally {
    disk.remove()
  }
}, 60_000)

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await wait(2)
}
