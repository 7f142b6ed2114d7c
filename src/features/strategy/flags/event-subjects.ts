import { type EventGroup, parties, type Subject } from '../../../access/event-subjects.ts'

const group: EventGroup = { slug: 'paapegninger', name: 'Påpegninger', order: 68 }

export const flagSubjects = {
  flag: {
    slug: 'paapegning',
    label: 'Påpegning:',
    from: `Flag f LEFT JOIN HousingArea fa ON fa.id = f.areaId LEFT JOIN Estate fe ON fe.id = f.estateId
      LEFT JOIN District fd ON fd.id = f.districtId WHERE f.id = e.subjectId`,
    name: () => `f.number || ' ' || coalesce(fa.name, fe.name, fd.name)`,
    href: () => `'/paapegninger/' || f.number`,
    group,
    readers: { everyone: parties },
  },
} satisfies Record<string, Subject>
