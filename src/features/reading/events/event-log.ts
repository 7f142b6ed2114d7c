import type { KindOfEvent, Readers } from '../../../access/event-kinds.ts'
import type { Subject } from '../../../access/event-subjects.ts'
import type { EventKind, SubjectOf } from '../../../database/events.ts'
import type { Feature } from '../../../http/feature.ts'

/** What an event can be about. */
export type EventSubject = SubjectOf<EventKind>

/** All that the features tell: the kinds of events, and what these are about. */
export interface EventLog {
  kinds: Readonly<Record<EventKind, KindOfEvent<EventSubject>>>
  /**
   * What each is called, and who may read of it: the one place that decides what the log shows. What has no line here is
   * shown to nobody.
   */
  subjects: Readonly<Record<EventSubject, Subject>>
}

export function logOf(features: readonly Feature[]): EventLog {
  const told = features.flatMap(({ events }) => events ?? [])
  return {
    kinds: Object.assign({}, ...told.map(({ kinds }) => kinds)),
    subjects: Object.assign({}, ...told.map(({ subjects }) => subjects)),
  }
}

export const isKind = ({ kinds }: EventLog, name: string): name is EventKind => Object.hasOwn(kinds, name)

export const kindNames = ({ kinds }: EventLog): EventKind[] => Object.keys(kinds) as EventKind[]

export const subjectNames = ({ subjects }: EventLog): EventSubject[] => Object.keys(subjects) as EventSubject[]

/** The kinds about one thing that these read, in the order in which they were declared. */
export const kindsFor = (log: EventLog, subject: string, readers: Readers): EventKind[] =>
  kindNames(log).filter(name => log.kinds[name].subject === subject && log.kinds[name].readers === readers)

/** One sentence: who did what. */
export const sentenceOf = ({ kinds }: EventLog, actor: string, kind: EventKind): string =>
  `${actor} ${kinds[kind].said}.`
