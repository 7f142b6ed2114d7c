import { type EventGroup, parties, type Subject } from '../../../access/event-subjects.ts'

const group: EventGroup = { slug: 'indikatorer', name: 'Indikatorer', order: 64 }

/** Indicators are read by all of the cooperation. */
export const knowledgeSubjects = {
  indicator: {
    slug: 'indikator',
    label: 'Indikator:',
    from: 'Indicator x WHERE x.id = e.subjectId',
    name: () => 'x.name',
    href: () => `'/indikatorer/' || x.slug`,
    group,
    readers: { everyone: parties },
  },
} satisfies Record<string, Subject>
