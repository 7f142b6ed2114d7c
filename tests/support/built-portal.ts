import { type ChildProcess, type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync } from 'node:fs'
import { createServer } from 'node:net'
import type { Readable } from 'node:stream'
import { madeOnce, ownFolder } from './run-folder.ts'
import { demoFolder } from './templates.ts'

/** The built portal in a process of its own, as npm start and npm run demo run it. */
export interface Built {
  process: ChildProcess
  origin: string
  /** All that it has written so far. */
  output: { out: string; err: string }
}

/** A folder of the test's own with the demo's data, and the portal built to run on it. Whoever asks removes it. */
export async function givenBuiltDemo(name: string): Promise<string> {
  await buildPortal()
  const folder = ownFolder(name)
  cpSync(await demoFolder(), folder, { recursive: true })
  return folder
}

/** Builds dist/, once a run: two builds at a time would write over each other. */
export async function buildPortal(): Promise<void> {
  await madeOnce('built', async () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/start.mjs', 'build'], { encoding: 'utf8' })
    if (status !== 0) throw new Error(`The portal could not be built:\n${stderr}`)
  })
}

export interface Run {
  folder: string
  port: number
  env?: Record<string, string>
  words?: string[]
  /** Words of Node's own, before the portal's. */
  nodeWords?: string[]
  /** Whether messages can be sent to it. */
  channel?: boolean
}

export function runPortal({ folder, port, env = {}, words = ['--demo'], nodeWords = [], channel = false }: Run): Built {
  const origin = `http://127.0.0.1:${port}`
  const settings = {
    NODE_ENV: 'development',
    DATA_DIR: folder,
    PORT: String(port),
    HOST: '127.0.0.1',
    BASE_URL: origin,
  }
  return { ...spawned([...nodeWords, 'dist/src/main.js', ...words], { ...settings, ...env }, channel), origin }
}

function spawned(words: string[], env: Record<string, string>, channel = false): Built {
  const child = spawn(process.execPath, words, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', ...(channel ? ['ipc' as const] : [])],
  }) as ChildProcessByStdio<null, Readable, Readable>
  const output = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.err += text
  })
  return { process: child, origin: '', output }
}

/** An operator's command, as npm run portal runs it. */
export function runCommand(folder: string, words: string[], env: Record<string, string> = {}): Built {
  return spawned(['dist/src/cli.js', ...words], { NODE_ENV: 'development', DATA_DIR: folder, BASE_URL: '', ...env })
}

/** Runs it, and waits until it can read its data. */
export async function startPortal(run: Run): Promise<Built> {
  const built = runPortal(run)
  for (let tries = 0; tries < 900 && built.process.exitCode === null; tries += 1) {
    const ready = await fetch(`${built.origin}/health/ready`).catch(() => null)
    if (ready?.ok) return built
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  built.process.kill('SIGKILL')
  throw new Error(`The portal did not start:\n${built.output.err}`)
}

/** @returns the code that the process ended with; null when a signal ended it */
export async function ended({ process }: Built): Promise<number | null> {
  if (process.exitCode === null && process.signalCode === null) await once(process, 'close')
  return process.exitCode
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
