import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { onCore } from './servers.ts'

export interface Load {
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
}

interface Told {
  requests: { average: number }
  latency: { p50: number; p99: number }
  non2xx: number
  errors: number
}

const program = createRequire(import.meta.url).resolve('autocannon')

/** Asks for one page over and over. Runs in a process of its own, on the core that does not serve. */
export async function putUnderLoad(o: {
  url: string
  cookie: string
  connections: number
  seconds: number
}): Promise<Load> {
  const words = ['--json', '--connections', String(o.connections), '--duration', String(o.seconds)]
  const [command, args] = onCore('load', [program, ...words, '--headers', `Cookie=${o.cookie}`, o.url])
  const { stdout } = await promisify(execFile)(command, args, { maxBuffer: 10_000_000 })
  const told = JSON.parse(stdout) as Told
  if (told.non2xx + told.errors > 0) throw new Error(`${o.url}: ${told.non2xx} refusals, ${told.errors} errors`)
  return { perSecond: told.requests.average, p50: told.latency.p50, p99: told.latency.p99 }
}
