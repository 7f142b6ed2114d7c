import type { Express } from 'express'
import { type Trouble, troublesOf } from '../database/condition.ts'
import type { Database } from '../database/database.ts'
import type { SessionStore } from '../database/sessions.ts'

/** Whoever asks more often gets the same answer: to look takes a little writing. */
const keptMs = 500

/** For a supervisor: the process answers; and it can read and write its data, its sessions, and the disk has room. */
export function setUpHealth(app: Express, database: Database, sessions: SessionStore): void {
  let looked: { at: number; troubles: Promise<Trouble[]> } | null = null
  app.get('/health/live', (_req, res) => {
    res.type('text').send('live')
  })
  app.get('/health/ready', async (_req, res) => {
    const now = performance.now()
    if (!looked || now - looked.at > keptMs) looked = { at: now, troubles: troublesOf(database, sessions) }
    const troubles = await looked.troubles
    if (troubles.length === 0) res.type('text').send('ready')
    else
      res
        .status(503)
        .type('text')
        .send(`not ready: ${troubles.join(', ')}`)
  })
}
