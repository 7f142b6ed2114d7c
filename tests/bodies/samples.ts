import type { Database } from '../../src/database/database.ts'
import type { RouteSamples, Values } from '../support/samples.ts'

export const samples: RouteSamples[] = [
  {
    of: '/organer/:body',
    inDemo: db =>
      (
        [
          ['joint', 'faelles-gruppe'],
          ['housing', 'strategigruppe-bolig'],
          ['municipal', 'strategigruppe-kommune'],
        ] as const
      ).map(([owner, body]) => ({ owner, values: { body, ...seatIn(db, body) } })),
    anywhere: `SELECT slug AS body FROM Body WHERE kind <> 'DECIDING_BODY'`,
  },
  {
    of: '/organer/:body/pladser/:seat',
    anywhere: `SELECT b.slug AS body, min(s.id) AS seat FROM Seat s JOIN Body b ON b.id = s.bodyId
     WHERE b.kind <> 'DECIDING_BODY' AND s."to" IS NULL GROUP BY b.id`,
  },
]

function seatIn(db: Database, body: string): Values {
  return (
    db.sql.asStored<Values>(
      'SELECT s.id AS seat, s.id FROM Seat s JOIN Body b ON b.id = s.bodyId WHERE b.slug = ? AND s."to" IS NULL ORDER BY s.id',
      body,
    )[0] ?? {}
  )
}
