import type { TextViews } from '../../decisions/adoption/index.ts'
import { bodyOf, type PartControls } from './document-page.ts'
import { type LoadedStrategy, overdueReview, tabsOf } from './find-strategy.ts'
import { kindOfKey, standing as placeOf } from './parts/strategy-parts.ts'
import { editPartPath, movePartPath, newPartPath, removePartPath, strategyDraftPath } from './paths.ts'
import { type StrategyContent, strategyTypes } from './strategy-content.ts'
import { headFacts } from './text-sections.ts'

/** A strategy as it is read: a document with its contents beside it, and on the draft what can be done with each part. */
export const strategyViews: TextViews<StrategyContent> = {
  facts: headFacts,
  version: {
    view: 'strategies/show',
    model: (actor, { text, draft }) => {
      const stands = draft.number === text.standing?.number
      return {
        kicker: `Fælles ${strategyTypes[draft.content.type].toLowerCase()}`,
        tabs: stands ? tabsOf(text, 'text') : [],
        review: stands ? overdueReview(draft.content, actor.today) : null,
        ...bodyOf(draft.content),
      }
    },
  },
  draft: {
    view: 'strategies/draft',
    model: (_, { text: { slug, newest }, edits }) => ({
      ...bodyOf(newest.content, key => (edits ? controlsOf(slug, newest, key) : null)),
      editHref: edits ? `${strategyDraftPath(slug)}/ret` : null,
      addSectionHref: edits ? newPartPath(slug, 'section') : null,
      addStarHref: edits ? newPartPath(slug, 'star') : null,
    }),
  },
}

/** A goal is added under a star, a target under a goal. */
function controlsOf(slug: string, { content, number }: LoadedStrategy['newest'], key: string): PartControls {
  const kind = kindOfKey(key)
  const { first, last } = placeOf(content, key)
  const below = kind === 'star' ? 'goal' : kind === 'goal' ? 'target' : null
  return {
    version: number,
    editHref: editPartPath(slug, key),
    upAction: first ? null : movePartPath(slug, key),
    downAction: last ? null : movePartPath(slug, key),
    removeHref: removePartPath(slug, key),
    addHref: below ? newPartPath(slug, below, key) : null,
  }
}
