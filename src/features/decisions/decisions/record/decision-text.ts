import { capitalised } from '../../../../kernel/text.ts'

const opening = /^(?:det indstilles|[\p{L} ]+ indstiller)(?: til [^,\n]+)?, *\**at\**(?=[ \t]+\S)/iu

/**
 * What an item's recommendation says as a decision's own words: »Sekretariaterne indstiller, at der oprettes …« decided
 * is »Der oprettes …«. With more than one at-clause it stays as it is, for whoever writes the decision to put together.
 */
export function decisionTextFrom(recommendation: string): string {
  const text = recommendation.trim()
  const begun = opening.exec(text)
  if (!begun) return recommendation
  const rest = text.slice(begun[0].length).trim()
  return /(?:,|\bog|\n)\s*(?:og\s+)?\**at\**\s/iu.test(rest) ? recommendation : capitalised(rest)
}
