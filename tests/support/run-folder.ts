import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const here = import.meta.dirname
const variable = 'PORTAL_TEST_FOLDER'
const memory = '/dev/shm'

/** Before the first file of a run: all that its tests keep on disk lies in one folder, which goes when the run ends. */
export default function prepareRun(): () => void {
  const folder = mkdtempSync(join(roomInMemory() ? memory : tmpdir(), 'portal-tests-'))
  process.env[variable] = folder
  const demo = isWholeRun() ? layOutDemo() : null
  return () => {
    demo?.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Not a few files that were named. */
const isWholeRun = (): boolean => process.argv.slice(2).every(word => word === 'run' || word.startsWith('-'))

/** A third of all files stand on the demo: it is laid out beside the others, and no worker waits long for it. */
const layOutDemo = (): ChildProcess =>
  spawn(process.execPath, ['--import', join(here, '../../scripts/typescript.mjs'), join(here, 'lay-out-demo.ts')], {
    stdio: 'ignore',
    env: { ...process.env, NODE_ENV: 'test', TZ: 'America/New_York' },
  })

/** Databases that live for a moment need not wait for a disk. Containers often have 64 MB there, which is too little. */
function roomInMemory(): boolean {
  if (!existsSync(memory)) return false
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize > 1e9
}

function runFolder(): string {
  const folder = process.env[variable]
  if (!folder) throw new Error('The run has no folder: vitest.config.ts names this file as globalSetup.')
  return folder
}

/** A new empty folder for one test or file. Whoever asks removes it; what is forgotten goes with the run. */
export const ownFolder = (name: string): string => mkdtempSync(join(runFolder(), `${name}-`))

/** A folder that is dear to fill: the first file of the run to ask fills it, the others wait and read. */
export async function madeOnce(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(runFolder(), name)
  const part = `${folder}.part`
  for (let waited = 0; !existsSync(folder); waited += 50) {
    if (waited > 150_000) throw new Error(`${part} was begun and is not done.`)
    if (!take(part)) await new Promise(resolve => setTimeout(resolve, 50))
    else {
      try {
        await fill(part)
        renameSync(part, folder)
      } finally {
        rmSync(part, { recursive: true, force: true })
      }
    }
  }
  return folder
}

function take(folder: string): boolean {
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false
  }
}
