import type { Database } from '../../src/database/database.ts'
import { type Owner, one, type RouteSamples, type Sample, type Values } from '../support/samples.ts'

export const samples: RouteSamples[] = [
  {
    of: '/moeder/:meeting',
    inDemo: meetingSamples,
    anywhere: 'SELECT id AS meeting FROM Meeting',
  },
  {
    of: '/moeder/:meeting/bilag',
    anywhere:
      'SELECT i.meetingId AS meeting, a.id AS attachment FROM Attachment a JOIN AgendaItem i ON i.id = a.itemId',
  },
  {
    of: '/moeder/:meeting/spoergsmaal',
    anywhere:
      'SELECT i.meetingId AS meeting, q.id AS question FROM ItemQuestion q JOIN AgendaItem i ON i.id = q.itemId',
  },
  { of: '/moeder/:meeting/dagsorden/versioner', anywhere: 'SELECT meetingId AS meeting, number FROM AgendaVersion' },
  {
    of: '/moeder/:meeting',
    holding: ':item',
    anywhere: 'SELECT meetingId AS meeting, id AS item FROM AgendaItem WHERE standing IS NULL',
  },
  {
    of: '/punktforslag/:proposal',
    inDemo: db => [
      { owner: 'joint', values: one(db, 'SELECT id AS proposal FROM ItemProposal WHERE answeredAt IS NULL') },
    ],
    anywhere: 'SELECT id AS proposal FROM ItemProposal',
  },
  {
    of: '/punktskabeloner/:template',
    inDemo: db => [{ owner: 'joint', values: one(db, 'SELECT id AS template FROM ItemTemplate ORDER BY id LIMIT 1') }],
    anywhere: 'SELECT id AS template FROM ItemTemplate',
  },
  {
    of: '/bilag/:',
    inDemo: db => [
      {
        owner: 'joint',
        values: one(
          db,
          `SELECT a.id AS attachment, a.id FROM Attachment a JOIN AgendaItem i ON i.id = a.itemId JOIN Meeting m ON m.id = i.meetingId
           WHERE a.removedAt IS NULL AND i.closed = 0 AND m.state = 'CALLED'`,
        ),
      },
    ],
    anywhere: 'SELECT id AS attachment FROM Attachment',
  },
]

/** Pages that are there only while a meeting is as far as this; elsewhere any state will do. */
const statesOf: [page: string, state: string][] = [
  ['/afvikling', 'IN_SESSION'],
  ['/skaerm', 'IN_SESSION'],
  ['/referat/indsigelse', 'MINUTES_OUT'],
  ['/referat', 'MINUTES_APPROVED'],
]

/** A called meeting of the joint group, one whose agenda is a draft, and a held one of each strategy group. */
export function meetingSamples(db: Database, route: string): Sample[] {
  const needed = statesOf.find(([page]) => route.includes(page))?.[1]
  const wanted: [Owner, body: string, state: string][] = [
    ['joint', 'faelles-gruppe', needed ?? 'CALLED'],
    ['draft', 'faelles-gruppe', 'AGENDA_IN_PREPARATION'],
    ['housing', 'strategigruppe-bolig', needed ?? 'MINUTES_APPROVED'],
    ['municipal', 'strategigruppe-kommune', needed ?? 'MINUTES_APPROVED'],
  ]
  return wanted.flatMap(([owner, body, state]) => {
    if (owner === 'draft' && needed) return []
    const meeting = db.sql.asStored<{ meeting: number; item: number }>(
      `SELECT m.id AS meeting, i.id AS item FROM Meeting m JOIN Body b ON b.id = m.bodyId JOIN AgendaItem i ON i.meetingId = m.id
       WHERE b.slug = ? AND m.state = ? AND i.standing IS NULL AND i.closed = 0 ORDER BY m.day DESC, i.position LIMIT 1`,
      body,
      state,
    )[0]
    if (!meeting && needed && owner !== 'joint') return []
    if (!meeting) throw new Error(`The demo has no meeting of ${body} that is ${state}.`)
    const within = (text: string) => db.sql.asStored<Values>(text, meeting.meeting)[0] ?? {}
    const values = {
      ...meeting,
      ...within('SELECT number FROM AgendaVersion WHERE meetingId = ?'),
      ...within('SELECT number AS version FROM MinutesVersion WHERE meetingId = ?'),
      ...within(
        'SELECT a.id AS attachment FROM Attachment a JOIN AgendaItem i ON i.id = a.itemId WHERE i.meetingId = ?',
      ),
      ...within(
        'SELECT q.id AS question FROM ItemQuestion q JOIN AgendaItem i ON i.id = q.itemId WHERE i.meetingId = ?',
      ),
      ...within('SELECT id AS objection FROM Objection WHERE meetingId = ?'),
      ...within('SELECT personId AS person FROM Attendance WHERE meetingId = ?'),
    }
    return [{ owner, values }]
  })
}
