import type { EventGroup, Subject } from '../../../access/event-subjects.ts'

const group: EventGroup = { slug: 'foer-portalen', name: 'Dokumenter fra før portalen', order: 80 }

/** Documents from before the portal. */
export const earlierSubjects = {
  earlierRecord: {
    slug: 'dokument',
    label: 'Fra før portalen:',
    from: 'EarlierRecord r WHERE r.id = e.subjectId',
    name: ({ view }) => `COALESCE(${view.earlierTitle('r')}, 'Lukket dokument')`,
    href: () => `'/foer-portalen/' || r.id`,
    group,
    readers: { everyone: ({ view }) => view.earlier('r') },
  },
} satisfies Record<string, Subject>
