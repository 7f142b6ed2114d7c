/** What happened, for the log of events: append-only, in the change's own transaction. */
export interface NewEvent {
  kind: string
  subject: string
  subjectId: number
  before?: unknown
  after?: unknown
}

export const event = (
  kind: string,
  subject: string,
  subjectId: number,
  change: { before?: unknown; after?: unknown } = {},
): NewEvent => ({ kind, subject, subjectId, ...change })

/** JSON that keeps big amounts: a bigint is written as its digits. */
export const eventText = (value: unknown): string | null =>
  value === undefined || value === null
    ? null
    : JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? part.toString() : part))
