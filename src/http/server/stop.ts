import type { RequestListener, Server, ServerResponse } from 'node:http'
import { Server as NetServer, type Socket } from 'node:net'

const lookMs = 100
/**
 * A connection on which nothing came between so many looks has no request on its way to us. Looks are counted and not
 * time: where much is to be done at once, a request that came long ago may still wait to be read.
 */
const quietLooks = 10
/** Nobody waits to be taken in when none came for so long. */
const quietMs = 50
/** A crowd that goes on coming is refused after this long. */
const takingInMs = 2_000
/** Whoever has not sent all of a request by then is told to come again. Then everything has an end. */
const patienceMs = 6_000
const endMs = 8_000

const watched = new WeakMap<Server, Watched>()

interface Watched {
  connections: Map<Socket, Quiet>
  accepted: number
  underWay: Set<ServerResponse>
  stopping: boolean
  /** Requests that wait until everybody who has connected is taken in; null: nobody has to. */
  held: (() => void)[] | null
}

interface Quiet {
  looks: number
  bytesRead: number
}

/** Keeps in view who is connected and what is under way, for the day the server is told to stop. */
export function watch(server: Server, answer: RequestListener): void {
  const state: Watched = { connections: new Map(), accepted: 0, underWay: new Set(), stopping: false, held: null }
  watched.set(server, state)
  server.on('connection', (socket: Socket) => {
    state.accepted += 1
    state.connections.set(socket, { looks: 0, bytesRead: 0 })
    socket.once('close', () => state.connections.delete(socket))
  })
  server.on('request', (req, res) => {
    state.underWay.add(res)
    if (state.stopping) res.setHeader('Connection', 'close')
    res.once('close', () => state.underWay.delete(res))
    if (state.held) state.held.push(() => answer(req, res))
    else answer(req, res)
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
  endLines(state)
  const begun = Date.now()
  await takeInWhoWaits(state)
  // Node's own close() would cut off those that are connected.
  const closed = new Promise<void>(resolve => NetServer.prototype.close.call(server, () => resolve()))
  const held = state.held ?? []
  state.held = null
  for (const answer of held) answer()
  const look = setInterval(() => {
    const now = Date.now()
    endLines(state)
    const busy = new Set([...state.underWay].map(res => res.req.socket))
    for (const [socket, quiet] of state.connections) {
      const isQuiet = !busy.has(socket) && socket.bytesRead === quiet.bytesRead
      quiet.looks = isQuiet ? quiet.looks + 1 : 0
      quiet.bytesRead = socket.bytesRead
      if (quiet.looks >= quietLooks) socket.destroy()
    }
    if (now - begun >= patienceMs) for (const res of state.underWay) giveUp(res)
    if (now - begun >= endMs) for (const socket of state.connections.keys()) socket.destroy()
  }, lookMs)
  await closed
  clearInterval(look)
  // What an answer leaves for afterwards, such as its line in the log.
  await new Promise(resolve => setImmediate(resolve))
}

/**
 * Whoever has connected and is not taken in would be reset, with what was sent. The event loop takes in one each turn.
 * Meanwhile answers are held back: whoever has one comes again at once, and a busy portal would never see an end.
 */
async function takeInWhoWaits(state: Watched): Promise<void> {
  state.held = []
  const begun = Date.now()
  let [accepted, since] = [state.accepted, begun]
  while (Date.now() - since < quietMs && Date.now() - begun < takingInMs) {
    await new Promise(resolve => setImmediate(resolve))
    if (state.accepted === accepted) continue
    accepted = state.accepted
    since = Date.now()
  }
}

/** A line of events has no end of its own; the browser opens another one, to the next server. */
function endLines(state: Watched): void {
  for (const res of state.underWay) if (String(res.getHeader('Content-Type')).startsWith('text/event-stream')) res.end()
}

/** The rest of the request has not come. Nothing of it has taken effect. */
function giveUp(res: ServerResponse): void {
  if (res.headersSent || res.req.complete) return
  res.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '5', Connection: 'close' })
  res.end('Portalen genstarter. Intet er gemt. Prøv igen om lidt.\n')
}
