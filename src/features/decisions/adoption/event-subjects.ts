import type { EventGroup, Reader, Subject } from '../../../access/event-subjects.ts'
import { always, parties } from '../../../access/event-subjects.ts'
import { inSecretariat } from '../../../access/policy.ts'

const group: EventGroup = { slug: 'faelles-tekster', name: 'Tekster, som parterne vedtager', order: 65 }

const wasPutForward = ({ view }: Reader): string =>
  `EXISTS (SELECT 1 FROM TextDraft pd JOIN Adoption pa ON pa.draftId = pd.id JOIN AgendaItem pi ON pi.id = pa.itemId
    JOIN Meeting pm ON pm.id = pi.meetingId LEFT JOIN Treatment pt ON pt.itemId = pi.id
    WHERE pd.textId = s.id AND ${view.agendas('pm')} AND ${view.itemTexts('pm', 'pi', 'pt')})`

/** Texts that are adopted: what is put forward is everybody's, what is only written on is the secretariats'. */
export const textSubjects = {
  text: {
    slug: 'tekst',
    label: 'Tekst:',
    from: 'SharedText s WHERE s.id = e.subjectId',
    name: () => '(SELECT n.title FROM TextDraft n WHERE n.textId = s.id ORDER BY n.number DESC LIMIT 1)',
    href: () => `'/' || s.kind || '/' || s.slug`,
    group,
    readers: {
      everyone: reader =>
        `(${parties(reader)} AND ${wasPutForward(reader)} OR ${always(inSecretariat(reader.actor, null))})`,
      preparing: ({ actor }) => always(inSecretariat(actor, null)),
    },
  },
} satisfies Record<string, Subject>
