import { once } from 'node:events'
import { Agent, get, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { closeGracefully } from '../../src/http/server/stop.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { deep } from '../support/runs.ts'

/** A server that is told to stop while many are connected to it, and one that a proxy keeps its connections to. */

let portal: TestApp
let server: Server
let port: number
const agents: Agent[] = []

beforeAll(async () => {
  portal = await testApp()
})
afterAll(() => portal.close())

async function serve(): Promise<void> {
  server = portal.newServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  port = (server.address() as AddressInfo).port
}
afterEach(() => {
  for (const agent of agents.splice(0)) agent.destroy()
  server.closeAllConnections()
  server.close()
})

interface Answer {
  status: number
  connection: string | undefined
}

/** @returns the answer, or the code of the fault */
function ask(agent: Agent): Promise<Answer | string> {
  return new Promise(resolve => {
    const request = get({ host: '127.0.0.1', port, path: '/log-ind', agent }, answer => {
      answer.resume()
      answer.once('error', fault => resolve(String((fault as NodeJS.ErrnoException).code)))
      answer.once('end', () =>
        resolve({ status: answer.statusCode ?? 0, connection: answer.headers.connection as string | undefined }),
      )
    })
    request.once('error', fault => resolve(String((fault as NodeJS.ErrnoException).code)))
  })
}

test('told to stop under load, it resets no request that was sent, and says in its last answers that they are the last', async () => {
  for (let round = 0; round < (deep ? 100 : 3); round += 1) {
    await serve()
    const agent = new Agent({ keepAlive: true, maxSockets: 40 })
    agents.push(agent)
    const answers: (Answer | string)[] = []
    let stopping = false
    // Forty connections, each with a request under way at any time, as a proxy sends them.
    const visitor = async () => {
      while (true) {
        const answer = await ask(agent)
        answers.push(answer)
        if (typeof answer === 'string' || (stopping && answer.connection === 'close')) return
      }
    }
    const visitors = Array.from({ length: 40 }, visitor)
    while (answers.length < 40) await wait(1)
    stopping = true
    const closed = closeGracefully(server)
    await Promise.all(visitors)
    await closed
    // Whoever comes afterwards is refused before anything is sent.
    const faults = answers.filter(answer => typeof answer === 'string')
    expect(faults.filter(fault => fault !== 'ECONNREFUSED')).toEqual([])
    const answered = answers.filter(answer => typeof answer !== 'string')
    expect(answered.filter(({ status }) => status !== 200)).toEqual([])
    expect(answered.filter(({ connection }) => connection === 'close').length).toBeGreaterThan(0)
    expect(await ask(agent)).toBe('ECONNREFUSED')
  }
}, 120_000)

test('a body that never arrives, and a head that stops halfway, hold it for less than ten seconds', async () => {
  await serve()
  const head = 'POST /log-ind HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n'
  const unfinished = await opened(`${head}Content-Length: 500\r\n\r\nemail=`)
  const halfHead = await opened('GET /log-ind HTTP/1.1\r\nHost:')
  await wait(100)
  const begun = Date.now()
  await closeGracefully(server)
  expect(Date.now() - begun).toBeLessThan(10_000)
  await Promise.all([unfinished.ended, halfHead.ended])
  expect(unfinished.text()).toMatch(/^HTTP\/1\.1 503 /)
  expect(unfinished.text()).toContain('Intet er gemt')
}, 30_000)

test.runIf(deep)(
  'a connection that was quiet as long as a proxy keeps one is still answered',
  async () => {
    await serve()
    const idle = await opened('GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n')
    while (!idle.text().includes('HTTP/1.1 200')) await wait(20)
    const first = idle.text().length
    await wait(deep ? 70_000 : 6_000)
    idle.socket.write('GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n')
    while (idle.text().length === first && !idle.socket.destroyed) await wait(20)
    expect(idle.text().slice(first)).toMatch(/^HTTP\/1\.1 200 /)
    idle.socket.destroy()
    // Proxies keep a connection for 60 seconds. A head that takes its time is refused on its own count, not on that.
    expect(server.keepAliveTimeout).toBeGreaterThanOrEqual(65_000)
    expect(server.headersTimeout).toBeLessThanOrEqual(server.requestTimeout)
    expect(server.headersTimeout).toBeGreaterThan(0)
  },
  120_000,
)

async function opened(sent: string): Promise<{ socket: Socket; text(): string; ended: Promise<void> }> {
  const socket = connect(port, '127.0.0.1')
  let text = ''
  socket.setEncoding('utf8').on('data', part => {
    text += part
  })
  socket.on('error', () => {})
  const ended = new Promise<void>(resolve => socket.once('close', () => resolve()))
  await once(socket, 'connect')
  socket.write(sent)
  return { socket, text: () => text, ended }
}
