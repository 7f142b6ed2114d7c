import { type EventGroup, parties, type Subject, secretariats } from '../../../access/event-subjects.ts'

const group: EventGroup = { slug: 'boligbehov', name: 'Boligbehov', order: 71 }

export const needSubjects = {
  needEstimate: {
    slug: 'behovsvurdering',
    label: 'Behovsvurdering:',
    from: `NeedEstimate x JOIN NeedVersion v ON v.id = (SELECT max(id) FROM NeedVersion WHERE estimateId = x.id)
      WHERE x.id = e.subjectId`,
    name: () => `x.number || ' ' || json_extract(v.content, '$.title')`,
    href: () => `'/boligbehov/vurderinger/' || x.number`,
    group,
    readers: { everyone: parties, preparing: secretariats },
  },
  stockChange: {
    slug: 'boligaendring',
    label: 'Ændring i boligerne:',
    from: 'StockChange x WHERE x.id = e.subjectId',
    name: () => 'x.name',
    href: () => `'/boligbehov/aendringer'`,
    group,
    readers: { everyone: parties },
  },
  vacantHomes: {
    slug: 'ledige-boliger',
    label: 'Ledige boliger:',
    from: 'VacantHomes x JOIN Estate n ON n.id = x.estateId WHERE x.id = e.subjectId',
    name: () => `n.name || ', ' || x.year`,
    href: () => `'/boligbehov/ledige?aar=' || x.year`,
    group,
    readers: { everyone: parties },
  },
} satisfies Record<string, Subject>
