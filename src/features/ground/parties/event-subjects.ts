import { administrators, always, type EventGroup, parties, type Subject } from '../../../access/event-subjects.ts'

const group: EventGroup = { slug: 'parter', name: 'Parter og personer', order: 70 }

const organisationHref = () => `'/parter/' || o.slug`
const ofOrganisation = (table: string) => `SELECT id FROM ${table} WHERE organisationId = ?`
const everyone = { everyone: parties }
const shown = () => always(true)

/** Organisations, what binds them together, and their people. */
export const partySubjects = {
  organisation: {
    slug: 'organisation',
    label: 'Organisation:',
    from: 'Organisation o WHERE o.id = e.subjectId',
    name: () => 'o.name',
    href: organisationHref,
    group,
    readers: everyone,
    shown,
    parts: {
      administration: 'SELECT id FROM Administration WHERE ? IN (administratorId, associationId)',
      authorisation: ofOrganisation('Authorisation'),
      condition: ofOrganisation('Condition'),
      person: ofOrganisation('Person'),
    },
    fields: {
      name: 'Navn',
      shortName: 'Kort navn',
      kind: 'Type',
      from: 'Fra',
      about: 'Om organisationen',
      website: 'Websted',
    },
  },
  administration: {
    slug: 'administration',
    label: 'Administration:',
    from: `Administration x JOIN Organisation o ON o.id = x.associationId JOIN Organisation h ON h.id = x.administratorId
      WHERE x.id = e.subjectId`,
    name: () => `o.name || ' hos ' || h.name`,
    href: organisationHref,
    group,
    readers: everyone,
    shown,
    fields: { from: 'Fra', to: 'Til og med' },
  },
  authorisation: {
    slug: 'bemyndigelse',
    label: 'Bemyndigelse:',
    from: `Authorisation x JOIN Organisation o ON o.id = x.organisationId JOIN Person p ON p.id = x.personId
      WHERE x.id = e.subjectId`,
    name: () => `p.name || ' for ' || o.name`,
    href: organisationHref,
    group,
    readers: everyone,
  },
  condition: {
    slug: 'vilkaar',
    label: 'Vilkår for',
    from: 'Condition x JOIN Organisation o ON o.id = x.organisationId WHERE x.id = e.subjectId',
    name: () => 'o.name',
    href: organisationHref,
    group,
    readers: everyone,
  },
  person: {
    slug: 'person',
    label: 'Person:',
    from: 'Person p JOIN Organisation o ON o.id = p.organisationId WHERE p.id = e.subjectId',
    name: () => `p.name || ', ' || o.name`,
    href: organisationHref,
    group,
    readers: { everyone: parties, administering: administrators },
  },
} satisfies Record<string, Subject>
