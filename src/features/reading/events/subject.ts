import type { Actor } from '../../../access/actor.ts'
import type { Readers } from '../../../access/event-kinds.ts'
import { inSecretariat } from '../../../access/policy.ts'
import { type View, viewOf } from '../../../access/visibility.ts'
import { type SentItems, sentItems } from '../../meetings/cases/index.ts'

/** Who reads the log, with what decides what he or she may see. */
export interface Reader {
  actor: Actor
  view: View
  sent: SentItems
}

export function readerOf(actor: Actor): Reader {
  const view = viewOf(actor)
  return { actor, view, sent: sentItems(view) }
}

type Sql = (reader: Reader) => string

/** One thing that events are about. In its SQL `e` is the event. */
export interface Subject {
  /** In an address: »moede-17«. */
  slug: string
  /** Before its name: »Møde«. */
  label: string
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
