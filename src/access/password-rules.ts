import { type Objection, objection } from '../kernel/objection.ts'
import { demoPassword } from './sign-in-rules.ts'

export const shortestPassword = 12
const longestPassword = 200

/** What everybody in the cooperation would guess first. */
const ofThePortal = [
  'boligstrategisk',
  'boligstrategi',
  'samarbejde',
  'boligportal',
  'portalen',
  'portal',
  'kommune',
  'boligforening',
  'boligorganisation',
  'bolig',
]

/** Words that begin most Danish passwords, and stand in no list of the world's. */
const danish = ['adgangskode', 'kodeord', 'hemmelig', 'velkommen', 'sommer', 'vinter', 'efteraar', 'efterår', 'forår']
  .concat('januar februar marts april juni juli august september oktober november december'.split(' '))
  .concat('mandag tirsdag onsdag torsdag fredag loerdag lørdag soendag søndag danmark københavn'.split(' '))

export interface PasswordFacts {
  /** The person's name, e-mail and organisation: what others know too. */
  about: readonly string[]
  /** Whether a word is one of the most used passwords of all (a list). */
  isCommon: (word: string) => boolean
}

/** Why a new password is not good enough, at the form's »next«; null when it is. */
export function passwordObjection(password: string, { about, isCommon }: PasswordFacts): Objection | null {
  const no = (sentence: string) => objection(sentence, 'next')
  if (password === demoPassword) return no('Vælg en anden adgangskode end demoens.')
  if (password.length < shortestPassword) return no(`Adgangskoden skal have mindst ${shortestPassword} tegn.`)
  if (password.length > longestPassword) return no(`Adgangskoden må højst have ${longestPassword} tegn.`)
  const forms = formsOf(password)
  if (forms.some(form => isMonotonous(form)))
    return no('Adgangskoden gentager de samme tegn eller følger tastaturet. Vælg fx fire tilfældige ord.')
  if (forms.some(form => isCommon(form) || isFewWords(form, danish)))
    return no('Adgangskoden er en af dem, som mange bruger. Vælg fx fire tilfældige ord.')
  if (forms.some(form => isFewWords(form, [...partsOf(about), ...ofThePortal])))
    return no(
      'Adgangskoden ligner dit navn, din e-mail, din organisation eller portalens navn. Vælg fx fire tilfældige ord.',
    )
  return null
}

/** As it is, without the figures and signs that people put around a word, and with letters for the figures in it. */
function formsOf(password: string): string[] {
  const small = password.normalize('NFC').toLowerCase()
  const bare = (text: string) => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const spelled = small.replace(/[013457@$!|]/g, sign => letters[sign] ?? sign)
  return [...new Set([small, bare(small), spelled, bare(spelled), bare(small.replace(/[^\p{L}\d]/gu, ''))])].filter(
    form => form !== '',
  )
}

const letters: Record<string, string> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
}

const rows = [
  'qwertyuiopå',
  'asdfghjklæø',
  'zxcvbnm',
  '1234567890',
  'abcdefghijklmnopqrstuvwxyzæøå',
  '1qaz2wsx3edc4rfv5tgb',
]

/** One short piece again and again, few different signs, or mostly neighbours of a row of keys or of the alphabet. */
function isMonotonous(text: string): boolean {
  if (text.length < 6) return false
  if (/^(.{1,11}?)\1+.{0,3}$/su.test(text) || new Set(text).size < 5) return true
  const neighbours = [...text].filter((sign, at) => at > 0 && areNeighbours(text[at - 1] ?? '', sign)).length
  return neighbours >= (text.length - 1) * 0.65
}

const areNeighbours = (one: string, other: string): boolean =>
  one === other || rows.some(row => row.includes(one + other) || row.includes(other + one))

/** What is left without these words is too little to guess at. */
function isFewWords(text: string, words: readonly string[]): boolean {
  let left = text
  for (const word of [...words].sort((one, other) => other.length - one.length)) left = left.split(word).join(' ')
  return left !== text && left.replace(/[^\p{L}]/gu, '').length < 5
}

/** The parts of names and addresses, of three letters or more. */
const partsOf = (about: readonly string[]): string[] =>
  about
    .flatMap(text => [text, ...text.split(/[^\p{L}\d]+/u)])
    .map(part => part.normalize('NFC').toLowerCase())
    .filter(part => part.length >= 3)
