import { followUpJoins } from '../../../access/visibility.ts'
import type { Reader, Subject } from './subject.ts'

/** As a decision's title is read everywhere. */
const title = (inside: string) => `CASE WHEN ${inside} THEN d.title ELSE COALESCE(d.publicTitle, 'Lukket punkt') END`

/** What is put before a deciding body the organisation's keepers of mandates read, whatever its decision is to others. */
const asked = ({ view }: Reader) => view.keepsFor('r.organisationId')

/** A draft is read by those who keep the organisation's mandates, until its minute is there. */
const given = ({ view }: Reader) =>
  `${view.mandates('a')} AND (a.activatedAt IS NOT NULL OR ${view.keepsFor('a.organisationId')})`

export const decisionSubjects = {
  decision: {
    slug: 'beslutning',
    label: 'Beslutning',
    from: 'Decision d WHERE d.id = e.subjectId',
    name: ({ view }) => `d.number || ': ' || ${title(view.insideDecisions('d'))}`,
    href: () => `'/beslutninger/' || d.year || '/' || d.serial`,
    readers: { everyone: ({ view }) => view.decisions('d') },
    parts: { referral: 'SELECT id FROM Referral WHERE decisionId = ?' },
  },
  referral: {
    slug: 'forelaeggelse',
    label: 'Forelæggelse',
    from: 'Referral r JOIN Decision d ON d.id = r.decisionId WHERE r.id = e.subjectId',
    name: reader => `r.number || ': ' || ${title(`(${reader.view.insideDecisions('d')} OR ${asked(reader)})`)}`,
    href: () => `'/forelaeggelser/' || r.number`,
    readers: { everyone: reader => `(${reader.view.decisions('d')} OR ${asked(reader)})` },
  },
  followUp: {
    slug: 'opfoelgning',
    label: 'Opfølgning',
    from: `FollowUp f ${followUpJoins} WHERE f.id = e.subjectId`,
    name: () => 'f.text',
    href: () => `'/opfoelgning/' || f.id`,
    readers: { everyone: ({ view }) => view.followUps('f') },
  },
  earlierRecord: {
    slug: 'dokument',
    label: 'Fra før portalen:',
    from: 'EarlierRecord r WHERE r.id = e.subjectId',
    name: ({ view }) => `COALESCE(${view.earlierTitle('r')}, 'Lukket dokument')`,
    href: () => `'/foer-portalen/' || r.id`,
    readers: { everyone: ({ view }) => view.earlier('r') },
  },
  mandate: {
    slug: 'mandat',
    label: 'Mandat',
    from: 'Mandate a WHERE a.id = e.subjectId',
    name: () => `a.number || ': ' || a.title`,
    href: () => `'/mandater/' || a.id`,
    readers: {
      everyone: given,
      preparing: ({ view }) => view.keepsFor('a.organisationId'),
    },
  },
} satisfies Record<string, Subject>
