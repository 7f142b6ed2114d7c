import type { Actor } from '../access/actor.ts'
import type { KindOfEvent } from '../access/event-kinds.ts'
import type { Subject } from '../access/event-subjects.ts'
import type { Database } from '../database/database.ts'
import type { NewEvent } from '../database/events.ts'
import type { Finding } from '../database/verify/finding.ts'
import type { Day } from '../kernel/days.ts'
import { inOrder, type Placed } from '../kernel/placed.ts'
import type { AnswerSource, AskedElsewhere } from './answer-source.ts'
import type { LiveChange } from './live/hub.ts'
import type { NavigationEntry } from './pages/navigation.ts'
import type { Column, Row } from './pages/table.ts'
import { ownAddresses } from './paths.ts'
import type { Routes } from './route.ts'

/**
 * What the house must know of a feature, so that nobody has to name the feature elsewhere: its folder, its routes, and
 * what it brings to the pages that read across. A feature that brings nothing of a kind leaves that kind out.
 */
export interface Feature {
  /** The name of its folder in its wing. */
  readonly name: string
  /** Declares its routes. Those who read across are handed all features, themselves among them. */
  routes?(route: Routes, features: readonly Feature[]): void
  /** Its addresses that templates lead to, by name: `to.newMeeting`. Those of a thing come with the page's model. */
  readonly addresses?: Readonly<Record<string, string>>
  readonly navigation?: readonly NavigationEntry[]
  /** The name of its own style sheet in public/css, where the common ones are not enough. */
  readonly styles?: string
  readonly search?: readonly SearchKind[]
  readonly waiting?: readonly WaitingLines[]
  /** What it asks organisations, on the page of all that an organisation owes an answer to. */
  readonly answers?: readonly AnswerSource[]
  /** The same that is answered on pages of its own. */
  readonly asked?: readonly AskedElsewhere[]
  /**
   * What it tells on the page of a decision, a case, a follow-up or a text that it hangs on, and on an organisation's, what
   * of it is in force there; each in a statement or two.
   */
  related?(actor: Actor, to: RelatedTo): RelatedFact[]
  /** The same on the page of a district, a housing area or an estate. */
  ofPlace?(actor: Actor, place: RelatedPlace): RelatedFact[]
  /** Tables of its own on that page, below the facts; each in a statement or two. */
  tablesOfPlace?(actor: Actor, place: RelatedPlace, on: Day): RelatedTable[]
  /** What it tells at the items of a meeting, by their numbers, as far as the reader may read them; in one statement. */
  relatedToItems?(actor: Actor, meetingId: number): ReadonlyMap<number, readonly RelatedFact[]>
  /** What the map of the housing areas can show. */
  readonly measures?: readonly AreaMeasure[]
  /** The same of what is data: those that this reader may see. */
  measuresFor?(actor: Actor): AreaMeasure[]
  readonly events?: FeatureEvents
  /** Of what was committed, what those who follow something live are told. */
  changes?(database: Database, events: readonly NewEvent[]): LiveChange[]
  readonly checks?: readonly Check[]
}

/** What has a page where others tell what hangs on it, by its number among its kind. */
export type RelatedTo =
  | { decision: number }
  | { case: number }
  | { followUp: number }
  | { text: number }
  | { organisation: number; kind: string }

/**
 * A place, by its number among its kind. A district comes with the housing areas that lie in it on the day that its page
 * shows: what hangs on them hangs on it too.
 */
export type RelatedPlace = { area: number } | { estate: number } | { district: number; areas: readonly number[] }

/** A number of every housing area, as the map and its table show it. */
export interface AreaMeasure extends Placed {
  /** In the address: »boliger«. */
  readonly slug: string
  readonly label: string
  /**
   * By the area's number, as far as this reader may see, in a fixed small number of statements. An area that is left out
   * is one of which nothing is told.
   */
  values(actor: Actor, on: Day): ReadonlyMap<number, number>
  /** »12 boliger« */
  text(value: number): string
  /** The number alone: »12«; left out: as it is. */
  number?(value: number): string
}

