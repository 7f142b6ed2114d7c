import { type EventGroup, parties, type Subject } from '../../../access/event-subjects.ts'

const group: EventGroup = { slug: 'vurderinger', name: 'Vurderinger af områder', order: 70 }

export const assessmentSubjects = {
  areaAssessment: {
    slug: 'vurdering',
    label: 'Vurdering:',
    from: 'AreaAssessment x JOIN HousingArea ha ON ha.id = x.areaId WHERE x.id = e.subjectId',
    name: () => `ha.name || ': ' || x.levelName`,
    href: () => `'/vurderinger/' || ha.slug`,
    group,
    readers: { everyone: parties },
  },
} satisfies Record<string, Subject>
