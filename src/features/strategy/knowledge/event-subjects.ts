import { type EventGroup, parties, type Subject } from '../../../access/event-subjects.ts'

const group: EventGroup = { slug: 'indikatorer', name: 'Indikatorer', order: 64 }

/** The log tells of indicators to the two parties, as of all that they keep together. */
export const knowledgeSubjects = {
  indicator: {
    slug: 'indikator',
    label: 'Indikator:',
    from: 'Indicator x WHERE x.id = e.subjectId',
    name: () => 'x.name',
    href: () => `'/indikatorer/' || x.slug`,
    group,
    readers: { everyone: parties },
  },
  discretionLimits: {
    slug: 'diskretion',
    label: 'Diskretion:',
    from: 'DiscretionLimits x WHERE x.id = e.subjectId',
    name: () => `'fra ' || x.residents || ' beboere og antal fra ' || x.cell`,
    href: () => `'/indikatorer/diskretion'`,
    group,
    readers: { everyone: parties },
  },
  observationDelivery: {
    slug: 'levering-af-tal',
    label: 'Levering af tal:',
    from: 'ObservationDelivery x WHERE x.id = e.subjectId',
    name: () => `CASE WHEN x.name = '' THEN x.source ELSE x.name END`,
    href: () => `'/indikatorer/leveringer/' || x.id`,
    group,
    readers: { everyone: parties },
  },
} satisfies Record<string, Subject>
