import { type Actor, actorOf } from '../../src/access/actor.ts'
import type { Database } from '../../src/database/database.ts'
import { type Parties, partyIds } from '../../src/demo/parties.ts'
import { type Instant, instant } from '../../src/kernel/days.ts'
import { testNow } from './app.ts'

/** The parties, bodies, rules and people that a test's database begins with, by their keys. */
export interface Cooperation {
  organisation(slug: string): number
  body(slug: string): number
  person(key: string): number
  /** The person as of a moment, with the seats of that day. */
  actor(key: string, at?: string): Actor
}

export function givenCooperation(db: Database, now: string = testNow): Cooperation {
  const moment: Instant = instant(now)
  const found = (kind: keyof Parties) => (key: string) => {
    const id = partyIds[kind][key]
    if (id === undefined) throw new Error(`No »${key}« among the ${kind}.`)
    return id
  }
  const person = found('persons')
  return {
    organisation: found('organisations'),
    body: found('bodies'),
    person,
    actor: (key, at) => actorOf(db, person(key), at ? instant(at) : moment),
  }
}
