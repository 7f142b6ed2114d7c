import { createServer, IncomingMessage, type Server, ServerResponse } from 'node:http'
import type { Express } from 'express'
import { watch } from './stop.ts'

/**
 * A proxy keeps its connections to us and sends the next request on one of them: whoever closes first must be the
 * proxy, or that request is reset. Proxies keep them for 60 seconds (nginx, Apache, AWS) or less. The time for a
 * request's headers runs from the request's own beginning.
 */
const patience = {
  keepAliveTimeout: 75_000,
  headersTimeout: 30_000,
  // The largest file comes in this time on a line of two megabits; what comes slower holds a connection for nothing.
  requestTimeout: 120_000,
  connectionsCheckingInterval: 5_000,
}

/**
 * Gives the app requests and responses that are its own from the start, and returns what makes servers of them.
 *
 * Express otherwise changes the prototype of each request and response when it receives them. The engine shares no
 * layout with an object so changed: each property that is set later makes a layout for that one object, which no
 * compiled code knows and which stays in memory until the next full collection. It took half of the time of a page, and
 * most of the pauses. With the prototype in place Express finds nothing to change.
 */
export function serversFor(app: Express): () => Server {
  class PortalRequest extends IncomingMessage {}
  class PortalResponse extends ServerResponse<PortalRequest> {}
  app.request = Object.setPrototypeOf(PortalRequest.prototype, app.request) as Express['request']
  app.response = Object.setPrototypeOf(PortalResponse.prototype, app.response) as Express['response']
  return () => {
    const server = createServer({ ...patience, IncomingMessage: PortalRequest, ServerResponse: PortalResponse })
    watch(server, app)
    return server
  }
}
