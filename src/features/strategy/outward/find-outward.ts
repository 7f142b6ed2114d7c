import type { Actor } from '../../../access/actor.ts'
import { mayDo } from '../../../access/policy.ts'
import { viewOf } from '../../../access/visibility.ts'
import { type LoadedDraft, loadText, readsDraft, withContent } from '../../decisions/adoption/index.ts'
import type { LetterContent } from './letter/letter-content.ts'
import { letterKind } from './letter/letter-kind.ts'
import { outwardListPath, outwardPath } from './paths.ts'
import { findOutward, type OutwardRow } from './queries.ts'

const person = { select: { name: true } } as const
const parts = {
  registeredBy: person,
  document: true,
  extensions: { orderBy: { id: 'asc' }, include: { by: person } },
  hearings: { orderBy: { id: 'asc' }, include: { by: person } },
  sending: { include: { by: person } },
  answers: {
    orderBy: { id: 'desc' },
    include: { by: person, document: true, points: { orderBy: { position: 'asc' } } },
  },
  end: { include: { by: person } },
} as const

/** A statement as a page shows it, with its text as far as this reader sees it. @throws Refusal when there is none */
export async function findInFull(actor: Actor, slug: string) {
  const row = findOutward(actor, slug)
  const kept = await actor.database.prisma.outwardStatement.findUniqueOrThrow({
    where: { id: row.id },
    include: parts,
  })
  const sight = { ...viewOf(actor), reader: actor.personId }
  const text = await loadText(actor.database.prisma, letterKind, slug, actor.today, sight)
  return { row, kept, text }
}
export type OutwardInFull = Awaited<ReturnType<typeof findInFull>>

export const outwardCrumbs = ({ slug, title }: Pick<OutwardRow, 'slug' | 'title'>, ...after: { text: string }[]) => [
  { text: 'Udtalelser udadtil', href: outwardListPath },
  { text: title, ...(after.length > 0 && { href: outwardPath(slug) }) },
  ...after,
]

/** The draft that this reader may read: whoever writes it reads the newest, others what they were asked about. */
export async function readableDraft(
  actor: Actor,
  { kept, text }: OutwardInFull,
): Promise<LoadedDraft<LetterContent> | null> {
  const of = (draftId: number | undefined) => {
    const head = text.drafts.find(({ id }) => id === draftId)
    return head ? withContent(actor.database.prisma, letterKind, head) : null
  }
  if (kept.sending) return of(kept.sending.draftId)
  if (text.standing && !mayDo(actor, 'prepareTexts')) return text.standing
  if (readsDraft(actor, text)) return text.newest
  return of(kept.hearings.at(-1)?.draftId)
}
