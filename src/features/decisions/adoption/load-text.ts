import type { ReadClient } from '../../../database/database.ts'
import type { Prisma } from '../../../database/generated/client.ts'
import type { Tx } from '../../../database/write.ts'
import { type Day, dayInRow, momentInRow } from '../../../kernel/days.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { isOpen } from '../../ground/hearing/index.ts'
import { type SignOffRow, secretariatNames, unsignedSides } from '../../ground/sealed/index.ts'
import { all, type Fate, type Fates, fatesOf, type Sight } from './load-fates.ts'
import type { TextKind } from './text-kind.ts'
import { inForceFrom, inForceOn, type TextState, textState } from './text-states.ts'
import type { TextFacts } from './text-steps.ts'

/** What reads a text: a page's client, or a transaction. */
export type TextReads = ReadClient | Tx

const person = { select: { name: true } } as const
const parts = {
  case: { select: { id: true, number: true } },
  hearings: {
    orderBy: { number: 'asc' },
    select: { id: true, number: true, draftId: true, until: true, closedAt: true },
  },
  drafts: {
    orderBy: { number: 'asc' },
    omit: { content: true },
    include: {
      createdBy: person,
      signOffs: { orderBy: { id: 'asc' }, include: { person } },
      adoptions: { orderBy: { id: 'asc' }, include: { createdBy: person } },
    },
  },
} as const satisfies Prisma.SharedTextInclude

/**
 * A text with all its drafts, and where it stands. What they say is read of two alone, the newest and the one in force:
 * a text is written in hundreds of drafts, each of them whole. `withContent` reads another.
 * @throws Refusal when there is none with that address
 */
export async function loadText<Content extends object>(
  reads: TextReads,
  kind: TextKind<Content>,
  slug: string,
  today: Day,
  sight: Sight = all,
): Promise<LoadedText<Content>> {
  const [text] = await loadTexts(reads, kind, { slug }, today, sight)
  if (!text) throw notFound()
  const outdated = (await kind.outdated?.(reads, text.newest.content, today)) ?? []
  return { ...text, facts: { ...text.facts, lacking: [...text.facts.lacking, ...outdated] } }
}

/** The same of several, in no order. A fixed number of statements, however many they are and whatever their past. */
export async function loadTexts<Content extends object>(
  reads: TextReads,
  kind: TextKind<Content>,
  which: { slug: string } | { ids: readonly number[] },
  today: Day,
  sight: Sight = all,
) {
  const found = await (reads as Tx).sharedText.findMany({
    where: { kind: kind.key, ...('slug' in which ? { slug: which.slug } : { id: { in: [...which.ids] } }) },
    include: parts,
  })
  const items = found.flatMap(({ drafts }) => drafts.flatMap(({ adoptions }) => adoptions.map(({ itemId }) => itemId)))
  const fates = await fatesOf(reads as Tx, items, sight)
  const standing = found.flatMap(text => {
    const drafts = seenDrafts(text, fates, sight)
    return drafts.length > 0 ? [whereItStands(text, drafts, today)] : []
  })
  const shown = standing.flatMap(({ newest, standing: inForce }) => [newest.id, ...(inForce ? [inForce.id] : [])])
  const contents = await contentsOf(reads, kind, shown)
  return standing.map(text => withFacts(text, kind, contents, today))
}

/** What drafts say, by their numbers in the database: one statement. */
export async function contentsOf<Content extends object>(
  reads: TextReads,
  kind: TextKind<Content>,
  ids: readonly number[],
): Promise<Map<number, Content>> {
  const rows = await (reads as Tx).textDraft.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, content: true },
  })
  return new Map(rows.map(({ id, content }) => [id, kind.sealed.thaw(content)]))
}

/** A draft with what it says. */
export async function withContent<Content extends object>(
  reads: TextReads,
  kind: TextKind<Content>,
  draft: DraftHead,
): Promise<LoadedDraft<Content>> {
  return filled(draft, await contentsOf(reads, kind, [draft.id]))
}

const filled = <Content extends object>(draft: DraftHead, contents: ReadonlyMap<number, Content>) => ({
  ...draft,
  content: contents.get(draft.id) ?? raise(),
})

type StoredText = Prisma.SharedTextGetPayload<{ include: typeof parts }>
type SeenDraft = ReturnType<typeof withFates>

