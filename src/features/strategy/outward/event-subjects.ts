import { type EventGroup, parties, type Subject } from '../../../access/event-subjects.ts'

const group: EventGroup = { slug: 'udtalelser', name: 'Udtalelser udadtil', order: 67 }

/** What the parties say to others is read by all of them. */
export const outwardSubjects = {
  outward: {
    slug: 'udtalelse',
    label: 'Udtalelse:',
    from: `OutwardStatement o JOIN SharedText s ON s.id = o.textId WHERE o.id = e.subjectId`,
    name: () => '(SELECT n.title FROM TextDraft n WHERE n.textId = s.id ORDER BY n.number DESC LIMIT 1)',
    href: () => `'/udtalelser/' || s.slug`,
    group,
    readers: { everyone: parties },
  },
} satisfies Record<string, Subject>
