import { type EventGroup, parties, type Subject } from '../../../access/event-subjects.ts'
import { listNames } from './labels.ts'

const group: EventGroup = { slug: 'lister', name: 'Statslige lister', order: 69 }

const names = Object.entries(listNames)
  .map(([kind, { name }]) => `WHEN '${kind}' THEN '${name}'`)
  .join(' ')

export const listSubjects = {
  publicList: {
    slug: 'liste',
    label: 'Liste:',
    from: 'PublicList x WHERE x.id = e.subjectId',
    name: () => `CASE x.kind ${names} END || ' ' || substr(x.issuedOn, 1, 4)`,
    href: () => `'/lister/' || x.slug`,
    group,
    readers: { everyone: parties },
  },
  criterionSource: {
    slug: 'varslingsindikator',
    label: 'Tidlig varsling:',
    from: 'CriterionSource x LEFT JOIN Indicator ci ON ci.id = x.indicatorId WHERE x.id = e.subjectId',
    name: () => `coalesce(ci.name, 'ingen indikator')`,
    href: () => `'/lister/naermer-sig'`,
    group,
    readers: { everyone: parties },
  },
  listReference: {
    slug: 'referencevaerdi',
    label: 'Referenceværdi:',
    from: 'ListReference x WHERE x.id = e.subjectId',
    name: () => `'dømte i hele landet ' || x.year`,
    href: () => `'/lister/referencevaerdier'`,
    group,
    readers: { everyone: parties },
  },
} satisfies Record<string, Subject>
