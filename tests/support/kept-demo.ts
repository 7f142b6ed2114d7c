import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
/** What the demo's rows are made of: its scenes and the tables. The acts that store them change more often. */
const madeOf = ['src/demo', 'prisma/migrations']

/**
 * For whoever tries one file over and over: KEPT_DEMO names a folder outside the run, and the demo is laid out there
 * anew only when its scenes or the tables have changed. A whole run never asks for it.
 */
export async function fromKept(folder: string, layOut: (folder: string) => Promise<void>): Promise<void> {
  const keptIn = process.env.KEPT_DEMO
  if (!keptIn) return layOut(folder)
  const kept = join(keptIn, stamp())
  if (!existsSync(kept)) {
    const part = `${kept}.${process.pid}`
    mkdirSync(part, { recursive: true })
    await layOut(part)
    // Another run may have been first: its demo is as good.
    if (existsSync(kept)) rmSync(part, { recursive: true, force: true })
    else renameSync(part, kept)
  }
  cpSync(kept, folder, { recursive: true })
}

function stamp(): string {
  const hash = createHash('sha256')
  for (const folder of madeOf) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) hash.update(entry.name).update(readFileSync(join(entry.parentPath, entry.name)))
    }
  }
  return hash.digest('hex').slice(0, 16)
}
