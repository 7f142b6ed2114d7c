import { one, type RouteSamples } from '../support/samples.ts'

export const samples: RouteSamples[] = [
  {
    of: '/opfoelgning/:id',
    inDemo: db => [
      {
        owner: 'joint',
        values: one(
          db,
          `SELECT f.id FROM FollowUp f JOIN Organisation o ON o.id = f.organisationId
           JOIN Body b ON b.id = f.bodyId WHERE f.closedAt IS NULL AND o.slug = 'hoejstrup' AND b.slug = 'faelles-gruppe'`,
        ),
      },
    ],
    anywhere: 'SELECT id FROM FollowUp',
  },
  {
    // What the page must be told in its query: an item of a called meeting of the joint group.
    of: '/opfoelgning/ny',
    query: db =>
      `?punkt=${
        one(
          db,
          `SELECT i.id FROM AgendaItem i JOIN Meeting m ON m.id = i.meetingId JOIN Body b ON b.id = m.bodyId
           WHERE b.slug = 'faelles-gruppe' AND m.state = 'CALLED' AND i.standing IS NULL AND i.closed = 0
           ORDER BY m.day DESC, i.position`,
        ).id
      }`,
  },
]
