import { always, type EventGroup, parties, type Subject } from '../../../access/event-subjects.ts'

const group: EventGroup = { slug: 'organer', name: 'Organer og udpegninger', order: 90 }

const everyone = { everyone: parties }
const shown = () => always(true)

/** Bodies and the seats in them. */
export const bodySubjects = {
  body: {
    slug: 'organ',
    label: 'Organ:',
    from: 'Body b WHERE b.id = e.subjectId',
    name: () => 'b.name',
    href: () => `'/organer/' || b.slug`,
    group,
    readers: everyone,
    shown,
    parts: { seat: 'SELECT id FROM Seat WHERE bodyId = ?' },
    fields: {
      name: 'Navn',
      about: 'Om organet',
      from: 'Fra',
      noticeWorkdays: 'Varsel',
      proposalDeadlineWorkdays: 'Frist for punktforslag',
      quorumHousing: 'Beslutningsdygtighed for boligorganisationerne',
      quorumMunicipality: 'Beslutningsdygtighed for kommunen',
      objectionDays: 'Frist for indsigelser',
      consensusOfBothSides: 'Enighed mellem parterne',
      writtenProcedureAllowed: 'Skriftlig behandling',
      agendaWorkdays: 'Frist for dagsordenen',
      minutesWorkdays: 'Frist for referatet',
      chairs: 'Mødeleder',
      silenceConsents: 'Manglende svar tæller som støtte',
      text: 'Øvrige bestemmelser',
    },
  },
  seat: {
    slug: 'plads',
    label: 'Plads:',
    from: 'Seat s JOIN Body b ON b.id = s.bodyId JOIN Person p ON p.id = s.personId WHERE s.id = e.subjectId',
    name: () => `p.name || ' i ' || b.name`,
    href: () => `'/organer/' || b.slug`,
    group,
    readers: everyone,
  },
} satisfies Record<string, Subject>
