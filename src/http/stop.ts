import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { Server as NetServer, type Socket } from 'node:net'

/** A connection on which nothing has come for so long has no request on its way to us. */
const quietMs = 1_000
/** Whoever has not sent all of a request by then is told to come again. Then everything has an end. */
const patienceMs = 6_000
const endMs = 8_000

const watched = new WeakMap<Server, Watched>()

interface Watched {
  /** When something last happened on each connection. */
  connections: Map<Socket, number>
  underWay: Set<ServerResponse>
  stopping: boolean
}

/** Keeps in view who is connected and what is under way, for the day the server is told to stop. */
export function watch(server: Server): void {
  const state: Watched = { connections: new Map(), underWay: new Set(), stopping: false }
  watched.set(server, state)
  server.on('connection', (socket: Socket) => {
    state.connections.set(socket, Date.now())
    socket.once('close', () => state.connections.delete(socket))
  })
  server.prependListener('request', (req: IncomingMessage, res: ServerResponse) => {
    state.underWay.add(res)
    state.connections.set(req.socket, Date.now())
    if (state.stopping) res.setHeader('Connection', 'close')
    res.once('close', () => {
      state.underWay.delete(res)
      if (state.connections.has(req.socket)) state.connections.set(req.socket, Date.now())
    })
  })
}

/**
 * Takes no more connections, answers everything that was sent, and says in each answer that it is the connection's
 * last. A connection without a request is closed when it has been quiet for a while: a request may be on its way, and
 * would be reset. Ends within eight seconds, whatever the other side does.
 */
export async function closeGracefully(server: Server): Promise<void> {
  const state = watched.get(server)
  if (!state) throw new Error('The server is not watched.')
  state.stopping = true
  for (const res of state.underWay) if (!res.headersSent) res.setHeader('Connection', 'close')
  const begun = Date.now()
  // Where a turn of the event loop ends, all that have connected are taken in. Node's own close() would cut them off.
  await new Promise(resolve => setImmediate(resolve))
  const closed = new Promise<void>(resolve => NetServer.prototype.close.call(server, () => resolve()))
  const look = setInterval(() => {
    const now = Date.now()
    const busy = new Set([...state.underWay].map(res => res.req.socket))
    for (const [socket, since] of state.connections) {
      if (!busy.has(socket) && now - since >= quietMs) socket.destroy()
    }
    if (now - begun >= patienceMs) for (const res of state.underWay) giveUp(res)
    if (now - begun >= endMs) for (const socket of state.connections.keys()) socket.destroy()
  }, 100)
  await closed
  clearInterval(look)
  // What an answer leaves for afterwards, such as its line in the log.
  await new Promise(resolve => setImmediate(resolve))
}

/** The rest of the request has not come. Nothing of it has taken effect. */
function giveUp(res: ServerResponse): void {
  if (res.headersSent || res.req.complete) return
  res.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '5', Connection: 'close' })
  res.end('Portalen genstarter. Intet er gemt. Prøv igen om lidt.\n')
}
