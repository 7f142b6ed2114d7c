import type { EventGroup, Subject } from '../../../access/event-subjects.ts'

const group: EventGroup = { slug: 'sager', name: 'Sager', order: 20 }

/** A part may have gone to the group: what its secretariat wrote of the case before that stays the part's own. */
const beforeForwarded = `EXISTS (SELECT 1 FROM Event f WHERE f.subject = 'case' AND f.subjectId = c.id
  AND f.kind = 'caseForwarded' AND f.id > e.id)`

/** Cases. */
export const caseSubjects = {
  case: {
    slug: 'sag',
    label: 'Sag',
    group,
    from: '"Case" c WHERE c.id = e.subjectId',
    name: ({ view }) => `c.number || ': ' || ${view.caseTitle('c')}`,
    href: () => `'/sager/' || c.number`,
    readers: {
      everyone: ({ view }) => view.cases('c'),
      inside: ({ view }) =>
        `${view.cases('c')} AND ${view.insideCases('c')} AND (${view.drafts('c')} OR NOT ${beforeForwarded})`,
    },
    shown: ({ view }) => view.insideCases('c'),
    fields: { title: 'Titel', summary: 'Resumé', journalNumber: 'Journalnummer' },
  },
} satisfies Record<string, Subject>
