import { rowReaderIn } from '../../../../database/reader.ts'
import type { Tx } from '../../../../database/write.ts'
import { dayInRow } from '../../../../kernel/days.ts'
import { kronerInText, type Oere, oere } from '../../../../kernel/money.ts'
import { brokenRule, refuseAll } from '../../../../kernel/refusal.ts'
import { type Draw, heldBy } from '../../mandates/index.ts'
import { unspentOf } from '../settle/settle-rules.ts'
import { type Held, whyNotReplaceable } from './replacement-rules.ts'

export interface ReplacementDraft {
  decisionId: number
  /** REVERSES: nothing stands in its place. */
  kind: 'REVERSES' | 'REPLACES'
  /** What has been spent of what the earlier decision drew, in øre by mandate. The rest is released. */
  spent: { mandateId: number; amount: Oere }[]
}

export interface Replacement extends ReplacementDraft {
  id: number
  number: string
  /** What the earlier decision gives back when the later one takes effect. */
  freed: Draw[]
}

/** The earlier decision as the later one's check may count on it; null: the later one replaces none. */
export async function judgeReplacement(
  tx: Tx,
  draft: ReplacementDraft | null,
  { bodyId, ...meeting }: { bodyId: number } & Held,
): Promise<Replacement | null> {
  if (draft === null) return null
  const earlier = await tx.decision.findUnique({ where: { id: draft.decisionId }, include: { meeting: true } })
  if (!earlier || earlier.bodyId !== bodyId)
    throw brokenRule('Kun en beslutning, som samme organ har truffet, kan omgøres eller erstattes.', 'replacesNumber')
  const { day, startsAt } = earlier.meeting
  refuseAll([whyNotReplaceable({ ...earlier, meeting: { day: dayInRow(day), startsAt } }, meeting)])
  const held = await heldBy(rowReaderIn(tx), earlier.id)
  for (const { mandateId, amount } of draft.spent) {
    const drawn = held.get(mandateId) ?? 0
    if (amount > drawn) {
      const { number } = await tx.mandate.findUniqueOrThrow({ where: { id: mandateId } })
      throw brokenRule(
        `Der kan højst være brugt ${kronerInText(oere(drawn))} af det, beslutning ${earlier.number} har trukket på mandat ${number}.`,
        `spent[m${mandateId}]`,
      )
    }
  }
  const spent = new Map(draft.spent.map(({ mandateId, amount }) => [mandateId, amount as number]))
  const freed = [...unspentOf(held, spent)].map(([mandateId, amount]) => ({ mandateId, amount: oere(amount) }))
  return { ...draft, id: earlier.id, number: earlier.number, freed }
}

export async function enterSpent(tx: Tx, decisionId: number, replacement: Replacement | null): Promise<void> {
  const spent = replacement?.spent.filter(({ amount }) => amount > 0) ?? []
  if (spent.length === 0) return
  await tx.spentAmount.createMany({
    data: spent.map(({ mandateId, amount }) => ({ decisionId, mandateId, amount: BigInt(amount) })),
  })
}
