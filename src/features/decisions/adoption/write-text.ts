import { type Actor, personIdOf } from '../../../access/actor.ts'
import { requireRight } from '../../../access/policy.ts'
import { requireStep } from '../../../access/steps.ts'
import { event, type NewEvent } from '../../../database/events.ts'
import { type Tx, write } from '../../../database/write.ts'
import { brokenRule, Conflict } from '../../../kernel/refusal.ts'
import { slugOf } from '../../../kernel/text.ts'
import { contentsOf, type LoadedText, withContent } from './load-text.ts'
import { openText } from './open-text.ts'
import type { TextKind } from './text-kind.ts'
import { textWay } from './text-steps.ts'

/** Begins a text with its first draft. It has no case yet: that would tell both parties what is only written on. */
export const beginText = <Content extends object>(
  actor: Actor,
  kind: TextKind<Content>,
  content: Content,
): Promise<{ slug: string }> =>
  write(actor, async tx => {
    const { slug, events } = await beginTextIn(tx, actor, kind, content)
    return { result: { slug }, events }
  })

/** The same inside an act that begins more than the text. */
export async function beginTextIn<Content extends object>(
  tx: Tx,
  actor: Actor,
  kind: TextKind<Content>,
  content: Content,
): Promise<{ id: number; slug: string; events: NewEvent[] }> {
  requireRight(actor, 'prepareTexts')
  const title = kind.titleOf(content)
  const slug = await freeSlug(tx, kind.key, title)
  const { id } = await tx.sharedText.create({
    data: {
      kind: kind.key,
      slug,
      createdById: personIdOf(actor),
      createdAt: actor.at,
    },
  })
  const written = await keepDraft(tx, actor, kind, { textId: id, number: 1, version: 1, content, note: '' })
  const begun = event('textBegun', 'text', id, { after: { kind: kind.key, slug, title } })
  return { id, slug, events: [begun, written.event] }
}

async function freeSlug(tx: Tx, kind: string, title: string): Promise<string> {
  const base = slugOf(title) || 'uden-titel'
  const taken = await tx.sharedText.findMany({ where: { kind, slug: { startsWith: base } }, select: { slug: true } })
  const known = new Set(taken.map(({ slug }) => slug))
  let slug = base
  for (let more = 2; known.has(slug) || reserved.has(slug); more += 1) slug = `${base}-${more}`
  return slug
}

/** Addresses beside the texts' own. */
const reserved = new Set(['ny', 'gennemfoerelse'])

export interface TextEdit<Content> {
  slug: string
  /** The number of the draft that the form was made from. */
  version: number
  /**
   * The content with the edit; null: what the edit is about is not there any more. Asked within the transaction.
   * @param keys that any draft of the text has had, where `keysIn` says what they are: a new part has none of them
   */
  change: (content: Content, keys: readonly string[]) => Content | null
  /** The lasting keys of a content's parts. Left out: the edit gives none, and no other draft is read. */
  keysIn?: (content: Content) => string[]
  /** What of the content the form shows, by its fields: two who edit the same meet, two who edit different things do not. */
  shown: (content: Content) => Record<string, string>
  /** What is new, of the draft before the edit and the one after it: »Punkt 2 er rettet.« */
  note: (before: Content, after: Content) => string
}

/**
 * An edit is the next draft, and sign-offs stay with the one before. On a text in force it begins the next version.
 * @throws Conflict with the fields as they stand when somebody else has changed the same meanwhile
 */
export const editText = <Content extends object>(
  actor: Actor,
  kind: TextKind<Content>,
  input: TextEdit<Content>,
): Promise<{ number: number; voided: boolean }> =>
  write(actor, async tx => {
    const text = await openText(tx, kind, input.slug, actor.today)
    requireStep(textWay, actor, 'EDIT', text.facts)
    const { newest } = text
    const base = text.drafts.find(({ number }) => number === input.version)
    const now = input.shown(newest.content)
    const opened = base && (base.id === newest.id ? newest : await withContent(tx, kind, base))
    if (!opened || JSON.stringify(input.shown(opened.content)) !== JSON.stringify(now))
      throw new Conflict(now, newest.number)
    const content = input.change(newest.content, await keysOf(tx, kind, text, input))
    if (content === null) throw brokenRule('Det, du vil ændre, står ikke i udkastet mere. Genindlæs siden.')
    if (kind.sealed.hash(content) === newest.hash) throw brokenRule('Teksten er uændret. Ret den, før du gemmer.')
    const version = nextVersion(text)
    const written = await keepDraft(tx, actor, kind, {
      textId: text.id,
      number: newest.number + 1,
      version,
      content,
      note: input.note(newest.content, content),
    })
    const voided = newest.version === version && newest.signOffs.some(({ voidedAt }) => voidedAt === null)
    return { result: { number: newest.number + 1, voided }, events: [written.event] }
  })

/** Drafts that are read at a time: others have their turn in between. */
const atATime = 10

async function keysOf<Content extends object>(
  tx: Tx,
  kind: TextKind<Content>,
  { drafts }: LoadedText<Content>,
  { keysIn }: TextEdit<Content>,
): Promise<string[]> {
  const keys = new Set<string>()
  for (let from = 0; keysIn && from < drafts.length; from += atATime) {
    const some = drafts.slice(from, from + atATime).map(({ id }) => id)
    for (const content of (await contentsOf(tx, kind, some)).values()) for (const key of keysIn(content)) keys.add(key)
  }
  return [...keys]
}

/** A text that has been in force keeps its number: what is written after it is the next version. */
const nextVersion = <Content extends object>({ state, newest }: LoadedText<Content>): number =>
  state === 'IN_FORCE' || state === 'FALLEN' ? newest.version + 1 : newest.version

async function keepDraft<Content extends object>(
  tx: Tx,
  actor: Actor,
  kind: TextKind<Content>,
  draft: { textId: number; number: number; version: number; content: Content; note: string },
): Promise<{ id: number; event: NewEvent }> {
  const { textId, number, version, content, note } = draft
  const hash = kind.sealed.hash(content)
  const { id } = await tx.textDraft.create({
    data: {
      textId,
      number,
      version,
      title: kind.titleOf(content),
      content: kind.sealed.freeze(content),
      hash,
      note,
      createdById: personIdOf(actor),
      createdAt: actor.at,
    },
  })
  return { id, event: event('textDrafted', 'text', textId, { after: { draft: number, version, hash, note } }) }
}
