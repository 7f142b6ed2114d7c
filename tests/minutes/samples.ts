import type { Database } from '../../src/database/database.ts'
import { one, type RouteSamples, type Sample, type Values } from '../support/samples.ts'

const entered = (name: string): RouteSamples => ({
  of: '/moeder/:meeting',
  holding: `:${name}`,
  inDemo: db => [innerSample(db, name)],
})

export const samples: RouteSamples[] = [
  {
    of: '/tekstblokke/:block',
    inDemo: db => [{ owner: 'none', values: one(db, 'SELECT id AS block FROM TextBlock') }],
    anywhere: 'SELECT id AS block FROM TextBlock',
  },
  entered('guest'),
  entered('recusal'),
  entered('statement'),
  {
    of: '/moeder/:meeting/referat/versioner',
    anywhere: 'SELECT meetingId AS meeting, number FROM MinutesVersion',
  },
  {
    of: '/moeder/:meeting/referat/indsigelser',
    anywhere: 'SELECT meetingId AS meeting, id AS objection FROM Objection',
  },
  {
    of: '/moeder/:meeting',
    holding: ':person',
    anywhere: 'SELECT meetingId AS meeting, min(personId) AS person FROM Attendance GROUP BY meetingId',
  },
]

/** What was entered in a session of the joint group, in whichever meeting the demo has it. */
function innerSample(db: Database, name: string): Sample {
  const table = { guest: 'Guest', recusal: 'Recusal', statement: 'MinutedStatement' }[name]
  const item = name === 'guest' ? '(SELECT min(i.id) FROM AgendaItem i WHERE i.meetingId = x.meetingId)' : 'x.itemId'
  const values = db.sql.asStored<Values>(
    `SELECT x.id AS ${name}, i.id AS item, i.meetingId AS meeting
     FROM "${table}" x JOIN AgendaItem i ON i.id = ${item} JOIN Meeting m ON m.id = i.meetingId
     JOIN Body b ON b.id = m.bodyId WHERE b.slug = 'faelles-gruppe' LIMIT 1`,
  )[0]
  if (!values) throw new Error(`The demo has no ${name} in a session of the joint group.`)
  return { owner: 'joint', values }
}
