import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { viewOf } from '../../../../access/visibility.ts'
import type { Sight } from '../load-fates.ts'
import { type LoadedText, loadText } from '../load-text.ts'
import { draftPathOf } from '../paths.ts'
import type { TextKind } from '../text-kind.ts'

/** What somebody sees of texts: a draft is the secretariats' until it has been put on an agenda or sent to hearing. */
export const textSight = (actor: Actor): Sight => ({
  ...viewOf(actor),
  reader: actor.personId,
  writes: mayDo(actor, 'prepareTexts'),
})

/** A text as far as a reader sees it. What a person may not see does not exist. */
export const findText = <Content extends object>(
  actor: Actor,
  kind: TextKind<Content>,
  slug: string,
): Promise<LoadedText<Content>> => loadText(actor.database.prisma, kind, slug, actor.today, textSight(actor))

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
