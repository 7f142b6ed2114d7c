import { type EventGroup, parties, type Subject } from '../../../access/event-subjects.ts'

const group: EventGroup = { slug: 'gennemfoerelse', name: 'Gennemførelse af strategier', order: 67 }

const half = `r.year || '-' || r.half`
const halfName = `r.half || '. halvår ' || r.year`

/** How far the organisations are: what they answer is read by all parties. */
export const implementationSubjects = {
  implementationRound: {
    slug: 'gennemfoerelse',
    label: 'Gennemførelse af strategierne:',
    from: 'ImplementationRound r WHERE r.id = e.subjectId',
    name: () => halfName,
    href: () => `'/strategier/gennemfoerelse/' || ${half}`,
    group,
    readers: { everyone: parties },
  },
  implementation: {
    slug: 'gennemfoerelsessvar',
    label: 'Gennemførelse:',
    from: `ImplementationAnswer a JOIN Organisation o ON o.id = a.organisationId
      JOIN ImplementationSubject u ON u.id = a.subjectId JOIN ImplementationRound r ON r.id = u.roundId
      JOIN TextDraft n ON n.id = u.draftId WHERE a.id = e.subjectId`,
    name: () => `o.name || ' om ' || n.title || ', ' || ${halfName}`,
    href: () => `'/strategier/gennemfoerelse/' || ${half} || '/' || o.slug`,
    group,
    readers: { everyone: parties },
  },
} satisfies Record<string, Subject>
