/** The number of a section: »1«, or »1 a« for one that was put in between later. */
export interface SectionNumber {
  number: number
  letter: string
}

export interface NumberedHeading extends SectionNumber {
  heading: string
}

const withSign = /^§\s*(\d{1,3})(?:\s?([a-zæøå])(?=\s*[.):]|\s+\p{Lu}))?\s*[.):]?\s+(\S.*)$/u
const bare = /^(\d{1,3})(?:\s?([a-zæøå])(?=[.)]))?\s*[.)]?\s+(\S.*)$/u

/** »1. Parterne«, »§ 1 a. Parterne«, »§ 1a Parterne«. Null: the line has no number of its own. */
export function numberedHeading(text: string): NumberedHeading | null {
  const [, number, letter = '', heading = ''] = withSign.exec(text) ?? bare.exec(text) ?? []
  return number === undefined ? null : { number: Number(number), letter, heading }
}

export const numberText = ({ number, letter }: SectionNumber): string =>
  letter === '' ? `${number}` : `${number} ${letter}`

/** Whether one is the next after another: 2 or 1 a after 1, 2 or 1 b after 1 a. */
export function follows(before: SectionNumber | null, next: SectionNumber): boolean {
  if (!before) return next.number === 1 && next.letter === ''
  if (next.letter === '') return next.number === before.number + 1
  return next.number === before.number && next.letter === letterAfter(before.letter)
}

export const letterAfter = (letter: string): string =>
  letter === '' ? 'a' : (alphabet[alphabet.indexOf(letter) + 1] ?? '')

const alphabet = [...'abcdefghijklmnopqrstuvwxyzæøå']

/**
 * The candidates that are numbered one after the other, whatever their levels. Null where that leaves out one that
 * stands as high as any of them, or one with a later number: then a section is missing, and none may swallow it.
 */
export function wholeSequence<Candidate extends SectionNumber & { level: number }>(
  candidates: Candidate[],
): Candidate[] | null {
  const found = inSequence(candidates)
  const taken = new Set(found)
  const last = found.at(-1)?.number ?? 0
  const highest = found.reduce((level, one) => Math.min(level, one.level), Number.POSITIVE_INFINITY)
  const lowest = found.reduce((level, one) => Math.max(level, one.level), 0)
  const left = candidates.filter(one => !taken.has(one))
  return left.some(one => one.level <= highest || (one.number > last && one.level <= lowest)) ? null : found
}

/** The candidates that are numbered one after the other; of those with one number, the one of the highest heading. */
export function inSequence<Candidate extends SectionNumber & { level: number }>(candidates: Candidate[]): Candidate[] {
  const byNumber = new Map<string, { candidate: Candidate; at: number }[]>()
  candidates.forEach((candidate, at) => {
    const name = numberText(candidate)
    const known = byNumber.get(name)
    if (known) known.push({ candidate, at })
    else byNumber.set(name, [{ candidate, at }])
  })
  const found: Candidate[] = []
  let last = { number: 0, letter: '', at: -1 }
  const take = (number: number, letter: string, before: number): boolean => {
    const rest = (byNumber.get(numberText({ number, letter })) ?? []).filter(({ at }) => at > last.at && at < before)
    const [first] = rest
    if (!first) return false
    const best = rest.reduce((one, other) => (other.candidate.level < one.candidate.level ? other : one), first)
    found.push(best.candidate)
    last = { number, letter, at: best.at }
    return true
  }
  const whereNext = () => byNumber.get(String(last.number + 1))?.find(({ at }) => at > last.at)?.at ?? candidates.length
  for (;;) {
    const letter = last.number > 0 ? letterAfter(last.letter) : ''
    if (letter !== '' && take(last.number, letter, whereNext())) continue
    if (!take(last.number + 1, '', candidates.length)) return found
  }
}
