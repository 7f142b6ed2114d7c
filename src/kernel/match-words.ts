import { fold } from './fold.ts'

/**
 * What was typed as an expression for full-text search: every word must be there, the last one as it begins, unless it
 * is a single sign. Each word is quoted, so that nothing typed is an operator. Null: there is no word to search for.
 */
export function matchWords(typed: string): string | null {
  const words = wordsOf(typed)
  if (words.length === 0) return null
  return words.map((word, at) => `"${word}"${at === words.length - 1 && !isSingle(word) ? '*' : ''}`).join(' ')
}

/**
 * Whether a text is found by such an expression: for the few rows that are at hand and need no table to search in. Every
 * word of it must be one of the text's, or begin one where it is the last.
 */
export function wordsMatch(expression: string, text: string | readonly string[]): boolean {
  const there = typeof text === 'string' ? wordsIn(text) : text
  return [...expression.matchAll(/"([^"]+)"(\*?)/g)].every(([, word = '', begins]) =>
    there.some(one => (begins ? one.startsWith(word) : one === word)),
  )
}

/** All words, each somewhere in what is told. */
export function holdsWords(told: readonly (string | undefined)[], words: string): boolean {
  const text = fold(told.filter(Boolean).join(' '))
  return fold(words)
    .split(/\s+/)
    .every(word => text.includes(word))
}

/** A text's words as they are compared, for whoever keeps them at hand. */
export const wordsIn = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** What was typed ends in a single letter or digit, which is searched for as a word of its own. */
export const endsInSingle = (typed: string): boolean => isSingle(wordsOf(typed).at(-1) ?? '')

const wordsOf = (typed: string): string[] =>
  fold(typed)
    .match(/[\p{L}\p{N}]+/gu)
    ?.slice(0, 12) ?? []

/** Every third word begins with some letter: the words that begin so are gathered from half of the index. */
const isSingle = (word: string): boolean => [...word].length === 1
