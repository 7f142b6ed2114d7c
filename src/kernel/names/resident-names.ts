import { fold } from '../fold.ts'
import { givenNames } from './given-names.ts'

/**
 * A guess, and said to be one: words that look like the name of a resident, or like the door that one lives behind. It
 * finds the usual forms of Danish and of the names that are common here, and cannot find every name: whoever writes is
 * told that no resident may be named, and the guess helps those who forget it.
 *
 * What is known to be the name of a place or an organisation is no resident's.
 * @param known names that the portal has itself
 * @returns as they are written in the text, each once
 */
export function residentNamesIn(text: string, known: readonly string[] = []): string[] {
  const own = new Set(known.flatMap(name => wordsOf(name)))
  const sequences = [...text.matchAll(capitalised)].map(([found]) => found)
  const named = sequences.map(found => nameIn(found, own)).filter(Boolean)
  const behind = [...text.matchAll(afterPerson)].flatMap(([, name = '']) => (own.has(fold(name)) ? [] : [name]))
  const doors = [...text.matchAll(door)].map(([found]) => found.trim())
  const alone = behind.filter(name => !named.some(found => found.includes(name)))
  return [...new Set([...named, ...alone, ...doors])]
}

/** Said wherever one is typed, with how to go on. */
export const residentNamed = (found: readonly string[]): string =>
  `Teksten nævner ${found.map(name => `»${name}«`).join(', ')}, og det ligner en beboers navn eller bolig. Påpegningen kan læses af alle hos parterne, så skriv den uden, fx »en beboer« eller »flere familier«.`

/** A word with a capital, also one of two names with a hyphen. */
const word = "\\p{Lu}[\\p{Ll}'’]+(?:-\\p{Lu}?\\p{Ll}+)*"
/** Two to four of them, one after the other, initials between them. */
const capitalised = new RegExp(`${word}(?:\\s+(?:\\p{Lu}\\.\\s*)*${word}){1,3}`, 'gu')
/** A word for a person, and the name that follows it. */
const afterPerson =
  /(?<!\p{L})(?:beboer(?:en)?|lejer(?:en)?|nabo(?:en)?|familien|barnet|drengen|pigen|sønnen|datteren|faren|moren|manden|kvinden|hr\.?|fru|frk\.?|ved\s+navn|hedder)\s+(\p{Lu}[\p{Ll}'’-]+)/giu
/** »12, 3. tv.«, »nr. 4, st. th« */
const door = /\d{1,3}\s?[A-Za-z]?,\s*(?:st|kl|\d{1,2})\.?\s*(?:t\.?v|t\.?h|m\.?f|dør\s*\d+)\.?(?!\p{L})/giu

/**
 * The name in words with capitals: from a given name that another word follows, or from the word before a family name on
 * -sen; empty: there is none. What stands before it began the sentence.
 */
function nameIn(found: string, own: ReadonlySet<string>): string {
  const words = found.split(/\s+/)
  const isStrange = (one: string) => !own.has(fold(one)) && !/^\p{Lu}\.$/u.test(one)
  const given = words.findIndex((one, at) => isStrange(one) && isGiven(one) && words.slice(at + 1).some(isStrange))
  if (given !== -1) return words.slice(given).join(' ')
  const family = words.findIndex(
    (one, at) => at > 0 && isStrange(one) && isFamily(one) && isStrange(words[at - 1] ?? ''),
  )
  return family === -1 ? '' : words.slice(family - 1).join(' ')
}

const isFamily = (one: string): boolean => /\p{L}{2}sen$/u.test(one) && !isCommonWord(fold(one))

const isGiven = (one: string): boolean =>
  [fold(one), fold(one).replace(/s$/, ''), fold(one).split('-')[0] ?? ''].some(name => givenNames.has(name))

/** Words on -sen that are no family's. */
const isCommonWord = (word: string): boolean =>
  /(?:ssen|prisen|rejsen|kassen|klassen|adressen|interessen|processen|gransen)$/.test(word) &&
  !/(?:lassen|hassen|rasmussen)$/.test(word)

const wordsOf = (name: string): string[] =>
  fold(name)
    .split(/[^\p{L}\d'-]+/u)
    .filter(Boolean)
