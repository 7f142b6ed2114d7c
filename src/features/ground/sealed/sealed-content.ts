import type { ZodType } from 'zod'
import { contentForm, type LaterField } from '../../../kernel/content-form.ts'

/** What a feature tells of content that is to be signed off, sent and kept. */
export interface ContentKind<Said extends object, Kept extends Said, Difference extends object> {
  /** Every field that the content has got since its first form (docs/how-to/add-a-field.md). */
  later: readonly LaterField[]
  /** The words that are signed, of all that is kept. Left out: all of it. */
  said?: (content: Said) => Said
  /** What is stored. It keeps what it does not name, for the hash is of all of it. Left out: any shape is taken. */
  schema?: ZodType<Kept>
  /** What a version brings since the one before it. Left out: only whether it brings anything is told. */
  difference?: (before: Said, after: Said) => Difference
}

/** Content of one kind, from its words to its versions. `Kept` is what a version holds, at least what was signed. */
export interface SealedContent<Said extends object, Kept extends Said, Difference extends object> {
  /** The hash that sign-offs are given on; a form after the first is named in it. */
  hash(content: Said): string
  /** As it is stored. */
  freeze(content: Kept): string
  /** As it was stored, with the fields that came later, empty. @throws ZodError when it is of another shape */
  thaw(text: string): Kept
  /** What the later one brings; `same` when the one would be signed where the other was. */
  difference(before: Said, after: Said): Difference & { same: boolean }
}

export function sealedContent<Said extends object, Kept extends Said = Said, Difference extends object = object>(
  kind: ContentKind<Said, Kept, Difference>,
): SealedContent<Said, Kept, Difference> {
  const form = contentForm<Said>(kind.later)
  const hash = (content: Said): string => form.seal(kind.said ? kind.said(content) : content)
  return {
    hash,
    freeze: content => JSON.stringify(content),
    thaw(text) {
      const kept = JSON.parse(text) as Kept
      const whole = { ...kept, ...form.complete(kept) }
      return kind.schema ? kind.schema.parse(whole) : whole
    },
    difference: (before, after) => ({
      ...(kind.difference?.(before, after) as Difference),
      same: hash(before) === hash(after),
    }),
  }
}

/** Where the versions of one thing are kept. */
export interface VersionTable {
  /** The number of the latest; 0 before the first. */
  latest(): number | Promise<number>
  store(version: { number: number; content: string; hash: string }): Promise<{ id: number }>
}

/** Freezes content as the thing's next version. */
export async function keepVersion<Said extends object, Kept extends Said>(
  kind: SealedContent<Said, Kept, object>,
  content: Kept,
  table: VersionTable,
): Promise<{ id: number; number: number; hash: string }> {
  const number = (await table.latest()) + 1
  const hash = kind.hash(content)
  const { id } = await table.store({ number, content: kind.freeze(content), hash })
  return { id, number, hash }
}
