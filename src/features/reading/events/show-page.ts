import type { Actor } from '../../../access/actor.ts'
import { withQuery } from '../../../http/pages/paging.ts'
import { longMoment } from '../../../kernel/days.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { capitalised } from '../../../kernel/text.ts'
import { changedFields } from './changed-fields.ts'
import { type EventLog, isKind } from './event-log.ts'
import { findEvent } from './event-queries.ts'
import { eventsPath } from './paths.ts'

/** One event. @throws Refusal notFound also where the person may not read it */
export function eventPage(log: EventLog, actor: Actor, id: number) {
  const event = findEvent(log, actor, id)
  if (!event || !isKind(log, event.kind)) throw notFound('Hændelsen findes ikke.')
  const changed = event.shown ? changedFields(log.subjects[event.subject], event) : []
  return {
    title: capitalised(log.kinds[event.kind].said),
    crumbs: [{ text: 'Hændelser', href: eventsPath }, { text: capitalised(log.kinds[event.kind].said) }],
    sentence: event.sentence,
    facts: [
      { term: 'Tidspunkt', text: longMoment(event.at) },
      { term: 'Hvem', text: event.actor },
      { term: 'Vedrører', text: event.about, href: event.href },
      ...(changed.length > 0 ? [{ term: 'Ændrede oplysninger', text: changed.join('\n') }] : []),
    ],
    othersHref: withQuery(eventsPath, { om: `${log.subjects[event.subject].slug}-${event.subjectId}` }),
  }
}
