import type { Tx } from '../../../database/write.ts'
import type { Day } from '../../../kernel/days.ts'
import { brokenRule } from '../../../kernel/refusal.ts'
import { type LoadedText, loadText } from './load-text.ts'
import type { TextKind } from './text-kind.ts'

/** A text that something is to be done with. @throws Refusal when there is none, or when it is over */
export async function openText<Content extends object>(
  tx: Tx,
  kind: TextKind<Content>,
  slug: string,
  today: Day,
): Promise<LoadedText<Content>> {
  const text = await loadText(tx, kind, slug, today)
  const over = (await kind.over?.(tx, text.id)) ?? null
  if (over !== null) throw brokenRule(over)
  return text
}
