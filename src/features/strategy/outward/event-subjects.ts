import { type EventGroup, parties, type Subject } from '../../../access/event-subjects.ts'
import { recusedFromSql } from '../../decisions/adoption/index.ts'

const group: EventGroup = { slug: 'udtalelser', name: 'Udtalelser udadtil', order: 67 }

/** What the parties say to others is read by all of them, but for those who are recused from it. */
export const outwardSubjects = {
  outward: {
    slug: 'udtalelse',
    label: 'Udtalelse:',
    from: `OutwardStatement o JOIN SharedText s ON s.id = o.textId WHERE o.id = e.subjectId`,
    name: () => '(SELECT n.title FROM TextDraft n WHERE n.textId = s.id ORDER BY n.number DESC LIMIT 1)',
    href: () => `'/udtalelser/' || s.slug`,
    group,
    readers: { everyone: reader => `(${parties(reader)} AND NOT ${recusedFromSql(reader.view, 's.id')})` },
  },
} satisfies Record<string, Subject>
