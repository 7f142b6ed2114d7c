import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { growTo } from '../src/demo/multiply.ts'
import { addAnswersMatrix } from './answers-matrix.ts'
import { addFigures } from './figures.ts'

export interface Dataset {
  folder: string
  file: string
  decisions: number
  megabytes: number
}

/** A demo of at least so many decisions, under data/bench. One that was made today is used again. */
export async function makeDataset(
  size: number,
  { fresh, say }: { fresh: boolean; say: (line: string) => void },
): Promise<Dataset> {
  const folder = resolve('data', 'bench', `${new Date().toISOString().slice(0, 10)}-${size}`)
  const file = join(folder, 'portal.db')
  if (fresh) rmSync(folder, { recursive: true, force: true })
  if (!existsSync(file) || decisionsIn(file) < size) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    say(`Making a demo of ${size} decisions …`)
    const cli = fileURLToPath(new URL('../src/cli.js', import.meta.url))
    execFileSync(process.execPath, [cli, 'demo', 'load'], {
      env: { ...process.env, DATA_DIR: folder, LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    growTo(file, size)
  }
  addAnswersMatrix(file)
  addFigures(file)
  return { folder, file, decisions: decisionsIn(file), megabytes: statSync(file).size / 1_000_000 }
}

function decisionsIn(file: string): number {
  const sql = new Sqlite(file, { readonly: true })
  try {
    return Number(sql.prepare('SELECT count(*) FROM Decision').pluck().get())
  } finally {
    sql.close()
  }
}
