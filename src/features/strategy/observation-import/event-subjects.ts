import { type EventGroup, parties, type Subject } from '../../../access/event-subjects.ts'

const group: EventGroup = { slug: 'indlaesning', name: 'Indlæsning af tal', order: 65 }

export const importSubjects = {
  sheetMapping: {
    slug: 'kolonner',
    label: 'Kolonner:',
    from: 'SheetMapping x WHERE x.id = e.subjectId',
    name: () => `CASE WHEN x.sheet = '' THEN 'en tekstfil' ELSE 'arket ' || x.sheet END`,
    href: () => `'/indikatorer/indlaes/overskrifter'`,
    group,
    readers: { everyone: parties },
  },
} satisfies Record<string, Subject>
