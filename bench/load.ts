import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Order, Told } from './loader.ts'
import { onCore, type Server } from './servers.ts'

export interface Load {
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
  /** Milliseconds of the serving core that a page took; null where the system does not tell. */
  cpu: number | null
}

/**
 * Before anything counts, all connections are open and both sides are compiled. A busy server takes up one new
 * connection a turn: the last of 32 waits for its first answer for half a second, whatever the page costs.
 */
const secondsBefore = 2

const loader = fileURLToPath(new URL('./loader.js', import.meta.url))

/** Asks for one page over and over, from a process of its own on the core that does not serve. */
export async function putUnderLoad(o: {
  server: Server
  path: string
  cookie: string
  connections: number
  seconds: number
}): Promise<Load> {
  const { server, path, ...rest } = o
  const order: Order = { ...rest, url: `${server.url}${path}`, before: secondsBefore }
  const [command, args] = onCore('load', [loader, JSON.stringify(order)])
  const before = server.cpuMilliseconds()
  const { stdout } = await promisify(execFile)(command, args)
  const after = server.cpuMilliseconds()
  const { perSecond, p50, p99, answers } = JSON.parse(stdout) as Told
  return { perSecond, p50, p99, cpu: before === null || after === null ? null : (after - before) / answers }
}
