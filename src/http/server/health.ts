import type { Express } from 'express'
import { type Trouble, troublesOf } from '../../database/condition.ts'
import type { Database } from '../../database/database.ts'
import type { SessionStore } from '../../database/folder/sessions.ts'

/** Whoever asks more often gets the same answer: to look takes a little writing. */
const keptMs = 500

interface Observed {
  database: Database
  sessions: SessionStore
  version: string
}

/**
 * For a supervisor: the process answers; and it can read and write its data, its sessions, and the disk has room. It
 * says of which version it is, so that one sees whether an upgrade has taken over.
 */
export function setUpHealth(app: Express, { database, sessions, version }: Observed): void {
  let looked: { at: number; troubles: Promise<Trouble[]> } | null = null
  app.get('/health/live', (_req, res) => {
    res.type('text').send('live')
  })
  app.get('/health/ready', async (_req, res) => {
    const now = performance.now()
    if (!looked || now - looked.at > keptMs) looked = { at: now, troubles: troublesOf(database, sessions) }
    const troubles = await looked.troubles
    if (troubles.length === 0) res.type('text').send(`ready ${version}`)
    else
      res
        .status(503)
        .type('text')
        .send(`not ready: ${troubles.join(', ')} (${version})`)
  })
}
