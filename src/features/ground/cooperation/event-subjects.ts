import { always, type EventGroup, parties, type Subject } from '../../../access/event-subjects.ts'

export const groundGroup: EventGroup = {
  slug: 'omraader',
  name: 'Boligområder, sagsområder og samarbejdet',
  order: 100,
}

const everyone = { everyone: parties }
const shown = () => always(true)

/** The cooperation itself. */
export const cooperationSubjects = {
  cooperation: {
    slug: 'samarbejdet',
    label: 'Samarbejdet:',
    from: 'Cooperation x WHERE x.id = e.subjectId',
    name: () => 'x.name',
    href: () => `'/samarbejdet'`,
    group: groundGroup,
    readers: everyone,
    shown,
    fields: {
      name: 'Navn',
      town: 'By',
      housing: 'Boligorganisationernes betegnelse',
      municipality: 'Kommunens betegnelse',
      contactName: 'Kontaktperson',
    },
  },
} satisfies Record<string, Subject>
