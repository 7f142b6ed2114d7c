import type { EventGroup, Reader, Subject } from '../../../access/event-subjects.ts'

const group: EventGroup = { slug: 'mandater', name: 'Mandater', order: 50 }

/** A draft is read by those who keep the organisation's mandates, until its minute is there. */
const given = ({ view }: Reader) =>
  `${view.mandates('a')} AND (a.activatedAt IS NOT NULL OR ${view.keepsFor('a.organisationId')})`

/** Mandates. */
export const mandateSubjects = {
  mandate: {
    slug: 'mandat',
    label: 'Mandat',
    from: 'Mandate a WHERE a.id = e.subjectId',
    name: () => `a.number || ': ' || a.title`,
    href: () => `'/mandater/' || a.id`,
    group,
    readers: {
      everyone: given,
      preparing: ({ view }) => view.keepsFor('a.organisationId'),
    },
    isPreparing: ({ authorisations }) => authorisations.length > 0,
  },
} satisfies Record<string, Subject>
