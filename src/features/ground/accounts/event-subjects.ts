import { administrators, type EventGroup, type Subject } from '../../../access/event-subjects.ts'

const group: EventGroup = { slug: 'konti', name: 'Konti', order: 110 }

/** Accounts. */
export const accountSubjects = {
  account: {
    slug: 'konto',
    label: 'Konto:',
    name: () =>
      `COALESCE((SELECT p.name FROM Account x JOIN Person p ON p.id = x.personId WHERE x.id = e.subjectId), 'slettet')`,
    href: () => `(SELECT '/konti/' || x.id FROM Account x WHERE x.id = e.subjectId)`,
    group,
    readers: { administering: administrators },
  },
} satisfies Record<string, Subject>
