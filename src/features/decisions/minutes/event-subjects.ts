import type { EventGroup, Subject } from '../../../access/event-subjects.ts'
import { inSecretariat } from '../../../access/policy.ts'

const group: EventGroup = { slug: 'referater', name: 'Referater', order: 20 }

/** The words that minutes need again and again. */
export const minutesSubjects = {
  textBlock: {
    slug: 'tekstblok',
    label: 'Tekstblok',
    group,
    from: 'TextBlock p WHERE p.id = e.subjectId',
    name: () => 'p.title',
    href: () => `iif(p.removedAt IS NULL, '/tekstblokke/' || p.id, NULL)`,
    readers: { preparing: ({ actor }) => (inSecretariat(actor, null) ? '1 = 1' : '1 = 0') },
  },
} satisfies Record<string, Subject>
