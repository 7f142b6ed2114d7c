import type { Request } from 'express'
import type { Logger } from 'pino'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { recordSecurity } from '../../access/security-log.ts'

/** How many refusals of one person are recorded in an hour: a flood of them tells nothing more. */
const anHour = new RateLimiterMemory({ points: 30, duration: 3600 })

/** What somebody asked for and may not do, for the administrator: the address alone, and nothing of what was typed. */
export async function recordRefusal(req: Request, log: Logger): Promise<void> {
  const actor = req.user
  if (!actor?.person) return
  const personId = actor.person.id
  if (!(await anHour.consume(`${actor.database.file} ${personId}`).catch(() => null))) return
  const detail = `${req.method} ${req.originalUrl.split('?')[0]?.slice(0, 150) ?? ''}`
  recordSecurity(actor.database, actor.at, { kind: 'REFUSED', personId, place: actor.place ?? null, detail }).catch(
    fault => log.error({ reqId: req.id, err: fault }, 'a refusal could not be recorded'),
  )
}
