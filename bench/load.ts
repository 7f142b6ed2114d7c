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

interface Told {
  requests: { average: number }
  latency: { p50: number; p99: number }
  '2xx': number
  non2xx: number
  errors: number
}

const program = createRequire(import.meta.url).resolve('autocannon')

/** Asks for one page over and over. Runs in a process of its own, on the core that does not serve. */
export async function putUnderLoad(o: {
  server: Server
  path: string
  cookie: string
  connections: number
  seconds: number
}): Promise<Load> {
  const url = `${o.server.url}${o.path}`
  const words = ['--json', '--connections', String(o.connections), '--duration', String(o.seconds)]
  const [command, args] = onCore('load', [program, ...words, '--headers', `Cookie=${o.cookie}`, url])
  const before = o.server.cpuMilliseconds()
  const { stdout } = await promisify(execFile)(command, args, { maxBuffer: 10_000_000 })
  const told = JSON.parse(stdout) as Told
  if (told.non2xx + told.errors > 0) throw new Error(`${url}: ${told.non2xx} refusals, ${told.errors} errors`)
  const after = o.server.cpuMilliseconds()
  const cpu = before === null || after === null ? null : (after - before) / told['2xx']
  return { perSecond: told.requests.average, p50: told.latency.p50, p99: told.latency.p99, cpu }
}
