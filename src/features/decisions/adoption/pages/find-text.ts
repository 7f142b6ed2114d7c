import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { viewOf } from '../../../../access/visibility.ts'
import { untilCommitLater } from '../../../../database/until-commit.ts'
import type { Sight } from '../load-fates.ts'
import { type LoadedText, loadText, loadTexts } from '../load-text.ts'
import { draftPathOf } from '../paths.ts'
import type { TextKind } from '../text-kind.ts'

/** What somebody sees of texts: a draft is the secretariats' until it has been put on an agenda or sent to hearing. */
export const textSight = (actor: Actor): Sight => ({
  ...viewOf(actor),
  reader: actor.personId,
  writes: mayDo(actor, 'prepareTexts'),
})

/** Texts that are kept at a time: each with all its drafts. */
const most = 12

const kept = untilCommitLater(most, (_database, _key: string, find: () => Promise<unknown>) => find())

/**
 * A text as far as a reader sees it. What a person may not see does not exist. It is read with all its past, and kept
 * until anything is committed: people go from page to page of the same text.
 */
export const findText = <Content extends object>(
  actor: Actor,
  kind: TextKind<Content>,
  slug: string,
): Promise<LoadedText<Content>> =>
  kept(actor.database, `${actor.personId} ${actor.today} ${kind.key} ${slug}`, () =>
    loadText(actor.database.prisma, kind, slug, actor.today, textSight(actor)),
  ) as Promise<LoadedText<Content>>

const keptLists = untilCommitLater(most, (_database, _key: string, find: () => Promise<unknown>) => find())

/** The same of several, for a page of a list. */
export const findTexts = <Content extends object>(
  actor: Actor,
  kind: TextKind<Content>,
  ids: readonly number[],
): Promise<LoadedText<Content>[]> =>
  keptLists(actor.database, `${actor.personId} ${actor.today} ${kind.key} ${ids.join(' ')}`, () =>
    loadTexts(actor.database.prisma, kind, { ids }, actor.today, textSight(actor)),
  ) as Promise<LoadedText<Content>[]>

/** The way to a page of a text: its kind's list, the text itself, and what comes after. */
export const textCrumbs = <Content extends object>(
  kind: TextKind<Content>,
  { slug, standing, newest }: LoadedText<Content>,
  ...after: { text: string; href?: string }[]
): { text: string; href?: string }[] => [
  { text: kind.list.text, href: kind.list.href },
  {
    text: kind.titleOf((standing ?? newest).content),
    ...(after.length > 0 && { href: standing ? kind.path(slug) : draftPathOf(kind.path(slug)) }),
  },
  ...after,
]
