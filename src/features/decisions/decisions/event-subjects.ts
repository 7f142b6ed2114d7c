import type { EventGroup, Subject } from '../../../access/event-subjects.ts'

export const decisionGroup: EventGroup = { slug: 'beslutninger', name: 'Beslutninger og forelæggelser', order: 30 }

/** SQL: a decision's title as it is read everywhere. */
export const decisionTitle = (inside: string) =>
  `CASE WHEN ${inside} THEN d.title ELSE COALESCE(d.publicTitle, 'Lukket punkt') END`

/** Decisions. */
export const decisionSubjects = {
  decision: {
    slug: 'beslutning',
    label: 'Beslutning',
    from: 'Decision d WHERE d.id = e.subjectId',
    name: ({ view }) => `d.number || ': ' || ${decisionTitle(view.insideDecisions('d'))}`,
    href: () => `'/beslutninger/' || d.year || '/' || d.serial`,
    group: decisionGroup,
    readers: { everyone: ({ view }) => view.decisions('d') },
    parts: { referral: 'SELECT id FROM Referral WHERE decisionId = ?' },
  },
} satisfies Record<string, Subject>
