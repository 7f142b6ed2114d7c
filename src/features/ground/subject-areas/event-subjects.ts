import { always, parties, type Subject } from '../../../access/event-subjects.ts'
import { groundGroup } from '../cooperation/index.ts'

const everyone = { everyone: parties }
const shown = () => always(true)

/** Subject areas. */
export const subjectAreaSubjects = {
  subjectArea: {
    slug: 'sagsomraade',
    label: 'Sagsområde:',
    from: 'SubjectArea x WHERE x.id = e.subjectId',
    name: () => 'x.name',
    href: () => `'/sagsomraader'`,
    group: groundGroup,
    readers: everyone,
    shown,
    fields: { name: 'Navn', departmentId: 'Forvaltning', to: 'Sidste dag' },
  },
} satisfies Record<string, Subject>
