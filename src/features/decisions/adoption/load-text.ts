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
export type TextReads = Pick<ReadClient, 'sharedText' | 'agendaItem'> | Pick<Tx, 'sharedText' | 'agendaItem'>

const person = { select: { name: true } } as const
const parts = {
  case: { select: { id: true, number: true } },
  hearings: {
    orderBy: { number: 'asc' },
    select: { id: true, number: true, draftId: true, until: true, closedAt: true },
  },
  drafts: {
    orderBy: { number: 'asc' },
    include: {
      createdBy: person,
      signOffs: { orderBy: { id: 'asc' }, include: { person } },
      adoptions: { orderBy: { id: 'asc' }, include: { createdBy: person } },
    },
  },
} as const satisfies Prisma.SharedTextInclude

/** A text with all that it has said, and where it stands. @throws Refusal when there is none with that address */
export async function loadText<Content extends object>(
  reads: TextReads,
  kind: TextKind<Content>,
  slug: string,
  today: Day,
  sight: Sight = all,
): Promise<LoadedText<Content>> {
  const [text] = await loadTexts(reads, kind, { slug }, today, sight)
  if (!text) throw notFound()
  return text
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
  return found.flatMap(text => {
    const drafts = seenDrafts(text, fates, sight)
    return drafts.length > 0 ? [asItStands(text, drafts, kind, today)] : []
  })
}

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

function asItStands<Content extends object>(
  found: StoredText,
  seen: readonly SeenDraft[],
  kind: TextKind<Content>,
  today: Day,
) {
  const drafts = seen.map(draft => ({
    ...draft,
    content: kind.sealed.thaw(draft.content),
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
  const facts: TextFacts = {
    state,
    lacking: kind.lacking(last.content),
    unsignedBy: unsigned.map(side => secretariatNames[side]),
    today,
    hearing: hearing && { isClosed: hearing.closedAt !== null, until: hearing.until },
    newDeadline: null,
  }
  return {
    id: found.id,
    slug: found.slug,
    case: found.case,
    drafts,
    /** In their order: the last is the one that counts. */
    hearings,
    newest: last,
    state,
    facts,
    adoptions,
    /** The draft that is in force today; null: none is. */
    standing: inForce ? (drafts.find(({ number }) => number === inForce.draftNumber) ?? null) : null,
    standingFrom: inForce ? inForceFrom(inForce) : null,
  }
}

export type LoadedText<Content extends object> = ReturnType<typeof asItStands<Content>>
export type LoadedDraft<Content extends object> = LoadedText<Content>['drafts'][number]

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
