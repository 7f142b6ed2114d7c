import type { EventGroup, Subject } from '../../../access/event-subjects.ts'
import { followUpJoins } from '../../../access/visibility.ts'

const group: EventGroup = { slug: 'opfoelgning', name: 'Opfølgning', order: 40 }

/** Follow-ups. */
export const followUpSubjects = {
  followUp: {
    slug: 'opfoelgning',
    label: 'Opfølgning',
    from: `FollowUp f ${followUpJoins} WHERE f.id = e.subjectId`,
    name: () => 'f.text',
    href: () => `'/opfoelgning/' || f.id`,
    group,
    readers: { everyone: ({ view }) => view.followUps('f') },
  },
} satisfies Record<string, Subject>
