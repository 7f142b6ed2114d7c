import { always, type EventGroup, parties, type Subject } from '../../../access/event-subjects.ts'

const group: EventGroup = { slug: 'aarshjul', name: 'Årshjul', order: 95 }

/** The year's wheel is everybody's. */
export const wheelSubjects = {
  duty: {
    slug: 'aarlig-opgave',
    label: 'Årlig opgave:',
    from: 'YearDuty y WHERE y.id = e.subjectId',
    name: () => 'y.title',
    href: () => `'/aarshjul'`,
    group,
    readers: { everyone: parties },
    shown: () => always(true),
    fields: {
      title: 'Opgave',
      note: 'Bemærkning',
      fromDay: 'Fra dag',
      toDay: 'Til og med dag',
      firstYear: 'Første år',
      everyYears: 'Hvor ofte',
      lastYear: 'Sidste år',
    },
  },
} satisfies Record<string, Subject>
