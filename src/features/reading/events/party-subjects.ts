import { administrators, always, parties, type Subject } from './subject.ts'

const organisationHref = () => `'/parter/' || o.slug`
const ofOrganisation = (table: string) => `SELECT id FROM ${table} WHERE organisationId = ?`
const everyone = { everyone: parties }
const shown = () => always(true)

export const partySubjects = {
  organisation: {
    slug: 'organisation',
    label: 'Organisation:',
    from: 'Organisation o WHERE o.id = e.subjectId',
    name: () => 'o.name',
    href: organisationHref,
    readers: everyone,
    shown,
    parts: {
      administration: 'SELECT id FROM Administration WHERE ? IN (administratorId, associationId)',
      authorisation: ofOrganisation('Authorisation'),
      condition: ofOrganisation('Condition'),
      person: ofOrganisation('Person'),
    },
  },
  administration: {
    slug: 'administration',
    label: 'Administration:',
    from: `Administration x JOIN Organisation o ON o.id = x.associationId JOIN Organisation h ON h.id = x.administratorId
      WHERE x.id = e.subjectId`,
    name: () => `o.name || ' hos ' || h.name`,
    href: organisationHref,
    readers: everyone,
    shown,
  },
  authorisation: {
    slug: 'bemyndigelse',
    label: 'Bemyndigelse:',
    from: `Authorisation x JOIN Organisation o ON o.id = x.organisationId JOIN Person p ON p.id = x.personId
      WHERE x.id = e.subjectId`,
    name: () => `p.name || ' for ' || o.name`,
    href: organisationHref,
    readers: everyone,
  },
  condition: {
    slug: 'vilkaar',
    label: 'Vilkår for',
    from: 'Condition x JOIN Organisation o ON o.id = x.organisationId WHERE x.id = e.subjectId',
    name: () => 'o.name',
    href: organisationHref,
    readers: everyone,
  },
  person: {
    slug: 'person',
    label: 'Person:',
    from: 'Person p JOIN Organisation o ON o.id = p.organisationId WHERE p.id = e.subjectId',
    name: () => `p.name || ', ' || o.name`,
    href: organisationHref,
    readers: { everyone: parties, administering: administrators },
  },
  body: {
    slug: 'organ',
    label: 'Organ:',
    from: 'Body b WHERE b.id = e.subjectId',
    name: () => 'b.name',
    href: () => `'/organer/' || b.slug`,
    readers: everyone,
    shown,
    parts: { seat: 'SELECT id FROM Seat WHERE bodyId = ?' },
  },
  seat: {
    slug: 'plads',
    label: 'Plads:',
    from: 'Seat s JOIN Body b ON b.id = s.bodyId JOIN Person p ON p.id = s.personId WHERE s.id = e.subjectId',
    name: () => `p.name || ' i ' || b.name`,
    href: () => `'/organer/' || b.slug`,
    readers: everyone,
  },
  housingArea: {
    slug: 'boligomraade',
    label: 'Boligområde:',
    from: 'HousingArea x WHERE x.id = e.subjectId',
    name: () => 'x.name',
    href: () => `'/boligomraader'`,
    readers: everyone,
    shown,
  },
  subjectArea: {
    slug: 'sagsomraade',
    label: 'Sagsområde:',
    from: 'SubjectArea x WHERE x.id = e.subjectId',
    name: () => 'x.name',
    href: () => `'/sagsomraader'`,
    readers: everyone,
    shown,
  },
  cooperation: {
    slug: 'samarbejdet',
    label: 'Samarbejdet:',
    from: 'Cooperation x WHERE x.id = e.subjectId',
    name: () => 'x.name',
    href: () => `'/samarbejdet'`,
    readers: everyone,
    shown,
  },
  account: {
    slug: 'konto',
    label: 'Konto:',
    name: () =>
      `COALESCE((SELECT p.name FROM Account x JOIN Person p ON p.id = x.personId WHERE x.id = e.subjectId), 'slettet')`,
    href: () => `(SELECT '/konti/' || x.id FROM Account x WHERE x.id = e.subjectId)`,
    readers: { administering: administrators },
  },
} satisfies Record<string, Subject>
