import type { Actor } from '../../../access/actor.ts'
import { findText, type LoadedText, textCrumbs } from '../../decisions/adoption/index.ts'
import type { StandardContent } from './standard-content.ts'
import { standardKind } from './standard-kind.ts'

export type LoadedStandard = LoadedText<StandardContent>

/** What a person may not see does not exist. */
export const findStandard = (actor: Actor, slug: string): Promise<LoadedStandard> => findText(actor, standardKind, slug)

export const crumbsOf = (text: LoadedStandard, ...after: { text: string }[]) => textCrumbs(standardKind, text, ...after)
