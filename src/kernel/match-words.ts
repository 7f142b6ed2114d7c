import { fold } from './fold.ts'

/**
 * What was typed as an expression for full-text search: every word must be there, the last one as it begins. Each word
 * is quoted, so that nothing typed is an operator. Null: there is no word to search for.
 */
export function matchWords(typed: string): string | null {
  const words = fold(typed)
    .match(/[\p{L}\p{N}]+/gu)
    ?.slice(0, 12)
  if (!words || words.length === 0) return null
  return words.map((word, at) => `"${word}"${at === words.length - 1 ? '*' : ''}`).join(' ')
}
