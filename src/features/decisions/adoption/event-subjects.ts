import type { EventGroup, Reader, Subject } from '../../../access/event-subjects.ts'
import { always, parties } from '../../../access/event-subjects.ts'
import { inSecretariat } from '../../../access/policy.ts'
import { openDraftsSql, readDraftsSql, recusedFromSql } from './open-drafts.ts'

const group: EventGroup = { slug: 'faelles-tekster', name: 'Tekster, som parterne vedtager', order: 65 }

const wasPutForward = (reader: Reader): string =>
  `EXISTS (SELECT 1 FROM TextDraft n WHERE n.textId = s.id AND ${openDraftsSql(reader.view, 'n')})`

/** Whoever writes texts, but for those that he or she is recused from behind closed doors. */
const writes = ({ actor, view }: Reader): string =>
  inSecretariat(actor, null) ? `NOT ${recusedFromSql(view, 's.id')}` : always(false)

/** Texts that are adopted: what is put forward is everybody's, what is only written on is the secretariats'. */
export const textSubjects = {
  text: {
    slug: 'tekst',
    label: 'Tekst:',
    from: 'SharedText s WHERE s.id = e.subjectId',
    name: ({ actor }) =>
      `(SELECT n.title FROM TextDraft n WHERE n.textId = s.id AND ${readDraftsSql(actor, 'n')} ORDER BY n.number DESC LIMIT 1)`,
    href: () => `'/' || s.kind || '/' || s.slug`,
    group,
    readers: {
      everyone: reader => `(${parties(reader)} AND ${wasPutForward(reader)} OR ${writes(reader)})`,
      preparing: writes,
    },
  },
  textHearingAnswer: {
    slug: 'hoeringssvar-om-tekst',
    label: 'Høringssvar:',
    from: `TextHearingAnswer g JOIN Organisation o ON o.id = g.organisationId JOIN TextHearing h JOIN TextDraft d
      JOIN SharedText s WHERE g.id = e.subjectId AND h.id = g.hearingId AND d.id = h.draftId AND s.id = h.textId`,
    name: () => `o.name || ' om ' || d.title`,
    href: () => `'/' || s.kind || '/' || s.slug || '/hoeringer/' || h.number`,
    group,
    readers: { everyone: parties },
  },
} satisfies Record<string, Subject>
