import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Dataset } from './dataset.ts'
import type { Page } from './pages.ts'

/** Which core serves and which one loads; null where a process cannot be bound to a core. */
export const cores: { server: number; load: number } | null = findCores()

function findCores(): { server: number; load: number } | null {
  try {
    const told = execFileSync('taskset', ['-cp', String(process.pid)], { encoding: 'utf8' }).split(': ')[1] ?? ''
    const all = told
      .trim()
      .split(',')
      .flatMap(part => {
        const [first = 0, last = first] = part.split('-').map(Number)
        return Array.from({ length: last - first + 1 }, (_, i) => first + i)
      })
    const [server, load] = all
    return server === undefined || load === undefined ? null : { server, load }
  } catch {
    return null
  }
}

/** The command that runs Node with these words on the core of that use. */
export function onCore(use: 'server' | 'load', words: string[]): [string, string[]] {
  if (!cores) return [process.execPath, words]
  return ['taskset', ['-c', String(cores[use]), process.execPath, ...words]]
}

export interface Server {
  url: string
  peakMegabytes(): number | null
  /** What the process has had of a core since its start. */
  cpuMilliseconds(): number | null
  stop(): Promise<void>
}

const secret = 'only-for-the-benchmark-where-nothing-is-secret'

/** As package.json has them for npm start (docs/decisions/0019). */
const engineOptions = ['--max-semi-space-size=16', '--max-old-space-size=256', '--no-allocation-site-pretenuring']

/** The portal as npm start runs it, log and heap and all; the demo's accounts may sign in. */
export async function startPortal(dataset: Dataset): Promise<Server> {
  const port = await freePort()
  const main = fileURLToPath(new URL('../src/main.js', import.meta.url))
  const settings = { NODE_ENV: 'production', DATA_DIR: dataset.folder, PORT: String(port), LOG_LEVEL: 'info' }
  return started(port, [...engineOptions, main, '--demo'], { ...settings, SESSION_SECRET: secret }, '/health/ready')
}

export async function startFloor(dataset: Dataset, pages: Page[]): Promise<Server> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'portal-bench-'))
  const captured = join(folder, 'pages.json')
  writeFileSync(captured, JSON.stringify(pages.map(page => page.body)))
  const floor = fileURLToPath(new URL('./floor.js', import.meta.url))
  const server = await started(
    port,
    [floor, String(port), dataset.folder, captured],
    { NODE_ENV: 'production', SESSION_SECRET: secret },
    '/ready',
  )
  rmSync(folder, { recursive: true })
  return server
}

async function started(port: number, words: string[], env: Record<string, string>, ready: string): Promise<Server> {
  const [command, args] = onCore('server', words)
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...env } })
  const url = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error(`${words.join(' ')} stopped with ${child.exitCode}.`)
    if (await answers(`${url}${ready}`)) {
      return {
        url,
        peakMegabytes: () => peakOf(child),
        cpuMilliseconds: () => cpuOf(child),
        stop: () => stop(child),
      }
    }
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  await stop(child)
  throw new Error(`${words.join(' ')} did not become ready.`)
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    answer => answer.ok,
    () => false,
  )

/** The most memory that the process has held, as the kernel counts it. */
function peakOf(child: ChildProcess): number | null {
  try {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024
  } catch {
    return null
  }
}

/** Fields 14 and 15 of the process's line: hundredths of a second in its own code and in the kernel. */
function cpuOf(child: ChildProcess): number | null {
  try {
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return null
  }
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve()
  return new Promise(resolve => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port')),
      )
    })
  })
}
