import { listDanish } from '../../../kernel/text.ts'

/** What had waited for nothing else than such a mandate. */
export function effectText(numbers: string[]): string {
  if (numbers.length === 0) return ''
  const [decisions, have] = numbers.length === 1 ? ['Beslutning', 'den'] : ['Beslutningerne', 'de']
  return ` ${decisions} ${listDanish(numbers)} er trådt i kraft, fordi ${have} ikke ventede på andet.`
}
