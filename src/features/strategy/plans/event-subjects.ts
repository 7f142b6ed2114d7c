import { type EventGroup, parties, type Reader, type Subject } from '../../../access/event-subjects.ts'

const group: EventGroup = { slug: 'handlinger', name: 'Handlinger', order: 68 }

/** The action's title in the newest draft that this reader has seen put forward; null: none has been. */
const titleOf = ({ view }: Reader) => `(SELECT json_extract(a.value, '$.title')
  FROM TextDraft n JOIN Adoption ta ON ta.draftId = n.id JOIN AgendaItem ti ON ti.id = ta.itemId
    JOIN Meeting tm ON tm.id = ti.meetingId LEFT JOIN Treatment tt ON tt.itemId = ti.id, json_each(n.content, '$.actions') a
  WHERE n.textId = p.textId AND json_extract(a.value, '$.key') = x.action
    AND ${view.agendas('tm')} AND ${view.itemTexts('tm', 'ti', 'tt')} ORDER BY n.number DESC LIMIT 1)`

const plan = 'JOIN ActionPlan p ON p.id = x.planId JOIN SharedText s ON s.id = p.textId'

const subjectOf = (slug: string, table: string): Subject => ({
  slug,
  label: 'Handling:',
  from: `${table} x ${plan} WHERE x.id = e.subjectId`,
  name: titleOf,
  href: () => `'/handlingsplaner/' || s.slug || '/handlinger/' || x.action`,
  group,
  readers: { everyone: reader => `(${parties(reader)} AND ${titleOf(reader)} IS NOT NULL)` },
})

/** Actions of plans that were adopted: whoever may read the plan reads where they have come to. */
export const actionSubjects = {
  plannedAction: subjectOf('handling', 'ActionProgress'),
  actionMove: subjectOf('aaben-handling', 'ActionMove'),
} satisfies Record<string, Subject>
