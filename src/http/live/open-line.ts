import type { Request, Response } from 'express'
import type { Following, LiveHub } from './hub.ts'

/**
 * Opens a line of events (text/event-stream) on a response. Nothing on its way may hold it back or press it together: a
 * proxy is told so. A reader that is no page's script gets a sentence instead, so that the address always answers.
 */
export function openLine(hub: LiveHub, req: Request, res: Response, following: Following): void {
  res.setHeader('Cache-Control', 'private, no-store, no-transform')
  res.setHeader('X-Accel-Buffering', 'no')
  if (!req.get('accept')?.includes('text/event-stream')) {
    res.type('text').send('Adressen fortæller portalens sider om ændringer, mens de sker.\n')
    return
  }
  const session = req.sessionID
  // That a page stands open is no use of the portal: the line's end must not make the session last longer.
  Reflect.deleteProperty(req, 'session')
  res.status(200).setHeader('Content-Type', 'text/event-stream; charset=utf-8')
  res.flushHeaders()
  const end = hub.follow(following, session, res)
  if (!end) {
    // Closed at once, the browser would ask again within seconds: it is told to wait.
    res.end('retry: 60000\n\n')
    return
  }
  res.once('close', end)
}
