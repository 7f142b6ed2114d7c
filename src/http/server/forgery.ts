import { timingSafeEqual } from 'node:crypto'
import type { Request } from 'express'
import { Refusal } from '../../kernel/refusal.ts'
import type { Settings } from '../../settings.ts'
import { bodyIn, textIn } from '../forms/bodies.ts'

/**
 * An unsafe request must come from our own pages: the browser says so itself (Sec-Fetch-Site, or else Origin), and a
 * signed-in person's form carries the session's token besides. A request that says nothing of where it is from is refused.
 */
export function assertNotForged(req: Request, settings: Settings): void {
  if (!isSameOrigin(req, settings) || !hasToken(req)) throw forged()
}

export const forged = () =>
  new Refusal('forbidden', 'Formularen er udløbet, og intet er gemt. Genindlæs siden, og prøv igen.')

/** Sent by a page of ours, as the browser tells. */
export function isSameOrigin(req: Request, settings: Settings): boolean {
  const site = req.get('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin'
  const origin = req.get('origin')
  if (origin === undefined) return false
  if (origin === settings.baseUrl) return true
  try {
    return new URL(origin).host === req.get('host')
  } catch {
    return false
  }
}

/** Carries the session's token: drawn for this very session. */
export function hasToken(req: Request): boolean {
  const expected = req.session?.csrf
  // Nobody is signed in: there is no session that a forged form could use.
  if (!expected) return !req.user
  const given = Buffer.from(textIn(bodyIn(req), '_csrf') || (req.get('x-csrf-token') ?? ''))
  // Counted in bytes: a sign beyond ASCII is one letter and several of them.
  return given.length === Buffer.byteLength(expected) && timingSafeEqual(given, Buffer.from(expected))
}
