import { parties, type Subject, secretariats } from '../../../access/event-subjects.ts'
import { agreementGroup } from '../agreement/index.ts'

const roundHref = () => `'/aftalen/revision/' || r.year`

/** Rounds of revision, with what is proposed, answered and signed in them. */
export const revisionSubjects = {
  revision: {
    slug: 'revision',
    label: 'Revisionen i',
    from: 'RevisionRound r WHERE r.id = e.subjectId',
    name: () => 'r.year',
    href: roundHref,
    group: agreementGroup,
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
    group: agreementGroup,
    readers: { everyone: parties, preparing: secretariats },
  },
  hearingAnswer: {
    slug: 'hoeringssvar',
    label: 'Høringen i revisionen i',
    from: 'HearingAnswer h JOIN RevisionRound r ON r.id = h.roundId WHERE h.id = e.subjectId',
    name: () => 'r.year',
    href: roundHref,
    group: agreementGroup,
    readers: { preparing: secretariats },
  },
  signing: {
    slug: 'underskrivning',
    label: 'Underskrivningen efter revisionen i',
    from: 'Signing s JOIN RevisionRound r ON r.id = s.roundId WHERE s.id = e.subjectId',
    name: () => 'r.year',
    href: roundHref,
    group: agreementGroup,
    readers: { everyone: parties },
  },
} satisfies Record<string, Subject>
