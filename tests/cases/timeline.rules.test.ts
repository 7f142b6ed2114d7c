import { expect, test } from 'vitest'
import { timelineEntries } from '../../src/features/meetings/cases/timeline.ts'
import { day, type Instant, instant } from '../../src/kernel/days.ts'

test('within a day, what was done before a meeting is older than it, by Danish clocks', () => {
  const event = (kind: 'caseOpened' | 'caseClosed', at: Instant) => ({
    id: 1,
    at,
    actor: 'Hanne',
    kind,
    after: null,
  })
  const entries = timelineEntries(
    {
      // The meeting begins at 10.00 in Denmark, which is 08.00 in UTC.
      events: [
        event('caseClosed', instant('2026-06-03T09:30:00.000Z')),
        event('caseOpened', instant('2026-06-03T07:30:00.000Z')),
      ],
      items: [
        {
          id: 1,
          position: 4,
          title: 'Fælles tryghed',
          publicTitle: null,
          closedReason: null,
          open: true,
          kind: 'DISCUSSION',
          recommendation: null,
          meetingId: 1,
          meetingNumber: '2026/1',
          day: day('2026-06-03'),
          startsAt: '10:00',
          state: 'CALLED',
          bodyName: 'Fælles boligstrategisk gruppe',
          outcome: null,
          outcomeNote: null,
          carriedFromId: null,
        },
      ],
      decisions: [],
      earlier: [],
      documents: [],
      followUps: [],
      referrals: [],
    },
    'Fælles boligstrategisk gruppe',
  )
  const order = entries.map(({ heading }) => (/oprettet|afsluttet/.exec(heading) ?? ['mødet'])[0])
  expect(order).toEqual(['afsluttet', 'mødet', 'oprettet'])
})