const withFates = (draft: StoredText['drafts'][number], { seen }: Fates) => ({
  ...draft,
  adoptions: draft.adoptions.flatMap(row => {
    const fate = seen.get(row.itemId)
    return fate ? [{ ...row, ...fate }] : []
  }),
})

/**
 * A text as somebody sees it. Whoever writes the texts reads all drafts; to everybody else there are those that have been
 * put forward or heard about, and no others. Whoever is recused from a text behind closed doors writes no more on it.
 */
function seenDrafts(found: StoredText, fates: Fates, sight: Sight): SeenDraft[] {
  const drafts = found.drafts.map(draft => withFates(draft, fates))
  const withheld = found.drafts.some(({ adoptions }) => adoptions.some(({ itemId }) => fates.withheld.has(itemId)))
  if (sight.writes !== false && !withheld) return drafts
  const heard = new Set(found.hearings.map(({ draftId }) => draftId))
  return drafts.filter(({ id, adoptions }) => adoptions.length > 0 || heard.has(id))
}

function whereItStands(found: StoredText, seen: readonly SeenDraft[], today: Day) {
  const drafts = seen.map(draft => ({
    ...draft,
    signOffs: draft.signOffs.map(signOffRow),
    createdAt: momentInRow(draft.createdAt),
  }))
  const hearings = found.hearings.map(({ until, draftId, ...row }) => ({
    ...row,
    until: dayInRow(until),
    draft: drafts.find(({ id }) => id === draftId)?.number ?? 0,
    isOpen: row.closedAt === null && isOpen({ until: dayInRow(until) }, today),
  }))
  const hearing = hearings.at(-1) ?? null
  const adoptions = drafts.flatMap(draft => draft.adoptions.map(row => factsOf(row, draft.number)))
  const last = drafts.at(-1) ?? raise()
  const unsigned = unsignedSides(ofBoth, last.signOffs, last.hash)
  const state: TextState = textState({
    signedByBoth: unsigned.length === 0,
    adoptions: adoptions.filter(({ draftNumber }) => draftNumber === last.number),
    inHearing: hearing?.isOpen ?? false,
    today,
  })
  const inForce = inForceOn(adoptions, today)
  return {
    id: found.id,
    slug: found.slug,
    case: found.case,
    drafts,
    /** In their order: the last is the one that counts. */
    hearings,
    newest: last,
    state,
    unsigned,
    adoptions,
    /** The draft that is in force today; null: none is. */
    standing: inForce ? (drafts.find(({ number }) => number === inForce.draftNumber) ?? null) : null,
    standingFrom: inForce ? inForceFrom(inForce) : null,
  }
}
type Standing = ReturnType<typeof whereItStands>

function withFacts<Content extends object>(
  { unsigned, ...text }: Standing,
  kind: TextKind<Content>,
  contents: ReadonlyMap<number, Content>,
  today: Day,
) {
  const newest = filled(text.newest, contents)
  const hearing = text.hearings.at(-1) ?? null
  const facts: TextFacts = {
    state: text.state,
    lacking: kind.lacking(newest.content),
    unsignedBy: unsigned.map(side => secretariatNames[side]),
    today,
    hearing: hearing && { isClosed: hearing.closedAt !== null, until: hearing.until },
    newDeadline: null,
  }
  return { ...text, newest, facts, standing: text.standing && filled(text.standing, contents) }
}

/** A draft with all that is known of it but what it says. */
export type DraftHead = Standing['drafts'][number]
export type LoadedDraft<Content extends object> = DraftHead & { content: Content }
export type LoadedText<Content extends object> = ReturnType<typeof withFacts<Content>>

const raise = (): never => {
  throw new Error('A text without a draft.')
}

/** What the joint group adopts is both parties'. */
export const ofBoth = { side: null } as const

const signOffRow = (row: StoredText['drafts'][number]['signOffs'][number]): SignOffRow => ({
  side: row.side,
  hash: row.hash,
  at: momentInRow(row.at),
  person: row.person.name,
  voidedAt: row.takenBackAt,
  voidedReason: null,
})

const factsOf = (
  row: Fate & { id: number; fromDay: string | null; takenBackAt: string | null },
  draftNumber: number,
) => ({
  id: row.id,
  draftNumber,
  takenBack: row.takenBackAt !== null,
  fromDay: dayInRow(row.fromDay),
  itemRemoved: row.itemRemoved,
  meetingCancelled: row.meetingCancelled,
  outcome: row.outcome,
  decision: row.decision,
})
