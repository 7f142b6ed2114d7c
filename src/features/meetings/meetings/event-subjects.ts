import type { EventGroup, Reader, Subject } from '../../../access/event-subjects.ts'
import { sentItems } from '../cases/index.ts'

const group: EventGroup = { slug: 'moeder', name: 'Møder og punkter', order: 10 }

const items = 'SELECT id FROM AgendaItem WHERE meetingId = ?'

const meeting: Subject = {
  slug: 'moede',
  label: 'Møde',
  group,
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

const onAgenda = ({ view }: Reader) => `${view.agendas('m')} AND ${sentItems(view).onAgenda('m', 'i')}`

const item: Subject = {
  slug: 'punkt',
  label: 'Punkt',
  group,
  from: `AgendaItem i JOIN Meeting m ON m.id = i.meetingId LEFT JOIN Treatment t ON t.itemId = i.id
    WHERE i.id = e.subjectId`,
  name({ view }) {
    const sent = sentItems(view)
    return `${sent.field('m', 'i', 'position')} || ' på møde ' || m.number || ': ' || ${sent.field('m', 'i', 'title')}`
  },
  href: () => `'/moeder/' || m.id`,
  readers: {
    members: open(reader => `${reader.view.members('m')} AND ${onAgenda(reader)}`),
    minuted: open(reader => `${reader.view.minutes('m')} AND ${onAgenda(reader)}`),
    preparing: open(({ view }) => view.drafts('m')),
  },
}

/** Meetings, their items, and what is proposed for them. */
export const meetingSubjects = {
  meeting,
  item,
  /** The same, by the name that checks before the meeting write it under. */
  agendaItem: { ...item, slug: 'kontrol' },
  series: {
    slug: 'moederaekke',
    label: 'Møderække:',
    group,
    from: 'MeetingSeries s JOIN Body b ON b.id = s.bodyId WHERE s.id = e.subjectId',
    name: () => `s.title || ', ' || b.name`,
    href: () => `'/aarshjul/raekker/' || s.id`,
    // As the meetings of its body are.
    readers: { everyone: ({ view }) => view.meetings('s') },
  },
  proposal: {
    slug: 'forslag',
    label: 'Punktforslag',
    group,
    from: 'ItemProposal p WHERE p.id = e.subjectId',
    name: () => 'p.title',
    href: () => `'/punktforslag/' || p.id`,
    readers: { preparing: ({ view }) => view.drafts('p') },
  },
  itemTemplate: {
    slug: 'punktskabelon',
    label: 'Skabelon til punkter',
    group,
    from: 'ItemTemplate p WHERE p.id = e.subjectId',
    name: () => 'p.name',
    href: () => `'/punktskabeloner/' || p.id || '/rediger'`,
    readers: { preparing: ({ view }) => view.drafts('p') },
  },
} satisfies Record<string, Subject>
