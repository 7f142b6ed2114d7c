import { loadParties, type Parties } from '../../prisma/demo/parties.ts'
import { type Actor, actorOf } from '../../src/access/actor.ts'
import type { Database } from '../../src/database/database.ts'
import { dayOf, type Instant, instant } from '../../src/kernel/days.ts'
import { testNow } from './app.ts'

/** The parties, bodies, rules and people that every test of the cooperation stands on, by their keys. */
export interface Cooperation {
  organisation(slug: string): number
  body(slug: string): number
  person(key: string): number
  /** The person as of a moment, with the seats of that day. */
  actor(key: string, at?: string): Actor
}

export async function givenCooperation(db: Database, now: string = testNow): Promise<Cooperation> {
  const moment: Instant = instant(now)
  const parties = await loadParties(db, { today: dayOf(moment) })
  const found = (kind: keyof Parties) => (key: string) => {
    const id = parties[kind][key]
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
