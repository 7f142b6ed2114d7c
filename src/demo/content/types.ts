/** The demo's story as data. Whom it names are the keys of parties.ts; days are told by their distance from a meeting. */

export type TaskKey = 'strategy' | 'professionalDevelopment' | 'coordination'
export type KindKey = 'INFORMATION' | 'DISCUSSION' | 'DECISION'
export type OutcomeKey =
  | 'NOTED'
  | 'DISCUSSED'
  | 'DECIDED'
  | 'DECIDED_WITH_CHANGES'
  | 'ADOPTED_SUBJECT_TO_APPROVAL'
  | 'REJECTED'
  | 'POSTPONED'
  | 'SENT_BACK'
  | 'FORWARDED'
  | 'WITHDRAWN'
  | 'NOT_REACHED'

/** The part of a demo account's e-mail before the @. */
export type PersonKey = string
/** An organisation's slug. */
export type OrganisationKey = string

export interface DemoCase {
  key: string
  title: string
  summary: string
  journalNumber?: string
  /** Where it began; the joint group unless told. */
  body?: string
}

export interface DemoConsequence {
  org: OrganisationKey
  /** Whole kroner. */
  kroner?: number
  legal?: string
  organisational?: string
}

export interface DemoFollowUp {
  text: string
  org: OrganisationKey
  person?: PersonKey
  /** Calendar days after the meeting. */
  dueAfter: number
  closedAfter?: number
  closedNote?: string
  notes?: { after: number; by: PersonKey; text: string }[]
}

export interface DemoStance {
  side: 'HOUSING' | 'MUNICIPALITY'
  org?: OrganisationKey
  kind: 'SUPPORTS' | 'WITH_RESERVATION' | 'DOES_NOT_SUPPORT'
  text?: string
}

/** A deciding body's answer to what it was asked because a decision was adopted subject to approval. */
export interface DemoAnswer {
  /** Whose deciding body it is. */
  org: OrganisationKey
  /** Calendar days after the meeting; the deciding body met some days before. */
  after: number
  item: string
  answer: 'APPROVED' | 'APPROVED_ON_CONDITIONS' | 'DECLINED'
  /** The conditions, or why it was declined. */
  words?: string
  /** The approval gave a mandate that held for a year, instead of for this decision alone. */
  standing?: string
}

export interface DemoDecision {
  key: string
  title: string
  text: string
  shared?: boolean
  publicTitle?: string
  publicText?: string
  consequences?: DemoConsequence[]
  /** The housing areas that it is about, by name. */
  areas?: string[]
  stances?: DemoStance[]
  answers?: DemoAnswer[]
  /** The earlier decision that it reverses or replaces, and what had been spent of it, in whole kroner. */
  replaces?: { decision: string; kind: 'REVERSES' | 'REPLACES'; spent: number }
  followUps?: DemoFollowUp[]
}

export interface DemoItem {
  key: string
  title: string
  kind: KindKey
  tasks: TaskKey[]
  case?: string
  summary: string
  recommendation?: string
  presentation?: string
  effect?: string
  economy?: string
  closed?: { reason: string; publicTitle: string }
  presenter?: string
  guests?: { name: string; organisation: string }[]
  minutes: number
  involves?: Record<OrganisationKey, { status: 'HEARD' | 'NOT_RELEVANT' | 'MISSING'; note?: string }>
  subjectAreas?: string[]
  questions?: { by: PersonKey; text: string; answer?: string; answeredBy?: PersonKey }[]
  attachments?: { title: string; lines: string[] }[]
  /** The item that was postponed or not reached: it is carried over, not written anew. */
  carriedFrom?: string
  /** The decision as a secretariat has tried it against the mandates before the meeting. */
  tried?: DemoConsequence[]
  triedAreas?: string[]
  // What happened at the meeting.
  minuted?: string
  outcome?: OutcomeKey
  outcomeNote?: string
  decisions?: DemoDecision[]
  recusals?: { person: PersonKey; reason: string }[]
  statements?: { person: PersonKey; text: string }[]
  followUps?: DemoFollowUp[]
}

export interface DemoMeeting {
  key: string
  body: string
  /** Calendar days from today; the loader finds the nearest suitable workday. */
  days: number
  startsAt: string
  endsAt: string
  place: string
  note?: string
  form?: 'ORDINARY' | 'EXTRAORDINARY'
  items: DemoItem[]
  apologies?: PersonKey[]
  leaves?: { person: PersonKey; after: string }[]
  objections?: { by: PersonKey; item?: string; text: string; answer?: string; upheld?: boolean }[]
  corrections?: { after: number; item?: string; text: string; reason: string }[]
  lateReason?: string
}

/**
 * Text as written here, without the file's indentation. A line goes on where the file's width ended it: only an empty
 * line, a list's and a table's next line begin anew.
 */
export function prose(parts: TemplateStringsArray): string {
  const lines = parts.join('').split('\n')
  const indents = lines.slice(1).flatMap(line => (line.trim() ? [line.length - line.trimStart().length] : []))
  const cut = indents.length ? Math.min(...indents) : 0
  return [lines[0] ?? '', ...lines.slice(1).map(line => line.slice(cut))].join('\n').replace(continued, ' ').trim()
}

const continued = /(?<=\S)\n *(?=[^\s|#>-])(?!\d+\. )/g
