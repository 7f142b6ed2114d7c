import type { Reader, Subject } from './subject.ts'

const items = 'SELECT id FROM AgendaItem WHERE meetingId = ?'

export const meeting: Subject = {
  slug: 'moede',
  label: 'Møde',
  from: 'Meeting m JOIN Body b ON b.id = m.bodyId WHERE m.id = e.subjectId',
  name: () => `m.number || ', ' || b.name`,
  href: () => `'/moeder/' || m.id`,
  readers: {
    everyone: ({ view }) => view.meetings('m'),
    sent: ({ view }) => view.agendas('m'),
    minuted: ({ view }) => view.minutes('m'),
    preparing: ({ view }) => view.drafts('m'),
  },
  parts: { item: items, agendaItem: items },
}

/** An item whose own text the person may read; one that is closed to him or her is not told of at all. */
const open = (whose: (reader: Reader) => string) => (reader: Reader) =>
  `${whose(reader)} AND ${reader.view.itemTexts('m', 'i', 't')}`

const onAgenda = ({ view, sent }: Reader) => `${view.agendas('m')} AND ${sent.onAgenda('m', 'i')}`

const item: Subject = {
  slug: 'punkt',
  label: 'Punkt',
  from: `AgendaItem i JOIN Meeting m ON m.id = i.meetingId LEFT JOIN Treatment t ON t.itemId = i.id
    WHERE i.id = e.subjectId`,
  name: ({ sent }) =>
    `${sent.field('m', 'i', 'position')} || ' på møde ' || m.number || ': ' || ${sent.field('m', 'i', 'title')}`,
  href: () => `'/moeder/' || m.id`,
  readers: {
    members: open(reader => `${reader.view.members('m')} AND ${onAgenda(reader)}`),
    minuted: open(reader => `${reader.view.minutes('m')} AND ${onAgenda(reader)}`),
    preparing: open(({ view }) => view.drafts('m')),
  },
}

/** A part may have gone to the group: what its secretariat wrote of the case before that stays the part's own. */
const beforeForwarded = `EXISTS (SELECT 1 FROM Event f WHERE f.subject = 'case' AND f.subjectId = c.id
  AND f.kind = 'caseForwarded' AND f.id > e.id)`

export const meetingSubjects = {
  meeting,
  item,
  /** The same, by the name that checks before the meeting write it under. */
  agendaItem: { ...item, slug: 'kontrol' },
  proposal: {
    slug: 'forslag',
    label: 'Punktforslag',
    from: 'ItemProposal p WHERE p.id = e.subjectId',
    name: () => 'p.title',
    href: () => `'/punktforslag/' || p.id`,
    readers: { preparing: ({ view }) => view.drafts('p') },
  },
  case: {
    slug: 'sag',
    label: 'Sag',
    from: '"Case" c WHERE c.id = e.subjectId',
    name: ({ view }) => `c.number || ': ' || ${view.caseTitle('c')}`,
    href: () => `'/sager/' || c.number`,
    readers: {
      everyone: ({ view }) => view.cases('c'),
      inside: ({ view }) =>
        `${view.cases('c')} AND ${view.insideCases('c')} AND (${view.drafts('c')} OR NOT ${beforeForwarded})`,
    },
    shown: ({ view }) => view.insideCases('c'),
  },
} satisfies Record<string, Subject>
