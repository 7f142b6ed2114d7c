import type { Actor } from '../../../access/actor.ts'
import type { Tx } from '../../../database/write.ts'
import type { Instant } from '../../../kernel/days.ts'
import type { NewCode } from '../accounts/index.ts'
import type { NamedWorld } from './named-world.ts'

export interface Taking {
  tx: Tx
  actor: Actor
  at: Instant
  world: NamedWorld
  /** Meetings where somebody can have been appointed, by their number, of those that this reader sees. */
  meetings: ReadonlyMap<string, number>
  /** Who has got one, in the order in which they took their codes. */
  accounts: { name: string; email: string }[]
  /** The code of the account that is the first, the second … to be made. */
  codeOf(index: number): NewCode['columns']
  /** What rows before this one have said of a person: a file says one thing of each. */
  said: Map<number, Map<string, { value: string; line: number }>>
}
