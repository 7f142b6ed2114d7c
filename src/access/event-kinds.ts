import type { ZodType } from 'zod'

/**
 * Who reads that an event happened, seen from what it is about:
 * - everyone: whoever may see the thing at all;
 * - inside: whoever may read its own text as well;
 * - sent: whoever reads the agenda that was sent;
 * - members: the body's own people, once the agenda is sent;
 * - minuted: whoever reads the minutes, once they are out;
 * - preparing: those alone who prepare it, also afterwards;
 * - administering: those who administer accounts.
 */
export type Readers = 'everyone' | 'inside' | 'sent' | 'members' | 'minuted' | 'preparing' | 'administering'

export interface KindOfEvent<Subject extends string = string> {
  /** What it is about: the row is named by the event's `subjectId`. */
  subject: Subject
  readers: Readers
  /** What somebody did, in Danish, as it follows a name: »indkaldte mødet«. */
  said: string
}

type Groups = Partial<Record<Readers, Record<string, string>>>
type KindsIn<G> = { [R in keyof G]: keyof G[R] }[keyof G] & string

/** The kinds of event about one thing, by who reads them. */
export function kindsAbout<const S extends string, const G extends Groups>(
  subject: S,
  groups: G,
): { [K in KindsIn<G>]: KindOfEvent<S> } {
  const kinds = Object.entries(groups).flatMap(([readers, said]) =>
    Object.entries(said ?? {}).map(([kind, text]) => [kind, { subject, readers, said: text }]),
  )
  return Object.fromEntries(kinds)
}

/** What an event says of what stood before or after it, by its schema; one of an older form has what the schema falls back to. */
export function eventFacts<T>(schema: ZodType<T>, text: string | null): T {
  const said: unknown = text === null ? {} : JSON.parse(text)
  return schema.parse(said)
}
