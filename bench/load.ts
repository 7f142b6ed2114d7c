import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { onCore, type Server } from './servers.ts'

export interface Load {
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
  /** Milliseconds of the serving core that a page took; null where the system does not tell. */
  cpu: number | null
}

interface Counts {
  '2xx': number
  non2xx: number
  errors: number
}

interface Told extends Counts {
  requests: { average: number }
  latency: { p50: number; p99: number }
  warmup: Counts
}

/** Until what loads is compiled, as what serves is, it and not the server decides how long the slowest answers take. */
const warmUpSeconds = '2'

const program = createRequire(import.meta.url).resolve('autocannon')

/**
 * Asks for one page over and over. Runs in a process of its own, on the core that does not serve. A busy server takes
 * up one new connection a turn, so the last of 32 waits for its first answer for half a second; a load of some seconds
 * counts them, but has so many answers that they are not the slowest in a hundred.
 */
export async function putUnderLoad(o: {
  server: Server
  path: string
  cookie: string
  connections: number
  seconds: number
}): Promise<Load> {
  const url = `${o.server.url}${o.path}`
  const connections = ['--connections', String(o.connections)]
  const words = ['--json', ...connections, '--duration', String(o.seconds), '--headers', `Cookie=${o.cookie}`]
  const warmUp = ['--warmup', '[', ...connections, '--duration', warmUpSeconds, ']']
  const [command, args] = onCore('load', [program, ...words, ...warmUp, url])
  const before = o.server.cpuMilliseconds()
  const { stdout } = await promisify(execFile)(command, args, { maxBuffer: 10_000_000 })
  // The warm-up is told on a line of its own, and once more within the last.
  const told = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Told
  for (const { non2xx, errors } of [told, told.warmup]) {
    if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} refusals, ${errors} errors`)
  }
  const after = o.server.cpuMilliseconds()
  const cpu = before === null || after === null ? null : (after - before) / (told['2xx'] + told.warmup['2xx'])
  return { perSecond: told.requests.average, p50: told.latency.p50, p99: told.latency.p99, cpu }
}
