import type { Actor } from '../../../access/actor.ts'
import { type Day, longDay } from '../../../kernel/days.ts'
import { isPast } from '../../../kernel/last-day.ts'
import { findText, type LoadedText, textCrumbs } from '../../decisions/adoption/index.ts'
import { strategyPath, strategyProgressPath } from './paths.ts'
import type { StrategyContent } from './strategy-content.ts'
import { strategyKind } from './strategy-kind.ts'
import { targetsOf } from './strategy-numbers.ts'

export type LoadedStrategy = LoadedText<StrategyContent>

/** What a person may not see does not exist. */
export const findStrategy = (actor: Actor, slug: string): Promise<LoadedStrategy> => findText(actor, strategyKind, slug)

export const crumbsOf = (text: LoadedStrategy, ...after: { text: string }[]) => textCrumbs(strategyKind, text, ...after)

/** The pages of a text in force; one without targets has no progress. */
export const tabsOf = ({ slug, standing }: LoadedStrategy, current: 'text' | 'progress') =>
  standing && targetsOf(standing.content).length > 0
    ? [
        { text: 'Teksten', href: strategyPath(slug), current: current === 'text' },
        { text: 'Er vi på vej?', href: strategyProgressPath(slug), current: current === 'progress' },
      ]
    : []

/** Said where the parties should have looked at it anew; null: not yet. */
export const overdueReview = ({ reviewOn }: StrategyContent, today: Day): string | null =>
  isPast(reviewOn, today) && reviewOn !== null ? `Gennemgangen skulle være sket senest den ${longDay(reviewOn)}.` : null
