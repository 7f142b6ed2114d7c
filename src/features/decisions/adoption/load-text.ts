import { isCalled, minutesAreOut } from '../../../access/meeting-states.ts'
import { isClosed } from '../../../access/openness.ts'
import type { View } from '../../../access/visibility.ts'
import type { ReadClient } from '../../../database/database.ts'
import type { Prisma } from '../../../database/generated/client.ts'
import type { Tx } from '../../../database/write.ts'
import type { Day, Instant } from '../../../kernel/days.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { type SignOffRow, secretariatNames, unsignedSides } from '../../ground/sealed/index.ts'
import type { TextKind } from './text-kind.ts'
import { type AdoptionFacts, inForceFrom, inForceOn, type TextState, textState } from './text-states.ts'
import type { TextFacts } from './text-steps.ts'

/** What reads a text: a page's client, or a transaction. */
export type TextReads = Pick<ReadClient, 'sharedText' | 'agendaItem'> | Pick<Tx, 'sharedText' | 'agendaItem'>

const person = { select: { name: true } } as const
const parts = {
  case: { select: { id: true, number: true } },
  drafts: {
    orderBy: { number: 'asc' },
    include: {
      createdBy: person,
      signOffs: { orderBy: { id: 'asc' }, include: { person } },
      adoptions: { orderBy: { id: 'asc' }, include: { createdBy: person } },
    },
  },
} as const satisfies Prisma.SharedTextInclude

const itemParts = {
  meeting: { select: { id: true, number: true, day: true, state: true, body: true } },
  treatment: { select: { outcome: true, openedInstead: true, closedInstead: true } },
} as const

/**
 * What a reader sees of meetings. An agenda that has not been sent is there for those alone who prepare it; what was
 * decided is there for the body's own people, and for everybody when the minutes are out. Until then the text stands as
 * before it.
 */
export type Sight = Pick<View, 'readsClosed' | 'readsDrafts'>
const all: Sight = { readsClosed: () => true, readsDrafts: () => true }

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
  return found.map(text => asItStands(text, fates, kind, today))
}

type StoredText = Prisma.SharedTextGetPayload<{ include: typeof parts }>

function asItStands<Content extends object>(
  found: StoredText,
  fates: ReadonlyMap<number, Fate>,
  kind: TextKind<Content>,
  today: Day,
) {
  const drafts = found.drafts.map(draft => ({
    ...draft,
    content: kind.sealed.thaw(draft.content),
    signOffs: draft.signOffs.map(signOffRow),
    createdAt: draft.createdAt as Instant,
    adoptions: draft.adoptions.flatMap(row => {
      const fate = fates.get(row.itemId)
      return fate ? [{ ...row, ...fate }] : []
    }),
  }))
  const adoptions = drafts.flatMap(draft => draft.adoptions.map(row => factsOf(row, draft.number)))
  const last = drafts.at(-1) ?? raise()
  const unsigned = unsignedSides(ofBoth, last.signOffs, last.hash)
  const state: TextState = textState({
    signedByBoth: unsigned.length === 0,
    adoptions: adoptions.filter(({ draftNumber }) => draftNumber === last.number),
    today,
  })
  const inForce = inForceOn(adoptions, today)
  const facts: TextFacts = {
    state,
    lacking: kind.lacking(last.content),
    unsignedBy: unsigned.map(side => secretariatNames[side]),
  }
  return {
    id: found.id,
    slug: found.slug,
    case: found.case,
    drafts,
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
  at: row.at as Instant,
  person: row.person.name,
  voidedAt: row.takenBackAt,
  voidedReason: null,
})

interface Fate {
  item: { id: number; position: number; meeting: { id: number; number: string; day: Day } }
  itemRemoved: boolean
  meetingCancelled: boolean
  outcome: string | null
  decision: {
    number: string
    state: NonNullable<AdoptionFacts['decision']>['state']
    decidedOn: Day
    effectiveOn: Day | null
  } | null
}

/** What became of items, or of those that they were carried over to: the last of each. Two statements for one link. */
async function fatesOf(tx: Tx, itemIds: readonly number[], sight: Sight): Promise<Map<number, Fate>> {
  const origins = new Map(itemIds.map(id => [id, id]))
  const fates = new Map<number, Fate>()
  let asked = [...itemIds]
  while (asked.length > 0) {
    const items = await tx.agendaItem.findMany({
      where: { id: { in: asked } },
      include: {
        ...itemParts,
        carriedTo: { where: { removedAt: null }, select: { id: true } },
        decisions: { orderBy: { id: 'asc' } },
      },
    })
    asked = []
    for (const item of items) {
      const origin = origins.get(item.id) ?? item.id
      const { body, state } = item.meeting
      // Taken off before anybody else had seen it, or not sent yet.
      if (!sight.readsDrafts(body) && !isCalled(state)) continue
      // What is put forward behind closed doors is not put forward to others.
      if (isClosed({ ...item, ...item.treatment }) && !sight.readsClosed(body)) continue
      const isKnown = minutesAreOut(state) || sight.readsClosed(body)
      const decisions = isKnown ? item.decisions : []
      const standing = decisions.filter(({ state }) => state === 'EFFECTIVE' || state === 'CONDITIONAL')
      const decision = standing.find(({ state }) => state === 'EFFECTIVE') ?? standing.at(-1) ?? decisions.at(-1)
      fates.set(origin, {
        item: {
          id: item.id,
          position: item.position,
          meeting: { id: item.meeting.id, number: item.meeting.number, day: item.meeting.day as Day },
        },
        itemRemoved: item.removedAt !== null,
        meetingCancelled: item.meeting.state === 'CANCELLED',
        outcome: isKnown ? (item.treatment?.outcome ?? null) : null,
        decision: decision
          ? {
              number: decision.number,
              state: decision.state,
              decidedOn: decision.decidedOn as Day,
              effectiveOn: decision.effectiveOn as Day | null,
            }
          : null,
      })
      for (const { id } of item.carriedTo) {
        origins.set(id, origin)
        asked.push(id)
      }
    }
  }
  return fates
}

const factsOf = (
  row: Fate & { id: number; fromDay: string | null; takenBackAt: string | null },
  draftNumber: number,
) => ({
  id: row.id,
  draftNumber,
  takenBack: row.takenBackAt !== null,
  fromDay: row.fromDay as Day | null,
  itemRemoved: row.itemRemoved,
  meetingCancelled: row.meetingCancelled,
  outcome: row.outcome,
  decision: row.decision,
})
