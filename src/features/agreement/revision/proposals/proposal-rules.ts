import { type Objection, objection } from '../../../../kernel/objection.ts'

/** A section as amendments see it: its lasting key, its heading and its Markdown. */
export interface Clause {
  key: string
  number: string
  heading: string
  body: string
}

export type AmendmentKind = 'REPLACE' | 'ADD' | 'DELETE'
export type ProposalState = 'OPEN' | 'TAKEN_IN' | 'ADAPTED' | 'DECLINED' | 'WITHDRAWN'

export interface Amendment {
  kind: AmendmentKind
  /** The section that is changed; null: a new section, added last. */
  sectionKey: string | null
  /** Of a new section. */
  heading: string
  /** The words to replace, to delete or to add after; empty: the whole section, or its end. */
  words: string
  text: string
}

export interface Passage {
  start: number
  end: number
}

/**
 * Where words stand in a Markdown text, whatever stars, list marks and line breaks stand between them: people quote what
 * they read. Null when they stand nowhere; 'several' when they stand in more than one place.
 */
export function passageOf(text: string, words: string): Passage | 'several' | null {
  const wanted = readable(words).letters.trim()
  if (wanted === '') return null
  const { letters, at } = readable(text)
  const first = letters.indexOf(wanted)
  if (first < 0) return null
  if (letters.indexOf(wanted, first + 1) >= 0) return 'several'
  return { start: at[first] ?? 0, end: (at[first + wanted.length - 1] ?? 0) + 1 }
}

/** The text as it is read, with the place of each letter in the source. */
function readable(text: string): { letters: string; at: number[] } {
  let letters = ''
  const at: number[] = []
  let lineStart = true
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index] ?? ''
    const mark = lineStart ? /^(?:[-*+]|#{1,6}|\d+\.)[ \t]+/.exec(text.slice(index, index + 12)) : null
    if (mark) {
      index += mark[0].length - 1
      continue
    }
    if (letter === '*' || letter === '`' || (letter === '\\' && text[index + 1] === '\n')) continue
    lineStart = letter === '\n' || (lineStart && /\s/.test(letter))
    const space = /\s/.test(letter)
    if (space && (letters === '' || letters.endsWith(' '))) continue
    letters += space ? ' ' : letter
    at.push(index)
  }
  return { letters, at }
}

/** All that a proposal lacks, against the text that it would amend; empty: it can be made. */
export function amendmentObjections(amendment: Amendment, clauses: readonly Clause[]): Objection[] {
  const { kind, sectionKey, text, heading } = amendment
  const untold: Objection[] =
    kind !== 'DELETE' && text.trim() === '' ? [{ field: 'text', sentence: 'Feltet »Ny tekst« skal udfyldes.' }] : []
  if (isNewSection(amendment)) {
    const unnamed = heading.trim() === '' ? [{ field: 'heading', sentence: 'Feltet »Overskrift« skal udfyldes.' }] : []
    return [...unnamed, ...untold]
  }
  const clause = clauses.find(({ key }) => key === sectionKey)
  if (!clause) return [{ field: 'section', sentence: 'Vælg den bestemmelse, forslaget gælder.' }, ...untold]
  const misquoted = quotationObjection(amendment, clause)
  return misquoted ? [...untold, misquoted] : untold
}

function quotationObjection({ kind, words, text }: Amendment, clause: Clause): Objection | null {
  if (words.trim() === '') return null
  const passage = passageOf(clause.body, words)
  if (passage === null)
    return { field: 'words', sentence: 'Ordene står ikke i bestemmelsen. Skriv dem, som de står i aftalen.' }
  if (passage === 'several')
    return { field: 'words', sentence: 'Ordene står flere steder i bestemmelsen. Skriv lidt flere med.' }
  return kind === 'REPLACE' && readable(words).letters.trim() === readable(text).letters.trim()
    ? { field: 'text', sentence: 'Den nye tekst er den samme som den gamle.' }
    : null
}

/** An addition to no section is a section of its own. */
export const isNewSection = ({ kind, sectionKey }: Pick<Amendment, 'kind' | 'sectionKey'>): boolean =>
  kind === 'ADD' && sectionKey === null

/**
 * The sections with the amendment taken in. The words are found anew in the text as it stands: an amendment taken in
 * before may have moved them; an objection when it has removed them.
 */
