import { type ChildProcess, fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { ReadingAnswer, ReadingOrder } from './reading-process.ts'
import { NoTurn, Turns } from './turns.ts'

export interface ReadingLimits {
  milliseconds: number
  megabytes: number
}

/** What one reading may take, where it does not say so itself. Starting the process that reads is no part of it. */
export const readingLimits: ReadingLimits = { milliseconds: 2_000, megabytes: 128 }

/** Why nothing came of a reading. */
export type ReadingEnd =
  | 'time'
  | 'memory'
  /** The reader stumbled over what it read. */
  | 'broken'
  /** Others are being read, and there is no room to wait. */
  | 'busy'

export class ReadingEnded extends Error {
  readonly why: ReadingEnd

  constructor(why: ReadingEnd, told = '') {
    super(told === '' ? why : `${why}: ${told}`)
    this.why = why
  }
}

export interface Reading {
  /** A module whose default export reads `input`, without a database. */
  module: URL
  input: unknown
  /** For whom: one reads one thing at a time, so that nobody holds up the others. */
  who: string
  limits?: ReadingLimits
}

const atOnce = 2
const turns = new Turns({ atOnce, longestWait: 15_000 })
const longestStart = 60_000
const idleFor = 20_000
const jobsEach = 100
/** What a process holds besides what it reads: Node itself and its buffers. */
const besides = 160

const fromSource = import.meta.url.endsWith('.ts')
const entry = fileURLToPath(new URL(fromSource ? './reading-process.ts' : './reading-process.js', import.meta.url))
const loader = fromSource ? ['--import', new URL('../../scripts/typescript.mjs', import.meta.url).href] : []

const idle: { process: ReadingProcess; timer: NodeJS.Timeout }[] = []
const alive = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL')
})

/**
 * Reads what came from outside in a process of its own, bounded in time and memory. A thread would not do: one large
 * allocation in it ends the whole server.
 * @throws ReadingEnded when it took too long or too much, or could not be read, or too much is being read
 */
export const readApart = <Result>({ module, input, who, limits = readingLimits }: Reading): Promise<Result> =>
  turns
    .run(who, () => readNow({ module: module.href, input }, limits) as Promise<Result>)
    .catch(fault => {
      throw fault instanceof NoTurn ? new ReadingEnded('busy') : fault
    })

async function readNow(order: ReadingOrder, limits: ReadingLimits): Promise<unknown> {
  const at = idle.findIndex(({ process }) => process.megabytes === limits.megabytes)
  const [taken] = at === -1 ? [] : idle.splice(at, 1)
  if (taken) clearTimeout(taken.timer)
  const reader = taken?.process ?? new ReadingProcess(limits.megabytes)
  try {
    const answer = await reader.ask(order, limits.milliseconds)
    if ('fault' in answer) throw new ReadingEnded('broken', answer.fault)
    keep(reader)
    return answer.result
  } catch (fault) {
    reader.end()
    throw fault
  }
}

/** A process that has read is ready for the next, for a while. */
function keep(reader: ReadingProcess): void {
  if (reader.jobs >= jobsEach || idle.length >= atOnce) {
    reader.end()
    return
  }
  const timer = setTimeout(() => {
    const at = idle.findIndex(one => one.process === reader)
    if (at !== -1) idle.splice(at, 1)
    reader.end()
  }, idleFor)
  timer.unref()
  idle.push({ process: reader, timer })
}

class ReadingProcess {
  jobs = 0
  readonly megabytes: number
  readonly #child: ChildProcess
  readonly #ready: Promise<void>

  constructor(megabytes: number) {
    this.megabytes = megabytes
    this.#child = fork(entry, [], {
      execArgv: [...loader, `--max-old-space-size=${megabytes}`, '--max-semi-space-size=8'],
      // What the portal is told of its secrets is not told on.
      env: process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    alive.add(this.#child)
    this.#child.once('exit', () => alive.delete(this.#child))
    this.#child.on('error', () => {})
    this.#ready = this.#message(longestStart, 'busy').then(() => {})
    this.#ready.catch(() => {})
  }

  async ask(order: ReadingOrder, milliseconds: number): Promise<ReadingAnswer> {
    this.jobs += 1
    this.#child.ref()
    this.#child.channel?.ref()
    try {
      await this.#ready
      const begun = this.#message(longestStart, 'busy')
      this.#child.send(order, fault => {
        if (fault) this.end()
      })
      await begun
      return (await this.#message(milliseconds, 'time')) as ReadingAnswer
    } finally {
      this.#child.unref()
      this.#child.channel?.unref()
    }
  }

  end(): void {
    this.#child.kill('SIGKILL')
  }

  /** The next message. Nothing comes when there is none within the time, or when the process takes too much memory. */
  #message(milliseconds: number, late: ReadingEnd): Promise<unknown> {
    const child = this.#child
    return new Promise((resolve, reject) => {
      const began = performance.now()
      const before = statusOf(child.pid)
      let tooMuch = false
      const watch = setInterval(async () => {
        const status = await statusOf(child.pid)
        if (status.megabytes > this.megabytes + besides) {
          tooMuch = true
          child.kill('SIGKILL')
        }
        // A machine that is busy with other things gives it longer by the clock.
        const passed = performance.now() - began
        const worked = status.worked - (await before).worked
        if (passed > milliseconds && (worked > milliseconds * 0.75 || worked === 0 || passed > milliseconds * 5)) {
          settle(() => reject(new ReadingEnded(late)))
        }
      }, 50)
      const settle = (how: () => void) => {
        clearInterval(watch)
        child.off('message', told)
        child.off('exit', gone)
        how()
      }
      const told = (message: unknown) => settle(() => resolve(message))
      const gone = (_code: number | null, signal: NodeJS.Signals | null) =>
        settle(() => reject(new ReadingEnded(tooMuch || signal === 'SIGABRT' ? 'memory' : 'broken')))
      child.on('message', told)
      child.on('exit', gone)
    })
  }
}

/**
 * What a process holds of the machine's memory, and how long it has worked, where the system tells. Elsewhere nothing:
 * the heap's own limit and the clock stand alone.
 */
async function statusOf(pid: number | undefined): Promise<{ megabytes: number; worked: number }> {
  try {
    const told = await readFile(`/proc/${pid}/stat`, 'utf8')
    const fields = told
      .slice(told.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [user = 0, system = 0] = fields.slice(11, 13)
    return { megabytes: ((fields[21] ?? 0) * 4096) / 1024 / 1024, worked: (user + system) * 10 }
  } catch {
    return { megabytes: 0, worked: 0 }
  }
}

/** A module beside another one, built or in its source. */
export const moduleBeside = (url: string, name: string): URL => new URL(`./${name}${fromSource ? '.ts' : '.js'}`, url)
