import type { Reader, Subject } from '../../../access/event-subjects.ts'
import { decisionGroup, decisionTitle } from '../decisions/index.ts'

/** What is put before a deciding body the organisation's keepers of mandates read, whatever its decision is to others. */
const asked = ({ view }: Reader) => view.keepsFor('r.organisationId')

/** Referrals. */
export const referralSubjects = {
  referral: {
    slug: 'forelaeggelse',
    label: 'Forelæggelse',
    from: 'Referral r JOIN Decision d ON d.id = r.decisionId WHERE r.id = e.subjectId',
    name: reader => `r.number || ': ' || ${decisionTitle(`(${reader.view.insideDecisions('d')} OR ${asked(reader)})`)}`,
    href: () => `'/forelaeggelser/' || r.number`,
    group: decisionGroup,
    readers: { everyone: reader => `(${reader.view.decisions('d')} OR ${asked(reader)})` },
  },
} satisfies Record<string, Subject>