export function applyAmendment<C extends Clause>(
  clauses: readonly C[],
  amendment: Amendment,
  makeClause: (heading: string, body: string) => C,
): { clauses: C[] } | { objection: Objection } {
  const { kind, sectionKey, words, text, heading } = amendment
  if (isNewSection(amendment)) return { clauses: numbered([...clauses, makeClause(heading.trim(), text.trim())]) }
  const clause = clauses.find(({ key }) => key === sectionKey)
  if (!clause) return { objection: objection('Bestemmelsen står ikke længere i udkastet.') }
  if (kind === 'DELETE' && words.trim() === '') return { clauses: numbered(clauses.filter(other => other !== clause)) }
  const passage = words.trim() === '' ? wholeOf(clause, kind) : passageOf(clause.body, words)
  if (passage === null || passage === 'several') {
    return {
      objection: objection(
        'Ordene står ikke længere i udkastet. Skriv teksten selv, og markér forslaget som tilpasset.',
      ),
    }
  }
  const body = tidied(changed(clause.body, passage, kind, text.trim()))
  return { clauses: clauses.map(other => (other === clause ? { ...clause, body } : other)) }
}

/** Sections are numbered as they stand, so that none is missing when one goes. */
export const numbered = <C extends Clause>(clauses: readonly C[]): C[] =>
  clauses.map((clause, index) => ({ ...clause, number: String(index + 1) }))

const wholeOf = (clause: Clause, kind: AmendmentKind): Passage =>
  kind === 'ADD' ? { start: clause.body.length, end: clause.body.length } : { start: 0, end: clause.body.length }

function changed(text: string, { start, end }: Passage, kind: AmendmentKind, added: string): string {
  if (kind === 'REPLACE') return text.slice(0, start) + added + text.slice(end)
  if (kind === 'DELETE') return text.slice(0, start) + text.slice(end)
  return text.slice(0, end) + separator(text, end, added) + added + text.slice(end)
}

/** An addition goes on in the same line unless it follows a whole paragraph or list item. */
function separator(text: string, end: number, added: string): string {
  if (text.trim() === '') return ''
  const rest = text.slice(end)
  if (rest !== '' && !rest.startsWith('\n')) return ' '
  const line = text.slice(text.lastIndexOf('\n', end - 1) + 1, end)
  return /^\s*[-*] /.test(line) && /^[-*] /.test(added) ? '\n' : '\n\n'
}

/** Without the double spaces and the empty list items that a deletion leaves. */
const tidied = (text: string): string =>
  text
    .replace(/(\S) {2,}(?=\S)/g, '$1 ')
    .replace(/ +([,.;:])/g, '$1')
    .replace(/^[ \t]*[-*][ \t*]*$\n?/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

export interface LiveProposal extends Amendment {
  id: number
  state: ProposalState
}

export interface ProposalConflict {
  firstId: number
  secondId: number
  sectionKey: string
  /** The words that both touch, as they stand in the text. */
  words: string
}

/**
 * Two proposals on the same words: both cannot be taken in as they stand. Additions after the same words live together,
 * in the order in which they were made; only proposals that are still open count. By the order of the numbers.
 */
export function conflictsAmong(clauses: readonly Clause[], proposals: readonly LiveProposal[]): ProposalConflict[] {
  const open = proposals.filter(proposal => proposal.state === 'OPEN').toSorted((one, other) => one.id - other.id)
  return open.flatMap((first, index) =>
    open.slice(index + 1).flatMap((second): ProposalConflict[] => {
      const clause = clauses.find(({ key }) => key === first.sectionKey)
      if (!clause || first.sectionKey !== second.sectionKey) return []
      const shared = sharedPassage(clause, first, second)
      if (!shared) return []
      const words = clause.body.slice(shared.start, shared.end).trim()
      return [{ firstId: first.id, secondId: second.id, sectionKey: clause.key, words }]
    }),
  )
}

function sharedPassage(clause: Clause, first: Amendment, second: Amendment): Passage | null {
  if (first.kind === 'ADD' && second.kind === 'ADD') return null
  const one = touched(clause, first)
  const other = touched(clause, second)
  if (!one || !other) return null
  const start = Math.max(one.start, other.start)
  const end = Math.min(one.end, other.end)
  if (start < end) return { start, end }
  // An addition at the clause's end touches no words, but has nowhere to stand when the whole clause goes.
  const whole = [first, second].some(({ kind, words }) => kind !== 'ADD' && words.trim() === '')
  return whole ? (one.start < one.end ? one : other) : null
}

function touched(clause: Clause, amendment: Amendment): Passage | null {
  if (amendment.words.trim() === '') return wholeOf(clause, amendment.kind)
  const passage = passageOf(clause.body, amendment.words)
  return passage === 'several' ? null : passage
}

/** The words that two proposals touch together, for a common wording in their place; empty: the whole section. */
export function wordsOfBoth(clause: Clause, first: Amendment, second: Amendment): string {
  const one = touched(clause, first)
  const other = touched(clause, second)
  if (!one || !other || first.words.trim() === '' || second.words.trim() === '') return ''
  return clause.body.slice(Math.min(one.start, other.start), Math.max(one.end, other.end))
}
