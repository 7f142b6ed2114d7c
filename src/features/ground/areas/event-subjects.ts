import { always, parties, type Subject } from '../../../access/event-subjects.ts'
import { groundGroup } from '../cooperation/index.ts'

const everyone = { everyone: parties }
const shown = () => always(true)

/** Housing areas. */
export const areaSubjects = {
  housingArea: {
    slug: 'boligomraade',
    label: 'Boligområde:',
    from: 'HousingArea x WHERE x.id = e.subjectId',
    name: () => 'x.name',
    href: () => `'/boligomraader'`,
    group: groundGroup,
    readers: everyone,
    shown,
    fields: { name: 'Navn', district: 'Bydel', to: 'Sidste dag' },
  },
} satisfies Record<string, Subject>
