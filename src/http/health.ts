import type { Express } from 'express'
import type { Database } from '../database/database.ts'

/** For a supervisor: the process answers; and it can read its data. */
export function setUpHealth(app: Express, database: Database): void {
  app.get('/health/live', (_req, res) => {
    res.type('text').send('live')
  })
  app.get('/health/ready', (_req, res) => {
    try {
      database.sql.get('SELECT 1 AS one FROM Organisation LIMIT 1')
      res.type('text').send('ready')
    } catch {
      res.status(503).type('text').send('not ready')
    }
  })
}
