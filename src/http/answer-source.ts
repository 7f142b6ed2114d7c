import type { Actor } from '../access/actor.ts'
import type { NewEvent } from '../database/events.ts'
import type { Tx } from '../database/write.ts'
import type { Day, Instant } from '../kernel/days.ts'
import type { Objection } from '../kernel/objection.ts'
import type { Period } from '../kernel/periods.ts'
import type { Placed } from '../kernel/placed.ts'

/** An organisation that is asked, as a source needs to know it. */
export interface AskedOrganisation extends Period {
  id: number
  slug: string
  name: string
  kind: string
}

/**
 * What organisations are asked, by one feature: its rows stand on the one page of all that an organisation owes an answer
 * to, and are stored together with the others'.
 */
export interface AnswerSource extends Placed {
  /** The names of its rows begin with it, and a number follows: one letter, its own among all sources. */
  readonly prefix: string
  /** All that the organisation is asked and can still answer, answered or not, as far as the reader may see it: in a fixed number of statements. */
  asked(actor: Actor, organisation: AskedOrganisation): Promise<AskedThing[]>
  /** What the rows that were sent amount to. It stores nothing yet: all sources are heard first. */
  judge(tx: Tx, actor: Actor, organisation: AskedOrganisation, rows: SaidRows): Promise<JudgedRows>
}

/** One thing that is asked, with its rows: a standard's statement, a strategy's implementation. */
export interface AskedThing {
  anchor: string
  heading: string
  /** What it is, and so why it is asked: »Redegørelse om en fælles standard«. */
  why: string
  tag: { text: string; kind: 'neutral' | 'info' | 'success' | 'warning' | 'danger' }
  /** By when, and what can still be done after it: a sentence. */
  deadline: string
  /** Who reads the answers, and from when. */
  readers: string
  links: { text: string; href: string }[]
  /** How many of its rows lack an answer. */
  missing: number
  rows: AskedRow[]
}

export interface AskedRow {
  name: string
  heading: string
  /** What is asked, in a line, where the heading does not say it. */
  brief: string | null
  /** What is asked, rendered. */
  textHtml: string
  /** What more there is to know before one answers. */
  aside: { label: string; html: string } | null
  /** The choice's label, which no other row of the page has. */
  question: string
  options: { value: string; text: string }[]
  reason: { label: string; hint: string }
  evidence: { label: string; hint: string } | null
  /** What was answered last time, and that it counts when it is chosen again. */
  offered: string | null
  /** The same answer, to be confirmed word for word without opening the row. */
  confirm: ConfirmedRow | null
  /** That the question has changed since. */
  changed: string | null
  /** What was answered this time, by whom, and when. */
  standing: { state: string; by: string } | null
  /** The answer that the row shows as given; empty: none. */
  seen: number | ''
  values: { state: string; reason: string; evidence: string }
}

/** Last time's answer, as one reads it before confirming that it still holds. */
export interface ConfirmedRow {
  /** The answer's number: what is confirmed is what was shown. */
  answer: number
  /** When it was given: »1. halvår 2026«. */
  when: string
  state: string
  /** Its reason and evidence, those that it has. */
  words: string[]
}

/** A row as it was sent. */
export interface SaidRow {
  state: string | null
  reason: string
  evidence: string
  /** The answer that the row showed as given this time; null: none. */
  seen: number | null
  /** Last time's answer still holds, word for word. Left out: nothing is said of that. */
  confirms?: boolean
  /** Last time's answer, as the row showed it; null: it showed none. */
  offered?: number | null
}
export type SaidRows = Readonly<Record<string, SaidRow>>

export interface JudgedRows {
  faults: Objection[]
  /** The rows that can be answered today, by name. */
  known: ReadonlySet<string>
  /** How many answers there are to store, and how many rows lack one when they are. */
  saved: number
  left: number
  store(given: Answering): Promise<StoredRows>
}

export interface Answering {
  at: Instant
  /** The administrator that answers in an association's place; null: its own people. */
  as: number | null
}

export interface StoredRows {
  events: NewEvent[]
  /** What has come of it, as a sentence: »Redegørelsen om »Tryg flytning« er afgivet.« */
  told: string | null
}

/**
 * What organisations are asked on a page of its own, by one feature: a hearing, a letter. It is told on the page of all
 * that an organisation owes an answer to, and leads to where it is answered.
 */
export interface AskedElsewhere extends Placed {
  /** All that the organisation can still answer, answered or not, as far as the reader may see it: one statement. */
  asked(actor: Actor, organisation: AskedOrganisation): OwnPage[]
}

/** One of them. */
export interface OwnPage {
  heading: string
  /** What it is: »Høring om en fælles tekst«. */
  why: string
  href: string
  deadline: Day
  answered: boolean
}
