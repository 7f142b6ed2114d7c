import { amountsIn } from '../../../../kernel/amounts.ts'
import { listDanish } from '../../../../kernel/text.ts'

/** What was known of an item before it was minuted, and what has been taken back under it. */
export interface StakeFacts {
  recommendation: string
  economy: string
  /** The mandate check that was prepared for the item names consequences. */
  prepared: boolean
  /** A text or an agreement's draft stands on it, which comes into force by the decision under the item alone. */
  adopts: boolean
  /** Numbers of decisions with consequences that were annulled under it. */
  annulled: readonly string[]
}

/**
 * R68: why the item cannot be adopted with words alone: money, law or organisation is at stake, and only a decision is
 * checked against the mandates. Danish clauses; empty: the secretary may state that nothing follows.
 */
export const stakesOf = (facts: StakeFacts, minuted: string): string[] => [
  ...(facts.prepared ? ['forhåndskontrollen til punktet viser konsekvenser'] : []),
  ...(facts.adopts ? ['den tekst, der er på dagsordenen, gælder kun med en beslutning'] : []),
  ...(facts.annulled.length > 0
    ? [`beslutning ${listDanish(facts.annulled)}, der er annulleret, havde konsekvenser`]
    : []),
  ...namesMoney('indstillingen', facts.recommendation),
  ...namesMoney('afsnittet om økonomi', facts.economy),
  ...namesMoney('referatets tekst', minuted),
]

function namesMoney(where: string, text: string): string[] {
  const [first] = amountsIn(text)
  return first === undefined ? [] : [`${where} nævner ${first}`]
}

/** Nothing is known that would need a mandate. */
export const nothingAtStake: StakeFacts = {
  recommendation: '',
  economy: '',
  prepared: false,
  adopts: false,
  annulled: [],
}
