import { type EventGroup, parties, type Subject } from '../../../access/event-subjects.ts'

export const agreementGroup: EventGroup = { slug: 'aftalen', name: 'Samarbejdsaftalen og revision', order: 60 }

/** Agreements and their addenda. */
export const agreementSubjects = {
  agreement: {
    slug: 'aftale',
    label: 'Aftalen fra',
    from: 'AgreementVersion v WHERE v.id = e.subjectId',
    name: () => 'v.year',
    href: () => `'/aftalen/' || v.year`,
    group: agreementGroup,
    readers: { everyone: parties },
    parts: { addendum: 'SELECT id FROM Addendum WHERE versionId = ?' },
  },
  addendum: {
    slug: 'tillaeg',
    label: 'Tillæg',
    from: `Addendum a JOIN AgreementVersion v ON v.id = a.versionId JOIN Organisation o ON o.id = a.organisationId
      WHERE a.id = e.subjectId`,
    name: () => `a.number || ' til aftalen fra ' || v.year || ': ' || o.name`,
    href: () => `'/aftalen/' || v.year || '/tillaeg/' || a.number`,
    group: agreementGroup,
    readers: { everyone: parties },
  },
} satisfies Record<string, Subject>
