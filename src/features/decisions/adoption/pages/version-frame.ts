import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { longDay } from '../../../../kernel/days.ts'
import type { DraftHead, LoadedDraft, LoadedText } from '../load-text.ts'
import { draftPathOf } from '../paths.ts'
import type { TextKind } from '../text-kind.ts'
import { comparisonHref } from './comparison-page.ts'
import { mayEdit } from './draft-frame.ts'
import { textCrumbs } from './find-text.ts'
import { caseFact, type Fact, fatesOfDraft, hearingLines, stateTag, versionsOf } from './text-page.ts'

/** A version that has been decided upon, whatever became of it; undefined: there is none with that number. */
export const decidedVersion = <Content extends object>(
  { drafts }: LoadedText<Content>,
  version: number,
): DraftHead | undefined =>
  drafts.findLast(draft => draft.version === version && draft.adoptions.some(({ decision }) => decision !== null))

/** What stands around a version of any text. */
export function versionFrame<Content extends object>(
  actor: Actor,
  kind: TextKind<Content>,
  text: LoadedText<Content>,
  { draft, facts }: { draft: LoadedDraft<Content>; facts: readonly Fact[] },
) {
  const path = kind.path(text.slug)
  const title = kind.titleOf(draft.content)
  const stands = draft.number === text.standing?.number
  const worked = text.newest.number !== draft.number && stands
  const mayChange = stands && !worked && mayDo(actor, 'prepareTexts') && mayEdit(actor, text)
  return {
    title,
    active: kind.list.menu,
    crumbs: stands ? textCrumbs(kind, text) : textCrumbs(kind, text, { text: `Version ${draft.version}` }),
    frame: {
      heading: title,
      tag: stands ? stateTag('IN_FORCE') : { text: 'Gælder ikke', kind: 'neutral' },
      superseded: stands
        ? null
        : text.standing
          ? { text: `Version ${text.standing.version} gælder nu.`, href: path, link: 'Læs den, der gælder' }
          : {
              text: `Ingen version af ${kind.definite} gælder nu.`,
              href: kind.list.href,
              link: kind.list.text,
            },
      facts: [
        { term: 'Version', text: String(draft.version) },
        ...(stands && text.standingFrom ? [{ term: 'Gælder fra', text: longDay(text.standingFrom) }] : []),
        ...facts,
        ...caseFact(text),
      ],
      draft: worked ? { href: draftPathOf(path), text: `Udkast til version ${text.newest.version}` } : null,
      changeHref: mayChange ? draftPathOf(path) : null,
      compareHref: comparisonHref(kind, text, draft),
      hearings: hearingLines(kind, text),
      fates: fatesOfDraft(draft),
      versions: versionsOf(kind, text),
    },
  }
}