/** All addresses that templates lead to by name. @throws Error when two features call theirs the same */
export function addressesOf(features: readonly Feature[]): Readonly<Record<string, string>> {
  const named = [ownAddresses, ...features.map(({ addresses = {} }) => addresses)].flatMap(Object.entries)
  const twice = named.find(([name], index) => named.findIndex(([other]) => other === name) < index)
  if (twice) throw new Error(`Two features give templates an address called ${twice[0]}`)
  return Object.fromEntries(named)
}

export const areaMeasures = (features: readonly Feature[], actor: Actor): AreaMeasure[] =>
  inOrder(features.flatMap(feature => [...(feature.measures ?? []), ...(feature.measuresFor?.(actor) ?? [])]))

/** A line among the facts of a page. */
export interface RelatedFact {
  term: string
  text: string
  href: string
}

/** Everything that any feature asks organisations, in its order. */
export interface Asking {
  sources: readonly AnswerSource[]
  elsewhere: readonly AskedElsewhere[]
}

export const askingOf = (features: readonly Feature[]): Asking => ({
  sources: inOrder(features.flatMap(({ answers = [] }) => answers)),
  elsewhere: inOrder(features.flatMap(({ asked = [] }) => asked)),
})

/** A table among the sections of a page. */
export interface RelatedTable {
  /** Of its heading on the page. */
  id: string
  heading: string
  lead: string
  columns: readonly Column[]
  rows: readonly Row[]
  more: { text: string; href: string }
}

export const relatedFacts = (features: readonly Feature[], actor: Actor, to: RelatedTo): RelatedFact[] =>
  features.flatMap(feature => feature.related?.(actor, to) ?? [])

export const factsOfPlace = (features: readonly Feature[], actor: Actor, place: RelatedPlace): RelatedFact[] =>
  features.flatMap(feature => feature.ofPlace?.(actor, place) ?? [])

export const tablesOfPlace = (
  features: readonly Feature[],
  actor: Actor,
  place: RelatedPlace,
  on: Day,
): RelatedTable[] => features.flatMap(feature => feature.tablesOfPlace?.(actor, place, on) ?? [])

/** What all features tell at the items of a meeting: asked once for the page, and then of each item that it shows. */
export function factsOfItems(
  features: readonly Feature[],
  actor: Actor,
  meetingId: number,
): (itemId: number) => RelatedFact[] {
  const told = features.flatMap(feature => feature.relatedToItems?.(actor, meetingId) ?? [])
  return itemId => told.flatMap(facts => facts.get(itemId) ?? [])
}

/** What searching finds of one kind. */
export interface SearchKind extends Placed {
  /** In the address: »beslutninger«. */
  readonly slug: string
  readonly heading: string
  /** To the page that shows this kind alone. */
  readonly more: string
  /** How a hit is marked that this kind keeps closed. */
  readonly closedText: string
  /**
   * In one statement, an index walk that stops at the limit: the newest first by the row's number, those below `before`.
   * No more than this person may read of them, and nothing by words that he or she may not read.
   * @param words as SQLite's full-text search takes them
   */
  find(actor: Actor, words: string, before: number, limit: number): Hit[]
}

export interface Hit {
  /** The row's number, by which the pages go on. */
  id: number
  href: string
  title: string
  about: string
  closed: boolean
}

/**
 * What waits for a person, told on his or her overview. It is kept until something is committed: it may follow from what
 * is stored, the person and the day, and never from the time of day (docs/decisions/0043).
 */
export interface WaitingLines extends Placed {
  lines(actor: Actor): WaitingLine[]
}

export interface WaitingLine {
  text: string
  href: string
  /** The last day, where there is one. */
  by: Day | null
  urgent: boolean
}

/** What the log of events tells of a feature. */
export interface FeatureEvents {
  readonly kinds: Readonly<Record<string, KindOfEvent>>
  /** What its events are about, where no other feature has said so, by its name in events. */
  readonly subjects?: Readonly<Record<string, Subject>>
}

/** What `verify` asks of the feature's own rows. */
export interface Check {
  /** Names it where it cannot be asked, since the file is damaged. */
  readonly about: string
  find(database: Database): Finding
}
