import { addDays, type Day } from '../../../../kernel/days.ts'
import { kronerInText, type Oere } from '../../../../kernel/money.ts'
import { bodyInSentence, listDanish } from '../../../../kernel/text.ts'
import type { ConsequenceKind } from '../../mandates/index.ts'
import type { Request } from './settle-rules.ts'

/** Days that a deciding body has: it meets about once a month, and its agenda closes before. */
export const referralDays = 42

export const dueDayOf = (openedOn: Day): Day => addDays(openedOn, referralDays)

const adjectives: Record<ConsequenceKind, string> = {
  economic: 'økonomiske',
  legal: 'juridiske',
  organisational: 'organisatoriske',
}

/** »den økonomiske konsekvens for Odense Kommune (500.000 kr.)« */
export function consequenceText(cell: { kind: ConsequenceKind; amount: Oere | null }, organisation: string): string {
  const named = `den ${adjectives[cell.kind]} konsekvens for ${organisation}`
  return cell.amount === null ? named : `${named} (${kronerInText(cell.amount)})`
}

/** What the deciding body is asked, in the words of a recommendation: »Det indstilles til Odense Byråd, at …«. */
export function questionOf({ body, gaps }: Request, decision: { number: string; title: string }): string {
  const organisations = [...new Set(gaps.map(gap => gap.organisation))]
  const consequences = organisations.flatMap(organisation =>
    gaps.filter(gap => gap.organisation === organisation).map(gap => consequenceText(gap, organisation)),
  )
  return `Det indstilles til ${bodyInSentence(body)}, at beslutning ${decision.number} »${decision.title}« godkendes med ${listDanish(consequences)}.`
}
