import { parties, type Subject, secretariats } from './subject.ts'

const roundHref = () => `'/aftalen/revision/' || r.year`

export const agreementSubjects = {
  agreement: {
    slug: 'aftale',
    label: 'Aftalen fra',
    from: 'AgreementVersion v WHERE v.id = e.subjectId',
    name: () => 'v.year',
    href: () => `'/aftalen/' || v.year`,
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
    readers: { everyone: parties },
  },
  revision: {
    slug: 'revision',
    label: 'Revisionen i',
    from: 'RevisionRound r WHERE r.id = e.subjectId',
    name: () => 'r.year',
    href: roundHref,
    readers: { everyone: parties, preparing: secretariats },
    parts: {
      amendment: 'SELECT id FROM AmendmentProposal WHERE roundId = ?',
      hearingAnswer: 'SELECT id FROM HearingAnswer WHERE roundId = ?',
      signing: 'SELECT id FROM Signing WHERE roundId = ?',
    },
  },
  amendment: {
    slug: 'aendringsforslag',
    label: 'Ændringsforslag',
    from: `AmendmentProposal p JOIN RevisionRound r ON r.id = p.roundId JOIN Organisation o ON o.id = p.organisationId
      WHERE p.id = e.subjectId`,
    name: () => `p.number || ' i revisionen i ' || r.year || ', stillet af ' || o.name`,
    href: () => `'/aftalen/revision/' || r.year || '/forslag/' || p.number`,
    readers: { everyone: parties, preparing: secretariats },
  },
  hearingAnswer: {
    slug: 'hoeringssvar',
    label: 'Høringen i revisionen i',
    from: 'HearingAnswer h JOIN RevisionRound r ON r.id = h.roundId WHERE h.id = e.subjectId',
    name: () => 'r.year',
    href: roundHref,
    readers: { preparing: secretariats },
  },
  signing: {
    slug: 'underskrivning',
    label: 'Underskrivningen efter revisionen i',
    from: 'Signing s JOIN RevisionRound r ON r.id = s.roundId WHERE s.id = e.subjectId',
    name: () => 'r.year',
    href: roundHref,
    readers: { everyone: parties },
  },
} satisfies Record<string, Subject>
