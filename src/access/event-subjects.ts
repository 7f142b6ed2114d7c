import type { Actor } from './actor.ts'
import type { Readers } from './event-kinds.ts'
import { inSecretariat } from './policy.ts'
import { type View, viewOf } from './visibility.ts'

/** Who reads the log, with what decides what he or she may see. */
export interface Reader {
  actor: Actor
  view: View
}

export const readerOf = (actor: Actor): Reader => ({ actor, view: viewOf(actor) })

type Sql = (reader: Reader) => string

/** What is chosen together where kinds of events are chosen. */
export interface EventGroup {
  /** In an address. */
  slug: string
  name: string
  /** Where it stands among the groups: the least first. */
  order: number
}

/** One thing that events are about. In its SQL `e` is the event. */
export interface Subject {
  /** In an address: »moede-17«. */
  slug: string
  /** Before its name: »Møde«. */
  label: string
  group: EventGroup
  /** SQL: its row, and those that its name is made of. None: it is named also when its row has been removed. */
  from?: string
  /** SQL: the name, with no more in it than this reader may see. */
  name: Sql
  /** SQL: the address that leads this reader to it, or null. */
  href: Sql
  /**
   * SQL condition for each of the kinds of readers: whether this person is one of them. What is not here nobody reads.
   */
  readers: Partial<Record<Readers, Sql>>
  /** SQL condition: its own page shows all its facts to this reader. Left out: it may not. */
  shown?: Sql
  /**
   * What its facts are called on its own page, by their names in events. Only what that page shows to everyone who may
   * open it stands here; a fact without a line is not told of.
   */
  fields?: Record<string, string>
  /** Whether the person prepares any such thing at all; left out: whoever works in a secretariat. */
  isPreparing?: (actor: Actor) => boolean
  /** Things whose events are told on its page too: SQL for the ids of those that belong to the one with the id `?`. */
  parts?: Partial<Record<string, string>>
}

/** SQL condition that is the same for every row. */
export const always = (holds: boolean): string => (holds ? '1 = 1' : '1 = 0')

/** What every party of the cooperation reads, whatever side it concerns. */
export const parties: Sql = ({ actor }) => always(actor.system || Boolean(actor.person?.side))

/** What both secretariats prepare together. */
export const secretariats: Sql = ({ actor }) => always(actor.system || inSecretariat(actor, null))

export const administrators: Sql = ({ actor }) => always(actor.administrator)
