/**
 * Every kind of event there is, with what it is about. A feature adds its own in its `event-kinds.ts`; a kind that no
 * feature has declared, or one that is written about something else, does not compile.
 */
// biome-ignore lint/suspicious/noEmptyInterface: the features fill it.
export interface DeclaredKinds {}

export type EventKind = keyof DeclaredKinds

/** What an event of that kind is about. */
export type SubjectOf<K extends EventKind> = DeclaredKinds[K] extends { subject: infer Subject extends string }
  ? Subject
  : never

/** The kinds about that one thing. */
export type KindAbout<Subject extends string> = {
  [K in EventKind]: SubjectOf<K> extends Subject ? K : never
}[EventKind]

/** What happened, for the log of events: append-only, in the change's own transaction. */
export interface NewEvent {
  kind: EventKind
  subject: string
  subjectId: number
  before?: unknown
  after?: unknown
}

export const event = <K extends EventKind>(
  kind: K,
  subject: SubjectOf<K>,
  subjectId: number,
  change: { before?: unknown; after?: unknown } = {},
): NewEvent => ({ kind, subject, subjectId, ...change })

/** JSON that keeps big amounts: a bigint is written as its digits. */
export const eventText = (value: unknown): string | null =>
  value === undefined || value === null
    ? null
    : JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? part.toString() : part))
