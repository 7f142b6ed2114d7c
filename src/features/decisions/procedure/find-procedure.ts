import type { Actor } from '../../../access/actor.ts'
import { findText, type LoadedText, readTextList, textCrumbs } from '../adoption/index.ts'
import type { ProcedureContent } from './procedure-content.ts'
import { procedureKind } from './procedure-kind.ts'

export type LoadedProcedure = LoadedText<ProcedureContent>

/** What a person may not see does not exist. */
export const findProcedure = (actor: Actor, slug: string): Promise<LoadedProcedure> =>
  findText(actor, procedureKind, slug)

/** The one text, as far as a reader sees it; null: there is none for him or her. */
export async function theProcedure(actor: Actor): Promise<LoadedProcedure | null> {
  const [row] = readTextList(actor, procedureKind, { q: '', vis: '', sorter: 'titel', after: null })
  return row ? findProcedure(actor, row.slug) : null
}

export const crumbsOf = (text: LoadedProcedure, ...after: { text: string }[]) =>
  textCrumbs(procedureKind, text, ...after)
