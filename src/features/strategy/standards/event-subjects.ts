import { type EventGroup, parties, type Subject } from '../../../access/event-subjects.ts'
import { representedBy } from '../../../access/represented.ts'

const group: EventGroup = { slug: 'redegoerelser', name: 'Redegørelser om standarder', order: 66 }

const round = 'StatementRound r JOIN TextDraft n ON n.id = r.draftId JOIN SharedText s ON s.id = r.textId'
const address = `'/standarder/' || s.slug || '/redegoerelser/' || r.year`

/** Statements that were given are everybody's; what an organisation has come to before is its own. */
export const statementSubjects = {
  statementRound: {
    slug: 'redegoerelser',
    label: 'Redegørelser:',
    from: `${round} WHERE r.id = e.subjectId`,
    name: () => `n.title || ', ' || r.year`,
    href: () => address,
    group,
    readers: { everyone: parties },
  },
  statement: {
    slug: 'redegoerelse',
    label: 'Redegørelse:',
    from: `StatementAnswer a JOIN Organisation o ON o.id = a.organisationId JOIN ${round} WHERE r.id = a.roundId AND a.id = e.subjectId`,
    name: () => `o.name || ' om ' || n.title || ', ' || r.year`,
    href: () => `${address} || '/' || o.slug`,
    group,
    readers: {
      everyone: parties,
      inside: ({ actor }) => `a.organisationId IN (${representedBy(actor).join(',')})`,
    },
  },
} satisfies Record<string, Subject>
